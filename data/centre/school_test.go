package centre_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// correspondent is a school with its own program, which the centre has enrolled.
type correspondent struct {
	*trial
	registrar *registrar.Registrar
}

func newCorrespondent(t *testing.T, campaign, phone string) *correspondent {
	t.Helper()
	c := newCentre(t, "", campaign)
	letter, err := c.Enrol(t.Context(), centre.Enrolling{School: "school-7", Name: "№ 7", Phone: phone, Surname: "Бакиева", GivenName: "Айгуль"}, filepath.Join(t.TempDir(), "enrolment.zip.age"))
	if err != nil {
		t.Fatal(err)
	}
	r := desktest.MustCreate(t, campaign)
	desktest.Must(r.Exchange.Join(desktest.Ctx, must(exchange.OpenInvitation(letter.Path, letter.Code))))
	return &correspondent{c, r}
}

// export sends what there is, and gives what the centre did with it; the school takes the receipt in.
func (c *correspondent) export(t *testing.T) *centre.Outcome {
	t.Helper()
	if _, err := c.registrar.Exchange.Export(desktest.Ctx, exchange.Order{To: c.inbox}, nil); err != nil {
		t.Fatal(err)
	}
	all := c.outcomes(trusting)
	o := all[slices.IndexFunc(all, func(o *centre.Outcome) bool { return o.State != centre.Repeated })]
	c.receive(t, o.Receipt)
	return o
}

// receive takes a message of the centre in.
func (c *correspondent) receive(t *testing.T, path string) {
	t.Helper()
	in, err := c.registrar.Exchange.Look(desktest.Ctx, path)
	if err == nil {
		_, err = c.registrar.Exchange.Receive(desktest.Ctx, in)
	}
	if err != nil {
		t.Fatalf("receive %s: %v", path, err)
	}
}

// decide decides of somebody and lets the school know.
func (c *correspondent) decide(t *testing.T, s message.State) {
	t.Helper()
	if err := c.Decide(t.Context(), []centre.Decision{{School: "school-7", State: s}}); err != nil {
		t.Fatal(err)
	}
	for _, path := range must(c.Status(t.Context())) {
		c.receive(t, path)
	}
}

// said is what the school knows of the centre's verdict on somebody's record.
func (c *correspondent) said(t *testing.T, id string) string {
	t.Helper()
	f := desktest.MustFind(t, c.registrar, id).Current().Fact(data.FactAcknowledged, "")
	if f == nil {
		return ""
	}
	return strings.TrimSpace(f.Seen + " " + f.Means)
}

// applicant is a graduate of ort-2021 whose form is finished.
func applicant(t *testing.T, r *registrar.Registrar, n int) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.OrtValues), fmt.Sprintf("surname=Асанова%c", 'а'+n), fmt.Sprintf("phone=+9965551%05d", n), fmt.Sprintf("document_number=%07d", 1234500+n))...)
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, byte(3*n+10+i)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	return id
}

func TestRoundTripOfFiles(t *testing.T) {
	c := newCorrespondent(t, "ort-2021", "0555112233")
	r := c.registrar
	a, b := applicant(t, r, 1), applicant(t, r, 2)
	t.Run("issue 18 entries, every one accepted; the school learns it by the receipt", func(t *testing.T) {
		if o := c.export(t); o.State != centre.Applied || o.Accepted != 2 || o.Finding() {
			t.Errorf("%+v", o)
		}
		if got := c.of("attachment", "school"); len(got) != 6 {
			t.Errorf("%q", got)
		}
		same(t, []string{c.said(t, a), c.said(t, b)}, "accepted", "accepted")
	})
	t.Run("issue 18 then amendments, without the photos that were sent", func(t *testing.T) {
		desktest.Set(t, r, a, "street=ул. Токтогула")
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{b}, "переехала"))
		if o := c.export(t); o.State != centre.Applied || o.Accepted != 2 || o.Finding() {
			t.Errorf("%+v", o)
		}
		rows := []string{a + " 0", b + " 1"}
		slices.Sort(rows)
		same(t, c.of("person", "graduate", "gone"), rows...)
	})
	t.Run("issue 18 a record that another school has too is accepted with a remark", func(t *testing.T) {
		other := c.enrol("other")
		c.put(other.message(message.TypeEntries, []message.Record{{Graduate: message.Graduate{ID: "x", Key: "+996555100003", Action: message.ActionAdd, Attempt: "1", Kind: "first", Surname: "Токтоева", Phone: "+996555100003"}}}))
		c.outcomes(trusting)
		d := applicant(t, r, 3)
		if o := c.export(t); o.Warned != 1 || c.said(t, d) != "warning centre.key_elsewhere" {
			t.Errorf("%+v %q", o, c.said(t, d))
		}
	})
	t.Run("KG-065 the verdict on a receipt comes by a status", func(t *testing.T) {
		receipt, _ := desktest.Pay(t, r, a, "4567", "900")
		if o := c.export(t); o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		c.decide(t, message.State{Graduate: a, Key: "+996555100001", Attempt: "1", About: message.AboutPayment, Of: receipt, State: "rejected", On: "2020-02-24", Note: "не читается"})
		if p := desktest.MustFind(t, r, a).Current().Payment(receipt); p.Verdict == nil || string(p.Verdict.Kind) != "rejected" {
			t.Errorf("%+v", p)
		}
	})
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
}

