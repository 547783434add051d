package campaign

import (
	"slices"
	"strconv"
	"strings"
)

// older compares dotted numbers part by part; what is no such number is not older.
func older(version, minimum string) bool {
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
