package form_test

import (
	"slices"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/form"
)

func TestFormSteps(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555123456")
	t.Run("KG-041 what is known is in the form", func(t *testing.T) {
		personal := desktest.Step(t, desktest.MustForm(t, r, id), "personal")
		at := slices.IndexFunc(personal.Fields, func(f form.Field) bool { return f.Code == data.FieldSurname })
		if at < 0 || personal.Fields[at].Value != "Асанова" || !personal.Fields[at].Required {
			t.Errorf("got %+v", personal.Fields)
		}
	})
	t.Run("KG-043 each step has its own findings", func(t *testing.T) {
		f := desktest.MustForm(t, r, id)
		if f.FirstIncomplete() != 0 {
			t.Error("the first step is not complete")
		}
		desktest.Set(t, r, id, "sex=ж", "birth_date=5.3.2003", "document_kind=passport", "document_series=ID", "document_number=1234567")
		f = desktest.MustForm(t, r, id)
		if f.FirstIncomplete() != 1 || desktest.Step(t, f, "personal").Errors != 0 {
			t.Errorf("first incomplete %d", f.FirstIncomplete())
		}
	})
	t.Run("KG-044 settlement and street block their step by name", func(t *testing.T) {
		if got := desktest.Rules(desktest.Step(t, desktest.MustForm(t, r, id), "address").Findings); !slices.Equal(got, []string{"required settlement", "required street"}) {
			t.Errorf("got %v", got)
		}
	})
	t.Run("KG-050 documents are asked for when the switch is on", func(t *testing.T) {
		has := func(code string) bool {
			return slices.ContainsFunc(desktest.Step(t, desktest.MustForm(t, r, id), "passport").Fields, func(f form.Field) bool { return f.Code == code })
		}
		if has("privileges") || has("privilege_documents") {
			t.Error("shown before the switch is on")
		}
		desktest.Set(t, r, id, "privileged=yes")
		if !has("privileges") || !has("privilege_documents") {
			t.Error("not shown")
		}
	})
	t.Run("KG-057 the amount due with its parts", func(t *testing.T) {
		desktest.Set(t, r, id, "subjects=mathematics,english")
		f := desktest.MustForm(t, r, id)
		sum := 0
		for _, p := range f.Parts {
			sum += p.Amount
		}
		if len(f.Parts) != 3 || sum != f.Due || f.Due == 0 || f.Currency != "сом" {
			t.Errorf("parts %v due %d %s", f.Parts, f.Due, f.Currency)
		}
	})
}

func TestFinish(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	t.Run("KG-058 before it the form is a draft", func(t *testing.T) {
		if f := desktest.MustForm(t, r, id); desktest.StatusOf(t, r, id) != data.StatusDraft || f.Finished != nil || f.FirstIncomplete() != len(f.Steps) {
			t.Errorf("status %s", desktest.StatusOf(t, r, id))
		}
	})
	t.Run("KG-056 without a photo of the face it is refused", func(t *testing.T) {
		if err := r.Form.Detach(desktest.Ctx, id, "face_photo"); err != nil {
			t.Fatal(err)
		}
		desktest.WantCode(t, "no photo", r.Form.Finish(desktest.Ctx, id), "form.unfinished")
		desktest.Attach(t, r, id, "face_photo", desktest.Picture(t, 7))
		desktest.LookAt(t, r, id)
	})
	t.Run("KG-058 finished it is complete, once", func(t *testing.T) {
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
		before := desktest.Events(t, r)
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
		if f := desktest.MustForm(t, r, id); desktest.StatusOf(t, r, id) != data.StatusComplete || f.Finished == nil || f.Finished.By == "" || desktest.Events(t, r) != before {
			t.Errorf("status %s, %+v", desktest.StatusOf(t, r, id), f.Finished)
		}
	})
	t.Run("KG-058 finishing goes back as an act, and is done again", func(t *testing.T) {
		back := func(seq int64) int64 {
			made, err := r.Form.UndoAll(desktest.Ctx, seq)
			desktest.Must(err)
			return made
		}
		made := back(lastOf(t, r, registrar.EventChanged).Seq)
		if f := desktest.MustForm(t, r, id); f.Finished != nil {
			t.Errorf("%+v", f.Finished)
		}
		if back(made); desktest.MustForm(t, r, id).Finished == nil {
			t.Error("a draft still")
		}
	})
	t.Run("KG-044 a broken rule makes it a draft again", func(t *testing.T) {
		desktest.Set(t, r, id, "street=")
		if desktest.StatusOf(t, r, id) != data.StatusDraft {
			t.Errorf("status %s", desktest.StatusOf(t, r, id))
		}
		desktest.Set(t, r, id, "street=ул. Манаса")
		if desktest.StatusOf(t, r, id) != data.StatusComplete {
			t.Errorf("status %s", desktest.StatusOf(t, r, id))
		}
	})
	t.Run("KG-058 duplicates that belong to no field refuse it too", func(t *testing.T) {
		desktest.WantCode(t, "unknown", r.Form.Finish(desktest.Ctx, "nobody"), "graduate.unknown")
	})
	desktest.Sound(t, r)
}

