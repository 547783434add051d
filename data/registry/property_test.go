package registry_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
)

// editOf draws one edit of a form: a value that fits, one that does not, or none.
func editOf(t *rapid.T, r *registrar.Registrar) registrar.Assign {
	f := rapid.SampledFrom(r.Campaign().AllFields()).Draw(t, "field")
	values := append([]string{""}, drawable(r, f.Code, f.Kind)...)
	return registrar.Assign{Field: f.Code, Value: rapid.SampledFrom(values).Draw(t, "value")}
}

// drawable are values of every kind, right and wrong.
func drawable(r *registrar.Registrar, field, kind string) []string {
	c := r.Campaign()
	var all []string
	switch kind {
	case "date":
		return []string{"5.3.2003", "01.01.2030", "31.02.2003"}
	case "phone":
		return []string{c.Demo.Phone, "12"}
	case "email":
		return []string{"a@b.example", "nowhere"}
	case "sex":
		return []string{"m", "f"}
	case "checkbox":
		return []string{"yes"}
	case "document_kind":
		for i := range c.DocumentKinds {
			all = append(all, c.DocumentKinds[i].Code)
		}
	case "category":
		for i := range c.Categories {
			all = append(all, c.Categories[i].Code)
		}
	case "language":
		all = []string{"ru", "uk", "ky"}
	case "centre":
		all = []string{c.Centres[0].Code}
	case "additional_reason":
		for i := range c.AdditionalReasons {
			all = append(all, c.AdditionalReasons[i].Code)
		}
	case "privileges":
		all = []string{"orphan", "orphan,disabled_child"}
	case "marks":
		for i := range c.Marks {
			all = append(all, c.Marks[i].Code)
		}
	case "conditions":
		all = []string{"0102", "0204", "0205,0206", "0306"}
	case "subjects":
		all = []string{"mathematics", "ukrainian,mathematics,english:profile", "ukrainian,mathematics,german:standard,french",
			"ukrainian,mathematics,history,biology,physics", "mathematics,physics"}
	case "attestation":
		all = []string{"ukrainian,mathematics,english", "ukrainian", "mathematics,physics"}
	case "choice":
		for _, choice := range c.Field(field).Choices {
			all = append(all, choice.Code)
		}
	default:
		all = []string{"Верболоз", "123456", "123456789", "1234567", "КВ", "ID", "63999", "2018", "Асанова O"}
	}
	return all
}

// start is a new graduate, empty or nearly ready, so that «complete» is within reach.
func start(t *rapid.T, r *registrar.Registrar) string {
	values := []string{"surname=Новий"}
	if rapid.Bool().Draw(t, "nearly ready") {
		values = desktest.OrtValues
		if r.Campaign().CardNumber.Used {
			values = desktest.ZnoValues
		}
	}
	id, err := r.Table.Add(desktest.Ctx, desktest.Assigns(values...), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Campaign().AllFields() {
		if f.Kind == "file" && len(values) > 1 {
			if err := r.Form.Attach(desktest.Ctx, id, f.Code, "", desktest.Picture(outer, byte(len(f.Code)))); err != nil {
				t.Fatal(err)
			}
		}
	}
	desktest.LookAt(outer, r, id)
	return id
}

// outer is the test around a property.
var outer *testing.T

// broken restates in plain Go what the sources demand of a complete form; it knows nothing
// of expressions and files.
func broken(r *registrar.Registrar, g *data.Graduate) []string {
	var wrong []string
	must := func(holds bool, what string) {
		if !holds {
			wrong = append(wrong, what)
		}
	}
	must(g.Surname != "" && g.GivenName != "" && g.BirthDate != "" && g.BirthDate < r.Today(), "who")
	if !r.Campaign().CardNumber.Used {
		free := slices.Contains(g.Marks, "no_passport")
		must(g.Get("street") != "" && g.Get("settlement") != "", "KG-044 address")
		must(free || g.Get("passport_front") != "" && g.Get("passport_back") != "", "KG-047 passport")
		must(g.Get("face_photo") != "", "KG-056 face")
		must(g.Current().Language != "", "KG-046 language")
		if g.Get("privileged") != "" {
			for _, code := range g.Current().Privileges {
				must(strings.Contains(g.Get("privilege_documents"), code+":"), "KG-052 "+code)
			}
			must(len(g.Current().Privileges) > 0, "KG-052 privileges")
		}
		must(g.Current().Fact(data.FactFinished, "") != nil, "KG-058 finish")
		return wrong
	}
	return append(wrong, brokenZNO(g)...)
}

func brokenZNO(g *data.Graduate) []string {
	var wrong []string
	must := func(holds bool, what string) {
		if !holds {
			wrong = append(wrong, what)
		}
	}
	subjects, counted := g.Current().Subjects, 0
	for _, s := range subjects {
		if s.Attestation {
			counted++
		}
		language := slices.Contains([]string{"english", "german", "french", "spanish"}, s.Subject)
		must(!s.Attestation || !language || s.Level != "", "UA-038 level")
	}
	must(len(subjects) >= 1 && len(subjects) <= 4, "F-19 number of subjects")
	current := slices.Contains([]string{"school_current", "vocational_current", "higher_current"}, g.Category)
	due := current && !slices.Contains(g.Marks, "exempt") && !slices.Contains(g.Marks, "last_year_retaker")
	must(!due || counted == 3, "F-19 three for the attestation")
	conditions := g.Current().Conditions
	must(len(conditions) == 0 || g.Get("medical_number") != "" && g.Get("medical_date") != "", "UA-042 conclusion")
	must(!slices.Contains(conditions, "0205") || !slices.Contains(conditions, "0206"), "UA-141")
	must(!slices.Contains(conditions, "0306") || slices.Contains(g.Marks, "disability"), "UA-140")
	must(!slices.Contains(conditions, "0204") || g.Current().AdditionalReason != "", "UA-138")
	must(!slices.Contains(g.Marks, "no_ukrainian_address") || g.Get("email") != "" && g.Get("centre") != "", "UA-043")
	must(g.Document.Kind != "birth_certificate" || slices.Contains(g.Marks, "uncontrolled_territory"), "UA-007")
	must(g.Category != "past_years" || g.Get("exam_settlement") != "" && g.Get("education_document") != "", "UA-037, UA-040")
	must(!slices.Contains(g.Marks, "deep_visual_impairment"), "UA-142 nobody has called")
	return wrong
}

// edit does one thing to a form; a refusal is as good as an answer.
func edit(t *rapid.T, r *registrar.Registrar, id string) {
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0:
		_ = r.Form.Finish(desktest.Ctx, id)
	case 1:
		files := []string{"passport_front", "passport_back", "face_photo", "privilege_documents:orphan"}
		_ = r.Form.Attach(desktest.Ctx, id, rapid.SampledFrom(files).Draw(t, "place"), "", desktest.Picture(outer, rapid.Byte().Draw(t, "picture")))
		if rapid.Bool().Draw(t, "looked at") {
			desktest.LookAt(outer, r, id)
		}
	case 2:
		_ = r.Form.Detach(desktest.Ctx, id, rapid.SampledFrom([]string{"passport_front", "face_photo"}).Draw(t, "place"))
	default:
		_, _ = r.Table.Change(desktest.Ctx, id, []registrar.Assign{editOf(t, r)})
	}
}

