package roster

import (
	"context"

	"graduand/data/registrar/roster"
	"graduand/ui/frame"
)

// filling is what was filled in of a list.
type filling struct {
	values int
	roster.Filled
}

// onFill writes into empty fields of those who are there what the list says of them. What was
// typed and not checked is judged first.
func (s *Screen) onFill() {
	if s.unjudged {
		s.judge(s.writeFill)
		return
	}
	s.writeFill()
}

func (s *Screen) writeFill() {
	if s.writing || s.judged == nil || s.judged.Values() == 0 {
		return
	}
	w, r, read := s.window, s.window.Registrar(), *s.judged.Roster
	s.writing = true
	s.fill.Disable()
	values := read.Values()
	frame.RunLong(w, s.say("fill", map[string]any{"count": values}), func(ctx context.Context, _ frame.Progress) (filling, error) {
		filled, err := r.Roster.Fill(ctx, &read)
		return filling{values, filled}, err
	}, s.onFilled)
}

func (s *Screen) onFilled(f filling, err error) {
	s.writing = false
	s.fill.Enable()
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.tellFilled(f)
	s.judge(nil)
}
