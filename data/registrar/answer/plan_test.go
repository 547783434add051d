package answer_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
)

func plan(t *testing.T, r *registrar.Registrar, id string) answer.Plan {
	t.Helper()
	p, err := r.Answer.Plan(desktest.Ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// papers tells those that are new from those that are there.
func papers(p answer.Plan) (anew, there []string) {
	for _, k := range p.Papers {
		if k.New {
			anew = append(anew, k.Code)
		} else {
			there = append(there, k.Code)
		}
	}
	return anew, there
}

// done are the steps that are done, in capitals, among the others.
func done(p answer.Plan) string {
	var steps []string
	for _, s := range p.Steps {
		if s.Done {
			s.Code = strings.ToUpper(s.Code)
		}
		steps = append(steps, s.Code)
	}
	return strings.Join(steps, " ")
}

func TestRetry(t *testing.T) {
	r, setDay := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111", "conditions=0102")
	t.Run("UA-102 not before the answer", func(t *testing.T) {
		desktest.WantCode(t, "retry", r.Answer.Retry(desktest.Ctx, id), "answer.not_answered")
		_, err := r.Answer.Plan(desktest.Ctx, id)
		desktest.WantCode(t, "plan", err, "answer.not_answered")
	})
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2", "5")))
	t.Run("UA-102 the plan before anything is done", func(t *testing.T) {
		p := plan(t, r, id)
		if p.Begun || p.Kind != data.RetryRegistration || done(p) != "begin mend card papers send" {
			t.Errorf("%+v", p.Steps)
		}
		desktest.WantCode(t, "other way", r.Answer.ReRegister(desktest.Ctx, id), "answer.not_registered")
		desktest.WantCode(t, "mend", r.Answer.Mend(desktest.Ctx, id, "5", true), "answer.no_retry")
	})
	t.Run("UA-096 UA-100 what is made anew and what came back", func(t *testing.T) {
		if anew, there := papers(plan(t, r, id)); !slices.Equal(anew, []string{"card", "passport_copy"}) || !slices.Equal(there, []string{"medical_conclusion"}) {
			t.Errorf("anew %v, there %v", anew, there)
		}
	})
	desktest.Must(r.Answer.Retry(desktest.Ctx, id))
	t.Run("F-01 the refused attempt stays as it was", func(t *testing.T) {
		g := desktest.MustFind(t, r, id)
		if first := g.Earlier()[0]; first.CardNumber != "1111111" || first.Answer == nil || g.Current().Attempt != 2 || g.Current().Kind != data.RetryRegistration || g.Current().CardNumber != "" {
			t.Errorf("%+v", g.Registrations)
		}
		if g.Current().DraftSerial == g.Earlier()[0].DraftSerial {
			t.Error("the draft has its number again")
		}
		desktest.WantCode(t, "once more", r.Answer.Retry(desktest.Ctx, id), "answer.not_answered")
	})
	t.Run("UA-103 the old number is refused, for others too", func(t *testing.T) {
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("card_number=1111111"))
		desktest.WantCode(t, "own", err, "rule.card_of_earlier")
		other := pupil(t, r, "2222222", "surname=Інша")
		_, err = r.Table.Change(desktest.Ctx, other, desktest.Assigns("card_number=1111111"))
		desktest.WantCode(t, "other", err, "rule.card_of_earlier")
		desktest.Set(t, r, id, "card_number=3333333")
	})
	t.Run("UA-104 reasons are ticked off", func(t *testing.T) {
		desktest.WantCode(t, "other", r.Answer.Mend(desktest.Ctx, id, "1", true), "answer.other_reason")
		desktest.Must(r.Answer.Mend(desktest.Ctx, id, "2", true))
		if p := plan(t, r, id); done(p) != "BEGIN mend CARD papers send" || p.Reasons[0].Mended == nil || p.Reasons[1].Mended != nil {
			t.Error(done(p))
		}
		desktest.Must(r.Answer.Mend(desktest.Ctx, id, "5", true))
		desktest.Must(r.Answer.Mend(desktest.Ctx, id, "2", false))
		desktest.Must(r.Answer.Mend(desktest.Ctx, id, "2", true))
	})
	t.Run("UA-105 by the end of re-registration, which nobody knows", func(t *testing.T) {
		if p := plan(t, r, id); p.Term.Verdict != campaign.SentUnknown || p.Term.End.Code != campaign.ReRegistrationEnd {
			t.Errorf("%+v", p.Term)
		}
	})
	desktest.Must(r.Season.NameDay(desktest.Ctx, campaign.ReRegistrationEnd, "2020-04-14"))
	t.Run("UA-105 by its postmark", func(t *testing.T) {
		if p := plan(t, r, id); p.Term.Verdict != campaign.SentInTime || p.Term.Days != 25 {
			t.Errorf("%+v", p.Term)
		}
		setDay("2020-04-16")
		note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-04-15"})
		if p := plan(t, r, id); p.Term.Verdict != campaign.SentLate || p.Sent != "2020-04-15" || !strings.HasSuffix(done(p), "SEND") {
			t.Errorf("%+v", p.Term)
		}
	})
	t.Run("F-05 attempts are sound", func(t *testing.T) { desktest.Sound(t, r) })
	t.Run("F-01 the second answer is of the second attempt", func(t *testing.T) {
		desktest.Must(r.Answer.Registered(desktest.Ctx, id, "0123456", ""))
		if g := desktest.MustFind(t, r, id); g.Earlier()[0].Answer.State != data.AnswerRefused || g.Current().Answer.State != data.AnswerRegistered {
			t.Errorf("%+v", g.Registrations)
		}
	})
}

// What is to be brought anew hangs on the reason: after the sixth the conclusion too, which stays there.
func TestAfterEachReason(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	for i, reason := range []struct {
		name, code  string
		anew, there []string
	}{
		{"UA-089 untrue information", "2", []string{"card", "passport_copy"}, []string{"medical_conclusion"}},
		{"UA-090 no right to take part", "3", []string{"card", "passport_copy"}, []string{"medical_conclusion"}},
		{"UA-094 UA-101 conditions that cannot be made", "6", []string{"card", "passport_copy", "medical_conclusion"}, nil},
	} {
		t.Run(reason.name, func(t *testing.T) {
			id := pupil(t, r, strings.Repeat(reason.code, 7), "surname=Особа"+string(rune('А'+i)), "conditions=0102")
			desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal(reason.code)))
			p := plan(t, r, id)
			if len(p.Reasons) != 1 || p.Reasons[0].Code != reason.code || p.Reasons[0].Title == "" {
				t.Errorf("%+v", p.Reasons)
			}
			if anew, there := papers(p); !slices.Equal(anew, reason.anew) || !slices.Equal(there, reason.there) {
				t.Errorf("anew %v, there %v", anew, there)
			}
			desktest.Must(r.Answer.Retry(desktest.Ctx, id))
			desktest.Must(r.Answer.Mend(desktest.Ctx, id, reason.code, true))
			if p := plan(t, r, id); done(p) != "BEGIN MEND card papers send" {
				t.Error(done(p))
			}
		})
	}
}

