#!/bin/sh
# A picture of every page and dialog in each language and look, at 100 and 150 percent, into
# target/screenshots with an index page. Where a network of its own may be had, the pictures show a
# home's addresses, otherwise those of loopback.
set -eu
cd "$(dirname "$0")/../.."
if [ "${1:-}" != built ]; then
  mvn -q -B -ntp -Dspotless.skip=true test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/screenshots-classpath.txt
  rm -rf target/screenshots
  if unshare --net --map-root-user ip link set lo up 2>/dev/null; then
    exec unshare --net --map-root-user "$0" built 192.168.0.12
  fi
fi
here=${2:-127.0.0.6}
if [ "$here" != 127.0.0.6 ]; then
  ip link set lo up
  for host in 12 23 31; do ip address add "192.168.0.$host/24" dev lo; done
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx512m -Dglass.platform=Monocle \
  -Dmonocle.platform=Headless -Dprism.order=sw -Dheadless.geometry=1920x1080-32 \
  -Djava.awt.headless=true -Dnaru.here="$here" \
  -cp "target/test-classes:target/classes:$(cat target/screenshots-classpath.txt)" \
  app.naru.ui.main.Screenshots target/screenshots
