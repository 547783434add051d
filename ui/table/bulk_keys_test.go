package table

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-041: among boxes the arrows lead from one to the next, as in the form, and each is seen.
func TestBulkTicksAreReachedByTheArrows(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	d := &bulkDialog{window: w, ids: frametest.IdsOf(t, w)[:3], marked: true}
	d.ask()
	line := d.lines[0]
	frametest.Choose(line.field, w.TitleOfField("marks"))
	w.Canvas().Focus(line.ticks[0])
	key := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	for range 3 {
		key(fyne.KeyDown)
	}
	frametest.Strike(w, " ")
	if line.ticks[0].Checked || !line.ticks[3].Checked {
		t.Errorf("ticked are %v", line.ticked())
	}
	key(fyne.KeyUp)
	if w.Canvas().Focused() != line.ticks[2] {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	for range len(line.ticks) + 2 {
		key(fyne.KeyDown)
	}
	last := line.ticks[len(line.ticks)-1]
	if w.Canvas().Focused() != last || !frametest.Inside(last, line.holder) {
		t.Errorf("the last box is not reached, or out of sight")
	}
}

// KG-041: one field more begins in sight, with the keyboard and with the field that comes next.
func TestOneFieldMoreIsInSight(t *testing.T) {
	for _, size := range frametest.WindowSizes {
		w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
		w.Fyne().Resize(size)
		d := &bulkDialog{window: w, ids: frametest.IdsOf(t, w)[:3], marked: true}
		d.ask()
		frametest.Choose(d.lines[0].field, w.TitleOfField("marks"))
		before := d.lines[0].field.SelectedIndex()
		frametest.FrontTap(t, w, w.Say("bulk_screen.more", nil))
		added := d.lines[1]
		if w.Canvas().Focused() != added.field || !frametest.Inside(added.field, d.scroll) {
			t.Errorf("%v: the new field is out of sight, the keyboard at %T", size, w.Canvas().Focused())
		}
		if got := added.field.SelectedIndex(); got != before+1 {
			t.Errorf("it offers %q", added.field.Selected)
		}
	}
}

// KG-041: the field to change is found by its first letters, or by many arrows, and what Enter
// chooses is what the list showed as marked; Esc leaves the field that was chosen.
func TestBulkFieldIsFoundByItsLetters(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	d := &bulkDialog{window: w, ids: frametest.IdsOf(t, w)[:3], marked: true}
	d.ask()
	field := d.lines[0].field
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	w.Canvas().Focus(field)
	for _, r := range "нас" {
		w.Canvas().Focused().TypedRune(r)
	}
	if press(fyne.KeyReturn); field.Selected != "Населений пункт" {
		t.Errorf("«нас» chooses %q", field.Selected)
	}
	press(fyne.KeyF4, fyne.KeyEnd, fyne.KeyEscape)
	if field.Selected != "Населений пункт" {
		t.Errorf("Esc chooses %q", field.Selected)
	}
	at := field.SelectedIndex()
	press(fyne.KeyF4, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if field.SelectedIndex() != at+2 {
		t.Errorf("two arrows from %d lead to %d", at, field.SelectedIndex())
	}
}

// enterBulk is the dialog for three people, with the lines of these fields.
func enterBulk(t *testing.T, fields ...string) (w *frame.Window, d *bulkDialog, hands frametest.Hands) {
	t.Helper()
	w, _ = frametest.WithDemo(t, "zno-2020", "uk", 6)
	d = &bulkDialog{window: w, ids: frametest.IdsOf(t, w)[:3], marked: true}
	d.ask()
	for i, field := range fields {
		if i > 0 {
			frametest.FrontTap(t, w, w.Say("bulk_screen.more", nil))
		}
		frametest.Choose(d.lines[i].field, w.TitleOfField(field))
	}
	w.Canvas().Focus(d.lines[0].field)
	return w, d, frametest.Hands{T: t, W: w}
}

// KG-041: Enter goes on from value to value, past what would empty a field, and behind the last it
// changes; where nothing would change it says so.
func TestBulkEnterGoesOnAndConfirms(t *testing.T) {
	w, d, hands := enterBulk(t, "settlement", "street")
	hands.Press(fyne.KeyReturn)
	hands.Write("Вербівка")
	hands.Press(fyne.KeyReturn)
	if hands.Focused() != d.lines[1].field {
		t.Fatalf("behind the first value Enter leads to %T", hands.Focused())
	}
	hands.Press(fyne.KeyReturn)
	hands.Write("Зелена")
	if hands.Press(fyne.KeyReturn); len(w.Boxes()) > 0 {
		t.Fatalf("behind the last value nothing is changed:\n%s", frametest.Visible(w))
	}
	again := &bulkDialog{window: w, ids: d.ids, marked: true}
	again.ask()
	frametest.Choose(again.lines[0].field, w.TitleOfField("street"))
	w.Canvas().Focus(again.lines[0].entry)
	hands.Write("Зелена")
	hands.Press(fyne.KeyReturn)
	frametest.MustSee(t, w, "Зміниться в 0 із 3.", "Цим нічого не зміниться")
	if hands.Focused() != again.lines[0].entry || len(w.Boxes()) != 1 {
		t.Errorf("the keyboard is at %T", hands.Focused())
	}
}

// KG-041: Enter behind what was just typed waits until it is known what that would change.
func TestBulkEnterWaitsForWhatWouldChange(t *testing.T) {
	w, d, hands := enterBulk(t, "settlement")
	w.Canvas().Focus(d.lines[0].entry)
	later := frametest.Delay(t, w)
	hands.Write("Вербівка")
	hands.Press(fyne.KeyReturn)
	if later.DoAll(); len(w.Boxes()) > 0 {
		t.Errorf("Enter was lost:\n%s", frametest.Visible(w))
	}
	if row, err := w.Registrar().Table.Find(d.ids[0]); err != nil || row.Graduate.Get("settlement") != "Вербівка" {
		t.Errorf("%v, %v", row, err)
	}
}

// KG-041: a value that is typed on while Enter waits is not changed unseen.
func TestBulkEnterIsForgottenWhenTypingGoesOn(t *testing.T) {
	w, d, hands := enterBulk(t, "settlement")
	w.Canvas().Focus(d.lines[0].entry)
	later := frametest.Delay(t, w)
	hands.Write("Верб")
	hands.Press(fyne.KeyReturn)
	hands.Write("івка")
	if later.DoAll(); len(w.Boxes()) != 1 {
		t.Error("what was half typed is changed")
	}
}
