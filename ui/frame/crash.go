package frame

import (
	"os"
	"path/filepath"
	"time"

	"graduand/ui/widgets"
)

// TellCrash tells, once, that the program has ended by itself and left a report there; nothing where
// there is none. It waits until the window is free and shows a page.
func (w *Window) TellCrash(path string) {
	w.WhenFree(func() { w.tellCrash(path) })
}

func (w *Window) tellCrash(path string) {
	info, err := os.Stat(path)
	if err != nil || w.Settings.CrashTold == info.ModTime().UTC().Format(time.RFC3339Nano) {
		return
	}
	w.Settings.CrashTold = info.ModTime().UTC().Format(time.RFC3339Nano)
	w.SaveSettings()
	words := widgets.Wrapped(w.Say("crash.told", map[string]any{"file": path}))
	w.AskTwice(w.Say("crash.title", nil), words, 560, Choice{Label: w.Say("ui.close", nil)},
		Choice{Label: w.Say("crash.copy", nil), Ready: w.copyReport(path)},
		Choice{Label: w.Say("crash.folder", nil), Chosen: func() { w.OpenOutside(&Turn{}, filepath.Dir(path)) }})
}

// copyReport puts the report on the clipboard and keeps the dialog: it has nothing of a person.
func (w *Window) copyReport(path string) func() bool {
	return func() bool {
		report, err := os.ReadFile(path)
		if err != nil {
			w.Fail(err)
			return false
		}
		w.Clipboard().SetContent(string(report))
		return false
	}
}
