package frame

import (
	"context"
	"slices"
	"strings"

	"graduand/data/registrar"
)

// Did says what was done to the registry by the act of a number, see [registrar.Numbered]. It
// goes back by the way of the history, and is done again; back says that it went back. An act
// without a number does not go back.
func (w *Window) Did(said, back string, number int64) {
	w.did(w.again(said), w.again(back), number)
}

// did is Did for words that are said anew each time.
func (w *Window) did(said, back func() string, number int64) {
	of := func(words func() string) func(int) string { return func(int) string { return words() } }
	w.DidTo(0, of(said), of(back), number)
}

// DidTo is [Window.Did] for what is said of people by how many they are: said of so many, back of
// those of whom it was taken back, who may be fewer.
func (w *Window) DidTo(people int, said, back func(people int) string, number int64) {
	if number == 0 {
		w.DoneForGood(said(people))
		return
	}
	d := &deed{w, said, back, number}
	w.Done(said(people), d.undo)
}

// DidFor is [Window.Did] for people who are named.
func (w *Window) DidFor(who, said string, number int64) {
	did := w.again(strings.TrimSuffix(said, ".") + " — " + who)
	w.did(did, func() string { return w.Say("ui.taken_back", map[string]any{"act": w.within(did)}) }, number)
}

// NameOf is the name of a graduate for [Window.DidFor]; it asks the registry.
func NameOf(r *registrar.Registrar, id string) string {
	row, err := r.Table.Find(id)
	if err != nil {
		return id
	}
	return row.Graduate.FullName()
}

// deed is an act of the registry with the words that tell of it, done and taken back.
type deed struct {
	window     *Window
	said, back func(people int) string
	// number is that of the act, and then of the act that took it back or did it again.
	number int64
}

func (d *deed) undo() {
	d.reverse(func(done reversed) { d.window.Undone(d.told(done, d.back), d.redo) })
}

func (d *deed) redo() {
	d.reverse(func(done reversed) { d.window.Redone(d.told(done, d.said), d.undo) })
}

// told are the words of those whom it was done to, and as a sentence of its own who stays as they
// are.
func (d *deed) told(done reversed, words func(people int) string) string {
	left := left(done.all)
	return d.window.Saying(func() string {
		said, stays := done.named(words(len(done.all)-len(left))), d.window.stays(left)
		if stays == "" {
			return said
		}
		return strings.TrimSuffix(said, ".") + ". " + stays
	})
}

// reverse takes the act back.
func (d *deed) reverse(then func(reversed)) {
	w, r, number := d.window, d.window.registrar, d.number
	RunLong(w, w.Say("ui.undo", nil), func(ctx context.Context, _ Progress) (reversed, error) {
		all, err := r.Form.UndoableAll(ctx, number)
		if err != nil {
			return reversed{}, err
		}
		made, err := r.Form.UndoAll(ctx, number)
		done := reversed{made: made, all: all}
		if err == nil && len(all) == 1 {
			done.name = NameOf(r, all[0].Graduate)
		}
		return done, err
	}, func(done reversed, err error) {
		if done.made > 0 {
			d.number = done.made
			then(done)
		}
		w.Fail(err)
	})
}

// reversed is an act of the history that took another back, and what it did about each.
type reversed struct {
	made int64
	all  []registrar.Reversal
	// name is what the only one is called since.
	name string
}

// named are words with the name that the only one has since: it may be the name that went back.
func (r reversed) named(words string) string {
	if r.name == "" || len(r.all) != 1 || r.all[0].Name == "" {
		return words
	}
	return strings.ReplaceAll(words, r.all[0].Name, r.name)
}

// left are the names of those who stay as they are.
func left(all []registrar.Reversal) (names []string) {
	for _, one := range all {
		if one.Left != nil {
			names = append(names, one.Name)
		}
	}
	return names
}

// stays names those who stay as they are; "" for none.
func (w *Window) stays(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return w.Say("undo_all.left", map[string]any{"names": w.Named(names)})
}

// DoneForGood says what was done and cannot be taken back: it was handed out, printed, or
// written to a file. Ctrl+Z says so before it takes back what was done earlier.
func (w *Window) DoneForGood(message string) {
	w.Done(message, nil)
	w.acts.done = pushed(w.acts.done, act{words: w.again(message)})
	w.showActs()
}

// DoneElsewhere is [Window.DoneForGood] for what goes back by other ways than Ctrl+Z, which says by which.
func (w *Window) DoneElsewhere(message string, ways func() string) {
	w.DoneForGood(message)
	w.acts.done[len(w.acts.done)-1].elsewhere = ways
}

// DoneUntil is Done for what can be taken back until something else happens: that calls end,
// and from then on it is not offered.
func (w *Window) DoneUntil(message string, undo func()) (end func()) {
	until := new(int)
	w.Done(message, undo)
	w.acts.done[len(w.acts.done)-1].until = until
	return func() {
		w.acts.done = slices.DeleteFunc(w.acts.done, func(a act) bool { return a.until == until })
		w.showActs()
	}
}

// Undone says that something was taken back; redo does it once more and ends with
// [Window.Redone], nil where that cannot be.
func (w *Window) Undone(message string, redo func()) {
	w.Done(message, nil)
	if redo != nil {
		again := act{words: w.acts.taken.words, way: redo}
		if again.words == nil {
			again.words = w.again(message)
		}
		w.acts.undone = pushed(w.acts.undone, again)
		w.followMenu()
	}
}

// Redone says that something was done once more.
func (w *Window) Redone(message string, undo func()) {
	again := w.acts.undone
	w.Done(message, undo)
	w.acts.undone = again
}
