package door

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// lastRegistries is what is known of the registries that were open last, by their paths.
type lastRegistries struct {
	asked frame.Turn
	seen  map[string]seenRegistry
}

// seenRegistry is one that was looked for; changed is when it was last written.
type seenRegistry struct {
	missing bool
	changed time.Time
}

// lookForLast looks for the registries that were open last: a drive that is out of reach keeps who asks
// waiting, so the page stands meanwhile.
func (p *welcome) lookForLast() {
	w, paths := p.window, slices.Clone(p.window.Settings.Recent)
	if len(paths) == 0 {
		return
	}
	frame.Run(w, &p.last.asked, func(context.Context) (map[string]seenRegistry, error) {
		seen := map[string]seenRegistry{}
		for _, path := range paths {
			info, err := os.Stat(path)
			if err != nil {
				seen[path] = seenRegistry{missing: true}
				continue
			}
			seen[path] = seenRegistry{changed: info.ModTime()}
		}
		return seen, nil
	}, p.onLast)
}

func (p *welcome) onLast(seen map[string]seenRegistry, err error) {
	p.window.LogFailure("look for the last registries", err)
	p.last.seen = seen
	if p.page == nil {
		p.show()
	}
}

// Anew shows the page again once one of the last registries was forgotten.
func (p *welcome) Anew() { p.show() }

// lastOnes are the registries that were open last, each told from the others by its name, its folder and
// the time of its last change; one that is missing is named behind those that are there.
func (p *welcome) lastOnes() {
	id, missing := "welcome.continue", []string(nil)
	for _, path := range p.window.Settings.Recent {
		if p.last.seen[path].missing {
			missing = append(missing, path)
			continue
		}
		p.lastOne(path, id, theme.HistoryIcon())
		id = "welcome.recent_file"
	}
	for _, path := range missing {
		p.lastOne(path, "welcome.recent_file", theme.QuestionIcon())
	}
}

// lastOne is the way to one of them; where it is missing the window says so and can forget it.
func (p *welcome) lastOne(path, id string, icon fyne.Resource) {
	w, seen := p.window, p.last.seen[path]
	title, cut := fileTitle(path)
	words := filepath.Dir(path)
	switch {
	case seen.missing:
		words = w.Say("welcome.recent_missing", map[string]any{"folder": words})
	case !seen.changed.IsZero():
		words = w.Say("welcome.recent_about", map[string]any{"folder": words, "changed": w.Clock(seen.changed).Format("02.01.2006 15:04")})
	}
	if cut {
		words = filepath.Base(path) + "\n" + words
	}
	p.way(w.Say(id, map[string]any{"file": title}), words, icon, func() { w.Open(path) })
}

// AskMissing says that a registry of the last ones is not where it was, and can forget it; false for any
// other failure to open one.
func AskMissing(w *frame.Window, path string, err error) bool {
	if !errors.Is(err, fs.ErrNotExist) || !slices.Contains(w.Settings.Recent, path) {
		return false
	}
	words := widgets.Wrapped(w.Say("given.missing", map[string]any{"file": filepath.Base(path), "folder": filepath.Dir(path)}))
	w.Ask(w.Say("given.missing_title", nil), words, 520,
		frame.Choice{Label: w.Say("given.again", nil), Chosen: func() { w.Open(path) }},
		frame.Choice{Label: w.Say("given.forget", nil), Chosen: func() { w.ForgetRecent(path) }},
		frame.Choice{Label: w.Say("ui.close", nil)})
	return true
}
