package frametest

import (
	"encoding/gob"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"

	"graduand/data/keeptest"
)

// measuredApp is an app of the test driver which measures every text once, for all runs
// of a package's tests. Fyne forgets what it has measured whenever an app is made or a theme set, which
// every test does, and the same words of the same screen were half of a test's time.
type measuredApp struct {
	fyne.App
	driver fyne.Driver
}

// measured makes the current app such a one.
func measured(app fyne.App) {
	fyne.SetCurrentApp(&measuredApp{app, &measuredDriver{app.Driver()}})
}

// Driver measures once.
func (a *measuredApp) Driver() fyne.Driver { return a.driver }

type measuredDriver struct{ fyne.Driver }

// text is all that the size of a text depends on, but the libraries.
type text struct {
	Words, Font string
	Size        float32
	Style       fyne.TextStyle
}

// room is what a text takes, and how far below its top it stands.
type room struct {
	Size fyne.Size
	Base float32
}

// rooms are those of the texts that were measured, by their [text]; known of them were
// measured by an earlier run.
var (
	rooms     = map[text]room{}
	known     int
	roomsLock sync.RWMutex
)

// RenderedTextSize is that of the test driver.
func (d *measuredDriver) RenderedTextSize(words string, size float32, style fyne.TextStyle, source fyne.Resource) (fyne.Size, float32) {
	font := source
	if font == nil {
		font = fyne.CurrentApp().Settings().Theme().Font(style)
	}
	asked := text{words, font.Name(), size, style}
	roomsLock.RLock()
	r, is := rooms[asked]
	roomsLock.RUnlock()
	if is {
		return r.Size, r.Base
	}
	r.Size, r.Base = d.Driver.RenderedTextSize(words, size, style, source)
	roomsLock.Lock()
	defer roomsLock.Unlock()
	rooms[asked] = r
	return r.Size, r.Base
}

// measuredFile keeps the rooms of the package whose tests run here; "" where nothing can be
// kept.
func measuredFile() string {
	folder := keeptest.Folder("measured")
	here, err := os.Getwd()
	if folder == "" || err != nil {
		return ""
	}
	return filepath.Join(folder, filepath.Base(here))
}

// recall takes up what an earlier run has measured. What cannot be read is measured anew.
func recall(file string) {
	kept, err := os.Open(file)
	if err != nil {
		return
	}
	defer kept.Close()
	earlier := map[text]room{}
	if gob.NewDecoder(kept).Decode(&earlier) == nil {
		rooms, known = earlier, len(earlier)
	}
}

// remember keeps what was measured for the next run, if anything was; two runs at once do
// not mix in one file.
func remember(file string) {
	if file == "" || len(rooms) == known {
		return
	}
	kept, err := os.CreateTemp(filepath.Dir(file), "new-")
	if err != nil {
		return
	}
	if err := errors.Join(gob.NewEncoder(kept).Encode(rooms), kept.Close()); err != nil {
		os.Remove(kept.Name())
		return
	}
	os.Rename(kept.Name(), file)
}