func TestPrivilegeDocuments(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.Set(t, r, id, "privileged=yes", "privileges=orphan,disabled_child")
	t.Run("KG-052 the step is blocked for each privilege without a document", func(t *testing.T) {
		desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Picture(t, 11))
		desktest.LookAt(t, r, id)
		if got := desktest.Rules(desktest.Step(t, desktest.MustForm(t, r, id), "passport").Findings); !slices.Equal(got, []string{"privilege_document privilege_documents"}) {
			t.Errorf("got %v", got)
		}
		desktest.WantCode(t, "a document is missing", r.Form.Finish(desktest.Ctx, id), "form.unfinished")
	})
	t.Run("KG-051 several documents of one privilege", func(t *testing.T) {
		desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Picture(t, 13))
		desktest.Attach(t, r, id, "privilege_documents:disabled_child", desktest.Picture(t, 17))
		desktest.LookAt(t, r, id)
		g := desktest.MustFind(t, r, id)
		if files := data.SplitList(g.Get("privilege_documents")); len(files) != 3 {
			t.Errorf("files %v", files)
		}
		if s := desktest.Step(t, desktest.MustForm(t, r, id), "passport"); s.Errors != 0 {
			t.Errorf("findings %v", s.Findings)
		}
		content, err := r.Form.Attachment(desktest.Ctx, id, "privilege_documents:disabled_child")
		if err != nil || string(content) != string(desktest.Picture(t, 17)) {
			t.Errorf("other bytes: %v", err)
		}
	})
	t.Run("KG-053 switched off it does not block, and the drafts stay", func(t *testing.T) {
		desktest.Set(t, r, id, "privileged=")
		f := desktest.MustForm(t, r, id)
		if desktest.Step(t, f, "passport").Errors != 0 || f.Graduate.Get("privilege_documents") == "" {
			t.Errorf("findings %v", desktest.Step(t, f, "passport").Findings)
		}
		desktest.Set(t, r, id, "privileged=yes")
	})
	t.Run("KG-051 one document is taken out, the others stay", func(t *testing.T) {
		first := data.SplitList(desktest.MustFind(t, r, id).Get("privilege_documents"))[0]
		desktest.Must(r.Form.Detach(desktest.Ctx, id, "privilege_documents:"+first))
		if files := data.SplitList(desktest.MustFind(t, r, id).Get("privilege_documents")); len(files) != 2 || slices.Contains(files, first) {
			t.Errorf("files %v", files)
		}
	})
	t.Run("KG-050 only for a privilege that there is", func(t *testing.T) {
		desktest.WantCode(t, "no such", r.Form.Attach(desktest.Ctx, id, "privilege_documents:astronaut", "", desktest.Picture(t, 1)), "attachment.no_field")
		desktest.WantCode(t, "no privilege", r.Form.Attach(desktest.Ctx, id, "privilege_documents", "", desktest.Picture(t, 1)), "attachment.no_field")
	})
	desktest.Sound(t, r)
}

