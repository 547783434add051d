package table

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Add takes in a new graduate from typed values and returns its id. Where the sex is not
// given the patronymic tells it. A repeated card number, document or login phone is refused,
// naming the other; a repeated person is refused too unless anyway, also where only the full
// name says so, and so are somebody without a surname, a name with digits or of another keyboard layout, and a class that looks
// like a name. Whatever else is missing is left to Check.
func (d *Desk) Add(ctx context.Context, values []registry.Assign, anyway bool) (string, error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, changed, func(w *registry.Edit) (string, error) {
		id, err := w.NewID()
		if err != nil {
			return "", err
		}
		g := w.Blank(id)
		if err := w.Assign(g, values); err != nil {
			return "", err
		}
		if g.Sex == "" {
			g.Sex = roster.SexOf(g)
		}
		empty := w.Blank(id)
		w.Follows(empty, g)
		if err := w.RefuseLockedAmong(g, registry.Difference(empty, g)); err != nil {
			return "", err
		}
		if g.FullName() == "" {
			return "", data.Fail("graduate.no_name", nil)
		}
		if g.Surname == "" && !anyway {
			return "", data.Fail("graduate.no_surname", nil)
		}
		if err := refuseUnasked(w.View, empty, g, values); err != nil {
			return "", err
		}
		if err := w.RefuseLayout(values); err != nil && !anyway {
			return "", err
		}
		if err := refuseDigits(g); err != nil && !anyway {
			return "", err
		}
		if err := refuseClassOfLetters(w.View, g); err != nil && !anyway {
			return "", err
		}
		if err := w.RefuseDuplicate(g, anyway); err != nil {
			return "", err
		}
		if err := refuseNamesake(w.View, g); err != nil && !anyway {
			return "", err
		}
		g.Current().DraftSerial = w.NextSerial()
		return id, w.Commit(func(c *registry.Change) error { return c.Add(g) })
	})
}

// refuseDigits refuses a name with digits: a class or a number was typed in its place.
func refuseDigits(g *data.Graduate) error {
	for _, name := range []string{g.Surname, g.GivenName, g.Patronymic} {
		if strings.ContainsFunc(name, unicode.IsDigit) {
			return data.Fail("graduate.digits", data.Args{"value": data.Shorten(name)})
		}
	}
	return nil
}

// lettersOfName is from how many letters on a class without a digit looks like a surname.
const lettersOfName = 4

// refuseClassOfLetters refuses a class of letters alone that nobody else is in: a surname was typed
// in its place.
func refuseClassOfLetters(v *registry.View, g *data.Graduate) error {
	strange := func(r rune) bool { return !unicode.IsLetter(r) }
	known := func(other *data.Graduate) bool { return other.Class == g.Class }
	if utf8.RuneCountInString(g.Class) < lettersOfName || strings.ContainsFunc(g.Class, strange) || slices.ContainsFunc(v.All(), known) {
		return nil
	}
	return data.Fail("graduate.class_words", data.Args{"value": data.Shorten(g.Class)})
}

// refuseNamesake refuses a full name that another has, written with the letters of another keyboard
// too, where no birth dates tell the two apart.
func refuseNamesake(v *registry.View, g *data.Graduate) error {
	for _, other := range v.NamedAlike(g.FullName()) {
		if g.BirthDate == "" || other.BirthDate == "" {
			return data.Fail("graduate.same_name", data.Args{"other": other.FullName(), "class": other.Class})
		}
	}
	return nil
}

// Change sets fields of a graduate and returns the warnings about duplicates, about a card
// number shorter than most, and about what followed by itself. Nothing changes when any value is refused: see [next].
func (d *Desk) Change(ctx context.Context, id string, values []registry.Assign) ([]data.Finding, error) {
	return registry.Write(ctx, d.registry, registry.RightFill, changed, func(w *registry.Edit) ([]data.Finding, error) {
		before, g, err := next(w.View, id, values)
		if err != nil {
			return nil, err
		}
		changes := registry.Difference(before, g)
		if err := w.Fill(before, g); err != nil || len(changes) == 0 {
			return nil, err
		}
		if w.Me().Role == registry.RoleGraduate {
			return nil, nil
		}
		warnings := slices.Concat(toldBrought(w.View, before, g, values), seriesSpelled(g, values), accessWarnings(w.View, g, changes), reasonSet(w.View, changes, values), shortCard(w.View, g, changes))
		return append(warnings, w.Duplicates(g)...), nil
	})
}

// Weigh says what [Desk.Change] would leave to be said of a graduate, and changes nothing: so
// whoever types sees when a text is good. What Change would refuse is refused.
func (d *Desk) Weigh(id string, values []registry.Assign) ([]data.Finding, error) {
	return registry.Read(d.registry, registry.RightFill, func(v *registry.View) ([]data.Finding, error) {
		_, g, err := next(v, id, values)
		if err != nil {
			return nil, err
		}
		return v.Judge(g)
	})
}

// next is a graduate as typed values make them, and as they are. A value that cannot be is refused,
// as is one for a field that the form does not ask this graduate for.
func next(v *registry.View, id string, values []registry.Assign) (before, g *data.Graduate, err error) {
	if before, err = v.Active(id); err != nil {
		return nil, nil, err
	}
	if g, err = v.Assigned(before, values); err == nil {
		err = refuseUnasked(v, before, g, values)
	}
	return before, g, err
}