// noteSent notes that the papers of somebody have left on their own way.
func noteSent(r *registrar.Registrar, id string, on data.Date) {
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error { g.SetFact(data.Fact{Kind: data.FactSent, On: on}); return nil })
	}))
}

func TestRoundTripOfPaper(t *testing.T) {
	c := newCorrespondent(t, "zno-2020", "0501112233")
	r := c.registrar
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), "card_number=1234567", "document_number=112345670", "phone=+380500004567")...)
	noteSent(r, id, "2020-02-10")
	t.Run("UA-066 the record waits for its card, and counts when it has come", func(t *testing.T) {
		if o := c.export(t); o.Held != 1 || o.Finding() {
			t.Errorf("%+v", o)
		}
		if got := c.said(t, id); got != "held" {
			t.Errorf("%q", got)
		}
		if err := c.Cards(t.Context(), []string{"1234567"}, "2020-02-12"); err != nil {
			t.Fatal(err)
		}
		for _, path := range must(c.Status(t.Context())) {
			c.receive(t, path)
		}
		if got := c.said(t, id); got != "accepted" {
			t.Errorf("%q", got)
		}
	})
	t.Run("UA-087 UA-102 a refusal, then a second attempt with a card of its own, and it is registered", func(t *testing.T) {
		c.decide(t, message.State{Graduate: id, Key: "1234567", Attempt: "1", About: message.AboutAnswer, State: "refused", On: "2020-02-20", Number: "17", Reasons: "5"})
		if a := desktest.MustFind(t, r, id).Current().Answer; a == nil || a.State != data.AnswerRefused || a.Minutes != "17" {
			t.Fatalf("%+v", a)
		}
		desktest.Must(r.Answer.Retry(desktest.Ctx, id))
		desktest.Set(t, r, id, "card_number=7654321")
		noteSent(r, id, "2020-02-22")
		if err := c.Cards(t.Context(), []string{"7654321"}, "2020-02-24"); err != nil {
			t.Fatal(err)
		}
		if o := c.export(t); o.Accepted != 1 || o.Finding() {
			t.Errorf("%+v", o)
		}
		c.decide(t, message.State{Graduate: id, Key: "7654321", Attempt: "2", About: message.AboutAnswer, State: "registered", On: "2020-02-24", Number: "0123456"})
		if a := desktest.MustFind(t, r, id).Current().Answer; a == nil || a.State != data.AnswerRegistered {
			t.Errorf("%+v", a)
		}
		same(t, c.people("school-7"), id+" 2 7654321 accepted 2020-02-24…2020-03-10")
		same(t, c.of("person", "attempt", "person_key"), "1 1234567", "2 7654321")
	})
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
}

// Design §9: a registry that was restored from a backup sends everybody under a new branch, and the
// centre neither loses nor doubles anybody.
func TestRestoredBackup(t *testing.T) {
	c := newCorrespondent(t, "ort-2021", "0555112233")
	a, b := applicant(t, c.registrar, 1), applicant(t, c.registrar, 2)
	c.export(t)
	backup := filepath.Join(t.TempDir(), "backup.graduand")
	if ills, err := c.registrar.Backup(desktest.Ctx, backup); err != nil || len(ills) > 0 {
		t.Fatal(ills, err)
	}
	applicant(t, c.registrar, 3)
	desktest.Set(t, c.registrar, b, "street=ул. Чуй")
	c.export(t)
	lost := applicant(t, c.registrar, 4)
	c.export(t)
	c.decide(t, message.State{Graduate: a, Key: "+996555100001", Attempt: "1", About: message.AboutAnswer, State: "registered", On: "2020-02-10"})
	desktest.Must(c.registrar.Close())
	o := desktest.Options()
	o.Rand = rand.NewChaCha8([32]byte{9})
	restored, err := registrar.Restore(desktest.Ctx, backup, filepath.Join(t.TempDir(), "restored.graduand"), registrar.SignIn{}, false, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { restored.Close() })
	c.registrar = restored
	again := applicant(t, restored, 3)
	if o := c.export(t); !o.NewBranch || o.Accepted != 3 || o.Warned+o.Rejected != 0 {
		t.Errorf("%+v", o)
	}
	var got []string
	for _, line := range c.people("school-7") {
		got = append(got, strings.TrimPrefix(line, ""))
	}
	slices.Sort(got)
	want := []string{a + " 1 +996555100001 accepted", b + " 1 +996555100002 accepted", again + " 1 +996555100003 accepted", lost + " 1 +996555100004 accepted missing"}
	slices.Sort(want)
	same(t, got, want...)
	t.Run("what was told before the restore is told again", func(t *testing.T) {
		paths := must(c.Status(t.Context()))
		if len(paths) != 1 {
			t.Fatal(paths)
		}
		c.receive(t, paths[0])
		c.rebuild()
		if paths := must(c.Status(t.Context())); paths != nil {
			t.Error(paths)
		}
	})
	desktest.Set(t, restored, a, "street=ул. Токтогула")
	if o := c.export(t); o.State != centre.Applied || o.Accepted != 1 {
		t.Errorf("%+v", o)
	}
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
}

