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

// letters is all that the size of a text depends on, but its words and the libraries.
type letters struct {
	Font  string
	Size  float32
	Style fyne.TextStyle
}

// room is what a text takes, and how far below its top it stands.
type room struct {
	Size fyne.Size
	Base float32
}

// rooms are those of the texts that were measured, by their letters and words; grown says that some
// were not by an earlier run. Last are the letters that were asked about last, and their rooms: most
// texts of a screen have the same, and to look these up costs more than the words.
var (
	rooms     = map[letters]map[string]room{}
	grown     bool
	last      letters
	lastRooms map[string]room
	roomsLock sync.Mutex
)

// RenderedTextSize is that of the test driver.
func (d *measuredDriver) RenderedTextSize(words string, size float32, style fyne.TextStyle, source fyne.Resource) (fyne.Size, float32) {
	font := source
	if font == nil {
		font = fyne.CurrentApp().Settings().Theme().Font(style)
	}
	roomsLock.Lock()
	defer roomsLock.Unlock()
	of := roomsOf(letters{font.Name(), size, style})
	r, is := of[words]
	if !is {
		r.Size, r.Base = d.Driver.RenderedTextSize(words, size, style, source)
		of[words], grown = r, true
	}
	return r.Size, r.Base
}

// roomsOf are the rooms of the texts in some letters.
func roomsOf(l letters) map[string]room {
	if lastRooms == nil || l != last {
		if rooms[l] == nil {
			rooms[l] = map[string]room{}
		}
		last, lastRooms = l, rooms[l]
	}
	return lastRooms
}

// measuredFile keeps the rooms of the package whose tests run here; "" where nothing can be
// kept.
func measuredFile() string {
	folder := keeptest.Folder("measured-texts")
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
	earlier := map[letters]map[string]room{}
	if gob.NewDecoder(kept).Decode(&earlier) == nil {
		rooms = earlier
	}
}

// remember keeps what was measured for the next run, if anything was; two runs at once do
// not mix in one file.
func remember(file string) {
	if file == "" || !grown {
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
