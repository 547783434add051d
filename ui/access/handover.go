package access

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// handOverForm notes that graduates have signed for their accesses (KG-015).
type handOverForm struct {
	screen *Screen
	// graduates are those chosen; whom are those of them with something to get, by door.
	graduates []*data.Graduate
	whom      map[data.Door][]string
	ticks     map[data.Door]*widgets.DialogCheck

	dateIn *widgets.DateEntry
	date   *widgets.Labelled
	noteIn *widgets.Entry
	note   *widgets.Labelled
	to     *frame.Recipient
	box    *frame.Box
}

// onHandOver asks when the chosen accesses were handed over.
func (s *Screen) onHandOver() {
	rows := s.chosenRows()
	f := &handOverForm{screen: s, graduates: people(rows, anybody), whom: map[data.Door][]string{}, ticks: map[data.Door]*widgets.DialogCheck{}}
	chosen := map[data.Door]bool{}
	for _, row := range rows {
		if row.state() == accessOpen {
			f.whom[row.door()] = append(f.whom[row.door()], row.graduate.ID)
			chosen[row.door()] = true
		}
	}
	if len(f.whom) == 0 {
		return
	}
	f.addOther()
	f.show(chosen)
}

// addOther offers the other door of a graduate who is chosen alone.
func (f *handOverForm) addOther() {
	if len(f.graduates) != 1 {
		return
	}
	g := f.graduates[0]
	for _, a := range g.Accesses {
		if !handed(a) {
			f.whom[a.Door] = []string{g.ID}
		}
	}
}

func (f *handOverForm) show(chosen map[data.Door]bool) {
	w := f.screen.Window
	f.dateIn = w.NewDateEntry()
	today := w.Registrar().Today()
	f.dateIn.LastYear = today.Time().Year()
	f.dateIn.FirstYear = f.dateIn.LastYear - 1
	f.dateIn.SetISO(string(today))
	f.dateIn.OnChanged = func(string) { f.date.SetFault("") }
	f.date = widgets.NewLabelledRow(w.Say("access_screen.hand_date", nil), f.dateIn, f.dateIn)
	f.noteIn = widgets.NewEntry(w.Say("access_screen.hand_note_hint", nil))
	f.note = widgets.NewLabelled(w.Say("access_screen.hand_note", nil), f.noteIn)
	f.to = frame.NewRecipient(w)
	f.to.About(registrar.EventHandedOver, graduateIDs(f.graduates)...)
	content := container.NewVBox(f.whomWords())
	if len(f.whom) > 1 {
		content.Add(f.doorTicks(chosen))
	}
	content.Add(widgets.Pair(f.date, f.note))
	content.Add(f.to.Field.Box)
	content.Add(widgets.WarningLine(w.Say("access_screen.hand_warning", nil)))
	f.box = w.Ask(w.Say("access_screen.hand_title", nil), content, 560,
		frame.Choice{Label: w.Say("access_screen.hand_confirm", nil), Ready: f.onReady}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(f.dateIn)
}

// whomWords names the graduate, or counts them, and says for how many there is nothing
// to hand over.
func (f *handOverForm) whomWords() fyne.CanvasObject {
	w := f.screen.Window
	if len(f.graduates) == 1 {
		return widgets.BoldWords(f.graduates[0].FullName())
	}
	getting := map[string]bool{}
	for _, ids := range f.whom {
		for _, id := range ids {
			getting[id] = true
		}
	}
	whom := people(f.screen.chosenRows(), func(g *data.Graduate) bool { return getting[g.ID] })
	words := container.NewVBox(widgets.BoldWords(w.Say("ui.count", map[string]any{"count": len(getting)})), widgets.Wrapped(w.Named(names(whom))))
	if left := len(f.graduates) - len(getting); left > 0 {
		words.Add(widgets.Wrapped(w.Say("access_screen.hand_left", map[string]any{"number": left})))
	}
	return words
}

// doorTicks asks which of two was handed over; the doors of the chosen rows are ticked.
func (f *handOverForm) doorTicks(chosen map[data.Door]bool) fyne.CanvasObject {
	w := f.screen.Window
	ticks := container.NewVBox(widgets.Wrapped(w.Say("access_screen.hand_doors", nil)))
	for _, door := range doors {
		words := w.Say("access.door_"+string(door), nil)
		if n := len(f.whom[door]); n > 1 {
			words = w.Say("access_screen.hand_door", map[string]any{"door": words, "number": n})
		}
		f.ticks[door] = widgets.NewDialogCheck(words, chosen[door], func() { f.box.Leave() })
		ticks.Add(f.ticks[door])
	}
	return ticks
}

// onReady notes it; the dialog stays until it is noted.
func (f *handOverForm) onReady() bool {
	r := f.screen.Window.Registrar()
	typed, note, to, whom := f.dateIn.Text, f.noteIn.Text, f.to.Said(), map[data.Door][]string{}
	for door, ids := range f.whom {
		if tick := f.ticks[door]; tick == nil || tick.Checked {
			whom[door] = ids
		}
	}
	if fault := f.refused(typed, len(whom)); fault != "" {
		f.date.SetFault(fault)
		return false
	}
	frame.RunIn(f.box, func(ctx context.Context) (int, error) {
		given := 0
		for door, ids := range whom {
			if err := r.Access.HandOver(registrar.GoesTo(ctx, to), ids, door, typed, note); err != nil {
				return given, err
			}
			given += len(ids)
		}
		return given, nil
	}, func(given int, err error) {
		if err == nil {
			f.screen.keepsMade(whom[data.DoorOwn])
		}
		f.onNoted(whom, given, err)
	})
	return false
}

// refused says why nothing can be noted: a day that is none, or nothing ticked.
func (f *handOverForm) refused(typed string, doors int) string {
	w := f.screen.Window
	day, err := w.Registrar().ParseDay(typed)
	switch {
	case err != nil:
		return w.ExplainBeside(err)
	case day == "":
		return w.Say("access_screen.no_day", nil)
	case doors == 0:
		return w.Say("access_screen.no_door", nil)
	case day > w.Registrar().Today():
		return w.Say("access_screen.future_day", nil)
	}
	return ""
}

func (f *handOverForm) onNoted(whom map[data.Door][]string, given int, err error) {
	w := f.screen.Window
	if err != nil {
		w.Fail(err)
		return
	}
	f.box.Close()
	back := &handBack{screen: f.screen, registrar: w.Registrar(), whom: whom, names: f.namesOf(whom)}
	end := w.DoneUntil(w.Say("access_screen.handed", map[string]any{"count": given}), back.undo)
	f.screen.given = append(f.screen.given, jointAct{back.ids(), end})
}

// namesOf are the names of those to whom something was handed over.
func (f *handOverForm) namesOf(whom map[data.Door][]string) []string {
	return names(slices.DeleteFunc(slices.Clone(f.graduates), func(g *data.Graduate) bool {
		return !slices.Contains(whom[data.DoorOwn], g.ID) && !slices.Contains(whom[data.DoorPlatform], g.ID)
	}))
}
