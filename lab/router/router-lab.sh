#!/usr/bin/env bash
# router-lab.sh - a home router for Naru's tests, in network namespaces, with a real miniupnpd.
#
#   lan  ---+
#           +-- br-lan [router] eth-wan ---------------- wan     public igd1 upnp pmp deny nodaemon
#   lan2 ---+                           `- [isp] NAT --- wan     cgnat doublenat extip telling
#
#   lan, lan2  clients 192.168.77.10 and .11, default gateway 192.168.77.1
#   router     NAT (nftables masquerade, forward policy drop) and miniupnpd
#   isp        a second NAT without any mapping protocol (double-NAT variants only)
#   wan        "internet" host 11.0.0.1; it sees the home as 11.0.0.2 in every variant
#
# usage: router-lab.sh up [variant] | down | status | reboot | exec NS CMD... | selftest [variant...]
#        reboot restarts the router's daemon and forgets all mappings
#
# variants
#   public     IGDv2, NAT-PMP and PCP; the router's WAN address 11.0.0.2 is a public one
#   igd1       the same, but described as InternetGatewayDevice:1 / WANIPConnection:1
#   upnp       UPnP only (NAT-PMP and PCP off)
#   pmp        NAT-PMP and PCP only (UPnP off)
#   deny       every protocol answers, every mapping is refused by permission rules
#   cgnat      WAN address 100.64.0.2, behind a carrier's NAT
#   doublenat  WAN address 10.99.0.2, behind a second home router
#   extip      doublenat, but the router is configured to claim 11.0.0.2: mapping succeeds,
#              nothing arrives
#   telling    doublenat, but the router tells its private address and maps all the same: natpmp.py
#              in the place of miniupnpd, which never does
#   nodaemon   NAT only, no mapping protocol
#
# environment
#   LAB_PREFIX        put before the namespace names, so that several labs can run at once   ("")
#   LAB_TTL           seconds after which miniupnpd ends by itself, should nobody call down  (1800)
#   LAB_DEBUG=1       miniupnpd in debug mode, its log in $LAB_DIR/miniupnpd.log
#   LAB_DIR           configuration, log and pid file              (router-lab$LAB_PREFIX under the temporary folder)
#   LAB_EXTRA_CONF    further miniupnpd.conf lines, e.g. $'max_lifetime=120'
#   LAB_CLOSED        what the router does with whoever knocks at a closed port: drop, as most do,
#                     or reject, so that a test sees at once that it is closed               (drop)
#   LAB_MULTIHOMED=1  lan gets a second adapter (172.28.0.1) with the better default route and
#                     no gateway service behind it: a VPN, a Hyper-V or WSL switch
#
# needs: root (or: unshare -Urnm sh -c 'mount -t tmpfs none /run; exec ./router-lab.sh ...'),
#        iproute2, nftables, miniupnpd; for selftest miniupnpc, natpmpc and socat too
# The namespaces have no link to the host: no packet leaves this machine.
set -euo pipefail

PREFIX=${LAB_PREFIX:-}
TTL=${LAB_TTL:-1800}
CLOSED=${LAB_CLOSED:-drop}
DIR=${LAB_DIR:-${TMPDIR:-/tmp}/router-lab$PREFIX}
LAN=${PREFIX}lan LAN2=${PREFIX}lan2 ROUTER=${PREFIX}router ISP=${PREFIX}isp WAN=${PREFIX}wan VIRT=${PREFIX}virt
LAN_IP=192.168.77.10 LAN2_IP=192.168.77.11 ROUTER_IP=192.168.77.1
PUBLIC_IP=11.0.0.2 WAN_HOST=11.0.0.1    # miniupnpd refuses the documentation ranges as "reserved"
HTTP_PORT=5000

