package answer_test

import (
	"errors"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// note writes facts of a graduate as other desks do.
func note(t *testing.T, r *registrar.Registrar, id string, facts ...data.Fact) {
	t.Helper()
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error {
			for _, f := range facts {
				g.SetFact(f)
			}
			return nil
		})
	}))
}

// pupil is a graduate whose papers left on 28 February and came on 2 March.
func pupil(t *testing.T, r *registrar.Registrar, card string, values ...string) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), append([]string{"card_number=" + card, "document_number=1" + card + "0", "phone=+38050000" + card[len(card)-4:]}, values...)...)...)
	note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-02-28"}, data.Fact{Kind: data.FactReceivedByCentre, On: "2020-03-02"})
	return id
}

func current(t *testing.T, r *registrar.Registrar, id string) *data.Registration {
	t.Helper()
	return desktest.MustFind(t, r, id).Current()
}

func TestRegistered(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id, other := pupil(t, r, "1111111"), pupil(t, r, "2222222", "surname=Другий")
	for _, wrong := range []struct{ name, typed, code string }{
		{"UA-080 a PIN beside the number", "0123456 4321", "answer.pin"},
		{"UA-080 a PIN behind it in one word", "01234564321", "answer.pin"},
		{"UA-080 a PIN that is named", "0123456, ПІН 43-21", "answer.pin"},
		{"UA-080 a PIN in the next line", "№ 0123456\n4321", "answer.pin"},
		{"UA-080 nothing", " № ", "answer.no_certificate"},
		{"UA-080 letters", "01234A6", "answer.bad_certificate"},
	} {
		t.Run(wrong.name, func(t *testing.T) {
			desktest.WantCode(t, wrong.typed, r.Answer.Registered(desktest.Ctx, id, wrong.typed, ""), wrong.code)
		})
	}
	t.Run("UA-152 before it was sent", func(t *testing.T) {
		desktest.WantCode(t, "day", r.Answer.Registered(desktest.Ctx, id, "0123456", "2020-02-27"), "answer.before_sent")
		desktest.WantCode(t, "day", r.Answer.Registered(desktest.Ctx, id, "0123456", "2020-03-21"), "fact.future_day")
	})
	desktest.Must(r.Answer.Registered(desktest.Ctx, id, "№ 0123456", "2020-03-18"))
	t.Run("F-02 registered with the number alone", func(t *testing.T) {
		a := current(t, r, id).Answer
		if a.Certificate != "0123456" || a.On != "2020-03-18" || a.Added.On != "2020-03-20" || desktest.StatusOf(t, r, id) != data.StatusRegistered {
			t.Errorf("%+v, %s", a, desktest.StatusOf(t, r, id))
		}
	})
	t.Run("F-18 the number of another", func(t *testing.T) {
		desktest.WantCode(t, "number", r.Answer.Registered(desktest.Ctx, other, "0123456", ""), "answer.same_certificate")
	})
	t.Run("UA-079 another answer waits until the first is taken back", func(t *testing.T) {
		desktest.WantCode(t, "twice", r.Answer.Registered(desktest.Ctx, id, "0123457", ""), "answer.there")
		desktest.Must(r.Answer.TakeBack(desktest.Ctx, id))
		desktest.WantCode(t, "again", r.Answer.TakeBack(desktest.Ctx, id), "answer.not_answered")
		if got := desktest.StatusOf(t, r, id); got != data.StatusAtCentre {
			t.Error(got)
		}
	})
	ort := desktest.MustCreate(t, "ort-2021")
	t.Run("UA-087 no answers where the campaign refuses nobody", func(t *testing.T) {
		desktest.WantCode(t, "ort", ort.Answer.Registered(desktest.Ctx, desktest.MustAdd(t, ort, "surname=Ж"), "1234567", ""), "answer.none")
	})
}

func refusal(reasons ...string) answer.Refusal {
	return answer.Refusal{Minutes: "12", On: "2020-03-13", Reasons: reasons, Tracking: "6102300001234", Came: "2020-03-18"}
}

