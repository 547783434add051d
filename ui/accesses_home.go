package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// homeEnding is that of a take-home file, which is a small registry.
const homeEnding = ".graduand"

// onTakeHome writes the form of the one chosen graduate to a file for work at home.
func (s *accessesScreen) onTakeHome() {
	g := s.one()
	if g == nil || !hasOwn(g) {
		return
	}
	w := s.window
	// The name of the file tells nothing of the person.
	w.saveAs(w.say("accesses.home_title", nil), safeName("home-"+g.ID, homeEnding), homeEnding, func(path string) { s.writeHome(g.ID, path) })
}

func (s *accessesScreen) writeHome(id, path string) {
	w := s.window
	r := w.Registrar()
	runLong(w, w.say("print_screen.saving", nil), func(ctx context.Context, _ Progress) (struct{}, error) {
		return struct{}{}, r.TakeHome(ctx, id, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.done(w.say("home.made", map[string]any{"file": filepath.Base(path)}), nil)
	})
}

// homeReturn is a take-home file that came back, with what is asked about it.
type homeReturn struct {
	screen *accessesScreen
	home   *registrar.Home
	words  *pastWords
	// anyway are the ticks of what was refused, by field.
	anyway map[string]*dialogCheck
	box    *box
}

// onFromHome asks for a file that a graduate brings back (KG-069).
func (s *accessesScreen) onFromHome() {
	s.window.Files.Open(s.window.say("accesses.from_home", nil), []string{homeEnding}, s.takeFromHome)
}

func (s *accessesScreen) takeFromHome(path string) {
	w := s.window
	r := w.Registrar()
	runLong(w, w.say("accesses.home_reading", nil), func(ctx context.Context, _ Progress) (*registrar.Home, error) {
		return r.ReadHome(ctx, path)
	}, s.onHomeRead)
}

// onHomeRead shows what would change before anything does.
func (s *accessesScreen) onHomeRead(h *registrar.Home, err error) {
	w := s.window
	switch {
	case err != nil:
		w.fail(err)
		return
	case len(h.Changes)+len(h.Refused) == 0:
		w.ask(h.Name, wrapped(w.say("accesses.home_nothing", nil)), 460, choice{label: w.say("ui.close", nil)})
		return
	}
	f := &homeReturn{screen: s, home: h, anyway: map[string]*dialogCheck{}}
	f.words = &pastWords{text: w.Text(), registrar: w.Registrar()}
	f.box = w.ask(w.say("accesses.home_read", map[string]any{"name": h.Name}), scrolledTo(f.build(), 640, 340, w.scale()), 640,
		choice{label: w.say("accesses.home_take", nil), chosen: f.onTake}, choice{label: w.say("ui.cancel", nil)})
}

func (f *homeReturn) build() fyne.CanvasObject {
	w := f.screen.window
	column := container.NewVBox()
	if len(f.home.Changes) > 0 {
		column.Add(boldWords(w.say("accesses.home_changes", nil)))
	}
	for _, c := range f.home.Changes {
		column.Add(bulletLine(w.say("accesses.home_change", f.args(c))))
	}
	if len(f.home.Refused) > 0 {
		column.Add(boldWords(w.say("accesses.home_refused", nil)))
		column.Add(wrapped(w.say("accesses.home_refused_about", nil)))
	}
	for _, c := range f.home.Refused {
		tick := newDialogCheck(w.say("accesses.home_anyway", map[string]any{"field": f.words.registrar.FieldTitle(c.Field)}), false, func() { f.box.leave() })
		f.anyway[c.Field] = tick
		column.Add(tick)
		column.Add(container.NewBorder(nil, nil, container.New(&fixedWidth{16 * w.scale()}, widget.NewLabel("")), nil, wrapped(w.say("accesses.home_conflict", f.args(c)))))
	}
	return column
}

// args are a change as people read it.
func (f *homeReturn) args(c registrar.FieldChange) map[string]any {
	said := func(value string) string {
		if value == "" {
			return f.screen.window.say("ui.not_said", nil)
		}
		return f.words.value(c.Field, value)
	}
	return map[string]any{"field": f.words.registrar.FieldTitle(c.Field), "before": said(c.Before), "after": said(c.After)}
}

// onTake takes over the changes, and what was ticked though the school wrote something
// else.
func (f *homeReturn) onTake() {
	w, home := f.screen.window, f.home
	r := w.Registrar()
	var anyway []string
	for field, tick := range f.anyway {
		if tick.Checked {
			anyway = append(anyway, field)
		}
	}
	runLong(w, w.say("accesses.from_home", nil), func(ctx context.Context, _ Progress) (registrar.Filled, error) {
		return r.TakeIn(ctx, home, anyway)
	}, func(taken registrar.Filled, err error) { f.onTaken(taken, anyway, err) })
}

// onTaken says what was taken over, and what of the ticked no check lets pass.
func (f *homeReturn) onTaken(taken registrar.Filled, anyway []string, err error) {
	w := f.screen.window
	if err != nil {
		w.fail(err)
		return
	}
	w.done(w.say("filled.taken", map[string]any{"name": f.home.Name, "count": len(taken.Changes)}), nil)
	still := container.NewVBox()
	for _, c := range taken.Refused {
		if slices.Contains(anyway, c.Field) {
			still.Add(bulletLine(w.say("accesses.home_still", f.args(c))))
		}
	}
	if len(still.Objects) > 0 {
		w.ask(f.home.Name, scrolledTo(still, 560, 260, w.scale()), 560, choice{label: w.say("ui.close", nil)})
	}
}
