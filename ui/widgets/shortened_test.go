package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// drawn are the texts below an object, each with its place in the object.
func drawn(o fyne.CanvasObject, at fyne.Position) (all []string) {
	switch o := o.(type) {
	case *canvas.Text:
		at = at.Add(o.Position())
		return []string{fmt.Sprintf("%s at %.1f,%.1f in %.1f %v %v", o.Text, at.X, at.Y, o.TextSize, o.TextStyle, o.Color)}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			below := at
			if _, deeper := child.(fyne.Widget); deeper {
				below = at.Add(child.Position())
			}
			all = append(all, drawn(child, below)...)
		}
	}
	return all
}

// Fyne's own label is the measure of where the words stand and how they look.
func TestShortenedStandsAsALabelDoes(t *testing.T) {
	test.NewTempApp(t)
	for _, words := range []string{"", "Прізвище", "Дата народження\nМісце"} {
		for _, size := range []fyne.ThemeSizeName{"", theme.SizeNameCaptionText, theme.SizeNameHeadingText} {
			for _, importance := range []widget.Importance{widget.MediumImportance, widget.LowImportance, widget.HighImportance,
				widget.DangerImportance, widget.WarningImportance, widget.SuccessImportance} {
				label := widget.NewLabel(words)
				label.SizeName, label.Importance, label.Truncation = size, importance, fyne.TextTruncateEllipsis
				short := NewShortened(words, size)
				short.Importance = importance
				for _, o := range []fyne.CanvasObject{label, short} {
					test.NewTempWindow(t, o)
					o.Resize(fyne.NewSize(400, o.MinSize().Height))
				}
				if got, want := drawn(short, fyne.Position{}), drawn(label, fyne.Position{}); fmt.Sprint(got) != fmt.Sprint(want) || short.MinSize() != label.MinSize() {
					t.Errorf("%q: %v of %v, not %v of %v", words, got, short.MinSize(), want, label.MinSize())
				}
			}
		}
	}
}

func TestShortenedWords(t *testing.T) {
	test.NewTempApp(t)
	s := NewShortenedBold("Омельяненко-Загоруйко Анастасія\nЯна", "")
	test.NewTempWindow(t, s)
	lines := func() (all []string) {
		for _, o := range test.WidgetRenderer(s).Objects() {
			all = append(all, o.(*canvas.Text).Text)
		}
		return all
	}
	s.Resize(fyne.NewSize(120, 60))
	if got := lines(); !strings.HasSuffix(got[0], "…") || !strings.HasPrefix("Омельяненко-Загоруйко Анастасія", strings.TrimSuffix(got[0], "…")) || got[1] != "Яна" {
		t.Errorf("in little room: %q", got)
	}
	s.Resize(fyne.NewSize(600, 60))
	if got := strings.Join(lines(), "\n"); got != s.Text {
		t.Errorf("with room: %q", got)
	}
	s.SetText("Катерина")
	if got := lines(); len(got) != 1 || got[0] != "Катерина" {
		t.Errorf("other words: %q", got)
	}
}

func TestWordsOfASelect(t *testing.T) {
	test.NewTempApp(t)
	options := []string{"паспорт громадянина України зразка 1994 року", "ID-картка"}
	fyneOne, own := widget.NewSelect(options, nil), NewSelect(options, nil)
	for _, o := range []fyne.CanvasObject{fyneOne, own} {
		test.NewTempWindow(t, o)
		o.Resize(fyne.NewSize(200, o.MinSize().Height))
	}
	same := func(when string) {
		t.Helper()
		if got, want := drawn(own, fyne.Position{}), drawn(fyneOne, fyne.Position{}); fmt.Sprint(got) != fmt.Sprint(want) || own.MinSize().Height != fyneOne.MinSize().Height {
			t.Errorf("%s: %v, not %v", when, got, want)
		}
	}
	if words := fmt.Sprint(drawn(own, fyne.Position{})); strings.Contains(words, "Select") {
		t.Errorf("nothing is chosen: %s", words)
	}
	own.SetSelected("ID-картка")
	fyneOne.SetSelected("ID-картка")
	same("chosen")
	own.Disable()
	fyneOne.Disable()
	same("disabled")
	own.SetSelected(options[0])
	if got := drawn(own, fyne.Position{})[0]; !strings.Contains(got, "…") {
		t.Errorf("what has no room is drawn as %s", got)
	}
}

// TestShortenedKeepsItsTail: the folder of a file is seen however long its name is.
func TestShortenedKeepsItsTail(t *testing.T) {
	test.NewTempApp(t)
	short := NewShortened("Ліцей № 7 ЗНО-2020", theme.SizeNameCaptionText)
	short.Tail = " · флешка"
	test.NewTempWindow(t, short)
	for width, want := range map[float32]string{400: "Ліцей № 7 ЗНО-2020 · флешка", 140: "… · флешка"} {
		short.Resize(fyne.NewSize(width, short.MinSize().Height))
		said := test.WidgetRenderer(short).Objects()[0].(*canvas.Text)
		if !strings.HasSuffix(said.Text, want) || said.MinSize().Width > width {
			t.Errorf("%q in %v", said.Text, width)
		}
	}
	short.Tail = " · " + strings.Repeat("довга", 20)
	short.Resize(fyne.NewSize(141, short.MinSize().Height))
	if said := test.WidgetRenderer(short).Objects()[0].(*canvas.Text); !strings.HasPrefix(said.Text, "Л") || !strings.Contains(said.Text, "· д") || said.MinSize().Width > 141 {
		t.Errorf("%q", said.Text)
	}
}
