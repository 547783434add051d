package frame_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// takingPage takes what is scanned, but for what begins with 9.
type takingPage struct{ took []string }

func (p *takingPage) Build() fyne.CanvasObject { return widget.NewLabel("") }
func (p *takingPage) Shown()                   {}
func (p *takingPage) Changed(registrar.Signal) {}
func (p *takingPage) Scanned(number string) bool {
	if number[0] == '9' {
		return false
	}
	p.took = append(p.took, number)
	return true
}

// page is what may have the keyboard while something is scanned, and what was pressed on it.
type page struct {
	w                   *frame.Window
	table               *widgets.Table
	entry, search, date fyne.Focusable
	button              *widgets.Button
	choice              *widgets.Select
	tick                *widgets.Tick
	opened, pressed     int
	submitted           int
}

func newPage(t *testing.T, campaign string) *page {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, "uk", 3)
	p := &page{w: w, table: widgets.NewTable([]widgets.Column{{Width: 100}})}
	p.table.SetRows([]widgets.Row{{Key: "a", Cells: []widgets.Cell{widgets.Text("11-А")}}, {Key: "b", Cells: []widgets.Cell{widgets.Text("113-Б")}}})
	p.table.ByLetters = true
	p.table.OnOpened = func(string) { p.opened++ }
	entry, search := widgets.NewEntry(""), widgets.NewSearch("")
	entry.OnSubmitted = func(string) { p.submitted++ }
	p.entry, p.search, p.date = entry, search, widgets.NewDateEntry(widgets.DateWords{})
	p.button = widgets.NewButton("?", nil, func() { p.pressed++ })
	p.choice = widgets.NewSelect([]string{"11-А", "113-Б"}, func(string) { p.pressed++ })
	p.tick = widgets.NewTick(func(bool) { p.pressed++ })
	w.Fyne().SetContent(container.NewVBox(p.table, entry, search, p.date.(fyne.CanvasObject), p.button, p.choice, p.tick))
	frametest.Scanned = nil
	return p
}

// took checks which numbers have come from the scanner, and forgets them.
func (p *page) took(t *testing.T, numbers ...string) {
	t.Helper()
	if !slices.Equal(frametest.Scanned, numbers) || p.opened+p.pressed+p.table.Marked() > 0 {
		t.Errorf("taken %q, opened %d, pressed %d, ticked %d", frametest.Scanned, p.opened, p.pressed, p.table.Marked())
	}
	frametest.Scanned, p.opened, p.pressed = nil, 0, 0
}

// UA-151: a card under the scanner is found wherever the keyboard is, and nothing is typed or pressed
// by it.
func TestScanAnywhere(t *testing.T) {
	p := newPage(t, "zno-2020")
	w := p.w
	for _, at := range []struct {
		name string
		at   fyne.Focusable
	}{{"no field", nil}, {"a table", p.table.Focusable()}, {"a button", p.button}, {"a choice", p.choice}, {"a box to tick", p.tick}} {
		t.Run("UA-151 with the keyboard at "+at.name, func(t *testing.T) {
			for _, scan := range []struct {
				signs string
				keys  []fyne.KeyName
			}{{"1234567", []fyne.KeyName{fyne.KeyReturn}}, {"1234567", []fyne.KeyName{fyne.KeyEnter, fyne.KeyReturn}}, {"*123 4567*", []fyne.KeyName{fyne.KeyReturn}}} {
				w.Canvas().Unfocus()
				if at.at != nil {
					w.Canvas().Focus(at.at)
				}
				frametest.Scan(w, scan.signs, scan.keys...)
				p.took(t, "1234567")
				if w.Canvas().Overlays().Top() != nil {
					t.Errorf("%q leaves a list open", scan.signs)
				}
			}
		})
	}
	t.Run("UA-151 the letters of a table are not looked for by a scan", func(t *testing.T) {
		w.Canvas().Focus(p.table.Focusable())
		p.table.MoveTo("a")
		frametest.Scan(w, "11345670", fyne.KeyReturn)
		if p.table.Cursor() != "a" {
			t.Errorf("the current row is %q", p.table.Cursor())
		}
		p.took(t, "11345670")
	})
	t.Run("UA-151 another code is read as it is and opens nothing", func(t *testing.T) {
		w.Canvas().Focus(p.table.Focusable())
		frametest.Scan(w, "RB123456785UA", fyne.KeyReturn)
		p.took(t, "RB123456785UA")
	})
	t.Run("UA-151 two keys and Enter at once are a hand's", func(t *testing.T) {
		w.Canvas().Focus(p.table.Focusable())
		if frametest.Scan(w, "11", fyne.KeyReturn); p.opened != 1 || len(frametest.Scanned) > 0 {
			t.Errorf("opened %d, taken %q", p.opened, frametest.Scanned)
		}
		p.opened = 0
	})
	t.Run("UA-151 what a hand types is for the table, and Enter opens its row", func(t *testing.T) {
		w.Canvas().Focus(p.table.Focusable())
		now := w.Now().Add(time.Hour)
		for _, sign := range "113" {
			w.Now = func() time.Time { return now }
			frametest.Strike(w, string(sign))
			now = now.Add(150 * time.Millisecond)
		}
		if frametest.Enter(w.Canvas().Focused()); p.table.Cursor() != "b" || p.opened != 1 || len(frametest.Scanned) > 0 {
			t.Errorf("the current row is %q, opened %d, taken %q", p.table.Cursor(), p.opened, frametest.Scanned)
		}
	})
}