func TestRefused(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111", "conditions=0102")
	for _, wrong := range []struct {
		name  string
		alter func(*answer.Refusal)
		code  string
	}{
		{"UA-097 no minutes", func(f *answer.Refusal) { f.Minutes = " " }, "answer.no_minutes"},
		{"UA-087 no reason", func(f *answer.Refusal) { f.Reasons = nil }, "answer.no_reason"},
		{"UA-087 a reason that there is not", func(f *answer.Refusal) { f.Reasons = []string{"7"} }, "answer.unknown_reason"},
		{"UA-095 a letter before the decision", func(f *answer.Refusal) { f.Came = "2020-03-12" }, "answer.came_before"},
		{"UA-095 a letter to come", func(f *answer.Refusal) { f.Came = "2020-03-21" }, "fact.future_day"},
		{"UA-096 a paper that there is not", func(f *answer.Refusal) { f.Returned = []string{"map"} }, "answer.unknown_paper"},
		{"UA-100 a paper in both places", func(f *answer.Refusal) { f.Returned, f.Kept = []string{"id"}, []string{"id"} }, "answer.unknown_paper"},
		{"UA-100 a paper in both places", func(f *answer.Refusal) {
			f.Returned, f.Kept = []string{"passport_copy"}, []string{"passport_copy"}
		}, "answer.paper_twice"},
	} {
		t.Run(wrong.name, func(t *testing.T) {
			f := refusal("5")
			wrong.alter(&f)
			desktest.WantCode(t, wrong.code, r.Answer.Refused(desktest.Ctx, id, f), wrong.code)
		})
	}
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("6", "5")))
	a := current(t, r, id).Answer
	t.Run("UA-095 UA-097 the letter and the minutes", func(t *testing.T) {
		if a.Minutes != "12" || a.On != "2020-03-13" || a.Came != "2020-03-18" || a.Tracking != "6102300001234" || !slices.Equal(a.Reasons, []string{"5", "6"}) {
			t.Errorf("%+v", a)
		}
	})
	t.Run("UA-098 UA-099 UA-100 UA-101 what came back and what stays", func(t *testing.T) {
		if !slices.Equal(a.Returned, []string{"card_returned", "medical_copy"}) || !slices.Equal(a.Kept, []string{"passport_copy", "medical_conclusion"}) {
			t.Errorf("%v %v", a.Returned, a.Kept)
		}
	})
	if got := desktest.StatusOf(t, r, id); got != data.StatusRefused {
		t.Error(got)
	}
}

func TestAppeal(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111")
	t.Run("UA-106 nothing to appeal against", func(t *testing.T) {
		desktest.WantCode(t, "appeal", r.Answer.Appeal(desktest.Ctx, id, "", ""), "answer.not_refused")
	})
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2")))
	t.Run("UA-106 an appeal with its end", func(t *testing.T) {
		desktest.WantCode(t, "decided", r.Answer.AppealDecided(desktest.Ctx, id, "", data.AppealGranted, ""), "answer.no_appeal")
		desktest.WantCode(t, "early", r.Answer.Appeal(desktest.Ctx, id, "2020-03-12", ""), "answer.too_early")
		desktest.Must(r.Answer.Appeal(desktest.Ctx, id, "2020-03-19", "скаргу подано"))
		desktest.WantCode(t, "outcome", r.Answer.AppealDecided(desktest.Ctx, id, "", "maybe", ""), "answer.unknown_outcome")
		desktest.WantCode(t, "second", r.Answer.Registered(desktest.Ctx, id, "0123456", ""), "answer.there")
		desktest.Must(r.Answer.AppealDecided(desktest.Ctx, id, "2020-03-20", data.AppealGranted, "задоволено"))
		row, err := r.Table.Find(id)
		if err != nil || row.Next != data.NextAnswer {
			t.Errorf("%v, %v", row.Next, err)
		}
		desktest.Must(r.Answer.Registered(desktest.Ctx, id, "0123456", ""))
		if desktest.StatusOf(t, r, id) != data.StatusRegistered {
			t.Error(desktest.StatusOf(t, r, id))
		}
	})
}

