package printing_test

import (
	"bytes"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// KG-059: the very pictures of the form stand on the sheet, the same at every print.
func TestKG059TheSheetOfWhatIsAttached(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	draw := func() []byte {
		var b bytes.Buffer
		printed, err := r.Printing.Draw(&b, printing.FormatPDF, printing.Job{Document: printing.Pictured, Only: []string{id}})
		if err != nil || printed.Graduates != 1 {
			t.Fatalf("%+v, %v", printed, err)
		}
		return b.Bytes()
	}
	whole := draw()
	if n := bytes.Count(whole, []byte("/Subtype /Image")); n != 3 {
		t.Errorf("%d pictures are in it", n)
	}
	if !bytes.Equal(whole, draw()) {
		t.Error("F-20 printed again it is another one")
	}
}
