package pick

import (
	"os"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestMain(m *testing.M) { frametest.Run(m, frametest.House()) }

// files asks by our own dialog, beginning in a folder.
type files struct {
	own    *ownPicker
	folder string
}

func (f *files) Open(title string, endings []string, chosen func(string)) {
	f.own.Open(frame.Question{Title: title, Folder: f.folder, Endings: endings}, chosen)
}

func (f *files) Save(title, name string, chosen func(string)) {
	f.own.Save(frame.Question{Title: title, Folder: f.folder, Name: name}, chosen)
}

func (f *files) Folder(title string, chosen func(string)) {
	f.own.Folder(frame.Question{Title: title, Folder: f.folder}, chosen)
}

// pc is a window with our own dialog for files on a PC that has folders of a user.
func pc(t *testing.T) (w *frame.Window, home string) {
	t.Helper()
	w, home, _ = frametest.PC(t)
	beginIn(w, w.Home)
	return w, home
}

// beginIn lets the next dialog begin in a folder, "" for the places.
func beginIn(w *frame.Window, folder string) { w.Files = &files{&ownPicker{w}, folder} }

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// entry and table are those of the dialog in front.
func entry(w *frame.Window) *widgets.Entry {
	return frametest.FindAll[*widgets.Entry](w.Boxes()[len(w.Boxes())-1].Content())[0]
}

func table(w *frame.Window) *widgets.Table {
	return frametest.FindAll[*widgets.Table](w.Boxes()[len(w.Boxes())-1].Content())[0]
}
