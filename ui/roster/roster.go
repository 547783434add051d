// Package roster takes class lists in: a file, what its columns are taken for, the rows to
// mend, and what became of them.
package roster

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: whom does this list bring, and what is wrong in it? It goes
// from the first page (choose a file) over the page of the file (columns, rows, rows
// to mend) to the result. The file itself is never changed: what a person says about
// it is kept in choice, and the rows are read anew after every word.
type Screen struct {
	window *frame.Window
	turn   frame.Turn
	page   *fyne.Container
	choose *widgets.Button
	// next is the button of the last page that goes on.
	next *widgets.Button

	file   *roster.File
	choice roster.Choice
	// judged is the last reading; nil where the file cannot be read as chosen.
	judged *judgedRoster
	// unjudged says that cells were typed since that reading.
	unjudged bool
	// result is the list after its rows were added, while the last page shows it.
	result *roster.Roster
	// writing says that the registry is changing because of us.
	writing bool

	refusal *widget.Label
	skipped *widget.Label
	add     *widgets.Button
	fill    *widgets.Button
	head    *fyne.Container
	columns *importColumns
	rows    *importRows
	form    *importForm
}

// New makes the import, which begins with the choice of a file.
func New(w *frame.Window) *Screen { return &Screen{window: w} }

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	s.page = container.NewStack()
	s.showStart("")
	return s.page
}

// Shown puts the keyboard where the work begins.
func (s *Screen) Shown() {
	switch {
	case s.file == nil:
		s.window.Canvas().Focus(s.choose)
	case s.result != nil:
		s.focusNext()
	}
}

// Changed judges the rows again when somebody came or went.
func (s *Screen) Changed(what registrar.Signal) {
	if what == registrar.GraduatesChanged && s.file != nil && s.result == nil && !s.writing {
		s.judge(nil)
	}
}

// Arrive takes the file of a route.
func (s *Screen) Arrive(r frame.Route) {
	if r.File != "" {
		s.take(r.File)
	}
}

// say is a sentence of this screen.
func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("roster_screen."+id, args)
}

func (s *Screen) setPage(page fyne.CanvasObject) {
	s.page.Objects = []fyne.CanvasObject{page}
	s.page.Refresh()
}

// onChoose asks for a file.
func (s *Screen) onChoose() {
	s.window.Files.Open(s.say("choose", nil), frame.TableKinds, s.take)
}

// take opens a file; rows mended in an earlier one are not thrown away unasked.
func (s *Screen) take(path string) {
	if !s.worked() || !s.Unsaved() {
		s.open(path)
		return
	}
	question := widgets.Wrapped(s.say("discard_text", map[string]any{"file": s.file.Name}))
	s.window.Ask(s.say("discard_title", nil), question, 460,
		frame.Choice{Label: s.say("discard_yes", nil), Danger: true, Chosen: func() { s.open(path) }},
		frame.Choice{Label: s.say("discard_no", nil)})
}

// opened is a file with its first reading.
type opened struct {
	file    *roster.File
	judged  *judgedRoster
	refused error
}

func (s *Screen) open(path string) {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, s.say("reading", nil), func(ctx context.Context, _ frame.Progress) (*opened, error) {
		content, err := registrar.ReadFile(path, registrar.MaximumRoster)
		if err != nil {
			return nil, err
		}
		file, err := r.Roster.Preview(ctx, path, content)
		if err != nil {
			return nil, err
		}
		judged, refused := s.read(ctx, r, file, roster.Choice{})
		if isFault(refused) {
			return nil, refused
		}
		return &opened{file, judged, refused}, nil
	}, func(o *opened, err error) { s.onOpened(filepath.Base(path), o, err) })
}

// onOpened shows the file. A file that is no table leaves the screen as it was.
func (s *Screen) onOpened(name string, o *opened, err error) {
	var refused *registrar.Error
	switch {
	case err == nil:
		s.forget()
		s.file, s.judged, s.unjudged, s.result = o.file, o.judged, false, nil
		s.choice = roster.Choice{Fields: map[roster.TablePlace][]string{}, Cells: map[roster.Cell]string{}, Decided: map[roster.RowPlace]roster.Decision{}}
		s.showFile()
		s.showJudged(o.refused)
		s.window.Done(s.say("opened", map[string]any{"file": s.file.Name}), nil) // what was said of another file is past
	case s.file == nil && errors.As(err, &refused):
		s.showStart(name + ": " + s.window.Explain(err))
	default:
		s.window.Fail(err)
	}
}

// forget makes a reading that is still under way void: another page comes.
func (s *Screen) forget() { s.turn.Void() }

// isFault tells a failure that has no sentence of its own.
func isFault(err error) bool {
	var refused *registrar.Error
	return err != nil && !errors.As(err, &refused)
}

// judge reads the rows anew as chosen, then does what follows, which may be nil.
func (s *Screen) judge(then func()) {
	s.unjudged = false
	r, file, choice := s.window.Registrar(), s.file, s.chosen()
	frame.Run(s.window, &s.turn, func(ctx context.Context) (*judgedRoster, error) {
		return s.read(ctx, r, file, choice)
	}, func(j *judgedRoster, err error) {
		if isFault(err) {
			s.window.Fail(err)
			return
		}
		s.judged = j
		s.showJudged(err)
		if then != nil {
			then()
		}
	})
}

// chosen is a copy of the choice that later choices do not alter.
func (s *Screen) chosen() roster.Choice {
	c := s.choice
	c.Cells, c.Fields, c.Decided = maps.Clone(c.Cells), maps.Clone(c.Fields), maps.Clone(c.Decided)
	for table, fields := range c.Fields {
		c.Fields[table] = slices.Clone(fields)
	}
	return c
}

// MainAction chooses a file, or takes in the rows of the one chosen.
func (s *Screen) MainAction() {
	if s.result != nil {
		// Ctrl+S once more takes in no other list.
		s.focusNext()
		return
	}
	if s.judged == nil {
		s.onChoose()
		return
	}
	s.onAdd()
}

// keptImport is a list on its way in, as it was judged last; nil for not.
type keptImport struct {
	file   *roster.File
	choice roster.Choice
	judged *judgedRoster
}

// Keep is the file with all that was said about it.
func (s *Screen) Keep() any {
	if s.file == nil {
		return nil
	}
	return keptImport{s.file, s.chosen(), s.judged}
}

// GiveBack shows the file again and judges its rows anew.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptImport)
	s.file, s.choice = k.file, k.choice
	s.showFile()
	s.judged = k.judged
	s.judge(nil)
}
