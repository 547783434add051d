package registry_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/vault"
)

func TestChangedSinceEntered(t *testing.T) {
	for campaign, field := range map[string]string{"ort-2021": "house", "zno-2020": "region"} {
		r := desktest.MustCreate(t, campaign)
		id := desktest.MustAdd(t, r, "surname=Асанова", "phone=+996555123456", field+"=5")
		changed := func() bool { return slices.Contains(desktest.FoundFor(t, r, id), "changed_since_entered "+field) }
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
		t.Run("KG-001 UA-027 what is changed after it was entered at the site is found, in "+campaign, func(t *testing.T) {
			if changed() {
				t.Error("found before it was changed")
			}
			for _, value := range []string{"7", ""} {
				desktest.Set(t, r, id, field+"="+value)
				if !changed() {
					t.Errorf("%q is not found", value)
				}
			}
			desktest.Set(t, r, id, field+"=5")
			if changed() {
				t.Error("found although it is as it was")
			}
		})
		t.Run("KG-001 UA-027 entered once more settles it, in "+campaign, func(t *testing.T) {
			desktest.Set(t, r, id, field+"=7")
			desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
			if changed() {
				t.Error("still found")
			}
		})
	}
}

func TestEachRuleAsksForItsCall(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "document_kind=birth_certificate")
	desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "Центр: примут свидетельство"}))
	t.Run("KG-042 a call settles what asked for it then, and nothing later", func(t *testing.T) {
		if slices.Contains(desktest.FoundFor(t, r, id), "not_a_passport document_kind") {
			t.Error("the centre was asked and the rule still asks")
		}
		desktest.Set(t, r, id, "marks=no_passport")
		if !slices.Contains(desktest.FoundFor(t, r, id), "no_passport marks") {
			t.Error("an earlier call settles what nobody had asked about")
		}
	})
}

