package photo_test

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
)

// KG-047, KG-055: which picture a file is follows from its own name, else from the folder nearest
// to it.
func TestKindsOfPicturesInNames(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "class=11-А", "phone=0555000101")
	desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "class=11-Б", "phone=0555000102")
	for name, field := range map[string]string{
		"11-А/Асанова Айгуль.jpg": "face_photo", "11-А/Паспорт, оборот/Асанова Айгуль.jpg": "passport_back", "Лицевая/11-А/Асанова Айгуль.jpg": "passport_front",
		"Обратная сторона/11-А/Асанова Айгуль фото.jpg": "face_photo", "11-А/Асанова_Айгуль_оборот.jpg": "passport_back", "11-А/Айгуль Асанова (back).png": "passport_back",
		"11-А/арткы бети/Асанова Айгуль.jpg": "passport_back", "11-А/Асанова Айгуль алдыңкы.jpg": "passport_front", "Лицей 5/11-А/Асанова Айгуль.jpg": "face_photo",
	} {
		p := matched(t, r, folderOf(t, map[string][]byte{name: tiny(t, 3)}))[name]
		if p.Field != field || p.Outcome != photo.Sure || p.Graduate != id {
			t.Errorf("KG-055 %s goes to %s, %s %s", name, p.Field, p.Outcome, p.Why)
		}
	}
	t.Run("KG-047 a passport without its side is looked at", func(t *testing.T) {
		name := "Паспорта/11-А/Асанова Айгуль.jpg"
		if p := matched(t, r, folderOf(t, map[string][]byte{name: tiny(t, 3)}))[name]; p.Outcome != photo.Doubtful || p.Why != "photo.which_side" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-055 the folder that is chosen says the class too, and so do several", func(t *testing.T) {
		one := filepath.Dir(folderOf(t, map[string][]byte{"11-А/Асанова Айгуль.jpg": tiny(t, 3)})[0].Path)
		other := filepath.Join(filepath.Dir(one), "Асанова Айгуль оборот.jpg")
		desktest.Must(os.WriteFile(other, tiny(t, 5), 0o600))
		for _, paths := range [][]string{{one}, {one, other}} {
			files, err := photo.FilesIn(t.Context(), paths)
			desktest.Must(err)
			all, name := matched(t, r, files), "Асанова Айгуль.jpg"
			if len(paths) > 1 {
				name = "11-А/" + name
				if p := all[filepath.Base(other)]; p.Outcome != photo.Doubtful || p.Field != "passport_back" {
					t.Errorf("%+v", p)
				}
			}
			if p := all[name]; len(files) != len(paths) || p.Graduate != id || p.Outcome != photo.Sure {
				t.Errorf("%+v", all)
			}
		}
		_, err := photo.FilesIn(t.Context(), []string{filepath.Join(one, "нет")})
		desktest.WantCode(t, "gone", err, "file.cannot_read")
	})
	t.Run("KG-055 what a folder most likely holds", func(t *testing.T) {
		for name, field := range map[string]string{"11-А": "face_photo", "Паспорта (оборот)": "passport_back", "Справки о льготах": "privilege_documents", "Фото": "face_photo"} {
			if got := photo.Usual(r.Campaign(), name); got != field {
				t.Errorf("%s: %s, want %s", name, got, field)
			}
		}
	})
}

