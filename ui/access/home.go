package access

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// homeEnding is that of a take-home file, which is a small registry.
const homeEnding = ".graduand"

// onTakeHome writes the form of the one chosen graduate to a file for work at home.
func (s *Screen) onTakeHome() {
	g := s.one()
	if g == nil || !hasOwn(g) {
		return
	}
	w := s.Window
	w.SaveAs(w.Say("access_screen.home_title", nil), homeName(w, g), func(path string) { s.writeHome(g.ID, path) })
}

// homeName proposes a name by which the school knows whose file it is and nobody else does:
// the class and the initials.
func homeName(w *frame.Window, g *data.Graduate) string {
	parts := []string{w.Say("access_screen.file.home", nil)}
	if g.Class != "" {
		parts = append(parts, g.Class)
	}
	initials := ""
	for _, name := range []string{g.Surname, g.GivenName} {
		for _, first := range name {
			initials += string(first)
			break
		}
	}
	return data.FileName(strings.Join(append(parts, initials), "-"), homeEnding)
}

func (s *Screen) writeHome(id, path string) {
	w := s.Window
	r := w.Registrar()
	frame.RunLong(w, w.Say("printing_screen.saving", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Access.TakeHome(ctx, id, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(w.Say("home.made", map[string]any{"file": filepath.Base(path)}))
	})
}

// homeReturn is a take-home file that came back, with what is asked about it.
type homeReturn struct {
	screen *Screen
	home   *access.Home
	words  *frame.Changes
	// anyway are the ticks of what was refused, by field.
	anyway map[string]*widgets.DialogCheck
	// act is the number by which what was taken over goes back.
	act int64
	box *frame.Box
}

// onFromHome asks for a file that a graduate brings back (KG-069).
func (s *Screen) onFromHome() {
	s.Window.Files.Open(s.Window.Say("access_screen.from_home", nil), []string{homeEnding}, s.takeFromHome)
}

func (s *Screen) takeFromHome(path string) {
	w := s.Window
	r := w.Registrar()
	frame.RunLong(w, w.Say("access_screen.home_reading", nil), func(ctx context.Context, _ frame.Progress) (*access.Home, error) {
		return r.Access.ReadHome(ctx, path)
	}, s.onHomeRead)
}

// onHomeRead shows what would change before anything does.
func (s *Screen) onHomeRead(h *access.Home, err error) {
	w := s.Window
	switch {
	case err != nil:
		w.Fail(err)
		return
	case len(h.Changes)+len(h.Refused) == 0:
		w.Ask(h.Name, widgets.Wrapped(w.Say("access_screen.home_nothing", nil)), 460, frame.Choice{Label: w.Say("ui.close", nil)})
		return
	}
	f := &homeReturn{screen: s, home: h, anyway: map[string]*widgets.DialogCheck{}}
	f.words = frame.NewChanges(w)
	f.box = w.Ask(w.Say("access_screen.home_read", map[string]any{"name": h.Name}), widgets.ScrolledTo(f.build(), 640, 340, w.Scale()), 640,
		frame.Choice{Label: w.Say("access_screen.home_take", nil), Chosen: f.onTake}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (f *homeReturn) build() fyne.CanvasObject {
	w := f.screen.Window
	column := container.NewVBox()
	if len(f.home.Changes) > 0 {
		column.Add(widgets.BoldWords(w.Say("access_screen.home_changes", nil)))
	}
	for _, c := range f.home.Changes {
		column.Add(widgets.BulletLine(w.Say("access_screen.home_change", f.args(c))))
	}
	if len(f.home.Refused) > 0 {
		column.Add(widgets.BoldWords(w.Say("access_screen.home_refused", nil)))
		column.Add(widgets.Wrapped(w.Say("access_screen.home_refused_about", nil)))
	}
	for _, c := range f.home.Refused {
		tick := widgets.NewDialogCheck(w.Say("access_screen.home_anyway", map[string]any{"field": f.title(c.Field)}), false, func() { f.box.Leave() })
		f.anyway[c.Field] = tick
		column.Add(tick)
		column.Add(container.NewBorder(nil, nil, container.New(&widgets.FixedWidth{Width: 16 * w.Scale()}, widget.NewLabel("")), nil, widgets.Wrapped(w.Say("access_screen.home_conflict", f.args(c)))))
	}
	return column
}

// title is what a field is called at the beginning of a line.
func (f *homeReturn) title(field string) string {
	w := f.screen.Window
	return w.Word(w.Registrar().Campaign().FieldTitle(field))
}

// args are a change as people read it.
func (f *homeReturn) args(c registrar.FieldChange) map[string]any {
	said := func(value string) string {
		if value == "" {
			return f.screen.Window.Say("ui.not_said", nil)
		}
		return f.words.Value(c.Field, value)
	}
	return map[string]any{"field": f.title(c.Field), "before": said(c.Before), "after": said(c.After)}
}

// onTake takes over the changes, and what was ticked though the school wrote something
// else.
func (f *homeReturn) onTake() {
	w, home := f.screen.Window, f.home
	r := w.Registrar()
	var anyway []string
	for field, tick := range f.anyway {
		if tick.Checked {
			anyway = append(anyway, field)
		}
	}
	frame.RunLong(w, w.Say("access_screen.from_home", nil), func(ctx context.Context, _ frame.Progress) (registrar.Filled, error) {
		return r.Access.TakeIn(registrar.Numbered(ctx, &f.act), home, anyway)
	}, func(taken registrar.Filled, err error) { f.onTaken(taken, anyway, err) })
}

// onTaken says what was taken over, and what of the ticked no check lets pass.
func (f *homeReturn) onTaken(taken registrar.Filled, anyway []string, err error) {
	w := f.screen.Window
	if err != nil {
		w.Fail(err)
		return
	}
	said := strings.TrimSuffix(w.Say("filled.taken", map[string]any{"name": f.home.Name, "count": len(taken.Changes)}), ".")
	if f.act == 0 {
		w.Done(said, nil)
	} else {
		w.Did(said, w.Say("ui.taken_back", map[string]any{"act": said}), f.act)
	}
	still := container.NewVBox()
	for _, c := range taken.Refused {
		if slices.Contains(anyway, c.Field) {
			still.Add(widgets.BulletLine(w.Say("access_screen.home_still", f.args(c))))
		}
	}
	if len(still.Objects) > 0 {
		w.Ask(f.home.Name, widgets.ScrolledTo(still, 560, 260, w.Scale()), 560, frame.Choice{Label: w.Say("ui.close", nil)})
	}
}