die() { echo "router-lab.sh: $*" >&2; exit 1; }
in_ns() { local ns=$1; shift; ip netns exec "$ns" "$@"; }
# wait_for SECONDS COMMAND...: true as soon as COMMAND is, false after SECONDS
wait_for() {
  local n=$(($1 * 20)); shift
  while ((n-- > 0)); do "$@" >/dev/null 2>&1 && return 0; sleep 0.05; done
  return 1
}
# listening NS -t|-u PORT
listening() { in_ns "$1" ss -Hln "$2" "sport = :$3" | grep -q .; }
no_process() { [ -z "$(ip netns pids "$1")" ]; }

new_ns() {
  ip netns add "$1"
  ip -n "$1" link set lo up
  # answer every refused packet with ICMP: the default of one a second makes tests erratic
  in_ns "$1" sysctl -qw net.ipv4.icmp_ratelimit=0
  # name look-ups end at once, at a router that serves no DNS (ip netns exec puts this file in place)
  if mkdir -p "/etc/netns/$1" 2>/dev/null; then
    echo "nameserver $ROUTER_IP" >"/etc/netns/$1/resolv.conf"
  fi
}

# link NS_A IF_A ADDR_A NS_B IF_B ADDR_B ("-" for no address)
link() {
  ip -n "$1" link add "$2" type veth peer name "$5" netns "$4"
  [ "$3" = - ] || ip -n "$1" addr add "$3" dev "$2"
  [ "$6" = - ] || ip -n "$4" addr add "$6" dev "$5"
  ip -n "$1" link set "$2" up
  ip -n "$4" link set "$5" up
}

# nat NS IN_IF OUT_IF: a home router's rules, with the empty chains that miniupnpd fills
nat() {
  in_ns "$1" sysctl -qw net.ipv4.ip_forward=1
  in_ns "$1" nft -f - <<NFT
table inet filter {
  chain input {
    type filter hook input priority 0; policy accept;
    iifname "$3" ct state established,related accept
    iifname "$3" ip protocol icmp accept
    iifname "$3" $CLOSED
  }
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state established,related accept
    iifname "$2" accept
    jump miniupnpd
  }
  chain prerouting { type nat hook prerouting priority -100; jump prerouting_miniupnpd; }
  chain postrouting {
    type nat hook postrouting priority 100;
    jump postrouting_miniupnpd
    oifname "$3" masquerade
  }
  chain miniupnpd {}
  chain prerouting_miniupnpd {}
  chain postrouting_miniupnpd {}
}
NFT
}

write_conf() {
  local upnp=yes natpmp=yes igd1=no extip='' allow='allow 1024-65535 192.168.77.0/24 1024-65535'
  case $1 in
    igd1)  igd1=yes ;;
    upnp)  natpmp=no ;;
    pmp)   upnp=no ;;
    deny)  allow='' ;;
    extip) extip="ext_ip=$PUBLIC_IP" ;;
  esac
  cat >"$DIR/miniupnpd.conf" <<CONF
ext_ifname=eth-wan
$extip
listening_ip=br-lan
http_port=$HTTP_PORT
enable_upnp=$upnp
enable_natpmp=$natpmp
ipv6_disable=yes
secure_mode=yes
system_uptime=no
notify_interval=60
min_lifetime=2
max_lifetime=86400
friendly_name=Lab router
uuid=1e22accc-416b-40e3-9004-eab15c579f34
force_igd_desc_v1=$igd1
${LAB_EXTRA_CONF:-}
$allow
deny 0-65535 0.0.0.0/0 0-65535
CONF
}

