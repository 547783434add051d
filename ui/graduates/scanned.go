package graduates

import (
	"context"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Scans goes to whose card a barcode scanner has read, from whatever page is in front.
type Scans struct{ asked frame.Turn }

// whose is what the registry knows of a number.
type whose struct {
	// of has the number, nil for nobody.
	of *registrar.Row
	// front is the one whom the page in front is about, where nobody has the number and that one has
	// none.
	front *registrar.Row
}

// Scanned makes the graduate with this card number the current one of the list; where nobody has it
// a dialog asks whose it is.
func (s *Scans) Scanned(w *frame.Window, number string) {
	r := w.Registrar()
	front, _ := w.Whose()
	frame.Run(w, &s.asked, func(context.Context) (whose, error) { return whoseNumber(r, number, front) }, func(found whose, err error) {
		switch {
		case err != nil:
			w.Fail(err)
		case found.of != nil:
			s.goTo(w, number, found.of.Graduate)
		default:
			s.ask(w, number, found.front)
		}
	})
}

// whoseNumber looks for a number, among those who were removed too.
func whoseNumber(r *registrar.Registrar, number, front string) (found whose, err error) {
	for _, removed := range []bool{false, true} {
		rows, err := r.Table.List(registrar.Filter{Number: number, Removed: removed})
		if err != nil {
			return found, err
		}
		if len(rows) > 0 {
			return whose{of: &rows[0]}, nil
		}
	}
	if front == "" {
		return found, nil
	}
	row, err := r.Table.Find(front)
	if g := row.Graduate; err == nil && g.Removed == nil && g.Current().CardNumber == "" {
		found.front = &row
	}
	return found, err
}

// goTo shows a graduate in the list, one who was removed among the removed ones.
func (s *Scans) goTo(w *frame.Window, number string, g *data.Graduate) {
	to := frame.Route{Screen: frame.Graduates, Graduate: g.ID}
	if g.Removed != nil {
		to.Chooses, to.State = true, string(data.StatusRemoved)
	}
	w.Go(to)
	w.SayScanned(number, g)
}

// ask says that nobody has a number, and offers it to the one in front. Enter, which the next scan
// brings along, gives nothing to anybody.
func (s *Scans) ask(w *frame.Window, number string, front *registrar.Row) {
	c := w.Registrar().Campaign()
	_, fits := c.Scanned(number)
	words := w.Say("scanner.unknown", map[string]any{"field": w.TitleOfField(data.FieldCardNumber)})
	if !fits {
		words = w.Say("scanner.unusual", map[string]any{"example": c.CardNumber.Example})
	}
	var do []frame.Choice
	if fits && front != nil && w.May(registrar.RightRegister) {
		label := w.Say("scanner.give", map[string]any{"name": front.Graduate.FullName()})
		do = append(do, frame.Choice{Label: label, Chosen: func() { s.give(w, number, front.Graduate.ID) }})
	}
	title := w.Say("scanner.nobody", map[string]any{"number": number})
	w.AskTwice(title, widgets.Wrapped(words), 520, frame.Choice{Label: w.Say("ui.close", nil)}, do...).Yields = true
}

// give puts the number into the form of a graduate.
func (s *Scans) give(w *frame.Window, number, id string) {
	r, act := w.Registrar(), int64(0)
	frame.Run(w, &s.asked, func(ctx context.Context) (who string, err error) {
		_, err = r.Table.Change(registrar.Numbered(ctx, &act), id, []registrar.Assign{{Field: data.FieldCardNumber, Value: number}})
		return frame.NameOf(r, id), err
	}, func(who string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		field.Tell(w, data.FieldCardNumber, who, act)
	})
}
