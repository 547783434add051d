package frametest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Faults are what is wrong with the words that a window shows: every visible text is measured against
// all that it stands in, on the page and in the dialogs over it. Words that reach out of their button,
// their line or the window, where no scroller leads to them, hints cut by their field, words drawn
// over others, and words broken into two lines. Words that are shortened with an ellipsis are none: who shortens them shows them whole
// elsewhere.
func Faults(w *frame.Window) (faults []string) {
	size := w.Canvas().Size()
	roots := append([]fyne.CanvasObject{w.Fyne().Content()}, w.Canvas().Overlays().List()...)
	for _, root := range roots {
		m := &measurer{}
		m.walk(root, fyne.Position{}, place{end: fyne.NewPos(size.Width, size.Height)})
		faults = append(faults, m.faults...)
		for _, pair := range Overlaps(root) {
			faults = append(faults, "drawn over another: "+pair)
		}
	}
	return faults
}

// place is where words may be drawn, between two corners of the window.
type place struct{ from, end fyne.Position }

// give is how far letters may reach over an edge at a side, air how far above or below, in pixels: they
// have air of their own.
const give, air = 2, 4

// far is farther than any scroller leads.
const far = 1e6

// within is the part of a room that an object at a position takes.
func (r place) within(o fyne.CanvasObject, at fyne.Position) place {
	end := at.Add(o.Size())
	return place{fyne.NewPos(max(r.from.X, at.X), max(r.from.Y, at.Y)), fyne.NewPos(min(r.end.X, end.X), min(r.end.Y, end.Y))}
}

// scrolled is the room in a scroller: without end where it moves.
func (r place) scrolled(d container.ScrollDirection) place {
	if d != container.ScrollHorizontalOnly && d != container.ScrollNone {
		r.from.Y, r.end.Y = -far, far
	}
	if d != container.ScrollVerticalOnly && d != container.ScrollNone {
		r.from.X, r.end.X = -far, far
	}
	return r
}

// measurer walks over what is visible.
type measurer struct{ faults []string }

func (m *measurer) walk(o fyne.CanvasObject, at fyne.Position, r place) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		m.judge(o, at, r)
		return
	case *container.Scroll:
		m.walk(o.Content, at, r.within(o, at).scrolled(o.Direction))
		return
	case *widgets.InnerScroll:
		m.walk(o.Content, at, r.within(o, at).scrolled(o.Direction))
		return
	case *widget.Entry:
		m.hint(o, at)
		return
	case *widget.RichText:
		m.broken(o, at)
	case interface{ Inner() *widgets.Entry }:
		// What is typed moves within its field, however long it is.
		m.hint(&o.Inner().Entry, at)
		return
	case *fyne.Container:
		children = o.Objects
	}
	if w, is := o.(fyne.Widget); is {
		children = test.WidgetRenderer(w).Objects()
	}
	r = r.within(o, at)
	for _, child := range children {
		m.walk(child, at, r)
	}
}

// judge tells of a text that is drawn where there is no room for it.
func (m *measurer) judge(t *canvas.Text, at fyne.Position, r place) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	d := textAt(t, at)
	over := max(r.from.X-d.from.X, d.end.X-r.end.X)
	below := max(r.from.Y-d.from.Y, d.end.Y-r.end.Y)
	if over > give || below > air {
		m.faults = append(m.faults, fmt.Sprintf("%q reaches %.0f px across and %.0f down over its place, at %.0f,%.0f", t.Text, max(over, 0), max(below, 0), at.X, at.Y))
	}
}

// longWord is more than any line has room for, as in the name of a file: it may be broken.
const longWord = 24

// broken tells of a word that goes on in the next line, since its own line is narrower than the word.
func (m *measurer) broken(t *widget.RichText, at fyne.Position) {
	rest := t.String()
	for _, line := range TextsOf(t) {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		behind, is := strings.CutPrefix(rest, line.Text)
		if !is {
			return
		}
		head := line.Text[strings.LastIndexFunc(line.Text, unicode.IsSpace)+1:]
		tail := strings.FieldsFunc(behind+" ", unicode.IsSpace)
		begun, _ := utf8.DecodeRuneInString(behind)
		if behind != "" && !unicode.IsSpace(begun) && head != "" && utf8.RuneCountInString(head+tail[0]) < longWord && !strings.HasSuffix(head, "-") {
			m.faults = append(m.faults, fmt.Sprintf("%q is broken into %q and %q, at %.0f,%.0f", head+tail[0], head, tail[0], at.X, at.Y))
		}
		rest = behind
	}
}

// hint tells of an empty field whose hint has no room.
func (m *measurer) hint(e *widget.Entry, at fyne.Position) {
	if e.Text != "" || e.PlaceHolder == "" || e.MultiLine {
		return
	}
	var texts []*canvas.Text
	for _, t := range TextsOf(e) {
		if strings.HasPrefix(e.PlaceHolder, t.Text) && t.Text != "" {
			texts = append(texts, t)
		}
	}
	if len(texts) == 0 {
		return
	}
	widest := slices.MaxFunc(texts, func(a, b *canvas.Text) int { return int(a.MinSize().Width - b.MinSize().Width) })
	if need := widest.MinSize().Width + 2*e.Theme().Size("innerPadding"); need > e.Size().Width+give {
		m.faults = append(m.faults, fmt.Sprintf("the hint %q needs %.0f and its field has %.0f, at %.0f,%.0f", e.PlaceHolder, need, e.Size().Width, at.X, at.Y))
	}
}
