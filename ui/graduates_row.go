package ui

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// graduateRow makes the words of one row. It is called off the window's goroutine
// and touches no widget.
func (w *Window) graduateRow(row *registrar.Row, byPhone bool) widgets.Row {
	g := row.Graduate
	plain := func(s string) widgets.Cell { return widgets.Cell{Text: s} }
	if byPhone {
		mode := ""
		if g.Mode != "" {
			mode = w.say("mode."+string(g.Mode), nil)
		}
		return widgets.Row{Key: g.ID, Cells: []widgets.Cell{plain(registrar.FormatPhone(g.Phone)), plain(g.FullName()), plain(g.Class),
			plain(g.BirthDate.Dotted()), plain(g.Document.Text()), plain(mode), w.statusCell(row)}}
	}
	return widgets.Row{Key: g.ID, Cells: []widgets.Cell{plain(g.Class), plain(g.FullName()), plain(g.BirthDate.Dotted()),
		plain(g.Document.Text()), cardCell(row), plain(strconv.Itoa(len(g.Current().Subjects))), w.statusCell(row)}}
}

// cardCell shows the centre's number, or the draft number in a paler colour.
func cardCell(row *registrar.Row) widgets.Cell {
	if number := row.Graduate.Current().CardNumber; number != "" {
		return widgets.Cell{Text: number}
	}
	return widgets.Cell{Text: row.DraftNumber, Colour: theme.ColorNamePlaceHolder}
}

// statusCell says the first thing that is wrong, or how far the graduate is: always
// by an icon and a word, never by colour alone.
func (w *Window) statusCell(row *registrar.Row) widgets.Cell {
	if f := row.First; f != nil {
		icon, colour := severityLook(f.Severity)
		words := w.phrase(*f)
		return widgets.Cell{Text: words, Short: firstSentence(words), Icon: icon, Colour: colour}
	}
	return widgets.Cell{Text: w.say("status."+string(row.Status), nil), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
}

// firstSentence is what is wrong, without what to do about it: the panel says that. A
// full stop within «quotation marks» or after a short word, as in «м. Київ», ends none.
func firstSentence(words string) string {
	letters := []rune(words)
	depth, word := 0, 0
	for i, letter := range letters {
		switch {
		case letter == '«':
			depth++
		case letter == '»':
			depth--
		case letter == '.' && depth == 0 && word != 1 && i+2 < len(letters) && unicode.IsUpper(letters[i+2]):
			return string(letters[:i+1])
		}
		word++
		if unicode.IsSpace(letter) {
			word = 0
		}
	}
	return words
}

func severityLook(s data.Severity) (fyne.Resource, fyne.ThemeColorName) {
	switch s {
	case data.SeverityError:
		return theme.ErrorIcon(), theme.ColorNameError
	case data.SeverityWarning:
		return theme.WarningIcon(), theme.ColorNameWarning
	}
	return theme.QuestionIcon(), theme.ColorNamePrimary
}

// filterSelect chooses one of several codes, or all. It keeps codes and shows words.
type filterSelect struct {
	widget.Select
	all   string
	codes []string
}

func newFilterSelect(all string, onChanged func(string)) *filterSelect {
	f := &filterSelect{all: all}
	f.Options, f.Selected = []string{all}, all
	f.ExtendBaseWidget(f)
	f.OnChanged = onChanged
	return f
}

// offer shows other codes by their words; what was chosen stays where it is still
// there.
func (f *filterSelect) offer(codes []string, word func(string) string) {
	was := f.chosen()
	f.codes = codes
	f.Options = []string{f.all}
	selected := f.all
	for _, code := range codes {
		f.Options = append(f.Options, word(code))
		if code == was && was != "" {
			selected = word(code)
		}
	}
	f.Selected = selected
	f.Refresh()
}

// chosen is the code, "" for all.
func (f *filterSelect) chosen() string {
	if at := f.SelectedIndex(); at > 0 && at <= len(f.codes) {
		return f.codes[at-1]
	}
	return ""
}

// choose shows a code without telling anybody.
func (f *filterSelect) choose(code string) {
	f.Selected = f.all
	for i, known := range f.codes {
		if known == code && code != "" {
			f.Selected = f.Options[i+1]
		}
	}
	f.Refresh()
}

// fixedRight puts its one object at the right, so wide at most.
type fixedRight struct{ width float32 }

// MinSize is small: the object gives way on a narrow window.
func (f *fixedRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, objects[0].MinSize().Height)
}

// Layout puts the object.
func (f *fixedRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(f.width, size.Width)
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(size.Width-width, (size.Height-height)/2))
}
