package main

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"
)

// Attacks fault 20: «ESC from a school or campaign file reaches the terminal».
func TestNoControlSignReachesTheTerminal(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a command of the terminal", "\x1b[31mкрасная\x07", "\\u001b[31mкрасная\\u0007"},
		{"a command of eight bits", "\u009b31m", "\\u009b31m"},
		{"an octet that is no letter", "\x9b31m", "\\ufffd31m"},
		{"a line over another", "one\rtwo", "one\\u000dtwo"},
		{"another direction", "a\u202eb\u2066", "a\\u202eb\\u2066"},
		{"lines and columns", "один\tдва\nтри’ є — №", "один\tдва\nтри’ є — №"},
	} {
		t.Run("V01 "+c.name, func(t *testing.T) {
			for _, cut := range []int{len(c.text), 1, 2} {
				var b bytes.Buffer
				p := &plain{to: &b}
				for at := 0; at < len(c.text); at += cut {
					piece := []byte(c.text[at:min(at+cut, len(c.text))])
					if n, err := p.Write(piece); n != len(piece) || err != nil {
						t.Fatal(n, err)
					}
				}
				if b.String() != c.want {
					t.Errorf("in pieces of %d: %q, want %q", cut, b.String(), c.want)
				}
			}
		})
	}
	t.Run("V01 a program reads from JSON what was there", func(t *testing.T) {
		var b bytes.Buffer
		s := &session{stdout: &plain{to: &b}}
		said := "\x1b[31m\u009b\u202e\r’"
		var read string
		if err := s.line(said); err != nil || json.Unmarshal(b.Bytes(), &read) != nil || read != said {
			t.Errorf("%q, %v", b.String(), err)
		}
	})
	t.Run("V01 what the program itself refuses is plain too", func(t *testing.T) {
		var out, failed bytes.Buffer
		if code := run([]string{"list", "\x1b[31m\u202enowhere.graduand"}, &out, &failed, time.Now); code != exitRefused {
			t.Errorf("code %d", code)
		}
		if code := run([]string{"\x1b[31m"}, &out, &failed, time.Now); code != exitRefused {
			t.Errorf("code %d", code)
		}
		if all := out.String() + failed.String(); bytes.ContainsAny([]byte(all), "\x1b\u202e") || failed.Len() == 0 {
			t.Errorf("%q", all)
		}
	})
}
