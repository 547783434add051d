package photo_test

import (
	"strings"
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

// KG-055: the school's own number of a card, as the list shows it, names its graduate; a part of it
// names nobody.
func TestADraftNumberNamesItsGraduate(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Бойко", "given_name=Ірина", "phone=0671234501")
	id := desktest.MustAdd(t, r, "surname=Мельник", "given_name=Олег", "phone=0671234502")
	draft := r.Campaign().DraftNumber(desktest.MustFind(t, r, id))
	all := matched(t, r, folderOf(t, map[string][]byte{
		draft + ".jpg": tiny(t, 2), "1/" + strings.ReplaceAll(draft, "-", "_") + "_passport.jpg": tiny(t, 3),
		"2/" + draft[len("Ч-"):] + ".jpg": tiny(t, 4), "3/" + draft[:len(draft)-1] + ".jpg": tiny(t, 5), "4/" + draft + " Бойко Ірина.jpg": tiny(t, 6),
	}))
	for name, p := range all {
		switch whole, other := strings.Contains(name, "Ч") && !strings.HasPrefix(name, "3/"), strings.HasPrefix(name, "4/"); {
		case !whole && p.Outcome != photo.Unmatched:
			t.Errorf("a part names somebody: %+v", p)
		case whole && (p.Graduate != id || p.By != photo.ByDraft):
			t.Errorf("%+v", p)
		case other && p.Why != "photo.name_of_other":
			t.Errorf("%+v", p)
		}
	}
	if p := matched(t, r, folderOf(t, map[string][]byte{draft + ".jpg": tiny(t, 2)}))[draft+".jpg"]; p.Outcome != photo.Sure {
		t.Errorf("%+v", p)
	}
}
