package post_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/post"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

func TestOffer(t *testing.T) {
	s := newSchool(t, desktest.Options())
	in := s.received()
	noKit := s.add()
	exempt := s.received("marks=exempt")
	past := s.received("class=", "category=past_years", "attestation=")
	retaker := s.received("class=", "category=past_years", "marks=last_year_retaker")
	scans := s.received("marks=uncontrolled_territory,extern", "gives_scans=yes")
	apart := s.received("marks=deep_visual_impairment")
	listed := s.received()
	list := s.list("11-А", listed)
	withdrawing := s.received()
	s.fact(withdrawing, data.FactWithdrawing, nil)
	refused := s.received()
	s.fact(refused, data.FactSeen, func(f *data.Fact) { f.Means = data.MeansRefused })
	answered := s.received()
	s.fact(answered, data.FactSeen, func(f *data.Fact) { f.Means = data.MeansRegistered })
	removed := s.received()
	desktest.Must(s.Table.Remove(desktest.Ctx, []string{removed}, ""))
	bare := s.add("surname=Гай", "birth_date=", "document_number=", "subjects=ukrainian", "attestation=ukrainian")
	s.kit(bare)

	offered, err := s.Post.Offer(registrar.Filter{})
	desktest.Must(err)
	on, why := map[string]bool{}, map[string]string{}
	for _, g := range offered.On {
		on[g.ID] = true
	}
	for _, left := range offered.Left {
		why[left.Graduate.ID] = left.Why.ID
	}
	for _, test := range []struct{ name, id, left string }{
		{"UA-057 whose kit is received is offered", in, ""},
		{"UA-057 whose kit is not received is left out", noKit, "post.left.no_kit"},
		{"UA-134 the exempt are left out, and the mark is why", exempt, "post.left.marked"},
		{"UA-064 who goes by post is left out", past, "post.left.own_way"},
		{"UA-133 retakers of last year are in", retaker, ""},
		{"UA-055 who gives scans to the school is in", scans, ""},
		{"UA-142 who goes apart waits for the call", apart, "post.left.call_first"},
		{"UA-132 who is on a list is left out", listed, "post.left.on_list"},
		{"UA-107 who gives it up is left out", withdrawing, "post.left.withdrawn"},
		{"UA-102 who was refused needs another attempt", refused, "post.left.refused"},
		{"who is registered is left out", answered, "post.left.answered"},
		{"never stuck: the card alone is enough, whatever the form lacks", bare, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if why[test.id] != test.left || on[test.id] != (test.left == "") {
				t.Errorf("offered %v, left out %q", on[test.id], why[test.id])
			}
			if test.left != "" {
				_, err := s.Post.MakeLists(desktest.Ctx, []post.Draft{{IDs: []string{test.id}}})
				desktest.WantCode(t, "all the same", err, "list.not_offered")
				desktest.WantCode(t, "added all the same", s.Post.Add(desktest.Ctx, list, []string{test.id}), "list.not_offered")
			}
		})
	}
	t.Run("who is removed is not even named", func(t *testing.T) {
		if on[removed] || why[removed] != "" {
			t.Error("a removed one is there")
		}
	})
	t.Run("where the campaign has no lists there is nothing to offer", func(t *testing.T) {
		ort := desktest.MustCreate(t, "ort-2021")
		_, err := ort.Post.Offer(registrar.Filter{})
		desktest.WantCode(t, "offer", err, "list.none")
		_, err = ort.Post.Lists()
		desktest.WantCode(t, "lists", err, "list.none")
		_, err = ort.Post.MakeLists(desktest.Ctx, nil)
		desktest.WantCode(t, "make", err, "list.none")
		_, err = ort.Post.Packages()
		desktest.WantCode(t, "packages", err, "package.none")
		_, err = ort.Post.Make(desktest.Ctx, nil)
		desktest.WantCode(t, "package", err, "package.none")
		_, err = ort.Post.Own(registrar.Filter{})
		desktest.WantCode(t, "own", err, "package.none")
	})
}

