package photo

import (
	"testing"

	"graduand/data"
	"graduand/data/campaign"
)

// KG-017: what is the matter is said of somebody whose images are incomplete, the gravest first.
func TestStateOfImages(t *testing.T) {
	sound := Shown{Current: true}
	refused := Shown{Current: true, Blocked: []Finding{{Rule: "F07"}}}
	denied := Shown{Current: true, Questions: []campaign.PictureQuestion{{Answer: &data.Fact{Kind: data.FactDenied}}}}
	asked := Shown{Current: true, Questions: []campaign.PictureQuestion{{}}}
	unjudged := Shown{}
	for _, c := range []struct {
		name     string
		images   data.ImagesState
		pictures []Shown
		want     State
	}{
		{"a block goes before a question", data.ImagesIncomplete, []Shown{asked, refused}, StateRefused},
		{"an answer of no refuses", data.ImagesIncomplete, []Shown{denied}, StateRefused},
		{"an open question waits", data.ImagesIncomplete, []Shown{sound, asked}, StateWaits},
		{"what nobody has judged waits", data.ImagesIncomplete, []Shown{unjudged}, StateWaits},
		{"all that is there is sound, another is missing", data.ImagesIncomplete, []Shown{sound}, StateMissing},
		{"nothing is there", data.ImagesIncomplete, nil, StateMissing},
		{"the check finds nothing", data.ImagesComplete, []Shown{sound}, StateComplete},
		{"nobody asks for a picture that is there", data.ImagesNotNeeded, []Shown{refused}, StateNotNeeded},
	} {
		if got := StateOf(c.images, c.pictures); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What somebody has settled is not asked again, and what is in doubt keeps its first reason.
func TestSettledProposalsAreNotDoubted(t *testing.T) {
	settled, sure := Proposal{Outcome: Sure, Settled: true}, Proposal{Outcome: Sure}
	settled.doubt("photos.alike", nil)
	sure.doubt("photos.alike", nil)
	sure.doubt("photos.another", nil)
	if settled.Outcome != Sure || sure.Outcome != Doubtful || sure.Why != "photos.alike" {
		t.Errorf("%s, %s because of %s", settled.Outcome, sure.Outcome, sure.Why)
	}
}
