package field

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// PictureView is one photo or scan of a graduate, upright and large, with the places outlined
// that findings point to; beside it what the rules say with what was measured, what a person is
// asked, and the campaign's requirements (KG-070).
type PictureView struct {
	Object fyne.CanvasObject
	// Above is room over the words, for what chooses among pictures; empty where nothing does.
	Above *fyne.Container
	// OnChanged is told that something was answered, let pass or turned; OnDone that the last
	// question of the picture was answered; OnLeft is Esc, nil for that of the window.
	OnChanged, OnDone, OnLeft func()
	// OnLooked is told what is said of the picture that is shown now.
	OnLooked func(said photo.Shown)

	window    *frame.Window
	id, place string
	shown     Looked
	picture   *markedPicture
	size      *widget.Label
	// guides switches the lines over the picture, crop puts the frame of the print over it,
	// and the others turn the picture by a quarter.
	guides, crop, left, right *widgets.TabbedButton
	tools                     tools
	side                      *fyne.Container
	scroll                    *container.Scroll
	answers                   []pictureAnswer
	// onward says that the keyboard goes on to what is open, or the picture is done, when the
	// answers are kept; sent counts those of each question that are on their way.
	onward bool
	sent   map[string]int
	// reading and cropping are what is asked of the registry.
	reading  Reading
	cropping frame.Turn
	pages    *pages
}

var _ frame.Pictured = (*PictureView)(nil)

// How wide the words beside a picture are, and a picture beside them at the least; how high a picture
// is above them at the least, and how wide they are where it has no room there either: at the usual
// size of letters.
const (
	sideWidth    = 360
	leastPicture = 220
	leastAbove   = 280
	narrowSide   = 190
)

// NewPictureView is a view without a picture.
func NewPictureView(w *frame.Window) *PictureView {
	v := &PictureView{window: w, Above: container.NewStack(), picture: newMarkedPicture(), sent: map[string]int{}, size: widgets.Small(""), side: container.New(&widgets.Stacked{})}
	v.OnChanged, v.OnDone, v.OnLooked = func() {}, func() {}, func(photo.Shown) {}
	v.size.Importance = widget.LowImportance
	v.pages = newPages(w, func(int) { v.read() })
	v.guides = v.tool("photo_screen.guides_off", theme.VisibilityIcon(), v.OnGuides)
	v.crop = v.tool("photo_screen.crop", theme.ContentCutIcon(), v.OnCrop)
	v.left = v.tool(turnTitles[turnLeft], theme.MediaReplayIcon(), v.onTurnLeft)
	v.right = v.tool(turnTitles[turnRight], theme.ViewRefreshIcon(), v.onTurnRight)
	v.scroll = container.NewVScroll(widgets.OffTheBar(container.New(&widgets.Stacked{}, v.Above, v.side)))
	s := w.Scale()
	below := container.New(&widgets.Stacked{}, v.pages.whole, v.size, container.New(&widgets.Flow{}, v.guides, v.crop, v.left, v.right))
	v.Object = container.New(&pictureLayout{words: sideWidth * s, least: leastPicture * s, half: leastAbove * s, narrow: narrowSide * s, tight: v.onTight},
		container.NewBorder(nil, below, nil, nil, v.picture.whole), v.scroll)
	v.Clear()
	return v
}

// button makes one that leaves the keyboard at the questions.
func (v *PictureView) button(id string, tapped func()) *widgets.TabbedButton {
	b := widgets.NewTabbed(v.window.Say(id, nil), tapped, v.reveal)
	b.Aside = true
	return b
}

// onTight leaves away what the picture has no room for beside it.
func (v *PictureView) onTight(is bool) {
	v.tools.shorten(is)
	widgets.SetHidden(v.size, is)
}

// tool is such a button below the picture.
func (v *PictureView) tool(id string, icon fyne.Resource, tapped func()) *widgets.TabbedButton {
	b := v.button(id, tapped)
	b.SetIcon(icon)
	v.tools.name(b, b.Text)
	return b
}

// may says that whoever has signed in can answer.
func (v *PictureView) may() bool {
	return v.window.May(registrar.RightRegister) && v.window.Closed() == ""
}

func (v *PictureView) reveal(o fyne.CanvasObject) { widgets.Follow(v.scroll, o) }

// Clear shows no picture: nothing of anybody stands in the view.
func (v *PictureView) Clear() {
	v.reading.Void()
	v.cropping.Void()
	v.id, v.place, v.answers, v.shown = "", "", nil, Looked{}
	v.onward, v.sent = false, map[string]int{}
	v.picture.show(nil, photo.Shown{})
	v.size.SetText("")
	for _, b := range []*widgets.TabbedButton{v.guides, v.crop, v.left, v.right} {
		b.Hide()
	}
	v.pages.show(0, 0)
	v.side.RemoveAll()
}

// replaced shows what stands at the place now, of a PDF this page: nothing is said beside the
// picture before.
func (v *PictureView) replaced(page int) {
	id, place, onward := v.id, v.place, v.onward
	v.Clear()
	v.id, v.place, v.onward, v.pages.page = id, place, onward, page
	v.read()
}

