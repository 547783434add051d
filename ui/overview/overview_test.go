package overview

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

var overviews = frametest.Page(frame.Overview, New)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House(overviews.Place())) }

// shownTo goes to the page.
func shownTo(t *testing.T, w *frame.Window) *Screen {
	t.Helper()
	w.Go(frame.Route{Screen: frame.Overview})
	return overviews.Of(w)
}

func TestOverviewShowsWhatTheDeskSays(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 8)
		o, err := w.Registrar().Season.Overview()
		if err != nil {
			t.Fatal(err)
		}
		s := shownTo(t, w)
		frametest.MustSee(t, w, "Огляд", "Класи", "Шлях", "Що робити зараз", o.Today.Dotted())
		if len(s.classes.parts) != len(o.Classes) || len(s.stages.parts) != len(o.Stages) || len(s.tasks.parts) != len(o.Tasks) || len(s.places.parts) != len(o.Places) {
			t.Errorf("%s: %d classes, %d stages, %d tasks, %d places are shown of %d, %d, %d, %d", campaign, len(s.classes.parts), len(s.stages.parts), len(s.tasks.parts), len(s.places.parts),
				len(o.Classes), len(o.Stages), len(o.Tasks), len(o.Places))
		}
		for _, stage := range o.Stages {
			frametest.MustSee(t, w, w.Say("overview.stage_"+stage.Code, nil))
		}
		for _, task := range o.Tasks {
			if !w.Text().Has("overview.task_"+task.Code) || s.routeOf(task).Screen == "" {
				t.Errorf("%s: %s leads nowhere", campaign, task.Code)
			}
		}
	}
}

// The numbers follow what is done, and the keyboard stays on the page.
func TestOverviewFollows(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	s := shownTo(t, w)
	if w.Canvas().Focused() != fyne.Focusable(s.tiles()[0]) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	ids := frametest.IdsOf(t, w)
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[:3], ""); err != nil {
		t.Fatal(err)
	}
	frametest.MustSee(t, w, "з 1")
	if s.place() < 0 {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

// Buttons lead to where it is done, with what is chosen there.
func TestOverviewLeadsOn(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 12)
	s := shownTo(t, w)
	class := frametest.FirstGraduate(t, w).Graduate.Class
	s.classes.parts[0].tile.Tapped(nil)
	if came := frametest.Came; came.Screen != frame.Graduates || !came.Chooses || came.Class != class {
		t.Errorf("the class leads to %+v", came)
	}
	w.Go(frame.Route{Screen: frame.Overview})
	s.tiles()[0].Tapped(nil)
	o, err := w.Registrar().Season.Overview()
	if err != nil {
		t.Fatal(err)
	}
	if want := s.routeOf(o.Tasks[0]); frametest.Came.Screen != want.Screen || frametest.Came.State != want.State {
		t.Errorf("the first task, %s, leads to %+v", o.Tasks[0].Code, frametest.Came)
	}
	task := season.Task{Code: "print_card", Graduates: []string{"a", "b"}}
	if r := s.routeOf(task); r.Screen != frame.Printing || r.Paper != "card" || !slices.Equal(r.Only, task.Graduates) {
		t.Errorf("cards to print lead to %+v", r)
	}
	if r := s.routeOf(season.Task{Code: "field", Field: "sex"}); r.State != "lacks:sex" {
		t.Errorf("a field leads to %+v", r)
	}
}

// An empty registry leads to the class list, and a reader is led nowhere where nothing is to be done.
func TestOverviewOfTheBeginning(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	s := shownTo(t, w)
	frametest.Shot(t, w, "overview-beginning")
	frametest.MustSee(t, w, "возьмите список класса", w.Say("overview.coming", nil))
	frametest.MustNotSee(t, w, "из 0", "0 / 0", w.Say("overview.classes", nil), w.Say("overview.way", nil), w.Say("overview.places", nil))
	for _, tile := range s.tiles() {
		if tile == s.ready.tile || tile == s.attention.tile {
			t.Error("the keyboard goes to what is not shown")
		}
	}
	s.tasks.parts[0].tile.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if frametest.Came.Screen != frame.Roster {
		t.Errorf("it leads to %+v", frametest.Came)
	}
	desktest.MustAdd(t, w.Registrar(), "surname=Бекова", "given_name=Анара")
	shownTo(t, w)
	frametest.MustSee(t, w, "из 1", w.Say("overview.classes", nil))
	w = frametest.WithRole(t, "uk", registrar.RoleReader)
	shownTo(t, w)
	frametest.MustNotSee(t, w, "візьміть список класу")
}

