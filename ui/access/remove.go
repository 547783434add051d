package access

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onRemove takes away the chosen accesses that nobody has got yet, after it was said whose
// they are.
func (s *Screen) onRemove() {
	w := s.Window
	whose := map[data.Door][]*data.Graduate{}
	for _, row := range s.chosenRows() {
		if row.state() == accessOpen {
			whose[row.door()] = append(whose[row.door()], row.graduate)
		}
	}
	if len(whose) == 0 {
		return
	}
	content := container.NewVBox()
	for _, door := range doors {
		if g := whose[door]; len(g) > 0 {
			content.Add(widgets.BoldWords(w.Named(names(g))))
			content.Add(widgets.Wrapped(w.Say("access_screen.hand_door", map[string]any{"door": w.Say("access.door_"+string(door), nil), "number": len(g)})))
		}
	}
	content.Add(widgets.WarningLine(w.Say("access_screen.remove_warning", nil)))
	w.Ask(w.Say("access_screen.remove_title", nil), content, 560,
		frame.Choice{Label: w.Say("access_screen.remove_confirm", nil), Danger: true, Chosen: func() {
			s.takeBack(whose, w.DoneForGood)
		}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// takeBack takes accesses away by their door and tells whose.
func (s *Screen) takeBack(whose map[data.Door][]*data.Graduate, tell func(message string)) {
	w, r := s.Window, s.Window.Registrar()
	frame.Run(w, &s.doing, func(ctx context.Context) (struct{}, error) {
		for door, g := range whose {
			if err := r.Access.Remove(ctx, graduateIDs(g), door, ""); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		s.keepsMade(graduateIDs(whose[data.DoorOwn]))
		var people []*data.Graduate
		count := 0
		for _, door := range doors {
			count += len(whose[door])
			for _, g := range whose[door] {
				if !slices.Contains(people, g) {
					people = append(people, g)
				}
			}
		}
		tell(w.Say("access.removed", map[string]any{"count": count}) + " " + w.Named(names(people)) + ".")
	})
}
