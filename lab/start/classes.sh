#!/usr/bin/env bash
# classes.sh - writes src/main/archive/ anew: classes.list, what the window and the command line load when
# they start; constants.list, what Javas from 24 on look up in them ahead; and windows.list, what a Java on
# Windows loads beside those of classes.list, for the setup. To be run now and then; a class that is not on
# the list is only loaded a little later.
#
# usage: classes.sh [PROGRAM]       target/naru, built
#
# needs: xvfb, fluxbox, a JDK from 21 on, and what lab/wine/wine.sh needs; as root it starts Naru where there
# is no network
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PROGRAM=$(realpath "${1:-target/naru}")
LISTS=src/main/archive
WORK=$(mktemp -d)
export NARU_TEST_CACHE=${NARU_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/naru-test}
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

# as the window shows it in the light look: the blue of the wizard's step
ACCENT=#0969DA
# windows PATH: as a Windows program under Wine sees it
windows() { printf 'Z:%s' "${1//\//\\}"; }

# Without the archive that is there, which would hide what comes out of it.
rm -f "$PROGRAM"/lib/naru.jsa
for start in wizard survey --version; do
  # shellcheck disable=SC2086 # an option
  JDK_JAVA_OPTIONS=-XX:DumpLoadedClassList=$WORK/$start.list alone timeout -s TERM 25 \
    "$PROGRAM/bin/naru" $start >/dev/null 2>&1 &
  program=$!
  wait $program || true
done
jars=$(windows "$PROGRAM/lib")
lab/wine/wine.sh setup >/dev/null
NARU_HOME=$(windows "$WORK/naru") NARU_WINE_COLOUR=$ACCENT alone lab/wine/wine.sh screenshot "$WORK/window.png" \
  "-XX:DumpLoadedClassList=$(windows "$WORK/windows")" -XX:TieredStopAtLevel=1 \
  --module-path "$jars\\windows" --add-modules javafx.controls,javafx.fxml -cp "$jars\\*" app.naru.Main wizard \
  >/dev/null 2>&1
lab/wine/wine.sh stop

# entries LIST…: their lines, sorted; the identifiers are those of loaders that Naru has not
entries() { cat "$@" | grep -v -e '^@cp' -e '^#' | tr -d '\r' | sed 's/ id: .*//' | LC_ALL=C sort -u; }
{
  echo '# Classes, lambdas and method handles that a start of Naru needs; lab/start/classes.sh makes this.'
  entries "$WORK"/*.list
} >"$WORK/classes"
[ "$(wc -l <"$WORK/classes")" -gt 3000 ] || { echo "classes.sh: Naru did not start" >&2; exit 1; }
# Of a class that several starts have loaded, what the first of them needed: one line each.
cat "$WORK/wizard.list" "$WORK/survey.list" "$WORK/--version.list" | grep '^@cp' |
  LC_ALL=C sort -s -u -k 2,2 >"$WORK/constants"
{
  echo '# What Naru needs beside those of classes.list where it starts on Windows; lab/start/classes.sh makes this.'
  entries "$WORK/windows" | LC_ALL=C comm -23 - <(entries "$WORK/classes")
} >"$WORK/beside"
[ "$(wc -l <"$WORK/beside")" -gt 300 ] || { echo "classes.sh: Naru did not start on Windows" >&2; exit 1; }
mv "$WORK/beside" "$LISTS/windows.list"
mv "$WORK/classes" "$LISTS/classes.list"
mv "$WORK/constants" "$LISTS/constants.list"
wc -l "$LISTS"/*.list
