package centrelist

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// rowName is a row in its sheet: «12», of a table beside another one «12:H».
func rowName(at roster.Place) string {
	name := strconv.Itoa(at.Row)
	if at.Table > 0 {
		name += ":" + workbook.ColumnName(at.Table)
	}
	return name
}

// Offers says that a decision can be made of the row.
func (r *Row) Offers(d Decision) bool {
	takeable := func(v Value) bool { return v.Refused == nil }
	switch d {
	case Leave:
		return true
	case Add:
		return r.In() && r.Graduate == "" && r.said.g.Surname != "" && r.said.g.GivenName != ""
	case TakeNumber:
		v := r.Value(data.FieldCardNumber)
		return v != nil && takeable(*v)
	case TakeAll:
		return slices.ContainsFunc(r.Values, takeable)
	}
	return false
}

// Decisions are those that can be made of the row.
func (r *Row) Decisions() []Decision {
	return slices.DeleteFunc([]Decision{TakeNumber, TakeAll, Add, Leave}, func(d Decision) bool { return !r.Offers(d) })
}

// held says that something about the row is in doubt that keeps a decision for many from it: a doubt
// about subjects keeps no number back.
func (r *Row) held(d Decision) bool {
	return slices.ContainsFunc(r.Doubts, func(p Problem) bool { return d != TakeNumber || p.Field != data.FieldSubjects })
}

// Joins says that a decision for many is one for this row too: it offers it, and nothing is in doubt
// that would be written.
func (r *Row) Joins(d Decision) bool {
	return r.In() && r.Kind != Same && r.Offers(d) && (d == Leave || !r.held(d))
}

// Decide decides of the row at an index. A decision that the row does not offer changes nothing, and
// is told as false.
func (l *List) Decide(at int, d Decision) bool {
	if !l.Rows[at].Offers(d) {
		return false
	}
	l.Rows[at].Decision, l.Rows[at].Decided = d, true
	return true
}

// DecideAll decides of those of some rows, nil for all, that join in it, and counts them.
func (l *List) DecideAll(d Decision, which func(*Row) bool) int {
	n := 0
	for i := range l.Rows {
		r := &l.Rows[i]
		if which != nil && !which(r) {
			continue
		}
		if r.Joins(d) {
			l.Decide(i, d)
			n++
		}
	}
	return n
}

// Is says that a row is about one of the registry, or with "" that it is about nobody there whom it
// resembles; [Desk.Judge] compares it then.
func (l *List) Is(at int, id string) { l.is[l.Rows[at].Place] = id }

// Unsay takes back what was said of whom a row is about.
func (l *List) Unsay(at int) { delete(l.is, l.Rows[at].Place) }

// Said is whom a person has said a row to be about, "" for nobody; false where nobody has said it.
func (l *List) Said(at int) (id string, said bool) {
	id, said = l.is[l.Rows[at].Place]
	return id, said
}

// Adopt takes over what was decided of the rows of an earlier reading of the same file, as far as they
// offer it still; [Desk.Judge] compares those then of which it was said whom they are about.
func (l *List) Adopt(before *List) {
	l.Class = before.Class
	for i := range before.Rows {
		r := &before.Rows[i]
		at := l.At(r.Place)
		if !r.In() || at < 0 {
			continue
		}
		if id, said := before.Said(i); said {
			l.Is(at, id)
		}
		if r.Decided {
			l.Decide(at, r.Decision)
		}
	}
}

// Find is the index of the row that a person names: its number, with the sheet where there are
// several. One that is not there is refused, lest a slip of the pen be taken for a decision.
func (l *List) Find(name string) (int, error) {
	at := slices.IndexFunc(l.Rows, func(r Row) bool {
		return r.In() && (rowName(r.Place) == name || strings.EqualFold(r.Place.Sheet+"!"+rowName(r.Place), name))
	})
	if at < 0 {
		return -1, data.Fail("roster.no_row", data.Args{"row": name})
	}
	return at, nil
}

// Writes counts what [Desk.Write] would write: numbers that are taken over, other values, people
// who are added.
func (l *List) Writes() (numbers, values, added int) {
	for i := range l.Rows {
		r := &l.Rows[i]
		if r.Decision == Add {
			added++
		}
		for _, v := range r.taken() {
			if v.Field == data.FieldCardNumber {
				numbers++
			} else {
				values++
			}
		}
	}
	return numbers, values, added
}

// taken are the values of the row that are taken.
func (r *Row) taken() []Value {
	return slices.DeleteFunc(slices.Clone(r.Values), func(v Value) bool {
		return v.Refused != nil || r.Decision != TakeAll && (r.Decision != TakeNumber || v.Field != data.FieldCardNumber)
	})
}
