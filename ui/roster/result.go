package roster

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onAdd takes the good rows into the registry, all or none. What was typed and not
// checked is judged first.
func (s *Screen) onAdd() {
	if s.unjudged {
		s.judge(s.write)
		return
	}
	s.write()
}

func (s *Screen) write() {
	if s.count(roster.Accepted) == 0 || s.writing {
		return
	}
	w, r, read := s.window, s.window.Registrar(), *s.judged.Roster
	s.writing = true
	s.add.Disable()
	frame.RunLong(w, s.say("adding", nil), func(ctx context.Context, _ frame.Progress) (*written, error) {
		result := written{read: &read}
		var err error
		result.added, err = r.Roster.Import(registrar.Numbered(ctx, &result.act), &read)
		return &result, err
	}, s.onWritten)
}

// written is what became of a list: the rows as they were judged at the last moment,
// and the ids of those who were added, by an act of a number.
type written struct {
	read  *roster.Roster
	added []string
	act   int64
}

// onWritten shows the result. After a failure or a cancel nothing was added, and the
// page of the file is as it was.
func (s *Screen) onWritten(result *written, err error) {
	s.writing = false
	if err != nil {
		s.refreshAdd()
		s.window.Fail(err)
		return
	}
	s.forget()
	s.judged, s.result = nil, result.read
	if s.unfinished() == 0 {
		clear(s.choice.Cells)
		clear(s.choice.Decided)
	}
	s.tellAdded(result.added, result.act)
	s.showResult(len(result.added))
}

// showResult says what became of the list and what to do next.
func (s *Screen) showResult(added int) {
	column := container.NewVBox(
		widgets.Heading(s.say("result_title", map[string]any{"file": s.file.Name})),
		widgets.ResultLine(theme.NewSuccessThemedResource(theme.ConfirmIcon()), s.say("added", map[string]any{"count": added})))
	if there := s.result.Count(roster.Duplicate); there > 0 {
		column.Add(widgets.ResultLine(theme.AccountIcon(), s.say("were_there", map[string]any{"number": there})))
	}
	if repeats := s.repeats(); len(repeats) > 0 {
		column.Add(widgets.ResultLine(theme.ContentCopyIcon(), s.say("were_repeated", map[string]any{"number": len(repeats), "rows": s.window.Named(repeats)})))
	}
	left := s.result.Count(roster.Rejected)
	if left > 0 {
		to := frame.NewRecipient(s.window)
		to.About(registrar.EventProblems, s.file.Name)
		column.Add(widgets.ResultLine(theme.NewWarningThemedResource(theme.WarningIcon()), s.say("left", map[string]any{"number": left})))
		column.Add(widgets.Wrapped(s.say("left_hint", nil)))
		column.Add(container.NewHBox(
			widgets.NewButton(s.say("mend_rest", nil), theme.DocumentCreateIcon(), s.onMendRest),
			widgets.NewButton(s.say("save_errors", nil), theme.DocumentSaveIcon(), func() { s.onSaveErrors(to.Said()) })))
		column.Add(container.NewHBox(container.New(&widgets.FixedWidth{Width: recipientWidth * s.window.Scale()}, to.Field.Box)))
	}
	if doubts := s.result.Count(roster.Doubtful); doubts > 0 {
		column.Add(widgets.ResultLine(theme.NewWarningThemedResource(theme.QuestionIcon()), s.say("doubts_left", map[string]any{"number": doubts})))
		column.Add(container.NewHBox(widgets.NewButton(s.say("settle_rest", nil), theme.QuestionIcon(), s.onMendRest)))
	}
	if values := s.result.Values(); values > 0 {
		column.Add(container.NewHBox(widgets.NewButton(s.say("fill", map[string]any{"count": values}), theme.DocumentCreateIcon(), s.onFillRest)))
	}
	column.Add(widgets.ImportAir())
	column.Add(widgets.Wrapped(s.say("next_step", nil)))
	graduates := widgets.NewButton(s.say("to_graduates", nil), nil, s.onGraduates)
	graduates.Importance, s.next = widget.HighImportance, graduates
	column.Add(container.NewHBox(graduates, widgets.NewButton(s.say("another", nil), theme.FolderOpenIcon(), s.onChoose)))
	s.setPage(widgets.FewWords(s.window.Scale(), column))
	s.focusNext()
}

// repeats are the rows of the result that repeat another one, each with that one.
func (s *Screen) repeats() []string {
	var said []string
	for i := range s.result.Rows {
		if row := &s.result.Rows[i]; row.Outcome == roster.Repeated {
			said = append(said, s.say("repeat_of", map[string]any{"row": row.At(), "other": row.Repeats()}))
		}
	}
	return said
}

// focusNext puts the keyboard on what comes after a list that was read, so that Enter goes on.
func (s *Screen) focusNext() {
	if s.window.Shows(s) {
		s.window.Canvas().Focus(s.next)
	}
}

// unfinished counts the rows of the result that still ask for a person.
func (s *Screen) unfinished() int {
	return s.result.Count(roster.Rejected) + s.result.Count(roster.Doubtful)
}

// recipientWidth is the width of the field for whom gets it.
const recipientWidth = 360

func (s *Screen) onSaveErrors(whom string) {
	s.window.SaveAs(s.say("save_errors", nil), data.FileName(s.say("errors_file", nil), ".xlsx"), func(path string) { s.saveErrors(path, whom) })
}

func (s *Screen) saveErrors(path, whom string) {
	w, r, read, language := s.window, s.window.Registrar(), s.result, s.window.Settings.Language
	frame.RunLong(w, s.say("saving", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		_, err := r.Roster.SaveProblems(registrar.GoesTo(ctx, whom), path, read, language)
		return path, err
	}, s.onSaved)
}

func (s *Screen) onSaved(path string, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.window.DoneForGood(s.say("saved", map[string]any{"file": filepath.Base(path)}))
}

// onMendRest goes back to the file, where the added rows are now there already.
func (s *Screen) onMendRest() { s.back(nil) }

// onFillRest fills what is empty of those who were there, and shows the rows.
func (s *Screen) onFillRest() { s.back(s.writeFill) }

// back shows the rows of the file again, as they are judged now, and does something then.
func (s *Screen) back(then func()) {
	s.result = nil
	s.showFile()
	s.judge(then)
}

// onGraduates goes to the graduates. Rows that are still to be mended stay here.
func (s *Screen) onGraduates() {
	if s.unfinished() == 0 {
		s.showStart("")
	}
	s.window.Go(frame.Route{Screen: frame.Graduates})
}
