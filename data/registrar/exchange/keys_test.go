package exchange_test

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

func TestTheSchoolTurnsItsKeys(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	_, err := r.Exchange.TurnKeys(desktest.Ctx)
	desktest.WantCode(t, "before it is enrolled", err, "exchange.not_enrolled")
	centre := desktest.Enrol(t, r, "bishkek-7")
	applicant(t, r, 1)
	own := func() (own, next string) {
		state, err := r.Exchange.State()
		desktest.Must(err)
		return state.Own, state.Next
	}
	turn := func() string {
		fingerprint, err := r.Exchange.TurnKeys(desktest.Ctx)
		desktest.Must(err)
		return fingerprint
	}
	t.Run("design §9 keys that nobody has seen are replaced at once", func(t *testing.T) {
		former, _ := own()
		made := turn()
		if is, next := own(); is != made || next != "" || made == former {
			t.Errorf("%s, then %s", is, next)
		}
		if m := opened(t, export(t, r).Paths[0], centre); m.From.Fingerprint() != made || m.Next != nil {
			t.Errorf("%+v", m.Envelope)
		}
	})
	t.Run("design §9 later ones are told by a message that the old ones have signed", func(t *testing.T) {
		former, _ := own()
		unseen, made := turn(), turn()
		if is, next := own(); is != former || next != made || made == unseen {
			t.Errorf("%s, then %s", is, next)
		}
		applicant(t, r, 2)
		m := opened(t, export(t, r).Paths[0], centre)
		if m.From.Fingerprint() != former || m.Next == nil || m.Next.Fingerprint() != made {
			t.Errorf("%+v", m.Envelope)
		}
		applicant(t, r, 3)
		if m := opened(t, export(t, r).Paths[0], centre); m.From.Fingerprint() != made || m.Next != nil {
			t.Errorf("%+v", m.Envelope)
		}
	})
	t.Run("design §9 what comes sealed to the old ones is still read, and the history tells of the new ones", func(t *testing.T) {
		e, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (*registry.Enrolled, error) { return v.Enrolled() })
		if err != nil || len(e.Own) != 2 {
			t.Errorf("%d keys, %v", len(e.Own), err)
		}
		is, _ := own()
		events := desktest.EventsOf(t, r, registry.HistoryFilter{Kind: registry.EventEnrolled})
		if len(events) != 4 || events[3].Note != is {
			t.Errorf("%+v", events)
		}
		desktest.Sound(t, r)
	})
}

func TestTheMessageThatToldNewKeysWasLost(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	centre := desktest.Enrol(t, r, "bishkek-7")
	applicant(t, r, 1)
	former := opened(t, export(t, r).Paths[0], centre).From.Fingerprint()
	made, err := r.Exchange.TurnKeys(desktest.Ctx)
	desktest.Must(err)
	applicant(t, r, 2)
	export(t, r)
	t.Run("design §9 everything anew is signed by the old keys again and tells the new ones", func(t *testing.T) {
		sent, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir(), Anew: true}, nil)
		desktest.Must(err)
		if m := opened(t, sent.Paths[0], centre); m.From.Fingerprint() != former || m.Next == nil || m.Next.Fingerprint() != made {
			t.Errorf("%+v", m.Envelope)
		}
	})
}
