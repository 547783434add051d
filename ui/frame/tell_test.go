package frame_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// listPage is a page with an entry, a choice and a table.
type listPage struct {
	search *widgets.Entry
	choice *widgets.FilterSelect
	table  *widgets.Table
}

func newListPage(*frame.Window) *listPage {
	p := &listPage{search: widgets.NewEntry(""), choice: widgets.NewFilterSelect("усі", func(string) {}), table: widgets.NewTable([]widgets.Column{{Width: 100}})}
	p.table.SetRows(rows(5))
	return p
}

func rows(n int) (rows []widgets.Row) {
	for i := range n {
		rows = append(rows, widgets.Row{Key: string(rune('a' + i)), Cells: []widgets.Cell{{}}})
	}
	return rows
}

func (p *listPage) Build() fyne.CanvasObject {
	return container.NewBorder(container.NewVBox(p.search, p.choice), nil, nil, nil, container.NewHSplit(widget.NewLabel(""), p.table))
}
func (p *listPage) Shown()                   {}
func (p *listPage) Changed(registrar.Signal) {}

// heard is the window after another frame, as a test of the real window hears it.
func heard(t *testing.T, x *frame.Teller, told *bytes.Buffer) frame.Told {
	t.Helper()
	x.OnFrame()
	lines, last := json.NewDecoder(bytes.NewReader(told.Bytes())), frame.Told{}
	for {
		switch err := lines.Decode(&last); {
		case errors.Is(err, io.EOF):
			return last
		case err != nil:
			t.Fatal(err)
		}
	}
}

func TestTell(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 5)
	w.Go(frame.Route{Screen: frame.Help})
	page := listed.Of(w)
	w.Canvas().Unfocus()
	var told bytes.Buffer
	x := frame.NewTeller(w, &told)
	t.Run("title, screen, rows, language; drawn when the next frame is the same", func(t *testing.T) {
		if got, want := heard(t, x, &told), (frame.Told{Title: w.Fyne().Title(), Screen: frame.Help, Rows: 5, Language: "uk"}); got != want || got.Title == "" {
			t.Errorf("%+v, want %+v", got, want)
		}
		if !heard(t, x, &told).Drawn {
			t.Error("not drawn")
		}
		told.Reset()
		if x.OnFrame(); told.Len() > 0 {
			t.Errorf("told though nothing has changed: %s", told.String())
		}
	})
	t.Run("focus, what is typed, what is chosen, what was done", func(t *testing.T) {
		w.Canvas().Focus(page.search)
		page.search.SetText("їж")
		page.table.SetRows(rows(1))
		w.Done("збережено", nil)
		got := heard(t, x, &told)
		if got.Focus != "Entry" || got.Text != "їж" || got.Rows != 1 || got.Drawn || got.Status == "" {
			t.Errorf("%+v", got)
		}
		w.Canvas().Focus(page.choice)
		if got := heard(t, x, &told); got.Focus != "FilterSelect" || got.Text != "усі" {
			t.Errorf("%+v", got)
		}
	})
	t.Run("what lies over the screen, and its table", func(t *testing.T) {
		table := widgets.NewTable([]widgets.Column{{Width: 100}})
		table.SetRows(rows(3))
		w.Ask("", table, 300, frame.Choice{Label: "x"})
		if got := heard(t, x, &told); got.Over != 1 || got.Rows != 3 || got.Focus != "Button" {
			t.Errorf("%+v", got)
		}
	})
	t.Run("nobody is signed in; never a password", func(t *testing.T) {
		w, _ := frametest.LockedDemo(t, "zno-2020", "uk")
		var told bytes.Buffer
		x := frame.NewTeller(w, &told)
		secret := widgets.NewPasswordEntry("")
		w.ShowAlone(secret, "Увійти", fyne.NewMainMenu(), secret)
		w.Canvas().Focus(secret)
		test.Type(secret, registrar.DemoPassword)
		if got := heard(t, x, &told); got.Screen != "" || got.Title != "Увійти" || got.Focus != "Entry" || got.Text != "" || secret.Text != registrar.DemoPassword {
			t.Errorf("%+v", got)
		}
	})
}

// The counting of work is what a test relies on before it presses the next key.
func TestTellCountsWorkUnderWay(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	var waiting []func()
	later := func(f func()) { waiting = append(waiting, f) }
	w.Runner = frame.Runner{Background: later, Deliver: later, After: func(_ time.Duration, f func()) func() {
		later(f)
		return func() {}
	}}
	x := frame.NewTeller(w, io.Discard)
	busy := func(want int) {
		t.Helper()
		if got := x.Look().Busy; got != want {
			t.Errorf("busy %d, want %d", got, want)
		}
	}
	next := func() {
		f := waiting[0]
		waiting = waiting[1:]
		f()
	}
	w.Runner.Background(func() { w.Runner.Deliver(func() {}) })
	busy(1)
	next()
	busy(1)
	next()
	busy(0)
	stop := w.Runner.After(time.Millisecond, func() {})
	w.Runner.After(time.Minute, func() {})
	busy(1)
	stop()
	busy(0)
	next()
	busy(0)
}
