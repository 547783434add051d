package papers

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"graduand/data"
)

// KG-059: the sheet shows photo and passport in the order of the form, the photo first; what is not
// there or does not open is said in its place.
func TestKG059PicturesOfTheSheet(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	var sizes []Size
	s.Scan = func(_ *data.Graduate, file string, document, room Size) (Scanned, error) {
		sizes = append(sizes, document)
		if file == "f3" {
			return Scanned{}, data.Fail("attachment.pdf_password", nil)
		}
		return Scanned{Sides: []Side{{Picture: portrait()}}}, nil
	}
	whole := graduateOf(t, s, "a", "surname=Асанова", "document_kind=passport", "face_photo=f1", "passport_front=f2", "passport_back=f3")
	sheet, err := s.picturedSheet(whole)
	if err != nil || len(sheet.Pictures) != 3 {
		t.Fatalf("%+v, %v", sheet.Pictures, err)
	}
	p := sheet.Pictures
	if p[0].Title != "Фотография лица" || p[1].Title != "Паспорт, лицевая сторона" || p[2].Title != "Паспорт, оборотная сторона" {
		t.Errorf("titles %q %q %q", p[0].Title, p[1].Title, p[2].Title)
	}
	if len(p[0].JPEG) == 0 || len(p[1].JPEG) == 0 || len(p[2].JPEG) > 0 || p[2].Says == "" || p[2].Width == 0 {
		t.Errorf("%+v", p)
	}
	if len(sizes) != 2 || sizes[0].Width != 74 || sizes[0].Height < 46 || sizes[0].Height > 47 {
		t.Errorf("a side is wanted in %v", sizes)
	}
	empty, err := s.picturedSheet(graduateOf(t, s, "b", "surname=Асанов", "marks="))
	if err != nil || len(empty.Pictures) != 3 || empty.Pictures[0].Says != "файла нет" || empty.Pictures[1].Says != "файла нет" {
		t.Errorf("%+v, %v", empty.Pictures, err)
	}
	for _, step := range empty.Steps {
		for _, e := range step.Entries {
			if words := fmt.Sprint(e.Label); strings.HasPrefix(words, "Паспорт, ") || words == "Фотография лица" {
				t.Errorf("%q is told in the steps too", words)
			}
		}
	}
	printed, err := s.Print(io.Discard, Job{Document: Pictured, Format: FormatPDF}, []Graduate{whole})
	if err != nil || printed.Graduates != 1 || printed.To != data.ToGraduate {
		t.Errorf("%+v, %v", printed, err)
	}
	if d := DocumentOf(sourceOf(t, "zno-2020").Campaign, Pictured); d.write != nil {
		t.Error("a form without the passport shows it")
	}
}
