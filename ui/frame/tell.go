package frame

import (
	"encoding/json"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"graduand/ui/widgets"
)

// Told is what the window tells a test about itself.
type Told struct {
	// Title is what the window is called.
	Title string `json:"title"`
	// Screen is the name of the page in front, empty while nobody is signed in.
	Screen string `json:"screen"`
	// Over is how many dialogs and lists of choices lie over the screen.
	Over int `json:"over"`
	// Rows is how many rows the table in front has.
	Rows int `json:"rows"`
	// Focus is the kind of what has the focus, Text what is typed or chosen there, never a
	// password, and Selected the part of Text that is selected.
	Focus    string `json:"focus"`
	Text     string `json:"text"`
	Selected string `json:"selected"`
	// Status is the sentence in the status line.
	Status   string `json:"status"`
	Language string `json:"language"`
	// Busy is how many pieces of work are under way: in the background, on their way back
	// from there, or put off for less than a second.
	Busy int `json:"busy"`
	// Shift is held down. Keys are handled one after another, so that once a Shift has been
	// seen all keys before it have been handled.
	Shift bool `json:"shift"`
	// Drawn says that the window has been drawn since all the rest holds.
	Drawn bool `json:"drawn"`
}

// Tell tells at every change what the window shows, one JSON object a line: a test of the
// real window waits for what it needs, not for the clock. It is called before
// [Window.Start]. What is told has personal words, as the window has.
func (w *Window) Tell(to io.Writer) {
	t := newTeller(w, to)
	// Fyne ticks an animation before each frame.
	t.frames = fyne.NewAnimation(time.Second, func(float32) { t.onFrame() })
	t.frames.RepeatCount = fyne.AnimationRepeatForever
	t.frames.Start()
}

// teller tells about one window.
type teller struct {
	window *Window
	to     *json.Encoder
	frames *fyne.Animation
	busy   atomic.Int32
	last   Told
}

func newTeller(w *Window, to io.Writer) *teller {
	t := &teller{window: w, to: json.NewEncoder(to)}
	w.Runner = t.counting(w.Runner)
	return t
}

// onFrame tells what has changed since the frame before: what was seen there has been
// drawn meanwhile.
func (t *teller) onFrame() {
	now := t.look()
	was := t.last
	was.Drawn = false
	now.Drawn = now == was
	if now == t.last {
		return
	}
	t.last = now
	if err := t.to.Encode(now); err != nil {
		t.window.Log.Error("tell test", "error", err.Error())
		t.frames.Stop()
	}
}

// look is what the window shows now.
func (t *teller) look() Told {
	w := t.window
	told := Told{Title: w.window.Title(), Screen: w.pageInFront(), Language: w.Settings.Language, Busy: int(t.busy.Load())}
	page := w.pages[told.Screen]
	if over := w.window.Canvas().Overlays().List(); len(over) > 0 {
		told.Over, page = len(over), over[len(over)-1]
	}
	told.Rows = rowsIn(page)
	if w.line != nil {
		told.Status = w.line.status.Text
	}
	if d, is := w.app.Driver().(desktop.Driver); is {
		told.Shift = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	told.Focus, told.Text, told.Selected = focused(w.window.Canvas().Focused())
	return told
}

// focused says what has the focus and what stands there.
func focused(f fyne.Focusable) (kind, text, selected string) {
	if f == nil {
		return "", "", ""
	}
	if e, is := f.(interface{ Inner() *widgets.Entry }); is && !e.Inner().Password {
		text, selected = e.Inner().Text, e.Inner().SelectedText()
	}
	is := reflect.ValueOf(f).Elem()
	// What is chosen in any kind of list of choices.
	if chosen := is.FieldByName("Selected"); chosen.Kind() == reflect.String {
		text = chosen.String()
	}
	return is.Type().Name(), text, selected
}

// rowsIn counts the rows of the first table that is seen in o.
func rowsIn(o fyne.CanvasObject) int {
	if table := tableIn(o); table != nil {
		return table.Count()
	}
	return 0
}

// counting is a runner that counts the work under way.
func (t *teller) counting(r Runner) Runner {
	return Runner{
		Background: func(f func()) { r.Background(t.counted(f)) },
		Deliver:    func(f func()) { r.Deliver(t.counted(f)) },
		After: func(d time.Duration, f func()) func() {
			if d >= time.Second {
				return r.After(d, f)
			}
			t.busy.Add(1)
			ended := sync.OnceFunc(func() { t.busy.Add(-1) })
			stop := r.After(d, func() { f(); ended() })
			return func() { stop(); ended() }
		},
		Pause: r.Pause,
	}
}

// counted is f, under way from now until it has ended.
func (t *teller) counted(f func()) func() {
	t.busy.Add(1)
	return func() {
		defer t.busy.Add(-1)
		f()
	}
}
