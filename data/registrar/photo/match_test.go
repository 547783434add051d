package photo_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
)

// folderOf writes files into a new folder, each with its content.
func folderOf(t testing.TB, files map[string][]byte) []photo.File {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		desktest.Must(os.MkdirAll(filepath.Dir(path), 0o700))
		desktest.Must(os.WriteFile(path, content, 0o600))
	}
	all, err := photo.FilesOf(t.Context(), folder)
	desktest.Must(err)
	return all
}

// tiny are small pictures, each another; no face is seen in them.
func tiny(t testing.TB, seed byte) []byte { return desktest.Picture(t, seed) }

// matched are the proposals by the names of the files.
func matched(t testing.TB, r *registrar.Registrar, files []photo.File) map[string]photo.Proposal {
	t.Helper()
	all, err := r.Photo.Match(desktest.Ctx, files, "face_photo", nil, nil)
	desktest.Must(err)
	byName := map[string]photo.Proposal{}
	for _, p := range all {
		byName[p.Name] = p
	}
	return byName
}

// KG-055: whose a photo is follows from its name, however it was written.
func TestFilesAreMatchedByTheirNames(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	add := func(values ...string) string { return desktest.MustAdd(t, r, values...) }
	asanova := add("surname=Асанова", "given_name=Айгуль", "patronymic=Нурлановна", "class=11-А", "phone=0555000101", "document_kind=passport", "document_series=ID", "document_number=1234567")
	umutova := add("surname=Үмүтова", "given_name=Жаңыл", "class=11-Б", "phone=0555000102")
	dzholdosh := add("surname=Жолдошев", "given_name=Тимур", "class=11-Б", "phone=0555000103")
	vysha := add("surname=Вишня-Д’яченко", "given_name=Мар’яна", "class=11-В", "phone=0555000104")
	twinA := add("surname=Иванов", "given_name=Пётр", "class=11-А", "phone=0555000105")
	twinB := add("surname=Иванов", "given_name=Пётр", "class=11-В", "phone=0555000106")
	cases := []struct {
		file, graduate, by string
		outcome            photo.Outcome
		field              string
	}{
		{"Асанова Айгуль.jpg", asanova, photo.ByName, photo.Sure, "face_photo"},
		{"1/айгуль_АСАНОВА.jpg", asanova, photo.ByName, photo.Sure, "face_photo"},
		{"1/Асанова_Айгуль_passport_back.jpg", asanova, photo.ByName, photo.Sure, "passport_back"},
		{"1/ID1234567.jpg", asanova, photo.ByDocument, photo.Sure, "face_photo"},
		{"1/1234567_Жолдошев Тимур.jpg", asanova, photo.ByDocument, photo.Doubtful, "face_photo"},
		{"1/Umutova Zhanyl.jpg", umutova, photo.ByName, photo.Sure, "face_photo"},
		{"1/Joldoshev-Timur-2021.jpg", dzholdosh, photo.ByName, photo.Sure, "face_photo"},
		{"11-А/Жолдошев Тимур.jpg", dzholdosh, photo.ByName, photo.Doubtful, "face_photo"},
		{"1/Вишня Д'яченко Мар`яна.jpg", vysha, photo.ByName, photo.Sure, "face_photo"},
		{"1/Вишня-Дяченко Маряна.jpg", vysha, photo.ByName, photo.Sure, "face_photo"},
		{"1/Vyshnia-Diachenko Mariana.jpg", vysha, photo.ByName, photo.Sure, "face_photo"},
		{"1/Жолдошев Т.jpg", dzholdosh, photo.ByName, photo.Doubtful, "face_photo"},
		{"1/Жолдошев.jpg", dzholdosh, photo.ByName, photo.Doubtful, "face_photo"},
		{"1/Петр Иванов.jpg", twinA, photo.ByName, photo.Doubtful, "face_photo"},
		{"11-В/Петр Иванов.jpg", twinB, photo.ByName, photo.Sure, "face_photo"},
		{"11в класс/Иванов Петр.jpg", twinB, photo.ByName, photo.Sure, "face_photo"},
		{"1/IMG_20210115_1234567890.jpg", "", "", photo.Unmatched, "face_photo"},
		{"1/Каримова Анара.jpg", "", "", photo.Unmatched, "face_photo"},
	}
	for _, c := range cases {
		t.Run("KG-055 "+c.file, func(t *testing.T) {
			p := matched(t, r, folderOf(t, map[string][]byte{c.file: tiny(t, 3)}))[c.file]
			if p.Graduate != c.graduate || p.By != c.by || p.Outcome != c.outcome || p.Field != c.field || (p.Why == "") != (c.outcome == photo.Sure) {
				t.Errorf("%+v", p)
			}
		})
	}
}

