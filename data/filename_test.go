package data

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"картки-11-А":   "картки-11-А.pdf",
		`a/b\c:"d"<e>|`: "a-b-c--d--e--.pdf",
		"кінець. . ":    "кінець.pdf",
		" початок":      "початок.pdf",
		"nul":           "_nul.pdf",
		"Com1.list":     "_Com1.list.pdf",
		"LPT²":          "_LPT².pdf",
		"lpt10":         "lpt10.pdf",
		"...":           "_.pdf",
		"a\nb":          "a-b.pdf",
	} {
		if got := FileName(in, ".pdf"); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	long := FileName(strings.Repeat("𝔄", 80), ".xlsx")
	if units := len(utf16.Encode([]rune(long))); units > longestName || !strings.HasSuffix(long, "𝔄.xlsx") {
		t.Errorf("%d units: %s", units, long)
	}
}

func TestATitleIsNotCutInAWord(t *testing.T) {
	for in, want := range map[string]string{
		"Довідка": "Довідка",
		"Довідка з місця навчання про здобуття повної загальної середньої освіти": "Довідка з місця навчання про здобуття",
		"Довідка про навчання мовою («Довідка із закладу освіти»)":                "Довідка про навчання мовою",
		strings.Repeat("а", 50): strings.Repeat("а", 40),
	} {
		if got := ShortTitle(in, 40); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
