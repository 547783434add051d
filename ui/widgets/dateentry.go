package widgets

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DateWords are the words of a date entry in the reader's language.
type DateWords struct {
	Hint             string
	Year, Month, Day string
	Months           [12]string
}

// DateEntry is an entry for a day of birth: typed in any usual spelling, or picked
// year first, so that a birth date is three clicks away and not two hundred. The picker is
// opened by its icon, by Alt and the arrow down, or by F4; arrows and Enter choose in it.
//
// It is the same on every PC: what a typed text means does not depend on the
// system's language.
type DateEntry struct {
	Entry
	// Years bound the picker, the later ones first.
	FirstYear, LastYear int
	// OnPicked is called with a day that was picked.
	OnPicked func(iso string)

	words  DateWords
	picker *widget.PopUp
}

// NewDateEntry makes an empty entry.
func NewDateEntry(words DateWords) *DateEntry {
	d := &DateEntry{words: words}
	d.PlaceHolder = words.Hint
	d.ExtendBaseWidget(d)
	d.ActionItem = newEntryIcon(&d.Entry, picksDay, theme.CalendarIcon(), d.pick)
	return d
}

// TypedKey opens the picker by F4.
func (d *DateEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyF4 {
		Touched()
		d.pick()
		return
	}
	d.Entry.TypedKey(key)
}

// TypedShortcut opens the picker by Alt and the arrow down.
func (d *DateEntry) TypedShortcut(s fyne.Shortcut) {
	if opens(s) {
		Touched()
		d.pick()
		return
	}
	d.Entry.TypedShortcut(s)
}

// dayLayout is how a day stands in an entry.
const dayLayout = "02.01.2006"

// SetISO shows a day, "" for none.
func (d *DateEntry) SetISO(iso string) {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		d.SetText("")
		return
	}
	d.SetText(day.Format(dayLayout))
}

// pick opens the picker on the years.
func (d *DateEntry) pick() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c == nil || d.Disabled() {
		return
	}
	d.showPage(c, d.words.Year, d.years(c))
}

// day is the day that stands in the entry, as [DateEntry.SetISO] shows it.
func (d *DateEntry) day() (day time.Time, is bool) {
	day, err := time.Parse(dayLayout, strings.TrimSpace(d.Text))
	return day, err == nil
}

// showPage shows a page of the picker with the keyboard at one of its choices.
func (d *DateEntry) showPage(c fyne.Canvas, title string, page datePage) {
	if d.picker != nil {
		d.picker.Hide()
	}
	head := widget.NewLabelWithStyle(title, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	d.picker = widget.NewPopUp(container.NewBorder(head, nil, nil, nil, page.grid()), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	size := d.picker.MinSize()
	x := min(at.X, max(c.Size().Width-size.Width, 0))
	y := at.Y + d.Size().Height
	if y+size.Height > c.Size().Height {
		y = max(at.Y-size.Height, 0)
	}
	d.picker.ShowAtPosition(fyne.NewPos(x, y))
	// The keyboard is in the picker: Esc leaves it, and not what lies under it.
	page.focus(c, page.start)
}

// leave closes the picker and goes on in the entry.
func (d *DateEntry) leave() {
	d.picker.Hide()
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d)
	}
}

func (d *DateEntry) years(c fyne.Canvas) datePage {
	page := datePage{columns: 4, leave: d.leave}
	day, is := d.day()
	for year := d.LastYear; year >= d.FirstYear; year-- {
		page.add(strconv.Itoa(year), is && day.Year() == year, func() { d.showPage(c, strconv.Itoa(year), d.months(c, year)) })
	}
	return page
}

func (d *DateEntry) months(c fyne.Canvas, year int) datePage {
	page := datePage{columns: 3, leave: d.leave}
	day, is := d.day()
	for i, name := range d.words.Months {
		page.add(name, is && day.Month() == time.Month(i+1), func() {
			d.showPage(c, name+" "+strconv.Itoa(year), d.days(year, time.Month(i+1)))
		})
	}
	return page
}

func (d *DateEntry) days(year int, month time.Month) datePage {
	page := datePage{columns: 7, leave: d.leave}
	stands, is := d.day()
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	for day := 1; day <= last; day++ {
		page.add(strconv.Itoa(day), is && stands.Day() == day, func() { d.picked(year, month, day) })
	}
	return page
}

func (d *DateEntry) picked(year int, month time.Month, day int) {
	d.leave()
	iso := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	d.SetISO(iso)
	if d.OnPicked != nil {
		d.OnPicked(iso)
	}
}

// datePage is a page of the picker of a [DateEntry]: years, months or days in rows, as a
// calendar on the wall has them. Enter takes the one at which the keyboard is, the arrows lead
// to its neighbours.
type datePage struct {
	columns int
	choices []*Button
	// start is where the keyboard is at first: the choice that holds now.
	start int
	leave func()
}

// add puts one more choice behind the others; holds says that it stands in the entry now.
func (p *datePage) add(label string, holds bool, chosen func()) {
	b := NewButton(label, nil, chosen)
	b.OnEscape = p.leave
	if holds {
		p.start = len(p.choices)
	}
	p.choices = append(p.choices, b)
}

// grid shows the choices.
func (p *datePage) grid() fyne.CanvasObject {
	grid := container.NewGridWithColumns(p.columns)
	for at, b := range p.choices {
		b.OnArrow = func(key fyne.KeyName) { p.move(at, key) }
		grid.Add(b)
	}
	return grid
}

// move leads from a choice to a neighbour; at the edge it stays.
func (p *datePage) move(at int, key fyne.KeyName) {
	to := at + map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -p.columns, fyne.KeyDown: p.columns}[key]
	if to < 0 || to >= len(p.choices) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.choices[to]); c != nil {
		p.focus(c, to)
	}
}

// focus gives a choice the keyboard.
func (p *datePage) focus(c fyne.Canvas, at int) { c.Focus(p.choices[at]) }
