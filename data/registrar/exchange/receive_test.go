package exchange_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/payment"
)

func current(t testing.TB, r *registrar.Registrar, id string) *data.Registration {
	t.Helper()
	return desktest.MustFind(t, r, id).Current()
}

func nextOf(t testing.TB, r *registrar.Registrar, id string) data.Next {
	t.Helper()
	row, err := r.Table.Find(id)
	desktest.Must(err)
	return row.Next
}

func status(t testing.TB, r *registrar.Registrar, id string) data.Status {
	t.Helper()
	row, err := r.Table.Find(id)
	desktest.Must(err)
	return row.Status
}

func TestReceipt(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a, b := applicant(t, r, 1), applicant(t, r, 2)
	o, m := enrolled(t, r)
	path := o.receipt(t, m, map[string]string{b: message.VerdictRejected})
	in, err := r.Exchange.Look(desktest.Ctx, path)
	desktest.Must(err)
	t.Run("design §9 a look changes nothing", func(t *testing.T) {
		if len(in.News) != 2 || in.News[0].Graduate.ID != a || in.News[0].Verdict != message.VerdictAccepted || len(in.News[0].Changes) != 1 || in.Again {
			t.Errorf("%+v", in.News)
		}
		if current(t, r, a).Fact(data.FactAcknowledged, "") != nil {
			t.Error("acknowledged by a look")
		}
	})
	done, err := r.Exchange.Receive(desktest.Ctx, in)
	desktest.Must(err)
	t.Run("design §9 a receipt alone says that a record was received", func(t *testing.T) {
		if s, err := r.Exchange.State(); err != nil || s.Accepted != 1 || len(s.Waiting) != 0 {
			t.Errorf("%+v %v", s, err)
		}
		if row := rowOf(t, r, a); done.Changed != 2 || row.Acknowledged == nil || row.Acknowledged.Seen != message.VerdictAccepted {
			t.Errorf("%+v", row.Acknowledged)
		}
	})
	t.Run("design §9 a rejected record is mended and sent again as what it was", func(t *testing.T) {
		row := rowOf(t, r, b)
		if !row.Rejected() || row.Acknowledged.Means != "centre.key_twice" || row.Acknowledged.Note != "двічі" {
			t.Errorf("%+v", row)
		}
		if nextOf(t, r, a) == data.NextResend || nextOf(t, r, b) != data.NextResend {
			t.Errorf("next %s, %s", nextOf(t, r, a), nextOf(t, r, b))
		}
		desktest.Set(t, r, b, "street=ул. Чуй")
		if row := rowOf(t, r, b); row.Action != exchange.ActionAdd {
			t.Errorf("%q", row.Action)
		}
	})
	t.Run("design §9 the very same goes again only when it is asked for", func(t *testing.T) {
		desktest.Set(t, r, b, "street=ул. Манаса")
		if row := rowOf(t, r, b); row.Action != "" {
			t.Errorf("%q", row.Action)
		}
		if m := opened(t, export(t, r, b).Paths[0], o.Identity); m.Records[0].Graduate.Action != exchange.ActionAdd {
			t.Errorf("%+v", m.Records[0].Graduate)
		}
	})
	t.Run("design §9 a message read twice changes nothing", func(t *testing.T) {
		before := desktest.Events(t, r)
		in, done := take(t, r, path)
		if !in.Again || !done.Again || desktest.Events(t, r) != before {
			t.Errorf("%v %+v", in.Again, done)
		}
	})
	desktest.Sound(t, r)
}

