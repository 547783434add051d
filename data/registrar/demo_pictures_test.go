package registrar_test

import (
	"bytes"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/data/registrar/printing"
	"graduand/imaging/mrz"
	"graduand/imaging/pixels"
)

// portraitRules are by which rule a portrait is refused that is wrong in one way.
var portraitRules = map[string]string{"dark": "F09", "blurred": "F08", "tilted": "F04", "small": "R04", "coloured wall": "F05", "grey": "F07",
	"cut": "F02", "shadow": "F06", "smile": "F13", "glasses": "F12", "half in the dark": "F10", "door": "F06", "on its side": "M03"}

// flaggedRules are the rules that find something in a picture.
func flaggedRules(s photo.Shown) (all []string) {
	for _, f := range s.Judged.Findings {
		if f.Verdict != photo.Pass && f.Verdict != data.PictureNotJudged {
			all = append(all, f.Rule)
		}
	}
	return all
}

func TestDemoPictures(t *testing.T) {
	r, _ := pictured(t, "ort-2021", 24)
	t.Run("portraits are judged", func(t *testing.T) { portraitsAreJudged(t, r) })
	t.Run("cards are read", func(t *testing.T) { cardsAreRead(t, r) })
	t.Run("images stand in every way", func(t *testing.T) { imagesStandInEveryWay(t, r) })
}

// KG-017: whoever looks at the demonstration sees how images can stand.
func imagesStandInEveryWay(t *testing.T, r *registrar.Registrar) {
	rows, err := r.Photo.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	number := map[photo.State]int{}
	for _, row := range rows {
		number[row.State]++
	}
	if number[photo.StateRefused] == 0 || number[photo.StateWaits] == 0 || number[photo.StateMissing] == 0 || number[photo.StateComplete] != 1 {
		t.Errorf("%v", number)
	}
}

// KG-018…026: of the portraits of the demonstration every third passes, and each of the others
// is flagged by the rule for what is wrong with it.
func portraitsAreJudged(t *testing.T, r *registrar.Registrar) {
	n, seen := 0, map[string]bool{} // the last one has the portrait of the one at 18
	for _, row := range rowsOf(t, r) {
		pictures, err := r.Photo.Of(row.Graduate.ID)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(pictures, func(s photo.Shown) bool { return s.Field.Code == "face_photo" })
		if i < 0 {
			continue
		}
		fault, _ := registrar.DemoFault(n)
		if complete := row.Images == data.ImagesComplete; complete != (n == 0) {
			t.Errorf("KG-017 the images of the person at %d are %s", n, row.Images)
		}
		rules, found := flaggedRules(pictures[i]), desktest.FoundFor(t, r, row.Graduate.ID)
		switch rule, has := portraitRules[fault]; {
		case has && !slices.Contains(rules, rule):
			t.Errorf("%s: %v, want %s", fault, rules, rule)
		case !has && len(rules) > 0:
			t.Errorf("%q: %v, want nothing", fault, rules)
		}
		if shared := slices.Contains(found, "file_of_other face_photo"); shared != (fault == "of somebody else" || n == 18) {
			t.Errorf("%q: %v", fault, found)
		}
		n, seen[fault] = n+1, true
	}
	if n != 21 || len(seen) != len(portraitRules)+2 {
		t.Errorf("%d portraits, of them %v", n, seen)
	}
}

// KG-018, KG-047: the zones of the demonstration's cards are read and fit the records, but one in
// which a digit was typed wrong; a copy and sides that were exchanged are found.
func cardsAreRead(t *testing.T, r *registrar.Registrar) {
	n := 0
	for _, row := range rowsOf(t, r) {
		pictures, err := r.Photo.Of(row.Graduate.ID)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(pictures, func(s photo.Shown) bool { return s.Field.Code == "passport_back" })
		if i < 0 {
			continue
		}
		_, fault := registrar.DemoFault(n)
		rules, differs := flaggedRules(pictures[i]), slices.Contains(desktest.FoundFor(t, r, row.Graduate.ID), "zone_differs document_number")
		want := map[string][]string{"a copy": {"P02"}, "the other side": {"P04"}}[fault]
		zone := pictures[i].Judged.Zone
		switch {
		case !slices.Equal(rules, want):
			t.Errorf("%q: %v, want %v", fault, rules, want)
		case differs != (fault == "a digit typed wrong"):
			t.Errorf("%q: differs %v, %+v", fault, differs, zone)
		case (zone == nil) != (fault == "the other side"):
			t.Errorf("%q: read %+v", fault, zone)
		}
		n++
	}
	if n != 4 {
		t.Errorf("%d cards", n)
	}
}

