; Naru's setup for Windows on x64, per machine. Compiled by build.sh, which defines VERSION, NUMBERS,
; PROGRAM (the folder to install), ICON, SIDE (the picture beside the first and the last page) and OUT.
;
; Silent: setup.exe /S [/DESKTOP=1] [/AUTOSTART=1] [/PATH=1] [/CLOSE=1] [/ARCHIVE=0] [/LANG=1042] [/D=FOLDER]
;         uninstall.exe /S [/PURGE=1] [/CLOSE=1] [/LANG=1042]
; Exit codes: 0 done, 1 cancelled, 2 failed, 5 not done since Naru runs

Unicode true
Target amd64-unicode
!ifdef STORED
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel admin

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh
!include x64.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Naru"

Name "Naru"
OutFile "${OUT}"
BrandingText "Naru ${VERSION}"
; Program Files alone: a firewall rule must not name a program that a user could exchange for another.
InstallDir "$PROGRAMFILES64\Naru"
InstallDirRegKey HKLM "${UNINSTALL}" "InstallLocation"

!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define RUNNING 5

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "Naru"
VIAddVersionKey FileDescription "Naru's setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "Naru"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartNaru
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE EndRunning
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE un.EndRunning
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UNINSTALL_TEXT)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"
; NSIS's own choice, Gulim, is not on every Windows.
SetFont /LANG=${LANG_KOREAN} "Malgun Gothic" 9

LangString WELCOME_TITLE ${LANG_ENGLISH} "Set up Naru ${VERSION}"
LangString WELCOME_TITLE ${LANG_KOREAN} "Naru ${VERSION} 설치"
LangString WELCOME_TEXT ${LANG_ENGLISH} "Naru opens a server of this PC to a phone on the same Wi-Fi, or to a friend on the Internet, one step at a time. It says what is in the way when that does not work, and undoes everything again.$\r$\n$\r$\nIt is installed for all users of this PC. Nothing is opened before you open it. Settings of an older version are kept.$\r$\n$\r$\nClick Next to go on."
LangString WELCOME_TEXT ${LANG_KOREAN} "Naru는 이 PC의 서버를 같은 Wi-Fi에 있는 휴대전화나 인터넷의 친구에게 한 단계씩 열어 줍니다. 되지 않을 때는 무엇이 막고 있는지 알려 주고, 모두 되돌릴 수 있습니다.$\r$\n$\r$\n이 PC의 모든 사용자가 쓸 수 있게 설치합니다. 직접 열기 전에는 아무것도 열리지 않으며, 이전 버전의 설정은 그대로 남습니다.$\r$\n$\r$\n계속하려면 '다음'을 누르세요."
LangString PART_PROGRAM ${LANG_ENGLISH} "Naru"
LangString PART_PROGRAM ${LANG_KOREAN} "Naru"
LangString PART_DESKTOP ${LANG_ENGLISH} "Shortcut on the desktop"
LangString PART_DESKTOP ${LANG_KOREAN} "바탕 화면에 바로 가기"
LangString PART_AUTOSTART ${LANG_ENGLISH} "Start with Windows"
LangString PART_AUTOSTART ${LANG_KOREAN} "Windows와 함께 시작"
LangString PART_PATH ${LANG_ENGLISH} "naru-cli on the PATH"
LangString PART_PATH ${LANG_KOREAN} "naru-cli를 PATH에 추가"
LangString ABOUT_PROGRAM ${LANG_ENGLISH} "The program with its own Java, and a firewall rule that opens nothing, but keeps Windows from asking."
LangString ABOUT_PROGRAM ${LANG_KOREAN} "프로그램과 전용 Java, 그리고 Windows가 묻지 않게 하는 방화벽 규칙입니다. 이 규칙으로 열리는 것은 없습니다."
LangString ABOUT_DESKTOP ${LANG_ENGLISH} "For all users of this PC."
LangString ABOUT_DESKTOP ${LANG_KOREAN} "이 PC의 모든 사용자에게 만듭니다."
LangString ABOUT_AUTOSTART ${LANG_ENGLISH} "For you: Naru starts in the tray after you sign in. Task Manager can switch it off."
LangString ABOUT_AUTOSTART ${LANG_KOREAN} "로그인하면 Naru가 트레이에서 시작합니다. 작업 관리자에서 끌 수 있습니다."
LangString ABOUT_PATH ${LANG_ENGLISH} "So that naru-cli can be typed in every terminal."
LangString ABOUT_PATH ${LANG_KOREAN} "어느 터미널에서나 naru-cli를 입력할 수 있습니다."
LangString UNINSTALL_TEXT ${LANG_ENGLISH} "Naru is removed from this PC, and with it every firewall rule that it made."
LangString UNINSTALL_TEXT ${LANG_KOREAN} "이 PC에서 Naru를 제거합니다. Naru가 만든 방화벽 규칙도 모두 함께 지웁니다."
LangString ASK_CLOSE ${LANG_ENGLISH} "Naru is running. Close it and go on? What it has open is closed with it."
LangString ASK_CLOSE ${LANG_KOREAN} "Naru가 실행 중입니다. Naru를 닫고 계속할까요? 열어 둔 서버도 함께 닫힙니다."
LangString CANT_CLOSE ${LANG_ENGLISH} "Naru did not close. Close it from its tray icon and try again."
LangString CANT_CLOSE ${LANG_KOREAN} "Naru가 닫히지 않았습니다. 트레이 아이콘에서 닫은 뒤 다시 시도해 주세요."
LangString NOT_X64 ${LANG_ENGLISH} "Naru needs a 64-bit Windows 10 or newer."
LangString NOT_X64 ${LANG_KOREAN} "Naru는 64비트 Windows 10 이상에서 실행됩니다."
LangString NO_RULES ${LANG_ENGLISH} "The firewall rule was not made. Naru works, and Windows may ask when you open a server for the first time."
LangString NO_RULES ${LANG_KOREAN} "방화벽 규칙을 만들지 못했습니다. Naru는 사용할 수 있지만, 서버를 처음 열 때 Windows가 물어볼 수 있습니다."
LangString ASK_SETTINGS ${LANG_ENGLISH} "Delete your settings and saved servers, too?"
LangString ASK_SETTINGS ${LANG_KOREAN} "설정과 저장한 서버 목록도 삭제할까요?"
LangString MAKES_ARCHIVE ${LANG_ENGLISH} "Preparing Naru to start quickly…"
LangString MAKES_ARCHIVE ${LANG_KOREAN} "Naru가 빨리 시작되도록 준비하는 중…"
LangString COMMENT ${LANG_ENGLISH} "Opens a server of this PC to other devices"
LangString COMMENT ${LANG_KOREAN} "이 PC의 서버를 다른 기기에 엽니다"

