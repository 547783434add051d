package picture_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"slices"
	"strconv"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registrar/desktest"
	"graduand/imaging"
	"graduand/imaging/drawing"
	"graduand/imaging/pdf/pdftest"
)

func builtin(t testing.TB, id string) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Builtin(id, "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// measures are all that the judge knows, as its code names them.
func measures(t *testing.T) (all []imaging.Measure) {
	t.Helper()
	rooms, err := parser.ParseDir(token.NewFileSet(), "../../imaging", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(rooms["imaging"], func(n ast.Node) bool {
		spec, is := n.(*ast.ValueSpec)
		if !is {
			return true
		}
		if kind, named := spec.Type.(*ast.Ident); named && kind.Name == "Measure" {
			for _, v := range spec.Values {
				name, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, imaging.Measure(name))
			}
		}
		return true
	})
	return all
}

// KG-019, KG-022…026: no limit of a campaign is of a measure that nobody takes, and no measure
// stays without a limit where a broken rule means that somebody is not admitted.
func TestLimitsAndMeasuresAreTheSame(t *testing.T) {
	known := measures(t)
	if len(known) < 40 {
		t.Fatalf("only %v", known)
	}
	for _, id := range []string{"ort-2021", "zno-2020"} {
		c := builtin(t, id)
		for name := range c.Photo.Limits {
			if !slices.Contains(known, imaging.Measure(name)) {
				t.Errorf("%s: nothing measures %s", id, name)
			}
		}
		p := picture.ProfileOf(c, "2021-02-15")
		for _, m := range known {
			if p.Bounds[m] == imaging.Anything() || p.Bounds[m] == (imaging.Bounds{}) {
				t.Errorf("%s: %s has no limit", id, m)
			}
		}
	}
}

// KG-023: a photo is not older than six months of the calendar.
func TestSixMonthsAreThoseOfTheCalendar(t *testing.T) {
	c := builtin(t, "ort-2021")
	for _, d := range []struct {
		reference data.Date
		days      int
	}{{"2021-02-15", 184}, {"2021-08-31", 184}, {"2020-08-31", 184}, {"2021-09-30", 184}, {"2021-08-28", 181}, {"", 0}} {
		if got := picture.ProfileOf(c, d.reference).OldestDays; got != d.days {
			t.Errorf("%s: %d days, want %d", d.reference, got, d.days)
		}
	}
	if days := picture.ProfileOf(builtin(t, "zno-2020"), "2020-02-15").OldestDays; days != 0 {
		t.Errorf("UA-051: %d days", days)
	}
}

// KG-023: the day at which the age counts is that of filling, or the one that a campaign names.
func TestReferenceDay(t *testing.T) {
	c := *builtin(t, "ort-2021")
	if got := picture.Reference(&c, "2021-01-20"); got != "2021-01-20" {
		t.Error(got)
	}
	c.PhotoAgeReference = "registration_end"
	if got := picture.Reference(&c, "2021-01-20"); got != c.Date("registration_end").On {
		t.Error(got)
	}
	c.PhotoAgeReference = "unheard_of"
	if got := picture.Reference(&c, "2021-01-20"); got != "" {
		t.Error(got)
	}
}

// KG-018…022, UA-050: what is drawn right passes, in the place where it belongs.
func TestDrawnPicturesPassInTheirPlaces(t *testing.T) {
	c := builtin(t, "ort-2021")
	for _, p := range []struct {
		field   string
		content []byte
	}{{"face_photo", desktest.GoodPortrait()}, {"passport_front", desktest.CardFront()}, {"passport_back", desktest.CardBack()}} {
		j := picture.Judge(c, p.content, picture.QuestionOf(c, p.field, "", "2021-02-15"))
		if j.Verdict() != data.PicturePass || picture.Refused(j) != nil {
			t.Errorf("%s: %+v", p.field, j.Findings)
		}
	}
	swapped := picture.Judge(c, desktest.CardFront(), picture.QuestionOf(c, "passport_back", "", "2021-02-15"))
	if f := swapped.Of("P04"); f == nil || f.Verdict != data.PictureBlock || f.Text == "" {
		t.Errorf("KG-018 the other side: %+v", f)
	}
	back := picture.Judge(c, desktest.CardBack(), picture.QuestionOf(c, "passport_back", "", "2021-02-15"))
	if z := back.Zone; z == nil || z.DocumentNumber != desktest.Holder.DocumentNumber || z.BirthDate != "2003-03-05" || swapped.Zone != nil {
		t.Errorf("%+v, %+v", z, swapped.Zone)
	}
}

// What explains the others is told first: a portrait where a side of a document is wanted is no
// document, whatever else is wrong with it as one; what lies on its side is turned first.
func TestWhatExplainsTheOthersIsToldFirst(t *testing.T) {
	c := builtin(t, "ort-2021")
	shining := drawing.Somebody().Draw()
	for y := range 60 {
		for x := range 200 {
			shining.SetNRGBA(150+x, 20+y, color.NRGBA{255, 255, 255, 255})
		}
	}
	for _, p := range []struct {
		what, field, first string
		content            []byte
		turn               int
	}{
		{"a portrait", "passport_front", "scan.portrait", desktest.GoodPortrait(), 0},
		{"a portrait with a reflection", "passport_front", "scan.portrait", drawing.JPEG(shining), 0},
		{"a portrait for the back", "passport_back", "scan.portrait", desktest.GoodPortrait(), 0},
		{"the front for the back", "passport_back", "scan.face_on_back", desktest.CardFront(), 0},
		{"a side that lies", "passport_front", "photo.turned", desktest.CardFront(), 90},
		{"a document for a portrait", "face_photo", "photo.no_face", desktest.CardBack(), 0},
	} {
		q := picture.QuestionOf(c, p.field, "", "2021-02-15")
		q.Turn = p.turn
		j := picture.Judge(c, p.content, q)
		blocked := campaign.Blocked(data.Picture{Judged: j})
		if len(blocked) == 0 || blocked[0].Text != p.first || j.Told()[0].Text != p.first {
			t.Errorf("%s: %+v", p.what, blocked)
		}
	}
}

// KG-018: a document that lies on its side is read, and told to be turned, by its face or its
// zone; turned so it passes.
func TestDocumentsOnTheirSideAreToBeTurned(t *testing.T) {
	c := builtin(t, "ort-2021")
	for field, content := range map[string][]byte{"passport_front": desktest.CardFront(), "passport_back": desktest.CardBack()} {
		q := picture.QuestionOf(c, field, "", "2021-02-15")
		for _, degrees := range []int{90, 180, 270} {
			q.Turn = degrees
			lying := picture.Judge(c, content, q)
			f := lying.Of("M03")
			if f == nil || f.Verdict != data.PictureBlock || f.Text != "photo.turned" || f.Args["degrees"] != 360-degrees {
				t.Errorf("%s, %d°: %+v", field, degrees, f)
			}
			if side := lying.Of("P04"); side.Verdict == data.PictureBlock || (lying.Zone != nil) != (field == "passport_back") {
				t.Errorf("%s, %d°: %+v, %+v", field, degrees, side, lying.Zone)
			}
		}
		q.Turn = 0
		if f := picture.Judge(c, content, q).Of("M03"); f.Verdict != data.PicturePass {
			t.Errorf("%s upright: %+v", field, f)
		}
	}
}

// What is no picture is refused with the sentence that helps.
func TestStopsAreRefused(t *testing.T) {
	c := builtin(t, "ort-2021")
	for content, code := range map[string]string{"": "attachment.empty", "GIF89a": "attachment.is_gif", "%PDF-1.4": "attachment.is_pdf"} {
		if err := picture.Refused(picture.Judge(c, []byte(content), picture.Question{Kind: "face"})); data.CodeOf(err) != code {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// A document may be a PDF in both campaigns, a photo of the face in none; the zone of a card is
// read on the page where it is.
func TestDocumentsAsPDF(t *testing.T) {
	pdftest.KeepCompiled()
	sides, paper := pdftest.Scan(200, desktest.CardFront(), desktest.CardBack()), pdftest.Written(pdftest.Sheet, pdftest.Sheet)
	for _, p := range []struct {
		campaign, field, refused string
		content                  []byte
	}{
		{"ort-2021", "passport_back", "", sides}, {"ort-2021", "privilege_documents", "", paper}, {"ort-2021", "face_photo", "attachment.is_pdf", sides},
		{"zno-2020", "card_scan", "", paper}, {"zno-2020", "document_scan", "", paper}, {"zno-2020", "face_photo", "attachment.is_pdf", sides},
	} {
		c := builtin(t, p.campaign)
		j := picture.Judge(c, p.content, picture.QuestionOf(c, p.field, "", "2021-02-15"))
		if err := picture.Refused(j); data.CodeOf(err) != p.refused {
			t.Errorf("%s of %s: %v", p.field, p.campaign, err)
		}
		if p.refused == "" && (j.Verdict() != data.PicturePass || j.Pages != 2 || j.Width != 0) {
			t.Errorf("%s of %s: %+v", p.field, p.campaign, j)
		}
		if z := j.Zone; p.field == "passport_back" && (z == nil || z.DocumentNumber != desktest.Holder.DocumentNumber || z.Page != 2) {
			t.Errorf("KG-047 the zone is not read on the second page: %+v", z)
		}
	}
}
