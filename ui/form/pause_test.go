package form

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"graduand/ui/frame/frametest"
)

func TestTextIsKeptInAPause(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	var waiting func()
	w.Runner.After = func(_ time.Duration, f func()) func() {
		waiting = f
		return func() { waiting = nil }
	}
	calm := func() {
		f := waiting
		waiting = nil
		f()
	}
	formOf(w).goToField("street")
	h := handsOf(t, w)
	h.tab("street")
	street := formText(w, "street")
	street.SetText("")
	t.Run("F-07 a pause keeps the text, and the text stays as it was written", func(t *testing.T) {
		test.Type(street, "ул. ")
		calm()
		if got := frametest.Stored(t, w, id, "street"); got != "ул." {
			t.Errorf("stored %q", got)
		}
		test.Type(street, "Мира")
		if street.Text != "ул. Мира" {
			t.Errorf("the field holds %q", street.Text)
		}
		if got := frametest.Stored(t, w, id, "street"); got != "ул." {
			t.Errorf("stored %q before the pause", got)
		}
		h.Forth()
		if got := frametest.Stored(t, w, id, "street"); got != "ул. Мира" {
			t.Errorf("left, and stored %q", got)
		}
	})
	t.Run("F-07 what is refused in a pause is not said before the field is left", func(t *testing.T) {
		formOf(w).goToField("phone2")
		h.tab("phone2")
		phone := formText(w, "phone2")
		phone.SetText("")
		test.Type(phone, "0555 12")
		said := func() int {
			var words []string
			frametest.Collect(formOf(w).sheet.inputs["phone2"].Object(), &words)
			return len(words)
		}
		before := said()
		calm()
		if said() != before {
			t.Error("said in the middle of typing")
		}
		h.Forth()
		if said() == before || phone.Text != "0555 12" {
			t.Errorf("said %v, the field holds %q", said() != before, phone.Text)
		}
	})
	t.Run("F-07 a field left as it was after a pause shows the stored value", func(t *testing.T) {
		frametest.KeyEscape(formText(w, "phone2"))
		formOf(w).goToField("street")
		h.tab("street")
		street.SetText("")
		test.Type(street, "ул.  Мира ")
		calm()
		h.Forth()
		formOf(w).goToField("street")
		if street.Text != "ул. Мира" {
			t.Errorf("the field holds %q", street.Text)
		}
	})
}