# start_daemon VARIANT: returns when it serves
start_daemon() {
  local debug=''
  if [ "$1" = telling ]; then
    in_ns "$ROUTER" timeout "$TTL" python3 "$(dirname "$0")/natpmp.py" $ROUTER_IP 10.99.0.2 \
      >>"$DIR/natpmp.log" 2>&1 </dev/null &
    wait_for 10 listening "$ROUTER" -u 5351
    return
  fi
  [ "${LAB_DEBUG:-0}" = 0 ] || debug=-d
  # Without a syslog daemon every message would go to the console, which may be a slow serial one:
  # hide it (ip netns exec gives a mount namespace of its own). With -d miniupnpd logs so much that
  # it answers a refused NAT-PMP or PCP request after a second or more (it tries all 65535 ports).
  in_ns "$ROUTER" sh -c 'mount --bind /dev/null /dev/console; exec miniupnpd "$@"' sh $debug \
    -f "$DIR/miniupnpd.conf" -P "$DIR/miniupnpd.pid" >>"$DIR/miniupnpd.log" 2>&1 </dev/null &
  # ends the daemon even when nobody calls down; down ends this too
  in_ns "$ROUTER" setsid sh -c "sleep $TTL; kill \$(cat '$DIR/miniupnpd.pid')" >/dev/null 2>&1 </dev/null &
  [ "$1" = pmp ]  || wait_for 5 listening "$ROUTER" -t $HTTP_PORT
  [ "$1" = upnp ] || wait_for 5 listening "$ROUTER" -u 5351
}

# stop_processes NS: whatever runs in one of the lab's namespaces is the lab's own
stop_processes() {
  local pid
  for pid in $(ip netns pids "$1"); do kill "$pid" 2>/dev/null || true; done
  wait_for 2 no_process "$1" ||
    for pid in $(ip netns pids "$1"); do kill -9 "$pid" 2>/dev/null || true; done
}

up() {
  local variant=${1:-public} ns net
  case $variant in
    public|igd1|upnp|pmp|deny|cgnat|doublenat|extip|telling|nodaemon) ;;
    *) die "no variant '$variant'" ;;
  esac
  [ "$(id -u)" = 0 ] || die "root is needed"
  down
  mkdir -p "$DIR"
  trap 'down; die "setting up $variant failed"' ERR

  for ns in "$LAN" "$LAN2" "$ROUTER" "$WAN"; do new_ns "$ns"; done
  ip -n "$ROUTER" link add br-lan type bridge mcast_snooping 0
  ip -n "$ROUTER" addr add $ROUTER_IP/24 dev br-lan
  ip -n "$ROUTER" link set br-lan up
  link "$LAN"  eth0 $LAN_IP/24  "$ROUTER" port1 -
  link "$LAN2" eth0 $LAN2_IP/24 "$ROUTER" port2 -
  ip -n "$ROUTER" link set port1 master br-lan
  ip -n "$ROUTER" link set port2 master br-lan
  ip -n "$LAN"  route add default via $ROUTER_IP metric 100
  ip -n "$LAN2" route add default via $ROUTER_IP metric 100

  case $variant in
    cgnat|doublenat|extip|telling)
      net=10.99.0
      [ "$variant" != cgnat ] || net=100.64.0
      new_ns "$ISP"
      link "$ROUTER" eth-wan $net.2/24     "$ISP" in   $net.1/24
      link "$ISP"    out     $PUBLIC_IP/24 "$WAN" eth0 $WAN_HOST/24
      ip -n "$ROUTER" route add default via $net.1
      ip -n "$ISP"    route add default via $WAN_HOST
      nat "$ISP" in out ;;
    *)
      link "$ROUTER" eth-wan $PUBLIC_IP/24 "$WAN" eth0 $WAN_HOST/24
      ip -n "$ROUTER" route add default via $WAN_HOST ;;
  esac
  nat "$ROUTER" br-lan eth-wan

  if [ "${LAB_MULTIHOMED:-0}" = 1 ]; then
    new_ns "$VIRT"
    link "$LAN" vpn0 172.28.0.1/20 "$VIRT" eth0 172.28.0.2/20
    ip -n "$LAN" route add default via 172.28.0.2 metric 50
  fi

  if [ "$variant" != nodaemon ]; then
    write_conf "$variant"
    start_daemon "$variant"
  fi
  trap - ERR
  echo "$variant" >"$DIR/variant"
}

