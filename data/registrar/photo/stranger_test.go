package photo_test

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
)

// KG-047: a document whose zone names somebody else is in doubt in a folder, whatever its file is
// called.
func TestADocumentOfSomebodyElseIsInDoubt(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	desktest.MustAdd(t, r, "surname=Каримова", "given_name=Анара", "phone=0555000199")
	got := matched(t, r, folderOf(t, map[string][]byte{"Каримова Анара passport_back.jpg": desktest.CardBack()}))
	if p := got["Каримова Анара passport_back.jpg"]; p.Outcome != photo.Doubtful || p.Why != "rule.zone_differs" || p.Slight() {
		t.Errorf("%s because of %q", p.Outcome, p.Why)
	}
}
