package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// look is a size of letters, in percent, and a window.
type look struct {
	percent int
	window  fyne.Size
}

// looks are those in which all words must have room.
var looks = []look{{100, frametest.WindowSizes[0]}, {150, frametest.WindowSizes[0]}, {150, frametest.WindowSizes[1]}}

// sight is something of the program that people see: how a window comes to show it.
type sight struct {
	name  string
	reach func(w *frame.Window)
}

// pagesOf are all pages that the navigation lists.
func pagesOf(w *frame.Window) (all []sight) {
	for _, name := range append(w.Listed(false), w.Listed(true)...) {
		all = append(all, sight{name, func(w *frame.Window) { w.Go(frame.Route{Screen: name}) }})
	}
	return all
}

// gallery shows sights in every language and size of letters, and for pictures in both themes.
type gallery struct {
	*testing.T
	w *frame.Window
	// of names what the window is of, in the names of pictures.
	of string
}

// tightest are those in which there is the least room: where pictures are not asked for, dialogs are shown
// in these alone. pictured are those of the pictures.
var tightest, pictured = looks[2:], []look{looks[0], looks[2]}

// forPictures says that make gallery asks for pictures: then both themes are shown.
func forPictures() bool { return os.Getenv("SHOTS") != "" }

// showDialogs shows the dialogs to which the buttons of the pages lead.
func (g *gallery) showDialogs() {
	g.Helper()
	in := tightest
	if forPictures() {
		in = pictured
	}
	g.showIn(in, dialogsOf)
}

// show goes through them.
func (g *gallery) show(sights func(w *frame.Window) []sight) {
	g.Helper()
	in := looks
	if forPictures() {
		in = pictured
	}
	g.showIn(in, sights)
}

func (g *gallery) showIn(looks []look, sights func(w *frame.Window) []sight) {
	themes := []bool{false, true}
	if !forPictures() {
		themes = themes[:1]
	}
	clearBoxes(g.w)
	for _, language := range text.Languages() {
		for _, dark := range themes {
			for _, look := range looks {
				if g.w.Registrar() != nil && g.w.IsGraduate() {
					g.w.CloseRegistry() // who gives the look of the PC back
				}
				g.w.Settings.Language, g.w.Settings.Dark, g.w.Settings.Scale = language, dark, look.percent
				g.w.Fyne().Resize(look.window)
				if g.w.Registrar() == nil {
					g.w.ApplySettings()
				}
				g.w.Forget()
				for _, s := range sights(g.w) {
					s.reach(g.w)
					g.see(s.name)
					clearBoxes(g.w)
				}
			}
		}
	}
}

// see measures what stands in the window, and keeps a picture of it where pictures are asked for.
func (g *gallery) see(what string) {
	g.Helper()
	w, size := g.w, g.w.Canvas().Size()
	settle(w, size)
	theme := map[bool]string{true: "dark", false: "light"}[w.Settings.Dark]
	name := fmt.Sprintf("%s-%s-%s-%s-%d-%.0f", g.of, what, w.Settings.Language, theme, w.Settings.Scale, size.Width)
	for _, fault := range slices.Concat(frametest.Faults(w), frametest.Foreign(w), mixed(w)) {
		g.Errorf("%s: %s", name, fault)
	}
	if by := g.sideways(); by > 0 && size == frametest.WindowSizes[0] {
		g.Errorf("%s: the page is %.0f wider than its room", name, by)
	}
	frametest.Shot(g, w, name)
}

// sideways is by how much the page of an open registry has to be scrolled sideways.
func (g *gallery) sideways() float32 {
	if g.w.Registrar() == nil || g.w.IsGraduate() {
		return 0
	}
	return frametest.Sideways(g.w)
}

// settle lays out until nothing grows any more, as the real driver does.
func settle(w *frame.Window, size fyne.Size) {
	grown(w, size)
	if all := frametest.FindAll[*fyne.Container](w.Fyne().Content()); len(all) > 0 {
		widgets.Arrange(all[0])
	}
}

// asking are the buttons of a page behind which something is asked first: they end with dots. Where
// there is a list all in it are ticked before, so that they can be pressed.
func asking(page sight) func(w *frame.Window) []sight {
	return func(w *frame.Window) (all []sight) {
		ready := func(w *frame.Window) {
			page.reach(w)
			for _, table := range frametest.FindAll[*widgets.Table](w.Fyne().Content()) {
				tickAll(table)
			}
		}
		ready(w)
		for i, b := range pressable(w.Fyne().Content()) {
			if strings.HasSuffix(b.Text, "…") {
				all = append(all, sight{fmt.Sprintf("%s-%d", page.name, i), func(w *frame.Window) {
					ready(w)
					for _, b2 := range pressable(w.Fyne().Content()) {
						if b2.Text == b.Text {
							test.Tap(b2)
							return
						}
					}
				}})
			}
		}
		return all
	}
}

// dialogsOf are those to which the buttons of the pages lead.
func dialogsOf(w *frame.Window) (all []sight) {
	for _, page := range pagesOf(w) {
		all = append(all, asking(page)(w)...)
	}
	return all
}

