package envelope_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/envelope"
)

func registered(t *testing.T, r *registrar.Registrar, certificate string, values ...string) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), append([]string{"document_number=1" + certificate + "0", "phone=+38050000" + certificate[len(certificate)-4:]}, values...)...)...)
	desktest.Must(r.Answer.Registered(desktest.Ctx, id, certificate, ""))
	return id
}

func contents(t *testing.T, r *registrar.Registrar, id string) (codes []string) {
	t.Helper()
	items, err := r.Envelope.Contents(id)
	desktest.Must(err)
	for _, item := range items {
		codes = append(codes, item.Code)
	}
	return codes
}

func TestHandOver(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id, other := registered(t, r, "0000001"), registered(t, r, "0000002", "surname=Умови", "conditions=0102")
	t.Run("UA-068 nothing to hand over yet", func(t *testing.T) {
		desktest.WantCode(t, "hand", r.Envelope.HandOver(desktest.Ctx, id, envelope.Handing{}), "envelope.not_arrived")
	})
	t.Run("UA-072 many under one number", func(t *testing.T) {
		desktest.WantCode(t, "number", r.Envelope.Arrived(desktest.Ctx, []string{id, other}, envelope.Arrival{Operator: "ukrposhta", Tracking: "12"}), "tracking.bad_form")
		desktest.Must(r.Envelope.Arrived(desktest.Ctx, []string{id, other}, envelope.Arrival{Operator: "ukrposhta", Tracking: "05000 1234 5678", On: "2020-02-07"}))
		for _, one := range []string{id, other} {
			if f := desktest.MustFind(t, r, one).Current().Fact(data.FactEnvelopeArrived, ""); f.Note != "0500012345678" || desktest.StatusOf(t, r, one) != data.StatusEnvelope {
				t.Errorf("%+v", f)
			}
		}
		desktest.WantCode(t, "twice", r.Envelope.Arrived(desktest.Ctx, []string{id}, envelope.Arrival{}), "envelope.there")
	})
	t.Run("UA-069 UA-070 what has to be in it", func(t *testing.T) {
		if got := strings.Join(contents(t, r, other), " "); got != "certificate registration_notice medical_returned conditions_notice" {
			t.Error(got)
		}
	})
	t.Run("UA-074 something is missing", func(t *testing.T) {
		hand := func(h envelope.Handing) error { return r.Envelope.HandOver(desktest.Ctx, other, h) }
		desktest.WantCode(t, "why", hand(envelope.Handing{Contents: []string{"certificate"}}), "envelope.lacks")
		desktest.WantCode(t, "item", hand(envelope.Handing{Contents: []string{"map"}}), "envelope.unknown_item")
		desktest.WantCode(t, "day", hand(envelope.Handing{Contents: contents(t, r, other), On: "2020-02-06"}), "envelope.before_arrived")
		desktest.Must(hand(envelope.Handing{Contents: []string{"certificate", "registration_notice", "conditions_notice"}, To: "мати", Lacking: "висновок загублено"}))
		lacked := desktest.MustFind(t, r, other).Current().Fact(data.FactEnvelopeLacked, "")
		if handed := desktest.MustFind(t, r, other).Current().Fact(data.FactEnvelopeHanded, ""); handed.Note != "мати" || lacked.Seen != "medical_returned" || lacked.Note != "висновок загублено" || desktest.StatusOf(t, r, other) != data.StatusHandedOver {
			t.Errorf("%+v %+v", handed, lacked)
		}
		desktest.WantCode(t, "twice", hand(envelope.Handing{}), "envelope.handed_already")
	})
	t.Run("F-05 a hand-over with something missing is sound", func(t *testing.T) { desktest.Sound(t, r) })
	t.Run("UA-074 to the graduate, and taken back", func(t *testing.T) {
		desktest.Must(r.Envelope.HandOver(desktest.Ctx, id, envelope.Handing{Contents: contents(t, r, id)}))
		if f := desktest.MustFind(t, r, id).Current().Fact(data.FactEnvelopeHanded, ""); f.Note != "Верболоз Марія Олегівна" {
			t.Error(f.Note)
		}
		for _, want := range []data.Status{data.StatusEnvelope, data.StatusRegistered} {
			desktest.Must(r.Envelope.TakeBack(desktest.Ctx, []string{id}))
			if got := desktest.StatusOf(t, r, id); got != want {
				t.Error(got)
			}
		}
		desktest.WantCode(t, "nothing", r.Envelope.TakeBack(desktest.Ctx, []string{id}), "envelope.nothing")
	})
}

func TestElsewhere(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := registered(t, r, "0000001")
	abroad := registered(t, r, "0000002", "surname=Далека", "marks=no_ukrainian_address,lives_abroad", "email=d@example.org")
	t.Run("UA-075 the result by e-mail, for who has no address", func(t *testing.T) {
		desktest.WantCode(t, "address", r.Envelope.Emailed(desktest.Ctx, []string{abroad, id}, ""), "envelope.has_address")
		desktest.Must(r.Envelope.Emailed(desktest.Ctx, []string{abroad}, ""))
		if f := desktest.MustFind(t, r, abroad).Current().Fact(data.FactResultEmailed, ""); f.Note != "d@example.org" || desktest.StatusOf(t, r, abroad) != data.StatusEmailed {
			t.Errorf("%+v", f)
		}
	})
	t.Run("UA-076 kept at the centre, which goes on after the e-mail", func(t *testing.T) {
		desktest.Must(r.Envelope.Kept(desktest.Ctx, []string{abroad}, ""))
		if got := desktest.StatusOf(t, r, abroad); got != data.StatusKept {
			t.Error(got)
		}
		ways, err := r.Envelope.Ways()
		if err != nil || len(ways.Says) != 2 || ways.Until.Code != "main_session_start" {
			t.Errorf("%+v %v", ways, err)
		}
	})
	t.Run("UA-077 returned by the post, then come after all", func(t *testing.T) {
		desktest.Must(r.Envelope.Returned(desktest.Ctx, []string{id}, ""))
		if got := desktest.StatusOf(t, r, id); got != data.StatusReturned {
			t.Error(got)
		}
		desktest.Must(r.Envelope.Arrived(desktest.Ctx, []string{id}, envelope.Arrival{}))
		if got := desktest.StatusOf(t, r, id); got != data.StatusEnvelope {
			t.Error(got)
		}
		desktest.WantCode(t, "kept", r.Envelope.Kept(desktest.Ctx, []string{id}, ""), "envelope.there")
	})
	t.Run("UA-095 the envelope of a refusal is entered with it", func(t *testing.T) {
		refused := desktest.MustAdd(t, r, "surname=Відмовлений")
		desktest.Must(r.Answer.Refused(desktest.Ctx, refused, answer.Refusal{Minutes: "1", Reasons: []string{"3"}}))
		desktest.WantCode(t, "arrived", r.Envelope.Arrived(desktest.Ctx, []string{refused}, envelope.Arrival{}), "envelope.refused")
	})
	ort := desktest.MustCreate(t, "ort-2021")
	t.Run("UA-068 no envelopes where the campaign has none", func(t *testing.T) {
		desktest.WantCode(t, "ort", ort.Envelope.Kept(desktest.Ctx, []string{desktest.MustAdd(t, ort, "surname=Ж")}, ""), "envelope.none")
	})
}
