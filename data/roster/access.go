package roster

import (
	"context"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Fields that a workbook of accesses has besides those of a roster.
const (
	FieldLogin    = "login"
	FieldPassword = "password"
)

// AccessRules say how a workbook of accesses («Доступы выпускников») is read.
type AccessRules struct {
	// PhoneRegion is the country of logins without a country code: "KG".
	PhoneRegion string
	// Columns says where a field stands, as [Options].Columns does. The fields are
	// [FieldLogin], [FieldPassword], [FieldFullName], [FieldGivenPatronymic], the
	// parts of the name and the class.
	Columns map[string]string
}

// AccessRow is one graduate's access. Login is an E.164 number where it can be read
// as one, else the text as it stands. Password is what the sheet shows, letter for
// letter, without the spaces around it and signs that nobody sees; one that the sheet may
// have changed has a problem. The word that stands in place of a password already handed
// over (D16) is a password to the reader. The parts of the name are taken from FullName
// where they have no columns of their own, and the other way round.
type AccessRow struct {
	Sheet                          string
	Number                         int
	Login                          string
	Surname, GivenName, Patronymic string
	FullName, Class, Password      string
	Problems                       []Problem
}

// AccessFile is everything that was read from a workbook of accesses. Skipped is what
// was left out without anybody's wish, lest it be lost silently; Unseen are the columns
// that were read though nobody sees them in the sheet.
type AccessFile struct {
	Rows    []AccessRow
	Skipped []SkippedPart
	Unseen  []SkippedPart
}

// accessFields are what a mapping may speak of.
var accessFields = map[string]bool{
	FieldLogin: true, FieldPassword: true, FieldFullName: true, FieldGivenPatronymic: true,
	data.FieldSurname: true, data.FieldGivenName: true, data.FieldPatronymic: true, data.FieldClass: true,
}

// ReadAccesses reads the accesses from a workbook or a text table as the centre's web
// platform writes them (KG-035, KG-038). A row that cannot be used has a problem, and
// none is dropped. A refusal has a code "roster.…".
func ReadAccesses(ctx context.Context, name string, content []byte, rules AccessRules) ([]AccessRow, error) {
	file, err := ReadAccessFile(ctx, name, content, rules)
	if err != nil {
		return nil, err
	}
	return file.Rows, nil
}

// ReadAccessFile is [ReadAccesses] that also says what was skipped.
func ReadAccessFile(ctx context.Context, name string, content []byte, rules AccessRules) (*AccessFile, error) {
	for field := range rules.Columns {
		if !accessFields[field] {
			return nil, data.Fail("roster.unknown_field", data.Args{"field": field})
		}
	}
	return workbook.Within(ctx, name, func(ctx context.Context) (*AccessFile, error) {
		book, err := workbook.Open(ctx, name, content)
		if err != nil {
			return nil, err
		}
		return readAccessBook(ctx, book, rules)
	})
}

func readAccessBook(ctx context.Context, book *workbook.Book, rules AccessRules) (*AccessFile, error) {
	words := accessWords()
	layouts, err := recogniseAccesses(book, words, rules.Columns)
	if err != nil {
		return nil, err
	}
	rows, err := parseAccesses(ctx, book, layouts, words, rules)
	if err != nil {
		return nil, err
	}
	return &AccessFile{Rows: rows, Skipped: skippedParts(book, layouts, nil), Unseen: unseenColumns(layouts)}, nil
}

// parseAccesses reads the rows of all layouts.
func parseAccesses(ctx context.Context, book *workbook.Book, layouts []Layout, words *dictionary, rules AccessRules) ([]AccessRow, error) {
	var rows []AccessRow
	for i := range layouts {
		for _, layout := range layouts[i].split() {
			p := accessParser{parser: parser{rules: Rules{PhoneRegion: rules.PhoneRegion}, words: words, layout: layout, date1904: layout.sheet.Date1904,
				class: layout.Class, classes: map[string]classText{}, ordinal: -1}}
			p.prepare()
			p.measure()
			for _, line := range layout.sheet.Lines[layout.first:] {
				if ctx.Err() != nil {
					return nil, workbook.Stopped(ctx)
				}
				line.Cells = layout.own(line.Cells)
				if p.holdsUnsaved(line) || !p.noAccess(line.Cells) {
					rows = append(rows, p.access(line))
				}
			}
		}
	}
	if len(rows) == 0 {
		return nil, data.Fail("roster.nobody", nil)
	}
	return rows, nil
}

// noAccess recognises the lines that are nobody's access: a repeated header, column
// numbers, a total or a signature, a title, of which it takes the class of the section
// below. A line with a password is always somebody's.
func (p *parser) noAccess(cells []string) bool {
	if isNumbering(cells) || p.repeatsAccessHeader(cells) {
		return true
	}
	if p.accessCell(cells, FieldPassword) != "" {
		return false
	}
	if filled(cells) == 1 {
		if class, found := classInTitle(strings.Join(cells, ""), ""); found {
			p.class = class
			return true
		}
	}
	sign := endSign(cells) == sureSign && !p.classed(cells) && !p.numbered(cells)
	if login := p.accessCell(cells, FieldLogin); login != "" {
		return sign && bareNumber.MatchString(login) || endSign([]string{login}) == sureSign
	}
	return sign || !p.named(cells)
}

// accessCell is what the column of a field says, if anything.
func (p *parser) accessCell(cells []string, field string) string {
	c, found := p.layout.column(field)
	if !found || absent(at(cells, c.Index)) {
		return ""
	}
	return at(cells, c.Index)
}

// numbered reports that the line has a running number.
func (p *parser) numbered(cells []string) bool {
	return p.ordinal >= 0 && data.AllDigits(strings.TrimRight(at(cells, p.ordinal), ".) "))
}

// repeatsAccessHeader recognises the header of a further page: two columns or more
// are filled, and all of them with header words.
func (p *parser) repeatsAccessHeader(cells []string) bool {
	filled := 0
	for _, c := range p.layout.Columns {
		if c.Field == "" || at(cells, c.Index) == "" {
			continue
		}
		if filled++; !p.headerWord(cells, c.Index) {
			return false
		}
	}
	return filled >= 2
}
