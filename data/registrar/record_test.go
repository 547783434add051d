package registrar

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"graduand/data"
)

// mustCreateFrom makes a registry of a campaign file under a clock.
func mustCreateFrom(t testing.TB, source string, now func() time.Time) *Registrar {
	t.Helper()
	c, err := Campaign("", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	o := testOptions()
	o.Now = now
	r, err := Create(ctx, filepath.Join(t.TempDir(), "school.graduand"), c, data.School{Name: "Школа"}, Founder{Name: "tester"}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func listFiles(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(err)
	var names []string
	for _, e := range entries {
		names = append(names, filepath.Join(folder, e.Name()))
	}
	return names
}

func foundFor(t testing.TB, r *Registrar, id string) []string {
	t.Helper()
	found, err := r.Check(Filter{Only: []string{id}})
	must(err)
	return rules(found)
}

func TestChangedSinceEntered(t *testing.T) {
	for campaign, field := range map[string]string{"ort-2021": "house", "zno-2020": "region"} {
		r := mustCreate(t, campaign)
		id := mustAdd(t, r, "surname=Асанова", "phone=+996555123456", field+"=5")
		changed := func() bool { return slices.Contains(foundFor(t, r, id), "changed_since_entered "+field) }
		must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
		t.Run("KG-001 UA-027 what is changed after it was entered at the site is found, in "+campaign, func(t *testing.T) {
			if changed() {
				t.Error("found before it was changed")
			}
			for _, value := range []string{"7", ""} {
				set(t, r, id, field+"="+value)
				if !changed() {
					t.Errorf("%q is not found", value)
				}
			}
			set(t, r, id, field+"=5")
			if changed() {
				t.Error("found although it is as it was")
			}
		})
		t.Run("KG-001 UA-027 entered once more settles it, in "+campaign, func(t *testing.T) {
			set(t, r, id, field+"=7")
			must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
			if changed() {
				t.Error("still found")
			}
		})
	}
}

func TestEachRuleAsksForItsCall(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанова", "phone=0555123456", "document_kind=birth_certificate")
	must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "Центр: примут свидетельство"}))
	t.Run("KG-042 a call settles what asked for it then, and nothing later", func(t *testing.T) {
		if slices.Contains(foundFor(t, r, id), "not_a_passport document_kind") {
			t.Error("the centre was asked and the rule still asks")
		}
		set(t, r, id, "marks=no_passport")
		if !slices.Contains(foundFor(t, r, id), "no_passport marks") {
			t.Error("an earlier call settles what nobody had asked about")
		}
	})
}