func TestPlaceOfMessages(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	applicant(t, r, 1)
	o, m := enrolled(t, r)
	take(t, r, o.receipt(t, m, nil))
	take(t, r, o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeStatus, Revision: 2}}))
	first, hash := o.sequence, o.hash
	stranger := &office{Identity: desktest.Enrol(t, desktest.MustCreate(t, "ort-2021"), "other"), campaign: o.campaign, school: o.school, to: o.to}
	empty := message.Message{Envelope: message.Envelope{Type: message.TypeStatus}}
	other := func(alter func(*message.Message)) message.Message { m := empty; alter(&m); return m }
	for _, c := range []struct {
		name, code string
		of         *office
		m          message.Message
		sequence   int
		previous   string
	}{
		{"a gap", "message.gap", o, empty, first + 2, hash},
		{"another message of a number", "message.conflict", o, empty, first, m.Hash},
		{"an older message that never came", "message.replay", o, empty, 1, ""},
		{"another message behind the same", "message.fork", o, empty, first + 1, m.Hash},
		{"an older program than before", "message.downgrade", o, other(func(m *message.Message) { m.Program = "0.9" }), first + 1, hash},
		{"an older edition of the campaign than before", "message.downgrade", o, other(func(m *message.Message) { m.Revision = 1 }), first + 1, hash},
		{"another signer", "message.unknown_signer", stranger, empty, first + 1, hash},
		{"another campaign", "message.wrong_campaign", o, other(func(m *message.Message) { m.Campaign = "zno-2020" }), first + 1, hash},
		{"another school", "message.other_school", o, other(func(m *message.Message) { m.School = "school-8" }), first + 1, hash},
		{"a note of the centre to itself", "exchange.other_message", o, other(func(m *message.Message) { m.Type = message.TypeNote }), first + 1, hash},
	} {
		t.Run("design §9 "+c.name, func(t *testing.T) {
			before := desktest.Events(t, r)
			path, _ := c.of.writeAs(t, c.m, c.sequence, c.previous)
			_, err := r.Exchange.Look(desktest.Ctx, path)
			desktest.WantCode(t, c.name, err, c.code)
			if desktest.Events(t, r) != before {
				t.Error("something was written")
			}
		})
	}
	t.Run("KG-013 a message of the school itself, and what is none", func(t *testing.T) {
		desktest.Set(t, r, m.Records[0].Graduate.ID, "street=ул. Чуй")
		_, err := r.Exchange.Look(desktest.Ctx, export(t, r).Paths[0])
		desktest.WantCode(t, "own", err, "message.not_for_us")
		path := filepath.Join(t.TempDir(), "x.zip.age")
		desktest.Must(os.WriteFile(path, []byte("nothing"), 0o600))
		_, err = r.Exchange.Look(desktest.Ctx, path)
		desktest.WantCode(t, "none", err, "message.not_a_message")
		_, err = r.Exchange.Look(desktest.Ctx, filepath.Dir(path))
		desktest.WantCode(t, "a folder", err, "file.is_folder")
	})
}

