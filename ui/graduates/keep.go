package graduates

// keptGraduates is what was typed above and below the table.
type keptGraduates struct {
	search, cursor string
	adding         []string
}

// Keep saves what was typed into the panel, and keeps search, cursor and the row for a
// new graduate.
func (s *Screen) Keep() any {
	s.panel.Keep()
	k := keptGraduates{search: s.search.Text, cursor: s.table.Cursor()}
	for _, e := range s.adding.entries {
		k.adding = append(k.adding, e.Text)
	}
	return k
}

// GiveBack puts them back.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptGraduates)
	s.search.Text, s.next = k.search, k.cursor
	for i, e := range s.adding.entries {
		e.SetText(k.adding[i])
	}
}

// Unsaved says that a field was refused, or that somebody is half added.
func (s *Screen) Unsaved() bool {
	if s.panel.Unsaved() {
		return true
	}
	for i, e := range s.adding.entries {
		if e.Text != "" && (i > 0 || s.byPhone()) {
			return true
		}
	}
	return false
}
