#!/bin/sh
# The relay beside nginx (stream), HAProxy (splice), rinetd and socat, in turn, round after round:
#   bench.sh [ROUNDS [SECONDS [MEASURE…]]]      measures: bulk1 bulk16 trips tripsBesideBulk short udp idle
# Wants a machine that does nothing else: on two busy cores the figures say little.
set -eu
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mvn -q -B -ntp -Dspotless.skip=true test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/bench-classpath.txt
[ $# -ge 1 ] || set -- 7
[ $# -ge 2 ] || set -- "$1" 3
exec "$java" -cp "target/classes:target/test-classes:$(cat target/bench-classpath.txt)" \
  app.naru.relay.bench.Bench "$@"
