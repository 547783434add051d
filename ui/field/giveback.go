package field

import (
	"context"
	"strings"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// AskGiveBack asks for the remark with which finished forms are given back to who fills them in; it
// stays in the history, and stands on top of each form until that is finished again.
func AskGiveBack(w *frame.Window, ids []string) {
	r := w.Registrar()
	frame.Run(w, &frame.Turn{}, func(context.Context) (string, error) {
		if len(ids) == 1 {
			return frame.NameOf(r, ids[0]), nil
		}
		return w.Say("ui.count", map[string]any{"count": len(ids)}), nil
	}, func(who string, _ error) { askGiveBack(w, ids, who) })
}

func askGiveBack(w *frame.Window, ids []string, who string) {
	f, r := frame.NewRecordForm(w), w.Registrar()
	f.Fields.Add(widgets.BoldWords(who))
	f.Fields.Add(widgets.Wrapped(w.Say("form_screen.give_back_about", nil)))
	remark, typed := f.Entry("form_screen.give_back_remark", "form_screen.give_back_hint")
	f.Faults["form.no_remark"] = remark
	f.Ask(w.Say("form_screen.give_back_title", nil), "form_screen.give_back_yes", false, func() {
		if !w.SayLacks(frame.Lack{Field: remark, Words: w.SayIf(strings.TrimSpace(typed.Text) == "", "form.no_remark")}) {
			return
		}
		words, number := typed.Text, int64(0)
		f.Save(func(ctx context.Context) error { return r.Form.GiveBack(registrar.Numbered(ctx, &number), ids, words) },
			func() { w.DidFor(who, w.Say("form_screen.given_back", nil), number) })
	})
	w.Canvas().Focus(typed)
}
