package campaign

import (
	"errors"
	"strings"
	"testing"

	"graduand/data"
)

// The limits of pictures are named by their place when they cannot be kept.
func TestLimitsOfPicturesAreChecked(t *testing.T) {
	for _, c := range []struct{ name, add, code, key string }{
		{"as it should be", "version = '1'\n[photo.limits]\n'F02.head' = { block_below = 0.4, warn_below = 0.5, warn_above = 0.9 }", "", ""},
		{"no measure", "version = '1'\n[photo.limits]\nhead = { warn_below = 0.5 }", "campaign.bad_value", "photo.limits.head"},
		{"what warns lies beyond what blocks", "version = '1'\n[photo.limits]\n'F02.head' = { block_below = 0.6, warn_below = 0.5 }", "campaign.bad_value", "photo.limits.F02.head"},
		{"from below and above at once", "version = '1'\n[photo.limits]\n'F02.head' = { warn_below = 0.6, warn_above = 0.5 }", "campaign.bad_value", "photo.limits.F02.head"},
		{"limits without a version", "[photo.limits]\n'F02.head' = { warn_below = 0.5 }", "campaign.empty", "photo.version"},
		{"an unknown severity", "[photo.mildest]\nF02 = 'block'", "campaign.bad_value", "photo.mildest.F02"},
		{"documents as PDF", "pdf = ['passport', 'scan']", "", ""},
		{"a face as PDF", "pdf = ['passport', 'face']", "campaign.bad_value", "photo.pdf[2]"},
		{"a question of no kind", "[[photo.confirm]]\ncode = 'a'\ntitle = 'A'", "campaign.empty", "photo.confirm[1].of"},
		{"a question of another kind", "[[photo.confirm]]\ncode = 'a'\ntitle = 'A'\nof = ['sound']", "campaign.bad_value", "photo.confirm[1].of"},
		{"a question twice", "[[photo.confirm]]\ncode = 'a'\ntitle = 'A'\nof = ['face']\n[[photo.confirm]]\ncode = 'a'\ntitle = 'B'\nof = ['face']", "campaign.duplicate_code", "photo.confirm[2].code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := strings.Replace(steppe(t), "format = 1", "format = 3", 1)
			_, err := Load([]byte(strings.Replace(source, "colour = \"any\"\n", "colour = \"any\"\n"+c.add+"\n", 1)), "1.0")
			if data.CodeOf(err) != c.code || c.code != "" && keyOfError(err) != c.key {
				t.Errorf("%v, at %q", err, keyOfError(err))
			}
		})
	}
}

// keyOfError is the place that a refusal names.
func keyOfError(err error) any {
	var e *data.Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Args["key"]
}

// What the shipped campaigns ask of pictures: KG-022 and KG-023 in colour and young, UA-050 in
// any colours, what no source asks for a warning at most.
func TestCampaignsSayHowPicturesAreJudged(t *testing.T) {
	ort, zno := builtin(t, "ort-2021").Photo, builtin(t, "zno-2020").Photo
	if ort.Mildest["F07"] != "" || ort.MaximumAgeMonths != 6 || zno.Mildest["F07"] != "pass" || zno.Mildest["F12"] != "warn" {
		t.Errorf("%v, %v", ort.Mildest, zno.Mildest)
	}
	for _, c := range []*Campaign{builtin(t, "ort-2021"), builtin(t, "zno-2020")} {
		faces := 0
		for _, f := range c.AllFields() {
			if f.Picture == PictureFace {
				faces++
			}
		}
		if faces != 1 || len(c.Photo.Limits) < 40 || len(c.Photo.Confirmations) == 0 {
			t.Errorf("%s: %d portraits, %d limits, %d questions", c.ID, faces, len(c.Photo.Limits), len(c.Photo.Confirmations))
		}
	}
}
