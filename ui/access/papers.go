package access

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// accessPapers is one kind of file with passwords.
type accessPapers struct {
	screen *Screen
	// event is what the history calls it.
	event, kind, ending string
	title, notice       string
	save                func(ctx context.Context, path string, only []string) error
	saved               func(path string)

	// slips asks how slips are written; nil for what asks nothing.
	slips *slipChoice
	// groups are for whom it can be written, in the order of the buttons that Enter begins with.
	groups []paperGroup
	box    *frame.Box
}

// onExcel saves the workbook «Доступы выпускников» (KG-035).
func (s *Screen) onExcel() {
	w := s.Window
	p := &accessPapers{screen: s, event: registrar.EventAccessSaved, kind: "excel", ending: ".xlsx", title: w.Say("access_screen.excel", nil),
		notice: w.Say("access_screen.excel_warning", nil), save: w.Registrar().Access.SaveWorkbook, saved: s.onExcelSaved}
	p.ask()
}

// onSlips saves a slip for each access as a PDF (KG-016, KG-036).
func (s *Screen) onSlips() {
	w := s.Window
	p := &accessPapers{screen: s, event: registrar.EventAccessPrinted, kind: "slips", ending: registrar.FormatPDF, title: w.Say("access_screen.slips", nil),
		notice: w.Say("access_screen.slips_warning", nil), saved: s.onSlipsSaved}
	r, choice := w.Registrar(), newSlipChoice(w, func() { p.box.Leave() })
	p.slips = choice
	p.save = func(ctx context.Context, path string, only []string) error {
		return r.Access.SaveSlips(ctx, path, only, choice.said)
	}
	p.ask()
}

// ask says what the file will hold, and for whom, before it is written (KG-038): the
// marked ones, else the current one, or all shown.
func (p *accessPapers) ask() {
	s, w := p.screen, p.screen.Window
	shown, whom := s.issued(), people(s.chosenRows(), hasAny)
	if len(shown) == 0 || len(whom) == 0 && s.Table.Marked() > 0 {
		w.Done(w.Say("access.nobody", nil), nil)
		return
	}
	to := frame.NewRecipient(w)
	to.About(p.event, append(graduateIDs(whom), s.Class.Chosen())...)
	p.groups = []paperGroup{{"access_screen.save_shown_" + p.kind, shown}}
	choices := []frame.Choice{{Chosen: func() { p.askWhere(shown, s.Class.Chosen(), to.Said()) }}, {Label: w.Say("ui.cancel", nil)}}
	if len(whom) > 0 && len(whom) < len(shown) {
		p.groups = append([]paperGroup{{p.only(), whom}}, p.groups...)
		choices = append([]frame.Choice{{Chosen: func() { p.askWhere(whom, "", to.Said()) }}}, choices...)
	}
	for i, label := range p.labels() {
		choices[i].Label = label
	}
	content := container.NewVBox(widgets.WarningLine(p.notice), p.passwords(shown), to.Field.Box)
	if p.slips != nil {
		content.Add(p.slips.build())
		p.slips.issued.OnChanged = func(bool) { p.count() }
	}
	if len(whom) == 1 && s.Table.Marked() == 0 {
		content.Objects = append([]fyne.CanvasObject{widgets.BoldWords(whom[0].FullName())}, content.Objects...)
	}
	p.box = w.Ask(p.title, content, 600, choices...)
}

// paperGroup is for whom a file can be written, and what its button says.
type paperGroup struct {
	id   string
	whom []*data.Graduate
}

// only is what the button of the chosen ones says.
func (p *accessPapers) only() string {
	if p.screen.Table.Marked() == 0 {
		return "access_screen.save_current"
	}
	return "access_screen.save_marked"
}

// labels are what the buttons of the groups say: how many lines or slips the file will have.
func (p *accessPapers) labels() []string {
	labels := make([]string, len(p.groups))
	for i, group := range p.groups {
		readable, gone := passwordsOfAll(group.whom)
		if p.slips != nil && !p.slips.issued.Checked {
			gone = 0
		}
		labels[i] = p.screen.Window.Say(group.id, map[string]any{"number": readable + gone})
	}
	return labels
}