// Nothing of the page is cut or overlaps in any language, in both campaigns, with small and large
// letters.
func TestOverviewFits(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		for _, language := range []string{"uk", "ru", "ky", "en"} {
			w, _ := frametest.WithDemo(t, campaign, language, 20)
			for _, size := range frametest.WindowSizes {
				w.Fyne().Resize(size)
				shownTo(t, w)
				frametest.Shot(t, w, fmt.Sprintf("overview-%s-%s-%.0f", campaign, language, size.Width))
				if least := frametest.PageIn(w).MinSize(); least.Width > size.Width-190 {
					t.Errorf("%s, %s: the page needs %v of %v", campaign, language, least.Width, size.Width-190)
				}
				if over := frametest.Overlaps(frametest.PageIn(w)); len(over) > 0 {
					t.Errorf("%s, %s, %v: %v", campaign, language, size, over)
				}
			}
		}
	}
}

// Each figure leads to its people, by mouse and by keyboard: to as many as it says.
func TestEachFigureLeadsToItsPeople(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 20)
		o, err := w.Registrar().Season.Overview()
		if err != nil {
			t.Fatal(err)
		}
		s := shownTo(t, w)
		led := func(what string, tile *widgets.Tile, number int) {
			t.Helper()
			tile.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			came := frametest.Came
			if came.Screen != frame.Graduates || came.Only != nil && len(came.Only) != number || !came.Chooses {
				t.Errorf("%s: %s of %d leads to %+v", campaign, what, number, came)
			}
			w.Go(frame.Route{Screen: frame.Overview})
		}
		led("ready", s.ready.tile, o.Through())
		led("attention", s.attention.tile, o.Hindered+o.Untouched)
		for i, stage := range o.Stages {
			led(stage.Code, s.stages.parts[i].tile, stage.Of-stage.Number)
		}
		for i, place := range o.Places {
			s.places.parts[i].tile.Tapped(nil)
			if came := frametest.Came; came.State != string(place.Status) {
				t.Errorf("%s: %s leads to %+v", campaign, place.Status, came)
			}
			w.Go(frame.Route{Screen: frame.Overview})
		}
	}
}

// The days that count stand with how many days are left, in days of the calendar and working ones, and
// one that nobody knows is named as unknown (F-03, F-04).
func TestOverviewTellsTheDays(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	o, err := w.Registrar().Season.Overview()
	if err != nil {
		t.Fatal(err)
	}
	s := shownTo(t, w)
	frametest.MustSee(t, w, "Завершення перереєстрації: день не внесено")
	for _, d := range o.Dues {
		if d.Code == "school_send_end" {
			frametest.MustSee(t, w, fmt.Sprintf("ще %s, робочих: %d; стосується: %d", s.say("days", map[string]any{"count": d.Days}), d.Working, len(d.Graduates)))
		}
	}
	frametest.MustSee(t, w, "вихідний, Міжнародний жіночий день")
}

// What stays the same is not built again when a figure changes.
func TestOverviewChangesInItsPlace(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	s := shownTo(t, w)
	before := slices.Clone(s.stages.parts)
	frametest.ChangeField(t, w, frametest.IdsOf(t, w)[0], "card_number", "0499999")
	if !slices.Equal(before, s.stages.parts) {
		t.Error("the way was built anew")
	}
}

// BenchmarkOverviewRedrawn10000 is what the window does with the figures of 10,000 graduates after one of
// them has changed, the question to the desk included.
func BenchmarkOverviewRedrawn10000(b *testing.B) {
	w, _ := frametest.WithDemo(b, "zno-2020", "uk", 10000)
	w.Go(frame.Route{Screen: frame.Overview})
	s, id, n := overviews.Of(w), frametest.FirstGraduate(b, w).Graduate.ID, 0
	for b.Loop() {
		b.StopTimer()
		n++
		w.Go(frame.Route{Screen: frame.Graduates})
		frametest.ChangeField(b, w, id, "card_number", fmt.Sprintf("%07d", 1000000+n))
		w.Go(frame.Route{Screen: frame.Overview})
		b.StartTimer()
		s.ask()
	}
}

// UA-053: a card that is scanned here is found as everywhere, and leads nowhere else: the Enter behind it
// presses nothing.
func TestAScannedCardPressesNothing(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	s := shownTo(t, w)
	row, err := w.Registrar().Table.Find(frametest.IdsOf(t, w)[0])
	if err != nil {
		t.Fatal(err)
	}
	frametest.Scanned = nil
	w.Canvas().Focus(s.tiles()[0])
	frametest.Scan(w, row.Graduate.Current().CardNumber, fyne.KeyReturn)
	if !slices.Equal(frametest.Scanned, []string{row.Graduate.Current().CardNumber}) {
		t.Errorf("%q was scanned, %q is taken", row.Graduate.Current().CardNumber, frametest.Scanned)
	}
	if w.Front() != frame.Screen(s) {
		t.Errorf("it leads to %T", w.Front())
	}
}

// The bar of the page lies beside what is on it, not over it.
func TestTheBarLiesBesideTheOverview(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	s := shownTo(t, w)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.print)
	scroll := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.scroll)
	if right, edge := at.X+s.print.Size().Width, scroll.X+s.scroll.Size().Width-theme.Size(theme.SizeNameScrollBar); right > edge {
		t.Errorf("the button ends at %v, the bar begins at %v", right, edge)
	}
}
