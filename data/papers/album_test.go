package papers

import (
	"errors"
	"io"
	"slices"
	"testing"

	"graduand/data"
)

// Everybody stands in the album, class by class and numbered, who has no photo too; what is found in
// one is said shortly.
func TestAlbumOfClasses(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	judged := &data.Judged{Findings: []data.PictureFinding{{Rule: "F01", Verdict: data.PictureBlock, Text: "photo.no_face"}}}
	found := graduateOf(t, s, "c", "surname=Явір", "class=11-А", "face_photo=f2")
	found.NoteJudged("f2", judged)
	chosen := []Graduate{graduateOf(t, s, "a", "surname=Дуб", "given_name=Іван", "class=11-А", "face_photo=f1"), graduateOf(t, s, "b", "class=11-а"), found, graduateOf(t, s, "d", "surname=Бук", "class=11-Б")}
	album, err := s.album(chosen)
	if err != nil || len(album.Classes) != 2 || len(album.Classes[0].People) != 3 || len(album.Classes[1].People) != 1 {
		t.Fatalf("%+v, %v", album, err)
	}
	first := album.Classes[0].People
	if first[0].Name != "Дуб Іван" || first[0].Number != 1 || len(first[0].Picture.JPEG) == 0 || first[2].Number != 3 || album.Classes[1].People[0].Number != 1 {
		t.Errorf("%+v", first)
	}
	if len(first[1].Picture.JPEG) > 0 || len(first[1].Says) > 0 {
		t.Errorf("who has no photo: %+v", first[1])
	}
	if !slices.Contains(first[2].Says, s.say("report.album_unjudged", nil)) || len(first[2].Says) != 2 || first[0].Card != "" {
		t.Errorf("what is found: %q", first[2].Says)
	}
	printed, err := s.Print(io.Discard, Job{Document: Album, Format: FormatPDF, Language: "ky"}, chosen)
	if err != nil || printed.Graduates != 4 || printed.To != data.ToTeacher {
		t.Errorf("%+v, %v", printed, err)
	}
}

// A photo that does not open is a remark of the album, not its end; another fault is.
func TestAlbumSaysWhichPhotoDoesNotOpen(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	one := []Graduate{graduateOf(t, s, "a", "surname=Дуб", "face_photo=f1", "card_number=7654321")}
	s.Small = func(*data.Graduate, Size) (Portrait, error) { return Portrait{}, data.Fail("attachment.cut_off", nil) }
	album, err := s.album(one)
	if err != nil || len(album.Classes[0].People[0].Says) != 1 || album.Classes[0].People[0].Card != "№ 7654321" {
		t.Errorf("%+v, %v", album, err)
	}
	gone := errors.New("gone")
	s.Small = func(*data.Graduate, Size) (Portrait, error) { return Portrait{}, gone }
	if _, err := s.Print(io.Discard, Job{Document: Album, Format: FormatPDF}, one); !errors.Is(err, gone) {
		t.Error(err)
	}
}
