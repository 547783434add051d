package frame

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// ownPicker asks for a file by a dialog of our own, in the window's language.
type ownPicker struct{ window *Window }

// open asks for a file that is there.
func (p *ownPicker) open(q question, chosen func(string)) {
	d := newPickDialog(p.window, q)
	d.opens = true
	d.refuse = func(path string) string {
		if d.typed() == "" {
			return p.window.Say("pick.no_choice", nil)
		}
		if _, err := os.Stat(path); err != nil {
			return p.window.Say("pick.no_file", nil)
		}
		return ""
	}
	p.ask(d, "ui.choose", chosen)
}

// save asks where to write a file.
func (p *ownPicker) save(q question, chosen func(string)) {
	d := newPickDialog(p.window, q)
	d.refuse = func(path string) string {
		switch {
		case d.typed() == "":
			return p.window.Say("pick.no_file_name", nil)
		case !isFolder(filepath.Dir(path)):
			return p.window.Say("pick.no_such_folder", map[string]any{"folder": filepath.Dir(path)})
		}
		return ""
	}
	p.ask(d, "ui.save_here", func(path string) { p.confirm(path, chosen) })
}

// folder asks for a folder: the one whose content is shown, or another that is chosen or
// typed.
func (p *ownPicker) folder(q question, chosen func(string)) {
	d := newPickDialog(p.window, q)
	d.folders = true
	d.refuse = func(path string) string {
		if isFolder(path) {
			return ""
		}
		return p.window.Say("pick.no_such_folder", map[string]any{"folder": path})
	}
	p.ask(d, "ui.choose", chosen)
}

// confirm asks before a file that is there is replaced.
func (p *ownPicker) confirm(path string, chosen func(string)) {
	if _, err := os.Stat(path); err != nil {
		chosen(path)
		return
	}
	p.window.askReplace(path, func() { chosen(path) })
}

func (p *ownPicker) ask(d *pickDialog, button string, chosen func(string)) {
	w := p.window
	d.done = func() {
		d.thumbs.Forget()
		chosen(d.path())
	}
	room := w.Canvas().Size()
	size := fyne.NewSize(min(860*w.Scale(), room.Width-120), min(480*w.Scale(), room.Height-200*w.Scale()))
	d.box = w.Ask(d.question.title, container.New(&widgets.FixedSize{Size: size}, d.build()), size.Width/w.Scale()+40,
		Choice{Label: w.Say(button, nil), Ready: d.ready, Chosen: d.done}, Choice{Label: w.Say("ui.cancel", nil), Chosen: d.thumbs.Forget})
	d.goTo(d.question.folder)
	w.Canvas().Focus(d.entry)
	d.entry.CursorColumn = len([]rune(d.entry.Text))
	d.entry.Refresh()
}

// pickDialog is one question for a file: places at the left, what is in the present folder,
// and the name, which stays whatever folder is shown. A path may be typed or pasted in its
// place.
type pickDialog struct {
	window   *Window
	question question
	// folders says that a folder is asked for.
	folders bool
	// opens says that a file is asked for that is there.
	opens bool
	// refuse says why a path that is no folder cannot be chosen, "" where it can.
	refuse func(path string) string
	done   func()
	box    *Box

	// shown is the folder that is shown, "" while it is the list of places.
	shown string

	entry *widgets.Entry
	where *widgets.Shortened
	table *widgets.Table
	// thumbs are the small pictures beside the files, where pictures are asked for.
	thumbs *Thumbs
	up     *widgets.Button
	fresh  *widgets.Button
	empty  *widget.Label
	hidden *widgets.Button
	fault  *widget.Label
	// name is what stands in the entry when a folder was typed there.
	name    string
	reading Turn
}

func newPickDialog(w *Window, q question) *pickDialog {
	d := &pickDialog{window: w, question: q, name: q.name, where: widgets.NewShortened("", ""), empty: widgets.Wrapped(""), fault: widgets.Wrapped("")}
	d.entry = widgets.NewEntry("")
	d.entry.SetText(q.name)
	d.entry.OnChanged = func(string) { d.fault.SetText("") }
	d.entry.OnSubmitted = func(string) { d.onSubmitted() }
	d.entry.OnEscape = func() { d.box.Leave() }
	d.entry.OnMove = d.onMove
	d.table = widgets.NewTable([]widgets.Column{{Title: w.Say("ui.file_name", nil), Width: 300, Stretch: true}, {Title: w.Say("ui.file_time", nil), Width: 130}})
	d.table.Plain, d.table.ByLetters, d.table.StartsQuietly = true, true, true
	d.table.OnCursor, d.table.OnOpened, d.table.OnBack = d.onCursor, d.onOpened, d.onUp
	d.table.OnEscape = func() { d.box.Leave() }
	d.thumbs = NewThumbs(w, d.table.Redraw)
	if slices.ContainsFunc(q.endings, isPicture) {
		d.table.Pictures, d.table.OnSight = pickerPicture, d.onSight
	}
	d.up = widgets.NewButton("", theme.MoveUpIcon(), d.onUp)
	d.fresh = widgets.NewButton(w.Say("pick.new_folder", nil), theme.FolderNewIcon(), d.onNewFolder)
	d.hidden = widgets.NewButton("", nil, d.onEvery)
	d.hidden.Importance = widget.LowImportance
	d.empty.Importance = widget.LowImportance
	d.fault.Importance = widget.DangerImportance
	return d
}

func (d *pickDialog) build() fyne.CanvasObject {
	w := d.window
	top := container.NewVBox(widgets.FieldCaption(w.Say(d.caption(), nil)), d.entry, d.fault,
		container.NewBorder(nil, nil, d.up, d.fresh, d.where))
	places := container.NewVBox()
	for _, l := range w.locations() {
		b := widgets.NewButton(placeName(l.title), l.icon, func() { d.onPlace(l.path) })
		b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
		places.Add(b)
	}
	side := container.NewVScroll(places)
	side.SetMinSize(fyne.NewSize(places.MinSize().Width, 0))
	list := container.NewStack(d.table, container.NewCenter(container.New(&widgets.FixedWidth{Width: 320 * w.Scale()}, d.empty)))
	return container.NewBorder(nil, nil, side, nil, container.NewBorder(top, container.NewHBox(d.hidden), nil, nil, list))
}

// caption says what is typed in the entry.
func (d *pickDialog) caption() string {
	if d.folders {
		return "pick.folder_or_path"
	}
	return "pick.name_or_path"
}

// typed is what stands in the entry, without what a paste has brought around it.
func (d *pickDialog) typed() string { return strings.Trim(strings.TrimSpace(d.entry.Text), `"`) }

// path is what the entry means: a whole path, or a name in the folder that is shown, "" while none
// is.
func (d *pickDialog) path() string {
	switch typed := d.typed(); {
	case filepath.IsAbs(typed):
		return filepath.Clean(typed)
	case d.shown == "":
		return ""
	}
	return filepath.Join(d.shown, d.typed())
}

// onSubmitted goes into a typed folder, or chooses what was typed.
func (d *pickDialog) onSubmitted() {
	if d.enter() {
		return
	}
	if d.ready() {
		d.box.Close()
		d.done()
	}
}

// enter goes into the folder that was typed in the place of a name; false where none was.
func (d *pickDialog) enter() bool {
	path := d.path()
	if d.typed() == "" || !isFolder(path) {
		return false
	}
	d.entry.SetText(d.name)
	d.goTo(path)
	return true
}

// ready says that what was typed can be chosen, or why not. A folder in the place of a file
// is gone into.
func (d *pickDialog) ready() bool {
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
