package access

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// handBack notes that accesses were not handed over after all.
type handBack struct {
	screen    *Screen
	registrar *registrar.Registrar
	// whom are the graduates by door, names theirs.
	whom  map[data.Door][]string
	names []string
}

// onHandBack asks whether the chosen accesses were not handed over after all.
func (s *Screen) onHandBack() {
	w, h := s.Window, &handBack{screen: s, registrar: s.Window.Registrar(), whom: map[data.Door][]string{}}
	var whose []*data.Graduate
	for _, row := range s.chosenRows() {
		if row.state() == accessHanded {
			h.whom[row.door()] = append(h.whom[row.door()], row.graduate.ID)
			whose = append(whose, row.graduate)
		}
	}
	if len(whose) == 0 {
		return
	}
	h.names = names(people(s.chosenRows(), func(g *data.Graduate) bool { return slices.Contains(whose, g) }))
	content := container.NewVBox(widgets.BoldWords(w.Named(h.names)))
	for _, door := range doors {
		if n := len(h.whom[door]); n > 0 {
			content.Add(widgets.Wrapped(w.Say("access_screen.hand_door", map[string]any{"door": w.Say("access.door_"+string(door), nil), "number": n})))
		}
	}
	content.Add(widgets.WarningLine(w.Say("access.not_readable", nil)))
	var box *frame.Box
	box = w.Ask(w.Say("access_screen.hand_back_title", nil), content, 560, frame.Choice{Label: w.Say("access_screen.hand_back_confirm", nil), Ready: func() bool {
		frame.RunIn(box, h.work, func(_ struct{}, err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			box.Close()
			s.keepsGiven(h.ids())
			h.tell(w.DoneForGood)
		})
		return false
	}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// undo is Ctrl+Z after a hand-over was noted.
func (h *handBack) undo() {
	w := h.screen.Window
	frame.Run(w, &frame.Turn{}, h.work, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		h.tell(func(words string) { w.Undone(words, nil) })
	})
}

// work notes it, of each door.
func (h *handBack) work(ctx context.Context) (struct{}, error) {
	for _, door := range doors {
		if len(h.whom[door]) == 0 {
			continue
		}
		if err := h.registrar.Access.TakeBackHandOver(ctx, h.whom[door], door); err != nil {
			return struct{}{}, err
		}
	}
	return struct{}{}, nil
}

// ids are the graduates of all doors.
func (h *handBack) ids() (all []string) {
	for _, door := range doors {
		all = append(all, h.whom[door]...)
	}
	return all
}

// tell says of whom, and where the password is.
func (h *handBack) tell(say func(words string)) {
	w := h.screen.Window
	say(frame.Sentences("", w.Say("access_screen.handed_back", map[string]any{"names": w.Named(h.names)}), w.Say("access.not_readable", nil)))
}
