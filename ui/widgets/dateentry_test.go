package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestPickerOfADay(t *testing.T) {
	test.NewTempApp(t)
	d := NewDateEntry(DateWords{Months: [12]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}})
	d.FirstYear, d.LastYear = 2019, 2021
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(600, 400))
	escaped := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	press := func(key fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	t.Run("F-07 Esc closes the picker, and not what lies under it", func(t *testing.T) {
		d.pick()
		press(fyne.KeyEscape)
		if len(w.Canvas().Overlays().List()) > 0 || escaped > 0 || w.Canvas().Focused() != fyne.Focusable(d) {
			t.Errorf("%d overlays, %d keys went through, the focus is on %T", len(w.Canvas().Overlays().List()), escaped, w.Canvas().Focused())
		}
	})
	t.Run("a day is picked by the keyboard alone", func(t *testing.T) {
		d.pick()
		for range 3 {
			press(fyne.KeyReturn)
		}
		if d.Text != "01.01.2021" || len(w.Canvas().Overlays().List()) > 0 {
			t.Errorf("picked %q", d.Text)
		}
	})
}
