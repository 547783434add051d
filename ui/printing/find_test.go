package printing

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// Text gives each page the words that a test has put there.
func (f *fakeEngine) Text(_ []byte, page int) ([]rune, error) {
	f.read = append(f.read, page)
	if page < len(f.texts) {
		return []rune(f.texts[page]), f.fault
	}
	return nil, f.fault
}

// Areas are one below the other, as many as are asked for.
func (f *fakeEngine) Areas(_ []byte, page int, spans []span) ([][]area, error) {
	areas := make([][]area, len(spans))
	for i, s := range spans {
		areas[i] = []area{{fyne.NewPos(float32(s.from), float32(100*page+10*i)), fyne.NewSize(float32(s.count), 10)}}
	}
	return areas, f.fault
}

func TestWordsAreFoundOnPages(t *testing.T) {
	pages := []pageText{readPage([]rune("Ґудзь\r\nДем’ян  Іванович")), readPage([]rune("")), readPage([]rune("1 Нечай-\r\nЗадорожний Лук'ян гудзь, Гудзь\u00a0Д."))}
	for words, want := range map[string][]hit{
		"гудзь":                 {{0, span{0, 5}}, {2, span{28, 5}}, {2, span{35, 5}}},
		"Гудзь Демян":           {{0, span{0, 13}}},
		"нечай-задорожний":      {{2, span{2, 18}}},
		"  ІВАНОВИЧ ":           {{0, span{15, 8}}},
		"гудзь д":               {{0, span{0, 8}}, {2, span{35, 7}}},
		"Петренко":              nil,
		"":                      nil,
		" ":                     nil,
		"лук’ян":                {{2, span{21, 6}}},
		strings.Repeat("а", 99): nil,
	} {
		if got := findIn(pages, words); len(got) != len(want) {
			t.Errorf("%q is found at %v", words, got)
		} else {
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%q is found at %v, not at %v", words, got, want)
				}
			}
		}
	}
}

// finding is the print screen of nine cards whose pages say what a test needs.
func finding(t *testing.T) (*frame.Window, *Screen, *fakeEngine) {
	t.Helper()
	w, _, s, engine := printScreenOf(t, "zno-2020", "uk", 9)
	engine.texts = []string{"Бойко", "Ґудзь і Гудзь", "", "Гудзь", "Бойко"}
	return w, s, engine
}

// searched presses Ctrl+F and types.
func searched(t *testing.T, w *frame.Window, words string) {
	t.Helper()
	if !w.OnSearch() {
		t.Fatal("the screen has no search")
	}
	frametest.TypeFocused(w, words)
}

// A surname leads to the page where it stands, and on from there; Esc leaves.
func TestFindInThePreview(t *testing.T) {
	w, s, engine := finding(t)
	if len(engine.read) > 0 {
		t.Fatal("pages are read before anybody looks for something")
	}
	searched(t, w, "гудзь")
	h := frametest.Hands{T: t, W: w}
	at := func(page, place string) {
		t.Helper()
		frametest.MustSee(t, w, page, place)
	}
	at("2 з 9", "Місце 1 з 3")
	if got := s.preview.sheet.marks; len(got) != 2 || !got[0].current || got[1].current {
		t.Errorf("marked is %+v", got)
	}
	h.Press(fyne.KeyReturn)
	at("2 з 9", "Місце 2 з 3")
	h.Press(fyne.KeyF3)
	at("4 з 9", "Місце 3 з 3")
	t.Run("behind the last comes the first, and before it the last", func(t *testing.T) {
		h.Press(fyne.KeyReturn)
		at("2 з 9", "Місце 1 з 3")
		shifted(t, func() { h.Press(fyne.KeyReturn) })
		at("4 з 9", "Місце 3 з 3")
		shifted(t, func() { h.Press(fyne.KeyF3) })
		at("2 з 9", "Місце 2 з 3")
	})
	t.Run("F3 works wherever the keyboard is", func(t *testing.T) {
		w.Canvas().Focus(s.document)
		h.Press(fyne.KeyF3)
		at("4 з 9", "Місце 3 з 3")
		w.Canvas().Unfocus()
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF3})
		at("2 з 9", "Місце 1 з 3")
	})
	t.Run("a page that was turned by hand is gone on from, and has its own marks", func(t *testing.T) {
		w.Canvas().Focus(s.preview.sheet)
		h.Press(fyne.KeyHome)
		if len(s.preview.sheet.marks) > 0 {
			t.Errorf("on another page is marked %+v", s.preview.sheet.marks)
		}
		h.Press(fyne.KeyPageDown)
		if len(s.preview.sheet.marks) != 2 {
			t.Errorf("on the page is marked %+v", s.preview.sheet.marks)
		}
		h.Press(fyne.KeyPageDown, fyne.KeyF3)
		at("4 з 9", "Місце 3 з 3")
		h.Press(fyne.KeyEnd)
		shifted(t, func() { h.Press(fyne.KeyF3) })
		at("4 з 9", "Місце 3 з 3")
		h.Press(fyne.KeyEnd, fyne.KeyF3)
		at("2 з 9", "Місце 1 з 3")
	})
	t.Run("Esc leaves, and F3 goes on with what was looked for", func(t *testing.T) {
		w.OnSearch()
		h.Press(fyne.KeyEscape)
		frametest.MustNotSee(t, w, "Місце")
		if len(s.preview.sheet.marks) > 0 || h.Focused() != fyne.Focusable(s.preview.sheet) {
			t.Errorf("marks are left, or the keyboard is at %T", h.Focused())
		}
		h.Press(fyne.KeyF3)
		at("2 з 9", "Місце 2 з 3")
		h.Press(fyne.KeyEscape)
		frametest.MustNotSee(t, w, "Місце")
	})
	if len(engine.read) != 9 {
		t.Errorf("the pages were read one by one: %v", engine.read)
	}
}

