package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// licences shows under which licences the parts of the program are, as their authors have
// written them. Only the lines that are seen are laid out: some are long.
type licences struct {
	notices []assets.Notice
	lines   []string
	part    *widgets.DialogSelect
	text    *leftList
	box     *frame.Box
}

// licenceColumns is where a line of a licence is broken, in letters.
const licenceColumns = 96

// ShowLicences shows the licence of the program first.
func ShowLicences(w *frame.Window) {
	l := &licences{notices: assets.Notices()}
	var names []string
	for _, n := range l.notices {
		names = append(names, n.Of)
	}
	l.part = widgets.NewDialogSelect(names, func() { l.box.Leave() })
	l.part.OnChanged = func(string) { l.show() }
	l.text = &leftList{}
	l.text.Length, l.text.CreateItem, l.text.UpdateItem = func() int { return len(l.lines) }, newLicenceLine, l.onLine
	l.text.ExtendBaseWidget(l.text)
	l.text.HideSeparators = true
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(0, 400*w.Scale()))
	about := widgets.Wrapped(w.Say("help_screen.licences_about", nil))
	body := container.NewBorder(container.NewVBox(about, l.part), nil, nil, nil, container.NewStack(room, l.text))
	l.box = w.Ask(w.Say("help_screen.licences", nil), body, 760, frame.Choice{Label: w.Say("ui.close", nil)})
	l.show()
	w.Canvas().Focus(l.part)
}

// leftList is a list in a dialog, which Esc leaves.
type leftList struct{ widget.List }

// TypedKey leaves by Esc.
func (l *leftList) TypedKey(key *fyne.KeyEvent) {
	switch {
	case widgets.Everywhere(key):
	case key.Name == fyne.KeyEscape:
		widgets.Left()
	default:
		l.List.TypedKey(key)
	}
}

// show is the licence of the chosen part from its top.
func (l *licences) show() {
	l.lines = nil
	for line := range strings.Lines(l.notices[l.part.SelectedIndex()].Text) {
		l.lines = append(l.lines, broken(strings.TrimRight(line, "\r\n"), licenceColumns)...)
	}
	l.text.UnselectAll()
	l.text.Refresh()
	l.text.ScrollToTop()
}

// broken breaks a long line between words.
func broken(line string, columns int) (lines []string) {
	line = strings.ReplaceAll(line, "\t", "    ")
	for len([]rune(line)) > columns {
		letters := []rune(line)
		at := strings.LastIndex(string(letters[:columns]), " ")
		if at <= 0 {
			at = len(string(letters[:columns]))
		}
		lines, line = append(lines, line[:at]), strings.TrimLeft(line[at:], " ")
	}
	return append(lines, line)
}

func newLicenceLine() fyne.CanvasObject {
	line := canvas.NewText("", theme.Color(theme.ColorNameForeground))
	line.TextStyle.Monospace, line.TextSize = true, theme.CaptionTextSize()
	return line
}

func (l *licences) onLine(at widget.ListItemID, row fyne.CanvasObject) {
	line := row.(*canvas.Text)
	line.Text, line.Color = l.lines[at], theme.Color(theme.ColorNameForeground)
	line.Refresh()
}