func TestRetryOfLateOne(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-04-20")
	id := pupil(t, r, "1111111")
	note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-04-01"})
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, answer.Refusal{Minutes: "3", On: "2020-04-10", Reasons: []string{"4"}}))
	t.Run("UA-092 who sent nothing in time has the registration end, and is late", func(t *testing.T) {
		if p := plan(t, r, id); p.Term.Verdict != campaign.SentLate {
			t.Errorf("%+v", p.Term)
		}
	})
}

// The overview and the plan judge by the same rule: what the centre has answered was sent.
func TestRetryOfWhoseDayNobodyNoted(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := desktest.MustAdd(t, r, desktest.ZnoValues...)
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("5")))
	for _, name := range []string{"UA-092 UA-105 before the next attempt", "UA-092 UA-105 when it has begun"} {
		t.Run(name, func(t *testing.T) {
			row, err := r.Table.Find(id)
			if due := plan(t, r, id).Term.End.Code; err != nil || due != campaign.ReRegistrationEnd || row.Due == nil || row.Due.Code != due {
				t.Errorf("%s %+v %v", due, row.Due, err)
			}
		})
		_ = r.Answer.Retry(desktest.Ctx, id)
	}
}

func TestReRegister(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111", "conditions=0102")
	desktest.Must(r.Answer.Registered(desktest.Ctx, id, "0123456", ""))
	desktest.WantCode(t, "retry", r.Answer.Retry(desktest.Ctx, id), "answer.not_refused")
	desktest.Set(t, r, id, "document_number=987654321")
	desktest.Must(r.Answer.ReRegister(desktest.Ctx, id))
	desktest.Set(t, r, id, "surname=Нова")
	p := plan(t, r, id)
	t.Run("UA-082 it begins in the centre's own service", func(t *testing.T) {
		if done(p) != "BEGIN service CHANGE card papers send" {
			t.Error(done(p))
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactEntered}))
		if p := plan(t, r, id); done(p) != "BEGIN SERVICE CHANGE card papers send" {
			t.Error(done(p))
		}
	})
	t.Run("UA-082 changed fields are marked, those too that changed before it began", func(t *testing.T) {
		var fields []string
		for _, c := range p.Changed {
			fields = append(fields, c.Field+" "+c.Before+" "+c.After)
		}
		slices.Sort(fields)
		if want := []string{"document_number 111111110 987654321", "surname Верболоз Нова"}; !slices.Equal(fields, want) {
			t.Errorf("%v", fields)
		}
	})
	t.Run("UA-070 UA-083 UA-085 all papers anew, and the certificate goes back", func(t *testing.T) {
		if anew, there := papers(p); !slices.Equal(anew, []string{"card", "passport_copy"}) || !slices.Equal(there, []string{"medical_conclusion", "old_certificate"}) {
			t.Errorf("anew %v, there %v", anew, there)
		}
	})
	t.Run("UA-086 by the same way", func(t *testing.T) {
		if p.Via == "" {
			t.Error("no way")
		}
	})
}

