package table

import (
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onField shows the input that fits the chosen field. Nothing is typed, chosen or ticked
// in it.
func (l *bulkLine) onField() {
	l.value.RemoveAll()
	l.boxes.RemoveAll()
	l.entry, l.one, l.ticks, l.clear = nil, nil, nil, nil
	switch f := l.chosen(); {
	case f.Several:
		l.askSeveral(f)
	case len(f.Codes) > 0:
		l.askOne(f)
	default:
		l.askText()
	}
	l.onValue()
}

// onValue says what all lines would change now.
func (l *bulkLine) onValue() { l.dialog.propose() }

// askSeveral asks for codes to add, to take away, or to leave alone there.
func (l *bulkLine) askSeveral(f table.CollectField) {
	w := l.dialog.window
	l.codes = withLevels(w, f)
	for i, code := range l.codes {
		tick := widgets.NewDialogCheck(w.TitleOfCode(f.Code, code), false, l.leave)
		tick.OnChanged = func(on bool) { l.onTick(i, on) }
		l.ticks = append(l.ticks, tick)
		l.boxes.Add(tick)
	}
	l.value.Add(l.how)
	l.arrange(len(l.dialog.lines) == 1)
	l.value.Add(l.holder)
	l.value.Add(l.newClear())
	l.clear.Hidden = l.chosenHow() != table.Put
}

// askOne asks for one code, or for none: that stands last, where no key leads by chance.
func (l *bulkLine) askOne(f table.CollectField) {
	w := l.dialog.window
	var titles []string
	for _, code := range f.Codes {
		titles = append(titles, w.TitleOfCode(f.Code, code))
	}
	l.one = widgets.NewDialogChoice(append(titles, w.Say("bulk_screen.empty", nil)), w.Say("bulk_screen.choose", nil), l.leave)
	l.one.Gained = l.following(l.one)
	l.one.OnChanged = func(string) { l.onValue() }
	l.value.Add(widgets.FieldCaption(w.Say("bulk_screen.value", nil)))
	l.value.Add(l.one)
}

// askText asks for a text, or for the tick that empties the field.
func (l *bulkLine) askText() {
	l.entry = widgets.NewFollowed()
	l.entry.Gained = l.following(l.entry)
	l.entry.OnChanged = func(string) { l.onValue() }
	l.value.Add(widgets.FieldCaption(l.dialog.window.Say("bulk_screen.value", nil)))
	l.value.Add(l.entry)
	l.value.Add(l.newClear())
}

// newClear is the tick that empties the field of all.
func (l *bulkLine) newClear() *widgets.DialogCheck {
	l.clear = widgets.NewDialogCheck(l.dialog.window.Say("bulk_screen.clear", nil), false, l.leave)
	l.clear.OnChanged, l.clear.Aside = l.onClear, true
	return l.clear
}

// onClear closes the other inputs while the field is to be emptied; what is in them stays.
func (l *bulkLine) onClear(on bool) {
	able := []fyne.Disableable{}
	if l.entry != nil {
		able = append(able, l.entry)
	}
	for _, tick := range l.ticks {
		able = append(able, tick)
	}
	for _, input := range able {
		if on {
			input.Disable()
		} else {
			input.Enable()
		}
	}
	l.onValue()
}

// onHow offers to empty the field where the value replaces what stands there, nowhere else.
func (l *bulkLine) onHow() {
	l.clear.Hidden = l.chosenHow() != table.Put
	if l.clear.Hidden {
		l.clear.SetChecked(false)
	}
	l.onValue()
}

// chosenHow is what is to be done with several codes.
func (l *bulkLine) chosenHow() table.How { return hows[max(l.how.SelectedIndex(), 0)] }

// emptying says that a person has asked for the field to become empty.
func (l *bulkLine) emptying() bool {
	if l.one != nil {
		return l.one.SelectedIndex() == len(l.one.Options)-1
	}
	return l.clear.Checked
}

// missing is what has still to be given before anything can be changed, "" for nothing.
func (l *bulkLine) missing() string {
	w := l.dialog.window
	switch {
	case l.dialog.lineOf(l.chosen().Code) != l:
		return w.Say("bulk_screen.twice", map[string]any{"field": w.TitleOfField(l.chosen().Code)})
	case l.emptying():
		return ""
	case l.entry != nil:
		return w.SayIf(strings.TrimSpace(l.entry.Text) == "", "bulk_screen.no_text")
	case l.one != nil:
		return w.SayIf(l.one.SelectedIndex() < 0, "bulk_screen.no_choice")
	case len(l.ticked()) > 0:
		return ""
	case l.chosenHow() == table.Put:
		return w.Say("bulk_screen.no_tick_to_put", nil)
	}
	return w.Say("bulk_screen.no_tick", nil)
}

// input is where the value is given.
func (l *bulkLine) input() fyne.Focusable {
	switch {
	case l.entry != nil:
		return l.entry
	case l.one != nil:
		return l.one
	case len(l.ticks) > 0:
		return l.ticks[0]
	}
	return l.field
}

// change is what the line says now.
func (l *bulkLine) change() table.Many {
	f := l.chosen()
	change := table.Many{Field: f.Code, How: table.Put}
	switch {
	case l.emptying():
	case l.entry != nil:
		change.Value = l.entry.Text
	case l.one != nil:
		if at := l.one.SelectedIndex(); at >= 0 {
			change.Value = f.Codes[at]
		}
	default:
		change.Value, change.How = strings.Join(l.ticked(), ","), l.chosenHow()
	}
	return change
}

// ticked are the codes of the ticked ones.
func (l *bulkLine) ticked() []string {
	var codes []string
	for i, tick := range l.ticks {
		if tick.Checked {
			codes = append(codes, l.codes[i])
		}
	}
	return codes
}

// withLevels are the codes of a field of several, a subject once with each of its levels.
func withLevels(w *frame.Window, f table.CollectField) []string {
	var codes []string
	for _, code := range f.Codes {
		s := w.Registrar().Campaign().Subject(code)
		if f.Code != data.FieldSubjects || s == nil || len(s.Levels) == 0 {
			codes = append(codes, code)
			continue
		}
		for _, level := range s.Levels {
			codes = append(codes, code+":"+level.Code)
		}
	}
	return codes
}

// onTick leaves a subject only one of its levels.
func (l *bulkLine) onTick(at int, on bool) {
	subject, _, leveled := strings.Cut(l.codes[at], ":")
	for i, tick := range l.ticks {
		if other, _, _ := strings.Cut(l.codes[i], ":"); on && leveled && i != at && other == subject && tick.Checked {
			// Its own change brings the dialog up to date.
			tick.SetChecked(false)
		}
	}
	l.onValue()
}