func TestLockedField(t *testing.T) {
	source := desktest.SourceWith(t, "ort-2021", "code = \"registration_end\"\ntitle = \"Окончание регистрации\"\n", "code = \"registration_end\"\ntitle = \"Окончание регистрации\"\non = \"2021-04-15\"\n")
	now := time.Date(2021, 4, 15, 12, 0, 0, 0, time.UTC)
	r := desktest.MustCreateFrom(t, source, func() time.Time { return now })
	id := desktest.CompleteORT(t, r)
	t.Run("KG-054 on the last day a privilege is added", func(t *testing.T) {
		desktest.Set(t, r, id, "privileged=yes", "privileges=orphan")
	})
	before := desktest.Events(t, r)
	desktest.Set(t, r, id, "privileges=")
	t.Run("KG-054 after it the field is locked, the others are not", func(t *testing.T) {
		now = now.AddDate(0, 0, 1)
		for _, v := range []string{"privileged=", "privileges=disabled_child"} {
			_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(v))
			desktest.WantCode(t, v, err, "value.locked")
		}
		desktest.WantCode(t, "a document", r.Form.Attach(desktest.Ctx, id, "privilege_documents:orphan", "", desktest.Picture(t, 1)), "value.locked")
		desktest.Set(t, r, id, "street=ул. Мира")
		locked := map[string]bool{}
		for _, f := range desktest.Step(t, desktest.MustForm(t, r, id), "passport").Fields {
			locked[f.Code] = f.Locked
		}
		if !locked["privileged"] || !locked["privileges"] || !locked["privilege_documents"] || locked["passport_front"] {
			t.Errorf("locked %v", locked)
		}
	})
	t.Run("KG-054 nobody is added with it, and no earlier state brings it back", func(t *testing.T) {
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Бекова", "phone=0555998877", "privileged=yes"), false)
		desktest.WantCode(t, "added", err, "value.locked")
		for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id}) {
			if slices.ContainsFunc(e.Changes, func(c registrar.FieldChange) bool { return c.Field == "privileges" }) {
				_, err := r.Form.Undo(desktest.Ctx, id, e.Seq, []string{"privileges"})
				desktest.WantCode(t, "undone", err, "graduate.same_state")
			}
		}
		desktest.Must(desktest.BringBack(r, id, int64(before)+1))
		if g := desktest.MustFind(t, r, id); g.Get("privileges") != "" || g.Get("street") == "ул. Мира" {
			t.Errorf("privileges %q, street %q", g.Get("privileges"), g.Get("street"))
		}
	})
}

func TestConditionsSetTheReason(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Верболоз", "given_name=Марія")
	t.Run("UA-113 0204 sets the reason, and says so", func(t *testing.T) {
		warnings, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("conditions=0102,0204"))
		if err != nil || len(warnings) != 1 || warnings[0].Rule != "reason_set" || warnings[0].Args["value"] == "" {
			t.Errorf("%v, %v", warnings, err)
		}
		if g := desktest.MustFind(t, r, id); g.Current().AdditionalReason != "conditions" {
			t.Errorf("reason %q", g.Current().AdditionalReason)
		}
	})
	t.Run("UA-113 a reason that somebody gave stays", func(t *testing.T) {
		desktest.Set(t, r, id, "conditions=")
		desktest.Set(t, r, id, "additional_reason=abroad")
		desktest.Set(t, r, id, "conditions=0205")
		if g := desktest.MustFind(t, r, id); g.Current().AdditionalReason != "abroad" {
			t.Errorf("reason %q", g.Current().AdditionalReason)
		}
	})
	t.Run("UA-112 two subjects on one day propose reason 3", func(t *testing.T) {
		desktest.Set(t, r, id, "conditions=", "additional_reason=", "subjects=ukrainian,mathematics,german:profile,french")
		found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		at := slices.IndexFunc(found, func(f registrar.Finding) bool { return f.Rule == "subject_clash" })
		if at < 0 || found[at].Proposal == nil || found[at].Proposal.Value != "clash" {
			t.Fatalf("found %+v", found)
		}
		desktest.Set(t, r, id, found[at].Proposal.Field+"="+found[at].Proposal.Value)
		found, err = r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		if slices.Contains(desktest.Rules(found), "subject_clash additional_reason") {
			t.Error("still found")
		}
	})
	t.Run("UA-008 a settlement of the decree proposes the mark", func(t *testing.T) {
		desktest.Set(t, r, id, "settlement=м. Горлівка")
		found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		at := slices.IndexFunc(found, func(f registrar.Finding) bool { return f.Rule == "settlement_listed" })
		if at < 0 || found[at].Proposal == nil || found[at].Source == "" {
			t.Fatalf("found %+v", found)
		}
		desktest.Set(t, r, id, found[at].Proposal.Field+"="+found[at].Proposal.Value)
		if g := desktest.MustFind(t, r, id); !slices.Contains(g.Marks, "uncontrolled_territory") {
			t.Errorf("marks %v", g.Marks)
		}
	})
}
