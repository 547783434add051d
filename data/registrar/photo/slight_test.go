package photo_test

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
)

// KG-055: what may be taken together with other files fits one person and has to do with nobody
// else: a slight doubt hides no graver one.
func TestASlightDoubtHidesNoOther(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	add := func(values ...string) string { return desktest.MustAdd(t, r, values...) }
	one := add("surname=Иванов", "given_name=Пётр", "class=11-А", "phone=0555000101")
	add("surname=Иванов", "given_name=Пётр", "class=11-В", "phone=0555000102")
	umutova := add("surname=Үмүтова", "given_name=Жаңыл", "class=11-Б", "phone=0555000103")
	add("surname=Жолдошев", "given_name=Тимур", "class=11-А", "phone=0555000104")
	add("surname=Вишня", "given_name=Яна", "class=11-А", "phone=0555000105")
	shared := imagingtest.Somebody().JPEG(t)
	for id, content := range map[string][]byte{one: shared, umutova: tiny(t, 1)} {
		desktest.Must(r.Form.Attach(desktest.Ctx, id, "face_photo", "", content))
	}
	all := matched(t, r, folderOf(t, map[string][]byte{
		"11-Б/Иванов Пётр.jpg": tiny(t, 2),
		"1/Жолдошев.jpg":       tiny(t, 3),
		"2/Жолдошев.jpg":       tiny(t, 4),
		"Үмүтова Жаңыл.jpg":    shared,
		"11-Б/Вишня.jpg":       tiny(t, 5),
	}))
	for name, why := range map[string]string{
		"11-Б/Иванов Пётр.jpg": "photo.several",
		"1/Жолдошев.jpg":       "photo.second_file",
		"2/Жолдошев.jpg":       "photo.second_file",
		"Үмүтова Жаңыл.jpg":    "photo.same_as",
		"11-Б/Вишня.jpg":       "photo.other_class",
	} {
		if p := all[name]; p.Outcome != photo.Doubtful || p.Why != why || p.Slight() != (why == "photo.other_class") {
			t.Errorf("%s: %s, %s, slight %v", name, p.Outcome, p.Why, p.Slight())
		}
	}
}
