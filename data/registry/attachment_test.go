package registry_test

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/text"
	"graduand/imaging/imagingtest"
)

func TestAttachments(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	front, back := desktest.Picture(t, 3), desktest.Picture(t, 5)
	t.Run("KG-027 the very bytes come back, sealed in the file", func(t *testing.T) {
		desktest.Attach(t, r, id, "passport_front", front)
		desktest.Attach(t, r, id, "passport_back", back)
		got, err := r.Form.Attachment(desktest.Ctx, id, "passport_front")
		if err != nil || !bytes.Equal(got, front) {
			t.Errorf("other bytes came back: %v", err)
		}
		for _, name := range []string{r.DB().Path(), r.DB().Path() + "-wal"} {
			if content, err := os.ReadFile(name); err == nil && bytes.Contains(content, front[20:]) {
				t.Errorf("the picture lies in the clear in %s", filepath.Base(name))
			}
		}
		desktest.Sound(t, r)
	})
	t.Run("KG-018 the same picture on both sides is found by the check", func(t *testing.T) {
		desktest.Attach(t, r, id, "passport_back", front)
		findings, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		found := false
		for _, f := range findings {
			found = found || f.Rule == "same_passport_side"
		}
		if err != nil || !found {
			t.Errorf("not found: %v, %v", findings, err)
		}
		desktest.Attach(t, r, id, "passport_back", back)
	})
	t.Run("KG-018 the same picture at two people is asked about, of both, and settled by a confirmation", func(t *testing.T) {
		other := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Бегимай", "phone=0555123457")
		desktest.Attach(t, r, other, "passport_front", front)
		wantPictureOf(t, r, id, "Асанова Бегимай")
		wantPictureOf(t, r, other, "Асанов Адилет")
		desktest.Must(r.Table.Record(desktest.Ctx, []string{other}, data.Fact{Kind: data.FactConfirmed, Of: "file_of_other"}))
		wantPictureOf(t, r, other, "")
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{other}, ""))
		wantPictureOf(t, r, id, "")
	})
	t.Run("what is no picture is refused", func(t *testing.T) {
		var wide bytes.Buffer
		if err := png.Encode(&wide, image.NewPaletted(image.Rect(0, 0, 12_001, 1), color.Palette{color.White})); err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			name, code string
			content    []byte
		}{
			{"text", "attachment.no_scan", []byte("не фото")},
			{"nothing", "attachment.empty", nil},
			{"a cut JPEG", "attachment.cut_off", front[:len(front)/2]},
			{"the head of a JPEG", "attachment.damaged", front[:30]},
			{"a JPEG that ends in the middle", "attachment.cut_off", front[:len(front)-40]},
			{"too many pixels", "attachment.too_many_pixels", wide.Bytes()},
			{"too many bytes", "attachment.too_large", make([]byte, registrar.MaximumAttachment+1)},
		} {
			if err := r.Form.Attach(desktest.Ctx, id, "passport_front", "", c.content); data.CodeOf(err) != c.code {
				t.Errorf("%s: %v, want %s", c.name, err, c.code)
			}
		}
		if err := r.Form.Attach(desktest.Ctx, id, "surname", "", front); data.CodeOf(err) != "attachment.no_field" {
			t.Errorf("into a field of text: %v", err)
		}
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("passport_front=abc")); data.CodeOf(err) != "attachment.not_typed" {
			t.Errorf("typed: %v", err)
		}
	})
	t.Run("KG-013 an original that is saved is in the history", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "front.jpg")
		if err := r.Form.SaveAttachment(desktest.Ctx, id, "passport_front", path); err != nil {
			t.Fatal(err)
		}
		if saved, _ := os.ReadFile(path); !bytes.Equal(saved, front) {
			t.Error("the saved original differs")
		}
		if events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: id, Kind: registry.EventFileSaved}); err != nil || len(events) != 1 {
			t.Errorf("events %v, %v", events, err)
		}
	})
	t.Run("a picture altered in the file is found", func(t *testing.T) {
		if err := r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error {
			if err := tx.EraseAttachments(id); err != nil {
				return err
			}
			return tx.AddAttachment(sqlite.Attachment{Graduate: id, ID: "0", Body: []byte("altered")})
		}); err != nil {
			t.Fatal(err)
		}
		ills, err := r.Doctor(desktest.Ctx)
		if err != nil || len(ills) != 3 {
			t.Errorf("the doctor finds %v, %v", ills, err)
		}
	})
}

// apartFolder is where the photos and scans of kept backups lie.
const apartFolder = "attachments"

