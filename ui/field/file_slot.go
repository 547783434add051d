package field

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// fileSlot is the place of one photo or scan: its picture made small, how large it is,
// and what can be done with it. A refused file says why under it.
type fileSlot struct {
	window *frame.Window
	host   Host
	// title is what the file is, for dialogs and messages.
	title string
	// place is where the file stands, as the registry names it.
	place string
	// takes says that files are put here, several that more than one is taken at once.
	takes, several bool
	// file is the id of the attachment shown, "" for none; ending is that of its kind.
	file   string
	ending string
	owner  string

	thumb  *Thumb
	size   *widget.Label
	choose *widgets.TabbedButton
	view   *widgets.TabbedButton
	save   *widgets.TabbedButton
	remove *widgets.TabbedButton
	fault  *widget.Label
	whole  *fyne.Container

	doing  frame.Turn
	saving bool
}

// Thumbnail is the longer side of the small picture, in device-independent pixels.
const Thumbnail = 96

func newFileSlot(w *frame.Window, host Host, title, place string) *fileSlot {
	s := &fileSlot{window: w, host: host, title: title, place: place, fault: widgets.Small(""), size: widgets.Small("")}
	s.thumb = NewThumb(w, Thumbnail)
	s.size.Importance, s.fault.Importance = widget.LowImportance, widget.DangerImportance
	s.fault.Hide()
	s.choose = s.button("form_file.choose", s.onChoose)
	s.view = s.button("form_file.view", s.onView)
	s.save = s.button("form_file.save", s.onSave)
	s.remove = s.button("form_file.remove", s.onRemove)
	buttons := container.NewHBox(container.NewVBox(s.choose, s.view, s.save, s.remove))
	words := container.New(&widgets.Stacked{}, s.size, buttons)
	s.whole = container.New(&widgets.Stacked{}, container.New(&slotLayout{}, s.thumb.Object, words), s.fault)
	return s
}

func (s *fileSlot) button(id string, tapped func()) *widgets.TabbedButton {
	b := &widgets.TabbedButton{}
	b.Text, b.OnTapped = s.window.Say(id, nil), tapped
	b.Gained = func() { s.host.Reveal(s.whole) }
	b.ExtendBaseWidget(b)
	return b
}

// Focusable is the first button that can be pressed, nil where there is none.
func (s *fileSlot) Focusable() fyne.Focusable {
	for _, b := range []*widgets.TabbedButton{s.choose, s.view, s.save} {
		if b.Visible() && !b.Disabled() {
			return b
		}
	}
	return nil
}

// show fills the slot with a file of the form's graduate, "" for none. The same file is
// not unpacked again. May says that it can be changed now.
func (s *fileSlot) show(file string, may bool) {
	owner := s.host.GraduateID()
	other := file != s.file || owner != s.owner
	s.file, s.owner = file, owner
	widgets.Enable(s.choose, may)
	widgets.Enable(s.remove, may)
	widgets.SetHidden(s.choose, !s.takes)
	widgets.SetHidden(s.view, file == "")
	widgets.SetHidden(s.save, file == "" || !s.window.May(registrar.RightPrint))
	widgets.SetHidden(s.remove, file == "")
	if other {
		s.fault.Hide()
		s.load()
	}
	widgets.Arrange(s.whole)
}

// load unpacks the file in the background; until then the slot shows that there is one.
func (s *fileSlot) load() {
	s.thumb.Show(nil)
	s.thumb.Reading.Void()
	s.size.SetText(s.window.SayIf(s.file == "" && s.takes, "form_file.drop"))
	if s.file == "" {
		return
	}
	ReadPicture(s.window, &s.thumb.Reading, s.owner, s.place, 2*Thumbnail, s.onLoaded)
}

// ReadPicture opens an attached file and scales it down, off the window's goroutine.
func ReadPicture(w *frame.Window, t *frame.Turn, id, place string, side int, done func(FilePicture, error)) {
	r := w.Registrar()
	frame.Run(w, t, func(ctx context.Context) (FilePicture, error) {
		content, err := r.Form.Attachment(ctx, id, place)
		if err != nil {
			return FilePicture{}, err
		}
		return pictureOf(content, side)
	}, done)
}

func (s *fileSlot) onLoaded(p FilePicture, err error) {
	if err != nil {
		s.refuse(s.window.Explain(err))
		return
	}
	s.ending = p.ending
	s.size.SetText(pictureSize(s.window, p))
	s.thumb.Show(&p)
	widgets.Arrange(s.whole)
}

// pictureSize is «1200 × 1600 px, 0,8 МБ».
func pictureSize(w *frame.Window, p FilePicture) string {
	megabytes := fmt.Sprintf("%.1f", max(float64(p.bytes)/(1<<20), 0.1))
	megabytes = strings.Replace(megabytes, ".", w.Say("form_file.comma", nil), 1)
	return w.Say("form_file.size", map[string]any{"width": p.width, "height": p.height, "size": megabytes})
}

