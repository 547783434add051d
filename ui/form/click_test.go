package form

import (
	"testing"
	"time"

	"graduand/ui/frame/frametest"
)

func TestSecondClickOfADoubleClick(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	openForm(w, frametest.IdsOf(t, w)[0])
	s, now := formOf(w), frametest.Noon
	w.Now = func() time.Time {
		now = now.Add(100 * time.Millisecond)
		return now
	}
	s.turnPage(0)
	now = now.Add(time.Second)
	t.Run("KG-043 a double click goes one step forwards, not two", func(t *testing.T) {
		s.onForth()
		s.onForth()
		if s.at != 1 {
			t.Errorf("at step %d", s.at)
		}
	})
	t.Run("KG-043 the next click counts again", func(t *testing.T) {
		now = now.Add(time.Second)
		s.onForth()
		if s.at != 2 {
			t.Errorf("at step %d", s.at)
		}
	})
}

func TestBlockedLineFollowsTheForm(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "ru")
	id := frametest.AddGraduate(t, w, "surname", "Асан", "given_name", "Айгуль", "phone", "0555123456")
	openForm(w, id)
	s := formOf(w)
	s.turnPage(0)
	s.onForth()
	if s.blocked.Hidden {
		t.Fatal("nothing holds it up")
	}
	first := s.blocked.Text
	t.Run("KG-044 what is mended is no longer said above the buttons", func(t *testing.T) {
		field, _ := s.wrong(&s.form.Steps[0])
		frametest.ChangeField(t, w, id, field, map[string]string{"sex": "f", "patronymic": "Нурлановна"}[field])
		if !s.blocked.Hidden && s.blocked.Text == first {
			t.Errorf("still %q", first)
		}
	})
	t.Run("F-07 what was refused is in the review, and leads back", func(t *testing.T) {
		s.goToField("birth_date")
		h := handsOf(t, w)
		h.tab("birth_date")
		h.Write("31.02.2003")
		w.Canvas().Unfocus()
		frametest.MustSee(t, w, "несохранённое")
		s.turnPage(len(s.form.Steps))
		frametest.MustSee(t, w, "«"+w.TitleOfField("birth_date")+"»")
		s.onForth()
		if s.at != 0 {
			t.Errorf("at step %d", s.at)
		}
		frametest.MustNotSee(t, w, "дата рождения»: не заполнено", "Дата рождения»: не заполнено")
	})
}