// The folder of the pictures of the kept backups has a name in the words of who is there, once:
// one that lies there already, whatever its language, goes on.
func TestTheFolderOfPicturesIsNamedInTheWordsOfTheSchool(t *testing.T) {
	for _, former := range []string{"", apartFolder} {
		r := desktest.MustCreate(t, "ort-2021")
		r.Speak("uk")
		id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
		desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, 3))
		backups := strings.TrimSuffix(r.DB().Path(), ".graduand") + "-копії"
		if former != "" {
			desktest.Must(os.MkdirAll(filepath.Join(backups, former), 0o700))
		}
		last, err := r.KeepBackup(desktest.Ctx, "test")
		desktest.Must(err)
		entries, err := os.ReadDir(filepath.Join(backups, cmp.Or(former, "вкладення")))
		if err != nil || len(entries) != 1 {
			t.Fatalf("%q: %v, %v", former, entries, err)
		}
		r.Speak("ru")
		restored, err := registrar.Restore(desktest.Ctx, last, filepath.Join(t.TempDir(), "again.graduand"), registrar.SignIn{}, false, desktest.Options())
		desktest.Must(err)
		if got, err := restored.Form.Attachment(desktest.Ctx, id, "passport_front"); err != nil || !bytes.Equal(got, desktest.Picture(t, 3)) {
			t.Errorf("%q: the picture: %v", former, err)
		}
		desktest.Must(restored.Close())
	}
}

func TestKeptBackupsShareAttachments(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, 3))
	apart := filepath.Join(registrar.BackupFolder(r.DB().Path()), apartFolder, "*")
	lying := func() int {
		found, err := filepath.Glob(apart)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	clock := desktest.Noon
	r.Options().Now = func() time.Time { return clock }
	keep := func() string {
		clock = clock.Add(1e9)
		path, err := r.KeepBackup(desktest.Ctx, "test")
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	keep()
	last := keep()
	t.Run("F-15 an unchanged picture is stored once over the kept backups", func(t *testing.T) {
		if n := lying(); n != 1 {
			t.Errorf("%d pictures lie apart", n)
		}
		desktest.Attach(t, r, id, "passport_back", desktest.Picture(t, 5))
		last = keep()
		if n := lying(); n != 2 {
			t.Errorf("%d pictures lie apart", n)
		}
	})
	t.Run("F-15 a kept backup is restored with its pictures", func(t *testing.T) {
		restored, err := registrar.Restore(desktest.Ctx, last, filepath.Join(t.TempDir(), "again.graduand"), registrar.SignIn{}, false, desktest.Options())
		if err != nil {
			t.Fatal(err)
		}
		defer restored.Close()
		if got, err := restored.Form.Attachment(desktest.Ctx, id, "passport_back"); err != nil || !bytes.Equal(got, desktest.Picture(t, 5)) {
			t.Errorf("the picture: %v", err)
		}
		desktest.Sound(t, restored)
	})
	t.Run("F-15 pictures that no kept backup needs are swept", func(t *testing.T) {
		if _, err := r.Season.EraseImages(desktest.Ctx, []string{id}, "прошло два года"); err != nil {
			t.Fatal(err)
		}
		for range registry.KeptBackups {
			keep()
		}
		if n := lying(); n != 0 {
			t.Errorf("%d pictures are left", n)
		}
	})
	t.Run("a backup without its pictures is refused", func(t *testing.T) {
		desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, 7))
		last := keep()
		if err := os.RemoveAll(filepath.Join(filepath.Dir(last), apartFolder)); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "again.graduand")
		if _, err := registrar.Restore(desktest.Ctx, last, path, registrar.SignIn{}, false, desktest.Options()); data.CodeOf(err) != "registry.apart_missing" {
			t.Errorf("got %v", err)
		}
		if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}

func TestEraseImages(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, 3))
	var sealed []byte
	if err := r.DB().Attachments(desktest.Ctx, "", func(a sqlite.Attachment) error { sealed = a.Body; return nil }); err != nil {
		t.Fatal(err)
	}
	certificate := filepath.Join(t.TempDir(), "акт.pdf")
	if _, err := r.Season.EraseImagesWithCertificate(desktest.Ctx, nil, "прошло два года", certificate); err != nil {
		t.Fatal(err)
	}
	t.Run("F-16 the picture is in no page of the file, the rest stays", func(t *testing.T) {
		row, err := r.Table.Find(id)
		if err != nil || row.Graduate.Surname != "Асанов" || row.Graduate.Get("passport_front") != "" {
			t.Errorf("got %+v, %v", row.Graduate, err)
		}
		desktest.Sound(t, r)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(r.DB().Path())
		if err != nil || bytes.Contains(content, sealed[:64]) {
			t.Errorf("the sealed picture is still there: %v", err)
		}
	})
	if pdf, err := os.ReadFile(certificate); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("the certificate: %v", err)
	}
}

