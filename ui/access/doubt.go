package access

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/access"
	"graduand/ui/widgets"
)

// doubts shows the rows that wait for a person, above all others, each with a tick that takes
// it as it is; where there are several, one more ticks them all.
func (f *accessFile) doubts(content *fyne.Container, read *access.Import) {
	w := f.screen.Window
	f.ticks = map[int]*widgets.Tick{}
	if read.Doubtful == 0 {
		return
	}
	content.Add(widgets.BoldWords(w.Say("access_screen.import_doubtful", map[string]any{"number": read.Doubtful})))
	all := f.tick(func(checked bool) {
		for _, tick := range f.ticks {
			tick.Set(checked)
		}
		f.count(read)
	})
	for i, row := range read.Rows {
		if row.Doubtful {
			f.ticks[i] = f.tick(func(bool) {
				all.Set(f.ticked() == len(f.ticks))
				f.count(read)
			})
			content.Add(beside(f.ticks[i], strings.Join(f.rowWords(row), "\n")))
		}
	}
	if len(f.ticks) > 1 {
		content.Add(beside(all, w.Say("access_screen.import_doubtful_all", nil)))
	}
}

// tick is one that leaves the dialog by Esc.
func (f *accessFile) tick(changed func(bool)) *widgets.Tick {
	tick := widgets.NewTick(changed)
	tick.OnEscape = func() { f.box.Leave() }
	return tick
}

func beside(tick *widgets.Tick, words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, tick, nil, widgets.Wrapped(words))
}

// ticked is how many of the doubtful rows are to be taken.
func (f *accessFile) ticked() (n int) {
	for _, tick := range f.ticks {
		if tick.Checked {
			n++
		}
	}
	return n
}

// takeWords say how many accesses would be taken in now.
func (f *accessFile) takeWords(read *access.Import) string {
	return f.screen.Window.Say("access_screen.import_take", map[string]any{"number": read.Accepted + f.ticked()})
}

// count makes the button say how many it takes in; of none it takes nothing.
func (f *accessFile) count(read *access.Import) {
	f.box.Primary().SetText(f.takeWords(read))
	widgets.Enable(f.box.Primary(), read.Accepted+f.ticked() > 0)
}

// takeTicked takes in what is certain, and the doubtful rows that are ticked.
func (f *accessFile) takeTicked(read *access.Import) {
	for i, tick := range f.ticks {
		if tick.Checked {
			read.TakeAt(i)
		}
	}
	f.take(read)
}