// KG-051: a document that proves a privilege is put beside those that are there, as what the
// graduate claims.
func TestDocumentsOfPrivilegesInAFolder(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	codes := []string{}
	for _, p := range r.Campaign().Privileges {
		codes = append(codes, p.Code)
	}
	a := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555000101", "privileged=yes", "privileges="+codes[0])
	b := desktest.MustAdd(t, r, "surname=Бекова", "given_name=Анара", "phone=0555000102", "privileged=yes", "privileges="+codes[0]+","+codes[1])
	c := desktest.MustAdd(t, r, "surname=Омуров", "given_name=Болот", "phone=0555000103")
	files := folderOf(t, map[string][]byte{"Справки/Асанова Айгуль.jpg": desktest.Paper(2), "Справки/Асанова Айгуль 2.jpg": desktest.Paper(3), "Справки/Бекова Анара.jpg": desktest.Paper(4),
		"Справки/Бекова Анара " + codes[1] + ".jpg": desktest.Paper(5), "Справки/Омуров Болот.jpg": desktest.Paper(6)})
	all := matched(t, r, files)
	for name, want := range map[string]struct {
		outcome photo.Outcome
		why     string
		place   string
	}{
		"Справки/Асанова Айгуль.jpg":                {photo.Sure, "", "privilege_documents:" + codes[0]},
		"Справки/Асанова Айгуль 2.jpg":              {photo.Sure, "", "privilege_documents:" + codes[0]},
		"Справки/Бекова Анара.jpg":                  {photo.Doubtful, "photo.which_privilege", "privilege_documents:" + codes[0]},
		"Справки/Бекова Анара " + codes[1] + ".jpg": {photo.Sure, "", "privilege_documents:" + codes[1]},
		"Справки/Омуров Болот.jpg":                  {photo.Unmatched, "photo.no_privilege", "privilege_documents"},
	} {
		if p := all[name]; p.Outcome != want.outcome || p.Why != want.why || p.Place() != want.place {
			t.Errorf("KG-051 %s: %s %s %s", name, p.Outcome, p.Why, p.Place())
		}
	}
	act := attachSure(t, r, all)
	t.Run("KG-051 several stand side by side, judged as scans", func(t *testing.T) {
		g := desktest.MustFind(t, r, a)
		if there := registrar.FilesOf("privilege_documents", g.Get("privilege_documents")); len(there) != 2 || g.Pictures[there[0].ID].Judged.Kind != "scan" {
			t.Errorf("%+v", g.Get("privilege_documents"))
		}
		if desktest.MustFind(t, r, b).Get("privilege_documents") == "" || desktest.MustFind(t, r, c).Get("privilege_documents") != "" {
			t.Error("another")
		}
	})
	t.Run("KG-017 several of one graduate go back as one act, and come again as one", func(t *testing.T) {
		before := desktest.MustFind(t, r, a).Get("privilege_documents")
		for _, want := range []string{"", before} {
			made, err := r.Form.UndoAll(desktest.Ctx, act)
			desktest.Must(err)
			if got := desktest.MustFind(t, r, a).Get("privilege_documents"); got != want {
				t.Errorf("%q, want %q", got, want)
			}
			act = made
		}
		desktest.Sound(t, r)
	})
	t.Run("KG-017 a second run does nothing", func(t *testing.T) {
		if p := matched(t, r, files)["Справки/Асанова Айгуль 2.jpg"]; p.Outcome != photo.There {
			t.Errorf("%+v", p)
		}
	})
}

// attachSure puts in what is sure, by the act of a number.
func attachSure(t testing.TB, r *registrar.Registrar, all map[string]photo.Proposal) (act int64) {
	t.Helper()
	var sure []photo.Proposal
	for _, p := range all {
		if p.Outcome == photo.Sure {
			sure = append(sure, p)
		}
	}
	if n, err := r.Photo.Attach(registrar.Numbered(desktest.Ctx, &act), sure, nil); n != len(sure) || err != nil {
		t.Fatalf("%d of %d, %v", n, len(sure), err)
	}
	return act
}

