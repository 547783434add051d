package field

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
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
	// file is the id of the attachment shown, "" for none; ending is that of its kind, kept what
	// was said of it when it was shown.
	file   string
	ending string
	owner  string
	kept   data.Picture

	thumb  *Thumb
	size   *widget.Label
	choose *widgets.TabbedButton
	view   *widgets.TabbedButton
	save   *widgets.TabbedButton
	remove *widgets.TabbedButton
	said   *verdictLine
	fault  *widget.Label
	whole  *fyne.Container

	doing  frame.Turn
	saving bool
}

// Thumbnail is the longer side of the small picture, in device-independent pixels.
const Thumbnail = 96

func newFileSlot(w *frame.Window, host Host, title, place string) *fileSlot {
	s := &fileSlot{window: w, host: host, title: title, place: place, said: newVerdictLine(), fault: widgets.Small(""), size: widgets.Small("")}
	s.thumb = NewThumb(w, Thumbnail)
	s.size.Importance, s.fault.Importance = widget.LowImportance, widget.DangerImportance
	s.fault.Hide()
	s.choose = s.button("form_file.choose", s.onChoose)
	s.view = s.button("form_file.view", s.onView)
	s.save = s.button("form_file.save", s.onSave)
	s.remove = s.button("form_file.remove", s.onRemove)
	buttons := container.NewHBox(container.NewVBox(s.choose, s.view, s.save, s.remove))
	words := container.New(&widgets.Stacked{}, s.size, buttons)
	s.whole = container.New(&widgets.Stacked{}, container.New(&slotLayout{}, s.thumb.Object, words), s.said.whole, s.fault)
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
// not unpacked again while nothing else is said of it. May says that it can be changed now.
func (s *fileSlot) show(g *data.Graduate, file string, may bool) {
	owner, kept := s.host.GraduateID(), data.Picture{}
	if g != nil && file != "" {
		kept = g.Pictures[file]
	}
	other := file != s.file || owner != s.owner || !reflect.DeepEqual(kept, s.kept)
	s.file, s.owner, s.kept = file, owner, kept
	widgets.Enable(s.choose, may)
	widgets.Enable(s.remove, may)
	widgets.SetHidden(s.choose, !s.takes)
	widgets.SetHidden(s.view, file == "")
	widgets.SetHidden(s.save, file == "" || !s.window.May(registrar.RightPrint))
	s.unseat(file == "")
	widgets.SetHidden(s.remove, file == "")
	if other {
		s.fault.Hide()
		s.load()
	}
	widgets.Arrange(s.whole)
}

// unseat takes the keyboard from buttons that go with the file: nobody would see what Enter presses.
func (s *fileSlot) unseat(empty bool) {
	for _, b := range []*widgets.TabbedButton{s.view, s.save, s.remove} {
		if canvas := s.window.Canvas(); empty && canvas.Focused() == fyne.Focusable(b) {
			canvas.Unfocus()
			if at := s.Focusable(); at != nil {
				canvas.Focus(at)
			}
		}
	}
}

// load unpacks the file in the background; until then the slot shows that there is one.
func (s *fileSlot) load() {
	s.thumb.Show(nil)
	s.thumb.Reading.Void()
	s.said.hide()
	s.size.SetText(s.window.SayIf(s.file == "" && s.takes, s.dropWords()))
	if s.file == "" {
		return
	}
	readLooked(s.window, &s.thumb.Reading, s.owner, s.place, viewed{2 * Thumbnail, 0}, s.onLoaded)
}

func (s *fileSlot) onLoaded(l Looked, err error) {
	if err != nil {
		s.refuse(s.window.Explain(err))
		return
	}
	s.ending = l.File.ending
	s.size.SetText(pictureSize(s.window, l.File))
	s.thumb.Show(&l.File)
	if s.window.Registrar().Campaign().JudgesPictures() {
		s.said.show(verdictOf(s.window, l.Said))
	}
	widgets.Arrange(s.whole)
	arrange(s.host)
}

// onView shows the file as large as the window allows, with all that is said of it.
func (s *fileSlot) onView() {
	ShowPicture(s.window, s.owner, s.place, s.title, s.host.Edited)
}

// refuse says under the slot why a file was not taken.
func (s *fileSlot) refuse(words string) {
	s.fault.SetText(words)
	s.fault.Show()
	widgets.Arrange(s.whole)
	arrange(s.host)
}

func (s *fileSlot) onChoose() {
	// The PC's own dialog may stay open while the form turns to the next graduate.
	id := s.host.GraduateID()
	s.window.Files.Open(s.title, s.endings(), func(path string) { s.attach(id, []string{path}) })
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
			if err := r.Form.Attach(registrar.Numbered(ctx, &act), id, place, filepath.Base(path), content); err != nil {
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

// takesPDF says that the slot takes a scan that is a PDF.
func (s *fileSlot) takesPDF() bool {
	c := s.window.Registrar().Campaign()
	f := c.Field(registrar.PlaceOf(s.place).Field)
	return f != nil && c.TakesPDF(f)
}

// endings are those of the files that the slot takes.
func (s *fileSlot) endings() []string {
	if s.takesPDF() {
		return frame.Scans
	}
	return frame.Pictures
}

// dropWords is the id of what an empty slot says.
func (s *fileSlot) dropWords() string {
	if s.takesPDF() {
		return "form_file.drop_scan"
	}
	return "form_file.drop"
}

// wants tells by its ending a file that may be meant for the slot.
func (s *fileSlot) wants(path string) bool {
	return slices.Contains(s.endings(), strings.ToLower(filepath.Ext(path)))
}