func TestReRegisterByEmail(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111", "marks=no_ukrainian_address,lives_abroad", "email=a@example.org", "postal_index=", "settlement=", "house=")
	desktest.Must(r.Answer.Registered(desktest.Ctx, id, "0123456", ""))
	t.Run("UA-084 who is served by e-mail sends a copy of the certificate", func(t *testing.T) {
		if anew, _ := papers(plan(t, r, id)); !slices.Contains(anew, "old_certificate_copy") {
			t.Error(anew)
		}
	})
}

func TestWithdraw(t *testing.T) {
	r, setDay := desktest.Clocked(t, "zno-2020", "2020-05-20")
	var ids []string
	for i, card := range []string{"1111111", "2222222", "3333333"} {
		id := pupil(t, r, card, "surname=Особа"+string(rune('А'+i)))
		desktest.WantCode(t, "early", r.Answer.Withdraw(desktest.Ctx, id), "answer.not_registered")
		desktest.Must(r.Answer.Registered(desktest.Ctx, id, "012345"+card[:1], ""))
		_, err := r.Answer.WithdrawalSent(desktest.Ctx, id, answer.Sent{})
		desktest.WantCode(t, "sent", err, "answer.not_withdrawing")
		desktest.Must(r.Answer.Withdraw(desktest.Ctx, id))
		desktest.WantCode(t, "twice", r.Answer.Withdraw(desktest.Ctx, id), "answer.withdrawing_already")
		ids = append(ids, id)
	}
	end := r.Campaign().Date(campaign.WithdrawalEnd).On
	setDay(data.DateOf(end.Time().AddDate(0, 0, 1)))
	t.Run("UA-107 in time by the stamp of the last day", func(t *testing.T) {
		term, err := r.Answer.WithdrawalSent(desktest.Ctx, ids[0], answer.Sent{Operator: "ukrposhta", Tracking: "rb 123 456 785 ua", Postmark: end})
		sent := current(t, r, ids[0]).Fact(data.FactWithdrawalSent, "")
		if err != nil || term.Verdict != campaign.SentInTime || desktest.StatusOf(t, r, ids[0]) != data.StatusWithdrawn || sent.Note != "RB123456785UA" || sent.Via != "ukrposhta" {
			t.Errorf("%+v %v %+v", term, err, sent)
		}
		desktest.WantCode(t, "again", r.Answer.ReRegister(desktest.Ctx, ids[0]), "answer.withdrawn")
	})
	t.Run("UA-107 a day late withdraws nobody, until the centre confirms it", func(t *testing.T) {
		desktest.WantCode(t, "confirm", r.Answer.WithdrawalConfirmed(desktest.Ctx, ids[1], ""), "answer.withdrawal_not_sent")
		term, err := r.Answer.WithdrawalSent(desktest.Ctx, ids[1], answer.Sent{Postmark: data.DateOf(end.Time().AddDate(0, 0, 1))})
		if err != nil || term.Verdict != campaign.SentLate || desktest.StatusOf(t, r, ids[1]) != data.StatusRegistered {
			t.Errorf("%+v %v", term, err)
		}
		desktest.Must(r.Answer.WithdrawalConfirmed(desktest.Ctx, ids[1], ""))
		if desktest.StatusOf(t, r, ids[1]) != data.StatusWithdrawn {
			t.Error(desktest.StatusOf(t, r, ids[1]))
		}
		desktest.Must(r.Answer.TakeBackWithdrawal(desktest.Ctx, ids[1]))
		desktest.WantCode(t, "again", r.Answer.TakeBackWithdrawal(desktest.Ctx, ids[1]), "answer.not_withdrawing")
	})
	t.Run("UA-107 an unknown day is not in time", func(t *testing.T) {
		term, err := r.Answer.WithdrawalSent(desktest.Ctx, ids[2], answer.Sent{Tracking: "невідомо"})
		if err != nil || term.Verdict != campaign.SentUnknown || desktest.StatusOf(t, r, ids[2]) != data.StatusRegistered {
			t.Errorf("%+v %v", term, err)
		}
		_, err = r.Answer.WithdrawalSent(desktest.Ctx, ids[2], answer.Sent{Operator: "ukrposhta", Tracking: "RB123456786UA"})
		desktest.WantCode(t, "number", err, "tracking.bad_check")
	})
}

