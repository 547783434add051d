package pick

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// dialog is one question for a file: places at the left, what is in the present folder,
// and the name, which stays whatever folder is shown. A path may be typed or pasted in its
// place.
type dialog struct {
	window   *frame.Window
	question frame.Question
	// folders says that a folder is asked for.
	folders bool
	// opens says that a file is asked for that is there.
	opens bool
	// refuse says why a path that is no folder cannot be chosen, "" where it can.
	refuse func(path string) string
	done   func()
	box    *frame.Box

	// shown is the folder that is shown, "" while it is the list of places.
	shown string

	entry *widgets.Entry
	where *widgets.Shortened
	table *widgets.Table
	// thumbs are the small pictures beside the files, where pictures are asked for.
	thumbs *frame.Thumbs
	up     *widgets.Button
	fresh  *widgets.Button
	empty  *widget.Label
	hidden *widgets.Button
	fault  *widget.Label
	// name is what stands in the entry when a folder was typed there.
	name    string
	reading frame.Turn
}

func newDialog(w *frame.Window, q frame.Question) *dialog {
	d := &dialog{window: w, question: q, name: q.Name, where: widgets.NewShortened("", ""), empty: widgets.Wrapped(""), fault: widgets.Wrapped("")}
	d.entry = widgets.NewEntry("")
	d.entry.SetText(q.Name)
	d.entry.OnChanged = func(string) { d.fault.SetText("") }
	d.entry.OnSubmitted = func(string) { d.onSubmitted() }
	d.entry.OnEscape = func() { d.box.Leave() }
	d.entry.OnMove = d.onMove
	d.table = widgets.NewTable([]widgets.Column{{Title: w.Say("ui.file_name", nil), Width: 300, Stretch: true}, {Title: w.Say("ui.file_time", nil), Width: 130}})
	d.table.Plain, d.table.ByLetters, d.table.StartsQuietly = true, true, true
	d.table.OnCursor, d.table.OnOpened, d.table.OnBack = d.onCursor, d.onOpened, d.onUp
	d.table.OnEscape = func() { d.box.Leave() }
	d.thumbs = frame.NewThumbs(w, d.table.Redraw)
	if slices.ContainsFunc(q.Endings, isPicture) {
		d.table.Pictures, d.table.OnSight = pickerPicture, d.onSight
	}
	d.up = widgets.NewButton(w.Say("pick.up", nil), theme.MoveUpIcon(), d.onUp)
	d.fresh = widgets.NewButton(w.Say("pick.new_folder", nil), theme.FolderNewIcon(), d.onNewFolder)
	d.hidden = widgets.NewButton("", nil, d.onEvery)
	d.hidden.Importance = widget.LowImportance
	d.empty.Importance = widget.LowImportance
	d.fault.Importance = widget.DangerImportance
	return d
}

func (d *dialog) build() fyne.CanvasObject {
	w := d.window
	top := container.NewVBox(widgets.FieldCaption(w.Say(d.caption(), nil)), d.entry, d.fault,
		container.NewBorder(nil, nil, d.up, d.fresh, d.where))
	places := container.NewVBox()
	for _, l := range w.Locations() {
		b := widgets.NewButton(placeName(l.Title), l.Icon, func() { d.onPlace(l.Path) })
		b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
		places.Add(b)
	}
	side := container.NewVScroll(places)
	side.SetMinSize(fyne.NewSize(places.MinSize().Width, 0))
	list := container.NewStack(d.table, container.NewCenter(container.New(&widgets.FixedWidth{Width: 320 * w.Scale()}, d.empty)))
	return container.NewBorder(nil, nil, side, nil, container.NewBorder(top, container.NewHBox(d.hidden), nil, nil, list))
}

// caption says what is typed in the entry.
func (d *dialog) caption() string {
	if d.folders {
		return "pick.folder_or_path"
	}
	return "pick.name_or_path"
}

// typed is what stands in the entry, without what a paste has brought around it.
func (d *dialog) typed() string { return strings.Trim(strings.TrimSpace(d.entry.Text), `"`) }

// path is what the entry means: a whole path, or a name in the folder that is shown, "" while none
// is.
func (d *dialog) path() string {
	switch typed := d.typed(); {
	case filepath.IsAbs(typed):
		return filepath.Clean(typed)
	case d.shown == "":
		return ""
	}
	return filepath.Join(d.shown, d.typed())
}

// onSubmitted goes into a typed folder, or chooses what was typed.
func (d *dialog) onSubmitted() {
	if d.enter() {
		return
	}
	if d.ready() {
		d.box.Close()
		d.done()
	}
}

// enter goes into the folder that was typed in the place of a name; false where none was.
func (d *dialog) enter() bool {
	path := d.path()
	if d.typed() == "" || !frame.IsFolder(path) {
		return false
	}
	d.entry.SetText(d.name)
	d.goTo(path)
	return true
}

// ready says that what was typed can be chosen, or why not. A folder in the place of a file
// is gone into.
func (d *dialog) ready() bool {
	if !d.folders {
		if d.typed() == "" && d.goIntoRow() || d.enter() {
			return false
		}
	}
	path := d.path()
	words := d.window.SayIf(path == "", "pick.no_place")
	if path != "" {
		words = d.refuse(path)
	}
	d.fault.SetText(words)
	return words == ""
}
