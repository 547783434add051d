package photo_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// KG-020, KG-047: a side of a card that stood on the other side too, by a mistake that is mended, is
// what it is again, in whatever order the files came.
func TestASideThatStoodOnTheOtherToo(t *testing.T) {
	front, back := desktest.CardFront(), desktest.CardBack()
	put := func(place string, content []byte) func(testing.TB, *registrar.Registrar, string) {
		return func(t testing.TB, r *registrar.Registrar, id string) { desktest.Attach(t, r, id, place, content) }
	}
	take := func(place string) func(testing.TB, *registrar.Registrar, string) {
		return func(_ testing.TB, r *registrar.Registrar, id string) {
			desktest.Must(r.Form.Detach(desktest.Ctx, id, place))
		}
	}
	for name, steps := range map[string][]func(testing.TB, *registrar.Registrar, string){
		"then on the other, then another there":  {put("passport_front", front), put("passport_back", front), put("passport_back", back)},
		"first on the other, then another there": {put("passport_back", front), put("passport_front", front), put("passport_back", back)},
		"then on the other, then taken out":      {put("passport_front", front), put("passport_back", front), take("passport_back"), put("passport_back", back)},
		"first on the other, then taken out":     {put("passport_back", front), put("passport_front", front), take("passport_back"), put("passport_back", back)},
		"the back on both, then another":         {put("passport_front", back), put("passport_back", back), put("passport_front", front)},
		"changed for one another":                {put("passport_front", back), put("passport_back", front), put("passport_front", front), put("passport_back", back)},
	} {
		t.Run(name, func(t *testing.T) {
			r, id := started(t)
			for _, step := range steps {
				step(t, r, id)
			}
			for _, place := range []string{"passport_front", "passport_back"} {
				s, err := r.Photo.Look(desktest.Ctx, id, place)
				desktest.Must(err)
				if f := r.Campaign().Field(place); s.Judged.Side != f.Side || len(s.Blocked) > 0 || s.Judged.Of("P04") == nil || s.Judged.Of("P04").Verdict == data.PictureBlock {
					t.Errorf("%s was judged as %s: %+v", place, s.Judged.Side, s.Blocked)
				}
			}
			found, err := desktest.FindingsOf(r, id)
			desktest.Must(err)
			if slices.Contains(desktest.Rules(found), "photo_unjudged") {
				t.Error("one side passes for not judged")
			}
		})
	}
}
