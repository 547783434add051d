package access

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// accessFile is a workbook of the centre's site on its way in.
type accessFile struct {
	screen  *Screen
	name    string
	content []byte

	// letters say where the fields stand, while a file without a header asks for it.
	letters map[string]*widgets.DialogSelect
	fault   *widget.Label
	box     *frame.Box
	// ticks are those of the doubtful rows, by the row's place in the file.
	ticks map[int]*widgets.Tick
}

// accessKinds are the endings of the files that may hold accesses; what is in them decides.
var accessKinds = []string{".xlsx", ".xls", ".ods", ".csv", ".txt", ".xml", ".html", ".htm"}

// onImport asks for a workbook of accesses of the centre's site.
func (s *Screen) onImport() {
	s.Window.Files.Open(s.Window.Say("access_screen.import_title", nil), accessKinds, s.takeFile)
}

// Dropped takes a table of the centre's site.
func (s *Screen) Dropped(kind frame.DropKind, paths []string) bool {
	if kind == frame.DropTable {
		s.takeFile(paths[0])
	}
	return kind == frame.DropTable
}

// Arrive takes a file that came back from home, or a table of the centre's site.
func (s *Screen) Arrive(r frame.Route) {
	switch {
	case r.File == "":
	case strings.EqualFold(filepath.Ext(r.File), homeEnding):
		s.takeFromHome(r.File)
	default:
		s.takeFile(r.File)
	}
}

// takeFile reads a file; nothing of it is taken in before it was looked at.
func (s *Screen) takeFile(path string) {
	w := s.Window
	r, f := w.Registrar(), &accessFile{screen: s, name: filepath.Base(path)}
	frame.RunLong(w, w.Say("roster_screen.reading", nil), func(ctx context.Context, _ frame.Progress) (readAccesses, error) {
		content, err := registrar.ReadFile(path, registrar.MaximumRoster)
		if err != nil {
			return readAccesses{}, err
		}
		f.content = content
		return f.read(ctx, r, content, nil)
	}, f.onRead)
}

// onRead shows what was recognised, or asks where the columns are.
func (f *accessFile) onRead(read readAccesses, err error) {
	switch registrar.CodeOf(err) {
	case "roster.no_header", "roster.no_column":
		f.askColumns(err)
		return
	}
	if err != nil {
		f.screen.Window.Fail(err)
		return
	}
	if f.box != nil {
		f.box.Close()
	}
	f.show(read)
}

// accessColumns are the fields that a file without a header is asked about.
var accessColumns = []string{"login", "full_name", "password"}

// columnLetters is how many columns there are to choose from.
const columnLetters = 20

// askColumns asks where the fields stand. The columns are shown by their letters only:
// in one of them are passwords.
func (f *accessFile) askColumns(refused error) {
	w := f.screen.Window
	if f.box != nil {
		f.fault.SetText(w.Explain(refused))
		f.fault.Show()
		return
	}
	letters := []string{w.Say("access_screen.no_column", nil)}
	for i := range columnLetters {
		letters = append(letters, string(rune('A'+i)))
	}
	f.letters = map[string]*widgets.DialogSelect{}
	content := container.NewVBox(widgets.Wrapped(w.Say("access_screen.columns", map[string]any{"file": f.name})))
	for _, field := range accessColumns {
		f.letters[field] = widgets.NewDialogSelect(letters, func() { f.box.Leave() })
		content.Add(container.NewBorder(nil, nil, container.New(&widgets.FixedWidth{Width: 220 * w.Scale()}, widget.NewLabel(frame.Capital(w.Say("field."+field, nil)))), nil, f.letters[field]))
	}
	f.fault = widgets.Wrapped("")
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	content.Add(f.fault)
	f.box = w.Ask(w.Say("access_screen.import_title", nil), content, 520,
		frame.Choice{Label: w.Say("access_screen.read", nil), Ready: f.onColumns}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.letters[accessColumns[0]])
}

// onColumns reads the file as it was said; the dialog stays until that works.
func (f *accessFile) onColumns() bool {
	w, r, columns := f.screen.Window, f.screen.Window.Registrar(), map[string]string{}
	for field, letter := range f.letters {
		if letter.SelectedIndex() > 0 {
			columns[field] = letter.Selected
		}
	}
	if columns["password"] == "" || len(columns) < 2 {
		f.fault.SetText(w.Say("access_screen.columns_missing", nil))
		f.fault.Show()
		return false
	}
	frame.RunIn(f.box, func(ctx context.Context) (readAccesses, error) {
		return f.read(ctx, r, f.content, columns)
	}, f.onRead)
	return false
}