// shifted does something while Shift is held.
func shifted(t *testing.T, do func()) {
	t.Helper()
	was := widgets.Backwards
	defer func() { widgets.Backwards = was }()
	widgets.Backwards = func() bool { return true }
	do()
}

// What is not there is said, and the page stays; another document is searched anew.
func TestWhatIsNotThereIsSaid(t *testing.T) {
	w, s, engine := finding(t)
	s.preview.goTo(2)
	searched(t, w, "Ямпіль")
	frametest.MustSee(t, w, "не знайдено", "3 з 9")
	frametest.Hands{T: t, W: w}.Press(fyne.KeyReturn, fyne.KeyF3)
	frametest.MustSee(t, w, "не знайдено", "3 з 9")
	engine.texts = []string{"", "Ямпіль"}
	s.chooseDocument(t, papers.Sheet)
	frametest.MustSee(t, w, "Місце 1 з 1", "2 з 9")
	t.Run("a refused document has nothing to look in", func(t *testing.T) {
		s.chooseDocument(t, printing.List)
		s.final.SetChecked(true)
		frametest.MustSee(t, w, "не надруковано")
		frametest.MustNotSee(t, w, "не знайдено", "Місце")
		if len(s.preview.sheet.marks) > 0 {
			t.Error("marks are left")
		}
		w.OnSearch()
		frametest.KeyEscape(w.Canvas().Focused())
		if at := w.Canvas().Focused(); at != nil {
			t.Errorf("the keyboard is where nobody sees it, at %T", at)
		}
	})
}

// What was looked for, and where it was found, outlives another language.
func TestTheSearchOutlivesAnotherLanguage(t *testing.T) {
	w, _, _ := finding(t)
	searched(t, w, "гудзь")
	frametest.Hands{T: t, W: w}.Press(fyne.KeyReturn)
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "2 of 9", "Place 2 of 3")
	if e, is := w.Canvas().Focused().(*widgets.Entry); !is || e.Text != "гудзь" {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

// An answer that comes late never marks another document, nor reads on for nobody.
func TestALateSearchIsOfItsDocument(t *testing.T) {
	w, s, engine := finding(t)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	searched(t, w, "гудзь")
	frametest.MustSee(t, w, "Шукаю")
	s.chooseDocument(t, papers.Sheet)
	engine.texts = []string{"", "", "Гудзь"}
	loop.Rest()
	if p := s.preview; p.page != 2 || len(p.find.hits) != 1 || len(p.sheet.marks) != 1 {
		t.Errorf("page %d, found %v, marked %v", p.page, p.find.hits, p.sheet.marks)
	}
	w.OnSearch()
	frametest.TypeFocused(w, "гудз")
	s.preview.goTo(0)
	loop.Rest()
	if p := s.preview; p.page != 0 || len(p.sheet.marks) != 0 {
		t.Errorf("page %d has marks of another: %v", p.page, p.sheet.marks)
	}
}

// PDFium's own rectangles lie on the letters of the surname, in both campaigns.
func TestMarksLieOnTheLetters(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		t.Run(campaign, func(t *testing.T) {
			w, _ := frametest.WithDemo(t, campaign, "uk", 6)
			w.Go(frame.Route{Screen: frame.Printing})
			s := printOf(w)
			rows, err := w.Registrar().Table.List(registrar.Filter{})
			if err != nil {
				t.Fatal(err)
			}
			surname := rows[4].Graduate.Surname
			searched(t, w, strings.ToLower(surname))
			p := s.preview
			if p.page != 4 || len(p.sheet.marks) == 0 {
				t.Fatalf("%s is found on page %d, with %d marks", surname, p.page+1, len(p.sheet.marks))
			}
			picture, err := p.engine.Render(p.pdf, p.page, 2*int(p.sizes[p.page].Width))
			if err != nil {
				t.Fatal(err)
			}
			dark := func(a area) (count int) {
				for x := 2 * a.at.X; x < 2*(a.at.X+a.size.Width); x++ {
					for y := 2 * a.at.Y; y < 2*(a.at.Y+a.size.Height); y++ {
						if color.GrayModel.Convert(picture.At(int(x), int(math.Round(float64(y))))).(color.Gray).Y < 128 {
							count++
						}
					}
				}
				return count
			}
			for _, m := range p.sheet.marks {
				if on := dark(m.area); on < 20 || m.area.size.Height > 30 || m.area.size.Width < 10 {
					t.Errorf("%d dark dots in the mark %+v", on, m.area)
				}
			}
		})
	}
}

// The bar is whole in the smallest window with the largest letters.
func TestTheSearchHasRoom(t *testing.T) {
	w, s, _ := finding(t)
	w.ChangeScale(150)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	s = printOf(w)
	searched(t, w, "гудзь")
	bar := s.preview.find.bar
	if wide := s.preview.find.entry.Size().Width; wide < 120 {
		t.Errorf("the field of the search is %v wide", wide)
	}
	if bar.MinSize().Width > bar.Size().Width || bar.Size().Height < bar.MinSize().Height {
		t.Errorf("the bar needs %v and has %v", bar.MinSize(), bar.Size())
	}
}
