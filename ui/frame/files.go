package frame

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// FilePicker asks a person for a file. Nothing is called when the person leaves the
// dialog without a choice.
type FilePicker interface {
	// Open asks for a file that is there; endings are such as ".xlsx".
	Open(title string, endings []string, chosen func(path string))
	// Save asks where to write a file and proposes a name.
	Save(title, name string, chosen func(path string))
	// Folder asks for a folder that is there.
	Folder(title string, chosen func(path string))
}

// question is a question for a file, with the folder in which it begins, "" for a list of places.
type question struct {
	title, folder string
	// endings are those of the files to choose from, name what is proposed for a new one.
	endings []string
	name    string
}

// picker answers questions for a file.
type picker interface {
	open(q question, chosen func(path string))
	save(q question, chosen func(path string))
	folder(q question, chosen func(path string))
}

// newPicker takes the PC's own dialogs where it has them: always on Windows, on
// Linux where the program zenity is installed; else ours. Fyne's own dialogs speak
// the system's language, not the window's, and make an empty file before saving.
func newPicker(w *Window) picker {
	if runtime.GOOS == "windows" {
		return &nativePicker{w}
	}
	if _, err := exec.LookPath("zenity"); err == nil {
		return &nativePicker{w}
	}
	return &ownPicker{w}
}

// handed is a picker that was handed in: it knows the folders itself.
type handed struct{ FilePicker }

func (h handed) open(q question, chosen func(string))   { h.Open(q.title, q.endings, chosen) }
func (h handed) save(q question, chosen func(string))   { h.Save(q.title, q.name, chosen) }
func (h handed) folder(q question, chosen func(string)) { h.Folder(q.title, chosen) }

// sittingPicker begins in the folder of the present person and purpose, and forgets the
// question when the sitting is over: the PC's own dialogs stay open over a lock.
type sittingPicker struct {
	window  *Window
	purpose Purpose
}

// FilesFor asks for files of a purpose that their ending does not tell.
func (w *Window) FilesFor(p Purpose) FilePicker { return sittingPicker{w, p} }

func (p sittingPicker) Open(title string, endings []string, chosen func(string)) {
	purpose := p.or(purposeOf(endings, forReading))
	q := p.ask(purpose, question{title: title, endings: endings})
	p.window.picking(q).open(q, p.asked(purpose, filepath.Dir, chosen))
}

func (p sittingPicker) Save(title, name string, chosen func(string)) {
	endings := []string{filepath.Ext(name)}
	purpose := p.or(purposeOf(endings, forPaper))
	q := p.ask(purpose, question{title: title, endings: endings, name: name})
	p.window.picking(q).save(q, p.asked(purpose, filepath.Dir, chosen))
}

func (p sittingPicker) Folder(title string, chosen func(string)) {
	purpose := p.or(forFolder)
	q := p.ask(purpose, question{title: title})
	p.window.picking(q).folder(q, p.asked(purpose, filepath.Clean, chosen))
}

func (p sittingPicker) or(found Purpose) Purpose {
	if p.purpose != "" {
		return p.purpose
	}
	return found
}

func (p sittingPicker) ask(purpose Purpose, q question) question {
	q.folder = p.window.startFolder(purpose)
	return q
}

// asked tells the answer in the sitting of the question alone, and remembers its folder.
func (p sittingPicker) asked(purpose Purpose, folderOf func(string) string, chosen func(string)) func(string) {
	still := p.window.still()
	return func(path string) {
		if still() {
			p.window.rememberFolder(purpose, folderOf(path))
			chosen(path)
		}
	}
}

// folders are those where files were chosen last, by purpose. Those of a graduate are
// forgotten with the sitting: nobody is led into the folders of somebody else.
func (w *Window) folders() map[string]string {
	if w.IsGraduate() {
		return w.sitting.folders
	}
	if w.Settings.Folders == nil {
		w.Settings.Folders = map[string]string{}
	}
	return w.Settings.Folders
}

// SaveSettings keeps how the window looks; a failure is said, not hidden.
func (w *Window) SaveSettings() {
	if err := w.Settings.Save(); err != nil {
		w.Fail(err)
	}
}

// rememberFolder notes where a file was chosen.
func (w *Window) rememberFolder(p Purpose, folder string) {
	folders := w.folders()
	if folders[string(p)] != folder {
		folders[string(p)] = folder
		w.SaveSettings()
	}
}

