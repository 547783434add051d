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

// unsaved says that a field was refused, or that somebody is half added.
func (s *graduatesScreen) unsaved() bool {
	for _, f := range s.panel.fields {
		if f.dirty {
			return true
		}
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
