package printing_test

import (
	"bytes"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// Both campaigns have the album; its portraits are cropped as those for gluing and much smaller.
func TestAlbumOfThePortraits(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		r := desktest.MustCreate(t, campaign)
		for _, surname := range []string{"Бондар", "Сорока", "Явір"} {
			id := desktest.MustAdd(t, r, "surname="+surname, "class=11-А", "phone=")
			desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
		}
		desktest.MustAdd(t, r, "surname=Ясен", "class=11-А", "phone=")
		var b bytes.Buffer
		printed, err := r.Printing.Draw(&b, printing.FormatPDF, printing.Job{Document: printing.Album})
		if err != nil || printed.Graduates != 4 || printed.Pages != 1 || b.Len() > 400<<10 {
			t.Errorf("%s: %+v, %d octets, %v", campaign, printed, b.Len(), err)
		}
	}
}
