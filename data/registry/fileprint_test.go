package registry_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry/ledger"
)

// A file that was attached by a program without prints is compared once somebody has looked at
// it, and the next change of its graduate keeps what was found.
func TestFormerFilesAreComparedOnceTheyAreRead(t *testing.T) {
	path := formerRegistry(t)
	r := mustSignIn(t, path, headIn, atNoon())
	picture, err := r.Form.Attachment(desktest.Ctx, formerGraduate, "passport_front")
	if err != nil {
		t.Fatal(err)
	}
	name := desktest.MustFind(t, r, formerGraduate).FullName()
	other := desktest.MustAdd(t, r, "surname=Ушакова", "given_name=Анна", "phone=0555123459")
	desktest.Attach(t, r, other, "passport_front", picture)
	wantPictureOf(t, r, other, name)
	wantPictureOf(t, r, formerGraduate, "Ушакова Анна")
	desktest.Set(t, r, formerGraduate, "house=7")
	mustBeSound(t, r)
	desktest.Must(r.Close())
	r = mustSignIn(t, path, headIn, atNoon())
	wantPictureOf(t, r, other, name)
}

// What two people have attached themselves, at home or here, is compared when it is taken over.
func TestFilesThatGraduatesSendAreCompared(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	other := desktest.MustAdd(t, r, "surname=Ушакова", "given_name=Анна", "phone=0555123459")
	desktest.Attach(t, r, other, "passport_front", desktest.Picture(t, 9))
	now := desktest.MustFind(t, r, id)
	sent := sealFile(t, r, r.DB(), id, "", desktest.Picture(t, 9))
	wantTaken(t, send(t, r, id, registrar.FieldChange{Field: "passport_front", Before: now.Get("passport_front"), After: sent}), 1, 0)
	wantPictureOf(t, r, id, "Ушакова Анна")
	desktest.Sound(t, r)
}

// The print of a picture tells who has it to anybody with the same picture: it lies in the
// sealed record alone, and goes with the pictures.
func TestPrintsOfFilesLieSealedAndGoWithThem(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанов", "given_name=Адилет", "phone=0555123456")
	picture := desktest.Picture(t, 3)
	desktest.Attach(t, r, id, "passport_front", picture)
	print := ledger.PrintOf(picture)
	for _, name := range []string{r.DB().Path(), r.DB().Path() + "-wal"} {
		content, err := os.ReadFile(name)
		if err == nil && (bytes.Contains(content, []byte(print)) || strings.Contains(string(content), string(raw(t, print)))) {
			t.Errorf("the print lies in the clear in %s", filepath.Base(name))
		}
	}
	if got := desktest.MustFind(t, r, id).Prints; len(got) != 1 {
		t.Errorf("prints %v", got)
	}
	if _, err := r.Season.EraseImages(desktest.Ctx, []string{id}, "строк минув"); err != nil {
		t.Fatal(err)
	}
	if got := desktest.MustFind(t, r, id).Prints; len(got) != 0 {
		t.Errorf("prints of erased pictures %v", got)
	}
	desktest.Sound(t, r)
}

func raw(t *testing.T, print string) []byte {
	t.Helper()
	octets, err := hex.DecodeString(print)
	if err != nil {
		t.Fatal(err)
	}
	return octets
}
