#!/usr/bin/env bash
# package.sh - makes a folder of the program with a Java of its own, by jpackage, of what "mvn package"
# left in target/naru: for a Linux without a Java from 21 on.
#
# usage: package.sh [FOLDER]        target/package; the program is FOLDER/naru/bin/naru
#
# needs: a JDK from 21 on with jpackage, of this system
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILT=$ROOT/target/naru
OUT=$(realpath -m "${1:-$ROOT/target/package}")
VERSION=$(sed -n 's,^    <version>\(.*\)</version>,\1,p' "$ROOT/pom.xml" | head -n 1)
JPACKAGE=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage
# What the program and its libraries use (jdeps), and what is only found when it runs: elliptic curves for
# HTTPS, Korean in dates and code pages.
MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.sql,java.xml
MODULES+=,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.unsupported

[ -r "$BUILT/lib/naru.jar" ] || { echo "package.sh: $BUILT is not built: mvn package" >&2; exit 1; }
command -v "$JPACKAGE" >/dev/null || { echo "package.sh: missing: $JPACKAGE" >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/app"
cp "$BUILT"/lib/*.jar "$work/app/"
cp -r "$BUILT/lib/linux" "$work/app/javafx"
[ -r "$BUILT/sbom.json" ] || { echo "package.sh: $BUILT has no sbom.json, which mvn -o does not write: mvn package, with the network" >&2; exit 1; }
cp -r "$BUILT/LICENSE" "$BUILT/third-party" "$BUILT/sbom.json" "$work/app/"
rm -rf "$OUT/naru"
"$JPACKAGE" --type app-image --name naru --app-version "$VERSION" --vendor Naru \
  --input "$work/app" --main-jar naru.jar --main-class app.naru.Main --dest "$OUT" \
  --add-modules $MODULES \
  --jlink-options '--strip-debug --no-header-files --no-man-pages --generate-cds-archive' \
  --java-options '-XX:+UseSerialGC -Xms24m -Xmx128m -XX:-UsePerfData -Dprism.order=sw' \
  --java-options '--module-path=$APPDIR/javafx --add-modules=javafx.controls,javafx.fxml' \
  --java-options '--enable-native-access=javafx.graphics,ALL-UNNAMED'
echo "$OUT/naru/bin/naru"
