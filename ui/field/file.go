package field

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
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
	title := frame.Capital(w.Text().Word(w.Registrar().Campaign().FieldTitle(f.Code)))
	i.slot = newFileSlot(w, host, title, f.Code)
	i.slot.takes = true
	i.assemble(i, i.slot.whole)
	return i
}

// display shows the file that stands in the field.
func (i *fileInput) display() { i.slot.show(i.stored(), i.able) }

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
			case s.file == "" && empty == nil:
				empty = s
			}
		}
	}
	switch {
	case under != nil:
		under.attach(under.host.GraduateID(), paths)
	case empty != nil && isPicture(paths[0]):
		empty.attach(empty.host.GraduateID(), paths)
	default:
		return false
	}
	return true
}

// within tells whether a place of the window lies in an object.
func within(o fyne.CanvasObject, at fyne.Position) bool {
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
	return at.X >= 0 && at.Y >= 0 && at.X < o.Size().Width && at.Y < o.Size().Height
}
