package graduates

import (
	"errors"
	"slices"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ask asks whether somebody is meant to be added all the same; Enter and Esc add nobody. What was
// typed stands in the row again, where it is free, until somebody is added.
func (q *quickAdd) ask(title string, words []string, why string) {
	w, there := q.screen.window, q.empty()
	if there {
		q.fill(words)
	}
	w.AskTwice(w.Say(title, nil), widgets.Wrapped(why), 460,
		frame.Choice{Label: w.Say("ui.do_not_add", nil), Chosen: func() {
			if !there {
				q.refuse(typedRow{words, why})
			}
		}},
		frame.Choice{Label: w.Say("ui.add_anyway", nil), Chosen: func() {
			if there {
				q.clear()
			}
			q.add(words, true)
		}})
}

// askLayout offers to add somebody under the name that was meant, where the keyboard was set to
// Latin letters; Enter takes it, and Esc adds nobody.
func (q *quickAdd) askLayout(words []string, err error) {
	w := q.screen.window
	var refused *registrar.Error
	if !errors.As(err, &refused) {
		return
	}
	values, _ := refused.Args["values"].([]registrar.Assign)
	meant := slices.Clone(words)
	for _, a := range values {
		if at := slices.Index(q.codes, a.Field); at >= 0 {
			meant[at] = a.Value
		}
	}
	why, there := w.Explain(err), q.empty()
	if there {
		q.fill(words)
	}
	add := func(words []string, anyway bool) func() {
		return func() {
			if there {
				q.clear()
			}
			q.add(words, anyway)
		}
	}
	w.Ask(w.Say("graduates_screen.layout", nil), widgets.Wrapped(why), 460,
		frame.Choice{Label: w.Say("graduates_screen.layout_take", map[string]any{"name": nameOf(meant)}), Chosen: add(meant, false)},
		frame.Choice{Label: w.Say("ui.add_anyway", nil), Chosen: add(words, true)},
		frame.Choice{Label: w.Say("ui.do_not_add", nil), Chosen: func() {
			if !there {
				q.refuse(typedRow{words, why})
			}
		}})
}
