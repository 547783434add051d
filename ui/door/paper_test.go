package door

import (
	"errors"
	"os"
	"strings"
	"testing"

	"graduand/ui/frame/frametest"
)

// A PC without a program for the sheet has saved it all the same: nobody is told that
// something has failed, but where it lies and what is to be done.
func TestASheetThatIsNotShownIsSaved(t *testing.T) {
	for language, words := range map[string]string{"uk": "Відкрийте самі", "ky": "Өзүңүз ачыңыз"} {
		w, files := frametest.WithHead(t, language)
		code, err := w.Registrar().NewPaperCode(frametest.Ctx)
		if err != nil {
			t.Fatal(err)
		}
		w.OpenFile = func(string) error { return errors.New("no program for this kind of file") }
		ShowPaperCode(w, code)
		files.ToSave = t.TempDir() + "/key.pdf"
		frametest.Tap(t, w, w.Say("account.save_sheet", nil))
		if _, err := os.Stat(files.ToSave); err != nil {
			t.Fatal(err)
		}
		seen := strings.Join(strings.Fields(frametest.Visible(w)), " ")
		if len(w.Boxes()) != 1 || !strings.Contains(seen, words) || !strings.Contains(seen, "key.pdf") {
			t.Errorf("%d dialogs, seen:\n%s", len(w.Boxes()), seen)
		}
		// Enter where the keyboard stands now goes on: the sheet is not saved once more.
		files.ToSave = ""
		frametest.Enter(w.Canvas().Focused())
		if len(w.Boxes()) != 0 {
			t.Error("it is asked about as if it were not saved")
		}
	}
}
