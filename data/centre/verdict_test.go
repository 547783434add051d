package centre_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/exchange"
)

func TestVerdicts(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	s := c.enrol("a")
	if err := c.Cards(t.Context(), []string{"1000001", "1000002", "1000003"}, "24.02.2020"); err != nil {
		t.Fatal(err)
	}
	wrong := func(id, card string, change func(*exchange.Record)) exchange.Record { return person(id, card, change) }
	c.put(s.message(exchange.TypeEntries, []exchange.Record{
		person("good", "1000001"),
		person("later", "1000009"),
		wrong("subject", "1000011", func(r *exchange.Record) { r.Subjects[0].Subject = "alchemy" }),
		wrong("level", "1000012", func(r *exchange.Record) { r.Subjects[0].Level = "highest" }),
		wrong("condition", "1000013", func(r *exchange.Record) {
			r.Conditions = []exchange.Condition{{Graduate: "condition", Kind: exchange.KindCondition, Code: "9999"}}
		}),
		wrong("category", "1000014", func(r *exchange.Record) { r.Graduate.Category = "wizard" }),
		wrong("document", "1000015", func(r *exchange.Record) { r.Graduate.DocumentKind = "wand" }),
		wrong("key", "1000016", func(r *exchange.Record) { r.Graduate.CardNumber = "1000017" }),
		wrong("short", "12", func(r *exchange.Record) {}),
		person("twin1", "1000018"), person("twin2", "1000018"),
		wrong("field", "1000002", func(r *exchange.Record) { r.Graduate.Fields = map[string]string{"nowhere": "x"} }),
		wrong("route", "1000019", func(r *exchange.Record) { r.Graduate.Route = "owl" }),
		wrong("paid", "1000020", func(r *exchange.Record) {
			r.Payments = []exchange.Payment{{Graduate: "paid", ID: "p1", Type: "gold", Amount: "1", Number: "1"}}
		}),
		photo(person("photo", "1000003"), false),
	}))
	last := c.outcomes(trusting)[0]
	if last.Accepted != 1 || last.Held != 1 || last.Warned != 2 || last.Rejected != 11 {
		t.Errorf("%+v", last)
	}
	said := map[string]string{}
	for _, r := range s.receipt(last.Receipt).Receipts {
		said[r.Graduate] = strings.TrimSpace(r.Verdict + " " + r.Codes)
	}
	for id, want := range map[string]string{
		"good": "accepted", "later": "held", "subject": "rejected centre.unknown_subject", "level": "rejected centre.unknown_level",
		"condition": "rejected centre.unknown_condition", "category": "rejected centre.unknown_category", "document": "rejected centre.unknown_document",
		"key": "rejected centre.bad_key", "short": "rejected centre.bad_key", "twin1": "rejected centre.key_twice", "twin2": "rejected centre.key_twice",
		"field": "warning centre.unknown_field", "route": "rejected centre.unknown_route", "paid": "rejected centre.unknown_payment", "photo": "warning centre.file_absent",
	} {
		if said[id] != want {
			t.Errorf("%s: %q, want %q", id, said[id], want)
		}
	}
	t.Run("design §9 what is rejected never wipes what the centre has", func(t *testing.T) {
		before := c.of("person", "graduate", "record")
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{
			person("good", "1000001", as(exchange.ActionChange), func(r *exchange.Record) { r.Subjects[0].Subject = "alchemy" }),
			person("nobody", "1000030", as(exchange.ActionWithdraw)),
		}))
		outcomes := c.outcomes()
		last := outcomes[len(outcomes)-1]
		if last.Rejected != 1 || last.Warned != 1 {
			t.Errorf("%+v", last)
		}
		if after := c.of("person", "graduate", "record"); !slices.Equal(after[:len(before)-1], before[:len(before)-1]) {
			t.Errorf("%q", after)
		}
	})
	t.Run("design §9 numbers that were given to the wrong people are exchanged in one message", func(t *testing.T) {
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{
			person("good", "1000002", as(exchange.ActionChange)), person("field", "1000001", as(exchange.ActionChange)),
		}))
		outcomes := c.outcomes()
		if last := outcomes[len(outcomes)-1]; last.Accepted != 2 {
			t.Errorf("%+v", last)
		}
	})
	t.Run("UA-103 a second attempt has a card of its own, an older one comes too late", func(t *testing.T) {
		second := func(r *exchange.Record) { r.Graduate.Attempt, r.Graduate.Kind = "2", "retry" }
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("good", "1000040", as(exchange.ActionChange), second)}))
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("good", "1000002", as(exchange.ActionChange))}))
		outcomes := c.outcomes()
		last := outcomes[len(outcomes)-1]
		if r := s.receipt(last.Receipt).Receipts[0]; r.Codes != "centre.old_attempt" || r.Verdict != exchange.VerdictRejected {
			t.Errorf("%+v", r)
		}
		if got := c.people("a"); !slices.Contains(got, "good 2 1000040 held") || slices.Contains(got, "good 1 1000002 accepted") {
			t.Errorf("%q", got)
		}
	})
}

