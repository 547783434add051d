; graduand-setup.exe: for one user, without an administrator. Wanted: -DVERSION=1.0.0 -DFILES=folder
; -DOUT=file -DGUIDES=file with the shortcuts to the guides, and in the folder graduand.exe,
; graduandctl.exe, LICENCES.txt, graduand.ico, guide and, unless without it, softgl.
Unicode true
Target amd64-unicode
; What makes two builds the same: no times of files, none of the build.
SetDateSave off
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

Name "Graduand"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Graduand"
InstallDirRegKey HKCU "Software\Graduand" "Folder"
BrandingText "Graduand ${VERSION}"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Graduand"
!define MUI_ICON "${FILES}/graduand.ico"
!define MUI_UNICON "${FILES}/graduand.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\graduand.exe"
!define MUI_FINISHPAGE_TEXT "$(Finished)"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Ukrainian"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"

LangString Running ${LANG_UKRAINIAN} "Graduand ще відкрито. Закрийте його і натисніть «Повторити»."
LangString Running ${LANG_RUSSIAN} "Graduand ещё открыт. Закройте его и нажмите «Повторить»."
LangString Running ${LANG_ENGLISH} "Graduand is still open. Close it and press Retry."
LangString TooOld ${LANG_UKRAINIAN} "Graduand працює у Windows 10 і новіших, 64-розрядних."
LangString TooOld ${LANG_RUSSIAN} "Graduand работает в Windows 10 и новее, 64-разрядных."
LangString TooOld ${LANG_ENGLISH} "Graduand runs on 64-bit Windows 10 and later."
LangString FileType ${LANG_UKRAINIAN} "Реєстр випускників Graduand"
LangString FileType ${LANG_RUSSIAN} "Реестр выпускников Graduand"
LangString FileType ${LANG_ENGLISH} "Graduand registry of graduates"
LangString Safe ${LANG_UKRAINIAN} "Graduand (старий відеодрайвер)"
LangString Safe ${LANG_RUSSIAN} "Graduand (старый видеодрайвер)"
LangString Safe ${LANG_ENGLISH} "Graduand (old graphics)"
LangString Guide ${LANG_UKRAINIAN} "Посібник"
LangString Guide ${LANG_RUSSIAN} "Руководство"
LangString Guide ${LANG_ENGLISH} "User guide"
LangString Finished ${LANG_UKRAINIAN} "Програму встановлено лише для вас, права адміністратора не були потрібні. Перший запуск може тривати довше: Windows переглядає шрифти й нову програму."
LangString Finished ${LANG_RUSSIAN} "Программа установлена только для вас, права администратора не понадобились. Первый запуск может идти дольше: Windows просматривает шрифты и новую программу."
LangString Finished ${LANG_ENGLISH} "The program is installed for you alone, no administrator was needed. The first start can take longer: Windows looks through the fonts and the new program."
LangString DataStays ${LANG_UKRAINIAN} "Програму вилучено. Реєстри, резервні копії та налаштування залишилися на своїх місцях."
LangString DataStays ${LANG_RUSSIAN} "Программа удалена. Реестры, резервные копии и настройки остались на своих местах."
LangString DataStays ${LANG_ENGLISH} "The program is removed. Registries, backups and settings are where they were."

; Of a Windows in a language of which there are no pages: Russian where that is usual at offices (Kyrgyz,
; Kazakh, Uzbek, Tajik, Belarusian), else English. The numbers are primary languages of Windows.
!macro SPEAK
	System::Call 'kernel32::GetUserDefaultUILanguage() i .r0'
	IntOp $0 $0 & 0x3FF
	${Switch} $0
		${Case} 34
		${Case} 25
			${Break}
		${Case} 64
		${Case} 63
		${Case} 67
		${Case} 40
		${Case} 35
			StrCpy $LANGUAGE ${LANG_RUSSIAN}
			${Break}
		${Default}
			StrCpy $LANGUAGE ${LANG_ENGLISH}
	${EndSwitch}