func TestNoWayToCompleteWithABrokenRule(t *testing.T) {
	outer = t
	for _, campaign := range registrar.Campaigns() {
		t.Run("KG-044 UA-016 "+campaign, func(t *testing.T) {
			r := desktest.MustCreate(t, campaign)
			reached := 0
			rapid.Check(t, func(t *rapid.T) {
				id := start(t, r)
				for range rapid.IntRange(1, 25).Draw(t, "edits") {
					edit(t, r, id)
					row, err := r.Table.Find(id)
					if err != nil {
						t.Fatal(err)
					}
					if row.Status != data.StatusComplete {
						continue
					}
					reached++
					if wrong := broken(r, row.Graduate); len(wrong) > 0 {
						t.Fatalf("complete with %v: %+v", wrong, row.Graduate)
					}
				}
				if err := r.Table.Remove(desktest.Ctx, []string{id}, ""); err != nil {
					t.Fatal(err)
				}
			})
			if reached == 0 {
				t.Error("no form was ever complete: nothing was tested")
			}
		})
	}
}

func TestSavedFormsComeBack(t *testing.T) {
	outer = t
	for _, campaign := range registrar.Campaigns() {
		t.Run("F-07 "+campaign, func(t *testing.T) {
			r := desktest.MustCreate(t, campaign)
			want := map[string]*data.Graduate{}
			rapid.Check(t, func(t *rapid.T) {
				id := start(t, r)
				for range rapid.IntRange(1, 12).Draw(t, "edits") {
					edit(t, r, id)
				}
				if r.Campaign().Has(registrar.CapabilityPayments) {
					number := rapid.StringMatching(`[0-9А-Яа-я/ -]{0,12}`).Draw(t, "number")
					_, _ = r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: number, Amount: rapid.SampledFrom([]string{"370", "0"}).Draw(t, "amount")})
				}
				_ = r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: rapid.String().Draw(t, "note")})
				want[id] = mustFindRapid(t, r, id).Clone()
				if err := r.Table.Remove(desktest.Ctx, []string{id}, ""); err != nil {
					t.Fatal(err)
				}
			})
			content := desktest.MustRead(t, closed(t, r))
			again := openKeyed(t, copyIn(t, content))
			for id, g := range want {
				got := desktest.MustFind(t, again, id).Clone()
				got.Removed = nil
				if d := registry.Difference(g, got); len(d) > 0 {
					t.Errorf("%s came back otherwise: %v", id, d)
				}
			}
			desktest.Sound(t, again)
		})
	}
}

// closed closes a registry and gives its path.
func closed(t *testing.T, r *registrar.Registrar) string {
	t.Helper()
	path := filepath.Clean(r.Path())
	mustClose(t, r)
	return path
}

func mustFindRapid(t *rapid.T, r *registrar.Registrar, id string) *data.Graduate {
	row, err := r.Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return row.Graduate
}
