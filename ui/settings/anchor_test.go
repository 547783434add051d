package settings

import (
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestAnchor(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	now, err := w.Registrar().Anchor()
	if err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.SettingsPage})
	for typed, words := range map[string]string{
		now: "Історія містить цю позначку", "7-000000000000": "В історії немає цієї позначки", "аркуш": "«аркуш» — не позначка історії",
	} {
		t.Run("F-05 a mark that was kept is compared: "+typed, func(t *testing.T) {
			p := newAnchorPart(w)
			p.build()
			p.typed.SetText(typed)
			p.onCompare()
			if got := p.answer.Text; len(got) < len(words) || got[:len(words)] != words {
				t.Errorf("said %q", got)
			}
		})
	}
}
