# build-windows.ps1 - makes Naru's MSI on Windows by jpackage, with the Java that builds it: for a runtime that
# is newer than the one pinned in lab/wine/wine.sh. See README.md for when to use which.
#
# usage: powershell -ExecutionPolicy Bypass -File installer\build-windows.ps1 [-Sign COMMAND] [-Output FOLDER]
#
#   -Sign    a command that signs the file given to it as its last argument (README.md)
#   -Output  where to put the MSI; target\installer
#
# needs: a JDK from 21 on (JAVA_HOME), Maven on a JDK from 21 on, and WiX on the PATH: 3.14 (candle.exe, light.exe)
# for JDK 21 to 23, which know no newer one; 5.0 (wix.exe, with the extensions WixToolset.UI.wixext and
# WixToolset.Util.wixext) from JDK 24 on.
param(
    [string]$Sign = $env:NARU_SIGN,
    [string]$Output = ''
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3

# For ever: by it Windows knows that a newer Naru takes the place of an older one.
$UpgradeCode = '6f1d0f0e-6a1b-4b52-9a55-0e6a5ce0a7d4'
# What the program and its libraries use; as in package.sh, and Windows' own certificates.
$Modules = 'java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.sql,' +
    'java.xml,jdk.charsets,jdk.crypto.ec,jdk.crypto.mscapi,jdk.httpserver,jdk.localedata,jdk.unsupported'

function Stop-With([string]$Text) { Write-Error $Text -ErrorAction Continue; exit 1 }

# Runs a program and ends where it fails.
function Invoke-Program([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { Stop-With "$Program ended with $LASTEXITCODE" }
}

function Assert-Tools([int]$JavaVersion) {
    $wanted = if ($JavaVersion -ge 24) { 'wix.exe' } else { 'candle.exe' }
    if (-not (Get-Command $wanted -ErrorAction SilentlyContinue)) {
        Stop-With "$wanted is not on the PATH: JDK $JavaVersion needs WiX $(if ($JavaVersion -ge 24) { '5.0' } else { '3.14' })"
    }
    if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) { Stop-With 'mvn is not on the PATH' }
}

$root = Split-Path -Parent $PSScriptRoot
if (-not $Output) { $Output = Join-Path $root 'target\installer' }
if (-not $env:JAVA_HOME) { Stop-With 'JAVA_HOME is not set: it names the JDK that builds Naru and is shipped with it' }
$release = Get-Content (Join-Path $env:JAVA_HOME 'release')
$javaVersion = [int](($release | Select-String '^JAVA_VERSION="(\d+)').Matches[0].Groups[1].Value)
if ($javaVersion -lt 21) { Stop-With "JAVA_HOME is Java ${javaVersion}; Naru needs 21 or newer" }
Assert-Tools $javaVersion

Push-Location $root
try {
    Invoke-Program mvn @('-B', '-ntp', 'package', '-DskipTests')
    # Windows takes three numbers and no letters: 0.2.0-beta is 0.2.0.
    $version = ([xml](Get-Content pom.xml)).project.version -replace '-.*$', ''
    $work = Join-Path ([IO.Path]::GetTempPath()) "naru-msi-$PID"
    $app = New-Item -ItemType Directory -Force (Join-Path $work 'app')
    $native = New-Item -ItemType Directory -Force (Join-Path $app 'native')
    $javafx = New-Item -ItemType Directory -Force (Join-Path $app 'javafx\lib')
    $javafxBin = New-Item -ItemType Directory -Force (Join-Path $app 'javafx\bin')
    Copy-Item target\naru\lib\*.jar $app
    Copy-Item -Recurse target\naru\third-party, target\naru\sbom.json, LICENSE $app

    # Beside the program and not unpacked anywhere: JNA's library, and JavaFX's.
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    function Expand-Dlls([string]$Jar, [string]$Pattern, [string]$Folder) {
        $zip = [IO.Compression.ZipFile]::OpenRead($Jar)
        try {
            foreach ($entry in $zip.Entries | Where-Object FullName -Like $Pattern) {
                [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, (Join-Path $Folder $entry.Name), $true)
            }
        } finally { $zip.Dispose() }
    }
    $jna = (Get-ChildItem (Join-Path $app 'jna-[0-9]*.jar')).FullName
    Expand-Dlls $jna 'com/sun/jna/win32-x86-64/jnidispatch.dll' $native
    foreach ($jar in Get-ChildItem target\naru\lib\windows\*.jar) {
        Copy-Item $jar $javafx
        Expand-Dlls $jar.FullName '*.dll' $javafxBin
    }

    $icon = Join-Path $work 'naru.ico'
    Invoke-Program "$env:JAVA_HOME\bin\java.exe" @('-cp', 'target\naru\lib\naru.jar', 'installer\IconFile.java', $icon)
    $cli = Join-Path $work 'naru-cli.properties'
    Set-Content -Encoding ascii $cli "win-console=true`nwin-shortcut=false`nwin-menu=false"

    # The launchers start Java in their own process; without win.norestart they would start themselves once more,
    # and a firewall rule would name the outer one.
    $common = @('--name', 'Naru', '--app-version', $version, '--vendor', 'Naru', '--icon', $icon)
    $image = Join-Path $work 'image'
    Invoke-Program "$env:JAVA_HOME\bin\jpackage.exe" (@('--type', 'app-image') + $common + @(
        '--input', "$app", '--main-jar', 'naru.jar', '--main-class', 'app.naru.Main', '--dest', $image,
        '--add-launcher', "naru-cli=$cli", '--add-modules', $Modules,
        '--jlink-options', '--strip-debug --no-header-files --no-man-pages --strip-native-commands',
        '--java-options', '-XX:+UseSerialGC -Xms24m -Xmx128m -XX:-UsePerfData',
        '--java-options', '-Djava.library.path=$APPDIR\native -Djna.boot.library.path=$APPDIR\native',
        '--java-options', '-Djna.nosys=true -Djna.nounpack=true',
        '--java-options', '--module-path=$APPDIR\javafx\lib --add-modules=javafx.controls,javafx.fxml',
        '--java-options', '--enable-native-access=javafx.graphics,ALL-UNNAMED'))
    foreach ($cfg in Get-ChildItem "$image\Naru\app\*.cfg") {
        (Get-Content $cfg) -replace '^\[Application\]', "[Application]`nwin.norestart=true" | Set-Content -Encoding ascii $cfg
    }
    if ($Sign) {
        foreach ($exe in Get-ChildItem "$image\Naru\*.exe") { Invoke-Program $Sign @($exe.FullName) }
    }

    New-Item -ItemType Directory -Force $Output | Out-Null
    # Per machine, as without --win-per-user-install: a firewall rule must not name a program that a user could exchange.
    Invoke-Program "$env:JAVA_HOME\bin\jpackage.exe" (@('--type', 'msi') + $common + @(
        '--app-image', "$image\Naru", '--dest', $Output, '--win-upgrade-uuid', $UpgradeCode,
        '--win-menu', '--win-menu-group', 'Naru', '--win-shortcut-prompt', '--license-file', 'LICENSE'))
    $msi = Join-Path $Output "Naru-$version.msi"
    if ($Sign) { Invoke-Program $Sign @($msi) }
    Write-Output $msi
} finally {
    Pop-Location
    if (Get-Variable work -ErrorAction SilentlyContinue) { Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue }
}
