package ui

import "graduand/data/registrar"

// keptImport is a list on its way in.
type keptImport struct {
	file   *registrar.RosterFile
	choice registrar.RosterChoice
}

func (s *importScreen) keep() any {
	if s.file == nil {
		return nil
	}
	return keptImport{s.file, s.chosen()}
}

func (s *importScreen) giveBack(kept any) {
	k := kept.(keptImport)
	s.file, s.choice = k.file, k.choice
	s.showFile()
	s.judge(nil)
}

// keptGraduates is what was typed above and below the table.
type keptGraduates struct {
	search, cursor string
	adding         []string
}

func (s *graduatesScreen) keep() any {
	s.panel.keep()
	k := keptGraduates{search: s.search.Text, cursor: s.table.Cursor()}
	for _, e := range s.adding.entries {
		k.adding = append(k.adding, e.Text)
	}
	return k
}

func (s *graduatesScreen) giveBack(kept any) {
	k := kept.(keptGraduates)
	s.search.Text, s.next = k.search, k.cursor
	for i, e := range s.adding.entries {
		e.SetText(k.adding[i])
	}
}

// keptForm is whose form is shown, at which step, and what could not be saved of it.
type keptForm struct {
	id     string
	at     int
	order  []string
	sheets map[string]map[string]string
}

func (s *formScreen) keep() any {
	s.sheet.keep()
	k := keptForm{id: s.id, at: s.at, order: s.order, sheets: map[string]map[string]string{s.id: s.sheet.typed()}}
	for id, sheet := range s.held {
		k.sheets[id] = sheet.typed()
	}
	return k
}

func (s *formScreen) giveBack(kept any) {
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

// unsaved says that something was refused in a form, in this one or in another.
func (s *formScreen) unsaved() bool {
	for _, sheet := range s.held {
		if sheet.unsaved() {
			return true
		}
	}
	return s.sheet.unsaved()
}

// unsaved says that a field was refused, or that somebody is half added.
func (s *graduatesScreen) unsaved() bool {
	if s.panel.unsaved() {
		return true
	}
	for i, e := range s.adding.entries {
		if e.Text != "" && (i > 0 || s.byPhone()) {
			return true
		}
	}
	return false
}

// unsaved says that rows were mended and not taken in yet.
func (s *importScreen) unsaved() bool { return s.file != nil && len(s.choice.Cells) > 0 }

// unsaved says that the school was changed and not saved.
func (s *settingsScreen) unsaved() bool { return s.form.typed }
