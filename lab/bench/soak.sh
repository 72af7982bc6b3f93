#!/bin/sh
# The relay under faults: soak.sh [MINUTES]. Ends with 1 where memory, descriptors or threads grow, or
# a byte was wrong.
set -eu
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mvn -q -B -ntp -Dspotless.skip=true test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/bench-classpath.txt
exec "$java" -XX:+UseSerialGC -Xms24m -Xmx128m \
  -cp "target/classes:target/test-classes:$(cat target/bench-classpath.txt)" \
  app.naru.relay.bench.Soak "${1:-30}"
