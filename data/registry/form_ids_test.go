package registry_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/form"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/printing"
)

// ortEnd is where the file leaves the end of registration open; a day may follow it.
const ortEnd = "code = \"registration_end\"\ntitle = \"Окончание регистрации\"\n"

func atNoonOf(year int, month time.Month, day int) func() time.Time {
	return func() time.Time { return time.Date(year, month, day, 12, 0, 0, 0, time.UTC) }
}

func TestKyrgyzFormByID(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	t.Run("KG-042 to KG-055 five steps in the order of the instruction", func(t *testing.T) {
		of := desktest.MustForm(t, r, id)
		for i, want := range []string{"sex birth_date document_number", "settlement street phone2", "subjects language", "passport_front passport_back privileged", "face_photo"} {
			if len(of.Steps) != 5 {
				t.Fatalf("%d steps", len(of.Steps))
			}
			for code := range strings.FieldsSeq(want) {
				if !slices.ContainsFunc(of.Steps[i].Fields, func(f form.Field) bool { return f.Code == code }) {
					t.Errorf("step %d does not ask for %s", i+1, code)
				}
			}
		}
	})
	t.Run("KG-045 the second phone is kept in its one form, and a wrong one refused", func(t *testing.T) {
		desktest.Set(t, r, id, "phone2=0700 12-34-56")
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("phone2=12"))
		desktest.WantCode(t, "too short", err, "value.bad_phone")
		if got := desktest.MustFind(t, r, id).Get("phone2"); got != "+996700123456" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("KG-039 who fills is a choice, and the list knows the two apart", func(t *testing.T) {
		other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
		desktest.Set(t, r, id, "mode=self")
		if self, school := desktest.Names(t, r, registrar.Filter{Mode: data.BySelf}), desktest.Names(t, r, registrar.Filter{Mode: data.BySchool}); !slices.Equal(self, []string{"Асанова"}) || !slices.Equal(school, []string{"Бекова"}) {
			t.Errorf("themselves %v, the school %v", self, school)
		}
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{other}, ""))
	})
	t.Run("KG-066 a receipt is not edited in place", func(t *testing.T) {
		receipt, _ := desktest.Pay(t, r, id, "17", "370")
		before := *desktest.MustFind(t, r, id).Current().Payment(receipt)
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(data.PaymentField(receipt)+"="+strings.Replace(jsonOf(t, before), "370", "740", 1)))
		desktest.WantCode(t, "by hand", err, "value.unknown_field")
		if after := *desktest.MustFind(t, r, id).Current().Payment(receipt); after != before {
			t.Errorf("it is %+v", after)
		}
	})
	desktest.Sound(t, r)
}

func TestPrivilegeLaterByTheGraduate(t *testing.T) {
	now := atNoonOf(2021, 4, 15)()
	r := desktest.MustCreateFrom(t, desktest.SourceWith(t, "ort-2021", ortEnd, ortEnd+"on = \"2021-04-15\"\n"), func() time.Time { return now })
	id := desktest.CompleteORT(t, r)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	signInAs(registrar.RoleGraduate)(t, r, id)
	t.Run("KG-054 on the last day, the form long finished, the graduate adds a privilege alone", func(t *testing.T) {
		desktest.Set(t, r, id, "privileged=yes", "privileges=orphan")
		if is := desktest.StatusOf(t, r, id); is != data.StatusDraft {
			t.Errorf("KG-052 without a document it is %s", is)
		}
		desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Paper(11))
		if is := desktest.StatusOf(t, r, id); is != data.StatusComplete {
			t.Errorf("with a document it is %s", is)
		}
	})
	t.Run("KG-054 a day later nobody does", func(t *testing.T) {
		now = now.AddDate(0, 0, 1)
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("privileged="))
		desktest.WantCode(t, "switched off", err, "value.locked")
		desktest.WantCode(t, "taken out", r.Form.Detach(desktest.Ctx, id, "privilege_documents:"+desktest.MustFind(t, r, id).Get("privilege_documents")), "value.locked")
	})
}

