#!/usr/bin/env bash
# classes.sh - writes src/main/archive/classes.list anew: what the window and the command line load when
# they start. To be run now and then; a class that is not on the list is only loaded a little later.
#
# usage: classes.sh [PROGRAM]       target/naru, built
#
# needs: xvfb, fluxbox, a JDK from 21 on; as root it starts Naru where there is no network
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PROGRAM=$(realpath "${1:-target/naru}")
LIST=src/main/archive/classes.list
WORK=$(mktemp -d)
export HOME=$WORK NARU_HOME=$WORK/naru LC_ALL=C.UTF-8
server='' manager='' program=''
trap 'kill $program $manager $server 2>/dev/null || true; rm -rf "$WORK"' EXIT

alone() { if [ "$(id -u)" = 0 ]; then unshare -n sh -c 'ip link set lo up; exec "$@"' sh "$@"; else "$@"; fi; }

mkdir -p "$NARU_HOME" "$WORK/.fluxbox"
python3 -c 'import json, sys; sys.path.insert(0, "lab/start"); sys.dont_write_bytecode = True
import measure; json.dump(measure.forwards(), sys.stdout)' >"$NARU_HOME/forwards.json"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$WORK/display" >/dev/null 2>&1 &
server=$!
for ((n = 0; n < 100; n++)); do [ ! -s "$WORK/display" ] || break; sleep 0.1; done
DISPLAY=:$(cat "$WORK/display")
export DISPLAY
fluxbox >/dev/null 2>&1 &
manager=$!

# Without the archive that is there, which would hide what comes out of it.
rm -f "$PROGRAM"/lib/naru.jsa
for start in wizard survey --version; do
  # shellcheck disable=SC2086 # an option
  JDK_JAVA_OPTIONS=-XX:DumpLoadedClassList=$WORK/$start.list alone timeout -s TERM 25 \
    "$PROGRAM/bin/naru" $start >/dev/null 2>&1 &
  program=$!
  wait $program || true
done
{
  echo '# Classes, lambdas and method handles that a start of Naru needs; lab/start/classes.sh makes this.'
  # Constant pools (@cp) are an affair of newer Javas alone; the identifiers, of loaders that Naru has not.
  cat "$WORK"/*.list | grep -v -e '^@cp' -e '^#' | sed 's/ id: .*//' | LC_ALL=C sort -u
} >"$WORK/whole"
[ "$(wc -l <"$WORK/whole")" -gt 3000 ] || { echo "classes.sh: Naru did not start" >&2; exit 1; }
mv "$WORK/whole" $LIST
echo "$LIST: $(wc -l <$LIST) lines"
