package printing_test

import (
	"bytes"
	"image/jpeg"
	"io"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/imaging/imagingtest"
)

// photoIn is the photo that lies in a sheet of them.
func photoIn(t *testing.T, r *registrar.Registrar, id string) (width, height int, pdf []byte) {
	t.Helper()
	var b bytes.Buffer
	_, err := r.Printing.Draw(&b, printing.FormatPDF, printing.Job{Document: printing.Photos, Only: []string{id}})
	desktest.Must(err)
	from := bytes.Index(b.Bytes(), []byte("\xff\xd8\xff\xe0\x00\x10JFIF"))
	if from < 0 {
		t.Fatal("no photo is in the sheet")
	}
	size, err := jpeg.DecodeConfig(bytes.NewReader(b.Bytes()[from:]))
	desktest.Must(err)
	return size.Width, size.Height, b.Bytes()
}

// UA-049, UA-050: what is printed is the crop; the proposal is not used before somebody has kept
// it.
func TestPhotosForGluing(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Бондар", "given_name=Олена", "class=11-А")
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyesX, p.EyesY = 1700, 1500, 0.33, 0.4
	desktest.Attach(t, r, id, "face_photo", p.JPEG(t))
	width, height, whole := photoIn(t, r, id)
	if width*1500/height < 1690 || width*1500/height > 1710 {
		t.Errorf("UA-050 without a crop it is %d × %d", width, height)
	}
	cropping, err := r.Photo.Cropping(desktest.Ctx, id, "face_photo", 500)
	desktest.Must(err)
	desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", &cropping.Proposal))
	width, height, cut := photoIn(t, r, id)
	if width != 354 || height != 472 || bytes.Equal(cut, whole) {
		t.Errorf("UA-050 the crop is %d × %d", width, height)
	}
	if _, _, again := photoIn(t, r, id); !bytes.Equal(again, cut) {
		t.Error("F-20 printed again it is another one")
	}
	t.Run("UA-049 who has no photo is named", func(t *testing.T) {
		desktest.MustAdd(t, r, "surname=Сорока", "class=11-А")
		printed, err := r.Printing.Draw(io.Discard, printing.FormatPDF, printing.Job{Document: printing.Photos})
		if err != nil || printed.Graduates != 1 || len(printed.Left) != 1 || printed.Left[0].Reason != "no_photo" {
			t.Errorf("%+v, %v", printed, err)
		}
	})
	t.Run("KG-027 the registry answers while photos are drawn", func(t *testing.T) {
		if _, err := r.Printing.Draw(&asking{r: r, id: id}, printing.FormatPDF, printing.Job{Document: printing.Photos}); err != nil {
			t.Error(err)
		}
	})
	desktest.Sound(t, r)
}

// asking is a place to write to that changes the registry meanwhile: behind a lock it would wait
// for ever.
type asking struct {
	r    *registrar.Registrar
	id   string
	done bool
}

func (a *asking) Write(p []byte) (int, error) {
	if a.done {
		return len(p), nil
	}
	a.done = true
	return len(p), a.r.Photo.Crop(desktest.Ctx, a.id, "face_photo", &data.Crop{Left: 0.1, Top: 0.1, Right: 0.5, Bottom: 0.7})
}

// UA-050: a photo in which something is found is printed, and said to be: until somebody has looked at
// it and answered.
func TestPhotosWithARemarkAreNamed(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Бондар", "given_name=Олена", "class=11-А")
	fine := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Ганна", "class=11-А")
	dark := imagingtest.Somebody()
	dark.Bright = 0.2
	desktest.Attach(t, r, id, "face_photo", dark.JPEG(t))
	desktest.Attach(t, r, fine, "face_photo", desktest.GoodPortrait())
	doubted := func() []printing.Doubted {
		printed, err := r.Printing.Draw(io.Discard, printing.FormatPDF, printing.Job{Document: printing.Photos})
		if err != nil || printed.Graduates != 2 {
			t.Fatalf("%+v, %v", printed, err)
		}
		return printed.Doubted
	}
	all := doubted()
	if len(all) != 1 || all[0].ID != id || all[0].Name != "Бондар Олена, 11-А" || len(all[0].Found) == 0 {
		t.Fatalf("%+v", all)
	}
	shown, err := r.Photo.Of(id)
	desktest.Must(err)
	for _, q := range shown[0].Questions {
		desktest.Must(r.Photo.Confirm(desktest.Ctx, id, "face_photo", q.Code, true))
	}
	if all := doubted(); len(all) > 0 {
		t.Errorf("somebody has looked at it: %+v", all)
	}
	desktest.Must(r.Photo.Confirm(desktest.Ctx, id, "face_photo", shown[0].Questions[len(shown[0].Questions)-1].Code, false))
	if all := doubted(); len(all) != 1 {
		t.Errorf("somebody has said no: %+v", all)
	}
}