func TestPaymentsOfTheFile(t *testing.T) {
	source := strings.NewReplacer(
		"[[external_status]]\ncode = \"accepted\"\ntitle = \"Принято\"", "[[external_status]]\ncode = \"credited\"\ntitle = \"Зачислено\"",
		`status = "accepted"`, `status = "credited"`, `paid = "accepted"`, `paid = "credited"`,
		"[[external_status]]\ncode = \"pending\"", "[[payment_type]]\ncode = \"terminal\"\ntitle = \"через терминал\"\n\n[[external_status]]\ncode = \"pending\"",
	).Replace(desktest.SourceWith(t, "ort-2021", "Принято", "Принято"))
	r := desktest.MustCreateFrom(t, source, atNoonOf(2021, 2, 10))
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	last := func() data.Payment { all := desktest.MustFind(t, r, id).Current().Payments; return all[len(all)-1] }
	t.Run("KG-063 D13 the bank is one of several ways to pay", func(t *testing.T) {
		for _, way := range []string{"bank", "terminal"} {
			if _, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Type: way, Amount: "370", Number: way}); err != nil || last().Type != way {
				t.Errorf("%s: %+v, %v", way, last(), err)
			}
		}
	})
	t.Run("KG-065 D15 the answer has the name that the file gives it", func(t *testing.T) {
		p := last()
		if got := r.Campaign().PaymentStatus(&p); got != "В рассмотрении" {
			t.Errorf("at first %q", got)
		}
		desktest.WantCode(t, "a name of another file", r.Payment.Judge(desktest.Ctx, id, p.ID, "accepted", "", ""), "payment.unknown_status")
		desktest.Must(r.Payment.Judge(desktest.Ctx, id, p.ID, "credited", "", ""))
		if p = last(); r.Campaign().PaymentStatus(&p) != "Зачислено" {
			t.Errorf("then %q", r.Campaign().PaymentStatus(&p))
		}
	})
}

func TestUkrainianFormByID(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, desktest.ZnoValues...)
	complete := func() bool { return desktest.StatusOf(t, r, id) == data.StatusComplete }
	if !complete() {
		t.Fatalf("%+v", desktest.MustForm(t, r, id))
	}
	t.Run("UA-027 a number is the centre's, never invented, never a draft's", func(t *testing.T) {
		if row, err := r.Table.Find(id); err != nil || row.DraftNumber == "" || row.Graduate.Current().CardNumber != "" {
			t.Errorf("%+v, %v", row, err)
		}
		row, err := r.Table.Find(id)
		desktest.Must(err)
		_, err = r.Table.Change(desktest.Ctx, id, desktest.Assigns("card_number="+row.DraftNumber))
		desktest.WantCode(t, "the draft's", err, "value.draft_card_number")
		desktest.Set(t, r, id, "card_number=1234567")
		if got := desktest.MustForm(t, r, id); got.Graduate.Current().CardNumber != "1234567" || desktest.StatusOf(t, r, id) != data.StatusNumbered {
			t.Errorf("%q, %s", got.Graduate.Current().CardNumber, desktest.StatusOf(t, r, id))
		}
		desktest.Set(t, r, id, "card_number=")
	})
	t.Run("UA-016 UA-006 the step of the kit has what the answers bring", func(t *testing.T) {
		desktest.Set(t, r, id, "conditions=0102", "medical_number=1", "medical_date=10.01.2020", "names_differ=yes")
		kit := desktest.Step(t, desktest.MustForm(t, r, id), "kit").Kit
		var codes []string
		for _, paper := range kit {
			codes = append(codes, paper.Code)
		}
		if got := strings.Join(codes, " "); got != "card passport_copy medical_conclusion name_change_copy" {
			t.Errorf("got %s", got)
		}
		desktest.Set(t, r, id, "conditions=", "names_differ=")
	})
	t.Run("UA-066 data that no source asks for is refused", func(t *testing.T) {
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("personal_number=20030305-01234"))
		desktest.WantCode(t, "the number of the register", err, "value.unknown_field")
	})
	t.Run("UA-142 D9 nobody is complete before the call, and every call is in the log", func(t *testing.T) {
		desktest.Set(t, r, id, "marks=deep_visual_impairment")
		if complete() {
			t.Error("complete without a call")
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, On: "2020-02-07", Note: "Петренко: зареєструють"}))
		if !complete() || desktest.MustForm(t, r, id).Route != r.Campaign().Route("separate").Title {
			t.Errorf("after the call %+v", desktest.MustForm(t, r, id))
		}
		desktest.Must(r.Table.TakeBack(desktest.Ctx, id, data.FactCalled, "1"))
		log := fmt.Sprint(desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id}))
		if complete() || !strings.Contains(log, "Петренко: зареєструють") {
			t.Error("taken back, and complete or out of the log")
		}
	})
	desktest.Sound(t, r)
}

