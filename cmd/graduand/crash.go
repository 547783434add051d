package main

/*
#cgo CFLAGS: -D_GNU_SOURCE
#include "crash.h"
*/
import "C"

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// watchCrash has what Go says of a fault that ends the program written to a file, which is made then, with
// what the program is and by what it draws. Neither the words of a panic nor what a function was called
// with stand there: see crash.h.
func watchCrash(path, drawn string) error {
	head := fmt.Sprintf("Graduand %s, %s/%s, %s, %s", registrar.Program, runtime.GOOS, runtime.GOARCH, runtime.Version(), drawn)
	name, err := nativePath(path)
	if err != nil {
		return err
	}
	echo, err := asideFromErrors()
	if err != nil {
		return fmt.Errorf("watch for faults: %w", err)
	}
	// All that is handed over stays as long as the program does.
	to := C.graduand_watch(name, C.CString(head), C.int(echo))
	if to == 0 {
		return errors.New("watch for faults: no pipe or no thread")
	}
	f := os.NewFile(uintptr(to), "crash")
	defer f.Close()
	if echo > 0 {
		err = inPlaceOfErrors(f)
	} else {
		err = debug.SetCrashOutput(f, debug.CrashOptions{})
	}
	if err != nil {
		return fmt.Errorf("watch for faults: %w", err)
	}
	return nil
}

// crash ends the program by a fault, for a test: what is "beside:WORDS" on a goroutine of its own.
func crash(how string) {
	where, words, asked := strings.Cut(how, ":")
	switch {
	case !asked:
	case where == "beside":
		go panic(words)
	default:
		fyne.Do(func() { panic(fmt.Errorf("fault with %s", words)) })
	}
}