// count makes the buttons say what will be in the file now.
func (p *accessPapers) count() {
	buttons := p.box.Buttons()
	for i, label := range p.labels() {
		buttons[len(buttons)-1-i].SetText(label)
	}
}

// passwords says how many passwords there are to read in the file for all shown: those
// handed over are not among them (D16).
func (p *accessPapers) passwords(shown []*data.Graduate) fyne.CanvasObject {
	readable, gone := passwordsOfAll(shown)
	return widgets.Wrapped(p.screen.Window.Say("access_screen.passwords_"+p.kind, map[string]any{"readable": readable, "gone": gone}))
}

// passwordsOfAll counts the accesses whose passwords can be read, and those handed over.
func passwordsOfAll(graduates []*data.Graduate) (readable, gone int) {
	for _, g := range graduates {
		for _, a := range g.Accesses {
			if a.Kept() {
				readable++
			} else {
				gone++
			}
		}
	}
	return readable, gone
}

// askWhere asks for a file; its name tells nothing of a person. Nobody chosen would be
// everybody: that is refused before.
func (p *accessPapers) askWhere(whom []*data.Graduate, class, to string) {
	w := p.screen.Window
	if p.slips != nil {
		p.slips.keep()
	}
	name := w.Say("access_screen.file."+p.kind, nil)
	if class != "" {
		name += "-" + w.ClassWords(class)
	}
	w.SaveAs(p.title, data.FileName(name, p.ending), func(path string) { p.write(path, graduateIDs(whom), to) })
}

func (p *accessPapers) write(path string, ids []string, to string) {
	w := p.screen.Window
	frame.RunLong(w, w.Say("printing_screen.saving", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		return path, p.save(registrar.GoesTo(ctx, to), path, ids)
	}, p.onWritten)
}

func (p *accessPapers) onWritten(path string, err error) {
	if err != nil {
		p.screen.Window.Fail(err)
		return
	}
	p.saved(path)
}

func (s *Screen) onExcelSaved(path string) {
	s.Window.DoneForGood(s.Window.Say("access_screen.excel_saved", map[string]any{"file": filepath.Base(path)}))
}

// onSlipsSaved offers to open the slips, from where they are printed.
func (s *Screen) onSlipsSaved(path string) {
	w, file := s.Window, map[string]any{"file": filepath.Base(path)}
	saved := w.Say("access_screen.slips_saved", file)
	w.DoneForGood(saved)
	w.Ask(saved, widgets.WarningLine(w.Say("access_screen.slips_next", nil)), 520,
		frame.Choice{Label: w.Say("printing_screen.open", nil), Chosen: func() { s.openSlips(path) }},
		frame.Choice{Label: w.Say("ui.close", nil)})
}

func (s *Screen) openSlips(path string) {
	w := s.Window
	frame.RunLong(w, w.Say("printing_screen.open", nil), func(context.Context, frame.Progress) (struct{}, error) {
		if err := w.OpenFile(path); err != nil {
			return struct{}{}, registrar.CannotOpen(err, filepath.Base(path))
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) { w.Fail(err) })
}

// slipChoice asks in which language slips are written, and whether those are printed too whose
// password nobody knows any more.
type slipChoice struct {
	window   *frame.Window
	language *widgets.DialogSelect
	issued   *widgets.DialogCheck
	// said is what was chosen when the dialog was confirmed.
	said access.Slips
}

func newSlipChoice(w *frame.Window, leave func()) *slipChoice {
	c := &slipChoice{window: w, language: widgets.NewDialogSelect(frame.LanguageNames(w), leave)}
	c.language.SetSelectedIndex(slices.Index(text.Languages(), w.Registrar().Campaign().Language))
	c.issued = widgets.NewDialogCheck(w.Say("access_screen.slips_issued", nil), false, leave)
	return c
}

func (c *slipChoice) build() fyne.CanvasObject {
	return container.NewVBox(widgets.NewLabelled(c.window.Say("access_screen.slips_language", nil), c.language).Box, c.issued)
}

func (c *slipChoice) keep() {
	c.said = access.Slips{Language: text.Languages()[max(c.language.SelectedIndex(), 0)], Issued: c.issued.Checked}
}
