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

// tellAdded says how many a list has added. That is taken back as one: who was changed since
// is named and stays.
func (s *Screen) tellAdded(added []string, act int64) {
	s.window.DidTo(len(added), func(people int) string { return s.say("added", map[string]any{"count": people}) },
		func(people int) string { return s.say("added_back", map[string]any{"number": people}) }, act)
}

// tellFilled says what a list has filled in, and of whom. That is taken back as one: who was
// changed since stays as he is.
func (s *Screen) tellFilled(f filling) {
	names := s.window.Named(f.Names)
	filled := s.say("filled", map[string]any{"count": f.values, "names": names})
	s.window.Did(filled, s.say("filled_back", map[string]any{"names": names}), f.Seq)
}
