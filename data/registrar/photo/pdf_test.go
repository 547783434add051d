package photo_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/data/text"
	"graduand/imaging/pdf/pdftest"
)

// KG-030, KG-047, KG-055: a scan that is a PDF goes the way of every other file: people are asked
// about it, it keeps its bytes, it may not be that of two, and the zone on it is held against the
// form.
func TestAScanAsPDF(t *testing.T) {
	pdftest.KeepCompiled()
	r, id := started(t)
	scanned := pdftest.Scan(200, desktest.CardFront(), desktest.CardBack())
	desktest.Attach(t, r, id, "passport_back", scanned)
	s := at(t, r, id, "passport_back")
	t.Run("KG-047 it is asked about as a picture is, and nothing is found", func(t *testing.T) {
		var codes []string
		for _, q := range s.Questions {
			codes = append(codes, q.Code)
		}
		if len(codes) != 3 || codes[0] != "original" || codes[1] != "readable" || codes[2] != "fits_record" || !s.Current || s.Judged.Pages != 2 || len(s.Blocked) > 0 {
			t.Errorf("%v of %+v", codes, s.Judged)
		}
	})
	t.Run("KG-047 the zone on its second page proposes what the form has not", func(t *testing.T) {
		all, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		proposed := false
		for _, f := range all {
			proposed = proposed || f.Field == data.FieldBirthDate && f.Proposal != nil && f.Proposal.Value == "2003-03-05"
		}
		if !proposed {
			t.Errorf("%+v", all)
		}
	})
	t.Run("KG-047 what the form says otherwise is told with the page on which the document says it", func(t *testing.T) {
		desktest.Set(t, r, id, "sex=m")
		all, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		at := slices.IndexFunc(all, func(f data.Finding) bool { return f.Rule == "zone_differs" && f.Field == data.FieldSex })
		if at < 0 {
			t.Fatalf("%+v", all)
		}
		if said := fmt.Sprint(text.For("uk").Word(all[at].Args["why"])); !strings.Contains(said, "У документі (стор. 2) стать") {
			t.Error(said)
		}
	})
	t.Run("KG-027 the original is given back with its ending", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "a.pdf")
		desktest.Must(r.Form.SaveAttachment(desktest.Ctx, id, "passport_back", path))
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, scanned) {
			t.Errorf("%d octets, %v", len(got), err)
		}
	})
	t.Run("KG-055 in a folder it is matched by its name, told if it is there or is that of another, and refused as a face", func(t *testing.T) {
		other := desktest.MustAdd(t, r, "surname=Каримова", "given_name=Анара", "phone=0555000199")
		name := desktest.MustFind(t, r, id).FullName()
		files := folderOf(t, map[string][]byte{name + " passport_back.pdf": scanned, "Каримова Анара passport_back.pdf": scanned, "Каримова Анара.pdf": scanned,
			"Каримова Анара passport_front.PDF": pdftest.Written(pdftest.Sheet)})
		got := matched(t, r, files)
		for file, want := range map[string]struct {
			outcome photo.Outcome
			why     string
		}{name + " passport_back.pdf": {photo.There, ""}, "Каримова Анара passport_back.pdf": {photo.Doubtful, "photo.same_as"},
			"Каримова Анара.pdf": {photo.Refused, "attachment.is_pdf"}, "Каримова Анара passport_front.PDF": {photo.Sure, ""}} {
			if p := got[file]; p.Outcome != want.outcome || p.Why != want.why {
				t.Errorf("%s: %s because of %q", file, p.Outcome, p.Why)
			}
		}
		if p := got["Каримова Анара passport_front.PDF"]; p.Graduate != other {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-047 turned it is judged anew and its zone is still read", func(t *testing.T) {
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "passport_back", 180))
		if s := at(t, r, id, "passport_back"); !s.Current || s.Judged.Turn != 180 || len(campaign.Blocked(s.Picture)) > 0 {
			t.Errorf("%+v", s)
		}
	})
	desktest.Sound(t, r)
}
