package roster

import (
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-041: what was given out for filling in and is imported as a list says who takes its answers, by the names of
// the menu, and nothing of the sheets that nobody sees in it.
func TestImportOfWhatWasGivenOutSaysWhoTakesIt(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ky"} {
		w, _ := frametest.WithDemo(t, campaign, language, 6)
		path := filepath.Join(t.TempDir(), "11.xlsx")
		if _, err := w.Registrar().Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, path); err != nil {
			t.Fatal(err)
		}
		w.Go(frame.Route{Screen: frame.Roster, File: path})
		frametest.MustSee(t, w, "«"+w.Say("menu.collect", nil)+"» → «"+w.Say("menu.collect_in", nil)+"»")
		frametest.MustNotSee(t, w, "graduand_lists")
		frametest.Shot(t, w, "import-given-out-"+language)
	}
}
