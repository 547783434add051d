package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
)

// accessPapers is one kind of file with passwords.
type accessPapers struct {
	screen        *accessesScreen
	kind, ending  string
	title, notice string
	save          func(ctx context.Context, path string, only []string) error
	saved         func(path string)
}

// onExcel saves the workbook «Доступы выпускников» (KG-035).
func (s *accessesScreen) onExcel() {
	w := s.window
	p := &accessPapers{screen: s, kind: "excel", ending: ".xlsx", title: w.say("accesses.excel", nil),
		notice: w.say("accesses.excel_warning", nil), save: w.Registrar().SaveAccesses, saved: s.onExcelSaved}
	p.ask()
}

// onSlips saves a slip for each access as a PDF (KG-016, KG-036).
func (s *accessesScreen) onSlips() {
	w := s.window
	p := &accessPapers{screen: s, kind: "slips", ending: formatPDF, title: w.say("accesses.slips", nil),
		notice: w.say("accesses.slips_warning", nil), save: w.Registrar().SaveSlips, saved: s.onSlipsSaved}
	p.ask()
}

// ask says what the file will hold, and for whom, before it is written (KG-038): the
// marked ones, else the current one, or all shown.
func (p *accessPapers) ask() {
	s, w := p.screen, p.screen.window
	shown, whom := s.issued(), people(s.chosenRows(), hasAny)
	only := w.say("accesses.save_marked", map[string]any{"number": len(whom)})
	if s.table.Marked() == 0 {
		only = w.say("accesses.save_current", nil)
	}
	if len(shown) == 0 || len(whom) == 0 && s.table.Marked() > 0 {
		w.done(w.say("access.nobody", nil), nil)
		return
	}
	choices := []choice{{label: w.say("accesses.save_shown", map[string]any{"number": len(shown)}), chosen: func() { p.askWhere(shown, s.class.chosen()) }},
		{label: w.say("ui.cancel", nil)}}
	if len(whom) > 0 && len(whom) < len(shown) {
		choices = append([]choice{{label: only, chosen: func() { p.askWhere(whom, "") }}}, choices...)
	}
	content := container.NewVBox(warningLine(p.notice), p.passwords(shown))
	if len(whom) == 1 && s.table.Marked() == 0 {
		content.Objects = append([]fyne.CanvasObject{boldWords(whom[0].FullName())}, content.Objects...)
	}
	w.ask(p.title, content, 600, choices...)
}

// passwords says how many passwords there are to read in the file for all shown: those
// handed over are not among them (D16).
func (p *accessPapers) passwords(shown []*data.Graduate) fyne.CanvasObject {
	readable, gone := 0, 0
	for _, g := range shown {
		for _, a := range g.Accesses {
			if handed(a) {
				gone++
			} else {
				readable++
			}
		}
	}
	return wrapped(p.screen.window.say("accesses.passwords", map[string]any{"readable": readable, "gone": gone}))
}

// askWhere asks for a file; its name tells nothing of a person. Nobody chosen would be
// everybody: that is refused before.
func (p *accessPapers) askWhere(whom []*data.Graduate, class string) {
	w := p.screen.window
	name := w.say("accesses.file."+p.kind, nil)
	if class != "" {
		name += "-" + class
	}
	w.saveAs(p.title, safeName(name, p.ending), p.ending, func(path string) { p.write(path, graduateIDs(whom)) })
}

func (p *accessPapers) write(path string, ids []string) {
	w := p.screen.window
	runLong(w, w.say("print_screen.saving", nil), func(ctx context.Context, _ Progress) (string, error) {
		return path, p.save(ctx, path, ids)
	}, p.onWritten)
}

func (p *accessPapers) onWritten(path string, err error) {
	if err != nil {
		p.screen.window.fail(err)
		return
	}
	p.saved(path)
}

func (s *accessesScreen) onExcelSaved(path string) {
	s.window.done(s.window.say("access.confidential", map[string]any{"file": filepath.Base(path)}), nil)
}

// onSlipsSaved offers to open the slips, from where they are printed.
func (s *accessesScreen) onSlipsSaved(path string) {
	w, file := s.window, map[string]any{"file": filepath.Base(path)}
	w.done(w.say("access.confidential", file), nil)
	w.ask(w.say("accesses.slips_saved", file), warningLine(w.say("accesses.slips_next", nil)), 520,
		choice{label: w.say("print_screen.open", nil), chosen: func() { s.openSlips(path) }},
		choice{label: w.say("ui.close", nil)})
}

func (s *accessesScreen) openSlips(path string) {
	w := s.window
	runLong(w, w.say("print_screen.open", nil), func(context.Context, Progress) (struct{}, error) {
		if err := w.OpenFile(path); err != nil {
			return struct{}{}, registrar.CannotOpen(err, filepath.Base(path))
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) { w.fail(err) })
}