; SETUP PARAMETERS: naru-setup.exe of the installed folder, its exit code on the stack
!macro Setup PARAMETERS
  nsExec::Exec `"$INSTDIR\naru-setup.exe" ${PARAMETERS}`
!macroend
!define Setup "!insertmacro Setup"

; A silent setup ends; otherwise the page stays.
!macro GoNoFurther
  ${If} ${Silent}
    SetErrorLevel ${RUNNING}
    Quit
  ${EndIf}
  Abort
!macroend

; Goes on only when no program of the folder runs, TOOL being naru-setup.exe.
!macro EndRunning TOOL
  nsExec::Exec `"${TOOL}" running "$INSTDIR"`
  Pop $0
  ${If} $0 == 1
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/CLOSE=" $2
    ${If} ${Errors}
    ${OrIf} $2 != 1
      ${If} ${Silent}
      ${OrIf} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONQUESTION "$(ASK_CLOSE)" IDCANCEL`
        !insertmacro GoNoFurther
      ${EndIf}
    ${EndIf}
    nsExec::Exec `"${TOOL}" close "$INSTDIR"`
    Pop $0
    ${If} $0 != 0
      MessageBox MB_OK|MB_ICONSTOP "$(CANT_CLOSE)" /SD IDOK
      !insertmacro GoNoFurther
    ${EndIf}
  ${EndIf}
!macroend

Section "$(PART_PROGRAM)" SecProgram
  SectionIn RO
  ; The archive of classes, which is made here: in KB.
  AddSize 51000
  ; What an older version left must not lie beside the new one.
  ${If} ${FileExists} "$INSTDIR\Naru.exe"
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\third-party"
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ; Of the classes that a start needs, for this very Java in this folder: without it, Naru starts slower.
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "/ARCHIVE=" $R1
  ${If} ${Errors}
  ${OrIf} $R1 != 0
    SetDetailsPrint both
    DetailPrint "$(MAKES_ARCHIVE)"
    nsExec::Exec `"$INSTDIR\Naru.exe" --make-class-archive`
    Pop $0
  ${EndIf}

  ${Setup} `add-rules "$INSTDIR"`
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONINFORMATION "$(NO_RULES)" /SD IDOK
  ${EndIf}

  SetShellVarContext all
  CreateShortcut "$SMPROGRAMS\Naru.lnk" "$INSTDIR\Naru.exe" "" "" "" "" "" "$(COMMENT)"

  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Naru"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Naru.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Naru"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section /o "$(PART_DESKTOP)" SecDesktop
  SetShellVarContext all
  CreateShortcut "$DESKTOP\Naru.lnk" "$INSTDIR\Naru.exe" "" "" "" "" "" "$(COMMENT)"
SectionEnd

Section /o "$(PART_AUTOSTART)" SecAutostart
  ; As the program's own switch does it (RunKey): with Windows it starts in the tray alone.
  WriteRegStr HKCU "${RUN}" "Naru" '"$INSTDIR\Naru.exe" tray'
SectionEnd

Section /o "$(PART_PATH)" SecPath
  ${Setup} `add-path "$INSTDIR"`
  Pop $0
SectionEnd

; What an older version had, and is no longer ticked.
Section "-NotWanted"
  ${IfNot} ${SectionIsSelected} ${SecDesktop}
    SetShellVarContext all
    Delete "$DESKTOP\Naru.lnk"
  ${EndIf}
  ${IfNot} ${SectionIsSelected} ${SecAutostart}
    DeleteRegValue HKCU "${RUN}" "Naru"
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SecProgram} $(ABOUT_PROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecDesktop} $(ABOUT_DESKTOP)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecAutostart} $(ABOUT_AUTOSTART)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecPath} $(ABOUT_PATH)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; CHOOSE OPTION SECTION: what is a tick in the window is an option without one
!macro Choose OPTION SECTION
  ClearErrors
  ${GetOptions} $R0 "/${OPTION}=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 1
    !insertmacro SelectSection ${SECTION}
  ${EndIf}
!macroend

; What an older version has is ticked from the start, so that an update leaves it as it is.
Function AsItIs
  SetShellVarContext all
  ${If} ${FileExists} "$DESKTOP\Naru.lnk"
    !insertmacro SelectSection ${SecDesktop}
  ${EndIf}
  ReadRegStr $R1 HKCU "${RUN}" "Naru"
  ${If} $R1 != ""
    !insertmacro SelectSection ${SecAutostart}
  ${EndIf}
FunctionEnd

; /LANG=1042 instead of what Windows speaks
!macro ChooseLanguage
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE $R1
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_X64)" /SD IDOK
    Abort
  ${EndIf}
  !insertmacro ChooseLanguage
  Call AsItIs
  !insertmacro Choose DESKTOP ${SecDesktop}
  !insertmacro Choose AUTOSTART ${SecAutostart}
  !insertmacro Choose PATH ${SecPath}
  InitPluginsDir
  File "/oname=$PLUGINSDIR\naru-setup.exe" "${PROGRAM}\naru-setup.exe"
  ${If} ${Silent}
    Call EndRunning
  ${EndIf}
FunctionEnd

Function EndRunning
  !insertmacro EndRunning "$PLUGINSDIR\naru-setup.exe"
FunctionEnd

; By the desktop's own program, or Naru would run as administrator.
Function StartNaru
  Exec `"$WINDIR\explorer.exe" "$INSTDIR\Naru.exe"`
FunctionEnd

Function un.onInit
  !insertmacro ChooseLanguage
  ${If} ${Silent}
    Call un.EndRunning
  ${EndIf}
FunctionEnd

Function un.EndRunning
  !insertmacro EndRunning "$INSTDIR\naru-setup.exe"
FunctionEnd

; Off the start with Windows, for every user who is signed in.
Function un.Autostart
  StrCpy $0 0
  ${Do}
    EnumRegKey $1 HKU "" $0
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    DeleteRegValue HKU "$1\${RUN}" "Naru"
    DeleteRegValue HKU "$1\${APPROVED}" "Naru"
    IntOp $0 $0 + 1
  ${Loop}
FunctionEnd

; A mirrored WSL has a firewall of its own, which knows no netsh.
Function un.HyperVRules
  nsExec::Exec `"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "Get-NetFirewallHyperVRule -ErrorAction SilentlyContinue | Where-Object Name -cmatch '^Naru-[0-9a-f]{8}$$' | Remove-NetFirewallHyperVRule"`
  Pop $0
FunctionEnd

Section Uninstall
  ${Setup} `remove-rules`
  Pop $0
  Call un.HyperVRules
  ${Setup} `remove-path "$INSTDIR"`
  Pop $0
  Call un.Autostart

  SetShellVarContext all
  Delete "$SMPROGRAMS\Naru.lnk"
  Delete "$DESKTOP\Naru.lnk"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\third-party"
  Delete "$INSTDIR\Naru.exe"
  Delete "$INSTDIR\naru-cli.exe"
  Delete "$INSTDIR\naru-setup.exe"
  Delete "$INSTDIR\*.txt"
  Delete "$INSTDIR\*.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${UNINSTALL}"

  SetShellVarContext current
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PURGE=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 1
    RMDir /r "$LOCALAPPDATA\Naru"
  ${ElseIf} ${FileExists} "$LOCALAPPDATA\Naru\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ASK_SETTINGS)" /SD IDNO IDNO +2
    RMDir /r "$LOCALAPPDATA\Naru"
  ${EndIf}
SectionEnd
