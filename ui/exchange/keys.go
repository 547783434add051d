package exchange

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// turning gives the school new keys for its messages, and says where new ones wait to be told.
func (s *Screen) turning() fyne.CanvasObject {
	w := s.window
	turn := widgets.NewButton(s.say("turn", nil), theme.ViewRefreshIcon(), s.onTurn)
	widgets.Enable(turn, w.May(registrar.RightAccounts))
	box := container.NewVBox()
	if next := s.known.state.Next; next != "" {
		box.Add(widgets.FieldCaption(s.say("key_next", nil)))
		box.Add(fingerprint(next))
	}
	box.Add(container.NewHBox(turn))
	if turn.Disabled() {
		box.Add(widgets.Small(s.say("turn_head", nil)))
	}
	return box
}

// onTurn asks first: the centre must learn of it.
func (s *Screen) onTurn() {
	w := s.window
	w.Ask(s.say("turn_title", nil), widgets.Wrapped(s.say("turn_about", nil)), 560,
		frame.Choice{Label: s.say("turn", nil), Chosen: s.turn}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (s *Screen) turn() {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, s.say("turning", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		return r.Exchange.TurnKeys(ctx)
	}, func(_ string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(s.say("turned", nil))
		s.ask()
	})
}
