package roster

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"graduand/data"
)

// dittoSign is how people write that a cell says what the one above it says: «-//-», «"», «те саме».
var dittoSign = regexp.MustCompile(`^(?:[-–—_\s]*(?:["″〃”“„«»'’]{1,2}|//)[-–—_\s]*|(?i:те ж(?: саме)?|те саме|так само|то же(?: самое)?|так же|ошол эле|ошондой эле|ditto|same))\.?$`)

// longestDitto bounds the texts that are compared, in bytes.
const longestDitto = 32

// isDitto recognises such a cell; nearly every cell is told by its first letter to be none.
func isDitto(cell string) bool {
	if cell == "" || len(cell) > longestDitto || cell[0] >= '0' && cell[0] <= '9' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return strings.ContainsRune(`"'’″〃”“„«»-–—_/тТоОdDsS`, first) && dittoSign.MatchString(cell)
}

// ofOneOnly are the fields that no two people have in common, so that the sign means nothing there.
var ofOneOnly = []string{FieldFullName, FieldGivenPatronymic, data.FieldGivenName, FieldDocument, data.FieldDocumentNumber, data.FieldCardNumber}

// ofFew are those that only brothers and sisters have in common: a person says that they do.
var ofFew = []string{data.FieldSurname, data.FieldPatronymic, data.FieldBirthDate, data.FieldPhone, FieldPhone2}
