package ui

import (
	"strings"
	"testing"

	"graduand/assets"
)

func TestHelpOfTheForm(t *testing.T) {
	for campaign, words := range map[string]string{"ort-2021": "Шаг с ошибкой нельзя пройти вперёд", "zno-2020": "Шаги можно заполнять в любом порядке"} {
		w, _ := withDemo(t, campaign, "ru", 3)
		w.Go(Route{Screen: screenHelp})
		typeFocused(w, "бланк")
		all := strings.ReplaceAll(visible(w), "\n", " ")
		for _, word := range []string{words, "Ctrl+B", "Ctrl+PgDn"} {
			if !strings.Contains(all, word) {
				t.Errorf("%s: the help does not say %q:\n%s", campaign, word, all)
			}
		}
	}
}

func TestHelpTellsTheKeys(t *testing.T) {
	w, _ := withDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(Route{Screen: screenHelp})
	t.Run("the keys are those of the menu", func(t *testing.T) {
		typeFocused(w, "ctrl+f")
		mustSee(t, w, "Ctrl+F", "Шукати")
	})
}
