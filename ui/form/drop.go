package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/field"
	"graduand/ui/frame"
)

// Dropped puts pictures into the slots of the step that is shown, else into the first empty one of the
// form that wants them; they are this person's, whatever they are called. A folder is of many.
func (s *Screen) Dropped(kind frame.DropKind, paths []string) bool {
	if kind != frame.DropPicture || s.at < 0 || field.IsFolder(paths[0]) {
		return false
	}
	if s.at < len(s.form.Steps) && field.DropOnFiles(s.page.inputs(), s.window.DroppedAt(), paths) {
		return true
	}
	s.settled(func() { s.putInSomewhere(paths) })
	return true
}

// nowhere is no place on any page.
var nowhere = fyne.NewPos(-1, -1)

// putInSomewhere turns to the first step with an empty place for the files.
func (s *Screen) putInSomewhere(paths []string) {
	before := s.at
	for i, step := range s.form.Steps {
		if !slices.ContainsFunc(step.Fields, isEmptyFile) {
			continue
		}
		s.turnPage(i)
		if field.DropOnFiles(s.page.inputs(), nowhere, paths) {
			return
		}
	}
	if s.at != before {
		s.turnPage(before)
	}
	s.window.Done(s.window.Say("ui.drop_full", nil), nil)
}

// isEmptyFile tells a field for files that has none.
func isEmptyFile(f form.Field) bool {
	return (f.Kind == registrar.KindFile || f.Kind == registrar.KindFiles) && f.Value == ""
}
