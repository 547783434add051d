package exchange

import (
	"context"
	"path/filepath"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// askCode asks for the code of an enrolment, which the centre tells by voice (KG-005).
func (s *Screen) askCode(path string) {
	w := s.window
	if w.Refused(registrar.RightAccounts) {
		return
	}
	f, invited := frame.NewRecordForm(w), (*exchange.Invitation)(nil)
	f.Fields.Add(widgets.Wrapped(s.say("code_about", map[string]any{"file": filepath.Base(path)})))
	code, in := f.Entry("exchange_screen.code", "exchange_screen.code_hint")
	for _, refused := range []string{"message.wrong_code", "message.needs_code", "exchange.no_code"} {
		f.Faults[refused] = code
	}
	f.Ask(s.say("code_title", nil), "exchange_screen.code_yes", false, func() {
		typed := in.Text
		f.Save(func(context.Context) (err error) {
			invited, err = exchange.OpenInvitation(path, typed)
			return err
		}, func() { s.askJoin(invited) })
	})
	w.Canvas().Focus(in)
}

// askJoin shows what the enrolment says, with the fingerprint to compare, and opens the exchange by it, or
// turns it to another centre.
func (s *Screen) askJoin(i *exchange.Invitation) {
	w, r := s.window, s.window.Registrar()
	title, yes, done, join := "join_title", "join_yes", "joined", r.Exchange.Join
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.BoldWords(i.School.Name))
	f.Fields.Add(widgets.Wrapped(s.say("join_about", map[string]any{"code": i.Code, "name": i.Name})))
	if s.known.state.Enrolled {
		title, yes, done, join = "turn_to_title", "turn_to_yes", "turned_to", r.Exchange.TurnTo
		f.Fields.Add(widgets.WarningLine(s.say("turn_to_about", map[string]any{"code": s.known.state.Code})))
	}
	f.Fields.Add(widgets.Wrapped(s.say("join_compare", nil)))
	f.Fields.Add(fingerprint(i.Centre))
	f.Ask(s.say(title, nil), "exchange_screen."+yes, false, func() {
		f.Save(func(ctx context.Context) error { return join(ctx, i) }, func() {
			w.DoneForGood(s.say(done, nil))
			s.ask()
		})
	})
}