// UA-049, UA-050, UA-055: in the Ukrainian demonstration who gives scans has them, and of a few who
// glue photos the school has the file.
func TestDemoHasScans(t *testing.T) {
	r, folder := pictured(t, "zno-2020", 26)
	glued, copied, sent := 0, 0, 0
	for _, row := range rowsOf(t, r) {
		pictures, err := r.Photo.Of(row.Graduate.ID)
		if err != nil {
			t.Fatal(err)
		}
		var fields []string
		for _, s := range pictures {
			fields = append(fields, s.Field.Code)
			if rules := flaggedRules(s); len(rules) > 0 && s.Field.Code != "face_photo" {
				t.Errorf("%s: %v", s.Field.Code, rules)
			}
			if strings.HasPrefix(s.Field.Code, "copy_") {
				mustShow(t, folder, s.Field.Code)
			}
		}
		switch strings.Join(fields, " ") {
		case "":
		case "face_photo":
			glued++
		case "face_photo copy_front copy_back":
			glued, copied = glued+1, copied+1
		case "face_photo card_scan document_scan":
			sent++
		default:
			t.Errorf("pictures %v", fields)
		}
	}
	printed, err := r.Printing.Draw(io.Discard, printing.FormatPDF, printing.Job{Document: printing.Photos})
	if err != nil || sent != 1 || glued == 0 || printed.Graduates != glued {
		t.Errorf("%d send scans, of %d the photo is there, %d are printed, %v", sent, glued, printed.Graduates, err)
	}
	printed, err = r.Printing.Draw(io.Discard, printing.FormatPDF, printing.Job{Document: printing.Copies})
	if err != nil || copied != 1 || printed.Graduates != 2 || len(printed.Copied) > 1 {
		t.Errorf("UA-025 of %d both sides are there, %+v, %v", copied, printed, err)
	}
}

// mustShow asks that the side of a card that is printed as a copy is the one it is called: the zone
// stands on the back.
func mustShow(t *testing.T, folder, side string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*", "* "+side+".jpg"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q, %v", files, err)
	}
	picture, err := jpeg.Decode(bytes.NewReader(desktest.MustRead(t, files[0])))
	desktest.Must(err)
	if _, back := mrz.Find(pixels.New(picture, 0), desktest.Noon); back != (side == "copy_back") {
		t.Errorf("UA-025 %s shows the other side", side)
	}
}

// The files of the folder go to whom they belong by their names alone, and are there already;
// the same seed draws the same bytes.
func TestDemoFolderOfPhotos(t *testing.T) {
	r, folder := pictured(t, "ort-2021", 4)
	files, err := photo.FilesOf(t.Context(), folder)
	if err != nil || len(files) != 12 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	proposals, err := r.Photo.Match(desktest.Ctx, files, "face_photo", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, other := makeDemo(t, registrar.DemoOptions{Graduates: 4, Seed: 1}), makeDemo(t, registrar.DemoOptions{Graduates: 4, Seed: 2})
	for _, p := range proposals {
		if p.Outcome != photo.There {
			t.Errorf("%s: %s", p.Name, p.Outcome)
		}
		one, two := read(t, p.Path), read(t, filepath.Join(again, "photos", p.Name))
		if !bytes.Equal(one, two) {
			t.Errorf("%s is drawn otherwise", p.Name)
		}
	}
	if _, err := os.Stat(filepath.Join(other, "photos", proposals[0].Name)); err == nil {
		t.Error("another seed makes other people")
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func rowsOf(t *testing.T, r *registrar.Registrar) []registrar.Row {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// pictured is a demonstration with pictures, open, and their folder.
func pictured(t *testing.T, campaign string, graduates int) (*registrar.Registrar, string) {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := makeDemo(t, registrar.DemoOptions{Campaign: c, Graduates: graduates, Seed: 1})
	return openDemo(t, dir), filepath.Join(dir, "photos")
}
