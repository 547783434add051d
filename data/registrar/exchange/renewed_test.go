package exchange_test

import (
	"crypto/rand"
	"strings"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// identity makes keys.
func identity(t testing.TB) *message.Identity {
	t.Helper()
	made, err := message.NewIdentity(rand.Reader)
	desktest.Must(err)
	return made
}

// offer gives the school new keys, of which the centre does not know yet.
func offer(t testing.TB, r *registrar.Registrar) message.Keys {
	t.Helper()
	made := identity(t)
	secret, signing, err := made.Text()
	desktest.Must(err)
	desktest.Must(r.Write(desktest.Ctx, registry.RightSchool, nil, func(w *registry.Edit) error {
		e, err := w.Enrolled()
		desktest.Must(err)
		next := e.Clone()
		next.Own, next.Offered = append([]registry.OwnKeys{{Secret: secret, Signing: signing}}, next.Own...), true
		return w.Commit(func(c *registry.Change) error { return c.PutEnrolled(next) })
	}))
	return made.Keys()
}

func TestKeysChange(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := applicant(t, r, 1)
	o, first := enrolled(t, r)
	take(t, r, o.receipt(t, first, nil))
	fresh := offer(t, r)
	desktest.Set(t, r, id, "street=ул. Чуй")
	second := opened(t, export(t, r).Paths[0], o.Identity)
	desktest.Set(t, r, id, "street=ул. Манаса")
	third := opened(t, export(t, r).Paths[0], o.Identity)
	t.Run("design §9 new keys of the school are told by a message that the old ones have signed", func(t *testing.T) {
		if second.From != first.From || second.Next == nil || *second.Next != fresh || third.From != fresh || third.Next != nil {
			t.Errorf("%+v %+v", second.Envelope, third.Envelope)
		}
	})
	t.Run("design §9 what was sealed to the old keys is still read", func(t *testing.T) {
		take(t, r, o.receipt(t, second, nil))
	})
	t.Run("design §9 new keys of the centre come by a message that the old ones have signed, and only they are believed then", func(t *testing.T) {
		next := identity(t)
		keys := next.Keys()
		take(t, r, o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeStatus, Next: &keys}}))
		_, err := r.Exchange.Look(desktest.Ctx, o.status(t))
		desktest.WantCode(t, "the old keys", err, "message.unknown_signer")
		o.sequence--
		_, o.hash = o.writeAs(t, message.Message{Envelope: message.Envelope{Type: message.TypeStatus}}, o.sequence, o.hash)
		if s, err := r.Exchange.State(); err != nil || s.Centre != keys.Fingerprint() {
			t.Errorf("%+v %v", s, err)
		}
		desktest.Set(t, r, id, "street=ул. Токтогула")
		if m := opened(t, export(t, r).Paths[0], next); m.To != keys.Fingerprint() {
			t.Error(m.To)
		}
	})
}

func TestRulesOfTheCentre(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	applicant(t, r, 1)
	o, first := enrolled(t, r)
	take(t, r, o.receipt(t, first, nil))
	source := strings.Replace(string(r.Campaign().Source()), "revision = ", "revision = 9", 1)
	path := o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeCampaign}, CampaignFile: []byte(source)})
	before := r.Campaign().Revision
	in, err := r.Exchange.Look(desktest.Ctx, path)
	desktest.Must(err)
	if r.Campaign().Revision != before || in.Rules == nil {
		t.Error("changed by a look")
	}
	t.Run("KG-001 UA-003 newer rules come by a message, as one act with it", func(t *testing.T) {
		_, done := take(t, r, path)
		if r.Campaign().Revision <= before || done.Again {
			t.Errorf("revision %d", r.Campaign().Revision)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventMessageReceived}); len(events) == 0 {
			t.Error("no event")
		}
	})
	t.Run("KG-001 rules that are here already are no reason to refuse, and what stands in the message is taken once", func(t *testing.T) {
		again := o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeCampaign}, CampaignFile: []byte(source)})
		take(t, r, again)
		if _, done := take(t, r, again); !done.Again {
			t.Error("taken twice")
		}
	})
	t.Run("KG-001 rules for a newer program are refused, and those that hold stay", func(t *testing.T) {
		// It is not taken, so that the next one has its place.
		defer func(sequence int, hash string) { o.sequence, o.hash = sequence, hash }(o.sequence, o.hash)
		held, messages := r.Campaign().Revision, len(desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventMessageReceived}))
		needy := strings.Replace(strings.Replace(source, "revision = 9", "revision = 99", 1), `minimum_program = "1.0"`, `minimum_program = "9.4"`, 1)
		in, err := r.Exchange.Look(desktest.Ctx, o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeCampaign}, CampaignFile: []byte(needy)}))
		desktest.Must(err)
		_, err = r.Season.LookAtCampaign(in.Rules)
		desktest.WantCode(t, "looked at", err, "campaign.program_too_old")
		_, err = r.Exchange.Receive(desktest.Ctx, in)
		desktest.WantCode(t, "taken", err, "campaign.program_too_old")
		after := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventMessageReceived})
		if r.Campaign().Revision != held || len(after) != messages {
			t.Errorf("revision %d after %d, %d messages after %d", r.Campaign().Revision, held, len(after), messages)
		}
	})
	t.Run("KG-001 rules of another campaign change nothing", func(t *testing.T) {
		other, err := registrar.Campaign("zno-2020", nil)
		desktest.Must(err)
		in, err := r.Exchange.Look(desktest.Ctx, o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeCampaign}, CampaignFile: other.Source()}))
		desktest.Must(err)
		_, err = r.Exchange.Receive(desktest.Ctx, in)
		if data.CodeOf(err) != "campaign.another" {
			t.Error(err)
		}
	})
	desktest.Sound(t, r)
}