func TestStatusOfPaper(t *testing.T) {
	r, setDay := season(t, "zno-2020", "2020-03-20")
	id, other, byHand := pupil(t, r, "1111111"), pupil(t, r, "2222222", "surname=Другий"), pupil(t, r, "3333333", "surname=Третя")
	o, m := enrolled(t, r)
	take(t, r, o.receipt(t, m, map[string]string{id: message.VerdictHeld, other: message.VerdictHeld}))
	of := func(id, key string, s message.State) message.State {
		s.Graduate, s.Key, s.Attempt = id, key, "1"
		return s
	}
	t.Run("UA-066 UA-152 held until the paper card has come", func(t *testing.T) {
		if got := current(t, r, id).Fact(data.FactAcknowledged, "").Seen; got != message.VerdictHeld {
			t.Error(got)
		}
		take(t, r, o.status(t, of(id, "1111111", message.State{About: message.AboutReceived, State: "received", On: "2020-03-02", Number: "1111111"})))
		if got := current(t, r, id); got.Fact(data.FactAcknowledged, "").Seen != message.VerdictAccepted || got.Fact(data.FactReceivedByCentre, "").On != "2020-03-02" || status(t, r, id) != data.StatusAtCentre {
			t.Errorf("%+v %s", got.Facts, status(t, r, id))
		}
	})
	desktest.Must(r.Answer.Registered(desktest.Ctx, byHand, "0123456", "2020-03-18"))
	refused := of(byHand, "3333333", message.State{About: message.AboutAnswer, State: "refused", On: "2020-03-13", Number: "12", Reasons: "5 2", Tracking: "6102300001234", Note: "фото"})
	path := o.status(t, refused, of(id, "1111111", message.State{About: message.AboutAnswer, State: "registered", On: "2020-03-12", Number: "0654321"}),
		of("gone", "9999999", message.State{About: message.AboutAnswer, State: "registered", On: "2020-03-12", Number: "0654322"}))
	in, err := r.Exchange.Look(desktest.Ctx, path)
	desktest.Must(err)
	t.Run("UA-079 what was noted by hand and differs is shown", func(t *testing.T) {
		if n := in.News[0]; !n.Differs || len(n.Changes) != 1 || n.Changes[0].Field != data.FieldAnswer {
			t.Errorf("%+v", n)
		}
		if n := in.News[1]; n.Differs || n.Why != nil || n.Graduate.ID != id {
			t.Errorf("%+v", n)
		}
		if n := in.News[2]; n.Graduate != nil || n.Why.ID != "exchange.nobody" {
			t.Errorf("%+v", n)
		}
	})
	done, err := r.Exchange.Receive(desktest.Ctx, in)
	desktest.Must(err)
	t.Run("UA-087 UA-095 UA-097 UA-100 the message counts, and the history keeps both", func(t *testing.T) {
		a := current(t, r, byHand).Answer
		if done.Changed != 2 || done.Unknown != 1 || a.State != data.AnswerRefused || a.Minutes != "12" || !slices.Equal(a.Reasons, []string{"2", "5"}) || a.Tracking != "6102300001234" || !slices.Contains(a.Kept, "passport_copy") || a.Added.Note != "фото" {
			t.Errorf("%+v %+v", done, a)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: byHand, Kind: "message.received"})
		last := events[len(events)-1]
		if was := (&data.Graduate{}); len(last.Changes) == 1 {
			was.Set(data.FieldAnswer, last.Changes[0].Before)
			if was.Current().Answer.Certificate != "0123456" {
				t.Errorf("%+v", last.Changes)
			}
		} else {
			t.Errorf("%+v", events)
		}
		if status(t, r, id) != data.StatusRegistered || current(t, r, id).Answer.Certificate != "0654321" {
			t.Errorf("%+v", current(t, r, id).Answer)
		}
	})
	t.Run("UA-102 UA-104 then another attempt, which is registered", func(t *testing.T) {
		desktest.Must(r.Answer.Retry(desktest.Ctx, byHand))
		desktest.Set(t, r, byHand, "card_number=4444444")
		note(t, r, byHand, data.Fact{Kind: data.FactSent, On: "2020-03-20"})
		m := opened(t, export(t, r).Paths[0], o.Identity)
		take(t, r, o.receipt(t, m, nil))
		if row := rowOf(t, r, byHand); row.Action != "" || row.Sent == nil || row.Acknowledged == nil {
			t.Errorf("what was sent of the second attempt is %+v, %+v; next %q", row.Sent, row.Acknowledged, row.Action)
		}
		setDay("2020-03-25")
		s := message.State{Graduate: byHand, Key: "4444444", Attempt: "2", About: message.AboutAnswer, State: "registered", On: "2020-03-24", Number: "0777777"}
		again := refused
		again.Note, again.Attempt = "", "1"
		_, done := take(t, r, o.status(t, s, again))
		if status(t, r, byHand) != data.StatusRegistered || done.Changed != 1 || desktest.MustFind(t, r, byHand).Earlier()[0].Answer.State != data.AnswerRefused {
			t.Errorf("%s %+v", status(t, r, byHand), done)
		}
	})
	t.Run("UA-106 UA-076 UA-077 UA-075 an appeal, and where the envelope is", func(t *testing.T) {
		desktest.Must(r.Answer.Refused(desktest.Ctx, other, refusal("2")))
		desktest.Must(r.Answer.Appeal(desktest.Ctx, other, "2020-03-21", ""))
		take(t, r, o.status(t, of(other, "2222222", message.State{About: message.AboutAppeal, State: "granted", On: "2020-03-24"}),
			of(other, "2222222", message.State{About: message.AboutAnswer, State: "registered", On: "2020-03-24", Number: "0555555"}),
			of(id, "1111111", message.State{About: message.AboutEnvelope, State: "kept", On: "2020-03-24"})))
		if got := current(t, r, other); got.Answer.State != data.AnswerRegistered || got.Fact(data.FactAppealDecided, "").Seen != data.AppealGranted {
			t.Errorf("%+v", got)
		}
		if status(t, r, id) != data.StatusKept {
			t.Error(status(t, r, id))
		}
	})
	t.Run("UA-068 UA-077 the last word of where an envelope is counts", func(t *testing.T) {
		for _, s := range []struct {
			state, tracking string
			is              data.Status
		}{{"sent", "RB123456785UA", data.StatusMailed}, {"returned", "", data.StatusReturned}, {"sent", "RB123456799UA", data.StatusMailed}} {
			take(t, r, o.status(t, of(id, "1111111", message.State{About: message.AboutEnvelope, State: s.state, Tracking: s.tracking, On: "2020-03-24"})))
			if got := status(t, r, id); got != s.is {
				t.Errorf("%s: %s", s.state, got)
			}
		}
		if f := current(t, r, id).Fact(data.FactEnvelopeSent, ""); f == nil || f.Note != "RB123456799UA" || nextOf(t, r, id) != data.NextAwaitPost {
			t.Errorf("%+v, next %s", f, nextOf(t, r, id))
		}
	})
	t.Run("UA-074 an envelope that has come to the school stays there, whatever a late message says", func(t *testing.T) {
		note(t, r, other, data.Fact{Kind: data.FactEnvelopeArrived, On: "2020-03-25"})
		take(t, r, o.status(t, of(other, "2222222", message.State{About: message.AboutEnvelope, State: "returned", On: "2020-03-24"})))
		if status(t, r, other) != data.StatusEnvelope || current(t, r, other).Fact(data.FactEnvelopeReturned, "") != nil {
			t.Error(status(t, r, other))
		}
	})
	t.Run("UA-149 UA-078 a state of the service is kept; one of an earlier day is passed over", func(t *testing.T) {
		for _, day := range []string{"2020-03-24", "2020-03-23"} {
			take(t, r, o.status(t, of(id, "1111111", message.State{About: message.AboutState, State: "registered", On: day})))
			if seen := current(t, r, id).Fact(data.FactSeen, ""); seen == nil || seen.On != "2020-03-24" {
				t.Errorf("after %s %+v", day, seen)
			}
		}
	})
	t.Run("design §9 what the rules here do not know refuses all of it", func(t *testing.T) {
		before := desktest.Events(t, r)
		for about, known := range map[string]string{message.AboutState: "Документи опрацьовуються", message.AboutAnswer: "registered"} {
			m := message.Message{Envelope: message.Envelope{Type: message.TypeStatus}, States: []message.State{of(other, "2222222", message.State{About: about, State: "review", On: "2020-03-24"})}}
			path, _ := o.writeAs(t, m, o.sequence+1, o.hash)
			_, err := r.Exchange.Look(desktest.Ctx, path)
			desktest.WantCode(t, about, err, "answer.unknown_state")
			var refused *data.Error
			if !errors.As(err, &refused) || !strings.Contains(fmt.Sprint(refused.Args["known"]), known) {
				t.Errorf("%s: known is %v", about, err)
			}
		}
		_, err := r.Exchange.Look(desktest.Ctx, o.status(t, of(other, "2222222", message.State{About: message.AboutAnswer, State: "refused", On: "2020-03-24", Number: "1", Reasons: "99"})))
		desktest.WantCode(t, "reason", err, "answer.unknown_reason")
		if desktest.Events(t, r) != before {
			t.Error("something was written")
		}
	})
	desktest.Sound(t, r)
}