// KG-017, KG-055: a folder is attached once, what is doubtful is left, and all of it goes back.
func TestAFolderIsAttached(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555000101")
	b := desktest.MustAdd(t, r, "surname=Бекова", "given_name=Анара", "phone=0555000102")
	c := desktest.MustAdd(t, r, "surname=Омуров", "given_name=Болот", "phone=0555000103")
	portrait := desktest.GoodPortrait()
	files := folderOf(t, map[string][]byte{
		"Асанова Айгуль.jpg": portrait, "Омуров Болот.jpg": tiny(t, 5), "Бекова Анара.jpg": tiny(t, 7), "Бекова Анара 2.jpg": tiny(t, 9),
		"списки.txt": []byte("nothing"), ".hidden.jpg": tiny(t, 11), "Thumbs.db": []byte("x"), "Никто Никакой.jpg": tiny(t, 13),
	})
	if len(files) != 6 {
		t.Fatalf("%v", files)
	}
	proposals, err := r.Photo.Match(desktest.Ctx, files, "face_photo", nil, nil)
	desktest.Must(err)
	outcomes := map[string]photo.Outcome{}
	var sure []photo.Proposal
	for _, p := range proposals {
		outcomes[p.Name] = p.Outcome
		if p.Outcome == photo.Sure {
			sure = append(sure, p)
		}
	}
	t.Run("KG-017 two files for one place are both in doubt, what is no picture is refused", func(t *testing.T) {
		for name, want := range map[string]photo.Outcome{"Асанова Айгуль.jpg": photo.Sure, "Омуров Болот.jpg": photo.Sure, "Бекова Анара.jpg": photo.Doubtful,
			"Бекова Анара 2.jpg": photo.Doubtful, "списки.txt": photo.Refused, "Никто Никакой.jpg": photo.Unmatched} {
			if outcomes[name] != want {
				t.Errorf("%s is %s, want %s", name, outcomes[name], want)
			}
		}
	})
	var act int64
	n, err := r.Photo.Attach(registrar.Numbered(desktest.Ctx, &act), sure, nil)
	if n != 2 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	t.Run("KG-027 each has its very bytes, judged", func(t *testing.T) {
		content, err := r.Form.Attachment(desktest.Ctx, a, "face_photo")
		if err != nil || string(content) != string(portrait) || at(t, r, a, "face_photo").Judged.Verdict() != data.PicturePass || desktest.MustFind(t, r, b).Get("face_photo") != "" {
			t.Errorf("other bytes: %v", err)
		}
	})
	t.Run("KG-017 a second run does nothing", func(t *testing.T) {
		again := matched(t, r, files)
		if again["Асанова Айгуль.jpg"].Outcome != photo.There || again["Омуров Болот.jpg"].Outcome != photo.There {
			t.Errorf("%+v", again)
		}
	})
	t.Run("KG-017 another picture in a place that is taken is in doubt", func(t *testing.T) {
		p := matched(t, r, folderOf(t, map[string][]byte{"Асанова Айгуль.jpg": tiny(t, 21)}))["Асанова Айгуль.jpg"]
		if p.Outcome != photo.Doubtful || p.Why != "photo.has_another" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-055 the same picture for two people is in doubt, the very bytes or nearly", func(t *testing.T) {
		other := imagingtest.Somebody()
		other.Shirt.R += 20
		for what, content := range map[string][]byte{"bytes": portrait, "looks": imagingtest.JPEG(t, other.Draw())} {
			p := matched(t, r, folderOf(t, map[string][]byte{"Бекова Анара.jpg": content}))["Бекова Анара.jpg"]
			if p.Outcome != photo.Doubtful || p.Why != "photo.same_as" {
				t.Errorf("%s: %+v", what, p)
			}
		}
	})
	t.Run("KG-055 of two files of one picture each names the other and whose it is", func(t *testing.T) {
		same := tiny(t, 41)
		p := matched(t, r, folderOf(t, map[string][]byte{"Бекова Анара.jpg": same, "Омуров Болот.jpg": same}))["Бекова Анара.jpg"]
		if p.Outcome != photo.Doubtful || p.Why != "photo.same_as" || p.WhyArgs["name"] != "Омуров Болот («Омуров Болот.jpg»)" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-017 who settles it by hand says whose it is", func(t *testing.T) {
		files := folderOf(t, map[string][]byte{"scan0001.jpg": tiny(t, 23)})
		all, err := r.Photo.Match(desktest.Ctx, files, "face_photo", map[string]photo.Settled{"scan0001.jpg": {Graduate: b}}, nil)
		if err != nil || all[0].Outcome != photo.Sure || all[0].Graduate != b {
			t.Errorf("%+v, %v", all, err)
		}
		if n, err := r.Photo.Attach(desktest.Ctx, all, nil); n != 1 || err != nil {
			t.Fatalf("%d, %v", n, err)
		}
		if p := matched(t, r, files)["scan0001.jpg"]; p.Outcome != photo.There || p.Graduate != b {
			t.Errorf("a second run asks again: %+v", p)
		}
		_, err = r.Photo.Match(desktest.Ctx, files, "face_photo", map[string]photo.Settled{"scan0001.jpg": {Graduate: "nobody"}}, nil)
		desktest.WantCode(t, "unknown", err, "graduate.unknown")
		_, err = r.Photo.Match(desktest.Ctx, files, "surname", nil, nil)
		desktest.WantCode(t, "no file", err, "attachment.no_field")
	})
	t.Run("KG-017 the folder goes back as one act", func(t *testing.T) {
		_, err := r.Form.UndoAll(desktest.Ctx, act)
		desktest.Must(err)
		for _, id := range []string{a, c} {
			if desktest.MustFind(t, r, id).Get("face_photo") != "" {
				t.Error("it is there")
			}
		}
	})
	t.Run("KG-017 cancelled, nothing more is put in", func(t *testing.T) {
		ctx, stop := context.WithCancel(desktest.Ctx)
		n, err := r.Photo.Attach(ctx, sure, func(done, total int) { stop() })
		if n != 1 || err == nil {
			t.Errorf("%d, %v", n, err)
		}
		if _, err := r.Photo.Match(ctx, files, "face_photo", nil, nil); err == nil {
			t.Error("matched")
		}
	})
	desktest.Sound(t, r)
}

