package frame

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// ownPicker asks for a file by a dialog of our own, in the window's language: a path
// to type or paste, and below it what is in its folder.
type ownPicker struct {
	window *Window
	// folder is where the last choice was made.
	folder string
}

// Open asks for a file that is there.
func (p *ownPicker) Open(title string, endings []string, chosen func(string)) {
	p.ask(title, endings, p.start(), "ui.choose", func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && !info.IsDir()
	}, chosen)
}

// Save asks where to write a file.
func (p *ownPicker) Save(title, name string, chosen func(string)) {
	p.ask(title, []string{filepath.Ext(name)}, filepath.Join(p.start(), name), "ui.save_here", func(path string) bool {
		info, err := os.Stat(filepath.Dir(path))
		return err == nil && info.IsDir() && !isFolder(path)
	}, func(path string) { p.confirm(path, chosen) })
}

// Folder asks for a folder: the one whose content is shown, or another that is typed.
func (p *ownPicker) Folder(title string, chosen func(string)) {
	p.ask(title, nil, p.start(), "ui.choose", isFolder, chosen)
}

// confirm asks before a file that is there is replaced.
func (p *ownPicker) confirm(path string, chosen func(string)) {
	if _, err := os.Stat(path); err != nil {
		chosen(path)
		return
	}
	p.window.askReplace(path, func() { chosen(path) })
}

func (p *ownPicker) start() string {
	if p.folder == "" {
		p.folder = p.window.Home
	}
	return p.folder
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (p *ownPicker) ask(title string, endings []string, start, button string, fits func(string) bool, chosen func(string)) {
	d := newPickDialog(p.window, endings, fits)
	d.goTo(start)
	d.done = func() {
		p.folder = filepath.Dir(d.entry.Text)
		chosen(d.entry.Text)
	}
	content := container.New(&widgets.FixedSize{Size: fyne.NewSize(640*p.window.Scale(), 360*p.window.Scale())}, d.build())
	d.box = p.window.Ask(title, content, 680,
		Choice{Label: p.window.Say(button, nil), Ready: d.ready, Chosen: d.done},
		Choice{Label: p.window.Say("ui.cancel", nil)})
	p.window.Canvas().Focus(d.entry)
	d.entry.CursorColumn = len([]rune(d.entry.Text))
}

// pickDialog is one question for a file.
type pickDialog struct {
	window  *Window
	endings []string
	fits    func(path string) bool
	done    func()
	box     *Box

	entry *widgets.Entry
	table *widgets.Table
	fault *widget.Label
}

func newPickDialog(w *Window, endings []string, fits func(string) bool) *pickDialog {
	d := &pickDialog{window: w, endings: endings, fits: fits}
	d.entry = widgets.NewEntry("")
	d.entry.OnSubmitted = func(string) { d.onSubmitted() }
	d.entry.OnEscape = func() { d.box.Close() }
	d.table = widgets.NewTable([]widgets.Column{{Title: w.Say("ui.file_name", nil), Width: 400, Stretch: true}, {Title: w.Say("ui.file_time", nil), Width: 130}})
	d.table.Plain = true
	d.table.OnCursor = d.onCursor
	d.table.OnOpened = d.onOpened
	d.table.OnEscape = func() { d.box.Close() }
	d.fault = widget.NewLabel("")
	d.fault.Importance = widget.DangerImportance
	return d
}

func (d *pickDialog) build() fyne.CanvasObject {
	up := widgets.NewButton("", theme.MoveUpIcon(), d.onUp)
	line := container.New(layout.NewBorderLayout(nil, nil, nil, up), d.entry, up)
	top := container.NewVBox(line, d.fault)
	return container.New(layout.NewBorderLayout(top, nil, nil, nil), top, d.table)
}

// goTo shows the folder of a path, or the path itself where it is a folder.
func (d *pickDialog) goTo(path string) {
	folder := path
	if !isFolder(path) {
		folder = filepath.Dir(path)
	} else if !strings.HasSuffix(path, string(filepath.Separator)) {
		path += string(filepath.Separator)
	}
	d.entry.SetText(path)
	d.fault.SetText("")
	entries, err := os.ReadDir(folder)
	if err != nil {
		d.fault.SetText(d.window.Say("ui.no_folder", nil))
	}
	var folders, files []widgets.Row
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		row := d.row(folder, e)
		switch {
		case e.IsDir():
			folders = append(folders, row)
		case slices.Contains(d.endings, strings.ToLower(filepath.Ext(e.Name()))):
			files = append(files, row)
		}
	}
	d.table.SetRows(append(folders, files...))
}

func (d *pickDialog) row(folder string, e os.DirEntry) widgets.Row {
	name := widgets.Cell{Text: e.Name(), Icon: theme.FileIcon()}
	if e.IsDir() {
		name.Icon = theme.FolderIcon()
	}
	time := ""
	if info, err := e.Info(); err == nil {
		time = info.ModTime().Format("02.01.2006 15:04")
	}
	return widgets.Row{Key: filepath.Join(folder, e.Name()), Cells: []widgets.Cell{name, {Text: time}}}
}

func (d *pickDialog) onUp() {
	d.goTo(filepath.Dir(strings.TrimRight(d.entry.Text, string(filepath.Separator))))
}

func (d *pickDialog) onCursor(path string) {
	if !isFolder(path) {
		d.entry.SetText(path)
	}
}

// onOpened goes into a folder, or chooses a file.
func (d *pickDialog) onOpened(path string) {
	if isFolder(path) {
		d.goTo(path)
		return
	}
	d.entry.SetText(path)
	d.onSubmitted()
}

// onSubmitted goes into a typed folder, or chooses what was typed.
func (d *pickDialog) onSubmitted() {
	if isFolder(d.entry.Text) {
		d.goTo(d.entry.Text)
		return
	}
	if d.ready() {
		d.box.Close()
		d.done()
	}
}

// ready says that what was typed can be chosen, or why not.
func (d *pickDialog) ready() bool {
	if d.fits(d.entry.Text) {
		return true
	}
	d.fault.SetText(d.window.Say("ui.no_file", nil))
	return false
}