// people are how the people of a school stand now.
func (c *trial) people(school string) (all []string) {
	c.t.Helper()
	if err := c.List(context.Background(), school, func(p *centre.Person) error {
		line := strings.Join([]string{p.Graduate, string(rune('0' + p.Attempt)), p.Key, p.Verdict}, " ")
		for _, is := range []struct {
			so   bool
			word string
		}{{p.Since != "", string(p.Since + "…" + p.Due)}, {p.Withdrawn, "withdrawn"}, {p.Missing, "missing"}, {p.Double, "double"}} {
			if is.so {
				line += " " + is.word
			}
		}
		all = append(all, line)
		return nil
	}); err != nil {
		c.t.Fatal(err)
	}
	return all
}

func TestHowSchoolsStand(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		a, b := c.enrol("a"), c.enrol("b")
		c.enrol("c")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002"), person("p3", "1000003")}))
		c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000002")}))
		c.put(a.message(exchange.TypeAmendments, []exchange.Record{person("p3", "1000003", as(exchange.ActionWithdraw))}))
		c.ingest(trusting)
		if err := c.Cards(t.Context(), []string{"1000001"}, "2020-02-21"); err != nil {
			t.Fatal(err)
		}
		a.branch = "branch-2"
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
		c.ingest()
		t.Run("UA-066 UA-153 who is held counts from the day of the card, and is answered ten working days later", func(t *testing.T) {
			same(t, c.people("a"), "p1 1 1000001 accepted 2020-02-21…2020-03-06", "p2 1 1000002 held missing double", "p3 1 1000003 accepted withdrawn")
			same(t, c.people(""), append(c.people("a"), "p1 1 1000002 held double")...)
			if err := c.List(t.Context(), "nowhere", nil); data.CodeOf(err) != "centre.unknown_school" {
				t.Error(err)
			}
		})
		t.Run("issue 18 per-school completeness", func(t *testing.T) {
			var got []centre.School
			if err := c.Schools(t.Context(), func(s *centre.School) error { got = append(got, *s); return nil }); err != nil {
				t.Fatal(err)
			}
			if len(got) != 3 || got[0].People != 2 || got[0].Withdrawn != 1 || got[0].Held != 1 || got[0].Missing != 1 || got[0].Taken != 3 || got[0].Fingerprint != a.id.Keys().Fingerprint() || got[1].Warned != 1 || got[2].Taken != 0 || got[2].District != "Північний" {
				t.Errorf("%+v", got)
			}
		})
		t.Run("UA-152 a status tells each school once what was decided and recorded", func(t *testing.T) { statuses(t, c, a) })
	})
}

func statuses(t *testing.T, c *trial, a *school) {
	refused := exchange.State{Graduate: "p1", Key: "1000001", Attempt: "1", About: exchange.AboutAnswer, State: "refused", On: "2020-03-02", Number: "17", Reasons: "1 5"}
	if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: refused}, {School: "b", State: exchange.State{Graduate: "p1", Key: "1000002", Attempt: "1", About: exchange.AboutState, Of: "x", State: "seen"}}}); err != nil {
		t.Fatal(err)
	}
	if err := c.Decide(t.Context(), []centre.Decision{{School: "nowhere", State: refused}}); data.CodeOf(err) != "centre.unknown_school" {
		t.Error(err)
	}
	nobody := refused
	nobody.Attempt = "2"
	if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: nobody}}); data.CodeOf(err) != "centre.unknown_person" {
		t.Error(err)
	}
	paths, err := c.Status(t.Context())
	if err != nil || len(paths) != 2 {
		t.Fatal(paths, err)
	}
	m := a.receipt(paths[0])
	if m.Type != exchange.TypeStatus || m.Sequence != 5 || len(m.States) != 2 || m.States[1].About != exchange.AboutReceived || m.States[1].On != "2020-02-21" || m.States[0] != refused {
		t.Errorf("%+v", m.Message)
	}
	if paths, err := c.Status(t.Context()); err != nil || paths != nil {
		t.Error("told twice", paths, err)
	}
	refused.State = "registered"
	if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: refused}}); err != nil {
		t.Fatal(err)
	}
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
	paths, err = c.Status(t.Context())
	if err != nil || len(paths) != 1 {
		t.Fatal(paths, err)
	}
	if again := a.receipt(paths[0]); len(again.States) != 1 || again.States[0] != refused || again.Sequence != 6 || again.Previous != m.Hash {
		t.Errorf("%+v", again.Message)
	}
}

func TestDecisionThatIsTakenBackIsTold(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	a := c.enrol("a")
	c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
	c.ingest(trusting)
	decide := func(state string) {
		if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: exchange.State{Graduate: "p1", Key: "1000001", Attempt: "1", About: exchange.AboutAnswer, State: state}}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, state := range []string{"refused", "registered"} {
		decide(state)
		must(c.Status(t.Context()))
	}
	decide("refused")
	c.rebuild()
	paths := must(c.Status(t.Context()))
	if len(paths) != 1 || a.receipt(paths[0]).States[0].State != "refused" {
		t.Errorf("the school believes the one before: %q", paths)
	}
}

