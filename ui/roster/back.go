package roster

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