// One file in two fields of a person is an error where the campaign says so, and a remark in every
// other campaign; it is told once, and no more when another file is attached.
func TestOneFileInTwoFieldsIsTold(t *testing.T) {
	scans := []string{"category=school_current", "marks=extern,uncontrolled_territory", "gives_scans=yes"}
	for _, c := range []struct {
		campaign                  string
		sends                     []string
		first, second, rule, told string
	}{
		{"ort-2021", nil, "passport_front", "passport_back", "error same_passport_side passport_back", "лицевой и оборотной сторон"},
		{"ort-2021", nil, "passport_front", "face_photo", "warning file_twice face_photo", "«Фотография лица»: здесь тот же файл, что и в поле «Паспорт, лицевая сторона»."},
		{"zno-2020", scans, "card_scan", "document_scan", "warning file_twice document_scan", "«Скан-копия документа, удостоверяющего личность»: здесь тот же файл"},
		{"zno-2020", scans, "document_scan", "face_photo", "warning file_twice document_scan", "что и в поле «Фотокарточка (файл)»"},
	} {
		r := desktest.MustCreate(t, c.campaign)
		id := desktest.MustAdd(t, r, append([]string{"surname=Асанов", "given_name=Адилет", "phone=0555123456"}, c.sends...)...)
		told := func() (all []string) {
			found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
			desktest.Must(err)
			say := text.For("ru").With(r.Registry.Campaign().Sentences("ru"))
			for _, f := range found {
				if f.Rule == "same_passport_side" || f.Rule == "file_twice" {
					all = append(all, fmt.Sprint(f.Severity, " ", f.Rule, " ", f.Field, ": ", say.SayOr("rule."+f.Rule, f.Text, f.Args)))
				}
			}
			return all
		}
		desktest.Attach(t, r, id, c.first, desktest.Picture(t, 3))
		desktest.Attach(t, r, id, c.second, desktest.Picture(t, 3))
		if got := told(); len(got) != 1 || !strings.HasPrefix(got[0], c.rule+": ") || !strings.Contains(got[0], c.told) {
			t.Errorf("%s, %s and %s: %q", c.campaign, c.first, c.second, got)
		}
		desktest.Attach(t, r, id, c.second, desktest.Picture(t, 5))
		if got := told(); len(got) > 0 {
			t.Errorf("%s, two files: %q", c.campaign, got)
		}
	}
}

// One paper proves several privileges: in one field it is no file too much.
func TestOnePaperForTwoPrivilegesIsNotTold(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456", "privileged=yes", "privileges=orphan,no_parental_care")
	for _, privilege := range []string{"orphan", "no_parental_care"} {
		desktest.Attach(t, r, id, "privilege_documents:"+privilege, desktest.Picture(t, 3))
	}
	if n := len(r.Campaign().Attached(desktest.MustFind(t, r, id))); n != 2 {
		t.Fatalf("%d files", n)
	}
	found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
	desktest.Must(err)
	if at := slices.IndexFunc(found, func(f data.Finding) bool { return f.Rule == "file_twice" }); at >= 0 {
		t.Errorf("%+v", found[at])
	}
}

// wantPictureOf wants the check to say of whose picture a graduate's is, "" for nobody's.
func wantPictureOf(t *testing.T, r *registrar.Registrar, id, name string) {
	t.Helper()
	findings, err := r.Table.Check(registrar.Filter{Only: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(findings, func(f data.Finding) bool { return f.Rule == "file_of_other" })
	switch {
	case at < 0 && name == "":
	case at < 0:
		t.Errorf("nobody says that the picture is that of %s", name)
	case findings[at].Args["other"] != name || findings[at].Field != "passport_front" || findings[at].Severity != data.SeverityConfirm:
		t.Errorf("it says %v, want %q", findings[at], name)
	}
}

// KG-018: the portrait of somebody else is asked about also where its bytes are others, as after a
// messenger; confirmed it is asked about no more, and two people are not taken for one.
func TestAPortraitThatLooksLikeThatOfAnotherIsAskedAbout(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555123456")
	b := desktest.MustAdd(t, r, "surname=Бекова", "given_name=Анара", "phone=0555123457")
	portrait := desktest.GoodPortrait()
	m, err := jpeg.Decode(bytes.NewReader(portrait))
	desktest.Must(err)
	var sent bytes.Buffer
	desktest.Must(jpeg.Encode(&sent, m, &jpeg.Options{Quality: 60}))
	desktest.Attach(t, r, a, "face_photo", portrait)
	asked := func(id string) (names []any) {
		t.Helper()
		found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		for _, f := range found {
			if f.Rule == "face_like_other" {
				names = append(names, f.Args["other"])
			}
		}
		return names
	}
	desktest.Attach(t, r, b, "face_photo", sent.Bytes())
	if of := asked(a); len(of) != 1 || of[0] != "Бекова Анара" {
		t.Errorf("%v", of)
	}
	if of := asked(b); len(of) != 1 || of[0] != "Асанова Айгуль" {
		t.Errorf("%v", of)
	}
	desktest.Must(r.Table.Record(desktest.Ctx, []string{b}, data.Fact{Kind: data.FactConfirmed, Of: "face_like_other"}))
	if of := asked(b); len(of) > 0 {
		t.Errorf("confirmed it is asked about again: %v", of)
	}
	other := imagingtest.Somebody()
	other.EyesY, other.HairEnd, other.HairTop = 0.5, 3, 2
	desktest.Attach(t, r, b, "face_photo", other.JPEG(t))
	if of := asked(a); len(of) > 0 {
		t.Errorf("another person is like: %v", of)
	}
	desktest.Sound(t, r)
}
