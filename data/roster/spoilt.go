package roster

import (
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// spoiltLetters recognises a file that was opened in a wrong code once and saved so: of the letters
// of UTF-8 read as windows-1251 every second is «Р» or «С», as Latin-1 «Ð» or «Ñ»; those of
// windows-1251 read as Latin-1 are all Latin ones with marks.
func spoiltLetters(book *workbook.Book) bool {
	others, cyrillic, latin, marked := 0, 0, 0, 0
	const looked = 60 // lines of a sheet
	for i := range book.Sheets {
		lines := book.Sheets[i].Lines
		for _, line := range lines[:min(len(lines), looked)] {
			for _, r := range strings.Join(line.Cells, "") {
				if r < utf8.RuneSelf {
					continue
				}
				others++
				switch {
				case r == 'Р' || r == 'С':
					cyrillic++
				case r == 'Ð' || r == 'Ñ':
					latin++
				}
				if r >= 'À' && r <= 'ÿ' {
					marked++
				}
			}
		}
	}
	const enough = 10
	return others >= enough && (5*cyrillic >= 2*others || 5*latin >= 2*others || 4*marked >= 3*others)
}

// noHeader refuses a file in which no table of people is found, for what it is.
func noHeader(book *workbook.Book) error {
	if spoiltLetters(book) {
		return data.Fail("roster.letters_spoilt", nil)
	}
	hidden := ""
	if len(book.Hidden) > 0 {
		hidden = book.Hidden[0].Name
	}
	return data.Fail("roster.no_header", data.Args{"hidden": hidden})
}
