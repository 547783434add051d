package desktest

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/data/registrar/payment"
)

// Picture is a small JPEG that differs with its seed.
func Picture(t testing.TB, seed byte) []byte {
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

// Attach puts a file into a field.
func Attach(t testing.TB, r *registrar.Registrar, id, field string, content []byte) {
	t.Helper()
	if err := r.Form.Attach(Ctx, id, field, "", content); err != nil {
		t.Fatalf("attach to %s: %v", field, err)
	}
}

// OrtValues fill the typed part of the Kyrgyz form; the files are attached apart.
var OrtValues = []string{"surname=Асанова", "given_name=Айгуль", "patronymic=Нурлановна", "phone=0555123456", "sex=ж",
	"birth_date=5.3.2003", "document_kind=passport", "document_series=ID", "document_number=1234567",
	"settlement=село Жаңы-Үмүт", "street=ул. Манаса", "language=ru", "subjects=mathematics,english"}

// CompleteORT is a graduate with nothing missing but the finish.
func CompleteORT(t testing.TB, r *registrar.Registrar) string {
	t.Helper()
	id := MustAdd(t, r, OrtValues...)
	Attach(t, r, id, "passport_front", Picture(t, 3))
	Attach(t, r, id, "passport_back", Picture(t, 5))
	Attach(t, r, id, "face_photo", Picture(t, 7))
	LookAt(t, r, id)
	return id
}

// MustForm is the form of a graduate.
func MustForm(t testing.TB, r *registrar.Registrar, id string) form.Form {
	t.Helper()
	f, err := r.Form.Of(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Rules are those of findings, in their order.
func Rules(findings []registrar.Finding) []string {
	var found []string
	for _, f := range findings {
		found = append(found, f.Rule+" "+f.Field)
	}
	return found
}

// Set changes fields of a graduate: «field=value».
func Set(t testing.TB, r *registrar.Registrar, id string, values ...string) {
	t.Helper()
	if _, err := r.Table.Change(Ctx, id, Assigns(values...)); err != nil {
		t.Fatalf("change %v: %v", values, err)
	}
}

// SourceWith is the file of a campaign with one place altered.
func SourceWith(t testing.TB, id, old, new string) string {
	t.Helper()
	c, err := registrar.Campaign(id, nil)
	Must(err)
	source := string(c.Source())
	if !strings.Contains(source, old) {
		t.Fatalf("the campaign has no %q", old)
	}
	return strings.Replace(source, old, new, 1)
}

// Pay adds a receipt and gives its id.
func Pay(t testing.TB, r *registrar.Registrar, id, number, amount string) (receipt string, warnings []registrar.Finding) {
	t.Helper()
	warnings, err := r.Payment.Add(Ctx, id, payment.Receipt{Number: number, Amount: amount})
	if err != nil {
		t.Fatal(err)
	}
	all := MustFind(t, r, id).Current().Payments
	return all[len(all)-1].ID, warnings
}

// ZnoValues fill the typed part of the Ukrainian form.
var ZnoValues = []string{"surname=Верболоз", "given_name=Марія", "patronymic=Олегівна", "sex=f", "birth_date=2003-03-05", "class=11-А",
	"phone=+380500000009", "document_kind=id_card", "document_number=123456789", "category=school_current",
	"postal_index=63999", "settlement=смт Тихоозерськ", "house=7", "subjects=ukrainian,mathematics,english:profile",
	"attestation=ukrainian,mathematics,english"}

// Step is a step of a form by its code.
func Step(t testing.TB, f form.Form, code string) form.Step {
	t.Helper()
	for _, s := range f.Steps {
		if s.Code == code {
			return s
		}
	}
	t.Fatalf("no step %s", code)
	return form.Step{}
}

// BringBack gives a graduate the state before an event.
func BringBack(r *registrar.Registrar, id string, seq int64) error {
	_, err := r.Form.BringBack(Ctx, id, seq)
	return err
}
