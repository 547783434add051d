package roster

import (
	"strings"

	"graduand/data"
)

// LostDigits tells a number of which a table of text shows the first digits only, «1,2E+05»:
// the others are gone, and nothing brings them back.
func LostDigits(text string) bool {
	_, lost := wholeNumber(data.OneLine(text))
	return lost
}

// LostZeros tells that now is the number before without the zeros at its beginning, which a
// spreadsheet takes away.
func LostZeros(before, now string) bool {
	zeros, same := strings.CutSuffix(before, now)
	return same && zeros != "" && data.AllDigits(now) && strings.Trim(zeros, "0") == ""
}