func TestLists(t *testing.T) {
	t.Run("UA-132 a list of each class in one act, or none", func(t *testing.T) {
		s := newSchool(t, desktest.Options())
		a, b, c := s.received(), s.received("class=11-Б"), s.received("class=11-Б")
		_, err := s.Post.MakeLists(desktest.Ctx, []post.Draft{{Title: "11-А", IDs: []string{a}}, {Title: "11-Б", IDs: []string{b, a}}})
		desktest.WantCode(t, "twice", err, "list.twice")
		if rows, _ := s.Post.Lists(); len(rows) != 0 {
			t.Error("a refused act has made a list")
		}
		ids, err := s.Post.MakeLists(desktest.Ctx, []post.Draft{{Title: "11-А", IDs: []string{a}}, {Title: "11-Б", IDs: []string{b, c}}})
		desktest.Must(err)
		if !slices.Equal(s.on(ids[0]), []string{a}) || len(s.on(ids[1])) != 2 || s.row(ids[1]).Number != 2 || s.row(ids[1]).Title != "11-Б" {
			t.Errorf("%v and %v", s.row(ids[0]), s.row(ids[1]))
		}
	})
	t.Run("UA-132 nobody is on two live lists", func(t *testing.T) {
		s := newSchool(t, desktest.Options())
		a, b := s.received(), s.received()
		one, two := s.list("частина 1", a), s.list("частина 2", b)
		desktest.WantCode(t, "added", s.Post.Add(desktest.Ctx, two, []string{a}), "list.not_offered")
		desktest.Must(s.Post.Take(desktest.Ctx, one, []string{a}))
		desktest.WantCode(t, "taken twice", s.Post.Take(desktest.Ctx, one, []string{a}), "list.not_on")
		desktest.Must(s.Post.Add(desktest.Ctx, two, []string{a}))
		if len(s.on(one)) != 0 || len(s.on(two)) != 2 {
			t.Errorf("%v and %v", s.on(one), s.on(two))
		}
		desktest.Must(s.Post.Rename(desktest.Ctx, two, " 11-А,  група 2 "))
		if s.row(two).Title != "11-А, група 2" {
			t.Errorf("called %q", s.row(two).Title)
		}
		desktest.WantCode(t, "no such list", s.Post.Add(desktest.Ctx, "none", []string{a}), "list.unknown")
		_, err := s.Post.MakeLists(desktest.Ctx, []post.Draft{{IDs: nil}})
		desktest.WantCode(t, "of nobody", err, "list.nobody")
	})
	t.Run("two lists of one class", func(t *testing.T) {
		s := newSchool(t, desktest.Options())
		a, b := s.received(), s.received()
		one, two := s.list("11-А", a), s.list("11-А", b)
		s.mustFinish(one)
		s.mustFinish(two)
		if s.row(one).Final.Rows != 1 || s.row(two).Final.Rows != 1 {
			t.Error("a list has another one's people")
		}
	})
}

func TestAFaultyKitOnAList(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	list := s.list("11-А", a, b)
	said := func(id string) (what []any) {
		for _, m := range s.row(list).Members {
			for _, w := range m.Warnings {
				if m.Graduate.ID == id && w.ID == "post.warning.kit_fault" {
					what = append(what, w.Args["what"])
				}
			}
		}
		return what
	}
	t.Run("UA-087 who is answered no about is named with what is wrong before the list goes, and holds nobody up", func(t *testing.T) {
		if s.row(list).Warned() > 0 {
			t.Errorf("warned about %d whose kits are not looked at yet", s.row(list).Warned())
		}
		desktest.Must(s.Intake.Ask(desktest.Ctx, a, "card.3", false, "немає дати"))
		if want := []any{"дата заповнення заяви та особистий підпис"}; !slices.Equal(said(a), want) || len(said(b)) > 0 {
			t.Errorf("%v and %v, want %v", said(a), said(b), want)
		}
		s.mustFinish(list)
	})
	t.Run("UA-087 once it is mended, or gone, nothing is said", func(t *testing.T) {
		desktest.Must(s.Intake.Ask(desktest.Ctx, a, "card.3", true, ""))
		if len(said(a)) > 0 {
			t.Errorf("mended, and %v", said(a))
		}
		desktest.Must(s.Intake.Ask(desktest.Ctx, a, "card.3", false, ""))
		pack, err := s.Post.Make(desktest.Ctx, []string{list})
		desktest.Must(err)
		desktest.Must(s.Post.Close(desktest.Ctx, pack, post.Count{Rows: 2, Kits: 2}))
		if len(said(a)) > 0 {
			t.Errorf("it is in the envelope, and %v", said(a))
		}
	})
}

