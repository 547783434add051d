package registrar

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
)

// picture is a small JPEG that differs with its seed.
func picture(t testing.TB, seed byte) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range m.Pix {
		m.Pix[i] = byte(i) * seed
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func attach(t testing.TB, r *Registrar, id, field string, content []byte) {
	t.Helper()
	if err := r.Attach(ctx, id, field, content); err != nil {
		t.Fatalf("attach to %s: %v", field, err)
	}
}

// sound wants a doctor without complaints.
func sound(t testing.TB, r *Registrar) {
	t.Helper()
	if ills, err := r.Doctor(ctx); err != nil || len(ills) > 0 {
		t.Errorf("the doctor finds %v, %v", ills, err)
	}
}

func TestAttachments(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	front, back := picture(t, 3), picture(t, 5)
	t.Run("KG-027 the very bytes come back, sealed in the file", func(t *testing.T) {
		attach(t, r, id, "passport_front", front)
		attach(t, r, id, "passport_back", back)
		got, err := r.Attachment(ctx, id, "passport_front")
		if err != nil || !bytes.Equal(got, front) {
			t.Errorf("other bytes came back: %v", err)
		}
		for _, name := range []string{r.db.Path(), r.db.Path() + "-wal"} {
			if content, err := os.ReadFile(name); err == nil && bytes.Contains(content, front[20:]) {
				t.Errorf("the picture lies in the clear in %s", filepath.Base(name))
			}
		}
		sound(t, r)
	})
	t.Run("KG-018 the same picture on both sides is found by the check", func(t *testing.T) {
		attach(t, r, id, "passport_back", front)
		findings, err := r.Check(Filter{Only: []string{id}})
		found := false
		for _, f := range findings {
			found = found || f.Rule == "same_passport_side"
		}
		if err != nil || !found {
			t.Errorf("not found: %v, %v", findings, err)
		}
		attach(t, r, id, "passport_back", back)
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
			{"text", "attachment.no_picture", []byte("не фото")},
			{"nothing", "attachment.no_picture", nil},
			{"a cut JPEG", "attachment.damaged", front[:30]},
			{"a JPEG that ends in the middle", "attachment.damaged", front[:len(front)-40]},
			{"too many pixels", "attachment.too_many_pixels", wide.Bytes()},
			{"too many bytes", "attachment.too_large", make([]byte, MaximumAttachment+1)},
		} {
			if err := r.Attach(ctx, id, "passport_front", c.content); data.CodeOf(err) != c.code {
				t.Errorf("%s: %v, want %s", c.name, err, c.code)
			}
		}
		if err := r.Attach(ctx, id, "surname", front); data.CodeOf(err) != "attachment.no_field" {
			t.Errorf("into a field of text: %v", err)
		}
		if _, err := r.Change(ctx, id, assigns("passport_front=abc")); data.CodeOf(err) != "attachment.not_typed" {
			t.Errorf("typed: %v", err)
		}
	})
	t.Run("KG-013 an original that is saved is in the history", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "front.jpg")
		if err := r.SaveAttachment(ctx, id, "passport_front", path); err != nil {
			t.Fatal(err)
		}
		if saved, _ := os.ReadFile(path); !bytes.Equal(saved, front) {
			t.Error("the saved original differs")
		}
		if events, err := r.History(ctx, HistoryFilter{Graduate: id, Kind: EventFileSaved}); err != nil || len(events) != 1 {
			t.Errorf("events %v, %v", events, err)
		}
	})
	t.Run("a picture altered in the file is found", func(t *testing.T) {
		if err := r.db.Update(ctx, func(tx *sqlite.Tx) error {
			if err := tx.EraseAttachments(id); err != nil {
				return err
			}
			return tx.AddAttachment(sqlite.Attachment{Graduate: id, ID: "0", Body: []byte("altered")})
		}); err != nil {
			t.Fatal(err)
		}
		ills, err := r.Doctor(ctx)
		if err != nil || len(ills) != 3 {
			t.Errorf("the doctor finds %v, %v", ills, err)
		}
	})
}

func TestKeptBackupsShareAttachments(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	attach(t, r, id, "passport_front", picture(t, 3))
	apart := filepath.Join(BackupFolder(r.db.Path()), apartFolder, "*")
	lying := func() int {
		found, err := filepath.Glob(apart)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	clock := noon
	r.options.Now = func() time.Time { return clock }
	keep := func() string {
		clock = clock.Add(1e9)
		path, err := r.keepBackup(ctx, "test")
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
		attach(t, r, id, "passport_back", picture(t, 5))
		last = keep()
		if n := lying(); n != 2 {
			t.Errorf("%d pictures lie apart", n)
		}
	})
	t.Run("F-15 a kept backup is restored with its pictures", func(t *testing.T) {
		restored, err := Restore(ctx, last, filepath.Join(t.TempDir(), "again.graduand"), SignIn{}, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		defer restored.Close()
		if got, err := restored.Attachment(ctx, id, "passport_back"); err != nil || !bytes.Equal(got, picture(t, 5)) {
			t.Errorf("the picture: %v", err)
		}
		sound(t, restored)
	})
	t.Run("F-15 pictures that no kept backup needs are swept", func(t *testing.T) {
		if _, err := r.EraseImages(ctx, []string{id}, "прошло два года"); err != nil {
			t.Fatal(err)
		}
		for range KeptBackups {
			keep()
		}
		if n := lying(); n != 0 {
			t.Errorf("%d pictures are left", n)
		}
	})
	t.Run("a backup without its pictures is refused", func(t *testing.T) {
		attach(t, r, id, "passport_front", picture(t, 7))
		last := keep()
		if err := os.RemoveAll(filepath.Join(filepath.Dir(last), apartFolder)); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "again.graduand")
		if _, err := Restore(ctx, last, path, SignIn{}, testOptions()); data.CodeOf(err) != "registry.apart_missing" {
			t.Errorf("got %v", err)
		}
		if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}

func TestEraseImages(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	attach(t, r, id, "passport_front", picture(t, 3))
	var sealed []byte
	if err := r.db.Attachments(ctx, "", func(a sqlite.Attachment) error { sealed = a.Body; return nil }); err != nil {
		t.Fatal(err)
	}
	certificate := filepath.Join(t.TempDir(), "акт.pdf")
	if _, err := r.EraseImagesWithCertificate(ctx, nil, "прошло два года", certificate); err != nil {
		t.Fatal(err)
	}
	t.Run("F-16 the picture is in no page of the file, the rest stays", func(t *testing.T) {
		row, err := r.Find(id)
		if err != nil || row.Graduate.Surname != "Асанов" || row.Graduate.Get("passport_front") != "" {
			t.Errorf("got %+v, %v", row.Graduate, err)
		}
		sound(t, r)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(r.db.Path())
		if err != nil || bytes.Contains(content, sealed[:64]) {
			t.Errorf("the sealed picture is still there: %v", err)
		}
	})
	if pdf, err := os.ReadFile(certificate); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("the certificate: %v", err)
	}
}
