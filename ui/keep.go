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
