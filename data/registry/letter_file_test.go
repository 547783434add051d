package registry_test

import (
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// sealFile puts a file into a registry as a graduate's own key seals it, under an id; the
// id that follows from the content when it is "".
func sealFile(t testing.TB, r *registrar.Registrar, db *sqlite.DB, graduate, id string, content []byte) string {
	t.Helper()
	key := r.KeyOf(graduate)
	if id == "" {
		print, err := vault.Fingerprint(key, string(content))
		desktest.Must(err)
		id = fmt.Sprintf("%x", print)
	}
	body, err := vault.Seal(r.Options().Rand, key, registry.FilePlace(graduate, id), content)
	desktest.Must(err)
	desktest.Must(db.Update(desktest.Ctx, func(tx *sqlite.Tx) error {
		return tx.AddAttachment(sqlite.Attachment{Graduate: graduate, ID: id, Body: body, Generation: 1})
	}))
	return id
}

func TestLetter_G20_G23_FilesByFormAndContent(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	program := sealFile(t, r, r.DB(), id, "", []byte("MZ\x90\x00 this is a program"))
	dotted := sealFile(t, r, r.DB(), id, "../../x", desktest.Picture(t, 9))
	upper := sealFile(t, r, r.DB(), id, strings.Repeat("AB", vault.FingerprintSize), desktest.Picture(t, 9))
	picture := sealFile(t, r, r.DB(), id, "", desktest.Picture(t, 9))
	now := desktest.MustFind(t, r, id)
	face := func(file string) registrar.FieldChange {
		return registrar.FieldChange{Field: "face_photo", Before: now.Get("face_photo"), After: file}
	}
	for name, file := range map[string]string{"nowhere": strings.Repeat("ab", vault.FingerprintSize), "dotted": dotted, "in capitals": upper, "a program": program, "a text": "aa/11"} {
		if f := send(t, r, id, face(file)); len(f.Refused) != 1 || len(f.Changes) != 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
	desktest.Set(t, r, id, "privileged=yes", "privileges=orphan")
	for name, value := range map[string]string{"a slash": "orphan:aa/11", "an unknown privilege": "king:" + picture, "none": picture} {
		if f := send(t, r, id, change("privilege_documents", value)); len(f.Refused) != 1 {
			t.Errorf("%s: %+v", name, f)
		}
	}
	wantTaken(t, send(t, r, id, change("privilege_documents", "orphan:"+picture+", orphan:"+picture), face(picture)), 2, 0)
	if g := desktest.MustFind(t, r, id); g.Get("privilege_documents") != "orphan:"+picture || g.Get("face_photo") != picture {
		t.Errorf("got %q, %q", g.Get("privilege_documents"), g.Get("face_photo"))
	}
	if n, err := r.Printing.SaveOriginals(desktest.Ctx, nil, t.TempDir(), nil); err != nil || n == 0 {
		t.Errorf("originals: %d, %v", n, err)
	}
	receipt := func(number, file string) registrar.FieldChange {
		return change("payment."+number, jsonOf(t, data.Payment{Type: "bank", Amount: 370, Number: number, File: file}))
	}
	wantTaken(t, send(t, r, id, receipt("1", program), receipt("2", dotted)), 0, 2)
	wantTaken(t, send(t, r, id, receipt("1", picture), receipt("2", picture)), 2, 0)
	// Those whose id is not that of their content are named.
	if ills, err := r.Doctor(desktest.Ctx); err != nil || len(ills) != 2 || ills[0].Code != "attachment" || ills[1].Code != "attachment" {
		t.Errorf("the doctor finds %v, %v", ills, err)
	}
}

// KG-020, KG-069: a file that a graduate attaches anew is asked about anew when it is taken over.
func TestLetter_AnswersOfBeforeDoNotComeWithAFile(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	file := desktest.MustFind(t, r, id).Get("face_photo")
	desktest.Must(r.Form.Detach(desktest.Ctx, id, "face_photo"))
	answers := func() int { return len(desktest.MustFind(t, r, id).Pictures[file].Confirmed) }
	if answers() == 0 {
		t.Fatal("nothing is to be asked again")
	}
	if f := send(t, r, id, change("face_photo", file)); len(f.Refused) != 0 || desktest.MustFind(t, r, id).Get("face_photo") != file || answers() != 0 {
		t.Errorf("%d answers are there after %+v", answers(), f)
	}
	desktest.Sound(t, r)
}

func TestLetter_G23_NoMoreFilesThanAFormHas(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.Set(t, r, id, "privileged=yes", "privileges=orphan")
	entries := func(n int) string {
		var all []string
		for i := range n {
			all = append(all, "orphan:"+sealFile(t, r, r.DB(), id, "", desktest.Picture(t, byte(20+i))))
		}
		return strings.Join(all, ",")
	}
	wantTaken(t, send(t, r, id, change("privilege_documents", entries(registry.MostFiles-2))), 0, 1)
	wantTaken(t, send(t, r, id, change("privilege_documents", entries(registry.MostFiles-3))), 1, 0)
	desktest.WantCode(t, "attached", r.Form.Attach(desktest.Ctx, id, "privilege_documents:orphan", "", desktest.Picture(t, 99)), "attachment.too_many")
	_, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: "5", Amount: "370", Picture: desktest.Picture(t, 99)})
	desktest.WantCode(t, "with a receipt", err, "attachment.too_many")
	desktest.Sound(t, r)
}
