package vaulttest

import (
	"reflect"
	"slices"
	"testing"
	"unsafe"
)

// Octets are those of a key, which a test looks for where they must not be. It takes a *vault.Key, a
// *vault.SchoolKey or a *vault.Identity, serves tests alone, and panics in a program: there no key is handed out.
func Octets(key any) []byte {
	if !testing.Testing() {
		panic("a key is handed out in a program")
	}
	v := reflect.ValueOf(key)
	for v.Kind() != reflect.Array {
		switch v.Kind() {
		case reflect.Pointer:
			v = v.Elem()
		case reflect.Struct:
			v = v.Field(0)
		default:
			panic("this is no key, or a wiped one")
		}
	}
	return slices.Clone(unsafe.Slice((*byte)(v.Addr().UnsafePointer()), v.Len()))
}