func TestFinal(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	list := s.list("11-А", a, b)
	t.Run("UA-118 final is only what was printed final, for exactly these people", func(t *testing.T) {
		for name, job := range map[string]printing.Job{
			"no final print":   {Document: printing.List, Only: []string{a, b}},
			"another document": {Document: printing.Card, Only: []string{a, b}},
			"other people":     {Document: printing.List, Only: []string{a}, Final: true},
		} {
			entry, err := s.print(job)
			desktest.Must(err)
			desktest.WantCode(t, name, s.Post.Finish(desktest.Ctx, list, entry, 0), "list.not_printed")
		}
		desktest.WantCode(t, "nothing was printed", s.Post.Finish(desktest.Ctx, list, 1, 0), "print.no_entry")
	})
	t.Run("UA-163 not what has changed since it was printed", func(t *testing.T) {
		entry, err := s.print(printing.Job{Document: printing.List, Only: []string{a, b}, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "7"})
		desktest.Must(err)
		desktest.Set(t, s.Registrar, a, "given_name=Марта")
		desktest.WantCode(t, "changed", s.Post.Finish(desktest.Ctx, list, entry, 0), "list.changed_since")
		desktest.Set(t, s.Registrar, a, "given_name=Марія")
		desktest.Must(s.Post.Finish(desktest.Ctx, list, entry, 0))
		if f := s.row(list).Final; f.Rows != 2 || f.Date != "2020-02-10" || f.Number != "7" || f.Printed != entry {
			t.Errorf("final %+v", f)
		}
	})
	t.Run("UA-135 a final list is frozen", func(t *testing.T) {
		desktest.WantCode(t, "add", s.Post.Add(desktest.Ctx, list, []string{s.received()}), "list.is_final")
		desktest.WantCode(t, "take", s.Post.Take(desktest.Ctx, list, []string{a}), "list.is_final")
		desktest.WantCode(t, "rename", s.Post.Rename(desktest.Ctx, list, "x"), "list.is_final")
		desktest.WantCode(t, "finish", s.Post.Finish(desktest.Ctx, list, 1, 0), "list.is_final")
	})
	t.Run("no other desk takes anybody off it, or puts anybody on", func(t *testing.T) {
		other := s.received()
		move := func(id string, to string) error {
			return s.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
				before, err := w.Find(id)
				if err != nil {
					return err
				}
				g := before.Clone()
				g.Set(data.FactField(data.FactListed, ""), to)
				return w.Fill(before, g)
			})
		}
		fact := desktest.MustFind(t, s.Registrar, a).Get(data.FactField(data.FactListed, ""))
		desktest.WantCode(t, "off", move(a, ""), "list.is_final")
		desktest.WantCode(t, "what the paper says", move(a, `{"on":"2020-02-10","seen":"`+list+`"}`), "list.is_final")
		desktest.WantCode(t, "on", move(other, fact), "list.is_final")
		desktest.WantCode(t, "nowhere", move(other, `{"on":"2020-02-10","seen":"none"}`), "list.unknown")
	})
	t.Run("nor does the history take anybody off it", func(t *testing.T) {
		events := desktest.EventsOf(t, s.Registrar, registrar.HistoryFilter{Graduate: a})
		for _, e := range events {
			if e.Kind != registrar.EventChanged || len(e.Changes) != 1 || e.Changes[0].Field != "fact.listed" {
				continue
			}
			_, err := s.Form.Undo(desktest.Ctx, a, e.Seq, nil)
			if code := data.CodeOf(err); code != "list.is_final" && code != "list.holds_member" {
				t.Errorf("event %d: %v", e.Seq, err)
			}
		}
		first := events[len(events)-1].Seq
		if _, err := s.Form.BringBack(desktest.Ctx, a, first+1); len(s.on(list)) != 2 {
			t.Errorf("an earlier state took somebody off: %v", err)
		}
		s.kit(a)
	})
	t.Run("UA-163 who changes now is named beside what the paper says", func(t *testing.T) {
		desktest.Set(t, s.Registrar, a, "surname=Довга", "subjects=ukrainian,mathematics,english:standard")
		for _, m := range s.row(list).Members {
			var said []string
			for _, p := range m.Warnings {
				said = append(said, p.ID)
			}
			if want := m.Graduate.ID == a; want != (len(said) > 0) || want && said[0] != "post.warning.differs" {
				t.Errorf("%s: %v", m.Graduate.Surname, said)
			}
		}
		if s.row(list).Warned() != 1 {
			t.Errorf("%d are warned about", s.row(list).Warned())
		}
	})
	t.Run("reopened it takes people again, and forgets the paper", func(t *testing.T) {
		desktest.Must(s.Post.Reopen(desktest.Ctx, list))
		if r := s.row(list); r.Final != nil || r.Warned() != 0 {
			t.Errorf("%+v", r)
		}
		desktest.WantCode(t, "twice", s.Post.Reopen(desktest.Ctx, list), "list.not_final")
		desktest.Must(s.Post.Take(desktest.Ctx, list, []string{a}))
	})
	t.Run("UA-118 date and number written by pen are noted later", func(t *testing.T) {
		desktest.Must(s.finish(list, "", ""))
		if s.row(list).Outgoing() {
			t.Error("a list without a number went out")
		}
		desktest.WantCode(t, "no number", s.Post.Number(desktest.Ctx, list, "2020-02-10", " "), "list.bad_number")
		desktest.WantCode(t, "tomorrow", s.Post.Number(desktest.Ctx, list, "2020-02-11", "8"), "print.future_day")
		desktest.Must(s.Post.Number(desktest.Ctx, list, "2020-02-10", "8"))
		if !s.row(list).Outgoing() {
			t.Error("the number is not there")
		}
		desktest.Must(s.Post.Reopen(desktest.Ctx, list))
		s.mustFinish(list)
		desktest.WantCode(t, "printed ones stay", s.Post.Number(desktest.Ctx, list, "2020-02-10", "8"), "list.numbered")
	})
}

