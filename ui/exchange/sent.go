package exchange

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onSentOf shows what exactly was sent of somebody, in which message, and to whom (KG-013).
func (s *Screen) onSentOf(g *data.Graduate) {
	r := s.window.Registrar()
	if s.window.Refused(registrar.RightHistory) {
		return
	}
	frame.Run(s.window, &s.opening, func(ctx context.Context) ([]exchange.Told, error) { return r.Exchange.SentOf(ctx, g.ID) }, func(all []exchange.Told, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		s.showSentOf(g, all)
	})
}

// showSentOf is the dialog of what was sent of somebody, the last message first.
func (s *Screen) showSentOf(g *data.Graduate, all []exchange.Told) {
	w, page := s.window, container.New(&widgets.Stacked{}, widgets.BoldWords(g.FullName()))
	if len(all) == 0 {
		page.Add(widgets.Wrapped(s.say("told_nothing", nil)))
	}
	for _, told := range all {
		for _, o := range s.toldParts(told) {
			page.Add(o)
		}
	}
	size := fyne.NewSize(560*w.Scale(), max(w.Canvas().Size().Height-200*w.Scale(), 140))
	scroll := container.NewVScroll(widgets.OffTheBar(page))
	w.Ask(s.say("sent_of_title", nil), container.New(&widgets.FixedSize{Size: size}, scroll), 620, frame.Choice{Label: w.Say("ui.close", nil)})
}

// toldParts are what one message said of somebody: every field with its value.
func (s *Screen) toldParts(t exchange.Told) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.Air(s.window.Scale()),
		widgets.BoldWords(s.say("told_in", map[string]any{"sequence": t.Sequence, "what": s.window.Say("exchange.action_"+t.Action, nil)})),
		widgets.Small(s.say("told_by", map[string]any{"when": s.when(t.At), "by": t.By, "to": s.recipient(t.Passed)}))}
	if t.Reason != "" {
		parts = append(parts, widgets.Small(s.say("reason", map[string]any{"reason": t.Reason})))
	}
	lines := make([]string, len(t.Values))
	for i, v := range t.Values {
		lines[i] = s.titleOf(v.Field) + ": " + s.valueOf(v.Field, v.Value)
	}
	return append(parts, widgets.Wrapped(strings.Join(lines, "\n")))
}
