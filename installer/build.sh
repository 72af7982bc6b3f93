#!/usr/bin/env bash
# build.sh - makes the Windows program and its setup on Linux, from what "mvn package" left in target/naru.
#
# usage: build.sh launcher FOLDER     Naru.exe, naru-cli.exe and naru-setup.exe
#        build.sh program FOLDER      the whole program as it is installed, its Java included
#        build.sh setup [FOLDER]      target/installer/Naru-VERSION-x64-setup.exe of it
#        build.sh same FOLDER         makes it all twice in there and names what is not the same
#
# environment
#   NARU_VERSION          instead of the version in pom.xml
#   NARU_SETUP_STORED     1: the setup is not compressed, in a tenth of the time
#   NARU_SETUP_FOLDER     where to put it instead of target/installer
#   NARU_SIGN             a command that signs the file given to it as its last argument; see README.md
#
# Exit code 3: a program that this needs is not installed.
#
# needs: gcc-mingw-w64-x86-64, nsis, zip, unzip, a JDK from 21 on; for Java see lab/wine/wine.sh
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$HERE")
BUILT=$ROOT/target/naru
OUT=$ROOT/target/installer
VERSION=${NARU_VERSION:-$(sed -n 's,^    <version>\(.*\)</version>,\1,p' "$ROOT/pom.xml" | head -n 1)}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

# the same bytes from the same sources: every time stamp is that of the release
EPOCH=$(date -u -d "$(sed -n 's,.*<project.build.outputTimestamp>\(.*\)</.*,\1,p' "$ROOT/pom.xml")" +%s)
export SOURCE_DATE_EPOCH=$EPOCH LC_ALL=C.UTF-8 TZ=UTC
umask 022

# Parts of Java that Naru has no use for: tools, debugging, development, another memory layout's archive.
LEFT_OUT='bin/*.exe bin/jdwp.dll bin/dt_socket.dll bin/server/classes_nocoops.jsa lib/*.lib lib/jrt-fs.jar
  lib/classlist lib/fontconfig.properties.src'

# of the setup, in bytes
LARGEST=70000000

die() { echo "build.sh: $*" >&2; exit 1; }
sign() { [ -z "${NARU_SIGN:-}" ] || $NARU_SIGN "$1"; }

# Three numbers for Windows, which takes no letters: 0.2.0-beta is 0,2,0,0.
numbers() { printf '%s' "${VERSION%%-*}.0.0.0" | cut -d. -f1-4 | tr . ,; }

# compile FILE DESCRIPTION SOURCE ARG...: an exe with the icon, the version and the manifest
compile() {
  local file=$1 description=$2 source=$3 resource; shift 3
  resource=$WORK/$(basename "$file" .exe).o
  {
    echo "#define VERSION_NUMBERS $(numbers)"
    echo "#define VERSION_TEXT \"$VERSION\""
    echo "#define FILE_NAME \"$(basename "$file")\""
    echo "#define FILE_DESCRIPTION \"$description\""
  } >"$WORK/version.h"
  x86_64-w64-mingw32-windres -I "$WORK" -I "$HERE/launcher" "$HERE/launcher/launcher.rc" "$resource"
  x86_64-w64-mingw32-gcc -std=gnu17 -O2 -s -Wall -Wextra -Werror -D_WIN32_WINNT=0x0A00 -municode \
    -ffile-prefix-map="$ROOT"=. -I "$HERE/launcher" -I "$JNI" -Wl,--no-insert-timestamp \
    -Wl,--dynamicbase,--nxcompat,--high-entropy-va "$@" -o "$file" "$HERE/launcher/$source" "$resource"
  sign "$file"
}

