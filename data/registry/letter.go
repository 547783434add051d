package registry

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/registry/ledger"
)

const (
	// maximumChanges is of the fields that were changed, a field counted each time: a row
	// holds one or two.
	maximumChanges = 2 * ledger.MaximumRows
)

// letter is what one graduate wants taken over. It is judged like a stranger's: whoever has
// the graduate's key writes what the program never would.
type letter struct {
	graduate string
	// changes are one a field, typed all that was ever written into each.
	changes []FieldChange
	typed   typed
	// stale are values that were taken over from this graduate before, by field.
	stale map[string][]string
	// pictures says of the files that are new to the form why each is refused, nil for one
	// that is a picture within the limits. A file that is not in it did not come.
	pictures map[string]error
	// prints are those of the files that were examined, by their ids.
	prints map[string]string
	// judged is what the rules say of them.
	judged map[string]*data.Judged

	// at is the place of each field among changes, count how many there were in all.
	at    map[string]int
	count int
}

func newLetter(graduate string) *letter {
	return &letter{graduate: graduate, typed: typed{}, at: map[string]int{}, pictures: map[string]error{}, prints: map[string]string{}, judged: map[string]*data.Judged{}}
}

// add makes one change of several of the same field. It says no when there are too many.
func (l *letter) add(changes []FieldChange) bool {
	if l.count += len(changes); l.count > maximumChanges {
		return false
	}
	for _, c := range changes {
		l.typed[c.Field] = append(l.typed[c.Field], c.After)
		if at, known := l.at[c.Field]; known {
			l.changes[at].After = c.After
			continue
		}
		l.at[c.Field] = len(l.changes)
		l.changes = append(l.changes, c)
	}
	return true
}

// typed is what a graduate has written into each field, earlier values too.
type typed map[string][]string

// mayReplace tells whether the present value is the one that the graduate saw, or an
// earlier one of the graduate's own that was taken over meanwhile; and that the school has
// not put another in the place of this very one (KG-069).
func (l *letter) mayReplace(c FieldChange, present string) bool {
	if slices.Contains(l.typed[c.Field], present) {
		return true
	}
	return present == c.Before && !slices.Contains(l.stale[c.Field], c.After)
}

// merge takes over each change whose field the school has left alone since, and that typing
// it would let pass, by the very same functions; the others are refused, and nothing of them
// is lost: the history keeps them. That the form is finished is judged last, of the form as
// it then is.
func (v *View) merge(ctx context.Context, g *data.Graduate, l *letter) (*data.Graduate, Filled, error) {
	filled := Filled{Graduate: g.ID, Name: g.FullName()}
	merged := g.Clone()
	finish := data.FactField(data.FactFinished, "")
	last := func(c FieldChange) bool { return c.Field == finish }
	for _, c := range append(slices.DeleteFunc(slices.Clone(l.changes), last), keep(l.changes, last)...) {
		if err := ctx.Err(); err != nil {
			return nil, filled, err
		}
		if merged.Get(c.Field) == c.After {
			continue
		}
		next, changes, err := v.judged(g, merged, c, l)
		if err != nil {
			filled.Refused = append(filled.Refused, FieldChange{legible(c.Field, longestField), merged.Get(c.Field), legible(c.After, data.LongestText)})
			continue
		}
		filled.Changes = append(filled.Changes, changes...)
		merged = next
	}
	v.notePrints(merged, l.prints)
	return merged, filled, nil
}

func keep(changes []FieldChange, which func(FieldChange) bool) []FieldChange {
	return slices.DeleteFunc(slices.Clone(changes), func(c FieldChange) bool { return !which(c) })
}

// judged is the graduate after one change of a letter, with the changes that lead there;
// before is the graduate as the registry has it.
func (v *View) judged(before, merged *data.Graduate, c FieldChange, l *letter) (*data.Graduate, []FieldChange, error) {
	if before.Removed != nil {
		return nil, nil, data.Fail("graduate.is_removed", data.Args{"name": before.FullName()})
	}
	next := merged.Clone()
	if isRecord(c.Field) {
		field, err := v.takeRecord(next, c, l)
		return next, differenceIn(field, merged, next), err
	}
	if err := v.refuseForeign(c.Field); err != nil {
		return nil, nil, err
	}
	// Held against the beginning: one change of a form may move another field of it.
	if !l.mayReplace(c, before.Get(c.Field)) {
		return nil, nil, data.Fail("registry.conflict", nil)
	}
	if v.Campaign().Field(c.Field).HoldsFiles() {
		err := v.takeFiles(next, c, l)
		return next, Difference(merged, next), err
	}
	next, err := v.Assigned(merged, []Assign{{c.Field, c.After}})
	if err != nil {
		return nil, nil, err
	}
	return next, Difference(merged, next), nil
}

// differenceIn is [Difference] where one field alone can have changed.
func differenceIn(field string, before, after *data.Graduate) []FieldChange {
	if was, is := before.Get(field), after.Get(field); was != is {
		return []FieldChange{{field, was, is}}
	}
	return nil
}

// longestField bounds the code of a field that is shown though no form has it, in letters.
const longestField = 40

// legible is text of a stranger as it is kept and shown when it is refused: without signs
// that steer a screen, and at most of limit letters.
func legible(text string, limit int) string {
	text = strings.Map(func(letter rune) rune {
		if data.Unprintable(letter) {
			return '·'
		}
		return letter
	}, strings.ToValidUTF8(text, "·"))
	if utf8.RuneCountInString(text) > limit {
		text = string([]rune(text)[:limit]) + "…"
	}
	return text
}
