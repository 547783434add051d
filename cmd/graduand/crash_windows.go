package main

// #include <stdlib.h>
import "C"

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// nativePath is a path as C takes it, which keeps it.
func nativePath(path string) (unsafe.Pointer, error) {
	letters, err := windows.UTF16FromString(path)
	if err != nil {
		return nil, err
	}
	kept := C.malloc(C.size_t(2 * len(letters)))
	copy(unsafe.Slice((*uint16)(kept), len(letters)), letters)
	return kept, nil
}

// A program with windows has no place for errors here, so that Go writes those nowhere else.
func asideFromErrors() (echo int, err error) { return 0, nil }
func inPlaceOfErrors(*os.File) error         { return nil }
