package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Shortened are words that end in an ellipsis where their line has no room for all of them.
// They stand as those of a label do. Fyne's own label shapes all its words anew, by a font
// that it makes for it, whenever it is laid out: of a page with many captions that was the
// half.
type Shortened struct {
	widget.BaseWidget
	// Text is all that there is to say; it may have several lines.
	Text string
	// Tail follows the last line of it and is still seen where that is shortened.
	Tail string
	// SizeName is that of the letters, "" for the usual one.
	SizeName   fyne.ThemeSizeName
	TextStyle  fyne.TextStyle
	Importance widget.Importance
	// TwoLines breaks a line that has no room into two of smaller letters, before anything is
	// left out.
	TwoLines bool

	cut bool
}

// NewShortened says words in letters of this size, "" for the usual one.
func NewShortened(words string, size fyne.ThemeSizeName) *Shortened {
	s := &Shortened{Text: words, SizeName: size}
	s.ExtendBaseWidget(s)
	return s
}

// NewShortenedBold is NewShortened in bold letters.
func NewShortenedBold(words string, size fyne.ThemeSizeName) *Shortened {
	s := NewShortened(words, size)
	s.TextStyle.Bold = true
	return s
}

// SetText says something else.
func (s *Shortened) SetText(words string) {
	if s.Text != words {
		s.Text = words
		s.Refresh()
	}
}

// Cut reports that some of the words are not seen.
func (s *Shortened) Cut() bool { return s.cut }

// CreateRenderer draws a text for every line.
func (s *Shortened) CreateRenderer() fyne.WidgetRenderer {
	r := &shortenedRenderer{words: s}
	r.write()
	return r
}

type shortenedRenderer struct {
	words *Shortened
	whole []string
	lines []fyne.CanvasObject
}

// Destroy has nothing to give back.
func (r *shortenedRenderer) Destroy() {}

// Objects are the lines.
func (r *shortenedRenderer) Objects() []fyne.CanvasObject { return r.lines }

// write makes the lines anew as they are where there is room for all.
func (r *shortenedRenderer) write() {
	s := r.words
	size := s.SizeName
	if size == "" {
		size = theme.SizeNameText
	}
	r.whole, r.lines = strings.Split(s.Text+s.Tail, "\n"), nil
	for _, words := range r.whole {
		line := canvas.NewText(words, theme.Color(importanceColour(s.Importance)))
		line.TextSize, line.TextStyle = theme.Size(size), s.TextStyle
		r.lines = append(r.lines, line)
	}
	if s.TwoLines && len(r.lines) == 1 {
		second := canvas.NewText("", r.lines[0].(*canvas.Text).Color)
		second.TextStyle = s.TextStyle
		r.lines = append(r.lines, second)
	}
}

// MinSize is as wide as a letter and the ellipsis.
func (r *shortenedRenderer) MinSize() fyne.Size {
	least, pad := fyne.Size{}, 2*theme.Size(theme.SizeNameInnerPadding)
	for _, words := range []string{"M", "…"} {
		least.Width += fyne.MeasureText(words, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width
	}
	for i, line := range r.lines {
		if i < len(r.whole) {
			least.Height += line.MinSize().Height
		}
	}
	return least.AddWidthHeight(0, pad)
}

// Layout shortens what has no room.
func (r *shortenedRenderer) Layout(size fyne.Size) {
	if len(r.lines) > len(r.whole) {
		r.layTwo(size)
		return
	}
	pad := theme.Size(theme.SizeNameInnerPadding)
	at := fyne.NewSquareOffsetPos(pad)
	r.words.cut = false
	for i, o := range r.lines {
		line := o.(*canvas.Text)
		if size.Width > 0 {
			tail := ""
			if i == len(r.lines)-1 {
				tail = r.words.Tail
			}
			line.Text = fitBefore(strings.TrimSuffix(r.whole[i], tail), tail, line, size.Width-2*pad)
			r.words.cut = r.words.cut || line.Text != r.whole[i]
		}
		least := line.MinSize()
		line.Move(at)
		line.Resize(least)
		at.Y += least.Height
	}
}

// layTwo puts the words into one line, or where they have no room there into two in the middle of
// the height.
func (r *shortenedRenderer) layTwo(size fyne.Size) {
	first, second := r.lines[0].(*canvas.Text), r.lines[1].(*canvas.Text)
	pad := theme.Size(theme.SizeNameInnerPadding)
	words := linesOf(r.whole[0], "", true, size.Width-2*pad, first.TextStyle)
	first.Text, second.Text, first.TextSize, second.TextSize = words.first, words.second, words.size, words.size
	second.Hidden = words.second == ""
	r.words.cut = strings.HasSuffix(words.first+words.second, "…") && !strings.HasSuffix(r.whole[0], "…")
	high := first.MinSize().Height
	at := fyne.NewPos(pad, pad)
	if !second.Hidden {
		at.Y = max((size.Height-2*high)/2, 0)
	}
	for _, line := range []*canvas.Text{first, second} {
		line.Move(at)
		line.Resize(line.MinSize())
		at.Y += high
	}
}

// fitBefore shortens words and leaves their tail whole, unless it has not even room in the
// greater part of the line.
func fitBefore(words, tail string, line *canvas.Text, width float32) string {
	in := letters{line.TextSize, line.TextStyle}
	if whole := in.fit(words+tail, width); tail == "" || whole == words+tail {
		return whole
	}
	room := min(in.width(tail)+1, width*2/3)
	return in.fit(words, width-room) + in.fit(tail, room)
}

// Refresh says what is to be said now, in the colours and letters that hold now.
func (r *shortenedRenderer) Refresh() {
	r.write()
	r.Layout(r.words.Size())
	canvas.Refresh(r.words)
}

// importanceColour is that of words of this importance.
func importanceColour(i widget.Importance) fyne.ThemeColorName {
	switch i {
	case widget.LowImportance:
		return theme.ColorNameDisabled
	case widget.HighImportance:
		return theme.ColorNamePrimary
	case widget.DangerImportance:
		return theme.ColorNameError
	case widget.WarningImportance:
		return theme.ColorNameWarning
	case widget.SuccessImportance:
		return theme.ColorNameSuccess
	}
	return theme.ColorNameForeground
}
