package centre_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/centre"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
)

// applicant is a graduate of ort-2021 whose form is finished.
func applicant(t testing.TB, r *registrar.Registrar, n int) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.OrtValues), fmt.Sprintf("surname=Асанова%c", 'а'+n), fmt.Sprintf("phone=+9965551%05d", n), fmt.Sprintf("document_number=%07d", 1234500+n))...)
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, byte(3*n+10+i)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	return id
}

// What the school's own program sends is what the centre takes over, from the first letter on.
func TestTheSchoolsOwnProgram(t *testing.T) {
	c := newCentre(t, "", "ort-2021")
	letter, err := c.Enrol(t.Context(), centre.Enrolling{School: "bishkek-7", Name: "Школа-гимназия № 7", Phone: "0555112233", Surname: "Бакиева", GivenName: "Айгуль"}, filepath.Join(t.TempDir(), "enrolment.zip.age"))
	if err != nil {
		t.Fatal(err)
	}
	r := desktest.MustCreate(t, "ort-2021")
	desktest.Must(r.Exchange.Join(desktest.Ctx, must(exchange.OpenInvitation(letter.Path, letter.Code))))
	a, b := applicant(t, r, 1), applicant(t, r, 2)
	export := func() *centre.Outcome {
		t.Helper()
		if _, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: c.inbox}, nil); err != nil {
			t.Fatal(err)
		}
		all := c.outcomes(trusting)
		return all[slices.IndexFunc(all, func(o *centre.Outcome) bool { return o.State != centre.Repeated })]
	}
	t.Run("issue 18 entries, every one accepted", func(t *testing.T) {
		if o := export(); o.State != centre.Applied || o.Accepted != 2 || o.Finding() {
			t.Errorf("%+v", o)
		}
		if got := c.of("attachment", "school"); len(got) != 6 {
			t.Errorf("%q", got)
		}
	})
	t.Run("issue 18 then amendments", func(t *testing.T) {
		desktest.Set(t, r, a, "street=ул. Токтогула")
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{b}, "переехала"))
		if o := export(); o.State != centre.Applied || o.Accepted != 2 || o.Finding() {
			t.Errorf("%+v", o)
		}
		same(t, c.of("person", "graduate", "gone"), func() []string {
			rows := []string{a + " 0", b + " 1"}
			slices.Sort(rows)
			return rows
		}()...)
	})
}