func TestConditionsThatSetTheReason(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for i := range r.Campaign().Conditions {
		code := r.Campaign().Conditions[i].Code
		t.Run("UA-113 "+code, func(t *testing.T) {
			id := desktest.MustAdd(t, r, "surname=Верболоз", "given_name="+strings.Repeat("Я", i+1))
			desktest.Set(t, r, id, "conditions="+code)
			want := map[string]string{"0204": "conditions", "0205": "conditions"}[code]
			if got := desktest.MustFind(t, r, id).Current().AdditionalReason; got != want {
				t.Errorf("the reason is %q", got)
			}
		})
	}
}

func TestPapersByID(t *testing.T) {
	t.Run("UA-144 the conclusion is the clinic's: it is in the kit and nothing prints it", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "conditions=0102", "medical_number=1", "medical_date=10.01.2020")...)
		if kit := desktest.Step(t, desktest.MustForm(t, r, id), "kit").Kit; !slices.ContainsFunc(kit, func(k *registrar.KitDocument) bool { return k.Code == "medical_conclusion" && k.Form == "original" }) {
			t.Errorf("the kit is %+v", kit)
		}
		_, err := desktest.LettersOf(t, r, "medical_conclusion", id)
		desktest.WantCode(t, "printed", err, "print.unknown_document")
	})
	t.Run("UA-005 the layout of the card is a line of the file", func(t *testing.T) {
		c, err := registrar.Campaign("zno-2020", nil)
		desktest.Must(err)
		printed := map[string]int{}
		for _, layout := range []string{"statement-card", "form-card"} {
			r := desktest.MustCreateFrom(t, strings.Replace(string(c.Source()), `layout = "statement-card"`, `layout = "`+layout+`"`, 1), atNoonOf(2020, 2, 10))
			id := desktest.MustAdd(t, r, desktest.ZnoValues...)
			var b bytes.Buffer
			if _, err := r.Printing.Draw(&b, ".pdf", printing.Job{Document: printing.Card, Only: []string{id}}); err != nil {
				t.Fatal(err)
			}
			printed[b.String()]++
		}
		if len(printed) != 2 {
			t.Error("the layout changes nothing")
		}
	})
	t.Run("D10 the head is «Директор» unless the school says otherwise", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "marks=exempt", "attestation=")...)
		for title, want := range map[string]string{"": "Директор", "Начальник училища": "Начальник училища"} {
			desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Училище", HeadTitle: title}))
			letter := desktest.SourceOf(r).Letter(r.Campaign().KitDocument("study_certificate").Letter, desktest.MustFind(t, r, id))
			if list := desktest.SourceOf(r).List(desktest.PapersOf(t, r), "", ""); list.HeadTitle != want || letter.HeadTitle != want || r.School().HeadTitle != want {
				t.Errorf("%q: list %q, certificate %q", title, list.HeadTitle, letter.HeadTitle)
			}
		}
	})
}

func TestDataAfterTheCampaign(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	desktest.Attach(t, r, f.a, "face_photo", desktest.Picture(t, 7))
	if _, err := r.Season.Close(desktest.Ctx); err != nil {
		t.Fatal(err)
	}
	t.Run("UA-066 closed, the pictures and then the persons can be erased", func(t *testing.T) {
		if done, err := r.Season.EraseImages(desktest.Ctx, []string{f.a}, "конец кампании"); err != nil || done.Persons != 1 {
			t.Fatalf("%+v, %v", done, err)
		}
		if content, err := r.Form.Attachment(desktest.Ctx, f.a, "face_photo"); err != nil || content != nil {
			t.Errorf("the picture is there: %v", err)
		}
		if done, err := r.Season.Erase(desktest.Ctx, nil, "конец кампании"); err != nil || !done.All || r.Table.Count() != 0 {
			t.Errorf("%+v, %v, %d are left", done, err, r.Table.Count())
		}
	})
}
