package ui

import (
	"strings"
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestHelpOfTheForm(t *testing.T) {
	for campaign, words := range map[string]string{"ort-2021": "Шаг с ошибкой нельзя пройти вперёд", "zno-2020": "Шаги можно заполнять в любом порядке"} {
		w, _ := frametest.WithDemo(t, campaign, "ru", 3)
		w.Go(frame.Route{Screen: frame.Help})
		frametest.TypeFocused(w, "бланк")
		all := strings.ReplaceAll(frametest.Visible(w), "\n", " ")
		for _, word := range []string{words, "Ctrl+B", "Ctrl+PgDn"} {
			if !strings.Contains(all, word) {
				t.Errorf("%s: the help does not say %q:\n%s", campaign, word, all)
			}
		}
	}
}

func TestHelpTellsTheKeys(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Help})
	t.Run("the keys are those of the menu", func(t *testing.T) {
		frametest.TypeFocused(w, "ctrl+f")
		frametest.MustSee(t, w, "Ctrl+F", "Шукати")
	})
}
