package roster

import "graduand/data/registrar/roster"

// keptImport is a list on its way in.
type keptImport struct {
	file   *roster.File
	choice roster.Choice
}

// Keep is the file with all that was said about it.
func (s *Screen) Keep() any {
	if s.file == nil {
		return nil
	}
	return keptImport{s.file, s.chosen()}
}

// GiveBack shows the file again and judges its rows anew.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptImport)
	s.file, s.choice = k.file, k.choice
	s.showFile()
	s.judge(nil)
}

// Unsaved says that rows were mended or decided about and not taken in yet.
func (s *Screen) Unsaved() bool {
	return s.file != nil && len(s.choice.Cells)+len(s.choice.Taken) > 0
}
