package answer

import (
	"context"

	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// OnPaste takes the lines «card number, state» that lie on the clipboard (UA-078).
func (s *Screen) OnPaste() {
	w, r := s.Window, s.Window.Registrar()
	block := w.Clipboard().Content()
	frame.Run(w, &frame.Turn{}, func(context.Context) ([]answer.Spotted, error) { return r.Answer.ReadSeen(block) }, s.onPasted)
}

// onPasted shows what was understood, and enters it once somebody agrees.
func (s *Screen) onPasted(lines []answer.Spotted, err error) {
	w := s.Window
	if err != nil {
		w.Fail(err)
		return
	}
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.Wrapped(w.Say("answer_screen.paste_about", nil)))
	shown := make([]frame.PastedLine, len(lines))
	for i, line := range lines {
		shown[i] = frame.PastedLine{Line: line.Line, Why: line.Why}
		if line.Why == nil {
			shown[i].Words = line.Key + " — " + line.Graduate.FullName() + ": " + stateTitle(w, line.State.Code)
		}
	}
	understood := f.Pasted(shown)
	f.Day("answer_screen.day_seen")
	if understood == 0 {
		f.Box = w.Ask(w.Say("answer_screen.title.pasted", nil), f.Fields, frame.RecordWidth, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	f.Ask(w.Say("answer_screen.title.pasted", nil), "answer_screen.yes.pasted", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		r, on, number, entered := w.Registrar(), f.TypedDay(), int64(0), 0
		f.Save(func(ctx context.Context) (err error) {
			entered, err = r.Answer.SeenAll(registrar.Numbered(ctx, &number), lines, on)
			return err
		}, func() {
			w.DidTo(entered, func(n int) string { return w.Say("answer_screen.pasted", map[string]any{"count": n}) },
				func(n int) string { return w.Say("answer_screen.pasted_back", map[string]any{"count": n}) }, number)
		})
	})
}