// Show shows the picture at a place of a graduate's form.
func (v *PictureView) Show(id, place string) {
	switch {
	case v.id != id || v.place != place:
		v.Clear()
		v.id, v.place = id, place
		v.read()
	case v.shown.File.Picture == nil:
		v.read()
	default:
		v.again()
	}
}

// ShowToAnswer is Show that gives the keyboard to the first question without an answer.
func (v *PictureView) ShowToAnswer(id, place string) {
	v.Clear()
	v.id, v.place, v.onward = id, place, v.may()
	v.read()
}

func (v *PictureView) read() {
	readLooked(v.window, &v.reading, v.id, v.place, viewed{viewLimits, v.pages.page}, v.onLooked)
}

// again reads only what is said of the picture; the picture itself where it was turned, or where
// another file has come to its place.
func (v *PictureView) again() {
	r, id, place := v.window.Registrar(), v.id, v.place
	v.reading.Void()
	frame.Run(v.window, &v.reading.Turn, func(ctx context.Context) (photo.Shown, error) { return r.Photo.Look(ctx, id, place) },
		func(said photo.Shown, err error) {
			switch {
			case err == nil && said.File != v.shown.Said.File:
				v.replaced(0)
				return
			case err == nil && said.Turn != v.shown.Said.Turn:
				v.replaced(v.pages.page)
				return
			}
			v.onLooked(Looked{v.shown.File, said, v.shown.Name}, err)
		})
}

func (v *PictureView) onLooked(l Looked, err error) {
	w := v.window
	if err != nil {
		v.side.Objects = []fyne.CanvasObject{widgets.WarningLine(w.Explain(err))}
		v.side.Refresh()
		return
	}
	v.shown = l
	v.picture.show(l.File.Picture, l.Said)
	v.size.SetText(pictureSize(w, l.File))
	v.guides.Show()
	widgets.SetHidden(v.crop, !v.may() || !isPortrait(l.Said))
	v.pages.show(l.File.page, l.File.pages)
	widgets.SetHidden(v.left, !v.may())
	widgets.SetHidden(v.right, !v.may())
	v.fill(l.Said)
	if v.onward && !v.underWay() {
		v.onward = false
		v.FocusOpen()
	}
	v.OnLooked(l.Said)
}

// fill shows the words beside the picture. The keyboard stays at the question where it was.
func (v *PictureView) fill(s photo.Shown) {
	w, at := v.window, v.focused()
	// They are put there together: whoever is added alone has all before it laid out anew.
	var all []fyne.CanvasObject
	add := func(title string, lines []fyne.CanvasObject) {
		if len(lines) > 0 {
			heading := widgets.BoldWords(w.Say(title, nil))
			heading.Wrapping = fyne.TextWrapWord
			all = append(append(all, heading), lines...)
		}
	}
	findings, questions := v.findingLines(s), v.questionLines(s)
	differs := v.differLines(s)
	troubles := 0
	if s.Judged != nil {
		for _, f := range s.Judged.Findings {
			if found(f) {
				troubles++
			}
		}
	}
	if troubles+len(differs) == 0 {
		said := newVerdictLine()
		said.show(verdictOf(w, s))
		all = append(all, said.whole)
	}
	add("photo_screen.found", append(differs, findings[:troubles]...))
	add(v.questionsTitle(), questions)
	if len(questions) > 0 && v.may() {
		all = append(all, low(w.Say("photo_screen.keys", nil)))
	}
	if v.pages.of > 1 {
		all = append(all, low(w.Say("photo_screen.page_keys", nil)))
	}
	if s.Field.Hint != "" {
		add("photo_screen.requirements", []fyne.CanvasObject{widgets.Small(s.Field.Hint)})
	}
	add("photo_screen.measures", findings[troubles:])
	v.side.Objects = all
	v.side.Refresh()
	widgets.Arrange(v.Object)
	v.focus(at)
}

func low(words string) *widget.Label {
	label := widgets.Small(words)
	label.Importance = widget.LowImportance
	return label
}

// ShowPicture shows a photo or scan of a graduate's form in a dialog as large as the window
// allows; onChanged is told that something was said of it.
func ShowPicture(w *frame.Window, id, place, title string, onChanged func()) {
	v := NewPictureView(w)
	v.OnChanged = onChanged
	v.showIn(id, place, title)
}

// showIn is [ShowPicture] of a view that is there.
func (v *PictureView) showIn(id, place, title string) *frame.Box {
	w := v.window
	room := w.Canvas().Size().SubtractWidthHeight(viewAside, viewBelow)
	box := w.Ask(title, container.New(&widgets.FixedSize{Size: room}, v.Object), room.Width/w.Scale(), frame.Choice{Label: w.Say("ui.close", nil)})
	box.Picture = v
	v.OnDone = func() { w.Canvas().Focus(box.Primary()) }
	v.ShowToAnswer(id, place)
	return box
}
