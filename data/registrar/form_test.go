package registrar

import (
	"slices"
	"testing"
	"time"

	"graduand/data"
)

// ortValues fill the typed part of the Kyrgyz form; the files are attached apart.
var ortValues = []string{"surname=Асанова", "given_name=Айгуль", "patronymic=Нурлановна", "phone=0555123456", "sex=ж",
	"birth_date=5.3.2003", "document_kind=passport", "document_series=ID", "document_number=1234567",
	"settlement=село Жаңы-Үмүт", "street=ул. Манаса", "language=ru", "subjects=mathematics,english"}

// completeORT is a graduate with nothing missing but the finish.
func completeORT(t testing.TB, r *Registrar) string {
	t.Helper()
	id := mustAdd(t, r, ortValues...)
	attach(t, r, id, "passport_front", picture(t, 3))
	attach(t, r, id, "passport_back", picture(t, 5))
	attach(t, r, id, "face_photo", picture(t, 7))
	return id
}

func mustForm(t testing.TB, r *Registrar, id string) Form {
	t.Helper()
	f, err := r.Form(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func step(t testing.TB, f Form, code string) FormStep {
	t.Helper()
	for _, s := range f.Steps {
		if s.Code == code {
			return s
		}
	}
	t.Fatalf("no step %s", code)
	return FormStep{}
}

func rules(findings []Finding) []string {
	var found []string
	for _, f := range findings {
		found = append(found, f.Rule+" "+f.Field)
	}
	return found
}

func TestFormSteps(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555123456")
	t.Run("KG-041 what is known is in the form", func(t *testing.T) {
		personal := step(t, mustForm(t, r, id), "personal")
		at := slices.IndexFunc(personal.Fields, func(f FormField) bool { return f.Code == data.FieldSurname })
		if at < 0 || personal.Fields[at].Value != "Асанова" || !personal.Fields[at].Required {
			t.Errorf("got %+v", personal.Fields)
		}
	})
	t.Run("KG-043 each step has its own findings", func(t *testing.T) {
		f := mustForm(t, r, id)
		if f.FirstIncomplete() != 0 {
			t.Error("the first step is not complete")
		}
		set(t, r, id, "sex=ж", "birth_date=5.3.2003", "document_kind=passport", "document_series=ID", "document_number=1234567")
		f = mustForm(t, r, id)
		if f.FirstIncomplete() != 1 || step(t, f, "personal").Errors != 0 {
			t.Errorf("first incomplete %d", f.FirstIncomplete())
		}
	})
	t.Run("KG-044 settlement and street block their step by name", func(t *testing.T) {
		if got := rules(step(t, mustForm(t, r, id), "address").Findings); !slices.Equal(got, []string{"required settlement", "required street"}) {
			t.Errorf("got %v", got)
		}
	})
	t.Run("KG-050 documents are asked for when the switch is on", func(t *testing.T) {
		has := func(code string) bool {
			return slices.ContainsFunc(step(t, mustForm(t, r, id), "passport").Fields, func(f FormField) bool { return f.Code == code })
		}
		if has("privileges") || has("privilege_documents") {
			t.Error("shown before the switch is on")
		}
		set(t, r, id, "privileged=yes")
		if !has("privileges") || !has("privilege_documents") {
			t.Error("not shown")
		}
	})
	t.Run("KG-057 the amount due with its parts", func(t *testing.T) {
		set(t, r, id, "subjects=mathematics,english")
		f := mustForm(t, r, id)
		sum := 0
		for _, p := range f.Parts {
			sum += p.Amount
		}
		if len(f.Parts) != 3 || sum != f.Due || f.Due == 0 || f.Currency != "сом" {
			t.Errorf("parts %v due %d %s", f.Parts, f.Due, f.Currency)
		}
	})
}

func set(t testing.TB, r *Registrar, id string, values ...string) {
	t.Helper()
	if _, err := r.Change(ctx, id, assigns(values...)); err != nil {
		t.Fatalf("change %v: %v", values, err)
	}
}

func TestFinish(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := completeORT(t, r)
	t.Run("KG-058 before it the form is a draft", func(t *testing.T) {
		if f := mustForm(t, r, id); f.Status != data.StatusDraft || f.Finished != nil || f.FirstIncomplete() != len(f.Steps) {
			t.Errorf("status %s", f.Status)
		}
	})
	t.Run("KG-056 without a photo of the face it is refused", func(t *testing.T) {
		if err := r.Detach(ctx, id, "face_photo"); err != nil {
			t.Fatal(err)
		}
		wantCode(t, "no photo", r.Finish(ctx, id), "form.unfinished")
		attach(t, r, id, "face_photo", picture(t, 7))
	})
	t.Run("KG-058 finished it is complete, once", func(t *testing.T) {
		must(r.Finish(ctx, id))
		before := r.head
		must(r.Finish(ctx, id))
		if f := mustForm(t, r, id); f.Status != data.StatusComplete || f.Finished == nil || f.Finished.By == "" || r.head != before {
			t.Errorf("status %s, %+v", f.Status, f.Finished)
		}
	})
	t.Run("KG-044 a broken rule makes it a draft again", func(t *testing.T) {
		set(t, r, id, "street=")
		if f := mustForm(t, r, id); f.Status != data.StatusDraft {
			t.Errorf("status %s", f.Status)
		}
		set(t, r, id, "street=ул. Манаса")
		if f := mustForm(t, r, id); f.Status != data.StatusComplete {
			t.Errorf("status %s", f.Status)
		}
	})
	t.Run("KG-058 duplicates that belong to no field refuse it too", func(t *testing.T) {
		wantCode(t, "unknown", r.Finish(ctx, "nobody"), "graduate.unknown")
	})
	sound(t, r)
}

func TestPrivilegeDocuments(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := completeORT(t, r)
	set(t, r, id, "privileged=yes", "privileges=orphan,disabled_child")
	t.Run("KG-052 the step is blocked for each privilege without a document", func(t *testing.T) {
		attach(t, r, id, "privilege_documents:orphan", picture(t, 11))
		if got := rules(step(t, mustForm(t, r, id), "passport").Findings); !slices.Equal(got, []string{"privilege_document privilege_documents"}) {
			t.Errorf("got %v", got)
		}
		wantCode(t, "a document is missing", r.Finish(ctx, id), "form.unfinished")
	})
	t.Run("KG-051 several documents of one privilege", func(t *testing.T) {
		attach(t, r, id, "privilege_documents:orphan", picture(t, 13))
		attach(t, r, id, "privilege_documents:disabled_child", picture(t, 17))
		g := mustFind(t, r, id)
		if files := data.SplitList(g.Get("privilege_documents")); len(files) != 3 {
			t.Errorf("files %v", files)
		}
		if s := step(t, mustForm(t, r, id), "passport"); s.Errors != 0 {
			t.Errorf("findings %v", s.Findings)
		}
		content, err := r.Attachment(ctx, id, "privilege_documents:disabled_child")
		if err != nil || string(content) != string(picture(t, 17)) {
			t.Errorf("other bytes: %v", err)
		}
	})
	t.Run("KG-053 switched off it does not block, and the drafts stay", func(t *testing.T) {
		set(t, r, id, "privileged=")
		f := mustForm(t, r, id)
		if step(t, f, "passport").Errors != 0 || f.Graduate.Get("privilege_documents") == "" {
			t.Errorf("findings %v", step(t, f, "passport").Findings)
		}
		set(t, r, id, "privileged=yes")
	})
	t.Run("KG-051 one document is taken out, the others stay", func(t *testing.T) {
		first := data.SplitList(mustFind(t, r, id).Get("privilege_documents"))[0]
		must(r.Detach(ctx, id, "privilege_documents:"+first))
		if files := data.SplitList(mustFind(t, r, id).Get("privilege_documents")); len(files) != 2 || slices.Contains(files, first) {
			t.Errorf("files %v", files)
		}
	})
	t.Run("KG-050 only for a privilege that there is", func(t *testing.T) {
		wantCode(t, "no such", r.Attach(ctx, id, "privilege_documents:astronaut", smallPicture), "attachment.no_field")
		wantCode(t, "no privilege", r.Attach(ctx, id, "privilege_documents", smallPicture), "attachment.no_field")
	})
	sound(t, r)
}

func TestLockedField(t *testing.T) {
	source := ortSource(t, "code = \"registration_end\"\ntitle = \"Окончание регистрации\"\n", "code = \"registration_end\"\ntitle = \"Окончание регистрации\"\non = \"2021-04-15\"\n")
	now := time.Date(2021, 4, 15, 12, 0, 0, 0, time.UTC)
	r := mustCreateFrom(t, source, func() time.Time { return now })
	id := completeORT(t, r)
	t.Run("KG-054 on the last day a privilege is added", func(t *testing.T) {
		set(t, r, id, "privileged=yes", "privileges=orphan")
	})
	before := r.head.Seq
	set(t, r, id, "privileges=")
	t.Run("KG-054 after it the field is locked, the others are not", func(t *testing.T) {
		now = now.AddDate(0, 0, 1)
		for _, v := range []string{"privileged=", "privileges=disabled_child"} {
			_, err := r.Change(ctx, id, assigns(v))
			wantCode(t, v, err, "value.locked")
		}
		wantCode(t, "a document", r.Attach(ctx, id, "privilege_documents:orphan", smallPicture), "value.locked")
		set(t, r, id, "street=ул. Мира")
		locked := map[string]bool{}
		for _, f := range step(t, mustForm(t, r, id), "passport").Fields {
			locked[f.Code] = f.Locked
		}
		if !locked["privileged"] || !locked["privileges"] || !locked["privilege_documents"] || locked["passport_front"] {
			t.Errorf("locked %v", locked)
		}
	})
	t.Run("KG-054 nobody is added with it, and no earlier state brings it back", func(t *testing.T) {
		_, err := r.Add(ctx, assigns("surname=Бекова", "phone=0555998877", "privileged=yes"), false)
		wantCode(t, "added", err, "value.locked")
		must(r.BringBack(ctx, id, before))
		if g := mustFind(t, r, id); g.Get("privileges") != "" || g.Get("street") == "ул. Мира" {
			t.Errorf("privileges %q, street %q", g.Get("privileges"), g.Get("street"))
		}
	})
}

func TestStarsOnlyWhereTheFormIsNotCompleteWithout(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока")
	starred := func() (all []string) {
		for _, f := range step(t, mustForm(t, r, id), "person").Fields {
			if f.Required {
				all = append(all, f.Code)
			}
		}
		return all
	}
	t.Run("UA-027 with the centre's own card only the surname must be known", func(t *testing.T) {
		if have := starred(); !slices.Contains(have, "birth_date") {
			t.Errorf("without a card %v", have)
		}
		set(t, r, id, "card_number=1234567")
		if have := starred(); !slices.Equal(have, []string{"surname"}) {
			t.Errorf("with it %v", have)
		}
	})
}

func TestConditionsSetTheReason(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Верболоз", "given_name=Марія")
	t.Run("UA-113 0204 sets the reason, and says so", func(t *testing.T) {
		warnings, err := r.Change(ctx, id, assigns("conditions=0102,0204"))
		if err != nil || len(warnings) != 1 || warnings[0].Rule != "reason_set" || warnings[0].Args["value"] == "" {
			t.Errorf("%v, %v", warnings, err)
		}
		if g := mustFind(t, r, id); g.Current().AdditionalReason != "conditions" {
			t.Errorf("reason %q", g.Current().AdditionalReason)
		}
	})
	t.Run("UA-113 a reason that somebody gave stays", func(t *testing.T) {
		set(t, r, id, "conditions=")
		set(t, r, id, "additional_reason=abroad")
		set(t, r, id, "conditions=0205")
		if g := mustFind(t, r, id); g.Current().AdditionalReason != "abroad" {
			t.Errorf("reason %q", g.Current().AdditionalReason)
		}
	})
	t.Run("UA-112 two subjects on one day propose reason 3", func(t *testing.T) {
		set(t, r, id, "conditions=", "additional_reason=", "subjects=ukrainian,mathematics,german:profile,french")
		found, err := r.Check(Filter{Only: []string{id}})
		must(err)
		at := slices.IndexFunc(found, func(f Finding) bool { return f.Rule == "subject_clash" })
		if at < 0 || found[at].Proposal == nil || found[at].Proposal.Value != "clash" {
			t.Fatalf("found %+v", found)
		}
		set(t, r, id, found[at].Proposal.Field+"="+found[at].Proposal.Value)
		found, err = r.Check(Filter{Only: []string{id}})
		must(err)
		if slices.Contains(rules(found), "subject_clash additional_reason") {
			t.Error("still found")
		}
	})
	t.Run("UA-008 a settlement of the decree proposes the mark", func(t *testing.T) {
		set(t, r, id, "settlement=м. Горлівка")
		found, err := r.Check(Filter{Only: []string{id}})
		must(err)
		at := slices.IndexFunc(found, func(f Finding) bool { return f.Rule == "settlement_listed" })
		if at < 0 || found[at].Proposal == nil || found[at].Source == "" {
			t.Fatalf("found %+v", found)
		}
		set(t, r, id, found[at].Proposal.Field+"="+found[at].Proposal.Value)
		if g := mustFind(t, r, id); !slices.Contains(g.Marks, "uncontrolled_territory") {
			t.Errorf("marks %v", g.Marks)
		}
	})
}
