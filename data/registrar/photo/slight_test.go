package photo_test

import (
	"slices"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
)

// KG-055: what may be taken together with other files is certainly one person's and replaces a
// picture; of several doubts the gravest is told first.
func TestASlightDoubtHidesNoOther(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	add := func(values ...string) string { return desktest.MustAdd(t, r, values...) }
	one := add("surname=Иванов", "given_name=Пётр", "class=11-А", "phone=0555000101")
	add("surname=Иванов", "given_name=Пётр", "class=11-В", "phone=0555000102")
	umutova := add("surname=Үмүтова", "given_name=Жаңыл", "class=11-Б", "phone=0555000103")
	add("surname=Жолдошев", "given_name=Тимур", "class=11-А", "phone=0555000104")
	add("surname=Вишня", "given_name=Яна", "class=11-А", "phone=0555000105")
	shared := imagingtest.Somebody().JPEG(t)
	zaira := add("surname=Абдиева", "given_name=Заира", "class=11-А", "phone=0555000106")
	for id, content := range map[string][]byte{one: shared, umutova: tiny(t, 1), zaira: tiny(t, 6)} {
		desktest.Must(r.Form.Attach(desktest.Ctx, id, "face_photo", "", content))
	}
	all := matched(t, r, folderOf(t, map[string][]byte{
		"11-Б/Иванов Пётр.jpg": tiny(t, 2),
		"1/Жолдошев.jpg":       tiny(t, 3),
		"2/Жолдошев.jpg":       tiny(t, 4),
		"Үмүтова Жаңыл.jpg":    shared,
		"11-Б/Вишня.jpg":       tiny(t, 5),
		"Абдиева Заира.jpg":    tiny(t, 7),
	}))
	for name, why := range map[string]string{
		"11-Б/Иванов Пётр.jpg": "photo.several",
		"1/Жолдошев.jpg":       "photo.second_file",
		"2/Жолдошев.jpg":       "photo.second_file",
		"Үмүтова Жаңыл.jpg":    "photo.same_as",
		"11-Б/Вишня.jpg":       "photo.other_class",
		"Абдиева Заира.jpg":    "photo.has_another",
	} {
		if p := all[name]; p.Outcome != photo.Doubtful || p.Why != why || p.Slight() != (why == "photo.has_another") {
			t.Errorf("%s: %s, %s, slight %v", name, p.Outcome, p.Why, p.Slight())
		}
	}
}

// KG-055: no doubt about a file hides another, and somebody who settles it settles all.
func TestAllDoubtsOfAFileAreTold(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	boy := desktest.MustAdd(t, r, "surname=Мельник", "given_name=Олег", "class=11-А", "phone=0671234501")
	other := desktest.MustAdd(t, r, "surname=Бойко", "given_name=Ірина", "class=11-Б", "phone=0671234502")
	desktest.Attach(t, r, other, "face_photo", tiny(t, 2))
	desktest.Attach(t, r, boy, "face_photo", tiny(t, 3))
	files := folderOf(t, map[string][]byte{"11-Б/Мельник.jpg": tiny(t, 2)})
	p := matched(t, r, files)["11-Б/Мельник.jpg"]
	var told []string
	for _, d := range p.Reasons() {
		told = append(told, d.Why)
	}
	if want := []string{"photo.same_as", "photo.other_class", "photo.half_a_name", "photo.has_another"}; !slices.Equal(told, want) || p.Slight() {
		t.Errorf("%v", told)
	}
	for range 2 {
		all, err := r.Photo.Settle(desktest.Ctx, []photo.Proposal{p}, nil)
		desktest.Must(err)
		if len(all[0].Reasons()) != 4 {
			t.Errorf("%v", all[0].Reasons())
		}
	}
	all, err := r.Photo.Settle(desktest.Ctx, []photo.Proposal{p}, map[string]photo.Settled{p.Name: {Graduate: boy}})
	desktest.Must(err)
	if all[0].Outcome != photo.Sure || !all[0].Replaces || len(all[0].Reasons()) > 0 {
		t.Errorf("%+v", all[0])
	}
}
