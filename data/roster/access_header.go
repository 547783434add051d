package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// The headers of what a workbook of accesses says for people only: which door the
// password opens, and what has become of it.
const (
	doorHeader  = "roster.access_door"
	stateHeader = "roster.access_state"
)

// accessWords are the headers of a roster and, before them, those of accesses.
func accessWords() *dictionary {
	d := newDictionary(Rules{})
	d.add(FieldLogin, "логин", "логін", "login", "логины", "логіни", "имя пользователя", "ім’я користувача", "пользователь", "користувач",
		"кирүү аты", "колдонуучу", "колдонуучунун аты", "user", "username", "user name", "user login")
	d.add(FieldPassword, "пароль", "пароли", "паролі", "сырсөз", "сырсөзү", "купуя сөз", "password", "pass", "passwd", "pwd")
	for _, lang := range text.Languages() {
		t := text.For(lang)
		d.add(columnForeign, t.Say(doorHeader, nil), t.Say(stateHeader, nil))
	}
	return d
}

// opensForm reports that a cell under the header of what a password opens says, in any language of
// ours, that it is the form.
func opensForm(header, value string) bool {
	return slices.ContainsFunc(text.Languages(), func(lang string) bool {
		t := text.For(lang)
		return squeeze(header) == squeeze(t.Say(doorHeader, nil)) && squeeze(value) == squeeze(t.Say("access.door_"+string(data.DoorOwn), nil))
	})
}

// accessStem recognises a longer header by the words in it. What became of a password,
// and when, is none.
func accessStem(header string) string {
	key := squeeze(header)
	login, password := has(key, "логін", "логин", "login", "кирүүаты"), has(key, "парол", "сырсөз", "купуясөз", "password")
	switch {
	case login == password, strings.HasPrefix(key, "дата"), strings.HasPrefix(key, "date"),
		has(key, "видан", "видач", "выдан", "выдач", "берил", "issued", "змін", "смен", "измен", "өзгөр", "changed", "статус", "status", "підпис", "подпис", "колтамга"):
		return ""
	case login:
		return FieldLogin
	}
	return FieldPassword
}

// accessColumns classifies a header of one row, or of two when upper is given.
func accessColumns(words *dictionary, upper, lower []string) []Column {
	columns := headerColumns(words, upper, lower)
	from := 0
	for _, to := range append(blockStarts(columns), len(columns)) {
		settleAccess(columns[from:to])
		from = to
	}
	return columns
}

// settleAccess makes the graduate's own telephone the login where there is no other,
// and leaves out on purpose what else a roster has.
func settleAccess(columns []Column) {
	fields := map[string]bool{}
	for _, c := range columns {
		fields[c.Field] = true
	}
	login := fields[FieldLogin]
	for i := range columns {
		c := &columns[i]
		if field := accessStem(c.Header); field != "" && !fields[field] && !c.Ignored {
			c.Field = field
			login = login || field == FieldLogin
		}
	}
	for i := range columns {
		c := &columns[i]
		if c.Field == data.FieldPhone && !login && !foreignHeader(squeeze(c.Header)) {
			c.Field = FieldLogin
		}
		if c.Field != "" && !accessFields[c.Field] {
			c.Field, c.Ignored = "", true
		}
	}
	keepFirst(columns)
}

// recogniseAccesses finds the header and the columns of every sheet that has accesses.
func recogniseAccesses(book *workbook.Book, words *dictionary, mapping map[string]string) ([]Layout, error) {
	var layouts []Layout
	var first error
	for i := range book.Sheets {
		layout, found, err := accessLayout(&book.Sheets[i], words, mapping)
		if first == nil {
			first = err
		}
		if found {
			layout.spread(FieldFullName, []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic})
			layout.Class = layout.findClass(Rules{}, Options{})
			layouts = append(layouts, layout)
		}
	}
	switch {
	case len(layouts) > 0:
		return layouts, nil
	case first != nil:
		return nil, first
	}
	return nil, data.Fail("roster.no_header", nil)
}

