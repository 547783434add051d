package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StripDay is a day of a [DayStrip]: its number in the month. Off says that nobody works, Marked that
// something is on it, Today that it is today, Past that it is over.
type StripDay struct {
	Label                    string
	Off, Marked, Today, Past bool
}

// DayStrip shows some weeks, each in a line of seven days under the names of these. Days off are
// striped and marked ones framed, so that they are told apart without colours; what they are stands in
// words beside it.
type DayStrip struct {
	widget.BaseWidget
	names []string
	days  []StripDay
}

// NewDayStrip has no days yet; names are those of the days of the week, Monday first.
func NewDayStrip(names []string) *DayStrip {
	s := &DayStrip{names: names}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows these days, of whole weeks, the first of which is a Monday.
func (s *DayStrip) Set(days []StripDay) {
	s.days = days
	s.Refresh()
}

// daysOfWeek is how many days a line has; dayHigh is how high a line is, in lines of small letters.
const (
	daysOfWeek = 7
	dayHigh    = 1.5
)

// CreateRenderer draws the days.
func (s *DayStrip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{strip: s} }

type stripRenderer struct {
	strip *DayStrip
	size  fyne.Size
	all   []fyne.CanvasObject
}

// Destroy has nothing to give back.
func (*stripRenderer) Destroy() {}

func lineHigh() float32 { return theme.Size(theme.SizeNameCaptionText) * dayHigh }

// MinSize has room for all lines, and for two digits in each day.
func (r *stripRenderer) MinSize() fyne.Size {
	lines := float32(len(r.strip.days)/daysOfWeek + 1)
	return fyne.NewSize(daysOfWeek*2*theme.Size(theme.SizeNameCaptionText), lines*lineHigh())
}

// Objects are the days with their numbers.
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.all }

// Refresh takes the days, and the colours of the theme that holds now.
func (r *stripRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.strip)
}

// Layout puts week under week.
func (r *stripRenderer) Layout(size fyne.Size) {
	r.size, r.all = size, nil
	wide, high := size.Width/daysOfWeek, lineHigh()
	for i, name := range r.strip.names {
		r.words(name, fyne.NewPos(float32(i)*wide, 0), fyne.NewSize(wide, high), theme.ColorNamePlaceHolder, false)
	}
	for i := range r.strip.days {
		at := fyne.NewPos(float32(i%daysOfWeek)*wide, float32(i/daysOfWeek+1)*high)
		r.day(&r.strip.days[i], at.AddXY(1, 1), fyne.NewSize(wide-2, high-2))
	}
}

func (r *stripRenderer) day(d *StripDay, at fyne.Position, size fyne.Size) {
	back := canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))
	if d.Today {
		back.FillColor = theme.Color(theme.ColorNameSelection)
	}
	back.Move(at)
	back.Resize(size)
	r.all = append(r.all, back)
	if d.Off {
		r.stripes(at, size)
	}
	if d.Marked {
		frame := canvas.NewRectangle(nil)
		frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.ColorNameForeground), 2
		frame.Move(at)
		frame.Resize(size)
		r.all = append(r.all, frame)
	}
	colour := theme.ColorNameForeground
	if d.Past || d.Off {
		colour = theme.ColorNamePlaceHolder
	}
	r.words(d.Label, at, size, colour, d.Today || d.Marked)
}

// stripes draws slanting lines at both sides of the number.
func (r *stripRenderer) stripes(at fyne.Position, size fyne.Size) {
	aside := size.Width * 0.28
	for _, from := range []float32{at.X, at.X + size.Width - aside} {
		for x := from; x+size.Height/2 <= from+aside+1; x += stripe * scale() {
			line := canvas.NewLine(theme.Color(theme.ColorNamePlaceHolder))
			line.Position1, line.Position2 = fyne.NewPos(x, at.Y+size.Height*3/4), fyne.NewPos(x+size.Height/2, at.Y+size.Height/4)
			r.all = append(r.all, line)
		}
	}
}

func (r *stripRenderer) words(words string, at fyne.Position, size fyne.Size, colour fyne.ThemeColorName, bold bool) {
	text := canvas.NewText(words, theme.Color(colour))
	text.TextSize, text.TextStyle.Bold, text.Alignment = theme.Size(theme.SizeNameCaptionText), bold, fyne.TextAlignCenter
	text.Resize(fyne.NewSize(size.Width, text.MinSize().Height))
	text.Move(at.AddXY(0, (size.Height-text.MinSize().Height)/2))
	r.all = append(r.all, text)
}