// KG-017, KG-055: what somebody says of a file holds against names, and what follows for the
// others is said anew.
func TestFilesAreSettledByHand(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555000101")
	b := desktest.MustAdd(t, r, "surname=Бекова", "given_name=Анара", "phone=0555000102")
	desktest.Attach(t, r, b, "passport_front", desktest.CardFront())
	files := folderOf(t, map[string][]byte{"Асанова Айгуль.jpg": tiny(t, 3), "Асанова Айгуль 2.jpg": tiny(t, 5), "scan 1.jpg": tiny(t, 7), "пусто.jpg": nil})
	first, err := r.Photo.Match(desktest.Ctx, files, "face_photo", nil, nil)
	desktest.Must(err)
	said := map[string]photo.Settled{}
	settled := func(name string, s photo.Settled) map[string]photo.Proposal {
		t.Helper()
		said[name] = s
		all, err := r.Photo.Settle(desktest.Ctx, first, said)
		desktest.Must(err)
		byName := map[string]photo.Proposal{}
		for _, p := range all {
			byName[p.Name] = p
		}
		return byName
	}
	t.Run("KG-017 of two files for one place the other is sure when one is left out", func(t *testing.T) {
		all := settled("Асанова Айгуль 2.jpg", photo.Settled{LeftOut: true})
		if all["Асанова Айгуль 2.jpg"].Outcome != photo.LeftOut || all["Асанова Айгуль.jpg"].Outcome != photo.Sure || all["Асанова Айгуль.jpg"].Why != "" {
			t.Errorf("%+v", all)
		}
	})
	t.Run("KG-055 in another field a file is judged as what it is there, and says what it replaces", func(t *testing.T) {
		p := settled("scan 1.jpg", photo.Settled{Graduate: b, Place: "passport_front"})["scan 1.jpg"]
		if p.Outcome != photo.Sure || p.Judged.Kind != "passport" || p.Judged.Side != "front" || !p.Replaces || p.Place() != "passport_front" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-017 of two files for one place the other is not taken when one is, and can be taken instead", func(t *testing.T) {
		delete(said, "Асанова Айгуль 2.jpg")
		take := func(taken, other string) {
			t.Helper()
			before, err := r.Photo.Settle(desktest.Ctx, first, said)
			desktest.Must(err)
			photo.Say(r.Campaign(), before, said, taken, photo.Settled{Graduate: a, Place: "face_photo"})
			all := settled(taken, said[taken])
			if all[taken].Outcome != photo.Sure || all[other].Outcome != photo.LeftOut || all[other].Why != photo.PlaceTaken || all[other].WhyArgs["file"] != taken {
				t.Errorf("%+v", all)
			}
		}
		take("Асанова Айгуль.jpg", "Асанова Айгуль 2.jpg")
		take("Асанова Айгуль 2.jpg", "Асанова Айгуль.jpg")
		clear(said)
	})
	t.Run("KG-017 two files are never both put into one place", func(t *testing.T) {
		settled("Асанова Айгуль 2.jpg", photo.Settled{Graduate: a})
		all := settled("Асанова Айгуль.jpg", photo.Settled{Graduate: a})
		for _, name := range []string{"Асанова Айгуль.jpg", "Асанова Айгуль 2.jpg"} {
			if all[name].Outcome != photo.Doubtful || all[name].Why != "photo.second_file" {
				t.Errorf("%+v", all[name])
			}
		}
	})
	t.Run("KG-017 what is no picture stays none, whatever is said", func(t *testing.T) {
		if p := settled("пусто.jpg", photo.Settled{Graduate: a, Place: "passport_back"})["пусто.jpg"]; p.Outcome != photo.Refused || p.Why == "" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-017 nobody, or no field of files, is refused", func(t *testing.T) {
		_, err := r.Photo.Settle(desktest.Ctx, first, map[string]photo.Settled{"scan 1.jpg": {Place: "passport_front"}})
		desktest.WantCode(t, "nobody", err, "photo.whose")
		_, err = r.Photo.Settle(desktest.Ctx, first, map[string]photo.Settled{"scan 1.jpg": {Graduate: a, Place: "surname"}})
		desktest.WantCode(t, "no field", err, "attachment.no_field")
	})
	t.Run("KG-017 taken back, it is as its name says", func(t *testing.T) {
		clear(said)
		if p := settled("scan 1.jpg", photo.Settled{LeftOut: true})["Асанова Айгуль.jpg"]; p.Outcome != photo.Doubtful || p.Graduate != a {
			t.Errorf("%+v", p)
		}
	})
}
