package help

import (
	"strings"
	"testing"

	"graduand/assets"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// The notices of all parts stand in the program, in every language's frame as they are.
func TestLicences(t *testing.T) {
	for language, title := range map[string]string{"uk": "Ліцензії", "ru": "Лицензии", "ky": "Лицензиялар", "en": "Licences"} {
		w, _ := frametest.New(t, language)
		ShowLicences(w)
		frametest.MustSee(t, w, title, "Graduand", "Copyright (c) 2026 The Graduand authors")
		choice := frametest.FindAll[*widgets.DialogSelect](w.Boxes()[0].Content())[0]
		if len(choice.Options) != len(assets.Notices()) {
			t.Errorf("%d of %d parts can be chosen", len(choice.Options), len(assets.Notices()))
		}
		for _, part := range []string{"PDFium", choice.Options[len(choice.Options)-1]} {
			choice.SetSelected(part)
			if seen := frametest.DialogWords(w); !strings.Contains(seen, "---- ") || strings.Contains(seen, "The Graduand authors") {
				t.Errorf("%s: a person sees:\n%s", part, seen)
			}
		}
		frametest.KeyEscape(choice)
		if len(w.Boxes()) > 0 {
			t.Error("Esc does not leave it")
		}
	}
}

// Whatever stands in a notice is shown whole.
func TestNoWordOfALicenceIsLost(t *testing.T) {
	for _, n := range assets.Notices() {
		var shown []string
		for line := range strings.Lines(n.Text) {
			for _, part := range broken(strings.TrimRight(line, "\r\n"), licenceColumns) {
				if shown = append(shown, part); len([]rune(part)) > licenceColumns {
					t.Errorf("%s: a line of %d letters", n.Of, len([]rune(part)))
				}
			}
		}
		if got, want := strings.Fields(strings.Join(shown, " ")), strings.Fields(n.Text); len(got) < len(want) || strings.Join(got, "") != strings.Join(want, "") {
			t.Errorf("%s: other words than its authors have written", n.Of)
		}
	}
}
