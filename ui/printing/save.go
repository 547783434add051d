package printing

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// savedFile is a document in a file: where, what was chosen, and to whom it goes.
type savedFile struct {
	path string
	job  printing.Job
	whom string
}

// onSave asks where to write the document and writes it. It comes by the menu too:
// while the document is refused, the preview says why nothing is saved.
func (s *Screen) onSave(format string) {
	if s.savePDF.Disabled() {
		return
	}
	s.askNamed(func() { s.askWhere(format, func(f savedFile) { s.save(f, false) }) })
}

// askNamed asks once before a document is printed in which the papers name somebody: whose picture has
// a remark, who is not ready, should not be on a final list, or is picked ([printing.Printed.Named]). Enter and Esc print nothing. What was agreed
// to is not asked again of the same document while it names the same.
func (s *Screen) askNamed(then func()) {
	s.whenMade(func() {
		job, doubted, unready, picked := s.job(), s.doubtLines(s.named.Doubted), namesOf(s.named.Unready), namesOf(s.named.Picked)
		against := s.doubtLines(s.named.Against)
		now := agreed{job.Document, job.Final, slices.Concat(doubted, against, unready, picked)}
		if !s.named.Named() || reflect.DeepEqual(now, s.agreed) {
			then()
			return
		}
		w, rows := s.window, container.NewVBox()
		s.addNamed(rows, "printing_screen.picked", picked, namedWidth)
		s.addNamed(rows, "printing_screen.doubted", doubted, namedWidth)
		s.addNamed(rows, "printing_screen.against", against, namedWidth)
		s.addNamed(rows, "printing_screen.unready", unready, namedWidth)
		w.AskTwice(s.namedTitle(), rows, namedWidth, frame.Choice{Label: w.Say("ui.cancel", nil)},
			frame.Choice{Label: s.say("printing_screen.anyway"), Chosen: func() { s.agreed = now; then() }})
	})
}

// agreed is what was printed anyway: which document, and what it named.
type agreed struct {
	document string
	final    bool
	lines    []string
}

func (s *Screen) namedTitle() string {
	if len(s.named.Picked) > 0 {
		return s.say("printing_screen.picked_title")
	}
	if len(s.named.Against) > 0 {
		return s.say("printing_screen.against_title")
	}
	if len(s.named.Unready) > 0 {
		return s.say("printing_screen.unready_title")
	}
	return s.say("printing_screen.doubted_title")
}

// addNamed adds the sentence of an id, and who is meant, into a dialog that is width wide; nothing
// for nobody.
func (s *Screen) addNamed(rows *fyne.Container, id string, lines []string, width float32) {
	if len(lines) == 0 {
		return
	}
	w := s.window
	rows.Add(widgets.WarningLine(w.Say(id, map[string]any{"number": len(lines)})))
	// One label: a hundred of them take a second to be laid out.
	rows.Add(widgets.ScrolledTo(widgets.OffTheBar(widgets.Wrapped("• "+strings.Join(lines, "\n• "))), width, 260, w.Scale()))
}

// namedWidth is how wide the question is, in device-independent pixels.
const namedWidth = 620

// onOpen shows the PDF in the PC's own program, from where it is printed: in a file that
// goes when the window locks. The same choice goes into the same file again.
func (s *Screen) onOpen() {
	s.askNamed(s.open)
}

func (s *Screen) open() {
	f := savedFile{s.saved.path, s.job(), s.to.Said()}
	if f.path != "" && reflect.DeepEqual(s.saved, f) {
		s.save(f, true)
		return
	}
	path, err := s.window.PrintFile(s.fileName(registrar.FormatPDF))
	if err != nil {
		s.window.Fail(err)
		return
	}
	f.path = path
	s.save(f, true)
}

// askWhere asks for a file.
func (s *Screen) askWhere(format string, chosen func(savedFile)) {
	job, whom := s.job(), s.to.Said()
	s.window.SaveAs(s.say("printing_screen.save_title"), s.fileName(format), func(path string) { chosen(savedFile{path, job, whom}) })
}

// save writes the document off the window's goroutine and says so; with open the
// PC's own program shows it then.
func (s *Screen) save(f savedFile, open bool) {
	w, same := s.window, open && f.whom == s.saved.whom
	frame.RunLong(w, s.say("printing_screen.saving"), func(ctx context.Context, _ frame.Progress) (printing.Printed, error) {
		printed, err := s.write(registrar.GoesTo(ctx, f.whom), f, same)
		if err != nil || !open {
			return printed, err
		}
		if err := w.OpenFile(f.path); err != nil {
			return printed, data.FailWith(err, "printing_screen.cannot_open", nil)
		}
		return printed, nil
	}, func(printed printing.Printed, err error) { s.onSaved(f, open, printed, err) })
}

// write writes a document. With same, one that lies there already as it would be written
// stays: the program that shows it may hold it fast.
func (s *Screen) write(ctx context.Context, f savedFile, same bool) (printing.Printed, error) {
	if same {
		var pdf bytes.Buffer
		printed, err := s.registrar.Printing.Draw(&pdf, registrar.FormatPDF, f.job)
		if err != nil {
			return printed, err
		}
		if there, err := os.ReadFile(f.path); err == nil && bytes.Equal(there, pdf.Bytes()) {
			return printed, nil
		}
	}
	return s.registrar.Printing.Save(ctx, f.path, f.job)
}

func (s *Screen) onSaved(f savedFile, open bool, printed printing.Printed, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	if strings.EqualFold(filepath.Ext(f.path), registrar.FormatPDF) {
		s.saved = f
	}
	message := s.window.Say("print.done", map[string]any{"file": filepath.Base(f.path), "count": printed.Graduates})
	if printed.Impersonal {
		message = s.window.Say("print.written", map[string]any{"file": filepath.Base(f.path)})
	}
	if open {
		message = s.window.Say("printing_screen.opened", map[string]any{"file": filepath.Base(f.path)})
	}
	s.window.DoneForGood(message)
}

// fileName proposes a name that says what is in the file, such as «картки-11-А.pdf» or, of
// one person, «картки-Бойко-11-А.pdf».
func (s *Screen) fileName(format string) string {
	job, whom := s.job(), s.chosen.class
	document := job.Document
	if s.again != 0 {
		return data.FileName(s.shortTitle(document)+"-"+s.say("printing_screen.file.again"), format)
	}
	if s.registrar.Printing.Document(document).AboutNobody(job) {
		return data.FileName(s.shortTitle(document), format)
	}
	switch {
	case s.chosen.kind == everybody:
		whom = s.say("printing_screen.file.everybody")
	case s.chosen.kind == selection && s.chosen.size == 1 && s.chosen.inFile != "":
		whom = s.chosen.inFile
	case s.chosen.kind == selection && s.chosen.shown:
		whom = s.say("printing_screen.file.shown")
	case s.chosen.kind == selection:
		whom = s.say("printing_screen.file.selected")
	case whom == "":
		whom = s.say("ui.no_class")
	}
	return data.FileName(s.shortTitle(document)+"-"+whom, format)
}

// shortTitle is how a document is called in the name of its file.
func (s *Screen) shortTitle(code string) string {
	document := s.registrar.Printing.Document(code)
	if document.Word != "" {
		return s.say("printing_screen.file." + document.Word)
	}
	return data.ShortTitle(s.window.Word(document.Title), longestTitle)
}

// longestTitle bounds the title of a paper of the campaign in a file name, in units of
// UTF-16.
const longestTitle = 40