// UA-151: what is scanned into a field is typed there, whatever field it is.
func TestScanIntoAnEntry(t *testing.T) {
	p := newPage(t, "zno-2020")
	entry, search := p.entry.(*widgets.Entry), p.search.(*widgets.Entry)
	t.Run("UA-151 a field gets every sign, and Enter", func(t *testing.T) {
		p.w.Canvas().Focus(entry)
		frametest.Scan(p.w, "*1234567*", fyne.KeyReturn)
		if entry.Text != "*1234567*" || p.submitted != 1 {
			t.Errorf("%q stands there, entered %d times", entry.Text, p.submitted)
		}
		p.took(t)
	})
	t.Run("UA-151 in a search the number takes the place of what stood there", func(t *testing.T) {
		p.w.Canvas().Focus(search)
		search.SetText("Петренко")
		search.CursorColumn = 3
		frametest.Scan(p.w, "*1234567*", fyne.KeyReturn)
		if search.Text != "1234567" {
			t.Errorf("%q stands there", search.Text)
		}
		frametest.Scan(p.w, "7654321", fyne.KeyReturn)
		if search.Text != "7654321" {
			t.Errorf("behind another one %q stands there", search.Text)
		}
		p.took(t)
	})
	t.Run("UA-151 what is no card number is added to a search as it is typed", func(t *testing.T) {
		p.w.Canvas().Focus(search)
		search.SetText("")
		frametest.Scan(p.w, "RB123456785UA", fyne.KeyReturn)
		if search.Text != "RB123456785UA" {
			t.Errorf("%q stands there", search.Text)
		}
	})
	t.Run("UA-151 a hand types on in a search", func(t *testing.T) {
		p.w.Canvas().Focus(search)
		search.SetText("")
		now := p.w.Now().Add(time.Hour)
		p.w.Now = func() time.Time { return now }
		for _, sign := range "Бойко 1234567" {
			frametest.Strike(p.w, string(sign))
			now = now.Add(110 * time.Millisecond)
		}
		if frametest.Enter(search); search.Text != "Бойко 1234567" {
			t.Errorf("%q stands there", search.Text)
		}
	})
}

// UA-151: a scanner that ends with Tab or with nothing is told by the silence behind the signs.
func TestScanWithoutEnter(t *testing.T) {
	p := newPage(t, "zno-2020")
	loop := &frametest.Loop{}
	p.w.Runner = loop.Runner()
	silence := func() {
		for range 2 { // the first time it is late
			loop.Ring()
			loop.Rest()
		}
	}
	p.w.Canvas().Focus(p.table.Focusable())
	frametest.Scan(p.w, "1234567")
	p.took(t)
	silence()
	p.took(t, "1234567")

	search := p.search.(*widgets.Entry)
	search.SetText("Петренко")
	p.w.Canvas().Focus(search)
	frametest.Scan(p.w, "1234567")
	frametest.Tab(p.w)
	silence()
	if p.took(t); search.Text != "1234567" {
		t.Errorf("in the search stands %q", search.Text)
	}

	p.w.Canvas().Focus(p.table.Focusable())
	frametest.Scan(p.w, "1234567", fyne.KeyReturn)
	silence()
	p.took(t, "1234567")

	p.w.Canvas().Focus(p.table.Focusable())
	frametest.Scan(p.w, "123A")
	silence()
	p.took(t)
}