func TestRecord(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Верболоз", "given_name=Марія")
	second := desktest.MustAdd(t, r, "surname=Коваль", "given_name=Олег")
	desktest.Set(t, r, id, "marks=deep_visual_impairment")
	t.Run("UA-142 deep visual impairment blocks until the centre was called", func(t *testing.T) {
		if !slices.Contains(desktest.FoundFor(t, r, id), "separate_route marks") {
			t.Fatal("not found")
		}
		desktest.WantCode(t, "with whom", r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled}), "fact.no_person")
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, On: "2020-02-07", Note: "Петренко: окремий порядок"}))
		if slices.Contains(desktest.FoundFor(t, r, id), "separate_route marks") {
			t.Error("still found")
		}
		if f := desktest.MustForm(t, r, id); f.Route != "Окремий порядок після телефонної консультації з регіональним центром" {
			t.Errorf("route %q", f.Route)
		}
	})
	t.Run("UA-142 every call is kept", func(t *testing.T) {
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "ще раз"}))
		facts := desktest.MustFind(t, r, id).Current().Facts
		if len(facts) != 2 || facts[0].Of != "1" || facts[1].Of != "2" || facts[0].By == "" || facts[0].On != "2020-02-07" {
			t.Errorf("facts %+v", facts)
		}
	})
	t.Run("UA-067 a doubt is confirmed by hand with day and name", func(t *testing.T) {
		desktest.Set(t, r, id, "marks=must_come_in_person")
		if !slices.Contains(desktest.FoundFor(t, r, id), "in_person marks") {
			t.Fatal("not found")
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "in_person"}))
		if slices.Contains(desktest.FoundFor(t, r, id), "in_person marks") {
			t.Error("still found")
		}
		desktest.Must(r.Table.TakeBack(desktest.Ctx, id, data.FactConfirmed, "in_person"))
		if !slices.Contains(desktest.FoundFor(t, r, id), "in_person marks") {
			t.Error("not found after it was taken back")
		}
		desktest.WantCode(t, "twice", r.Table.TakeBack(desktest.Ctx, id, data.FactConfirmed, "in_person"), "fact.none")
	})
	t.Run("KG-001 entered at the centre's site, for several, all or none", func(t *testing.T) {
		desktest.WantCode(t, "unknown", r.Table.Record(desktest.Ctx, []string{id, "nobody"}, data.Fact{Kind: data.FactEntered}), "graduate.unknown")
		desktest.WantCode(t, "tomorrow", r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactEntered, On: "2099-01-01"}), "fact.future_day")
		desktest.WantCode(t, "a verdict", r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: "registered"}), "fact.unknown")
		if desktest.MustFind(t, r, id).Current().Fact(data.FactEntered, "") != nil {
			t.Error("one of two was noted")
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id, second}, data.Fact{Kind: data.FactEntered}))
		if f := desktest.MustFind(t, r, second).Current().Fact(data.FactEntered, ""); f == nil || f.On != r.Today() || f.By == "" {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("F-05 facts are in the history and survive a restart", func(t *testing.T) {
		path := r.Path()
		want := desktest.MustFind(t, r, id).Current().Facts
		mustClose(t, r)
		again := openKeyed(t, path)
		if got := desktest.MustFind(t, again, id).Current().Facts; !slices.Equal(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		desktest.Sound(t, again)
	})
}

func TestGraduateFinishesAndPays(t *testing.T) {
	f := withAccesses()
	home := filepath.Join(t.TempDir(), "home.graduand")
	r := openKeyed(t, copyIn(t, f.content))
	desktest.Must(r.Access.TakeHome(desktest.Ctx, f.a, home))
	own := mustSignIn(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon())
	for _, v := range desktest.OrtValues[4:] {
		desktest.Set(t, own, f.a, v)
	}
	desktest.Set(t, own, f.a, "document_number=7654329")
	desktest.Attach(t, own, f.a, "passport_front", desktest.CardFront())
	desktest.Attach(t, own, f.a, "passport_back", desktest.CardBack())
	desktest.Attach(t, own, f.a, "face_photo", desktest.GoodPortrait())
	desktest.Set(t, own, f.a, "privileged=yes", "privileges=orphan")
	desktest.Attach(t, own, f.a, "privilege_documents:orphan", desktest.Paper(11))
	if _, err := own.Payment.Add(desktest.Ctx, f.a, payment.Receipt{Number: "77", Amount: "370", Picture: desktest.Picture(t, 19)}); err != nil {
		t.Fatal(err)
	}
	wrong, _ := desktest.Pay(t, own, f.a, "78", "740")
	desktest.Must(own.Payment.Cancel(desktest.Ctx, f.a, wrong, "не тот номер"))
	desktest.Must(own.Form.Finish(desktest.Ctx, f.a))
	desktest.WantCode(t, "verdict", own.Payment.Judge(desktest.Ctx, f.a, wrong, "accepted", "", ""), "account.not_allowed")
	mustClose(t, own)
	t.Run("KG-069 photos, privileges, receipts and the finish come back", func(t *testing.T) {
		read, err := r.Access.ReadHome(desktest.Ctx, home)
		desktest.Must(err)
		done, err := r.Access.TakeIn(desktest.Ctx, read, nil)
		if err != nil || len(done.Refused) > 0 {
			t.Fatalf("took in %+v, %v", done.Refused, err)
		}
		g := desktest.MustFind(t, r, f.a)
		for _, a := range r.Campaign().Attached(g) {
			if f := r.Campaign().Field(a.Field); f != nil && !r.Campaign().IsJudged(f, g, a.ID) {
				t.Errorf("KG-019 nobody has judged %s", a.Field)
			}
		}
		payments := g.Current().Payments
		if len(payments) != 2 || payments[0].Number != "77" || payments[1].Cancelled == nil {
			t.Fatalf("payments %+v", payments)
		}
		content, err := r.Form.Attachment(desktest.Ctx, f.a, data.PaymentField(payments[0].ID))
		if err != nil || string(content) != string(desktest.Picture(t, 19)) {
			t.Errorf("the receipt: %v", err)
		}
		if form := desktest.MustForm(t, r, f.a); form.Finished == nil || desktest.StatusOf(t, r, f.a) != data.StatusComplete {
			t.Errorf("status %s, %v", desktest.StatusOf(t, r, f.a), form.Steps)
		}
		desktest.Sound(t, r)
	})
	t.Run("KG-065 a graduate's verdict is not taken over", func(t *testing.T) {
		g := desktest.MustFind(t, r, f.a).Clone()
		p := g.Current().Payments[0]
		p.Verdict = &data.Fact{Kind: "accepted"}
		other := p
		other.ID = "new"
		other.Number, other.File = "80", strings.Repeat("0f", vault.FingerprintSize)
		desktest.Must(r.TakeRecord(g, data.PaymentField("new"), jsonOf(t, other), other.File))
		if all := g.Current().Payments; len(all) != 3 || all[2].Verdict != nil || all[2].Number != "80" {
			t.Errorf("a verdict came with a new receipt: %+v", all)
		}
		desktest.WantCode(t, "alter", r.TakeRecord(g, data.PaymentField(p.ID), jsonOf(t, p)), "account.not_your_field")
		desktest.WantCode(t, "a call", r.TakeRecord(g, "fact.called.1", `{"on":"2021-01-01"}`), "account.not_your_field")
		other.File = strings.Repeat("ab", vault.FingerprintSize)
		desktest.WantCode(t, "no file", r.TakeRecord(g, data.PaymentField("more"), jsonOf(t, other)), "attachment.gone")
	})
}

func jsonOf(t testing.TB, p data.Payment) string {
	t.Helper()
	g := &data.Graduate{}
	g.SetPayment(p)
	return g.Get(data.PaymentField(p.ID))
}
