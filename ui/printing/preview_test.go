package printing

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestPreviewTurnsPages(t *testing.T) {
	w, _, s, engine := printScreenOf(t, "zno-2020", "uk", 9)
	p := s.preview
	if !p.back.Disabled() || p.forward.Disabled() {
		t.Error("on the first page only the way forward is open")
	}
	p.forward.Tapped(nil)
	frametest.MustSee(t, w, "2 з 9")
	w.Canvas().Focus(p.sheet)
	press(p.sheet, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp)
	frametest.MustSee(t, w, "3 з 9")
	press(p.sheet, fyne.KeyEnd, fyne.KeyPageDown)
	frametest.MustSee(t, w, "9 з 9")
	if p.back.Disabled() || !p.forward.Disabled() {
		t.Error("on the last page only the way back is open")
	}
	press(p.sheet, fyne.KeyHome)
	frametest.MustSee(t, w, "1 з 9")
	if len(p.pictures) > keptPictures {
		t.Errorf("%d pages are kept", len(p.pictures))
	}
	drawn := len(engine.pages)
	press(p.sheet, fyne.KeyPageDown, fyne.KeyPageUp)
	if got := engine.pages[drawn:]; !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("drawn again: %v", got)
	}
	press(p.sheet, fyne.KeyDown)
	if p.scroll.Offset.Y <= 0 {
		t.Error("the arrow does not scroll")
	}
	p.forward.Tapped(nil)
	if p.scroll.Offset.Y != 0 {
		t.Error("another page does not begin at its top")
	}
}

func TestPreviewThatIsLate(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 4)
	l := frametest.Delay(t, w)
	withEngine(t)
	w.Go(frame.Route{Screen: frame.Printing})
	s := printOf(w)
	frametest.MustSee(t, w, "Готую перегляд…")
	if s.mayPrint() {
		t.Error("nothing is made yet, but may be saved")
	}
	l.Do(0)
	frametest.MustSee(t, w, "Готую перегляд…", "У документі 4 випускники")
	if !s.mayPrint() {
		t.Error("saving waits for the preview")
	}
	l.Do(0)
	l.Do(0)
	frametest.MustSee(t, w, "1 з 4")
	if strings.Contains(frametest.Visible(w), "Готую") {
		t.Error("it still says that the preview is on its way")
	}
}

// The sentence that a preview is on its way, which was due just when the preview came, does
// not wipe it.
func TestThePreviewThatCameStays(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	for turns := range 4 {
		s.audience.SetSelectedIndex(1 - s.audience.SelectedIndex())
		for range turns {
			loop.Work()
			loop.Turn()
		}
		loop.Work()
		loop.Ring()
		loop.Rest()
		if strings.Contains(frametest.Visible(w), "Готую") {
			t.Errorf("after %d turns it still says that the preview is on its way", turns)
		}
	}
}

func TestPreviewThatFails(t *testing.T) {
	w, files, s, engine := printScreenOf(t, "zno-2020", "uk", 4)
	engine.fault = errors.New("out of memory")
	s.audience.SetSelectedIndex(1)
	frametest.MustSee(t, w, "Показати перегляд не вдалося")
	files.ToSave = filepath.Join(t.TempDir(), "cards.pdf")
	tapSave(t, w, "Зберегти PDF…")
	if _, err := os.Stat(files.ToSave); err != nil {
		t.Errorf("without a preview nothing is saved: %v", err)
	}
	engine.fault = nil
	s.audience.SetSelectedIndex(0)
	frametest.MustSee(t, w, "1 з 4")
}

// A key on the page of the preview says that somebody is there, and F1 helps as everywhere.
func TestKeysOfThePreviewMeanWhatTheyMeanElsewhere(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 2)
	touches, touched := 0, widgets.Touched
	widgets.Touched = func() { touches++ }
	defer func() { widgets.Touched = touched }()
	press(s.preview.sheet, fyne.KeyPageDown)
	if touches == 0 {
		t.Error("nobody is told of a key")
	}
	if press(s.preview.sheet, fyne.KeyF1); !w.InFront(frame.Help) {
		t.Error("F1 does not help")
	}
}

func TestPreviewZooms(t *testing.T) {
	w, _, s, engine := printScreenOf(t, "zno-2020", "uk", 4)
	p := s.preview
	last := func() int { return engine.widths[len(engine.widths)-1] }
	fitted := last()
	if room := p.scroll.Size().Width; float32(fitted) > room || float32(fitted) < room-2*sheetMargin-1 {
		t.Errorf("fitted page is %d wide in a room of %v", fitted, room)
	}
	p.zooms.SetSelectedIndex(2)
	if last() != 793 {
		t.Errorf("at 100 %% A4 is %d wide", last())
	}
	frametest.MustSee(t, w, "100 %")
	p.larger.Tapped(nil)
	p.larger.Tapped(nil)
	frametest.MustSee(t, w, "150 %")
	p.sheet.TypedRune('+')
	if last() != 1586 || !p.larger.Disabled() {
		t.Errorf("at the largest the page is %d wide", last())
	}
	for range 6 {
		p.smaller.Tapped(nil)
	}
	if last() != 595 || !p.smaller.Disabled() {
		t.Errorf("at the smallest the page is %d wide", last())
	}
	frametest.MustSee(t, w, "75 %")
	p.zooms.SetSelectedIndex(0)
	p.sheet.TypedRune('-')
	if got := p.sheet.size.Width; got != 793 {
		t.Errorf("the next smaller than fitted is %v wide", got)
	}
	p.zooms.SetSelectedIndex(0)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	p.draw()
	if last() >= fitted-300 {
		t.Errorf("in a smaller window the page is %d wide", last())
	}
}
