#!/usr/bin/env bash
# wine.sh - runs the program on a genuine Windows Java runtime, under Wine.
#
# usage: wine.sh setup | java ARG... | run PROGRAM ARG... | reg ARG... | layout | runtime
#        wine.sh screenshot FILE ARG... | stop | env
#        setup       makes everything below; quick when it is there already
#        java        the Windows java with these arguments, e.g. -cp 'Z:\a.jar;Z:\b' app.naru.Naru
#        run         a Windows program, e.g. run netsh advfirewall firewall show rule name=all
#        reg         Wine's reg.exe, e.g. reg import hive.reg (a Linux path)
#        runtime     fetches Java alone and prints its folder
#        layout      prints the offsets of the structures that the program binds by itself
#        screenshot  the Windows java on a display of its own; writes what is to be seen to FILE (PNG)
#                    when the picture has stood still for some seconds, then ends the program
#        stop        ends what still runs in the prefix
#        env         the shell assignments that the other commands run with
#
# What it makes, all below $NARU_TEST_CACHE:
#   jre        Temurin's JRE 21 for Windows x64, from an artifact of Maven Central that carries a whole
#              one (its licence, GPLv2 with the Classpath Exception, stays beside it)
#   wine-bin   wineshim.dll, the stand-ins netsh.exe, wsl.exe and powershell.exe and the probes, built with mingw
#   prefix     a Windows folder tree and registry; this and wine-bin of its own for each checkout
#
# environment
#   NARU_TEST_CACHE   where it is kept     (${XDG_CACHE_HOME:-~/.cache}/naru-test)
#   NARU_WINE_NAME    tells a checkout's prefixes apart that are used side by side   ("")
#   NARU_WINE_PREFIX  the prefix           (wine-prefix-CHECKOUT-NAME in there)
#   NARU_WINE_SIZE    of the display       (1280x880)
#   NARU_WINE_COLOUR  that a screenshot waits for, as #RRGGBB with capital letters   (none)
#
# Exit code 3: a program that this needs is not installed.
#
# needs: wine64 8, unzip, maven, gcc-mingw-w64-x86-64, fonts-nanum; screenshot also xvfb and imagemagick
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${NARU_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/naru-test}
SIZE=${NARU_WINE_SIZE:-1280x880}

JRE_ARTIFACT=org.sonarsource.scanner.cli:sonar-scanner-cli:8.1.0.6389:zip:windows-x64
JRE_SHA256=73f0e71928673d5b2f39bb86213342a30e51a14c8eec345164016bb29c8df8ee
RUNTIME=$CACHE/jre-windows-${JRE_SHA256:0:12}

CHECKOUT=$(printf %s "$HERE" | sha256sum)
BIN=$CACHE/wine-bin-${CHECKOUT:0:12}
export WINEPREFIX=${NARU_WINE_PREFIX:-$CACHE/wine-prefix-${CHECKOUT:0:12}${NARU_WINE_NAME:+-$NARU_WINE_NAME}}
export WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8
# mscoree and mshtml would offer downloads, winemenubuilder would write to this user's desktop; the stand-ins come before Wine's own programs
export WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d;netsh.exe,wsl.exe,powershell.exe=n'
STAND_INS='netsh.exe wsl.exe WindowsPowerShell/v1.0/powershell.exe'

