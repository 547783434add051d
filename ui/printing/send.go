package printing

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onPrint asks how the document that the preview shows is put on paper, by which printer of
// this PC.
func (s *Screen) onPrint() {
	if s.printPDF.Disabled() {
		return
	}
	s.askNamed(func() {
		frame.Run(s.window, &s.finding, s.system.Printers, s.onPrinters)
	})
}

// onPrinters asks further; where nothing prints here it says so, and leads to another program. Who has
// gone elsewhere meanwhile is asked nothing.
func (s *Screen) onPrinters(all []printing.Printer, err error) {
	w := s.window
	if !w.Shows(s) {
		return
	}
	switch registrar.CodeOf(err) {
	case "printer.no_service", "printer.none", "printer.no_program":
		w.Ask(s.say("printing_screen.no_printer"), widgets.Wrapped(w.Explain(err)), 520,
			frame.Choice{Label: s.say("printing_screen.open"), Chosen: s.open}, frame.Choice{Label: w.Say("ui.cancel", nil)})
		return
	}
	if err != nil {
		w.Fail(err)
		return
	}
	s.askSheets(all)
}

// printForm asks how a document is put on paper.
type printForm struct {
	*frame.RecordForm
	screen   *Screen
	job      printing.Job
	whom     string
	printers []printing.Printer

	printer, order, sides *widgets.DialogSelect
	copies                *widgets.Labelled
	copiesIn              *widgets.Entry
	// trouble says why the chosen printer does not print now.
	trouble *fyne.Container
}

// sidesOffered are those of the choice, in its order.
func sidesOffered() []printing.Sides {
	return []printing.Sides{"", printing.OneSided, printing.TwoSided}
}

func (s *Screen) askSheets(all []printing.Printer) {
	w := s.window
	f := &printForm{RecordForm: frame.NewRecordForm(w), screen: s, job: s.job(), whom: s.to.Said(), printers: all, trouble: container.NewVBox()}
	titles := make([]string, len(all))
	for i, p := range all {
		titles[i] = p.Title
	}
	f.printer = f.choice("printing_screen.printer", titles)
	f.Fields.Add(f.trouble)
	f.copies, f.copiesIn = f.Entry("printing_screen.copies", "")
	f.copiesIn.SetText("1")
	f.Faults["printer.copies"] = f.copies
	if s.system.Abilities().Sheets {
		f.order = f.choice("printing_screen.order", []string{s.say("printing_screen.order_normal"), s.say("printing_screen.order_reverse")})
		f.sides = f.choice("printing_screen.sides", []string{s.say("printing_screen.sides_usual"), s.say("printing_screen.sides_one"), s.say("printing_screen.sides_two")})
	}
	f.propose()
	document := s.registrar.Printing.Document(f.job.Document)
	f.Ask(w.Say("printing_screen.print_title", map[string]any{"document": document.Title, "pages": s.pages}), "printing_screen.print_yes", false, f.onReady)
}

// choice adds a choice under its caption.
func (f *printForm) choice(caption string, titles []string) *widgets.DialogSelect {
	d := widgets.NewDialogSelect(titles, func() { f.Box.Leave() })
	f.Fields.Add(widgets.NewLabelled(f.Window.Say(caption, nil), d).Box)
	return d
}

// propose chooses the printer of before, else the default one, and what the document is meant
// for.
func (f *printForm) propose() {
	remembered := f.Window.Settings.Printer
	at := slices.IndexFunc(f.printers, func(p printing.Printer) bool { return p.Name == remembered })
	if at < 0 {
		at = max(slices.IndexFunc(f.printers, func(p printing.Printer) bool { return p.Default }), 0)
	}
	f.printer.Selected = f.printer.Options[at]
	f.printer.OnChanged = func(string) { f.onPrinter() }
	if f.sides != nil && f.screen.registrar.Printing.Document(f.job.Document).OneSided {
		f.sides.Selected = f.sides.Options[slices.Index(sidesOffered(), printing.OneSided)]
	}
	f.tellTrouble()
}

// onPrinter says of another printer what is the matter with it.
func (f *printForm) onPrinter() {
	f.tellTrouble()
	f.Box.Fit(frame.RecordWidth)
}

func (f *printForm) tellTrouble() {
	f.trouble.RemoveAll()
	if reasons := f.screen.reasons(f.chosen().Trouble); reasons != "" {
		f.trouble.Add(widgets.WarningLine(f.Window.Say("printing_screen.trouble", map[string]any{"reasons": reasons})))
	}
}

func (f *printForm) chosen() printing.Printer { return f.printers[max(f.printer.SelectedIndex(), 0)] }

// reasons are why a printer does not print, in words.
func (s *Screen) reasons(keywords []string) string {
	words := make([]string, len(keywords))
	for i, k := range keywords {
		words[i] = s.say("printer.reason." + k)
	}
	return strings.Join(words, ", ")
}

// sheets are what was chosen; copies that are no number are none.
func (f *printForm) sheets() printing.Sheets {
	how := printing.Sheets{Printer: f.chosen().Name}
	how.Copies, _ = strconv.Atoi(strings.TrimSpace(f.copiesIn.Text))
	if f.order != nil {
		how.Reverse = f.order.SelectedIndex() == 1
		how.Sides = sidesOffered()[max(f.sides.SelectedIndex(), 0)]
	}
	return how
}

// onReady sends the document; the dialog stays until the queue has it.
func (f *printForm) onReady() {
	s, how := f.screen, f.sheets()
	if how.Copies < 1 {
		f.OnSaved(data.Fail("printer.copies", data.Args{"limit": printing.MaximumCopies}))
		return
	}
	var sent printing.Sent
	f.Save(func(ctx context.Context) (err error) {
		sent, err = s.registrar.Printing.Print(registrar.GoesTo(ctx, f.whom), s.system, f.job, how)
		return err
	}, func() { f.onSent(sent, how) })
}

// onSent says that the document is on its way, and follows it.
func (f *printForm) onSent(sent printing.Sent, how printing.Sheets) {
	w := f.Window
	if w.Settings.Printer != how.Printer {
		w.Settings.Printer = how.Printer
		w.SaveSettings()
	}
	w.DoneForGood(w.Say("printer.sent", map[string]any{"printer": sent.Printer, "count": sent.Pages}))
	f.screen.watch(f.job.Document, sent)
}
