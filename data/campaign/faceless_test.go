package campaign

import (
	"testing"

	"graduand/data"
)

// UA-050, UA-051: what was taken for a face in a cup of coffee is none, and is asked about first and
// twice; a face that is not clear is one.
func TestWhatIsNoFaceIsAskedAboutTwice(t *testing.T) {
	c := builtin(t, "zno-2020")
	judged := func(sure, limit float64, portrait *data.Portrait) data.Picture {
		found := data.PictureFinding{Rule: "F01", Verdict: data.PictureWarn, Measure: "F01.quality", Measured: sure, Limit: limit, Text: "photo.no_face"}
		return data.Picture{Judged: &data.Judged{Kind: PictureFace, Findings: []data.PictureFinding{found}, Portrait: portrait}}
	}
	for name, one := range map[string]struct {
		picture data.Picture
		twice   bool
	}{
		"nothing found":   {judged(0, 16, nil), true},
		"a cup of coffee": {judged(4.56, 16, &data.Portrait{}), true},
		"an unclear face": {judged(20, 25, &data.Portrait{}), false},
	} {
		all := c.PictureQuestions(PictureFace, one.picture)
		if got := all[0].Twice; got != one.twice || c.Faceless(one.picture) != one.twice || all[0].Code == "F01" != one.twice {
			t.Errorf("%s: %+v", name, all)
		}
	}
}
