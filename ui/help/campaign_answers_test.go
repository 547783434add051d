package help

import (
	"slices"
	"strings"
	"testing"

	"graduand/ui/frame/frametest"
)

// TestAnswersAreThoseOfTheCampaign: what is answered holds in the open campaign, in every language:
// its number of subjects, its last day or where that is entered, and no examples of names that
// another country has.
func TestAnswersAreThoseOfTheCampaign(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		for campaign, says := range map[string]struct{ last, subjects string }{"zno-2020": {"24.03.2020", "4"}, "ort-2021": {}} {
			w, _ := frametest.WithDemo(t, campaign, language, 3)
			s := helpOf(w)
			said := map[string]string{}
			all := ""
			for _, section := range s.sections {
				for _, line := range section.lines {
					said[line.title] = line.words
					all += line.title + " " + line.words + "\n"
				}
			}
			last := says.last
			if last == "" {
				last = w.Say("settings_screen.calendar", nil)
			}
			if !strings.Contains(said[w.Say("help_screen.ask_last", nil)], last) {
				t.Errorf("%s, %s: the last day: %q", campaign, language, said[w.Say("help_screen.ask_last", nil)])
			}
			if answer, is := said[w.Say("help_screen.ask_subjects", nil)]; is != (says.subjects != "") || !strings.Contains(answer, says.subjects) {
				t.Errorf("%s, %s: subjects: %q", campaign, language, answer)
			}
			is := slices.ContainsFunc([]string{"«уулу»", "“уулу”", "«Уулу»", "Токтогул", "Toktogul"}, func(word string) bool { return strings.Contains(all, word) })
			if is != (campaign == "ort-2021") {
				t.Errorf("%s, %s: names of another country are told: %v", campaign, language, is)
			}
			if strings.Contains(all, "<no value>") {
				t.Errorf("%s, %s: a word is missing", campaign, language)
			}
		}
	}
}