// theReview stands for the review where a form was left.
const theReview = "-"

// stepsOf are the steps of a form, each also as it tells why it is not left forwards, and the review.
func stepsOf(w *frame.Window) (all []sight) {
	rows, _ := w.Registrar().Table.List(registrar.Filter{})
	id := rows[2].Graduate.ID
	at := func(place string) func(*frame.Window) {
		return func(w *frame.Window) {
			w.Settings.LeaveForm(id, place, "")
			w.Forget()
			w.Go(frame.Route{Screen: frame.Form, Graduate: id})
		}
	}
	form, _ := w.Registrar().Form.Of(id)
	for _, step := range form.Steps {
		all = append(all, sight{"form-" + step.Code, at(step.Code)})
		if w.Settings.Scale == tightest[0].percent {
			all = append(all, sight{"form-" + step.Code + "-blocked", func(w *frame.Window) {
				at(step.Code)(w)
				w.OnMain()
			}})
		}
	}
	return append(all, sight{"form-review", at(theReview)})
}

// grown lays out again whatever has grown, as the real driver does: here changes of size do.
func grown(w *frame.Window, size fyne.Size) *frame.Window {
	for range 2 {
		w.Fyne().Resize(size.AddWidthHeight(1, 1))
		w.Fyne().Resize(size)
	}
	return w
}

// F-13, design §11: whatever screen, dialog, language and size of letters, every word has its room, is
// in the language of the window, and lies over no other. make gallery keeps a picture of each.
func TestGallery(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		t.Run(campaign, func(t *testing.T) {
			w, _ := frametest.WithPapers(t, campaign, "uk", 40)
			g := &gallery{t, w, campaign}
			g.show(pagesOf)
			g.showIn(pictured, stepsOf)
			g.showDialogs()
		})
		t.Run(campaign+" empty", func(t *testing.T) {
			w, _ := frametest.Empty(t, campaign, "uk")
			(&gallery{t, w, campaign + "-empty"}).showIn(tightest, pagesOf)
		})
	}
	t.Run("season", func(t *testing.T) {
		w := frametest.WithSeason(t, "zno-2020", "uk", 40, "2020-03-16")
		g := &gallery{t, w, "season"}
		g.showIn(pictured, pagesOf)
		g.showDialogs()
	})
	t.Run("door", func(t *testing.T) {
		w, path := frametest.LockedDemo(t, "ort-2021", "ru")
		(&gallery{t, w, "door"}).show(doorOf(t, w, path))
	})
}

// doorOf is what is seen by who has not signed in, and by a graduate.
func doorOf(t *testing.T, w *frame.Window, path string) func(*frame.Window) []sight {
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.CloseRegistry()
	return func(*frame.Window) []sight {
		return []sight{
			{"notice", func(w *frame.Window) {
				w.Settings.Noticed = false
				w.OnNew()
				w.Settings.Noticed = true
			}},
			{"welcome", (*frame.Window).OnNew},
			{"new", func(w *frame.Window) {
				w.OnNew()
				frametest.Tap(t, w, w.Say("welcome.new", nil))
			}},
			{"invited", func(w *frame.Window) {
				w.OnNew()
				frametest.Tap(t, w, w.Say("welcome.invited", nil))
			}},
			{"restore", func(w *frame.Window) { w.Go(frame.Route{Screen: frame.Restoring}) }},
			{"signin", func(w *frame.Window) { w.Open(path) }},
			{"forgotten", func(w *frame.Window) {
				w.Open(path)
				frametest.Tap(t, w, w.Say("signin.forgotten", nil))
			}},
			{"own", func(w *frame.Window) {
				w.OpenAs(path, registrar.SignIn{Phone: g.Phone, Password: password}, w.OnOpened)
			}},
		}
	}
}

// What measures the gallery sees a fault where there is one.
func TestTheGallerySeesFaults(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	for want, o := range map[string]fyne.CanvasObject{
		"reaches":              container.NewHBox(container.New(&widgets.FixedWidth{Width: 30}, widget.NewLabel("Слова, яким тут немає місця"))),
		"is broken into":       container.NewHBox(container.New(&widgets.FixedWidth{Width: 60}, widgets.Wrapped("14 випускників"))),
		"drawn over another":   container.NewStack(widget.NewLabel("Одне"), widget.NewLabel("Друге")),
		"the hint":             container.NewHBox(container.New(&widgets.FixedWidth{Width: 60}, widgets.NewEntry("Прізвище, ім’я"))),
		"an id is shown":       widget.NewLabel("graduates_screen.search"),
		"nobody has filled":    widget.NewLabel("Усього <no value>"),
		"Latin words":          widget.NewLabel("Зберегти as PDF"),
		"Latin words, [\"Save": widget.NewLabel("Save all"),
	} {
		w.Fyne().SetContent(container.NewVBox(o))
		found := append(frametest.Faults(w), frametest.Foreign(w)...)
		if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, want) }) {
			t.Errorf("%q is not among %q", want, found)
		}
	}
}