die() { echo "wine.sh: $*" >&2; exit 1; }
need() {
  local missing=() each
  for each; do command -v "$each" >/dev/null || missing+=("$each"); done
  [ ${#missing[@]} -eq 0 ] || { echo "wine.sh: missing: ${missing[*]}" >&2; exit 3; }
}
# windows_path PATH: as a Windows program under Wine sees it
windows_path() { local p=${1//\//\\}; printf '%s' "Z:$p"; }
# wine's start script warns on every start that there is no 32-bit Wine, which nothing here needs
wine() { if [ -x /usr/lib/wine/wine64 ]; then /usr/lib/wine/wine64 "$@"; else command wine "$@"; fi; }
wineserver() {
  if [ -x /usr/lib/wine/wineserver64 ]; then /usr/lib/wine/wineserver64 "$@"; else command wineserver "$@"; fi
}

fetch_runtime() {
  [ ! -e "$RUNTIME/bin/java.exe" ] || return 0
  need mvn unzip sha256sum
  local work=$CACHE/fetch.$$
  mkdir -p "$work"
  (cd "$work" && mvn -q -B dependency:copy -Dartifact=$JRE_ARTIFACT -DoutputDirectory="$work" \
    -Dmdep.useBaseVersion=true >&2) || die "could not fetch $JRE_ARTIFACT"
  echo "$JRE_SHA256  $(echo "$work"/*.zip)" | sha256sum -c --quiet - >&2 ||
    die "$JRE_ARTIFACT is not the one that was pinned"
  unzip -q "$work"/*.zip '*/jre/*' -d "$work"
  rm -rf "$RUNTIME"
  mv "$work"/*/jre "$RUNTIME"
  rm -rf "$work"
}

build() {
  local sources; sources=$(cat "$HERE"/*.c "$HERE"/netsh/* "$HERE/wine.sh" | sha256sum)
  [ "$(cat "$BIN/built-from" 2>/dev/null)" != "$sources" ] || return 0
  need x86_64-w64-mingw32-gcc
  local cc='x86_64-w64-mingw32-gcc -O2 -Wall -Wextra -Werror' source name
  mkdir -p "$BIN"
  $cc -Wno-unused-parameter -Wno-cast-function-type -shared -o "$BIN/wineshim.dll" "$HERE/wineshim.c"
  for source in "$HERE"/*.c; do
    name=$(basename "$source" .c)
    [ "$name" != wineshim ] || continue
    $cc -municode -o "$BIN/$name.exe" "$source" -ladvapi32 -lole32 -lws2_32
  done
  $cc -municode -o "$BIN/netsh.exe" "$HERE"/netsh/*.c -ladvapi32 -lole32 -lws2_32
  echo "$sources" >"$BIN/built-from"
}

make_prefix() {
  local font each file
  if [ ! -e "$WINEPREFIX/naru-ready" ]; then
    need wine
    wine wineboot -i >/dev/null 2>&1 || true
    wineserver -w
    # without font smoothing JavaFX draws its text as white boxes
    for each in 'FontSmoothing REG_SZ 2' 'FontSmoothingType REG_DWORD 2' \
      'FontSmoothingGamma REG_DWORD 1000' 'FontSmoothingOrientation REG_DWORD 1'; do
      set -- $each
      wine reg add 'HKCU\Control Panel\Desktop' /v "$1" /t "$2" /d "$3" /f >/dev/null
    done
    for font in /usr/share/fonts/truetype/nanum/NanumGothic{,Bold,Coding}.ttf; do
      [ ! -e "$font" ] || cp "$font" "$WINEPREFIX/drive_c/windows/Fonts/"
    done
    touch "$WINEPREFIX/naru-ready"
  fi
  for each in $STAND_INS; do
    file=$BIN/$(basename "$each")
    cmp -s "$file" "$WINEPREFIX/drive_c/windows/system32/$each" || [ ! -e "$file" ] || {
      mkdir -p "$(dirname "$WINEPREFIX/drive_c/windows/system32/$each")"
      cp --remove-destination "$file" "$WINEPREFIX/drive_c/windows/system32/$each"
    }
  done
}

setup() {
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  flock 9
  fetch_runtime
  build
  make_prefix 9>&-
  exec 9>&-
}

java_command() {
  JAVA=("$(windows_path "$RUNTIME/bin/java.exe")"
    "-agentpath:$(windows_path "$BIN/wineshim.dll")" -XX:-PrintWarnings -Dprism.order=sw)
}

# picture DISPLAY FILE: true when there is more to be seen than a desktop and a window's frame, and the colour
# that is waited for
picture() {
  DISPLAY=$1 import -silent -window root "png:$2" 2>/dev/null &&
    [ "$(identify -format %k "$2" 2>/dev/null || echo 0)" -gt 150 ] &&
    { [ -z "${NARU_WINE_COLOUR:-}" ] || [ "$(pixels "$2" "$NARU_WINE_COLOUR")" -gt 200 ]; }
}

# pixels FILE COLOUR: how many it has of that colour
pixels() {
  convert "$1" -depth 8 -format %c histogram:info:- |
    awk -v colour="$2" 'index($0, colour) { sub(":", "", $1); n = $1 } END { print n + 0 }'
}

screenshot() {
  need Xvfb import identify convert
  local file=$1 number before='' still=0 now n; shift
  dir=$(mktemp -d) java='' server=''
  Xvfb -displayfd 3 -screen 0 "${SIZE}x24" -nolisten tcp 3>"$dir/display" >/dev/null 2>&1 &
  server=$!
  # the program is Wine's child, not ours: what runs in this checkout's prefix is ended as a whole
  trap 'wineserver -k || true; kill $java $server 2>/dev/null || true; rm -rf "$dir"' EXIT
  for ((n = 0; n < 100; n++)); do [ ! -s "$dir/display" ] || break; sleep 0.1; done
  number=:$(cat "$dir/display")
  java_command
  DISPLAY=$number wine explorer "/desktop=naru$$,$SIZE" "${JAVA[@]}" "$@" >&2 </dev/null &
  java=$!
  for ((n = 0; n < 90; n++)); do
    sleep 1
    kill -0 $java 2>/dev/null || die "the program ended before it showed anything"
    picture "$number" "$dir/shot.png" || continue
    now=$(identify -format %# "$dir/shot.png")
    [ "$now" = "$before" ] || { before=$now still=0; continue; }
    still=$((still + 1))
    [ $still -lt 4 ] || { cp "$dir/shot.png" "$file"; return 0; }
  done
  [ ! -e "$dir/shot.png" ] || cp "$dir/shot.png" "$file"
  die "the picture never stood still"
}

command=${1:-}; shift || true
case $command in
  setup)      setup ;;
  java)       setup; java_command; wine "${JAVA[@]}" "$@" ;;
  run)        setup; wine "$@" ;;
  reg)        setup; wine reg "$@" ;;
  screenshot) setup; screenshot "$@" ;;
  layout)     setup; wine "$BIN/layout.exe" | tr -d '\r' ;;
  runtime)    mkdir -p "$CACHE"; (flock 9; fetch_runtime) 9>"$CACHE/lock"; echo "$RUNTIME" ;;
  stop)       wineserver -k || true; wineserver -w ;;
  env)        for each in WINEPREFIX WINEARCH WINEDEBUG WINEDLLOVERRIDES RUNTIME BIN; do
                printf '%s=%q\n' $each "${!each}"
              done ;;
  *)          sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"; exit 2 ;;
esac