// show says what is in the file and what is wrong in it, before anything is taken in.
func (f *accessFile) show(read readAccesses) {
	w := f.screen.Window
	content := container.NewVBox(widgets.BoldWords(w.Say("access_screen.import_good", map[string]any{"number": read.Accepted})))
	if read.again > 0 {
		content.Add(widgets.WarningLine(w.Say("access_screen.import_again", map[string]any{"number": read.again})))
	}
	f.doubts(content, read.Import)
	content.Objects = append(content.Objects, f.problems(read.Import, isTaken)...)
	if read.Rejected > 0 {
		content.Add(widgets.BoldWords(w.Say("access_screen.import_bad", map[string]any{"number": read.Rejected})))
	}
	content.Objects = append(content.Objects, f.problems(read.Import, isRefused)...)
	content.Objects = append(content.Objects, f.skipped(read.Import)...)
	whole := container.NewVBox(widgets.ScrolledTo(content, 640, 340, w.Scale()))
	choices := []frame.Choice{{Label: f.takeWords(read.Import), Chosen: func() { f.takeTicked(read.Import) }}, {Label: w.Say("ui.cancel", nil)}}
	if read.Accepted+read.Doubtful == 0 {
		choices = []frame.Choice{{Label: w.Say("ui.close", nil)}}
	} else {
		whole.Add(widgets.Wrapped(w.Say("access_screen.import_next", nil)))
	}
	f.box = w.Ask(w.Say("access_screen.import_read", map[string]any{"file": f.name}), whole, 640, choices...)
	if len(f.ticks) > 0 {
		f.count(read.Import)
	}
}

// readAccesses are the accesses of a file; again is of how many the registry has one of
// the centre already.
type readAccesses struct {
	*access.Import
	again int
}

// read reads the file, off the window's goroutine.
func (f *accessFile) read(ctx context.Context, r *registrar.Registrar, content []byte, columns map[string]string) (readAccesses, error) {
	read, err := r.Access.Read(ctx, f.name, content, columns)
	if err != nil {
		return readAccesses{}, err
	}
	return readAccesses{read, replaced(r, read)}, nil
}

// replaced counts those whose access of the centre is there already.
func replaced(r *registrar.Registrar, read *access.Import) int {
	n := 0
	for _, row := range read.Rows {
		if row.Graduate == "" {
			continue
		}
		found, err := r.Table.Find(row.Graduate)
		if err == nil && found.Graduate.Access(data.DoorPlatform) != nil {
			n++
		}
	}
	return n
}

// What becomes of a row.
func isTaken(row access.ImportRow) bool   { return !row.Refused() && !row.Doubtful }
func isRefused(row access.ImportRow) bool { return row.Refused() }

// problems are a line for each thing that is wrong in the rows of one kind.
func (f *accessFile) problems(read *access.Import, wanted func(access.ImportRow) bool) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, row := range read.Rows {
		if !wanted(row) {
			continue
		}
		for _, words := range f.rowWords(row) {
			line := widgets.WarningLine(words)
			if isRefused(row) {
				line = widgets.ResultLine(theme.NewErrorThemedResource(theme.ErrorIcon()), words)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// rowWords are a sentence for each thing that is wrong in a row.
func (f *accessFile) rowWords(row access.ImportRow) (sentences []string) {
	w, who := f.screen.Window, row.FullName
	if who == "" && strings.HasPrefix(row.Login, "+") {
		who = shownLogin(row.Login)
	}
	id := "access_screen.import_row"
	if who == "" {
		id = "access_screen.import_row_nameless"
	}
	for _, p := range row.Problems {
		sentences = append(sentences, w.Say(id, map[string]any{"row": row.Number, "name": who, "message": p.Sentence(w.Text())}))
	}
	return sentences
}

// skipped are the parts of the file that were not read.
func (f *accessFile) skipped(read *access.Import) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, part := range read.Skipped {
		args := map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header, "area": part.Area, "rows": part.Rows}
		id := "access_screen.skipped_column"
		switch {
		case part.Whole() && part.Hidden:
			id = "roster_screen.hidden_sheet"
		case part.Whole():
			id = "roster_screen.skipped_sheet"
		case part.Area != "":
			id = "roster_screen.skipped_area"
		}
		lines = append(lines, widgets.ResultLine(theme.InfoIcon(), f.screen.Window.Say(id, args)))
	}
	for _, part := range read.Unseen {
		args := map[string]any{"column": part.Column, "header": part.Header}
		lines = append(lines, widgets.WarningLine(f.screen.Window.Say("access_screen.unseen_column", args)))
	}
	return lines
}

// take takes the accesses in, all or none.
func (f *accessFile) take(read *access.Import) {
	w := f.screen.Window
	r := w.Registrar()
	frame.RunLong(w, w.Say("access_screen.import_title", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Access.Import(ctx, read)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(w.Say("access.imported", map[string]any{"accepted": read.Accepted, "rejected": read.Left()}))
	})
}