// accessLayout is the best header of a sheet with the user's mapping laid over it, or
// the mapping alone.
func accessLayout(sheet *workbook.Sheet, words *dictionary, mapping map[string]string) (Layout, bool, error) {
	best, bestScore := Layout{}, 0
	for i := 0; i < len(sheet.Lines) && i < headerLines; i++ {
		layout, score := accessHeader(sheet, words, mapping, i)
		if score > bestScore {
			best, bestScore = layout, score
		}
	}
	if bestScore > 0 || len(mapping) == 0 {
		best.blocks = blockStarts(best.Columns)
		return best, bestScore > 0, nil
	}
	layout := bareLayout(sheet, Options{Columns: mapping})
	if err := layout.overrule(mapping); err != nil {
		return Layout{}, false, err
	}
	for layout.Header == 0 && layout.first < len(sheet.Lines) && layout.said(sheet.Lines[layout.first].Cells) < 2 {
		layout.first++
	}
	return layout, layout.complete() && layout.first < len(sheet.Lines), nil
}

// accessHeader scores a line as a header, alone and with the next one. Two rows are
// better than the lower alone only where the upper adds something.
func accessHeader(sheet *workbook.Sheet, words *dictionary, mapping map[string]string, i int) (Layout, int) {
	line := sheet.Lines[i]
	layout := Layout{Sheet: sheet.Name, Header: line.Number, Columns: seenColumns(words, nil, line.Cells, sheet.HiddenColumns), sheet: sheet, first: i + 1}
	score := layout.accessScore(mapping)
	if i+1 == len(sheet.Lines) || sheet.Lines[i+1].Number > line.Number+2 || !upperHeader(line.Cells) || !lowerHeader(words, sheet.Lines[i+1].Cells) {
		return layout, score
	}
	next := sheet.Lines[i+1]
	alone := Layout{Header: next.Number, Columns: seenColumns(words, nil, next.Cells, sheet.HiddenColumns), sheet: sheet, first: i + 2}
	both := Layout{Sheet: sheet.Name, Header: next.Number, Columns: seenColumns(words, line.Cells, next.Cells, sheet.HiddenColumns), sheet: sheet, first: i + 2}
	if s := both.accessScore(mapping); s > score && s > alone.accessScore(mapping) {
		return both, s
	}
	return layout, score
}

// accessScore lays the mapping over a header and counts the columns that the header
// itself names; 0 is no header. Where the letters of a mapping name everything, a line
// is a header only if two of its words agree, lest a person be taken for one.
func (l *Layout) accessScore(mapping map[string]string) int {
	known, headed, spelt := 0, 0, false
	for _, c := range l.Columns {
		if c.Header != "" {
			headed++
		}
		if c.Field != "" {
			known++
		}
		for _, where := range mapping {
			spelt = spelt || c.Header != "" && squeeze(c.Header) == squeeze(where)
		}
	}
	l.widen()
	if err := l.overrule(mapping); err != nil || !l.complete() {
		return 0
	}
	mapped := Layout{}
	for field := range mapping {
		mapped.Columns = append(mapped.Columns, Column{Field: field})
	}
	switch {
	case spelt:
		return known + 2
	case mapped.complete() && known < 2, headed < 2:
		return 0
	}
	return known
}

// complete reports that there is a password and somebody whose it is.
func (l *Layout) complete() bool {
	_, password := l.column(FieldPassword)
	for _, field := range []string{FieldLogin, FieldFullName, data.FieldSurname} {
		if _, found := l.column(field); found && password {
			return true
		}
	}
	return false
}

// said is how many of the columns with a field say something in a line.
func (l *Layout) said(cells []string) int {
	n := 0
	for _, c := range l.Columns {
		if c.Field != "" && strings.TrimSpace(at(cells, c.Index)) != "" {
			n++
		}
	}
	return n
}
