#!/usr/bin/env bash
# classes.sh - writes src/main/archive/ anew: classes.list, what the window and the command line load when
# they start, and constants.list, what Javas from 24 on look up in them ahead. To be run now and then; a
# class that is not on the list is only loaded a little later.
#
# usage: classes.sh [PROGRAM]       target/naru, built
#
# needs: xvfb, fluxbox, a JDK from 21 on; as root it starts Naru where there is no network
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PROGRAM=$(realpath "${1:-target/naru}")
LISTS=src/main/archive
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
  # The identifiers are those of loaders that Naru has not.
  cat "$WORK"/*.list | grep -v -e '^@cp' -e '^#' | sed 's/ id: .*//' | LC_ALL=C sort -u
} >"$WORK/classes"
[ "$(wc -l <"$WORK/classes")" -gt 3000 ] || { echo "classes.sh: Naru did not start" >&2; exit 1; }
# Of a class that several starts have loaded, what the first of them needed: one line each.
cat "$WORK/wizard.list" "$WORK/survey.list" "$WORK/--version.list" | grep '^@cp' |
  LC_ALL=C sort -s -u -k 2,2 >"$WORK/constants"
mv "$WORK/classes" "$LISTS/classes.list"
mv "$WORK/constants" "$LISTS/constants.list"
wc -l "$LISTS"/*.list
