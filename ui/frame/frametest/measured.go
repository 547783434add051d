package frametest

import (
	"sync"

	"fyne.io/fyne/v2"
)

// measuredApp is an app of the test driver which measures every text once in a run of
// tests. Fyne forgets what it has measured whenever an app is made or a theme set, which
// every test does, and the same words of the same screen were half of a test's time.
type measuredApp struct {
	fyne.App
	driver measuredDriver
}

// measured makes the current app such a one.
func measured(app fyne.App) {
	fyne.SetCurrentApp(&measuredApp{app, measuredDriver{app.Driver()}})
}

// Driver measures once.
func (a *measuredApp) Driver() fyne.Driver { return a.driver }

type measuredDriver struct{ fyne.Driver }

// text is all that the size of a text depends on.
type text struct {
	words, font string
	size        float32
	style       fyne.TextStyle
}

// room is what a text takes, and how far below its top it stands.
type room struct {
	size fyne.Size
	base float32
}

// rooms are those of the texts that were measured, by their [text].
var (
	rooms     = map[text]room{}
	roomsLock sync.RWMutex
)

// RenderedTextSize is that of the test driver.
func (d measuredDriver) RenderedTextSize(words string, size float32, style fyne.TextStyle, source fyne.Resource) (fyne.Size, float32) {
	font := source
	if font == nil {
		font = fyne.CurrentApp().Settings().Theme().Font(style)
	}
	asked := text{words, font.Name(), size, style}
	roomsLock.RLock()
	r, known := rooms[asked]
	roomsLock.RUnlock()
	if known {
		return r.size, r.base
	}
	r.size, r.base = d.Driver.RenderedTextSize(words, size, style, source)
	roomsLock.Lock()
	defer roomsLock.Unlock()
	rooms[asked] = r
	return r.size, r.base
}