// startFolder is where a dialog for files begins, "" for a list of places.
func (w *Window) startFolder(p Purpose) string { return w.whereabouts().start(p) }

// whereabouts are what is known of who sits there before which registry.
func (w *Window) whereabouts() whereabouts {
	at := whereabouts{last: w.folders(), graduate: w.IsGraduate(), home: w.Home, drives: w.Drives()}
	if w.registrar != nil {
		at.registry = w.registrar.Path()
	}
	if at.graduate {
		at.school = append(slices.Collect(maps.Values(w.Settings.Folders)), at.home, UserFolders().Home)
		for _, registry := range append(w.Settings.Recent, at.registry) {
			at.school = append(at.school, filepath.Dir(registry))
		}
	}
	return at
}

// picking is who asks a question: where no folder is to be shown, our own dialog, which can show
// places.
func (w *Window) picking(q question) picker {
	if _, native := w.picker.(*nativePicker); native && q.folder == "" {
		return &ownPicker{w}
	}
	return w.picker
}

// PrintFile is the path of a new file of this name from which another program prints. It
// goes with the sitting.
func (w *Window) PrintFile(name string) (string, error) { return w.printed().file(name) }

func (w *Window) printed() printFolder {
	return printFolder(filepath.Join(filepath.Dir(w.Settings.path), "print"))
}

// OpenOutside shows a file or a folder in the PC's own program for it.
func (w *Window) OpenOutside(t *Turn, path string) {
	Run(w, t, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(path) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(registrar.CannotOpen(err, path))
		}
	})
}

// SaveAs asks where to write a file and proposes a name. Where the ending was left out it is
// added, and a file that lies there under the longer name is not replaced without a question.
func (w *Window) SaveAs(title, name string, chosen func(path string)) {
	w.Files.Save(title, name, func(path string) {
		if strings.EqualFold(filepath.Ext(path), filepath.Ext(name)) {
			chosen(path)
			return
		}
		path += filepath.Ext(name)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			chosen(path)
			return
		}
		w.askReplace(path, func() { chosen(path) })
	})
}

// askReplace asks before a file that lies there is replaced.
func (w *Window) askReplace(path string, replace func()) {
	w.AskTwice(w.Say("ui.replace_title", nil), widgets.Wrapped(w.Say("ui.replace", map[string]any{"file": filepath.Base(path)})), 460,
		Choice{Label: w.Say("ui.replace_no", nil)}, Choice{Label: w.Say("ui.replace_yes", nil), Danger: true, Chosen: replace})
}

// Drop gives dropped files to the current screen, else to the import.
func (w *Window) Drop(at fyne.Position, uris []fyne.URI) {
	if len(w.boxes) > 0 || !w.open() {
		return
	}
	w.droppedAt = at
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	if d, takes := w.screens[w.current].(Dropper); takes && d.Dropped(paths) {
		return
	}
	w.Go(Route{Screen: Table, File: paths[0]})
}

// onNewFolder asks for the name of a new folder in the one that is shown.
func (d *pickDialog) onNewFolder() {
	w := d.window
	name := widgets.NewEntry("")
	field := widgets.NewLabelled(w.Say("pick.new_folder_name", nil), name)
	name.OnChanged = func(string) { field.SetFault("") }
	var box *Box
	box = w.Ask(w.Say("pick.new_folder", nil), field.Box, 420, Choice{Label: w.Say("pick.make_folder", nil), Ready: func() bool {
		d.make(box, strings.TrimSpace(name.Text), field)
		return false
	}}, Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(name)
}

// make makes a folder, closes the box that asked for it, and shows the folder; one that is there is
// shown too.
func (d *pickDialog) make(box *Box, name string, field *widgets.Labelled) {
	path := filepath.Join(d.shown, name)
	if name == "" || filepath.Dir(path) != filepath.Clean(d.shown) {
		field.SetFault(d.window.Say("pick.bad_folder_name", nil))
		return
	}
	RunIn(box, func(context.Context) (struct{}, error) {
		if isFolder(path) {
			return struct{}{}, nil
		}
		return struct{}{}, os.Mkdir(path, 0o700)
	}, func(_ struct{}, err error) {
		if err != nil {
			field.SetFault(d.window.Say("pick.cannot_make_folder", nil))
			return
		}
		box.Close()
		d.goTo(path)
	})
}
