package overview

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
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
		if len(s.classes.Objects) != len(o.Classes)+1 || len(s.stages.Objects) != len(o.Stages) || len(s.tasks.Objects) != len(o.Tasks) {
			t.Errorf("%s: %d classes, %d stages, %d tasks are shown of %d, %d, %d", campaign, len(s.classes.Objects)-1, len(s.stages.Objects), len(s.tasks.Objects), len(o.Classes), len(o.Stages), len(o.Tasks))
		}
		for _, stage := range o.Stages {
			frametest.MustSee(t, w, w.Say("overview.stage_"+stage.Code, nil))
		}
		for _, task := range o.Tasks {
			if !w.Text().Has("overview.task_"+task.Code) || routeOf(task).Screen == "" {
				t.Errorf("%s: %s leads nowhere", campaign, task.Code)
			}
		}
	}
}

// The numbers follow what is done, and the keyboard stays on the page.
func TestOverviewFollows(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	s := shownTo(t, w)
	if w.Canvas().Focused() != fyne.Focusable(s.buttons()[0]) {
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
	frametest.Tap(t, w, class)
	if came := frametest.Came; came.Screen != frame.Graduates || !came.Chooses || came.Class != class {
		t.Errorf("the class leads to %+v", came)
	}
	w.Go(frame.Route{Screen: frame.Overview})
	s.buttons()[0].Tapped(nil)
	o, err := w.Registrar().Season.Overview()
	if err != nil {
		t.Fatal(err)
	}
	if want := routeOf(o.Tasks[0]); frametest.Came.Screen != want.Screen || frametest.Came.State != want.State {
		t.Errorf("the first task, %s, leads to %+v", o.Tasks[0].Code, frametest.Came)
	}
	task := season.Task{Code: "print_card", Graduates: []string{"a", "b"}}
	if r := routeOf(task); r.Screen != frame.Printing || r.Paper != "card" || !slices.Equal(r.Only, task.Graduates) {
		t.Errorf("cards to print lead to %+v", r)
	}
	if r := routeOf(season.Task{Code: "field", Field: "sex"}); r.State != "lacks:sex" {
		t.Errorf("a field leads to %+v", r)
	}
}

// An empty registry leads to the class list, and a reader is led nowhere where nothing is to be done.
func TestOverviewOfTheBeginning(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	shownTo(t, w)
	frametest.MustSee(t, w, "возьмите список класса", "из 0")
	frametest.Tap(t, w, w.Say("screen.roster", nil))
	if frametest.Came.Screen != frame.Roster {
		t.Errorf("it leads to %+v", frametest.Came)
	}
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
