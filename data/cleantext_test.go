package data_test

import (
	"strings"
	"testing"

	"graduand/data"
)

func TestCleanText(t *testing.T) {
	for _, c := range []struct{ name, typed, want, code string }{
		{"F-07 single spaces, nothing unseen", " ул.\u200b  Ма\u00adнаса\u2060\n", "ул. Манаса", ""},
		{"V01 a command of the terminal", "a\x1b[31mRED", "", "value.bad_letters"},
		{"V01 one of eight bits", "a\u009b31m", "", "value.bad_letters"},
		{"V01 a sign that turns the direction", "a\u202eb", "", "value.bad_letters"},
		{"V01 no letters at all", "\xff\xfe", "", "value.bad_letters"},
		{"as long as may be", strings.Repeat("я", data.LongestText), strings.Repeat("я", data.LongestText), ""},
		{"G31 longer", strings.Repeat("я", data.LongestText+1), "", "value.too_long"},
		{"G31 a note of 60 MB", strings.Repeat("x", 60<<20), "", "value.too_long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := data.CleanText("note", c.typed); got != c.want || data.CodeOf(err) != c.code {
				t.Errorf("%.100q, %v", got, err)
			}
		})
	}
}

func TestNamesHaveNoUnseenSigns(t *testing.T) {
	for _, name := range []string{"Аса\x1bнова", "\u202eАсанова", "Аса\u200dнова\x00", "Аса\u061cнова", "Асанова\u2066", "Аса\xffнова"} {
		if got := data.CleanName(name); got != "Асанова" {
			t.Errorf("V01 %q becomes %q", name, got)
		}
	}
}
