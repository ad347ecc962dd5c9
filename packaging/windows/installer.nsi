; The Windows installer: for one person, into a folder of choice, silent with /S (and /D=FOLDER as the last word).
; Uninstalling removes what was installed, and keeps projects, settings, models and everything a person made.
; Built by build.py:
;   makensis -DVERSION=0.1.0 -DNUMBERS=0.1.0.0 -DPAYLOAD=dist\Portraits -DOUTPUT=Setup.exe -DICON=portraits.ico installer.nsi

Unicode true
; Debian's NSIS can also make 64-bit installers; the one for Windows makes 32-bit ones, which run everywhere.
!ifdef AMD64
    Target amd64-unicode
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Portraits"
!define CLASSES "Software\Classes"

Name "Portraits"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Portraits"
InstallDirRegKey HKCU "Software\Portraits" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "Portraits ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Portraits"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Portraits"
VIAddVersionKey "CompanyName" "The Portraits developers"
VIAddVersionKey "LegalCopyright" "The whole is under the GNU GPL, see NOTICE.txt"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\portraits.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "Portraits is running. Close it, then try again."
LangString RUNNING ${LANG_GERMAN} "Portraits läuft noch. Bitte beenden und noch einmal versuchen."
LangString FOREIGN ${LANG_ENGLISH} "The folder $INSTDIR has other files in it. Choose an empty folder or a new one."
LangString FOREIGN ${LANG_GERMAN} "Im Ordner $INSTDIR liegen andere Dateien. Bitte einen leeren oder neuen Ordner wählen."
LangString PROJECT ${LANG_ENGLISH} "Portraits project"
LangString PROJECT ${LANG_GERMAN} "Portraits-Projekt"

; Ends with status 2 when a program in the folder is open: its file cannot then be opened for writing.
!macro RefuseWhileRunning UN
Function ${UN}RefuseWhileRunning
    ${For} $1 1 2
        StrCpy $0 "$INSTDIR\portraits.exe"
        ${If} $1 = 2
            StrCpy $0 "$INSTDIR\portraits-engine.exe"
        ${EndIf}
        ${If} ${FileExists} "$0"
            ClearErrors
            FileOpen $2 "$0" a
            ${If} ${Errors}
                MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
                SetErrorLevel 2
                Quit
            ${EndIf}
            FileClose $2
        ${EndIf}
    ${Next}
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

; What belongs to us, by name: a folder may hold a person's own files as well.
!macro RemoveProgram
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\portraits.exe"
    Delete "$INSTDIR\portraits-engine.exe"
    Delete "$INSTDIR\NOTICE.txt"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\uninstall.exe"
!macroend

Section
    Call RefuseWhileRunning
    ${If} ${FileExists} "$INSTDIR\portraits.exe"
        !insertmacro RemoveProgram
    ${ElseIf} ${FileExists} "$INSTDIR\_internal\*.*"
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)" /SD IDOK
        SetErrorLevel 3
        Quit
    ${EndIf}
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${PAYLOAD}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
        SetErrorLevel 4
    ${EndIf}

    CreateShortcut "$SMPROGRAMS\Portraits.lnk" "$INSTDIR\portraits.exe"

    WriteRegStr HKCU "${CLASSES}\.portraits" "" "Portraits.Project"
    WriteRegStr HKCU "${CLASSES}\.portraits" "Content Type" "application/x-portraits"
    WriteRegStr HKCU "${CLASSES}\Portraits.Project" "" "$(PROJECT)"
    WriteRegStr HKCU "${CLASSES}\Portraits.Project\DefaultIcon" "" "$INSTDIR\portraits.exe,0"
    WriteRegStr HKCU "${CLASSES}\Portraits.Project\shell\open\command" "" '"$INSTDIR\portraits.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\Applications\portraits.exe\shell\open\command" "" '"$INSTDIR\portraits.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr HKCU "Software\Portraits" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Portraits"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\portraits.exe,0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Portraits developers"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
    Call un.RefuseWhileRunning
    ${IfNot} ${FileExists} "$INSTDIR\portraits.exe"
        SetErrorLevel 3
        Quit
    ${EndIf}
    !insertmacro RemoveProgram
    ; Only when it is empty.
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Portraits.lnk"
    DeleteRegKey HKCU "${CLASSES}\Portraits.Project"
    DeleteRegKey HKCU "${CLASSES}\Applications\portraits.exe"
    ReadRegStr $0 HKCU "${CLASSES}\.portraits" ""
    ${If} $0 == "Portraits.Project"
        DeleteRegKey HKCU "${CLASSES}\.portraits"
    ${EndIf}
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DeleteRegKey HKCU "Software\Portraits"
SectionEnd
