package table

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onField shows the input that fits the chosen field. Nothing is typed, chosen or ticked
// in it.
func (d *bulkDialog) onField() {
	d.value.RemoveAll()
	d.entry, d.one, d.ticks, d.clear = nil, nil, nil, nil
	switch f := d.chosen(); {
	case f.Several:
		d.askSeveral(f)
	case len(f.Codes) > 0:
		d.askOne(f)
	default:
		d.askText()
	}
	d.onValue()
}

// leave is Esc in an input.
func (d *bulkDialog) leave() { d.box.Leave() }

// askSeveral asks for codes to add, to take away, or to leave alone there.
func (d *bulkDialog) askSeveral(f table.CollectField) {
	w, boxes := d.window, container.NewVBox()
	d.codes = withLevels(w, f)
	for i, code := range d.codes {
		tick := widgets.NewDialogCheck(w.TitleOfCode(f.Code, code), false, d.leave)
		tick.OnChanged = func(on bool) { d.onTick(i, on) }
		d.ticks = append(d.ticks, tick)
		boxes.Add(tick)
	}
	d.value.Add(d.how)
	d.value.Add(widgets.ScrolledTo(boxes, bulkWidth, ticksHeight, w.Scale()))
	d.value.Add(d.newClear())
	d.clear.Hidden = d.chosenHow() != table.Put
}

// askOne asks for one code, or for none: that stands last, where no key leads by chance.
func (d *bulkDialog) askOne(f table.CollectField) {
	w := d.window
	var titles []string
	for _, code := range f.Codes {
		titles = append(titles, w.TitleOfCode(f.Code, code))
	}
	d.one = widgets.NewDialogChoice(append(titles, w.Say("bulk_screen.empty", nil)), w.Say("bulk_screen.choose", nil), d.leave)
	d.one.OnChanged = func(string) { d.onValue() }
	d.value.Add(widgets.FieldCaption(w.Say("bulk_screen.value", nil)))
	d.value.Add(d.one)
}

// askText asks for a text, or for the tick that empties the field.
func (d *bulkDialog) askText() {
	d.entry = widgets.NewEntry("")
	d.entry.OnChanged = func(string) { d.onValue() }
	frame.LeaveByEscape(d.entry, func() *frame.Box { return d.box })
	d.value.Add(widgets.FieldCaption(d.window.Say("bulk_screen.value", nil)))
	d.value.Add(d.entry)
	d.value.Add(d.newClear())
}

// newClear is the tick that empties the field of all.
func (d *bulkDialog) newClear() *widgets.DialogCheck {
	d.clear = widgets.NewDialogCheck(d.window.Say("bulk_screen.clear", nil), false, d.leave)
	d.clear.OnChanged = d.onClear
	return d.clear
}

// onClear closes the other inputs while the field is to be emptied; what is in them stays.
func (d *bulkDialog) onClear(on bool) {
	able := []fyne.Disableable{}
	if d.entry != nil {
		able = append(able, d.entry)
	}
	for _, tick := range d.ticks {
		able = append(able, tick)
	}
	for _, input := range able {
		if on {
			input.Disable()
		} else {
			input.Enable()
		}
	}
	d.onValue()
}

// onHow offers to empty the field where the value replaces what stands there, nowhere else.
func (d *bulkDialog) onHow() {
	d.clear.Hidden = d.chosenHow() != table.Put
	if d.clear.Hidden {
		d.clear.SetChecked(false)
	}
	d.onValue()
}

// chosenHow is what is to be done with several codes.
func (d *bulkDialog) chosenHow() table.How { return hows[max(d.how.SelectedIndex(), 0)] }

// emptying says that a person has asked for the field to become empty.
func (d *bulkDialog) emptying() bool {
	if d.one != nil {
		return d.one.SelectedIndex() == len(d.one.Options)-1
	}
	return d.clear.Checked
}

// missing is what has still to be given before anything can be changed, "" for nothing.
func (d *bulkDialog) missing() string {
	w := d.window
	switch {
	case d.emptying():
		return ""
	case d.entry != nil:
		return w.SayIf(strings.TrimSpace(d.entry.Text) == "", "bulk_screen.no_text")
	case d.one != nil:
		return w.SayIf(d.one.SelectedIndex() < 0, "bulk_screen.no_choice")
	case len(d.ticked()) > 0:
		return ""
	case d.chosenHow() == table.Put:
		return w.Say("bulk_screen.no_tick_to_put", nil)
	}
	return w.Say("bulk_screen.no_tick", nil)
}

// input is where the value is given.
func (d *bulkDialog) input() fyne.Focusable {
	switch {
	case d.entry != nil:
		return d.entry
	case d.one != nil:
		return d.one
	case len(d.ticks) > 0:
		return d.ticks[0]
	}
	return d.field
}

// change is what the dialog says now.
func (d *bulkDialog) change() table.Many {
	f := d.chosen()
	change := table.Many{Field: f.Code, How: table.Put}
	switch {
	case d.emptying():
	case d.entry != nil:
		change.Value = d.entry.Text
	case d.one != nil:
		if at := d.one.SelectedIndex(); at >= 0 {
			change.Value = f.Codes[at]
		}
	default:
		change.Value, change.How = strings.Join(d.ticked(), ","), d.chosenHow()
	}
	return change
}

// ticked are the codes of the ticked ones.
func (d *bulkDialog) ticked() []string {
	var codes []string
	for i, tick := range d.ticks {
		if tick.Checked {
			codes = append(codes, d.codes[i])
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
func (d *bulkDialog) onTick(at int, on bool) {
	subject, _, leveled := strings.Cut(d.codes[at], ":")
	for i, tick := range d.ticks {
		if other, _, _ := strings.Cut(d.codes[i], ":"); on && leveled && i != at && other == subject && tick.Checked {
			// Its own change brings the dialog up to date.
			tick.SetChecked(false)
		}
	}
	d.onValue()
}