// Design §9: a school turns from one centre to another, and back.
func TestASchoolTurnsToAnotherCentre(t *testing.T) {
	first := newCorrespondent(t, "ort-2021", "+996555000000")
	r := first.registrar
	id := finished(t, r, 1)
	first.export(t)
	own := must(r.Exchange.State()).Own
	second := newCentre(t, "", "ort-2021")
	turn := func(to *trial, code string) *correspondent {
		t.Helper()
		path, letter := filepath.Join(t.TempDir(), "letter.zip.age"), (*centre.Letter)(nil)
		letter, err := to.Enrol(t.Context(), centre.Enrolling{School: code, Name: "№ 7", Phone: "+996555000000", Surname: "Бакиева", GivenName: "Айгуль"}, path)
		if data.CodeOf(err) == "centre.enrolled" {
			letter, err = to.EnrolAgain(t.Context(), code, "", path)
		}
		desktest.Must(err)
		desktest.Must(r.Exchange.TurnTo(desktest.Ctx, must(exchange.OpenInvitation(letter.Path, letter.Code))))
		return &correspondent{to, r}
	}
	other := turn(second, "north-9")
	t.Run("design §9 everything goes to the new centre, counted anew, by the same keys of the school", func(t *testing.T) {
		state := must(r.Exchange.State())
		if state.Code != "north-9" || state.Centre != second.keys.Fingerprint() || state.Own != own || state.Sent != 0 || state.Accepted != 0 || len(state.Waiting) > 0 || state.WhyAnew() != "" {
			t.Errorf("%+v", state)
		}
		if o := other.export(t); o.Sequence != 1 || o.Type != message.TypeEntries || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		desktest.Set(t, r, id, "street=ул. Новая")
		if o := other.export(t); o.Sequence != 2 || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
	})
	t.Run("design §9 the former one is not believed any more, and keeps what it has", func(t *testing.T) {
		desktest.Must(first.Decide(t.Context(), []centre.Decision{{School: "school-7", State: message.State{Graduate: id, Key: "+996555100001", Attempt: "1", About: message.AboutPayment, State: "accepted", Of: "1", On: "2020-02-20"}}}))
		paths := must(first.Status(t.Context()))
		_, err := r.Exchange.Look(desktest.Ctx, paths[0])
		desktest.WantCode(t, "former", err, "message.unknown_signer")
		if people := first.people("school-7"); len(people) != 1 {
			t.Errorf("%q", people)
		}
	})
	t.Run("design §9 who comes back is heard again", func(t *testing.T) {
		back := turn(first.trial, "school-7")
		if o := back.export(t); o.State != centre.Applied || !o.NewBranch || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		desktest.Set(t, r, id, "street=ул. Старая")
		if o := back.export(t); o.State != centre.Applied || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		if people := first.people("school-7"); len(people) != 1 {
			t.Errorf("%q", people)
		}
		desktest.Sound(t, r)
	})
}

// Design §9: a district centre enrols and recovers while entries go to the national one.
func TestADistrictEnrolsForTheNationalCentre(t *testing.T) {
	national, district := newCentre(t, "", "ort-2021"), newCentre(t, "", "ort-2021")
	e := centre.Enrolling{School: "school-7", Name: "№ 7", District: "Северный", Phone: "+996555000000", Surname: "Бакиева", GivenName: "Айгуль", Graduates: "12"}
	path := filepath.Join(t.TempDir(), "letter.zip.age")
	there := e
	there.Entries = national.keys
	letter, err := district.Enrol(t.Context(), there, path)
	desktest.Must(err)
	desktest.Must(national.Admit(t.Context(), e))
	desktest.WantCode(t, "twice", national.Admit(t.Context(), e), "centre.enrolled")
	r := desktest.MustCreate(t, "ort-2021")
	desktest.Must(r.Exchange.Join(desktest.Ctx, must(exchange.OpenInvitation(letter.Path, letter.Code))))
	c := &correspondent{national, r}
	id := finished(t, r, 1)
	t.Run("design §9 entries are sealed to the national centre, which alone takes them and answers", func(t *testing.T) {
		if s := must(r.Exchange.State()); s.Centre != national.keys.Fingerprint() {
			t.Errorf("%+v", s)
		}
		if o := c.export(t); o.State != centre.Applied || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		desktest.Set(t, r, id, "street=ул. Новая")
		if o := c.export(t); o.Sequence != 2 || o.Accepted != 1 {
			t.Errorf("%+v", o)
		}
		if s := must(r.Exchange.State()); s.Accepted != 2 || len(s.Waiting) > 0 {
			t.Errorf("%+v", s)
		}
	})
	t.Run("design §9 what the national centre knows is built anew from its messages", func(t *testing.T) {
		before := national.facts()
		national.rebuild()
		same(t, national.facts(), before...)
	})
}
