package roster

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/phone"
	"graduand/data/workbook"
)

// phone reads the numbers of one cell. The first is the graduate's, a further one is kept
// as the second telephone, and so is one that a word beside it gives to a parent; where
// there is no other, a person says whose it is.
func (r *reader) phone(c Column, value string) {
	if absent(value) || strings.Trim(value, "0") == "" {
		return
	}
	digits, rounded := workbook.ExactDigits(value)
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
		return
	}
	numbers, unread, err := phone.Several(workbook.Unquoted(digits), r.rules.PhoneRegion)
	var fault *data.Error
	if errors.As(err, &fault) {
		severity := data.SeverityError
		if c.Field == FieldPhone2 {
			severity = data.SeverityWarning
		}
		r.problem(c, value, strings.TrimPrefix(fault.Code, "roster."), severity, nil)
		return
	}
	for _, part := range unread {
		r.problem(c, value, "phone_part", data.SeverityWarning, data.Args{"part": part})
	}
	for _, number := range numbers {
		r.number(c, number)
	}
	if first := numbers[0]; c.Field == data.FieldPhone && r.row.Graduate.Phone == "" && first.Other {
		r.unsure(c, value, "phone_other", data.Args{"number": first.E164, "note": first.Note}, whoseNumbers(numbers))
	}
}

// whoseNumbers are the texts of a cell in which each number stands as somebody else's, and
// those in which one of them is the graduate's own.
func whoseNumbers(numbers []phone.Number) []string {
	write := func(own int) string {
		var texts []string
		if own >= 0 {
			texts = append(texts, numbers[own].E164)
		}
		for i, n := range numbers {
			if i != own {
				texts = append(texts, n.E164+" ("+cmp.Or(n.Note, numbers[0].Note)+")")
			}
		}
		return strings.Join(texts, ", ")
	}
	var readings []string
	for own := -1; own < len(numbers); own++ {
		readings = append(readings, write(own))
	}
	return readings
}

// number keeps one number in its place.
func (r *reader) number(c Column, number phone.Number) {
	g := &r.row.Graduate
	own := c.Field == data.FieldPhone
	if own && number.Note != "" && !r.mended(c) && (!number.Other || g.Phone != "") {
		r.problem(c, number.E164, "phone_note", data.SeverityWarning, data.Args{"note": number.Note})
	}
	if own && number.Note == "" && g.Phone != "" && !r.mended(c) {
		r.problem(c, number.E164, "phone_second", data.SeverityWarning, nil)
	}
	switch {
	case own && !number.Other && g.Phone == "":
		g.Phone = number.E164
	case g.Fields[FieldPhone2] == "":
		g.Set(FieldPhone2, number.E164)
	default:
		g.Set(FieldPhone2, g.Fields[FieldPhone2]+", "+number.E164)
	}
}

// notedPhone takes the number of a row for that of a parent where a comment on one of its cells says
// so, «телефон мами», and the parents have no column for theirs: a person decides.
func (r *reader) notedPhone() {
	g := &r.row.Graduate
	i := slices.IndexFunc(r.line.Notes, func(note string) bool {
		return !data.LongerThan(note, maxGroup) && ofParents(note) && isPhone(squeeze(note))
	})
	c := r.columnOf(data.FieldPhone)
	if i < 0 || g.Phone == "" || c.Index < 0 || r.mended(c) || r.layout.parentsCalled() {
		return
	}
	number := phone.Number{E164: g.Phone, Note: data.OneLine(r.line.Notes[i]), Other: true}
	g.Phone = ""
	r.number(c, number)
	r.unsure(c, at(r.line.Cells, c.Index), "phone_other", data.Args{"number": number.E164, "note": number.Note}, whoseNumbers([]phone.Number{number}))
}

// parentsCalled reports that a column has the telephones of parents.
func (l *Layout) parentsCalled() bool {
	return slices.ContainsFunc(l.Columns, func(c Column) bool { return c.Field == "" && isPhone(squeeze(c.Header)) && ofParents(c.Header) })
}
