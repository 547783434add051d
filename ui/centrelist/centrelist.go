// Package centrelist compares the centre's own list of cards with the registry: a file, the rows in
// which something differs, what is decided of each, and what came of it (UA-147, UA-169).
package centrelist

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what does the centre have of us, and what of it do we take over? It goes from the
// first page (choose a file) over the rows with their decisions to the result.
type Screen struct {
	window *frame.Window
	turn   frame.Turn
	// opening is the centre's page on its way to the browser.
	opening frame.Turn
	page    *fyne.Container
	choose  *widgets.Button
	// next is the button of the last page that goes on.
	next *widgets.Button

	file
	// list is the last comparison, nil where the file cannot be read as it was said.
	list *centrelist.List
	// result says that the last page is shown, writing that the registry is changing because of us.
	result, writing bool

	write *widgets.Button
	head  *fyne.Container
	class *widgets.Entry
	rows  *rows
	panel *panel
}

// file is an opened file with what a person has said about its columns.
type file struct {
	name    string
	content []byte
	options centrelist.Options
}

// New makes the comparison, which begins with the choice of a file.
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
	case s.content == nil:
		s.window.Canvas().Focus(s.choose)
	case s.result:
		s.focusNext()
	}
}

// Changed compares anew when the registry has changed.
func (s *Screen) Changed(what registrar.Signal) {
	if what == registrar.GraduatesChanged && s.list != nil && !s.result && !s.writing {
		s.judge()
	}
}

// Arrive takes the file of a route.
func (s *Screen) Arrive(r frame.Route) {
	if r.File != "" {
		s.take(r.File)
	}
}

// Dropped takes a table in the place of the one that is there.
func (s *Screen) Dropped(kind frame.DropKind, paths []string) bool {
	if kind == frame.DropTable {
		s.take(paths[0])
	}
	return kind == frame.DropTable
}

// say is a sentence of this screen.
func (s *Screen) say(id string, args map[string]any) string {
	return s.window.Say("centre_list_screen."+id, args)
}

func (s *Screen) setPage(page fyne.CanvasObject) {
	s.page.Objects = []fyne.CanvasObject{page}
	s.page.Refresh()
}

func (s *Screen) onChoose() { s.window.Files.Open(s.say("choose", nil), frame.TableKinds, s.take) }

// take opens a file; what was decided of another one is not thrown away unasked.
func (s *Screen) take(path string) {
	if !s.decided() {
		s.open(path, centrelist.Options{})
		return
	}
	question := widgets.Wrapped(s.say("discard_text", map[string]any{"file": s.name}))
	s.window.Ask(s.say("discard_title", nil), question, 460,
		frame.Choice{Label: s.say("discard_yes", nil), Danger: true, Chosen: func() { s.open(path, centrelist.Options{}) }},
		frame.Choice{Label: s.say("discard_no", nil)})
}

// opened is a file that was read, or its columns where no header was recognised.
type opened struct {
	file
	list    *centrelist.List
	columns []centrelist.Column
}

func (s *Screen) open(path string, o centrelist.Options) {
	s.read(filepath.Base(path), o, func() ([]byte, error) { return registrar.ReadFile(path, centrelist.MaximumSize) })
}

// read reads a file as it was said; of one without a known header it shows the columns.
func (s *Screen) read(name string, o centrelist.Options, load func() ([]byte, error)) {
	r := s.window.Registrar()
	frame.RunLong(s.window, s.say("reading", nil), func(ctx context.Context, _ frame.Progress) (*opened, error) {
		content, err := load()
		if err != nil {
			return nil, err
		}
		f := file{name, content, o}
		list, err := r.CentreList.Read(ctx, name, content, o)
		var refused *registrar.Error
		if errors.As(err, &refused) && refused.Code == noHeader {
			columns, failure := r.CentreList.Look(ctx, name, content)
			return &opened{file: f, columns: columns}, failure
		}
		if err != nil {
			return nil, err
		}
		return &opened{file: f, list: list}, nil
	}, func(o *opened, err error) { s.onOpened(name, o, err) })
}

// noHeader is the code of a file whose columns a person must say.
const noHeader = "roster.no_header"

func (s *Screen) onOpened(name string, o *opened, err error) {
	var refused *registrar.Error
	switch {
	case err == nil && o.list == nil:
		s.askColumns(o.file, o.columns, s.window.Say(noHeader, nil))
	case err == nil:
		s.forget()
		same := s.list != nil && !s.result && o.name == s.name && bytes.Equal(o.content, s.content)
		if same {
			o.list.Adopt(s.list)
		}
		s.file, s.list, s.result = o.file, o.list, false
		s.showRows()
		if same {
			s.judge()
		}
		if s.window.Shows(s) {
			s.panel.leave()
		}
		s.window.Done(s.say("opened", map[string]any{"file": s.name}), nil)
	case s.content == nil && errors.As(err, &refused):
		s.showStart(name + ": " + s.window.Explain(err))
	default:
		s.window.Fail(err)
	}
}

// forget makes a comparison that is still under way void: another page comes.
func (s *Screen) forget() { s.turn.Void() }

// judge compares the list anew.
func (s *Screen) judge() {
	r, list := s.window.Registrar(), s.list.Clone()
	frame.Run(s.window, &s.turn, func(context.Context) (*centrelist.List, error) { return r.CentreList.Judge(list) }, func(l *centrelist.List, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		s.list = l
		s.refresh()
	})
}

// MainAction chooses a file, or writes what was decided.
func (s *Screen) MainAction() {
	switch {
	case s.result:
		s.focusNext()
	case s.list == nil:
		s.onChoose()
	default:
		s.onWrite()
	}
}

// decided says that a person has decided of rows and nothing of that is written.
func (s *Screen) decided() bool {
	if s.list == nil || s.result {
		return false
	}
	for i := range s.list.Rows {
		if s.list.Rows[i].Decided {
			return true
		}
	}
	return false
}

// Unsaved says that something was decided and is not written.
func (s *Screen) Unsaved() bool { return s.decided() }

// kept is a list under way.
type kept struct {
	file
	list  *centrelist.List
	shown centrelist.Kind
}

// Keep is the list with all that was decided; nil for none.
func (s *Screen) Keep() any {
	if s.list == nil || s.result {
		return nil
	}
	f := s.file
	f.options.Columns = maps.Clone(f.options.Columns)
	return kept{f, s.list.Clone(), s.rows.shown}
}

// GiveBack shows the list again, compared anew.
func (s *Screen) GiveBack(of any) {
	k := of.(kept)
	s.file, s.list = k.file, k.list
	s.showRows()
	s.rows.shown = k.shown
	s.judge()
}