// refuse says under the slot why a file was not taken.
func (s *fileSlot) refuse(words string) {
	s.fault.SetText(words)
	s.fault.Show()
	widgets.Arrange(s.whole)
}

func (s *fileSlot) onChoose() {
	// The PC's own dialog may stay open while the form turns to the next graduate.
	id := s.host.GraduateID()
	s.window.Files.Open(s.title, frame.Pictures, func(path string) { s.attach(id, []string{path}) })
}

// attach puts chosen or dropped files of a graduate into the slot, one after the other.
func (s *fileSlot) attach(id string, paths []string) {
	if !s.several {
		paths = paths[:1]
	}
	r, place := s.window.Registrar(), s.place
	s.change(id, "form_file.attached", func(ctx context.Context) (made []int64, err error) {
		for _, path := range paths {
			content, err := registrar.ReadFile(path, registrar.MaximumAttachment)
			if err != nil {
				return made, err
			}
			act := int64(0)
			if err := r.Form.Attach(registrar.Numbered(ctx, &act), id, place, content); err != nil {
				return made, fmt.Errorf("attach %s: %w", filepath.Ext(path), err)
			}
			made = append(made, act)
		}
		return made, nil
	})
}

// change does something to the file in the background, by one act or several, and says what
// came of it.
func (s *fileSlot) change(id, message string, work func(context.Context) (made []int64, err error)) {
	w, r, place := s.window, s.window.Registrar(), s.place
	own := w.IsGraduate() && !s.several
	s.fault.Hide()
	s.saving = true
	frame.Run(w, &s.doing, func(ctx context.Context) (changed, error) {
		var former []byte
		if own {
			var err error
			if former, err = r.Form.Attachment(ctx, id, place); err != nil {
				return changed{}, err
			}
		}
		made, err := work(ctx)
		c := changed{who: frame.NameOf(r, id), made: made}
		if own {
			c.own = &exchange{window: w, id: id, place: place, content: former}
		}
		return c, err
	}, func(c changed, err error) { s.onChanged(id, message, c, err) })
}

// changed is whose files were changed, and by which acts.
type changed struct {
	who  string
	made []int64
	// own takes back what a graduate did to the own file, nil for others.
	own *exchange
}

// onChanged says a refusal under the slot, or in a dialog where another graduate is shown
// by now. Of several files some may be there although one was refused.
func (s *fileSlot) onChanged(id, message string, c changed, err error) {
	w := s.window
	s.saving = false
	for _, act := range c.made {
		if c.own != nil {
			c.own.said = w.Say(message, map[string]any{"name": s.title})
			c.own.offer(c.who)
			continue
		}
		w.DidFor(c.who, w.Say(message, map[string]any{"name": s.title}), act)
	}
	if id != s.host.GraduateID() {
		w.Fail(err)
		return
	}
	if err != nil {
		s.refuse(w.Explain(err))
	}
	s.host.Edited()
}

// onRemove asks first, because what is taken out comes back from the history only.
func (s *fileSlot) onRemove() {
	w, r, id, place := s.window, s.window.Registrar(), s.host.GraduateID(), s.place
	w.Ask(w.Say("form_file.remove_title", map[string]any{"name": s.title}), widgets.Wrapped(w.Say("form_file.remove_about", nil)), 460,
		frame.Choice{Label: w.Say("form_file.remove", nil), Danger: true, Chosen: func() {
			s.change(id, "form_file.removed", func(ctx context.Context) ([]int64, error) {
				act := int64(0)
				if err := r.Form.Detach(registrar.Numbered(ctx, &act), id, place); err != nil {
					return nil, err
				}
				return []int64{act}, nil
			})
		}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// isPicture tells by its ending a file that may be meant for a slot.
func isPicture(path string) bool {
	return slices.Contains(frame.Pictures, strings.ToLower(filepath.Ext(path)))
}

// slotLayout puts the picture beside its words where there is room, else above them.
type slotLayout struct{ width float32 }

// slotGap is the air between the picture and its words.
const slotGap = 8

func (l *slotLayout) beside(thumb, words fyne.Size) bool {
	return l.width >= thumb.Width+slotGap+words.Width
}

// MinSize is that at the width which the slot has.
func (l *slotLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	thumb, words := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(thumb.Width, words.Width), max(thumb.Height, words.Height))
	if !l.beside(thumb, words) {
		size.Height = thumb.Height + words.Height
	}
	return size
}

// Layout puts them.
func (l *slotLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	thumb := objects[0].MinSize()
	objects[0].Resize(thumb)
	objects[0].Move(fyne.Position{})
	at := fyne.NewPos(thumb.Width+slotGap, 0)
	if !l.beside(thumb, objects[1].MinSize()) {
		at = fyne.NewPos(0, thumb.Height)
	}
	widgets.LayOut(objects[1], at, size.Width-at.X)
}
