package post_test

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/post"
	"graduand/data/registry"
)

func TestClose(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	list := s.list("11-А", a, b)
	pack, err := s.Post.Make(desktest.Ctx, nil)
	desktest.Must(err)
	refused := func(what string, count post.Count, code string) {
		t.Helper()
		desktest.WantCode(t, what, s.Post.Close(desktest.Ctx, pack, count), code)
	}
	right := post.Count{Rows: 2, Kits: 2}
	refused("nothing in it", right, "package.empty")
	desktest.Must(s.Post.Put(desktest.Ctx, pack, list))
	desktest.WantCode(t, "twice", s.Post.Put(desktest.Ctx, pack, list), "package.has_list")
	t.Run("UA-118 no list without being final, with date and number", func(t *testing.T) {
		refused("not final", right, "list.not_final")
		desktest.Must(s.finish(list, "", ""))
		refused("no number", right, "package.no_outgoing")
		desktest.Must(s.Post.Number(desktest.Ctx, list, "2020-02-10", "01-12/7"))
	})
	t.Run("UA-129 rows, people and kits are as many, or it does not close, and both numbers are named", func(t *testing.T) {
		refused("a row too few", post.Count{Rows: 1, Kits: 2}, "package.rows_counted")
		refused("a kit too many", post.Count{Rows: 2, Kits: 3}, "package.kits_counted")
		err := s.Post.Close(desktest.Ctx, pack, post.Count{Rows: 2, Kits: 3})
		if args := err.(*data.Error).Args; args["counted"] != 3 || args["expected"] != 2 {
			t.Errorf("named %v", args)
		}
		refused("a feather", post.Count{Rows: 2, Kits: 2, Grams: -1}, "package.bad_grams")
	})
	t.Run("UA-057 every kit is in the school's hands", func(t *testing.T) {
		received := data.FactField(data.FactKitReceived, "")
		takeFact(s, a, received)
		refused("a kit is out", right, "package.no_kit")
		s.kit(a)
	})
	desktest.Must(s.Post.Close(desktest.Ctx, pack, right))
	t.Run("F-09 what is closed stays as it is until it is opened", func(t *testing.T) {
		desktest.WantCode(t, "closed twice", s.Post.Close(desktest.Ctx, pack, right), "package.is_closed")
		desktest.WantCode(t, "taken out", s.Post.TakeOut(desktest.Ctx, pack, list), "package.is_closed")
		desktest.WantCode(t, "dropped", s.Post.Drop(desktest.Ctx, pack), "package.is_closed")
		desktest.WantCode(t, "reopened", s.Post.Reopen(desktest.Ctx, list), "package.is_closed")
		desktest.Must(s.Post.Open(desktest.Ctx, pack))
		desktest.WantCode(t, "opened twice", s.Post.Open(desktest.Ctx, pack), "package.is_open")
		desktest.Must(s.Post.TakeOut(desktest.Ctx, pack, list))
		desktest.WantCode(t, "taken out twice", s.Post.TakeOut(desktest.Ctx, pack, list), "package.no_list")
		desktest.Must(s.Post.Drop(desktest.Ctx, pack))
		desktest.WantCode(t, "gone", s.Post.Put(desktest.Ctx, pack, list), "package.unknown")
	})
}

