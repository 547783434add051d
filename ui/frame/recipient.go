package frame

import (
	"strings"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// Recipient asks to whom a file goes that leaves the school. It may stay empty: the history
// then holds whom such a file usually goes to, who is proposed (KG-013).
type Recipient struct {
	// Entry is what is typed into, Field the same under its caption.
	Entry *widgets.Entry
	Field *widgets.Labelled

	window *Window
	file   string
}

// NewRecipient asks about no file yet: see [Recipient.About].
func NewRecipient(w *Window) *Recipient {
	r := &Recipient{window: w, Entry: widgets.NewEntry("")}
	r.Entry.OnChanged = func(whom string) { w.sitting.recipients[r.file] = whom }
	r.Field = widgets.NewLabelled(w.Say("recipient.field", nil), r.Entry)
	return r
}

// About says which file it is: one that the history knows as an event of a kind, and whom it
// is of. What was typed for that file in this sitting stands there again.
func (r *Recipient) About(kind string, of ...string) {
	r.Usually(registrar.UsualRecipient(kind), append([]string{kind}, of...)...)
}

// Usually is About for a file that is named by names of its own, and usually goes to whom a
// code says: see [campaign.Campaign.Recipient].
func (r *Recipient) Usually(code string, file ...string) {
	w, school := r.window, r.window.School()
	proposed := w.Say("recipient.nobody", nil)
	if w.registrar.Campaign().Recipient(code, &school) != "" {
		proposed = w.Say("recipient.usual", map[string]any{"whom": w.Say("recipient."+code, nil)})
	}
	r.file = strings.Join(file, "\x00")
	r.Entry.SetPlaceHolder(proposed)
	if said := w.sitting.recipients[r.file]; said != r.Entry.Text {
		r.Entry.SetText(said)
	}
}

// InDialog lets Esc in it leave the dialog in front, and Enter confirm it.
func (r *Recipient) InDialog(front func() *Box) { LeaveByEscape(r.Entry, front) }

// Said is to whom it goes as it was typed, for [registrar.GoesTo].
func (r *Recipient) Said() string { return r.Entry.Text }
