package intake

import (
	"context"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/intake"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// The answers to what lies in the kits of several, in their order.
const (
	severalThere = iota
	severalLooked
)

// showMarked says how many kits are received, or for how many receipts are printed, at once.
func (s *Screen) showMarked() {
	n := len(s.toReceive())
	s.several.SetText(s.Window.Say("intake_screen.several", map[string]any{"number": n}))
	widgets.SetHidden(s.several, n == 0 || !s.kit.may())
	s.showReceipts()
}

// toReceive are those who are ticked and have not handed in their kits.
func (s *Screen) toReceive() (ids []string) {
	if s.Table.Marked() == 0 {
		return nil
	}
	for _, id := range s.Table.Selected() {
		if row := s.rows[id]; row != nil && row.Graduate.Current().Fact(data.FactKitReceived, "") == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// onSeveral receives the kits of those who are ticked, after it was asked what lies in them and when
// they came. All or none: whose kit cannot be received is named.
func (s *Screen) onSeveral() {
	w, ids := s.Window, s.toReceive()
	if len(ids) == 0 || w.Refused(registrar.RightRegister) {
		return
	}
	var names []string
	for _, id := range ids {
		names = append(names, s.rows[id].Graduate.FullName())
	}
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(w.Named(names)))
	there := widgets.NewOneOf(nil)
	there.Offer(widgets.Option{Title: w.Say("intake_screen.several_there", nil)}, widgets.Option{Title: w.Say("intake_screen.several_looked", nil)})
	there.Set(severalThere)
	there.OnEscape = func() { f.Box.Leave() }
	f.Fields.Add(there)
	f.Fields.Add(widgets.Small(w.Say("intake_screen.several_note", nil)))
	f.Day("intake_screen.several_day")
	f.Ask(w.Say("intake_screen.several_title", map[string]any{"number": len(ids)}), "intake_screen.several_yes", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		looked := there.Chosen() == severalLooked
		s.receive(f, ids, names, intake.Receipt{Day: f.TypedDay(), All: !looked, Everything: looked})
	})
	w.Canvas().Focus(there)
}

func (s *Screen) receive(f *frame.RecordForm, ids, names []string, receipt intake.Receipt) {
	w, r, act := s.Window, s.Window.Registrar(), int64(0)
	f.Save(func(ctx context.Context) error {
		return r.Intake.Receive(registrar.Numbered(ctx, &act), ids, receipt)
	}, func() {
		w.DidFor(w.Named(names), w.Say("intake_screen.several_received", map[string]any{"number": len(ids)}), act)
		s.received = append(s.received, ids...)
		s.Table.Select()
		s.focusList()
	})
}
