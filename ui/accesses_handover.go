package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/ui/widgets"
)

// handOverForm notes that graduates have signed for their accesses (KG-015).
type handOverForm struct {
	screen *accessesScreen
	// graduates are those chosen; whom are those of them with something to get, by door.
	graduates []*data.Graduate
	whom      map[data.Door][]string
	ticks     map[data.Door]*dialogCheck

	dateIn *widgets.DateEntry
	date   *labelled
	noteIn *widgets.Entry
	note   *labelled
	box    *box
	// noting says that it is being noted: a second press notes it no more.
	noting bool
}

// onHandOver asks when the chosen accesses were handed over.
func (s *accessesScreen) onHandOver() {
	rows := s.chosenRows()
	f := &handOverForm{screen: s, graduates: people(rows, anybody), whom: map[data.Door][]string{}, ticks: map[data.Door]*dialogCheck{}}
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
	w := f.screen.window
	f.dateIn = w.newDateEntry()
	today := w.Registrar().Today()
	f.dateIn.LastYear = today.Time().Year()
	f.dateIn.FirstYear = f.dateIn.LastYear - 1
	f.dateIn.SetISO(string(today))
	f.dateIn.OnChanged = func(string) { f.date.setFault("") }
	f.date = newLabelledRow(w.say("accesses.hand_date", nil), f.dateIn, f.dateIn)
	f.noteIn = widgets.NewEntry(w.say("accesses.hand_note_hint", nil))
	f.note = newLabelled(w.say("accesses.hand_note", nil), f.noteIn)
	front := func() *box { return f.box }
	leaveByEscape(&f.dateIn.Entry, front)
	leaveByEscape(f.noteIn, front)
	// What cannot be taken back is confirmed on its own button only.
	f.dateIn.OnSubmitted = func(string) { w.Canvas().Focus(f.noteIn) }
	f.noteIn.OnSubmitted = func(string) { w.Canvas().Focus(f.box.primary()) }
	content := container.NewVBox(f.whomWords())
	if len(f.whom) > 1 {
		content.Add(f.doorTicks(chosen))
	}
	content.Add(pair(f.date, f.note))
	content.Add(warningLine(w.say("accesses.hand_warning", nil)))
	f.box = w.ask(w.say("accesses.hand_title", nil), content, 560,
		choice{label: w.say("accesses.hand_confirm", nil), ready: f.onReady}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(f.dateIn)
}

// whomWords names the graduate, or counts them, and says for how many there is nothing
// to hand over.
func (f *handOverForm) whomWords() fyne.CanvasObject {
	w := f.screen.window
	if len(f.graduates) == 1 {
		return boldWords(f.graduates[0].FullName())
	}
	getting := map[string]bool{}
	for _, ids := range f.whom {
		for _, id := range ids {
			getting[id] = true
		}
	}
	words := container.NewVBox(boldWords(w.say("ui.count", map[string]any{"count": len(getting)})))
	if left := len(f.graduates) - len(getting); left > 0 {
		words.Add(wrapped(w.say("accesses.hand_left", map[string]any{"number": left})))
	}
	return words
}

// doorTicks asks which of two was handed over; the doors of the chosen rows are ticked.
func (f *handOverForm) doorTicks(chosen map[data.Door]bool) fyne.CanvasObject {
	w := f.screen.window
	ticks := container.NewVBox(wrapped(w.say("accesses.hand_doors", nil)))
	for _, door := range []data.Door{data.DoorOwn, data.DoorPlatform} {
		words := w.say("access.door_"+string(door), nil)
		if n := len(f.whom[door]); n > 1 {
			words = w.say("accesses.hand_door", map[string]any{"door": words, "number": n})
		}
		f.ticks[door] = newDialogCheck(words, chosen[door], func() { f.box.leave() })
		ticks.Add(f.ticks[door])
	}
	return ticks
}

// onReady notes it; the dialog stays until it is noted.
func (f *handOverForm) onReady() bool {
	w, r := f.screen.window, f.screen.window.Registrar()
	typed, note, whom := f.dateIn.Text, f.noteIn.Text, map[data.Door][]string{}
	for door, ids := range f.whom {
		if tick := f.ticks[door]; tick == nil || tick.Checked {
			whom[door] = ids
		}
	}
	if fault := f.refused(typed, len(whom)); f.noting || fault != "" {
		f.date.setFault(fault)
		return false
	}
	f.noting = true
	run(w, &f.screen.doing, func(ctx context.Context) (int, error) {
		given := 0
		for door, ids := range whom {
			if err := r.HandOver(ctx, ids, door, typed, note); err != nil {
				return given, err
			}
			given += len(ids)
		}
		return given, nil
	}, f.onNoted)
	return false
}

// refused says why nothing can be noted: a day that is none, or nothing ticked.
func (f *handOverForm) refused(typed string, doors int) string {
	w := f.screen.window
	day, err := w.Registrar().ParseDay(typed)
	switch {
	case err != nil:
		return w.explain(err)
	case day == "":
		return w.say("accesses.no_day", nil)
	case doors == 0:
		return w.say("accesses.no_door", nil)
	case day > w.Registrar().Today():
		return w.say("accesses.future_day", nil)
	}
	return ""
}

func (f *handOverForm) onNoted(given int, err error) {
	w := f.screen.window
	f.noting = false
	switch {
	case err != nil:
		w.fail(err)
	default:
		f.box.close()
		w.done(w.say("accesses.handed", map[string]any{"count": given}), nil)
	}
}
