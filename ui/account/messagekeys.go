package account

import (
	"context"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// adviseKeys says, when somebody was removed, that this person may have the keys of the messages to the
// centre, and leads to where they are changed; nothing where no centre has enrolled the school.
func (s *Screen) adviseKeys() {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.advising, func(context.Context) (bool, error) {
		state, err := r.Exchange.State()
		return state.Enrolled, err
	}, func(enrolled bool, err error) {
		if err != nil || !enrolled || !w.May(registrar.RightAccounts) {
			return
		}
		w.Ask(w.Say("account_screen.keys_title", nil), widgets.Wrapped(w.Say("account_screen.keys_about", nil)), 520,
			frame.Choice{Label: w.Say("account_screen.keys_go", nil), Chosen: func() { w.Go(frame.Route{Screen: frame.Exchange}) }},
			frame.Choice{Label: w.Say("ui.close", nil)})
	})
}
