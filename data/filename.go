package data

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// longestName keeps a file name within what every program and every folder bears,
// in units of UTF-16, as Windows counts.
const longestName = 100

// deviceNames are names that Windows keeps for itself, whatever the ending.
var deviceNames = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true}

// FileName makes a file name that Windows takes: no forbidden sign, no name of a
// device, no dot or space at the end, not too long. The ending stays whole.
func FileName(name, ending string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || unicode.IsControl(r) || r == unicode.ReplacementChar {
			return '-'
		}
		return r
	}, name)
	name = trimName(ShortName(name, longestName-len(utf16.Encode([]rune(ending)))))
	if name == "" || isDevice(name) {
		name = "_" + name
	}
	return name + ending
}

func trimName(name string) string { return strings.TrimRight(strings.TrimLeft(name, " "), ". ") }

// isDevice knows the names of devices: before the first dot they count, whatever
// follows.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	if deviceNames[stem] {
		return true
	}
	port, found := strings.CutPrefix(stem, "COM")
	if !found {
		port, found = strings.CutPrefix(stem, "LPT")
	}
	return found && len([]rune(port)) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}

// ShortName shortens a name to so many units of UTF-16 without breaking a letter.
func ShortName(name string, units int) string {
	taken := 0
	for i, r := range name {
		taken += utf16.RuneLen(r)
		if taken > units {
			return name[:i]
		}
	}
	return name
}

// ShortTitle is [ShortName] that breaks no word either, where one ends in the second half,
// and leaves no bracket open and no comma at the end.
func ShortTitle(title string, units int) string {
	short := ShortName(title, units)
	if rest := title[len(short):]; rest != "" && !strings.HasPrefix(rest, " ") {
		if end := strings.LastIndexByte(short, ' '); end >= len(short)/2 {
			short = short[:end]
		}
	}
	if open := strings.LastIndexByte(short, '('); open > 0 && !strings.Contains(short[open:], ")") {
		short = short[:open]
	}
	return strings.TrimRight(short, " ,;:(«“—-")
}