// takeFact takes a fact of somebody back, as another desk does.
func takeFact(s *school, id, field string) {
	desktest.Must(s.Write(desktest.Ctx, registrar.RightRegister, nil, func(w *registry.Edit) error {
		before, err := w.Find(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		g.Set(field, "")
		return w.Fill(before, g)
	}))
}

func TestPost(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	pack, _ := s.closed(a, b)
	byPost := func(changes func(*post.Posting)) post.Posting {
		p := post.Posting{Operator: "ukrposhta", Item: "registered_notice", Tracking: "0500 0123 4567 8", Postmark: "2020-02-10"}
		if changes != nil {
			changes(&p)
		}
		return p
	}
	for _, test := range []struct {
		name, code string
		changes    func(*post.Posting)
	}{
		{"UA-155 somebody carries it", "post.no_operator", func(p *post.Posting) { p.Operator = "" }},
		{"UA-156 somebody whom the campaign knows", "post.unknown_operator", func(p *post.Posting) { p.Operator = "pigeon" }},
		{"an operator carries its own kinds of items", "post.no_item", func(p *post.Posting) { p.Item = "documents" }},
		{"UA-154 a number of another operator", "tracking.bad_form", func(p *post.Posting) { p.Tracking = "20450012345678" }},
		{"UA-154 a wrong check digit", "tracking.bad_check", func(p *post.Posting) { p.Tracking = "RB123456784UA" }},
		{"UA-063 a courier puts no stamp", "post.no_stamp", func(p *post.Posting) { p.Operator, p.Item, p.Tracking = "courier", "", "" }},
		{"UA-062 not stamped before the list is dated", "post.days", func(p *post.Posting) { p.Postmark = "2020-02-09" }},
		{"UA-062 not stamped tomorrow", "post.days", func(p *post.Posting) { p.Postmark = "2020-02-11" }},
	} {
		t.Run(test.name, func(t *testing.T) {
			desktest.WantCode(t, test.code, s.Post.Post(desktest.Ctx, pack, byPost(test.changes)), test.code)
		})
	}
	t.Run("a wrong code is told which there are, in the language of who asks", func(t *testing.T) {
		s.Speak("en")
		defer s.Speak("")
		for code, change := range map[string]func(*post.Posting){
			"courier — ":           func(p *post.Posting) { p.Operator = "pigeon" },
			"registered_notice — ": func(p *post.Posting) { p.Item = "documents" },
		} {
			if known, _ := s.Post.Post(desktest.Ctx, pack, byPost(change)).(*data.Error).Args["known"].(string); !strings.Contains(known, code) || strings.Contains(known, "лист") {
				t.Errorf("known are %q", known)
			}
		}
	})
	desktest.WantCode(t, "received before it is sent", s.Post.Received(desktest.Ctx, pack, "2020-02-10"), "package.not_posted")
	t.Run("UA-062 the stamp is the day of submission", func(t *testing.T) {
		desktest.Must(s.Post.Post(desktest.Ctx, pack, byPost(func(p *post.Posting) { p.Postmark = "" })))
		if s.pack(pack).SentOn() != "" {
			t.Error("sent without a stamp")
		}
		desktest.Must(s.Post.Post(desktest.Ctx, pack, byPost(nil)))
		row := s.pack(pack)
		if row.SentOn() != "2020-02-10" || row.Tracking != "0500012345678" || row.Link == "" || row.Term.Verdict != campaign.SentInTime {
			t.Errorf("%+v", row)
		}
		if found, err := s.Table.Find(a); err != nil || found.Status != data.StatusDispatched {
			t.Errorf("status %s, %v", found.Status, err)
		}
	})
	t.Run("UA-152 UA-153 the centre's working days begin with the receipt", func(t *testing.T) {
		desktest.Must(s.Post.Received(desktest.Ctx, pack, "2020-02-10"))
		if row := s.pack(pack); row.AnswerDue != "2020-02-24" {
			t.Errorf("due %s", row.AnswerDue)
		}
		desktest.WantCode(t, "stamped later than received", s.Post.Received(desktest.Ctx, pack, "2020-02-09"), "post.days")
		desktest.Must(s.Post.Received(desktest.Ctx, pack, ""))
	})
	t.Run("what was noted by mistake is taken back, and the history keeps both", func(t *testing.T) {
		desktest.WantCode(t, "opened", s.Post.Open(desktest.Ctx, pack), "package.is_posted")
		desktest.Must(s.Post.Received(desktest.Ctx, pack, "2020-02-10"))
		desktest.WantCode(t, "received", s.Post.Unpost(desktest.Ctx, pack), "package.is_received")
		desktest.Must(s.Post.Received(desktest.Ctx, pack, ""))
		desktest.Must(s.Answer.Registered(desktest.Ctx, a, "0001234", "2020-02-10"))
		err := s.Post.Unpost(desktest.Ctx, pack)
		desktest.WantCode(t, "answered", err, "post.answered")
		if args := err.(*data.Error).Args; args["people"] != 1 || args["names"] != desktest.MustFind(t, s.Registrar, a).FullName() {
			t.Errorf("named %v", args)
		}
		desktest.Must(s.Answer.TakeBack(desktest.Ctx, a))
		desktest.Must(s.Post.Unpost(desktest.Ctx, pack))
		if row := s.pack(pack); row.Posted() || row.Closed == nil || row.Postmark != "" {
			t.Errorf("%+v", row.Package)
		}
		desktest.WantCode(t, "twice", s.Post.Unpost(desktest.Ctx, pack), "package.not_posted")
		posted := 0
		for _, e := range desktest.EventsOf(t, s.Registrar, registrar.HistoryFilter{}) {
			if e.Kind == "package.posted" {
				posted++
			}
		}
		if posted != 2 {
			t.Errorf("%d events of posting", posted)
		}
	})
	t.Run("UA-063 by courier the day decides that the centre has recorded", func(t *testing.T) {
		desktest.Must(s.Post.Post(desktest.Ctx, pack, post.Posting{Operator: "courier"}))
		if s.pack(pack).SentOn() != "" {
			t.Error("sent before it was received")
		}
		desktest.Must(s.Post.Received(desktest.Ctx, pack, "2020-02-10"))
		if s.pack(pack).SentOn() != "2020-02-10" {
			t.Error("the recorded day is not the day of submission")
		}
	})
}

// A package that is gone is judged by the attempt that lies in it, and who was refused needs another
// one, whatever list the old one is on.
func TestAPackageOfAnAttemptThatIsOver(t *testing.T) {
	s := newSchool(t, desktest.Options())
	id := s.received()
	pack, _ := s.closed(id)
	desktest.Must(s.Post.Post(desktest.Ctx, pack, post.Posting{Operator: "ukrposhta", Item: "registered_notice", Tracking: "0500 0123 4567 8", Postmark: "2020-02-10"}))
	desktest.Must(s.Answer.Refused(desktest.Ctx, id, answer.Refusal{Minutes: "3", Reasons: []string{"5"}}))
	t.Run("UA-102 who was refused is told to begin another attempt, before the list is named", func(t *testing.T) {
		offered, err := s.Post.Offer(registrar.Filter{})
		if err != nil || len(offered.Left) != 1 || offered.Left[0].Why.ID != "post.left.refused" {
			t.Errorf("%+v %v", offered, err)
		}
	})
	t.Run("UA-092 the term of the package stays that of what lies in it", func(t *testing.T) {
		before := s.pack(pack).Term
		desktest.Must(s.Answer.Retry(desktest.Ctx, id))
		if term := s.pack(pack).Term; term.Verdict != campaign.SentInTime || term.Last() != before.Last() {
			t.Errorf("%+v, before %+v", term, before)
		}
	})
}

func TestOwnWay(t *testing.T) {
	s := newSchool(t, desktest.Options())
	exempt, pupil := s.add("marks=exempt"), s.add()
	mailed := s.add("class=", "category=past_years", "marks=uncontrolled_territory,email_only", "attestation=")
	letter := post.Posting{Operator: "ukrposhta", Item: "registered_notice", Tracking: "RB123456785UA", Postmark: "2020-02-10"}
	t.Run("UA-064 a registered letter of one's own, with its number and its stamp", func(t *testing.T) {
		desktest.WantCode(t, "no stamp", s.Post.SendOwn(desktest.Ctx, exempt, post.Posting{Operator: "ukrposhta", Item: "registered_notice"}), "post.no_day")
		desktest.WantCode(t, "courier", s.Post.SendOwn(desktest.Ctx, exempt, post.Posting{Operator: "courier", Postmark: "2020-02-10"}), "post.own_courier")
		desktest.WantCode(t, "not received yet", s.Post.OwnReceived(desktest.Ctx, exempt, "2020-02-10"), "post.not_sent")
		desktest.Must(s.Post.SendOwn(desktest.Ctx, exempt, letter))
		if found, err := s.Table.Find(exempt); err != nil || found.Status != data.StatusDispatched {
			t.Errorf("status %s, %v", found.Status, err)
		}
		desktest.WantCode(t, "received before", s.Post.OwnReceived(desktest.Ctx, exempt, "2020-02-09"), "post.days")
		desktest.Must(s.Post.OwnReceived(desktest.Ctx, exempt, "2020-02-10"))
		rows, err := s.Post.Own(registrar.Filter{})
		desktest.Must(err)
		if len(rows) != 2 {
			t.Fatalf("%d rows", len(rows))
		}
		for _, row := range rows {
			if row.Graduate.ID == exempt && (row.Link == "" || row.AnswerDue != "2020-02-24" || row.Sent.Means != "registered_notice") {
				t.Errorf("%+v", row)
			}
		}
		desktest.WantCode(t, "received", s.Post.UnsendOwn(desktest.Ctx, exempt), "post.is_received")
		desktest.Must(s.Post.OwnReceived(desktest.Ctx, exempt, ""))
		desktest.Must(s.Answer.Registered(desktest.Ctx, exempt, "0001235", "2020-02-10"))
		desktest.WantCode(t, "answered", s.Post.UnsendOwn(desktest.Ctx, exempt), "post.answered")
		desktest.Must(s.Answer.TakeBack(desktest.Ctx, exempt))
		desktest.Must(s.Post.UnsendOwn(desktest.Ctx, exempt))
		desktest.WantCode(t, "twice", s.Post.UnsendOwn(desktest.Ctx, exempt), "post.not_sent")
	})
	t.Run("UA-065 what goes by e-mail has a day alone", func(t *testing.T) {
		desktest.Must(s.Post.SendOwn(desktest.Ctx, mailed, post.Posting{Postmark: "2020-02-10"}))
	})
	t.Run("UA-067 what is handed in at the centre has a day alone, and is there on that day", func(t *testing.T) {
		visitor := s.add("marks=must_come_in_person")
		for _, day := range []data.Date{"2020-02-10", "2020-02-07"} {
			desktest.Must(s.Post.SendOwn(desktest.Ctx, visitor, post.Posting{Postmark: day}))
			found, err := s.Table.Find(visitor)
			if r := found.Graduate.Current(); err != nil || found.Status != data.StatusAtCentre || r.Fact(data.FactSent, "").On != day || r.Fact(data.FactReceivedByCentre, "").On != day {
				t.Errorf("%s: %v, %+v", found.Status, err, r.Facts)
			}
		}
		desktest.Must(s.Post.UnsendOwn(desktest.Ctx, visitor))
		if found, err := s.Table.Find(visitor); err != nil || found.Graduate.Current().Fact(data.FactReceivedByCentre, "") != nil {
			t.Errorf("%v, %+v", err, found.Graduate.Current().Facts)
		}
	})
	t.Run("UA-060 who goes by the list of the school sends no letter", func(t *testing.T) {
		desktest.WantCode(t, "a pupil", s.Post.SendOwn(desktest.Ctx, pupil, letter), "post.not_own")
	})
}

// F-16 the right to be erased stays; what is signed and posted is named before, and keeps its count after.
func TestErasedFromASignedPaper(t *testing.T) {
	s := newSchool(t, desktest.Options())
	a, b := s.received(), s.received()
	free := s.add()
	pack, _ := s.closed(a, b)
	held := func(ids ...string) []data.Phrase {
		t.Helper()
		held, err := s.Season.Held(ids)
		desktest.Must(err)
		return held
	}
	if said := held(free); len(said) > 0 {
		t.Errorf("who is on no list: %v", said)
	}
	if said := held(a); len(said) != 1 || said[0].Args["list"] != 1 || said[0].Args["package"] != 1 || said[0].Args["number"] != 1 || said[0].Args["waiting"] != 0 {
		t.Errorf("in a closed package: %v", said)
	}
	desktest.Must(s.Post.Post(desktest.Ctx, pack, post.Posting{Operator: "ukrposhta", Item: "registered_notice", Postmark: "2020-02-10"}))
	if one, all := held(a), held(); len(one) != 1 || one[0].Args["waiting"] != 1 || len(all) != 1 || all[0].Args["waiting"] != 2 {
		t.Errorf("posted: %v, of all %v", one, all)
	}
	desktest.Must(s.Answer.Registered(desktest.Ctx, b, "0001234", "2020-02-10"))
	_, err := s.Season.Erase(desktest.Ctx, []string{a}, "прохання")
	desktest.Must(err)
	if said := held(); len(said) > 0 {
		t.Errorf("all that is left is answered: %v", said)
	}
	if row := s.pack(pack); row.Rows != 2 || row.Members != 2 || row.Kits != 2 || len(row.Lists[0].Members) != 1 {
		t.Errorf("%d rows, %d people, %d kits", row.Rows, row.Members, row.Kits)
	}
}