!macroend

Function un.onInit
	!insertmacro SPEAK
FunctionEnd

Function .onInit
	!insertmacro SPEAK
	${IfNot} ${AtLeastWin10}
		MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
		SetErrorLevel 3
		Quit
	${EndIf}
FunctionEnd

; A program that runs cannot be written over; who installs silently gets exit code 2.
!macro CLOSED
	${Do}
		ClearErrors
		${IfNot} ${FileExists} "$INSTDIR\graduand.exe"
			${Break}
		${EndIf}
		FileOpen $0 "$INSTDIR\graduand.exe" a
		${IfNot} ${Errors}
			FileClose $0
			${Break}
		${EndIf}
		MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
		SetErrorLevel 2
		Quit
	${Loop}
!macroend

Section
	!insertmacro CLOSED
	SetOutPath "$INSTDIR"
	File "${FILES}/graduand.exe"
	File "${FILES}/graduandctl.exe"
	File "${FILES}/LICENCES.txt"
	SetOutPath "$INSTDIR\guide"
	File "${FILES}/guide/*"
	SetOutPath "$INSTDIR"
	RMDir /r "$INSTDIR\softgl"
	!ifdef SOFTGL
		SetOutPath "$INSTDIR\softgl"
		File "${FILES}/softgl/*"
		SetOutPath "$INSTDIR"
	!endif
	; Signed like the programs, where a certificate is given.
	!uninstfinalize 'cmd/graduand/windows/sign.sh "%1"' = 0
	WriteUninstaller "$INSTDIR\uninstall.exe"
	CreateDirectory "$SMPROGRAMS\Graduand"
	; Those of a version before may be of another language, or of other campaigns.
	Delete "$SMPROGRAMS\Graduand\*.lnk"
	CreateShortcut "$SMPROGRAMS\Graduand\Graduand.lnk" "$INSTDIR\graduand.exe"
	!ifdef SOFTGL
		CreateShortcut "$SMPROGRAMS\Graduand\$(Safe).lnk" "$INSTDIR\graduand.exe" "--softgl"
	!endif
	!include /CHARSET=UTF8 "${GUIDES}"
	WriteRegStr HKCU "Software\Graduand" "Folder" "$INSTDIR"
	WriteRegStr HKCU "Software\Classes\.graduand" "" "Graduand.Registry"
	WriteRegStr HKCU "Software\Classes\Graduand.Registry" "" "$(FileType)"
	WriteRegStr HKCU "Software\Classes\Graduand.Registry\DefaultIcon" "" "$INSTDIR\graduand.exe,0"
	WriteRegStr HKCU "Software\Classes\Graduand.Registry\shell\open\command" "" '"$INSTDIR\graduand.exe" "%1"'
	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Graduand"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\graduand.exe"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Graduand"
	WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "${KILOBYTES}"
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	; SHCNE_ASSOCCHANGED: the icons of registries change at once.
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
	!insertmacro CLOSED
	Delete "$INSTDIR\graduand.exe"
	Delete "$INSTDIR\graduandctl.exe"
	Delete "$INSTDIR\LICENCES.txt"
	RMDir /r "$INSTDIR\guide"
	RMDir /r "$INSTDIR\softgl"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	RMDir /r "$SMPROGRAMS\Graduand"
	DeleteRegKey HKCU "Software\Graduand"
	DeleteRegKey HKCU "Software\Classes\Graduand.Registry"
	ReadRegStr $0 HKCU "Software\Classes\.graduand" ""
	${If} $0 == "Graduand.Registry"
		DeleteRegKey HKCU "Software\Classes\.graduand"
	${EndIf}
	DeleteRegKey HKCU "${UNINSTALL}"
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
	MessageBox MB_OK|MB_ICONINFORMATION "$(DataStays)" /SD IDOK
SectionEnd
