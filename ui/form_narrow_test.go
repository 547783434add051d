package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
)

// narrowForm130 is a form on the smallest screen, with letters of 130 %.
func narrowForm130(t *testing.T, campaign, language string) (*Window, *formScreen) {
	t.Helper()
	w, _ := withDemo(t, campaign, language, 3)
	w.Settings.Scale = 130
	w.Forget()
	w.window.Resize(fyne.NewSize(1024, 600))
	openForm(w, idsOf(t, w)[0])
	return w, formOf(w)
}

func TestFormOnASmallScreenWithLargeLetters(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, s := narrowForm130(t, campaign, language)
		fits := func(t *testing.T) {
			t.Helper()
			if least := w.window.Content().MinSize().Width; least > 1024 {
				t.Errorf("the window needs %v", least)
			}
		}
		t.Run("KG-001 the panel of the site opens over the steps, in "+campaign, func(t *testing.T) {
			if s.site.isFolded() {
				enter(s.site.unfold)
			}
			fits(t)
			enter(s.site.fold)
			mustSee(t, w, "1. ")
		})
		t.Run("KG-046 UA-038 the names of subjects are read, in "+campaign, func(t *testing.T) {
			s.goToField(data.FieldSubjects)
			fits(t)
			for _, row := range s.sheet.inputs[data.FieldSubjects].(*subjectsInput).rows {
				if least := float32(100); row.box.Size().Width < least {
					t.Errorf("%s has a width of %v", row.code, row.box.Size().Width)
				}
			}
		})
		t.Run("KG-043 the step that is shown is in sight in the list, in "+campaign, func(t *testing.T) {
			s.turnPage(len(s.form.Steps))
			item, list := s.steps.items[len(s.form.Steps)], s.steps.scroll
			if bottom := item.Position().Y + item.Size().Height; bottom > list.Offset.Y+list.Size().Height+1 {
				t.Errorf("it ends at %v, and the list shows to %v", bottom, list.Offset.Y+list.Size().Height)
			}
		})
	}
}

func TestTicksOutliveASearch(t *testing.T) {
	w, _ := withDemo(t, "ort-2021", "ru", 6)
	s := graduatesOf(w)
	ids := idsOf(t, w)
	s.table.Select(ids[0], ids[1])
	t.Run("KG-041 who is ticked is ticked after a search for another", func(t *testing.T) {
		s.search.SetText(graduateOf(t, w, ids[3]).Surname)
		if s.table.Marked() != 0 || s.table.Hidden() != 2 {
			t.Errorf("%d are ticked, %d of them hidden", s.table.Marked(), s.table.Hidden())
		}
		mustSee(t, w, "ещё отмечено, но не показано: 2")
		s.search.SetText("")
		if got := s.table.Selected(); len(got) != 2 || s.table.Hidden() != 0 {
			t.Errorf("selected %v", got)
		}
	})
	t.Run("KG-041 who was taken out is not ticked any more", func(t *testing.T) {
		if err := w.registrar.Remove(ctx, ids[:1], ""); err != nil {
			t.Fatal(err)
		}
		if s.table.Marked() != 1 || s.table.Hidden() != 0 {
			t.Errorf("%d are ticked, %d of them hidden", s.table.Marked(), s.table.Hidden())
		}
	})
}
