package photo_test

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
)

// KG-055: a file's name is found as the search finds it, whatever letters the keyboard had; to the
// letter comes first, and where only the class speaks for another, somebody looks.
func TestNamesOfFilesFoldAsTheSearchDoes(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	add := func(values ...string) string { return desktest.MustAdd(t, r, values...) }
	galagan := add("surname=Ґалаґан", "given_name=Марія", "class=11-Б", "phone=0671234501")
	honchar := add("surname=Гончар", "given_name=Олег", "class=11-А", "phone=0671234502")
	add("surname=Ґончар", "given_name=Олег", "class=11-Б", "phone=0671234503")
	umut := add("surname=Үмүтов", "given_name=Өмүр", "class=11-В", "phone=0671234504")
	dyachenko := add("surname=Д’яченко", "given_name=Семён", "class=11-В", "phone=0671234505")
	all := matched(t, r, folderOf(t, map[string][]byte{
		"11-Б/Галаган.jpg": tiny(t, 2), "1/Гончар Олег.jpg": tiny(t, 4),
		"11-Б/Гончар Олег.jpg": tiny(t, 6), "1/Умутов Омур.jpg": tiny(t, 7), "1/Дяченко Семен.jpg": tiny(t, 8),
	}))
	for name, want := range map[string]struct{ whose, why string }{
		"11-Б/Галаган.jpg": {galagan, "photo.half_a_name"}, "1/Гончар Олег.jpg": {honchar, ""}, "1/Умутов Омур.jpg": {umut, ""}, "1/Дяченко Семен.jpg": {dyachenko, ""},
	} {
		if p := all[name]; p.Graduate != want.whose || p.Why != want.why {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if p := all["11-Б/Гончар Олег.jpg"]; p.Outcome != photo.Doubtful || p.Candidates[0].Name != "Ґончар Олег" || p.Why != "photo.other_letters" {
		t.Errorf("%+v", p)
	}
}
