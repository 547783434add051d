package form

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// narrowForm130 is a form on the smallest screen, with letters of 130 %.
func narrowForm130(t *testing.T, campaign, language string) (*frame.Window, *Screen) {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, language, 3)
	w.Settings.Scale = 130
	w.Forget()
	w.Fyne().Resize(fyne.NewSize(1024, 600))
	openForm(w, frametest.IdsOf(t, w)[0])
	return w, formOf(w)
}

func TestFormOnASmallScreenWithLargeLetters(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, s := narrowForm130(t, campaign, language)
		fits := func(t *testing.T) {
			t.Helper()
			if least := w.Fyne().Content().MinSize().Width; least > 1024 {
				t.Errorf("the window needs %v", least)
			}
		}
		t.Run("KG-001 the panel of the site opens over the steps, in "+campaign, func(t *testing.T) {
			if s.site.isFolded() {
				frametest.Enter(s.site.unfold)
			}
			fits(t)
			frametest.Enter(s.site.fold)
			frametest.MustSee(t, w, "1. ")
		})
		t.Run("KG-046 UA-038 the names of subjects are read, in "+campaign, func(t *testing.T) {
			s.goToField(data.FieldSubjects)
			fits(t)
			lines := frametest.SubjectLines(w, formOf(w).sheet.inputs[data.FieldSubjects].Object())
			if len(lines) == 0 {
				t.Fatal("there are no subjects")
			}
			for code, line := range lines {
				if least := float32(100); line.Words.Size().Width < least {
					t.Errorf("%s has a width of %v", code, line.Words.Size().Width)
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

// iconRoom is about what stands beside the words of a button.
const iconRoom = 40

// A proposal beneath a field stays within it: its neighbour is read whole.
func TestAProposalLiesOverNoNeighbour(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 760}, {Width: 1024, Height: 600}} {
		w, s := narrowForm130(t, "ort-2021", "ru")
		frametest.ChangeField(t, w, frametest.IdsOf(t, w)[0], data.FieldDocumentKind, "")
		w.Fyne().Resize(size)
		s.goToField(data.FieldDocumentKind)
		kind := s.sheet.inputs[data.FieldDocumentKind].Object()
		for _, words := range frametest.TextsOf(kind) {
			if strings.HasPrefix(words.Text, "Поставить: ") && words.MinSize().Width+iconRoom > kind.Size().Width {
				t.Errorf("%v: %q is %v wide, its field %v", size, words.Text, words.MinSize().Width, kind.Size().Width)
			}
		}
		frametest.MustSee(t, w, "Поставить: ")
	}
}
