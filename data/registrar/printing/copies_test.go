package printing_test

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/imaging/pdf/pdftest"
)

func copiesOf(t *testing.T, r *registrar.Registrar, id string) (printing.Printed, []byte) {
	t.Helper()
	var b bytes.Buffer
	printed, err := r.Printing.Draw(&b, printing.FormatPDF, printing.Job{Document: printing.Copies, Only: []string{id}})
	desktest.Must(err)
	return printed, b.Bytes()
}

// UA-025: the copy of a card is printed in its true size, turned as the form shows it, from what is
// attached, which stays as it is; of a document whose size nobody knows that is said.
func TestUA025CopiesOfWhatIsAttached(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Бондар", "given_name=Олена", "class=11-А", "document_kind=id_card", "document_number=123456789")
	desktest.Attach(t, r, id, "copy_front", desktest.CardFront())
	desktest.Attach(t, r, id, "copy_back", pdftest.Scan(200, desktest.CardBack()))
	front, back := desktest.MustFind(t, r, id).Get("copy_front"), desktest.MustFind(t, r, id).Get("copy_back")
	printed, upright := copiesOf(t, r, id)
	if printed.Graduates != 1 || len(printed.Copied) > 0 {
		t.Errorf("in true size it is %+v", printed)
	}
	if _, again := copiesOf(t, r, id); !bytes.Equal(again, upright) {
		t.Error("F-20 printed again it is another one")
	}
	if err := r.Photo.Turn(desktest.Ctx, id, "copy_front", 90); err != nil {
		t.Fatal(err)
	}
	if _, turned := copiesOf(t, r, id); bytes.Equal(turned, upright) {
		t.Error("turned it is printed as before")
	}
	g := desktest.MustFind(t, r, id)
	if g.Get("copy_front") != front || g.Get("copy_back") != back {
		t.Error("another file is attached")
	}
	saved := filepath.Join(t.TempDir(), "front.jpg")
	desktest.Must(r.Form.SaveAttachment(desktest.Ctx, id, "copy_front", saved))
	if !bytes.Equal(desktest.MustRead(t, saved), desktest.CardFront()) {
		t.Error("KG-027 the original is altered")
	}
	desktest.Set(t, r, id, "document_kind=passport_book", "document_series=КВ", "document_number=123456")
	if printed, _ := copiesOf(t, r, id); len(printed.Copied) != 1 || !strings.Contains(printed.Copied[0].Found[0].ID, "copy_fitted") {
		t.Errorf("of no known size it is %+v", printed)
	}
	desktest.Sound(t, r)
}

// A scan in which something is found is printed, and said to be; one that is no picture any more is
// refused by name.
func TestScansWithARemarkAreNamed(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Бондар", "given_name=Олена", "class=11-А")
	desktest.Attach(t, r, id, "copy_front", desktest.Picture(t, 7))
	if printed, _ := copiesOf(t, r, id); len(printed.Doubted) != 1 || printed.Doubted[0].Name != "Бондар Олена, 11-А" {
		t.Errorf("%+v", printed)
	}
	mustPlant(t, r, id, "copy_front", []byte("MZ\x90\x00 this is a program"))
	_, err := r.Printing.Draw(io.Discard, printing.FormatPDF, printing.Job{Document: printing.Copies})
	if data.CodeOf(err) != "print.file_unreadable" {
		t.Error(err)
	}
}
