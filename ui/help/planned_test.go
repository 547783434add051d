package help

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// The days that were moved stand in the help with those that were planned at first, of the sessions, the
// subjects and what is counted from them, in every language.
func TestHelpTellsTheFirstPlanOfMovedDays(t *testing.T) {
	for _, language := range text.Languages() {
		w, _ := frametest.WithDemo(t, "zno-2020", language, 1)
		w.Go(frame.Route{Screen: frame.Help})
		words := helpOf(w).sections
		for _, day := range []string{"2020-05-21", "2020-04-16", "2020-06-01"} {
			want, found := w.Planned(data.Date(day)), false
			for _, section := range words {
				for _, line := range section.lines {
					found = found || strings.Contains(line.words, strings.TrimSuffix(want, "."))
				}
			}
			if want == "" || !found {
				t.Errorf("%s: nobody reads %q", language, want)
			}
		}
	}
}
