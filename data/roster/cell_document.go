package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// documentCell keeps one part of the document.
func (r *reader) documentCell(c Column, value string) {
	d := &r.document
	if absent(value) {
		return
	}
	if c.Field == data.FieldDocumentKind {
		kind, known := findKind(r.kinds, value)
		if !known && len(r.kinds) > 0 {
			r.problem(c, value, "document_kind_unknown", data.SeverityError, nil)
		}
		d.kind, d.word = kind, squeeze(value)
		return
	}
	digits, rounded := workbook.ExactDigits(value)
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
		return
	}
	d.text = append(d.text, value)
	if c.Field == data.FieldDocumentSeries {
		series, number := splitDocument(digits)
		d.series = series + number
	} else if d.number == "" {
		kind, rest := r.namedKind(digits)
		series, number := splitDocument(rest)
		if series != "" && series != d.series {
			d.series += series
		}
		if kind != nil && series == "" {
			whole, _ := splitDocument(digits) // «ID-паспорт 1234567»: the name has the series in it
			if _, fits := kind.read(whole, number, variants(whole)); fits {
				d.series = whole
			}
		}
		d.number = number
		if d.kind == nil && kind != nil {
			d.kind, d.word = kind, squeeze(digits[:len(digits)-len(rest)])
		}
	}
	if d.column.Field == "" || c.Field != data.FieldDocumentSeries {
		d.column = c
	}
	if d.hint == nil {
		d.hint = c.kind
	}
}

// namedKind takes the longest name of a kind off the beginning: «ID-картка 001234567».
func (r *reader) namedKind(s string) (*kind, string) {
	lower := strings.ToLower(s)
	if len(lower) != len(s) || data.AllDigits(s) {
		return nil, s
	}
	var found *kind
	longest := 4
	for i := range r.kinds {
		for _, title := range r.kinds[i].titles {
			if len(title) > longest && strings.HasPrefix(lower, title) && !startsWithLetter(lower[len(title):]) {
				found, longest = &r.kinds[i], len(title)
			}
		}
	}
	if found == nil {
		return nil, s
	}
	return found, s[longest:]
}

// finishDocument decides which kind the document is and whether it fits.
func (r *reader) finishDocument() {
	d := r.document
	g := &r.row.Graduate
	if d.kind != nil {
		g.Document.Kind = d.kind.code
	}
	if series, number := splitDocument(d.series); d.number == "" && series != "" && number != "" {
		d.series, d.number = series, number // the whole document under «Серія»
	}
	if d.series == "" && d.number == "" {
		return
	}
	g.Document.Series, g.Document.Number = d.series, d.number
	if len(r.kinds) == 0 {
		return
	}
	wanted := r.wanted()
	switch found := readings(wanted, d.series, d.number); len(found) {
	case 0:
		r.misfit(wanted)
	case 1:
		g.Document = data.Document{Kind: found[0].kind.code, Series: found[0].series, Number: found[0].number}
	default:
		r.problem(d.column, strings.Join(d.text, " "), "document_kind_ambiguous", data.SeverityWarning, nil)
	}
}

// wanted are the kinds that the document may be: the one that its row names, or the
// only other one that bears the same name («паспорт» is a booklet or a card); the
// one that the header names, if that fits or nothing else does; else all that can
// be told by their numbers. A column headed «Паспорт» holds certificates of those
// who have no passport yet.
func (r *reader) wanted() []kind {
	d := r.document
	switch {
	case d.kind != nil:
		named := []kind{*d.kind}
		if len(readings(named, d.series, d.number)) == 0 {
			others := slices.DeleteFunc(slices.Clone(r.told), func(k kind) bool { return !k.bears(d.word) })
			if found := readings(others, d.series, d.number); len(found) == 1 {
				return []kind{*found[0].kind}
			}
		}
		return named
	case d.hint != nil:
		if hinted := []kind{*d.hint}; len(readings(hinted, d.series, d.number)) > 0 || len(readings(r.told, d.series, d.number)) == 0 {
			return hinted
		}
	}
	return r.told
}

// toldByNumbers are the kinds that can be told by their numbers.
func toldByNumbers(kinds []kind) []kind {
	return slices.DeleteFunc(slices.Clone(kinds), func(k kind) bool { return k.byNameOnly })
}

// misfit says why no wanted kind takes the document.
func (r *reader) misfit(wanted []kind) {
	d := r.document
	c, value := d.column, strings.Join(d.text, " ")
	examples := make([]string, 0, len(wanted))
	for _, k := range wanted {
		if k.example != "" {
			examples = append(examples, k.example)
		}
	}
	args := data.Args{"example": strings.Join(examples, ", ")}
	rule := "document_unfit"
	short := wanted
	if d.kind == nil && (len(wanted) != 1 || !wanted[0].fitsNumber(d.number)) {
		short = r.told
	}
	noSeries := d.kind == nil && d.series == "" && slices.ContainsFunc(short, func(k kind) bool { return k.series != nil && k.fitsNumber(d.number) })
	if proposal, lost := lostZeros(short, d.series, d.number); lost && !noSeries {
		args["proposal"] = proposal
		r.zerosLost(c, value, proposal, args)
		return
	} else if len(wanted) == 1 {
		field := documentFault(&wanted[0], d.series)
		rule = field
		if c.Field != FieldDocument {
			c = r.columnOf(field, c.Field)
		}
	}
	r.problem(c, value, rule, data.SeverityError, args)
}

// zerosLost says that a number has lost the zeros before it, and offers the cell with them: a
// person has to look at the document first.
func (r *reader) zerosLost(c Column, value, whole string, args data.Args) {
	if c.Field != FieldDocument {
		c = r.columnOf(data.FieldDocumentNumber, c.Field)
	}
	r.problem(c, value, "document_zeros", data.SeverityError, args)
	if c.Index < 0 {
		return
	}
	if cell := r.line.Cell(c.Index); strings.Count(cell, r.document.number) == 1 {
		last := &r.row.Problems[len(r.row.Problems)-1]
		last.Readings = []string{strings.Replace(cell, r.document.number, whole, 1)}
	}
}