// UA-151: a slow PC that draws between two keys loses none of them.
func TestScanWhileTheWindowDraws(t *testing.T) {
	p := newPage(t, "zno-2020")
	loop := &frametest.Loop{}
	now := p.w.Now()
	p.w.Runner, p.w.Now = loop.Runner(), func() time.Time { return now }
	ring := func() {
		loop.Ring()
		loop.Rest()
	}
	type keys = []fyne.KeyName
	for _, test := range []struct {
		name   string
		before string
		behind string
		keys   keys
	}{
		{"behind the first", "1", "234567", keys{fyne.KeyReturn}},
		{"in the middle", "12345", "67", keys{fyne.KeyReturn}},
		{"before the last, and none behind it", "123456", "7", nil},
		{"before Enter", "1234567", "", keys{fyne.KeyReturn}},
	} {
		t.Run("UA-151 "+test.name, func(t *testing.T) {
			p.w.Canvas().Focus(p.table.Focusable())
			now = now.Add(time.Minute)
			frametest.Strike(p.w, test.before)
			now = now.Add(400 * time.Millisecond)
			ring()
			frametest.Strike(p.w, test.behind)
			for _, key := range test.keys {
				p.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
			}
			now = now.Add(150 * time.Millisecond)
			ring()
			p.took(t, "1234567")
		})
	}
}

// UA-151: a scan answers no question and unlocks nothing.
func TestScanWhereNothingIsToBeScanned(t *testing.T) {
	t.Run("UA-151 over a dialog it is only said", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		answered := 0
		box := p.w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "OK", Ready: func() bool { answered++; return false }})
		frametest.Scan(p.w, "1234567", fyne.KeyReturn)
		p.w.Canvas().Unfocus()
		frametest.Scan(p.w, "1234567", fyne.KeyReturn)
		if p.took(t); answered > 0 || len(p.w.Boxes()) != 1 {
			t.Errorf("answered %d times, %d dialogs", answered, len(p.w.Boxes()))
		}
		box.Close()
	})
	t.Run("UA-151 the field of a dialog is filled", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		answered, note := 0, widgets.NewEntry("")
		p.w.Ask("?", note, 300, frame.Choice{Label: "OK", Ready: func() bool { answered++; return false }})
		if frametest.Scan(p.w, "1234567", fyne.KeyReturn); note.Text != "1234567" || answered != 1 {
			t.Errorf("%q stands there, answered %d times", note.Text, answered)
		}
		p.took(t)
	})
	t.Run("UA-151 its own dialog gives way to the next scan", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		p.w.Ask("?", widget.NewLabel("?"), 300, frame.Choice{Label: "OK", Ready: func() bool { t.Error("answered"); return false }}).Yields = true
		frametest.Scan(p.w, "1234567", fyne.KeyReturn)
		if p.took(t, "1234567"); len(p.w.Boxes()) > 0 {
			t.Error("it stays")
		}
	})
	t.Run("UA-151 behind the lock nobody is found", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		p.w.Key = nil
		p.w.Lock()
		frametest.Scan(p.w, "1234567", fyne.KeyReturn)
		p.took(t)
	})
	t.Run("UA-151 what was scanned in the moment before the lock finds nobody", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		loop := &frametest.Loop{}
		p.w.Runner, p.w.Key = loop.Runner(), nil
		p.w.Canvas().Focus(p.table.Focusable())
		frametest.Scan(p.w, "1234567")
		loop.Ring()
		p.w.Lock()
		loop.Turn()
		p.took(t)
	})
	t.Run("UA-151 a graduate finds nobody", func(t *testing.T) {
		p := newPage(t, "zno-2020")
		p.w.BecomeGraduate()
		p.w.Canvas().Focus(p.button)
		if frametest.Scan(p.w, "1234567", fyne.KeyReturn); p.pressed != 1 || len(frametest.Scanned) > 0 {
			t.Errorf("taken %q", frametest.Scanned)
		}
	})
	t.Run("UA-151 where the centre numbers no cards all keys are those of a person", func(t *testing.T) {
		p := newPage(t, "ort-2021")
		p.w.Canvas().Focus(p.button)
		if frametest.Scan(p.w, "1234567", fyne.KeyReturn); p.pressed != 1 || len(frametest.Scanned) > 0 {
			t.Errorf("taken %q", frametest.Scanned)
		}
	})
}

// UA-151: a screen that takes scans gets them, and leaves what is not for it.
func TestScreenThatTakesScans(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	frametest.Scanned = nil
	w.Go(frame.Route{Screen: frame.Season})
	for _, number := range []string{"1234567", "9234567", "RB123456785UA"} {
		frametest.Scan(w, number, fyne.KeyReturn)
	}
	if took := taking.Of(w).took; !slices.Equal(took, []string{"1234567", "RB123456785UA"}) || !slices.Equal(frametest.Scanned, []string{"9234567"}) {
		t.Errorf("the screen took %q, left %q", took, frametest.Scanned)
	}
}
