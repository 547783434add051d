package main

import (
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// say tells who has started the program: where its output goes to a file or a program, there; else on the
// command line from which it was started, which a program with windows has to ask for; else in a box.
func say(words string) {
	if kind, err := windows.GetFileType(windows.Handle(os.Stdout.Fd())); err == nil && kind != windows.FILE_TYPE_UNKNOWN {
		fmt.Println(words)
		return
	}
	if ok, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole").Call(parentProcess); ok != 0 {
		if console, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0); err == nil {
			defer console.Close()
			fmt.Fprint(console, "\r\n"+words+"\r\n")
			return
		}
	}
	box(words, windows.MB_OK|windows.MB_ICONINFORMATION|windows.MB_SETFOREGROUND)
}

// complain says why there is no window, in a box of the system: there is no other.
func complain(words string) {
	box(words, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}

// parentProcess is ATTACH_PARENT_PROCESS.
const parentProcess = uintptr(^uint32(0))

// box says something in a box of the system.
func box(words string, kind uint32) {
	said, err := windows.UTF16PtrFromString(words)
	if err != nil {
		return
	}
	title, _ := windows.UTF16PtrFromString("Graduand")
	windows.MessageBox(0, said, title, kind)
}