# The router comes back with no mapping; NAT-PMP and PCP clients see the epoch go back.
reboot_router() {
  local variant chain
  variant=$(cat "$DIR/variant")
  [ "$variant" != nodaemon ] || return 0
  stop_processes "$ROUTER"
  for chain in miniupnpd prerouting_miniupnpd postrouting_miniupnpd; do
    in_ns "$ROUTER" nft flush chain inet filter $chain
  done
  start_daemon "$variant"
}

down() {
  local ns
  for ns in $LAN $LAN2 $ROUTER $ISP $WAN $VIRT; do
    [ -e "/run/netns/$ns" ] || continue
    stop_processes "$ns"
    ip netns del "$ns"
    rm -rf "/etc/netns/$ns"
  done
  rmdir /etc/netns 2>/dev/null || true
  rm -rf "$DIR"
}

status() {
  [ -e "$DIR/variant" ] || { echo down; return 1; }
  echo "up: $(cat "$DIR/variant")"
  in_ns "$ROUTER" nft list chain inet filter prerouting_miniupnpd
}

# reach PORT: "yes" when a TCP connection from wan to the public address gets to a server in lan
reach() {
  local server got
  in_ns "$LAN" timeout 5 socat -u SYSTEM:'echo hello' TCP4-LISTEN:"$1",reuseaddr >/dev/null 2>&1 &
  server=$!
  wait_for 2 listening "$LAN" -t "$1"
  got=$(in_ns "$WAN" timeout 3 socat -u TCP4:$PUBLIC_IP:"$1",connect-timeout=1 - 2>/dev/null || true)
  kill $server 2>/dev/null || true
  wait $server 2>/dev/null || true
  [ "$got" = hello ] && echo yes || echo no
}

# probe: maps TCP 40080 by UPnP and TCP 40081 by NAT-PMP; says what came of it in one line
probe() {
  local upnp pmp
  upnp=$(in_ns "$LAN" timeout 15 upnpc -i -a $LAN_IP 40080 40080 TCP 120 2>&1 |
    sed -n 's/.*is redirected to.*/ok/p; s/.*failed with code \([0-9]*\).*/\1/p; s/No IGD UPnP.*/none/p' | head -1)
  pmp=$(in_ns "$LAN" timeout 20 natpmpc -g $ROUTER_IP -a 40081 40081 tcp 120 2>&1 |
    sed -n 's/^Mapped public.*/ok/p; s/.*does not support.*/none/p; s/.*failed : \(.*\)/\1/p' | head -1)
  echo "upnp=$upnp,$(reach 40080) pmp=$pmp,$(reach 40081)"
}

expected() {
  case $1 in
    public|igd1) echo "upnp=ok,yes pmp=ok,yes" ;;
    upnp)        echo "upnp=ok,yes pmp=none,no" ;;
    pmp)         echo "upnp=none,no pmp=ok,yes" ;;
    deny)        echo "upnp=606,no pmp=not authorized,no" ;;
    cgnat|doublenat) echo "upnp=501,no pmp=network failure,no" ;;
    extip)       echo "upnp=ok,no pmp=ok,no" ;;
    telling)     echo "upnp=none,no pmp=ok,no" ;;
    nodaemon)    echo "upnp=none,no pmp=none,no" ;;
  esac
}

selftest() {
  local v got bad=0
  [ $# -gt 0 ] || set -- public igd1 upnp pmp deny cgnat doublenat extip telling nodaemon
  for v; do
    up "$v"; got=$(probe); down
    if [ "$got" = "$(expected "$v")" ]; then echo "ok    $v: $got"
    else echo "FAIL  $v: $got, expected $(expected "$v")"; bad=1; fi
  done
  return $bad
}

cmd=${1:-}; shift || true
case $cmd in
  up)       up "$@" ;;
  down)     down ;;
  status)   status ;;
  reboot)   reboot_router ;;
  exec)     ns=$PREFIX$1; shift; exec ip netns exec "$ns" "$@" ;;
  selftest) selftest "$@" ;;
  *)        sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"; exit 2 ;;
esac
