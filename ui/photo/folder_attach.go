package photo

import (
	"context"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// takable are the files in doubt that can be taken as they are proposed without looking at each.
func (s *Folder) takable() (all []photo.Proposal) {
	for _, p := range s.matched {
		if p.Slight() {
			all = append(all, p)
		}
	}
	return all
}

// onTakeAll asks once more before files are taken that nobody has looked at.
func (s *Folder) onTakeAll() {
	all := s.takable()
	number := map[string]any{"number": len(all)}
	s.window.AskTwice(s.say("take_all_title", nil), widgets.Wrapped(s.say("take_all_text", number)), 460,
		frame.Choice{Label: s.window.Say("ui.cancel", nil)},
		frame.Choice{Label: s.say("take_all", number), Chosen: func() {
			for _, p := range all {
				s.settled[p.Name] = photo.Settled{Graduate: p.Graduate, Place: p.Place()}
			}
			s.settle(s.next)
		}})
}

// onLeaveOut leaves the current file out, and goes on.
func (s *Folder) onLeaveOut() {
	p := s.at(s.form.name)
	if p == nil || p.Outcome == photo.There || p.Outcome == photo.Refused || p.Outcome == photo.LeftOut {
		return
	}
	s.settled[p.Name] = photo.Settled{LeftOut: true}
	s.settle(s.next)
}

// tellLeft says in the status line of files that nobody has left out by hand why they are: unseen,
// one that was certain would be missed.
func (s *Folder) tellLeft(left []photo.Proposal) {
	var all []string
	for _, p := range left {
		all = append(all, s.say("left", map[string]any{"file": p.Name, "why": s.window.Say(p.Why, p.WhyArgs)}))
	}
	if len(all) > 0 {
		s.window.Done(strings.Join(all, " "), nil)
	}
}

// attachedFiles is what was put in, and by which act.
type attachedFiles struct {
	number int
	act    int64
}

// onAttach puts in all that is sure, by one act.
func (s *Folder) onAttach() {
	sure := slices.DeleteFunc(slices.Clone(s.matched), func(p photo.Proposal) bool { return p.Outcome != photo.Sure })
	if len(sure) == 0 || s.writing {
		return
	}
	r := s.window.Registrar()
	s.writing = true
	s.turn.Void()
	frame.RunLong(s.window, s.say("attaching", nil), func(ctx context.Context, progress frame.Progress) (a attachedFiles, err error) {
		a.number, err = r.Photo.Attach(registrar.Numbered(ctx, &a.act), sure, progress)
		return a, err
	}, s.onAttached)
}

// onAttached says how many were put in, also before it was cancelled; they go back as one. What is
// left to settle stays on the page.
func (s *Folder) onAttached(a attachedFiles, err error) {
	w := s.window
	s.writing = false
	if a.number > 0 {
		files := map[string]any{"count": a.number}
		w.Did(s.say("attached", files), s.say("attached_back", files), a.act)
	}
	w.Fail(err)
	s.settle(func() {
		if err == nil && s.count(photo.Doubtful)+s.count(photo.Unmatched)+s.count(photo.Refused) == 0 {
			s.showStart()
			w.Go(frame.Route{Screen: frame.Photo})
			return
		}
		s.focusRows()
	})
}