func TestRecord(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Верболоз", "given_name=Марія")
	second := mustAdd(t, r, "surname=Коваль", "given_name=Олег")
	set(t, r, id, "marks=deep_visual_impairment")
	t.Run("UA-142 deep visual impairment blocks until the centre was called", func(t *testing.T) {
		if !slices.Contains(foundFor(t, r, id), "separate_route marks") {
			t.Fatal("not found")
		}
		wantCode(t, "with whom", r.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled}), "fact.no_person")
		must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled, On: "2020-02-07", Note: "Петренко: окремий порядок"}))
		if slices.Contains(foundFor(t, r, id), "separate_route marks") {
			t.Error("still found")
		}
		if f := mustForm(t, r, id); f.Route != "Окремий порядок після телефонної консультації з регіональним центром" {
			t.Errorf("route %q", f.Route)
		}
	})
	t.Run("UA-142 every call is kept", func(t *testing.T) {
		must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "ще раз"}))
		facts := mustFind(t, r, id).Current().Facts
		if len(facts) != 2 || facts[0].Of != "1" || facts[1].Of != "2" || facts[0].By == "" || facts[0].On != "2020-02-07" {
			t.Errorf("facts %+v", facts)
		}
	})
	t.Run("UA-067 a doubt is confirmed by hand with day and name", func(t *testing.T) {
		set(t, r, id, "marks=must_come_in_person")
		if !slices.Contains(foundFor(t, r, id), "in_person marks") {
			t.Fatal("not found")
		}
		must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "in_person"}))
		if slices.Contains(foundFor(t, r, id), "in_person marks") {
			t.Error("still found")
		}
		must(r.TakeBack(ctx, id, data.FactConfirmed, "in_person"))
		if !slices.Contains(foundFor(t, r, id), "in_person marks") {
			t.Error("not found after it was taken back")
		}
		wantCode(t, "twice", r.TakeBack(ctx, id, data.FactConfirmed, "in_person"), "fact.none")
	})
	t.Run("KG-001 entered at the centre's site, for several, all or none", func(t *testing.T) {
		wantCode(t, "unknown", r.Record(ctx, []string{id, "nobody"}, data.Fact{Kind: data.FactEntered}), "graduate.unknown")
		wantCode(t, "tomorrow", r.Record(ctx, []string{id}, data.Fact{Kind: data.FactEntered, On: "2099-01-01"}), "fact.future_day")
		wantCode(t, "a verdict", r.Record(ctx, []string{id}, data.Fact{Kind: "registered"}), "fact.unknown")
		if mustFind(t, r, id).Current().Fact(data.FactEntered, "") != nil {
			t.Error("one of two was noted")
		}
		must(r.Record(ctx, []string{id, second}, data.Fact{Kind: data.FactEntered}))
		if f := mustFind(t, r, second).Current().Fact(data.FactEntered, ""); f == nil || f.On != r.Today() || f.By == "" {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("F-05 facts are in the history and survive a restart", func(t *testing.T) {
		path := r.Path()
		want := mustFind(t, r, id).Current().Facts
		mustClose(t, r)
		again := openKeyed(t, path)
		if got := mustFind(t, again, id).Current().Facts; !slices.Equal(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		sound(t, again)
	})
}

func TestGraduateFinishesAndPays(t *testing.T) {
	f := withAccesses()
	home := filepath.Join(t.TempDir(), "home.graduand")
	r := openKeyed(t, copyIn(t, f.content))
	must(r.TakeHome(ctx, f.a, home))
	own := mustSignIn(t, home, SignIn{phoneA, f.passwordA}, atNoon())
	for _, v := range ortValues[4:] {
		set(t, own, f.a, v)
	}
	set(t, own, f.a, "document_number=7654329")
	attach(t, own, f.a, "passport_front", picture(t, 3))
	attach(t, own, f.a, "passport_back", picture(t, 5))
	attach(t, own, f.a, "face_photo", picture(t, 7))
	set(t, own, f.a, "privileged=yes", "privileges=orphan")
	attach(t, own, f.a, "privilege_documents:orphan", picture(t, 11))
	if _, err := own.AddPayment(ctx, f.a, Receipt{Number: "77", Amount: "370", Picture: picture(t, 19)}); err != nil {
		t.Fatal(err)
	}
	wrong, _ := pay(t, own, f.a, "78", "740")
	must(own.CancelPayment(ctx, f.a, wrong, "не тот номер"))
	must(own.Finish(ctx, f.a))
	wantCode(t, "verdict", own.JudgePayment(ctx, f.a, wrong, "accepted", "", ""), "account.not_allowed")
	mustClose(t, own)
	t.Run("KG-069 photos, privileges, receipts and the finish come back", func(t *testing.T) {
		read, err := r.ReadHome(ctx, home)
		must(err)
		done, err := r.TakeIn(ctx, read, nil)
		if err != nil || len(done.Refused) > 0 {
			t.Fatalf("took in %+v, %v", done.Refused, err)
		}
		g := mustFind(t, r, f.a)
		payments := g.Current().Payments
		if len(payments) != 2 || payments[0].Number != "77" || payments[1].Cancelled == nil {
			t.Fatalf("payments %+v", payments)
		}
		content, err := r.Attachment(ctx, f.a, data.PaymentField(payments[0].ID))
		if err != nil || string(content) != string(picture(t, 19)) {
			t.Errorf("the receipt: %v", err)
		}
		if form := mustForm(t, r, f.a); form.Finished == nil || form.Status != data.StatusComplete {
			t.Errorf("status %s, %v", form.Status, form.Steps)
		}
		sound(t, r)
	})
	t.Run("KG-065 a graduate's verdict is not taken over", func(t *testing.T) {
		g := mustFind(t, r, f.a).Clone()
		p := g.Current().Payments[0]
		p.Verdict = &data.Fact{Kind: "accepted"}
		other := p
		other.ID = "new"
		must(r.assignRecord(g, data.PaymentField("new"), jsonOf(t, other), map[string]bool{p.File: true}))
		if g.Current().Payment("new").Verdict != nil {
			t.Error("a verdict came with a new receipt")
		}
		wantCode(t, "alter", r.assignRecord(g, data.PaymentField(p.ID), jsonOf(t, p), nil), "account.not_your_field")
		wantCode(t, "a call", r.assignRecord(g, "fact.called.1", `{"on":"2021-01-01"}`, nil), "account.not_your_field")
		wantCode(t, "no file", r.assignRecord(g, data.PaymentField("more"), jsonOf(t, other), nil), "attachment.gone")
	})
}

func jsonOf(t testing.TB, p data.Payment) string {
	t.Helper()
	g := &data.Graduate{}
	g.SetPayment(p)
	return g.Get(data.PaymentField(p.ID))
}