func TestLanguageRegister(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received("marks=language_needs", "study_language=pl")
	list := s.list("11-А", a, b)
	final, err := s.print(printing.Job{Document: printing.List, Only: []string{a, b}, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "7"})
	desktest.Must(err)
	t.Run("UA-058 a list with somebody of language needs is not final without the register", func(t *testing.T) {
		desktest.WantCode(t, "none", s.Post.Finish(desktest.Ctx, list, final, 0), "list.needs_register")
		desktest.WantCode(t, "the list itself", s.Post.Finish(desktest.Ctx, list, final, final), "list.not_printed")
	})
	t.Run("UA-059 the register names them alone", func(t *testing.T) {
		register, err := s.print(printing.Job{Document: printing.Register, Only: []string{a, b}})
		desktest.Must(err)
		desktest.Must(s.Post.Finish(desktest.Ctx, list, final, register))
		if f := s.row(list).Final; f.Registered != 1 || f.Register != register {
			t.Errorf("final %+v", f)
		}
	})
}

func TestWithdraw(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	list := s.list("11-А", a, b)
	s.mustFinish(list)
	pack, err := s.Post.Make(desktest.Ctx, []string{list})
	desktest.Must(err)
	t.Run("UA-132 a withdrawn list releases its people and leaves its package, in one act", func(t *testing.T) {
		events := desktest.Events(t, s.Registrar)
		desktest.Must(s.Post.Withdraw(desktest.Ctx, list, "помилка"))
		if r := s.row(list); r.Live() || r.Withdrawn.Note != "помилка" || len(r.Members) != 0 || len(s.pack(pack).Lists) != 0 {
			t.Errorf("%+v, package %+v", r, s.pack(pack))
		}
		if more := desktest.Events(t, s.Registrar) - events; more != 4 {
			t.Errorf("%d events", more)
		}
		again := s.list("11-А", a, b)
		desktest.WantCode(t, "twice", s.Post.Withdraw(desktest.Ctx, list, ""), "list.is_withdrawn")
		desktest.WantCode(t, "add", s.Post.Add(desktest.Ctx, list, []string{a}), "list.is_withdrawn")
		desktest.WantCode(t, "packed", s.Post.Put(desktest.Ctx, pack, list), "list.is_withdrawn")
		desktest.Must(s.Post.Withdraw(desktest.Ctx, again, ""))
	})
	t.Run("what is closed is opened first, what is posted is gone", func(t *testing.T) {
		pack, list := s.closed(a, b)
		desktest.WantCode(t, "closed", s.Post.Withdraw(desktest.Ctx, list, ""), "package.is_closed")
		desktest.WantCode(t, "reopened", s.Post.Reopen(desktest.Ctx, list), "package.is_closed")
		desktest.Must(s.Post.Post(desktest.Ctx, pack, post.Posting{Operator: "novaposhta", Item: "documents", Postmark: "2020-02-10"}))
		desktest.WantCode(t, "posted", s.Post.Withdraw(desktest.Ctx, list, ""), "package.is_posted")
		desktest.WantCode(t, "reopened", s.Post.Reopen(desktest.Ctx, list), "package.is_posted")
		desktest.Must(s.Post.Unpost(desktest.Ctx, pack))
		desktest.Must(s.Post.Open(desktest.Ctx, pack))
		desktest.Must(s.Post.Withdraw(desktest.Ctx, list, ""))
		if got := desktest.MustFind(t, s.Registrar, a).Current().ListID(); got != "" {
			t.Errorf("still on %s", got)
		}
	})
}
