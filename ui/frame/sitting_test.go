package frame_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// onLoop is a window at which somebody has just signed in, with all that comes later on a
// loop of the test.
func onLoop(t *testing.T) (*frame.Window, *frametest.Loop) {
	t.Helper()
	now := frametest.Noon
	return onLoopAt(t, &now)
}

// onLoopAt is onLoop with a clock of the test.
func onLoopAt(t *testing.T, now *time.Time) (*frame.Window, *frametest.Loop) {
	t.Helper()
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	w.Now = func() time.Time { return *now }
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	t.Cleanup(loop.Rest)
	return w, loop
}

// opened is what long work brings that holds something open.
type opened struct{ closed *int }

func (o opened) Close() error { *o.closed++; return nil }

func TestNoAnswerReachesAnotherSitting(t *testing.T) {
	w, loop := onLoop(t)
	closed := 0
	var came []string
	tell := func(what string) func(opened, error) { return func(opened, error) { came = append(came, what) } }
	ask := func(when string) {
		frame.Run(w, &frame.Turn{}, func(context.Context) (opened, error) { return opened{&closed}, nil }, tell("work "+when))
		frame.RunLong(w, "", func(context.Context, frame.Progress) (opened, error) { return opened{&closed}, nil }, tell("long work "+when))
		w.After(time.Second, func() { came = append(came, "timer "+when) })
		w.AfterSaving(func() { came = append(came, "after saving "+when) })
	}
	ask("before")
	w.OnNew()
	loop.Ring()
	loop.Rest()
	if len(came) > 0 || closed != 1 {
		t.Errorf("attack 6: came %q; %d of what was opened is closed again", came, closed)
	}
	ask("after")
	loop.Ring()
	loop.Rest()
	if len(came) != 4 || closed != 1 {
		t.Errorf("of the present sitting came %q", came)
	}
}

func TestLongWorkIsCancelledByTheLock(t *testing.T) {
	w, loop := onLoop(t)
	var ended error
	begun := make(chan struct{})
	frame.RunLong(w, "", func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		close(begun)
		select {
		case <-ctx.Done():
		case <-time.After(10 * time.Second):
		}
		ended = ctx.Err()
		return struct{}{}, ended
	}, func(struct{}, error) { t.Error("attack 6: told behind the lock") })
	<-begun
	w.OnNew()
	loop.Rest()
	if !errors.Is(ended, context.Canceled) {
		t.Errorf("the work ends by %v", ended)
	}
}

// A share that has gone, or a disk that fails, may never answer: whoever gives up is led on at once.
func TestARegistryThatDoesNotAnswerHoldsNobody(t *testing.T) {
	w, _ := frametest.New(t, "en")
	loop, never := &frametest.Loop{}, make(chan struct{})
	w.Runner = loop.Runner()
	w.LooksAhead("gone.graduand", func() (registrar.Entrance, error) { <-never; return registrar.Entrance{}, nil })
	w.StartNoticed("gone.graduand")
	loop.Ring()
	loop.Turn()
	frametest.MustSee(t, w, w.Say("ui.opening", nil))
	frametest.Tap(t, w, "Cancel")
	if !frametest.Promptly(t, "who has given up", loop.Work) {
		close(never)
	}
	loop.Rest()
	frametest.MustNotSee(t, w, w.Say("ui.opening", nil))
}

func TestATimerThatWasCalledOffStaysCalledOff(t *testing.T) {
	w, loop := onLoop(t)
	stop := w.After(time.Second, func() { t.Error("it came") })
	loop.Ring()
	stop()
	loop.Rest()
}

func TestAFileChosenBehindALockIsForgotten(t *testing.T) {
	w, loop := onLoop(t)
	asks := map[string]func(chosen func(string)){
		"open":   func(chosen func(string)) { w.Files.Open("", nil, chosen) },
		"save":   func(chosen func(string)) { w.Files.Save("", "", chosen) },
		"folder": func(chosen func(string)) { w.Files.Folder("", chosen) },
	}
	for name, ask := range asks {
		if w.Registrar() == nil {
			frametest.SignInAs(t, w, "", registrar.DemoPassword)
			loop.Rest()
		}
		picker, chosen := &frametest.Files{Late: true}, 0
		w.PickBy(picker)
		ask(func(string) { chosen++ })
		ask(func(string) { chosen++ })
		picker.Choose()
		w.Lock()
		loop.Rest()
		picker.Choose()
		if chosen != 1 {
			t.Errorf("%s: chosen %d times", name, chosen)
		}
	}
}

func TestTheScreenIsEmptyAtOnceWhenTheWindowLocks(t *testing.T) {
	w, loop := onLoop(t)
	name := frametest.FirstGraduate(t, w).Graduate.FullName()
	w.Ask(name, widget.NewLabel(name), 300, frame.Choice{Label: "x"})
	list := widget.NewPopUp(widget.NewLabel(name), w.Canvas())
	list.Show()
	frametest.MustSee(t, w, name)
	before := frametest.Came
	w.Lock()
	if w.Registrar() == nil {
		t.Fatal("what was typed had no time to be saved")
	}
	// What a save has to say now, and where it would lead.
	w.Ask(name, widget.NewLabel(name), 300, frame.Choice{Label: "x"})
	w.Anew()
	w.Go(frame.Route{Screen: frame.Erasing})
	frametest.MustNotSee(t, w, name)
	if w.Fyne().MainMenu() != nil || strings.Contains(w.Fyne().Title(), "—") || frametest.Came.Screen != before.Screen {
		t.Errorf("attack 6: menu %v, title %q, went to %q", w.Fyne().MainMenu(), w.Fyne().Title(), frametest.Came.Screen)
	}
	loop.Rest()
	w.Go(frame.Route{Screen: frame.Erasing})
	w.Go(frame.Route{Screen: frame.Graduates})
	if w.Registrar() != nil || len(w.Boxes()) > 0 || frametest.Came.Screen != before.Screen {
		t.Errorf("behind the lock: %d dialogs, went to %q", len(w.Boxes()), frametest.Came.Screen)
	}
}