launcher() {
  WORK=$(mktemp -d)
  JNI=$("$JAVA" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')/include
  [ -r "$JNI/jni.h" ] || die "no jni.h in $JNI: is $JAVA a JDK's?"
  mkdir -p "$1"
  "$JAVA" -cp "$BUILT/lib/naru.jar" "$HERE/IconFile.java" "$WORK/naru.ico"
  cp "$WORK/naru.ico" "$OUT/naru.ico"
  "$JAVA" -cp "$BUILT/lib/naru.jar" "$HERE/SidePicture.java" "$OUT/side.bmp"
  # The setup holds the picture with its time.
  touch -d "@$EPOCH" "$OUT/naru.ico" "$OUT/side.bmp"
  compile "$1/Naru.exe" Naru launcher.c -mwindows
  compile "$1/naru-cli.exe" 'Naru on the command line' launcher.c -DCONSOLE
  compile "$1/naru-setup.exe" "Naru's setup" setup.c -mwindows
  rm -rf "$WORK"
}

# bill RUNTIME: the build's bill of materials, and the Java that the setup brings along
bill() {
  local version java
  version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\([^"]*\)".*/\1/p' "$1/release")
  java='{ "type": "platform", "group": "net.adoptium", "name": "temurin-jre", "version": "'$version'",'
  java+=' "licenses": [ { "expression": "GPL-2.0-only WITH Classpath-exception-2.0" } ] }'
  sed "s|^  \"components\" : \[|&\n    $java,|" "$BUILT/sbom.json"
}

# options PROGRAM: what both launchers hand to Java; the same jars and modules, so that one archive of
# classes serves both
options() {
  local jar path='{home}\app\naru.jar'
  for jar in "$1"/app/*.jar; do
    [ "$(basename "$jar")" = naru.jar ] || path="$path;{home}\\app\\$(basename "$jar")"
  done
  cat <<END
# What Naru's launcher hands to Java; {home} is this program's folder.
-XX:+UseSerialGC
-Xms24m
-Xmx128m
-XX:-UsePerfData
-Djava.class.path=$path
-Djava.library.path={home}\\app\\native
-Djna.boot.library.path={home}\\app\\native
-Djna.nosys=true
-Djna.nounpack=true
--module-path={home}\app\javafx\lib
--add-modules=javafx.controls,javafx.fxml
--enable-native-access=javafx.graphics,ALL-UNNAMED
END
}

program() {
  local runtime each
  [ -r "$BUILT/lib/naru.jar" ] || die "$BUILT is not built: mvn package"
  [ -r "$BUILT/sbom.json" ] || die "$BUILT has no sbom.json, which mvn -o does not write: mvn package, with the network"
  runtime=$("$ROOT/lab/wine/wine.sh" runtime)
  rm -rf "$1"
  mkdir -p "$1/app/native" "$1/app/javafx/lib" "$1/app/javafx/bin" "$OUT"
  launcher "$1"
  cp "$BUILT"/lib/*.jar "$1/app/"
  unzip -qjo "$BUILT"/lib/jna-[0-9]*.jar com/sun/jna/win32-x86-64/jnidispatch.dll -d "$1/app/native"
  # JavaFX looks for its libraries in ../bin before it unpacks those of its jars
  for each in "$BUILT"/lib/windows/*.jar; do
    cp "$each" "$1/app/javafx/lib/"
    ! unzip -l "$each" '*.dll' >/dev/null || {
      unzip -qjo "$each" '*.dll' -d "$1/app/javafx/bin"
      zip -qd "$1/app/javafx/lib/$(basename "$each")" '*.dll'
    }
  done
  # Quick compilation alone has the window there in two thirds of the time. A heap that shrinks again.
  {
    options "$1"
    printf '%s\n' -XX:TieredStopAtLevel=1 -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 \
      -XX:-ShrinkHeapInSteps -Dstderr.encoding=UTF-8
  } >"$1/app/Naru.options"
  options "$1" >"$1/app/naru-cli.options"
  cat "$BUILT/lib/classes.list" "$BUILT/lib/windows.list" >"$1/app/classes.list"
  cp -r "$runtime" "$1/runtime"
  # shellcheck disable=SC2086 # patterns
  (cd "$1/runtime" && rm -f $LEFT_OUT)
  cp "$ROOT/LICENSE" "$1/LICENSE.txt"
  cp -r "$BUILT/third-party" "$1/third-party"
  bill "$runtime" >"$1/sbom.json"
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f -exec chmod 644 {} +
  find "$1" -exec touch -h -d "@$EPOCH" {} +
}

setup() {
  local program; program=$(realpath -m "${1:-$OUT/Naru}")
  local file=${NARU_SETUP_FOLDER:-$OUT}/Naru-$VERSION-x64-setup.exe defines=()
  [ $# -gt 0 ] || program "$program"
  [ -z "${NARU_SETUP_STORED:-}" ] || defines+=(-DSTORED)
  makensis -V2 -INPUTCHARSET UTF8 "${defines[@]}" -DVERSION="$VERSION" -DNUMBERS="$(numbers | tr , .)" \
    -DPROGRAM="$program" -DICON="$OUT/naru.ico" -DSIDE="$OUT/side.bmp" -DOUT="$file" "$HERE/naru.nsi" >&2
  sign "$file"
  [ -n "${NARU_SETUP_STORED:-}" ] || [ "$(stat -c %s "$file")" -lt $LARGEST ] || die "$file is larger than 70 MB"
  echo "$file"
}

# Not compressed, which takes the time and depends on nothing else.
same() {
  local turn
  for turn in first second; do
    mkdir -p "$1/$turn"
    program "$1/$turn/Naru"
    NARU_SETUP_STORED=1 NARU_SETUP_FOLDER=$1/$turn setup "$1/$turn/Naru" >/dev/null
  done
  diff -r "$1/first" "$1/second" && echo "the same"
}

for each in x86_64-w64-mingw32-gcc makensis zip unzip; do
  command -v $each >/dev/null || { echo "build.sh: missing: $each" >&2; exit 3; }
done
command=${1:-}
case $command in
  launcher) mkdir -p "$OUT"; launcher "$2" ;;
  program)  program "$2" ;;
  setup)    shift; setup "$@" ;;
  same)     same "$(realpath -m "$2")" ;;
  *)        sed -n '2,/^set -/{/^set -/d;s/^# \{0,1\}//;p}' "$0"; exit 2 ;;
esac
