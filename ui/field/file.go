package field

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// fileInput is a field of the form with one photo or scan (KG-018, KG-047, KG-055).
type fileInput struct {
	inputFrame
	slot *fileSlot
	able bool
}

// newFile makes the input of a field with one file, or with several for each
// privilege (KG-051). Files are saved as soon as they are chosen.
func newFile(w *frame.Window, host Host, f form.Field) Input {
	if f.Kind == registrar.KindFiles {
		return newFilesInput(w, host, f)
	}
	i := &fileInput{inputFrame: newInputFrame(w, host, f)}
	title := titled(w, f.Code)
	i.slot = newFileSlot(w, host, title, f.Code)
	i.slot.takes = true
	i.assemble(i, i.slot.whole)
	return i
}

// display shows the file that stands in the field.
func (i *fileInput) display() { i.slot.show(i.graduate, i.stored(), i.able) }

// Found is that of the frame. What it says of the picture stands under the field: the slot need not
// say it too.
func (i *fileInput) Found(list []registrar.Finding) {
	i.inputFrame.Found(list)
	i.slot.said.standAside(slices.ContainsFunc(i.shown, refusesPicture) || i.slot.said.fine && slices.ContainsFunc(i.shown, asksAbout))
	widgets.Arrange(i.slot.whole)
}

// refusesPicture says that a finding is about a picture as it is.
func refusesPicture(f registrar.Finding) bool {
	return strings.HasPrefix(f.Rule, "photo_") && Severe(f)
}

// asksAbout says that a finding asks about a file, as that another has it too: «no remarks» above it
// would deny it.
func asksAbout(f registrar.Finding) bool { return f.Severity == data.SeverityConfirm }

func (i *fileInput) setAble(able bool) { i.able = able }

// Values are none: nothing is typed into the field.
func (i *fileInput) Values() []registrar.Assign { return nil }

func (i *fileInput) Focusable() fyne.Focusable { return i.slot.Focusable() }

func (i *fileInput) Unsaved() bool { return i.slot.saving }

func (i *fileInput) slots() []*fileSlot { return []*fileSlot{i.slot} }

// DropOnFiles gives files that were let go at a place of the window to the slot there, else to the
// first that is empty, of these inputs; false where no slot wants them.
func DropOnFiles(inputs []Input, at fyne.Position, paths []string) bool {
	var under, empty *fileSlot
	for _, input := range inputs {
		holder, holds := input.(interface{ slots() []*fileSlot })
		if !holds {
			continue
		}
		for _, s := range holder.slots() {
			switch {
			case !s.takes || s.choose.Disabled():
			case within(s.whole, at):
				under = s
			case s.file == "" && empty == nil && s.wants(paths[0]):
				empty = s
			}
		}
	}
	switch {
	case under != nil:
		under.attach(under.host.GraduateID(), paths)
	case empty != nil:
		empty.attach(empty.host.GraduateID(), paths)
	default:
		return false
	}
	return true
}

// IsFolder tells a folder by its path.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// within tells whether a place of the window lies in an object.
func within(o fyne.CanvasObject, at fyne.Position) bool {
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
	return at.X >= 0 && at.Y >= 0 && at.X < o.Size().Width && at.Y < o.Size().Height
}

// onSave writes the untouched original to a file.
func (s *fileSlot) onSave() {
	r, id, place, ending := s.window.Registrar(), s.owner, s.place, s.ending
	frame.Run(s.window, &s.doing, func(context.Context) (registrar.Row, error) { return r.Table.Find(id) },
		func(row registrar.Row, err error) { s.askWhere(row, place, ending, err) })
}

// askWhere asks for the file that the original of a graduate is written to.
func (s *fileSlot) askWhere(of registrar.Row, place, ending string, err error) {
	w, r := s.window, s.window.Registrar()
	if err != nil {
		w.Fail(err)
		return
	}
	title, name := w.Say("form_file.save", nil), data.FileName(of.Graduate.FullName()+" "+s.title, ending)
	askRecipient(w, title, of.Graduate.ID, func(whom string) {
		w.SaveAs(title, name, func(path string) {
			frame.RunLong(w, w.Say("site.saving", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
				return path, r.Form.SaveAttachment(registrar.GoesTo(ctx, whom), of.Graduate.ID, place, path)
			}, func(path string, err error) { onOriginalSaved(w, path, err) })
		})
	})
}

// askRecipient asks to whom an original goes: the slot has no room for the question.
func askRecipient(w *frame.Window, title, id string, then func(whom string)) {
	to := frame.NewRecipient(w)
	to.About(registrar.EventFileSaved, id)
	w.Ask(title, container.NewVBox(widgets.Wrapped(w.Say("recipient.about", nil)), to.Field.Box), 460,
		frame.Choice{Label: w.Say("recipient.place", nil), Chosen: func() { then(to.Said()) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(to.Entry)
}

func onOriginalSaved(w *frame.Window, path string, err error) {
	if err != nil {
		w.Fail(err)
		return
	}
	w.DoneForGood(w.Say("form_file.saved", map[string]any{"file": filepath.Base(path)}))
}
