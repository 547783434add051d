package form

// keptForm is whose form is shown, at which step, and what could not be saved of it.
type keptForm struct {
	id     string
	at     int
	order  []string
	sheets map[string]map[string]string
}

// Keep saves what can be saved, and keeps what was refused.
func (s *Screen) Keep() any {
	s.sheet.Keep()
	k := keptForm{id: s.id, at: s.at, order: s.order, sheets: map[string]map[string]string{s.id: s.sheet.typed()}}
	for id, sheet := range s.held {
		k.sheets[id] = sheet.typed()
	}
	return k
}

// GiveBack puts what was refused back; it waits until its field is shown.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptForm)
	s.id, s.at, s.order = k.id, k.at, k.order
	for id, typed := range k.sheets {
		if len(typed) == 0 {
			continue
		}
		s.held[id] = newFormSheet(s, id)
		s.held[id].waiting = typed
	}
	if sheet := s.held[k.id]; sheet != nil {
		s.sheet = sheet
		delete(s.held, k.id)
	}
	s.sheet.id = k.id
}

// Unsaved says that something was refused in a form, in this one or in another.
func (s *Screen) Unsaved() bool {
	for _, sheet := range s.held {
		if sheet.Unsaved() {
			return true
		}
	}
	return s.sheet.Unsaved()
}
