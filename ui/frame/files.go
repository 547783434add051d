package frame

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

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

// Question is a question for a file, with the folder in which it begins, "" for a list of places.
type Question struct {
	Title, Folder string
	// Endings are those of the files to choose from, Name what is proposed for a new one.
	Endings []string
	Name    string
}

// Picker answers questions for a file by dialogs. Nothing is called when the person leaves the
// dialog without a choice.
type Picker interface {
	// Open asks for a file that is there, Save where to write one, Folder for a folder that is there.
	Open(q Question, chosen func(path string))
	Save(q Question, chosen func(path string))
	Folder(q Question, chosen func(path string))
}

// handed is a picker that was handed in: it knows the folders itself.
type handed struct{ files FilePicker }

func (h handed) Open(q Question, chosen func(string))   { h.files.Open(q.Title, q.Endings, chosen) }
func (h handed) Save(q Question, chosen func(string))   { h.files.Save(q.Title, q.Name, chosen) }
func (h handed) Folder(q Question, chosen func(string)) { h.files.Folder(q.Title, chosen) }

// sittingPicker begins in the folder of the present person and purpose, and forgets the
// question when the sitting is over: a choice may be on its way then.
type sittingPicker struct {
	window  *Window
	purpose Purpose
}

// FilesFor asks for files of a purpose that their ending does not tell.
func (w *Window) FilesFor(p Purpose) FilePicker { return sittingPicker{w, p} }

func (p sittingPicker) Open(title string, endings []string, chosen func(string)) {
	purpose := p.or(purposeOf(endings, forReading))
	p.window.picker.Open(p.ask(purpose, Question{Title: title, Endings: endings}), p.asked(purpose, filepath.Dir, chosen))
}

func (p sittingPicker) Save(title, name string, chosen func(string)) {
	endings := []string{filepath.Ext(name)}
	purpose := p.or(purposeOf(endings, forPaper))
	p.window.picker.Save(p.ask(purpose, Question{Title: title, Endings: endings, Name: name}), p.asked(purpose, filepath.Dir, chosen))
}

func (p sittingPicker) Folder(title string, chosen func(string)) {
	purpose := p.or(forFolder)
	p.window.picker.Folder(p.ask(purpose, Question{Title: title}), p.asked(purpose, filepath.Clean, chosen))
}

func (p sittingPicker) or(found Purpose) Purpose {
	if p.purpose != "" {
		return p.purpose
	}
	return found
}

func (p sittingPicker) ask(purpose Purpose, q Question) Question {
	q.Folder = p.window.startFolder(purpose)
	return q
}

// asked tells the answer in the sitting of the question alone, and remembers its folder.
func (p sittingPicker) asked(purpose Purpose, folderOf func(string) string, chosen func(string)) func(string) {
	still := p.window.Still()
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
		at.registry, at.onlyLooking = w.registrar.Path(), w.OnlyLooking()
	}
	if at.graduate {
		at.school = append(slices.Collect(maps.Values(w.Settings.Folders)), at.home, UserFolders().Home)
		for _, registry := range append(w.Settings.Recent, at.registry) {
			at.school = append(at.school, filepath.Dir(registry))
		}
	}
	return at
}

// Locations are the folders that a dialog for files offers to the one who sits there: to a graduate
// none in which the school has its files, unless there is no other.
func (w *Window) Locations() []Location {
	at := w.whereabouts()
	registry := at.registry
	if at.graduate {
		registry = ""
	}
	all := locations(func(id string) string { return w.Say(id, nil) }, registry, at.drives)
	neutral := slices.DeleteFunc(slices.Clone(all), func(l Location) bool { return at.keeps(l.Path) })
	if len(neutral) == 0 {
		return all
	}
	return neutral
}

// PrintFile is the path of a new file of this name from which another program prints. It
// goes with the sitting.
func (w *Window) PrintFile(name string) (string, error) { return w.printed().New(name) }

// OwnFolder is the program's own: settings, log, what is printed from.
func (w *Window) OwnFolder() string { return filepath.Dir(w.Settings.path) }

// printed is emptied at the lock, at the end and at the next start of the program.
func (w *Window) printed() registrar.PrintFolder {
	return registrar.PrintPlace(w.OwnFolder())
}

// SaveOwn writes a file of the program's own, in which nothing is personal, into a folder of this name beside
// the settings, and gives its path.
func (w *Window) SaveOwn(folder, name string, content []byte) (path string, err error) {
	path = filepath.Join(filepath.Dir(w.Settings.path), folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("make folder %s: %w", folder, err)
	}
	return path, registrar.SaveFile(path, content)
}

// OpenOutside shows a file or a folder in the PC's own program for it.
func (w *Window) OpenOutside(t *Turn, path string) {
	Run(w, t, func(context.Context) (struct{}, error) { return struct{}{}, w.OpenFile(path) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(registrar.CannotOpen(err, path))
		}
	})
}

// TableKinds are the endings of the files that may hold a table of people; what is in them decides.
var TableKinds = []string{".xlsx", ".xls", ".ods", ".csv", ".txt", ".xml", ".html", ".htm"}

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
		w.AskReplace(path, func() { chosen(path) })
	})
}

// AskReplace asks before a file that lies there is replaced.
func (w *Window) AskReplace(path string, replace func()) {
	w.AskTwice(w.Say("ui.replace_title", nil), widgets.Wrapped(w.Say("ui.replace", map[string]any{"file": filepath.Base(path)})), 460,
		Choice{Label: w.Say("ui.replace_no", nil)}, Choice{Label: w.Say("ui.replace_yes", nil), Danger: true, Chosen: replace})
}