func TestSeen(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id, other := pupil(t, r, "1111111"), pupil(t, r, "2222222", "surname=Другий")
	t.Run("UA-149 a state of the campaign alone", func(t *testing.T) {
		err := r.Answer.Seen(desktest.Ctx, []string{id}, "lost", "")
		desktest.WantCode(t, "state", err, "answer.unknown_state")
		if refused := new(data.Error); !errors.As(err, &refused) || refused.Args["known"] != "Документи надійшли, Документи опрацьовуються, Зареєстровано, Відмовлено в реєстрації" {
			t.Errorf("there are %v", refused.Args["known"])
		}
	})
	desktest.Must(r.Answer.Seen(desktest.Ctx, []string{id, other}, "processing", "2020-03-10"))
	t.Run("UA-078 UA-151 with day and name, and the day of the last look", func(t *testing.T) {
		seen, looked := current(t, r, id).Fact(data.FactSeen, ""), current(t, r, id).Fact(data.FactLooked, "")
		if seen.On != "2020-03-10" || seen.By == "" || looked.On != "2020-03-10" || desktest.StatusOf(t, r, id) != data.StatusProcessing {
			t.Errorf("%+v %+v", seen, looked)
		}
		desktest.WantCode(t, "older", r.Answer.Seen(desktest.Ctx, []string{id}, "received", "2020-03-09"), "answer.seen_later")
		desktest.Must(r.Answer.Looked(desktest.Ctx, []string{id}, "2020-03-19"))
		desktest.Must(r.Answer.Looked(desktest.Ctx, []string{id}, "2020-03-12"))
		if looked := current(t, r, id).Fact(data.FactLooked, ""); looked.On != "2020-03-19" {
			t.Error(looked.On)
		}
	})
	t.Run("UA-078 what is seen is no receipt: an answer is to be entered", func(t *testing.T) {
		desktest.Must(r.Answer.Seen(desktest.Ctx, []string{id}, "registered", "2020-03-19"))
		row, err := r.Table.Find(id)
		if err != nil || row.Status != data.StatusRegistered || row.Next != data.NextAnswer {
			t.Errorf("%s %s %v", row.Status, row.Next, err)
		}
	})
	t.Run("F-05 several facts of one act are sound, in whatever order they were noted", func(t *testing.T) { desktest.Sound(t, r) })
	t.Run("UA-079 what is entered wins, and the difference is shown", func(t *testing.T) {
		desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2")))
		if desktest.StatusOf(t, r, id) != data.StatusRefused || !slices.Contains(desktest.FoundFor(t, r, id), "seen_differs ") {
			t.Errorf("%s %v", desktest.StatusOf(t, r, id), desktest.FoundFor(t, r, id))
		}
	})
}

func TestSeenAll(t *testing.T) {
	r, _ := desktest.Clocked(t, "zno-2020", "2020-03-20")
	id, other := pupil(t, r, "1111111"), pupil(t, r, "2222222", "surname=Другий")
	again := pupil(t, r, "3333333", "surname=Третя")
	desktest.Must(r.Answer.Refused(desktest.Ctx, again, refusal("5")))
	desktest.Must(r.Answer.Retry(desktest.Ctx, again))
	lines, err := r.Answer.ReadSeen("№\tСтан\r\n1111111\tДокументи опрацьовуються (5 днів)\r\n\r\n2222222 Зарегистрировано\r\n1111111\treceived\r\n3333333\treceived\r\n2222222\tdeep water\r\n9\treceived")
	desktest.Must(err)
	for i, want := range []struct {
		name string
		line int
		code string
	}{{"UA-078 a header is no line", 1, "answer.line_nobody"}, {"UA-078 by the title", 2, ""}, {"UA-078 in another language of the campaign", 4, ""},
		{"UA-078 twice", 5, "answer.line_twice"}, {"UA-103 the number of the attempt before", 6, "answer.line_earlier"},
		{"UA-149 no such state", 7, "answer.unknown_state"}, {"UA-078 nobody's number", 8, "answer.line_nobody"}} {
		t.Run(want.name, func(t *testing.T) {
			if lines[i].Line != want.line || data.CodeOf(lines[i].Why) != want.code {
				t.Errorf("%d %v", lines[i].Line, lines[i].Why)
			}
		})
	}
	t.Run("UA-078 what was understood is entered as one act", func(t *testing.T) {
		n, err := r.Answer.SeenAll(desktest.Ctx, lines, "")
		if err != nil || n != 2 || desktest.StatusOf(t, r, id) != data.StatusProcessing || desktest.StatusOf(t, r, other) != data.StatusRegistered {
			t.Errorf("%d %v", n, err)
		}
		_, err = r.Answer.SeenAll(desktest.Ctx, lines[:1], "")
		desktest.WantCode(t, "nothing", err, "answer.nothing_seen")
		_, err = r.Answer.ReadSeen("\n \n")
		desktest.WantCode(t, "empty", err, "paste.no_lines")
	})
}
