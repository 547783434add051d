package main

/*
#include <windows.h>

// The toolkit's import of opengl32.dll would have the system's loaded before main. This one stands in its
// place and asks for the library when it is first called: the one that is loaded by then, else the system's.
static PROC WINAPI graduand_proc(LPCSTR name) {
	static PROC (WINAPI *ask)(LPCSTR);
	if (!ask) {
		HMODULE gl = LoadLibraryA("opengl32.dll");
		if (gl) ask = (PROC (WINAPI *)(LPCSTR)) (void *) GetProcAddress(gl, "wglGetProcAddress");
	}
	return ask ? ask(name) : NULL;
}
PROC (WINAPI *__imp_wglGetProcAddress)(LPCSTR) = graduand_proc;
*/
import "C"

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/sys/windows"

	"graduand/data/text"
)

// softVariable tells a program that it was started because the driver had failed another.
const softVariable = "GRADUAND_SOFTGL"

// softFolder is where Mesa lies, beside the program.
func softFolder() string {
	self, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Join(filepath.Dir(self), "softgl")
}

func hasSoft() bool {
	_, err := os.Stat(filepath.Join(softFolder(), "opengl32.dll"))
	return err == nil
}

// loadSoft loads Mesa by its whole path: who asks for opengl32.dll from then on finds it.
func loadSoft() error {
	_, err := windows.LoadLibraryEx(filepath.Join(softFolder(), "opengl32.dll"), 0, windows.LOAD_WITH_ALTERED_SEARCH_PATH)
	if err != nil {
		return fmt.Errorf("load software OpenGL: %w", err)
	}
	return nil
}

// startSoft starts the program again, with the software.
func startSoft() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	again := exec.Command(self, os.Args[1:]...)
	again.Env = append(os.Environ(), softVariable+"=1")
	return again.Start()
}

// noGraphics says what the user can do about it, where the software is not there or has failed too.
func noGraphics(language string, soft bool) string {
	if soft {
		return text.For(language).Say("desktop.no_graphics_software", nil)
	}
	return text.For(language).Say("desktop.no_graphics_windows", nil)
}
