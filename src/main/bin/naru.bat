@echo off
rem Starts Naru: the window, or with arguments the command line. Finds a Java by itself.
setlocal EnableExtensions DisableDelayedExpansion
set "NARU_OLDEST=21"
for %%I in ("%~dp0..") do set "NARU_PROGRAM=%%~fI"
set "NARU_JAVA="

call :try "%NARU_PROGRAM%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :tryBin "%%~dp$PATH:J"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*") do call :try "%%~fD"
if not defined NARU_JAVA goto :none

if "%~1"=="" goto :window
if "%~1"=="wizard" goto :window
if "%~1"=="tray" goto :window
"%NARU_JAVA%\bin\java.exe" -XX:+UseSerialGC -Xms24m -Xmx128m --enable-native-access=ALL-UNNAMED -cp "%NARU_PROGRAM%\lib\naru.jar;%NARU_PROGRAM%\lib\*" app.naru.Main %*
exit /b %ERRORLEVEL%

:window
start "" "%NARU_JAVA%\bin\javaw.exe" -XX:+UseSerialGC -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 -XX:-ShrinkHeapInSteps -Xms24m -Xmx128m --module-path "%NARU_PROGRAM%\lib\windows" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED -cp "%NARU_PROGRAM%\lib\naru.jar;%NARU_PROGRAM%\lib\*" app.naru.Main %*
exit /b 0

:none
>&2 echo naru: no Java %NARU_OLDEST% or newer was found. Install one, such as Eclipse Temurin, or set JAVA_HOME to it.
>&2 echo Looked at: %NARU_PROGRAM%\runtime, JAVA_HOME, PATH, and below "%ProgramFiles%": Eclipse Adoptium, Microsoft, Java, Zulu, BellSoft, Amazon Corretto
exit /b 1

rem A java.exe on the PATH: its folder's parent is the runtime.
:tryBin
for %%I in ("%~1..") do call :try "%%~fI"
goto :eof

rem Takes the Java of that folder if its release file says that it is new enough.
:try
if defined NARU_JAVA goto :eof
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
set "NARU_VERSION=0"
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "NARU_VERSION=%%~B"
for /f "tokens=1 delims=.+-" %%M in ("%NARU_VERSION%") do if %%M GEQ %NARU_OLDEST% set "NARU_JAVA=%~1"
goto :eof