// KG-055: whoever chooses two files for a place that takes one is told of both, and nothing is done;
// two documents of a privilege are two.
func TestTwoFilesForOnePlace(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "privileged=yes", "privileges=orphan")
	files := folderOf(t, map[string][]byte{"Асанова Айгуль.jpg": tiny(t, 3), "Айгуль Асанова.jpg": tiny(t, 5), "Справки/Асанова Айгуль.jpg": tiny(t, 7), "Справки/Асанова.jpg": tiny(t, 9)})
	var both, proofs []photo.Proposal
	for name, p := range matched(t, r, files) {
		if strings.HasPrefix(name, "Справки") {
			proofs = append(proofs, p)
		} else {
			both = append(both, p)
		}
	}
	n, err := r.Photo.Attach(desktest.Ctx, both, nil)
	desktest.WantCode(t, "two", err, "photo.two_for_one_place")
	var said *data.Error
	if !errors.As(err, &said) || n != 0 || desktest.MustFind(t, r, id).Get("face_photo") != "" {
		t.Fatalf("%d are attached, %v", n, err)
	}
	if told := []string{said.Args["file"].(string), said.Args["other"].(string)}; told[0] == told[1] || !slices.Contains(told, both[0].Name) || !slices.Contains(told, both[1].Name) {
		t.Errorf("%v", told)
	}
	if n, err := r.Photo.Attach(desktest.Ctx, proofs, nil); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
}

// KG-055: of two files for one place, one of which is there, the other is not taken among many: it
// would take the first out, and the next time the other way round.
func TestASecondFileBesideTheOneThatIsThere(t *testing.T) {
	r, id := started(t)
	portrait := desktest.GoodPortrait()
	desktest.Attach(t, r, id, "face_photo", portrait)
	all := matched(t, r, folderOf(t, map[string][]byte{"Асанова Айгуль.jpg": portrait, "Айгуль Асанова.jpg": tiny(t, 5)}))
	there, other := all["Асанова Айгуль.jpg"], all["Айгуль Асанова.jpg"]
	if there.Outcome != photo.There || other.Why != "photo.second_file" || other.Slight() {
		t.Errorf("%s; %s because of %s", there.Outcome, other.Outcome, other.Why)
	}
}