func TestStatusOfPayments(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := applicant(t, r, 1)
	paid, _ := desktest.Pay(t, r, id, "4567", "900")
	o, m := enrolled(t, r)
	take(t, r, o.receipt(t, m, nil))
	desktest.Must(r.Payment.Judge(desktest.Ctx, id, paid, "accepted", "", ""))
	in, _ := take(t, r, o.status(t, message.State{Graduate: id, Key: m.Records[0].Graduate.Key, Attempt: "1", About: message.AboutPayment, Of: paid, State: "rejected", On: "2020-02-09", Note: "не та сумма"},
		message.State{Graduate: id, Key: m.Records[0].Graduate.Key, Attempt: "1", About: message.AboutPayment, Of: "none", State: "accepted", On: "2020-02-09"}))
	t.Run("KG-065 the verdict of the message takes the place of what was seen, and nothing is sent back of it", func(t *testing.T) {
		v := current(t, r, id).Payment(paid).Verdict
		if v.Kind != "rejected" || v.On != "2020-02-09" || v.Note != "не та сумма" || !in.News[0].Differs || in.News[1].Why.ID != "exchange.no_receipt" {
			t.Errorf("%+v %+v", v, in.News)
		}
		if row := rowOf(t, r, id); row.Action != "" {
			t.Errorf("%s %v", row.Action, row.Changes)
		}
	})
	desktest.Sound(t, r)
}

func TestSecondAttemptOfFiles(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := applicant(t, r, 1)
	_, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: "4567", Amount: "740", Picture: desktest.Picture(t, 99)})
	desktest.Must(err)
	o, m := enrolled(t, r)
	take(t, r, o.receipt(t, m, nil))
	take(t, r, o.status(t, message.State{Graduate: id, Key: m.Records[0].Graduate.Key, Attempt: "1", About: message.AboutAnswer, State: "refused", On: "2020-02-09", Note: "не та сумма"}))
	desktest.Must(r.Answer.Retry(desktest.Ctx, id))
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	t.Run("KG-064 a second attempt goes with the receipts of the first, each once", func(t *testing.T) {
		if row := rowOf(t, r, id); row.Action != exchange.ActionAdd || row.Why != nil {
			t.Fatalf("%q %v", row.Action, row.Why)
		}
		again := opened(t, export(t, r).Paths[0], o.Identity).Records[0]
		if again.Graduate.Attempt != "2" || len(again.Payments) != 1 || len(again.Documents) != len(m.Records[0].Documents) || again.Payments[0].Receipt != m.Records[0].Payments[0].Receipt {
			t.Errorf("%+v", again)
		}
	})
	desktest.Sound(t, r)
}
