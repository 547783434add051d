package payment

import (
	"context"

	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// OnPaste takes the lines «number of a receipt, state» that lie on the clipboard (KG-065).
func (s *Screen) OnPaste() {
	w, r := s.Window, s.Window.Registrar()
	block := w.Clipboard().Content()
	frame.Run(w, &frame.Turn{}, func(context.Context) ([]payment.Verdict, error) { return r.Payment.ReadVerdicts(block) }, s.onPasted)
}

// onPasted shows what was understood, and notes it once somebody agrees.
func (s *Screen) onPasted(lines []payment.Verdict, err error) {
	w := s.Window
	if err != nil {
		w.Fail(err)
		return
	}
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.Wrapped(w.Say("payment_screen.paste_about", nil)))
	shown := make([]frame.PastedLine, len(lines))
	for i, line := range lines {
		shown[i] = frame.PastedLine{Line: line.Line, Why: line.Why}
		if line.Why == nil {
			shown[i].Words = line.Key + " — " + line.Graduate.FullName() + ": " + w.Registrar().Campaign().ExternalStatus(line.State.Code).Title
		}
	}
	understood := f.Pasted(shown)
	f.Day("payment_screen.seen")
	if understood == 0 {
		f.Box = w.Ask(w.Say("payment_screen.paste_title", nil), f.Fields, frame.RecordWidth, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	f.Ask(w.Say("payment_screen.paste_title", nil), "payment_screen.paste_yes", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r, on, number, noted := w.Registrar(), f.TypedDay(), int64(0), 0
		f.Save(func(ctx context.Context) (err error) {
			noted, err = r.Payment.JudgeAll(registrar.Numbered(ctx, &number), lines, on)
			return err
		}, func() {
			w.DidTo(noted, func(n int) string { return w.Say("payment_screen.pasted", map[string]any{"number": n}) },
				func(n int) string { return w.Say("payment_screen.pasted_back", map[string]any{"number": n}) }, number)
		})
	})
}
