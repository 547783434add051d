package centrelist

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// written is what was written of a list, by an act of a number.
type written struct {
	centrelist.Written
	act int64
}

// onWrite writes what is decided, all or nothing.
func (s *Screen) onWrite() {
	if numbers, values, added := s.list.Writes(); numbers+values+added == 0 || s.writing {
		return
	}
	w, r, list := s.window, s.window.Registrar(), s.list.Clone()
	s.writing = true
	s.write.Disable()
	frame.RunLong(w, s.say("writing", nil), func(ctx context.Context, _ frame.Progress) (*written, error) {
		result := written{}
		var err error
		result.Written, err = r.CentreList.Write(registrar.Numbered(ctx, &result.act), list)
		return &result, err
	}, s.onWritten)
}

// onWritten shows the result. After a failure or a cancel nothing was written, and the page is as it
// was, compared anew.
func (s *Screen) onWritten(result *written, err error) {
	s.writing = false
	if err != nil {
		s.window.Fail(err)
		s.refreshWrite()
		s.judge()
		return
	}
	s.forget()
	s.result = true
	args := map[string]any{"numbers": result.Numbers, "values": result.Values, "added": len(result.Added)}
	s.window.Did(s.say("written", args), s.say("written_back", map[string]any{"file": s.name}), result.act)
	s.showResult(args)
}

// showResult says what was written and what is left to do.
func (s *Screen) showResult(args map[string]any) {
	column := container.NewVBox(widgets.Heading(s.say("result_title", map[string]any{"file": s.name})),
		widgets.ResultLine(theme.NewSuccessThemedResource(theme.ConfirmIcon()), s.say("written", args)))
	if n := s.list.Open(); n > 0 {
		column.Add(widgets.ResultLine(theme.NewWarningThemedResource(theme.QuestionIcon()), s.say("open", map[string]any{"number": n})))
	}
	column.Add(widgets.Wrapped(s.say("result_back", nil)))
	column.Add(widgets.ImportAir())
	s.next = widgets.NewButton(s.say("again", nil), theme.ViewRefreshIcon(), s.onAgain)
	s.next.Importance = widget.HighImportance
	column.Add(container.NewHBox(s.next, widgets.NewButton(s.say("to_graduates", nil), nil, s.onGraduates),
		widgets.NewButton(s.say("other_file", nil), theme.FolderOpenIcon(), s.onChoose)))
	s.setPage(widgets.FewWords(s.window.Scale(), column))
	s.focusNext()
}

// onGraduates leads to the list of graduates.
func (s *Screen) onGraduates() { s.window.Go(frame.Route{Screen: frame.Graduates}) }

// onAgain compares the same file with the registry as it is now.
func (s *Screen) onAgain() {
	content := s.content
	s.read(s.name, s.options, func() ([]byte, error) { return content, nil })
}

// focusNext puts the keyboard on what comes after a list that was written.
func (s *Screen) focusNext() {
	if s.window.Shows(s) {
		s.window.Canvas().Focus(s.next)
	}
}