// A page that is gone to behind a dialog closes what lies over the dialog, and not the dialog
// with what lies under it: Fyne takes all that lies over one away with it.
func TestListsUnderADialogStayWithIt(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	for _, name := range []string{"under", "over"} {
		list := widget.NewPopUp(widget.NewLabel(name), w.Canvas())
		list.Show()
		if name == "under" {
			w.Ask("dialog", widget.NewLabel(""), 300, frame.Choice{Label: "x"})
		}
	}
	w.Go(frame.Route{Screen: frame.History})
	frametest.MustSee(t, w, "under", "dialog")
	frametest.MustNotSee(t, w, "over")
}

// Work that ends under a message takes its own dialog away and not the message; the question
// whether to leave a dialog goes with the dialog.
func TestADialogThatEndsUnderAnotherLeavesIt(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	work := w.Ask("work", widget.NewLabel(""), 300, frame.Choice{Label: "stop"})
	told := ""
	w.Ask("message", widget.NewLabel(""), 300, frame.Choice{Label: "seen", Chosen: func() { told = "seen" }})
	work.Close()
	frametest.MustSee(t, w, "message")
	frametest.MustNotSee(t, w, "work")
	frametest.Enter(w.Canvas().Focused())
	if told != "seen" || len(w.Boxes()) > 0 || len(w.Canvas().Overlays().List()) > 0 {
		t.Fatalf("Enter does %q, %d dialogs are left", told, len(w.Boxes()))
	}
	fields := container.NewVBox(widgets.NewEntry(""), widgets.NewEntry(""))
	asked := w.Ask("fields", fields, 300, frame.Choice{Label: "add"}, frame.Choice{Label: "leave"})
	for _, e := range frametest.FindAll[*widgets.Entry](fields) {
		e.SetText("typed")
	}
	frametest.Esc(w)
	asked.Close()
	if len(w.Boxes()) > 0 || len(w.Canvas().Overlays().List()) > 0 {
		t.Errorf("%d dialogs are left, %d are seen", len(w.Boxes()), len(w.Canvas().Overlays().List()))
	}
}

func TestWhatIsShownOnceIsNoWayRoundTheLock(t *testing.T) {
	now := frametest.Noon
	w, loop := onLoopAt(t, &now)
	kept, left := false, -1
	once := &frame.Once{Kept: func() bool { return kept }, Warn: func(seconds int) { left = seconds }, Lost: "It was lost."}
	w.ShowsOnce(once)
	pass := func(d time.Duration) {
		now = now.Add(d)
		w.OnWatch()
		loop.Rest()
	}
	pass(4 * time.Minute)
	if left != 0 {
		t.Errorf("warned too early: %d s", left)
	}
	pass(time.Minute + 15*time.Second)
	if left != 45 || w.Registrar() == nil {
		t.Errorf("attack 20: %d s are left", left)
	}
	frametest.TouchWindow(w)
	pass(time.Second)
	if left != 0 {
		t.Error("somebody came, and it still counts down")
	}
	pass(5*time.Minute + 59*time.Second)
	if w.Registrar() != nil {
		t.Fatal("attack 20: what is shown once keeps the window open")
	}
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop.Rest()
	frametest.MustSee(t, w, "It was lost.")
	w.Boxes()[0].Leave()
	kept = true
	w.ShowsOnce(once)
	w.Lock()
	loop.Rest()
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	loop.Rest()
	frametest.MustNotSee(t, w, "It was lost.")
}

func TestTheWindowWaitsForWhatIsMadeToBeShownOnce(t *testing.T) {
	w, loop := onLoop(t)
	shown := ""
	frame.RunHeld(w, "Making", func(context.Context, frame.Progress) (string, error) { return "the code", nil },
		func(code string, err error) { shown = code })
	frametest.MustSee(t, w, "Making")
	asked := w.Command("menu.new", "N", func() { t.Error("a command under it") })
	asked.Action()
	w.Lock()
	w.Quit()
	loop.Rest()
	if shown != "the code" || w.Registrar() == nil {
		t.Errorf("the code %q; registry open: %v", shown, w.Registrar() != nil)
	}
	w.Lock()
	loop.Rest()
	if w.Registrar() != nil {
		t.Error("it holds the lock off for good")
	}
}

// Who asks for another registry, and opens a dialog before the answer comes, sees nothing of it
// at the other's door.
func TestADialogDoesNotLieOverAnotherDoor(t *testing.T) {
	w, loop := onLoop(t)
	other, _ := frametest.WithDemo(t, "zno-2020", "ru", 1)
	path := other.Registrar().Path()
	other.CloseRegistry()
	name := frametest.FirstGraduate(t, w).Graduate.FullName()
	w.Open(path)
	w.Ask(name, widget.NewLabel(name), 300, frame.Choice{Label: "x"})
	frametest.MustSee(t, w, name)
	loop.Rest()
	frametest.MustNotSee(t, w, name)
	if len(w.Boxes()) > 0 {
		t.Errorf("%d dialogs are open", len(w.Boxes()))
	}
}
