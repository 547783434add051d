package access

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onCreate makes accesses for the marked graduates; where none is marked it asks for
// whom, also where there is one group only (KG-008, KG-034). Whoever stands on somebody who has
// one did not mean the others: Enter makes none then.
func (s *Screen) onCreate() {
	w := s.Window
	if s.Table.Marked() > 0 {
		s.createFor(people(s.chosenRows(), lacksOwn))
		return
	}
	shown := people(s.listed, lacksOwn)
	if len(shown) == 0 {
		s.createFor(nil)
		return
	}
	row, there := s.rows[s.Table.Cursor()]
	has := there && hasOwn(row.graduate)
	content := container.NewVBox()
	if has {
		content.Add(widgets.WarningLine(w.Say("access_screen.has_one", map[string]any{"name": row.graduate.FullName()})))
	}
	content.Add(widgets.Wrapped(w.Say("access_screen.create_whom", nil)))
	title, none := w.Say("access_screen.create", nil), frame.Choice{Label: w.Say("ui.cancel", nil)}
	var choices []frame.Choice
	for _, o := range s.offers(shown) {
		content.Add(widgets.Wrapped(o.label + " — " + w.Named(names(o.whom))))
		choices = append(choices, frame.Choice{Label: o.label, Chosen: func() { s.createFor(o.whom) }})
	}
	if has {
		w.AskTwice(title, content, 640, none, choices...)
		return
	}
	w.Ask(title, content, 640, append(choices, none)...)
}

// offer is a group of graduates for whom accesses can be made, and what its button says.
type offer struct {
	label string
	whom  []*data.Graduate
}

// offers are the narrowest group first: the current row, its class, all shown. A group
// that is no larger than the one before it is not offered.
func (s *Screen) offers(shown []*data.Graduate) []offer {
	w, last := s.Window, 0
	var offers []offer
	add := func(id string, whom []*data.Graduate, args map[string]any) {
		if len(whom) <= last {
			return
		}
		last = len(whom)
		args["number"] = len(whom)
		offers = append(offers, offer{w.Say(id, args), whom})
	}
	if row, there := s.rows[s.Table.Cursor()]; there {
		class := row.graduate.Class
		add("access_screen.for_current", people([]accessRow{row}, lacksOwn), map[string]any{})
		if class != "" {
			add("access_screen.for_class", people(s.listed, func(g *data.Graduate) bool { return g.Class == class && lacksOwn(g) }), map[string]any{"class": class})
		}
	}
	add("access_screen.for_shown", shown, map[string]any{})
	return offers
}

// createFor makes accesses in the background. Those without a phone are left out where
// others have one: a phone is the login.
func (s *Screen) createFor(graduates []*data.Graduate) {
	w := s.Window
	whom := slices.DeleteFunc(slices.Clone(graduates), func(g *data.Graduate) bool { return g.Phone == "" })
	left := len(graduates) - len(whom)
	switch {
	case s.creating:
		return
	case len(graduates) == 0:
		w.Done(w.Say("access_screen.all_have", nil), nil)
		return
	case len(whom) == 0:
		whom, left = graduates, 0
	}
	if doubted := s.doubted(whom); len(doubted) > 0 {
		s.askDoubted(doubted, func() { s.make(whom, left) })
		return
	}
	s.make(whom, left)
}

// doubted say of whom a login would be made that is asked about.
func (s *Screen) doubted(whom []*data.Graduate) (said []string) {
	for _, row := range s.listed {
		if slices.ContainsFunc(whom, func(g *data.Graduate) bool { return g.ID == row.graduate.ID }) {
			for _, doubt := range row.judged.Doubts {
				said = append(said, row.graduate.FullName()+": "+s.Window.Phrase(doubt))
			}
		}
	}
	return said
}

// askDoubted names the graduates whose login would be a landline before it is made (KG-015).
func (s *Screen) askDoubted(doubts []string, then func()) {
	w, content := s.Window, container.NewVBox()
	for _, doubt := range doubts[:min(len(doubts), mostDoubts)] {
		content.Add(widgets.WarningLine(doubt))
	}
	if more := len(doubts) - mostDoubts; more > 0 {
		content.Add(widgets.Wrapped(w.Say("access_screen.doubts_more", map[string]any{"number": more})))
	}
	w.AskTwice(w.Say("access_screen.create", nil), content, 640, frame.Choice{Label: w.Say("ui.cancel", nil)},
		frame.Choice{Label: w.Say("access_screen.create_anyway", nil), Chosen: then})
}

// mostDoubts is how many are named before accesses are made.
const mostDoubts = 5

// make makes the accesses of those with a phone; left counts those without.
func (s *Screen) make(whom []*data.Graduate, left int) {
	w, r := s.Window, s.Window.Registrar()
	if s.creating {
		return
	}
	s.creating = true
	frame.RunLong(w, w.Say("access_screen.creating", map[string]any{"number": len(whom)}), func(ctx context.Context, progress frame.Progress) (int, error) {
		return r.Access.Create(ctx, graduateIDs(whom), progress)
	}, func(made int, err error) { s.onCreated(whom, made, left, err) })
}

// onCreated says whose were made, and takes them back when asked: those made before a
// cancel or a failure stay.
func (s *Screen) onCreated(whom []*data.Graduate, made, left int, err error) {
	w := s.Window
	s.creating = false
	w.Fail(err)
	if made == 0 && err != nil {
		return
	}
	message := w.Say("access.made", map[string]any{"count": made})
	got := whom[:min(made, len(whom))]
	if len(got) > 0 {
		message += " " + w.Named(names(got)) + "."
	}
	switch {
	case errors.Is(err, context.Canceled):
		message = w.Say("access_screen.stopped", nil) + " " + message
	case left > 0:
		message += " " + w.Say("access_screen.left_out", map[string]any{"number": left})
	}
	if len(got) == 0 {
		w.Done(message, nil)
		return
	}
	end := w.DoneUntil(message, func() {
		s.takeBack(map[data.Door][]*data.Graduate{data.DoorOwn: got}, func(message string) { w.Undone(message, nil) })
	})
	s.made = append(s.made, jointAct{graduateIDs(got), end})
}

// jointAct is accesses with which something was done at once; end says that it cannot be taken back
// any more.
type jointAct struct {
	ids []string
	end func()
}

// keepsMade is told that the own access of some is not as it was made any more.
func (s *Screen) keepsMade(ids []string) { s.made = stillWhole(s.made, ids) }

// keepsGiven is told that some access is not as it was handed over any more.
func (s *Screen) keepsGiven(ids []string) { s.given = stillWhole(s.given, ids) }

// stillWhole are the acts that are about none of these: what was done at once is taken back whole or
// not at all, so that the others are not offered from now on.
func stillWhole(acts []jointAct, ids []string) []jointAct {
	return slices.DeleteFunc(acts, func(a jointAct) bool {
		ends := slices.ContainsFunc(a.ids, func(id string) bool { return slices.Contains(ids, id) })
		if ends {
			a.end()
		}
		return ends
	})
}
