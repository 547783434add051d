package papers

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"graduand/data"
)

// UA-049: the campaign that has photos glued prints them, of those who have one and glue it.
func TestWhosePhotosArePrinted(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	with, without := graduateOf(t, s, "a", "surname=Дуб", "face_photo=f1"), graduateOf(t, s, "b", "surname=Бук")
	sends := graduateOf(t, s, "c", "surname=Клен", "face_photo=f2", "category=school_current", "marks=uncontrolled_territory,extern", "gives_scans=yes")
	var b bytes.Buffer
	printed, err := s.Print(&b, Job{Document: Photos, Format: FormatPDF}, []Graduate{with, without, sends})
	if err != nil || !slices.Equal(printed.IDs, []string{"a"}) {
		t.Errorf("%+v, %v", printed, err)
	}
	if want := []Left{{ID: "b", Name: "Бук", Reason: "no_photo"}, {ID: "c", Name: "Клен", Reason: "photo_as_file"}}; !slices.Equal(printed.Left, want) {
		t.Errorf("left are %+v", printed.Left)
	}
	if _, err := s.Print(&b, Job{Document: Photos, Format: FormatPDF}, []Graduate{without}); data.CodeOf(err) != "print.no_photos" {
		t.Errorf("UA-049 nobody has one: %v", err)
	}
	if d := DocumentOf(sourceOf(t, "ort-2021").Campaign, Photos); d.write != nil {
		t.Error("KG-027 where photos go as files only, a sheet of them is printed")
	}
}

// UA-049, UA-050: in whose picture no face was found is named before it is printed, also when somebody
// has said that it is a portrait.
func TestWhoHasNoFaceIsNamedBeforePrinting(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	faceless := graduateOf(t, s, "a", "surname=Дуб", "face_photo=f1")
	found := data.PictureFinding{Rule: "F01", Verdict: data.PictureWarn, Measure: "F01.quality", Measured: 4, Limit: 16, Text: "photo.no_face"}
	faceless.NoteJudged("f1", &data.Judged{Profile: s.Campaign.Photo.Version, Kind: "face", Findings: []data.PictureFinding{found}, Portrait: &data.Portrait{}})
	said := func() (ids []string) {
		for _, d := range s.doubtedPhotos([]Graduate{faceless}) {
			for _, phrase := range d.Found {
				ids = append(ids, phrase.ID)
			}
		}
		return ids
	}
	if got := said(); !slices.Equal(got, []string{"photo.no_face"}) {
		t.Errorf("open: %v", got)
	}
	yes, err := json.Marshal(data.Fact{Kind: data.FactConfirmed, Of: "F01", Seen: found.Seen()})
	if err != nil {
		t.Fatal(err)
	}
	faceless.Set(data.PictureField("f1", data.PartConfirmed, "F01"), string(yes))
	if got := said(); !slices.Equal(got, []string{"photo.faceless_portrait"}) {
		t.Errorf("confirmed: %v", got)
	}
}

// A photo that cannot be read is no empty place on the sheet, nor on a form.
func TestAPhotoThatCannotBeReadIsSaid(t *testing.T) {
	for id, document := range map[string]string{"zno-2020": Photos, "ort-2021": Card} {
		s := sourceOf(t, id)
		gone := errors.New("gone")
		s.Portrait = func(*data.Graduate) (Portrait, error) { return Portrait{}, gone }
		if _, err := s.Print(&bytes.Buffer{}, Job{Document: document, Format: FormatPDF}, []Graduate{graduateOf(t, s, "a", "surname=Дуб", "face_photo=f1")}); !errors.Is(err, gone) {
			t.Error(id, err)
		}
	}
}

// Of a photo that no longer opens it is said whose it is: one of four hundred is looked for else.
func TestWhosePhotoCannotBeReadIsSaid(t *testing.T) {
	for id, document := range map[string]string{"zno-2020": Photos, "ort-2021": Card} {
		s := sourceOf(t, id)
		s.Portrait = func(*data.Graduate) (Portrait, error) { return Portrait{}, data.Fail("attachment.broken", nil) }
		_, err := s.Print(&bytes.Buffer{}, Job{Document: document, Format: FormatPDF}, []Graduate{graduateOf(t, s, "a", "surname=Дуб", "face_photo=f1")})
		var said *data.Error
		if !errors.As(err, &said) || said.Code != "print.file_unreadable" || said.Args["name"] != "Дуб" {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// KG-055, UA-049: a photo that goes as a file is printed in its box; where photos are glued the box
// is for that.
func TestThePhotoIsPrintedWhereNoneIsGlued(t *testing.T) {
	for _, c := range []struct {
		campaign string
		value    string
		want     bool
	}{{"ort-2021", "face_photo=f1", true}, {"ort-2021", "surname=Дуб", false}, {"zno-2020", "face_photo=f1", false}} {
		s := sourceOf(t, c.campaign)
		cards, err := s.cards([]Graduate{graduateOf(t, s, "a", c.value)})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(cards[0].Photo.Picture.JPEG) > 0; got != c.want {
			t.Errorf("%s, %s: printed %v", c.campaign, c.value, got)
		}
		if p := cards[0].Photo; c.want && (p.Width != 30 || p.Height != 40) {
			t.Errorf("%s: the box is %v × %v mm", c.campaign, p.Width, p.Height)
		}
	}
}
