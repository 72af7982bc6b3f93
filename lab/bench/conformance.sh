#!/bin/sh
# What a relay must do, at full size, which takes some minutes:
#   conformance.sh         Naru's relay
#   conformance.sh nginx   the same tests against nginx (stream), which proves the tests
# As many connections at once as there may be descriptors (ulimit -n), up to 10,000.
set -eu
cd "$(dirname "$0")/../.."

run() {
  mvn -B -ntp -Dspotless.skip=true test -Dsurefire.reportFormat=plain -Dsurefire.useFile=false \
    -Drelay.test.bytes=1073741824 -Drelay.test.stall=60 -Drelay.test.atOnce=10000 \
    -Drelay.test.short=100000 -Drelay.test.reopen=1000 -Drelay.test.visits=10000 "$@" |
    grep -E 'connections (at once|told of)|-- Time elapsed|Tests run|FAIL|ERROR'
}

case ${1:-} in
  '')
    run "-Dtest=TcpRelayConformanceTest,TcpRelayTest#canBeOpenedAndClosedOverAndOver,TcpCrowdTest,UdpCrowdTest,DnsmasqTest"
    ;;
  nginx)
    folder=$(mktemp -d)
    listen=28701 target=28702
    cat >"$folder/nginx.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_stream_module.so;
daemon off;
pid nginx.pid;
error_log nginx.err;
events { worker_connections 19900; }
stream {
  server {
    listen 127.0.0.1:$listen backlog=4096;
    proxy_pass 127.0.0.1:$target;
    proxy_half_close on;
    proxy_timeout 10m;
  }
}
CONF
    nginx -p "$folder/" -c "$folder/nginx.conf" &
    trap 'kill $!; rm -rf "$folder"' EXIT
    # It ends with a FIN what was reset, and resets clients where nothing listens: these are left out.
    run -Dtest=OtherRelayConformanceTest -DexcludedGroups=strict \
      -Drelay.other=$listen -Drelay.other.target=$target
    ;;
  *)
    sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"
    exit 2
    ;;
esac
