package data

import (
	"errors"
	"runtime/debug"
	"strings"
	"testing"
)

// What a panic says and what it was called with goes into no log; where it was does.
func TestAFaultHasNoWordsOfAPerson(t *testing.T) {
	for _, c := range []struct {
		do   func(key [4]byte)
		want string
	}{
		{func([4]byte) { panic("Їжакевич Орися") }, "string\n"},
		{func([4]byte) { panic(errors.New("Їжакевич Орися")) }, "*errors.errorString\n"},
		{func(key [4]byte) { _ = []int{}[key[0]] }, "runtime error: index out of range [202] with length 0\n"},
	} {
		said := func() (said string) {
			defer func() { said = Fault(recover(), debug.Stack()) }()
			c.do([4]byte{0xca, 0xfe, 0xba, 0xbe})
			return ""
		}()
		if !strings.HasPrefix(said, c.want) || strings.Contains(said, "Їжакевич") || strings.Contains(said, "0xca, 0xfe") || !strings.Contains(said, "fault_test.go:") {
			t.Errorf("%s", said)
		}
	}
}