func TestNewerRules(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		a := c.enrol("a")
		c.enrol("b")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
		c.ingest(trusting)
		old := must(c.Campaign(t.Context())).Source()
		newer := bytes.Replace(old, []byte("revision = 1"), []byte("revision = 2"), 1)
		t.Run("UA-003 schools get a newer campaign file once, in the sequence of all that the centre tells them", func(t *testing.T) {
			if err := c.SetCampaign(t.Context(), newer); err != nil {
				t.Fatal(err)
			}
			if err := c.SetCampaign(t.Context(), old); data.CodeOf(err) != "centre.old_campaign" {
				t.Error(err)
			}
			paths, err := c.Status(t.Context())
			if err != nil || len(paths) != 1 {
				t.Fatal(paths, err)
			}
			m := a.receipt(paths[0])
			if m.Type != exchange.TypeCampaign || m.Revision != 2 || !bytes.Equal(m.CampaignFile, newer) || m.Sequence != 3 {
				t.Errorf("%+v", m.Envelope)
			}
			if paths, err := c.Status(t.Context()); err != nil || paths != nil {
				t.Error(paths, err)
			}
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
		if rules := must(c.Campaign(t.Context())); rules.Revision != 2 {
			t.Error(rules.Revision)
		}
		if paths, err := c.Status(t.Context()); err != nil || paths != nil {
			t.Error(paths, err)
		}
	})
}

func TestEnrolment(t *testing.T) {
	c := newCentre(t, "", "ort-2021")
	first, again := t.TempDir()+"/first.zip.age", t.TempDir()+"/again.zip.age"
	e := centre.Enrolling{School: "bishkek-7", Name: "Школа-гимназия № 7", District: "Октябрьский", Phone: "0555 11 22 33", Surname: "Бакиева", GivenName: "Айгуль", Patronymic: "Кадыровна", Code: "семь зелёных яблок"}
	letter, err := c.Enrol(t.Context(), e, first)
	if err != nil {
		t.Fatal(err)
	}
	open := func(path, code string) *exchange.Opened {
		f := must(os.Open(path))
		t.Cleanup(func() { f.Close() })
		return must(exchange.Open(f, must(f.Stat()).Size(), exchange.Opening{Code: code, Signers: exchange.AnySigner}))
	}
	m := open(first, e.Code)
	t.Run("KG-005 KG-006 the file opens by the code, with phone, name, first password and link", func(t *testing.T) {
		got := m.Enrolment
		if got.Phone != "+996555112233" || got.Surname != "Бакиева" || got.Password != letter.Password || got.Site == "" || got.Centre != c.keys || got.Recovery != c.keys.Recipient || got.School.DistrictCentre != "Октябрьский" {
			t.Errorf("%+v", got)
		}
		if m.Campaign != "ort-2021" || m.School != "bishkek-7" || m.Sequence != 1 || m.From != c.keys {
			t.Errorf("%+v", m.Envelope)
		}
	})
	t.Run("KG-005 the same message is written once more by another code", func(t *testing.T) {
		c.rebuild()
		second, err := c.EnrolAgain(t.Context(), "bishkek-7", "", again)
		if err != nil {
			t.Fatal(err)
		}
		if second.Password != letter.Password || second.Code == letter.Code || open(again, second.Code).Hash != m.Hash {
			t.Errorf("%+v", second)
		}
	})
	t.Run("KG-005 nobody is enrolled twice, and nothing is written for whom the centre cannot enrol", func(t *testing.T) {
		for want, spoil := range map[string]func(*centre.Enrolling){
			"centre.enrolled":        func(*centre.Enrolling) {},
			"centre.bad_school_code": func(e *centre.Enrolling) { e.School = "Школа 7" },
			"centre.no_responsible":  func(e *centre.Enrolling) { e.School, e.Surname = "x", " " },
			"centre.short_code":      func(e *centre.Enrolling) { e.School, e.Code = "x", "1234" },
		} {
			spoilt, path := e, t.TempDir()+"/spoilt.zip.age"
			spoil(&spoilt)
			if want == "centre.enrolled" {
				path = ""
			}
			if _, err := c.Enrol(t.Context(), spoilt, path); data.CodeOf(err) != want {
				t.Errorf("%s: %v", want, err)
			}
			if _, err := os.Stat(path); path != "" && err == nil {
				t.Errorf("%s: a file was written", want)
			}
		}
	})
	t.Run("KG-001 another campaign needs another folder", func(t *testing.T) {
		other := newCentre(t, "", "zno-2020")
		rules := must(other.Campaign(t.Context())).Source()
		if err := c.SetCampaign(t.Context(), rules); data.CodeOf(err) != "centre.other_campaign" {
			t.Error(err)
		}
	})
}
