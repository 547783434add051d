package data

import (
	"slices"
	"strconv"
	"strings"
)

// IsVersion says that a text is a dotted number: "1.0", "v2.0.1-rc1".
func IsVersion(version string) bool {
	_, ok := versionParts(version)
	return ok
}

// OlderVersion compares dotted numbers part by part; what is no such number is not older.
func OlderVersion(version, minimum string) bool {
	have, ok := versionParts(version)
	want, known := versionParts(minimum)
	return ok && known && slices.Compare(have, want) < 0
}

// versionParts are the numbers of a dotted version, without zeros at its end; false for
// what is no such version.
func versionParts(version string) ([]int, bool) {
	var parts []int
	version, _, _ = strings.Cut(strings.TrimPrefix(version, "v"), "-")
	for part := range strings.SplitSeq(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return nil, false
		}
		parts = append(parts, n)
	}
	for len(parts) > 0 && parts[len(parts)-1] == 0 {
		parts = parts[:len(parts)-1]
	}
	return parts, true
}