// What was too late by the days of the file is in time once the centre has moved the session, and the
// other way about: nothing of that is kept.
func TestAWithdrawalFollowsTheSeason(t *testing.T) {
	r, setDay := desktest.Clocked(t, "zno-2020", "2020-05-20")
	id := pupil(t, r, "1111111")
	desktest.Must(r.Answer.Registered(desktest.Ctx, id, "0123451", ""))
	desktest.Must(r.Answer.Withdraw(desktest.Ctx, id))
	setDay("2020-05-25")
	term, err := r.Answer.WithdrawalSent(desktest.Ctx, id, answer.Sent{Postmark: "2020-05-22"})
	if err != nil || term.Verdict != campaign.SentLate || term.Last() != "2020-05-21" {
		t.Fatalf("%+v %v", term, err)
	}
	for _, moved := range []struct {
		session string
		verdict campaign.SendingVerdict
		is      data.Status
	}{{"01.07.2020", campaign.SentInTime, data.StatusWithdrawn}, {"", campaign.SentLate, data.StatusRegistered}} {
		t.Run("UA-107 F-04 the session is on "+moved.session, func(t *testing.T) {
			desktest.Must(r.Season.NameDay(desktest.Ctx, "main_session_start", moved.session))
			rows, err := r.Answer.Rows(registrar.Filter{}, "")
			if err != nil || len(rows) != 1 || rows[0].Withdrawal != moved.verdict || rows[0].Status != moved.is {
				t.Errorf("%+v %v", rows, err)
			}
			if moved.is == data.StatusWithdrawn {
				desktest.WantCode(t, "another attempt", r.Answer.ReRegister(desktest.Ctx, id), "answer.withdrawn")
			}
		})
	}
}

func TestRows(t *testing.T) {
	r, setDay := desktest.Clocked(t, "zno-2020", "2020-03-20")
	ids := map[string]string{}
	for i, surname := range []string{"Арал", "Бук", "Віл", "Гай", "Дуб"} {
		ids[surname] = pupil(t, r, strings.Repeat(string(rune('1'+i)), 7), "surname="+surname)
	}
	ids["Євшан"] = desktest.MustAdd(t, r, "surname=Євшан")
	note(t, r, ids["Бук"], data.Fact{Kind: data.FactReceivedByCentre, On: "2020-03-10"})
	desktest.Must(r.Answer.Registered(desktest.Ctx, ids["Віл"], "0000001", ""))
	desktest.Must(r.Answer.Refused(desktest.Ctx, ids["Гай"], refusal("5")))
	desktest.Must(r.Answer.Refused(desktest.Ctx, ids["Дуб"], refusal("5")))
	desktest.Must(r.Answer.Retry(desktest.Ctx, ids["Дуб"]))
	stages := func(stage answer.Stage) string {
		rows, err := r.Answer.Rows(registrar.Filter{}, stage)
		desktest.Must(err)
		var said []string
		for _, row := range rows {
			said = append(said, row.Graduate.Surname+" "+string(row.Stage)+" "+string(row.Due))
		}
		return strings.Join(said, ", ")
	}
	t.Run("UA-153 late ones first, ten working days from receipt", func(t *testing.T) {
		if got, want := stages(""), "Арал late 2020-03-17, Гай refused 2020-03-17, Дуб again , Бук await_answer 2020-03-24, Віл await_envelope 2020-03-17"; got != want {
			t.Error(got)
		}
		setDay("2020-03-25")
		if got := stages(answer.Late); got != "Арал late 2020-03-17, Бук late 2020-03-24" {
			t.Error(got)
		}
	})
	t.Run("UA-152 who has sent nothing awaits nothing", func(t *testing.T) {
		if got := stages(answer.Unsent); got != "Євшан unsent " {
			t.Error(got)
		}
	})
}
