package field

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// filesInput is a field of the form with one or more documents for each privilege
// (KG-050, KG-051). The documents of a privilege that was unticked stay, and do not count
// (KG-053).
type filesInput struct {
	inputFrame
	groups []*fileGroup
	lists  *fyne.Container
	able   bool
}

// fileGroup are the documents of one privilege, with a slot for one more.
type fileGroup struct {
	input *filesInput
	code  string
	// counts says that the privilege is chosen.
	counts bool
	title  *widget.Label
	note   *widget.Label
	files  []*fileSlot
	more   *fileSlot
	box    *fyne.Container
}

func newFilesInput(w *frame.Window, host Host, f form.Field) *filesInput {
	i := &filesInput{inputFrame: newInputFrame(w, host, f), lists: container.New(&widgets.Stacked{})}
	i.assemble(i, i.lists)
	return i
}

// wide says that the field takes the whole width of the form.
func (i *filesInput) wide() bool { return true }

func (i *filesInput) setAble(able bool) { i.able = able }

// Values are none: nothing is typed into the field.
func (i *filesInput) Values() []registrar.Assign { return nil }

// display shows a group for each privilege that is chosen or has documents; groups and
// slots that are there already stay, and the focus in them.
func (i *filesInput) display() {
	if i.graduate == nil {
		return
	}
	attached, chosen := registrar.FilesOf(i.field.Code, i.stored()), i.graduate.Current().Privileges
	codes := slices.Clone(chosen)
	for _, a := range attached {
		if !slices.Contains(codes, a.For) {
			codes = append(codes, a.For)
		}
	}
	was := i.groups
	i.groups = nil
	i.lists.RemoveAll()
	for _, code := range codes {
		group := i.group(was, code)
		group.show(attached, slices.Contains(chosen, code))
		i.groups = append(i.groups, group)
		i.lists.Add(group.box)
	}
	if len(codes) == 0 {
		i.lists.Add(widgets.Small(i.window.Say("form_file.no_privilege", nil)))
	}
}

// group is the one of a privilege that was there, or a new one.
func (i *filesInput) group(was []*fileGroup, code string) *fileGroup {
	if at := slices.IndexFunc(was, func(group *fileGroup) bool { return group.code == code }); at >= 0 {
		return was[at]
	}
	group := &fileGroup{input: i, code: code, box: container.New(&widgets.Stacked{}), note: widgets.Small(i.window.Say("form_file.not_counted", nil))}
	title := i.window.Wording(func() any {
		if item := i.window.Registrar().Campaign().Privilege(code); item != nil {
			return item.Title
		}
		return code
	})
	group.title = widgets.BoldWords(title)
	group.title.Wrapping = fyne.TextWrapWord
	group.note.Importance = widget.LowImportance
	group.more = newFileSlot(i.window, i.host, title, i.field.Code+":"+code)
	group.more.takes, group.more.several = true, true
	return group
}

// show fills the group with the files of its privilege.
func (group *fileGroup) show(attached []registrar.Attached, counts bool) {
	i, was := group.input, group.files
	group.files, group.counts = nil, counts
	group.title.Importance = widget.MediumImportance
	if !counts {
		group.title.Importance = widget.LowImportance
	}
	widgets.SetHidden(group.note, counts)
	group.box.Objects = []fyne.CanvasObject{group.title, group.note}
	for _, a := range attached {
		if a.For == group.code {
			slot := group.slot(was, a.ID)
			slot.show(i.graduate, a.ID, i.able)
			slot.thumb.picture.Translucency = translucency(counts)
			group.files = append(group.files, slot)
			group.box.Add(slot.whole)
		}
	}
	group.more.choose.SetText(i.window.Say(moreWords(len(group.files)), nil))
	group.more.show(i.graduate, "", i.able)
	if counts {
		group.box.Add(group.more.whole)
	}
	group.box.Refresh()
}

// slot is the one of a file that was there, or a new one.
func (group *fileGroup) slot(was []*fileSlot, id string) *fileSlot {
	place := group.more.place + ":" + id
	if at := slices.IndexFunc(was, func(s *fileSlot) bool { return s.place == place }); at >= 0 {
		return was[at]
	}
	return newFileSlot(group.input.window, group.input.host, group.title.Text, place)
}

// translucency makes paler what does not count.
func translucency(counts bool) float64 {
	if counts {
		return 0
	}
	return 0.5
}

// moreWords is the button's sentence for the first file, and for every other.
func moreWords(there int) string {
	if there == 0 {
		return "form_file.choose"
	}
	return "form_file.more"
}

func (i *filesInput) slots() []*fileSlot {
	var all []*fileSlot
	for _, group := range i.groups {
		all = append(all, group.files...)
		if group.counts {
			all = append(all, group.more)
		}
	}
	return all
}

func (i *filesInput) Focusable() fyne.Focusable {
	for _, s := range i.slots() {
		if f := s.Focusable(); f != nil {
			return f
		}
	}
	return nil
}

func (i *filesInput) Unsaved() bool {
	return slices.ContainsFunc(i.slots(), func(s *fileSlot) bool { return s.saving })
}
