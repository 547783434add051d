package data

import (
	"reflect"
	"testing"
)

// step is one thing that happens to a registration, and the state that it leads to.
type step struct {
	says    string
	happens func(*Graduate, *Trail)
	is      Status
}

// noted is a step that is a fact on a day.
func noted(says string, f Fact, is Status) step {
	return step{says, func(g *Graduate, _ *Trail) { g.SetFact(f) }, is}
}

func TestLifeOfARegistration(t *testing.T) {
	list, pack := &List{ID: "l1"}, &Package{ID: "p1", Lists: []string{"l1"}}
	lives := map[string][]step{
		"F-02 by a list and a package, to the certificate": {
			noted("the kit comes", Fact{Kind: FactKitReceived, On: "2020-02-10"}, StatusChecked),
			{"it is put in a list", func(g *Graduate, t *Trail) { g.SetFact(Fact{Kind: FactListed, Seen: "l1"}); t.List = list }, StatusListed},
			{"the list goes into a package", func(_ *Graduate, t *Trail) { t.Package = pack }, StatusPacked},
			{"UA-062 the stamp", func(*Graduate, *Trail) { pack.Postmark = "2020-02-28" }, StatusDispatched},
			{"UA-152 the centre has it", func(*Graduate, *Trail) { pack.Received = "2020-03-02" }, StatusAtCentre},
			noted("UA-078 seen in processing", Fact{Kind: FactSeen, Seen: "processing", Means: MeansProcessing}, StatusProcessing),
			{"the answer", func(g *Graduate, _ *Trail) {
				g.Current().Answer = &Answer{State: AnswerRegistered, Certificate: "1234567"}
			}, StatusRegistered},
			noted("UA-068 the centre sends the envelope", Fact{Kind: FactEnvelopeSent, Note: "RB123456785UA"}, StatusMailed),
			noted("UA-068 the envelope comes", Fact{Kind: FactEnvelopeArrived}, StatusEnvelope),
			noted("UA-074 it is handed over", Fact{Kind: FactEnvelopeHanded, Note: "особисто"}, StatusHandedOver),
		},
		"UA-064 by an own letter, kept at the centre": {
			noted("sent", Fact{Kind: FactSent, On: "2020-03-20"}, StatusDispatched),
			noted("received", Fact{Kind: FactReceivedByCentre, On: "2020-03-24"}, StatusAtCentre),
			noted("seen as registered", Fact{Kind: FactSeen, Means: MeansRegistered}, StatusRegistered),
			noted("UA-076 kept", Fact{Kind: FactEnvelopeKept}, StatusKept),
		},
		"UA-077 the post gives the envelope back": {
			{"the answer", func(g *Graduate, _ *Trail) { g.Current().Answer = &Answer{State: AnswerRegistered} }, StatusRegistered},
			noted("returned", Fact{Kind: FactEnvelopeReturned}, StatusReturned),
		},
		"UA-095 a refusal comes in an envelope, and is still a refusal": {
			{"the answer", func(g *Graduate, _ *Trail) {
				g.Current().Answer = &Answer{State: AnswerRefused, Reasons: []string{"5"}}
			}, StatusRefused},
			noted("the envelope comes", Fact{Kind: FactEnvelopeArrived}, StatusRefused),
			{"UA-103 a new attempt", func(g *Graduate, _ *Trail) { g.StartAttempt(RetryRegistration, 7) }, StatusNumbered},
		},
		"UA-107 a withdrawal in time": {
			noted("begun", Fact{Kind: FactWithdrawing}, StatusWithdrawing),
			{"sent", func(g *Graduate, t *Trail) {
				g.SetFact(Fact{Kind: FactWithdrawalSent, On: "2020-05-20"})
				t.WithdrawnInTime = true
			}, StatusWithdrawn},
		},
		"UA-107 a withdrawal too late withdraws nobody": {
			{"the answer", func(g *Graduate, _ *Trail) { g.Current().Answer = &Answer{State: AnswerRegistered} }, StatusRegistered},
			noted("begun", Fact{Kind: FactWithdrawing}, StatusWithdrawing),
			noted("sent", Fact{Kind: FactWithdrawalSent, On: "2020-05-22"}, StatusRegistered),
			noted("the centre accepts it all the same", Fact{Kind: FactWithdrawn}, StatusWithdrawn),
		},
	}
	for name, life := range lives {
		t.Run(name, func(t *testing.T) {
			g, trail := &Graduate{}, Trail{}
			pack.Postmark, pack.Received = "", ""
			for _, s := range life {
				s.happens(g, &trail)
				if got := StatusOf(g, StatusNumbered, true, trail); got != s.is {
					t.Fatalf("%s: %s, want %s", s.says, got, s.is)
				}
			}
			g.Removed = &Fact{}
			if got := StatusOf(g, StatusNumbered, true, trail); got != StatusRemoved {
				t.Errorf("removed: %s", got)
			}
		})
	}
}

func TestByCourierTheRecordedDayDecides(t *testing.T) {
	t.Run("UA-063", func(t *testing.T) {
		p := &Package{Postmark: "2020-03-17", ByCourier: true}
		if got := p.SentOn(); got != "" {
			t.Errorf("sent on %s before the centre has recorded anything", got)
		}
		p.Received = "2020-03-18"
		if got := p.SentOn(); got != "2020-03-18" {
			t.Error(got)
		}
	})
}

// attempted is somebody whose first registration was refused.
func attempted() *Graduate {
	g := &Graduate{ID: "a", Registrations: []Registration{{Attempt: 1, Kind: FirstRegistration, CardNumber: "1234567", DraftSerial: 3,
		Subjects: []SubjectChoice{{Subject: "history", Attestation: true}}, Conditions: []string{"0101"},
		Facts:  []Fact{{Kind: FactKitReceived, On: "2020-02-10"}, {Kind: FactListed, Seen: "l1"}, {Kind: FactConfirmed, Of: "rule"}},
		Answer: &Answer{State: AnswerRefused, Reasons: []string{"5"}}}}}
	return g
}

func TestNewAttempt(t *testing.T) {
	t.Run("F-01 UA-103 what was chosen stays, what happened begins anew", func(t *testing.T) {
		g := attempted()
		g.StartAttempt(RetryRegistration, 9)
		r := g.Current()
		switch {
		case r.Attempt != 2 || r.Kind != RetryRegistration || r.DraftSerial != 9:
			t.Errorf("the attempt is %+v", r)
		case r.CardNumber != "" || r.Answer != nil || r.Fact(FactKitReceived, "") != nil || r.ListID() != "":
			t.Errorf("something of the old papers is left: %+v", r)
		case r.Fact(FactConfirmed, "rule") == nil || g.Get(FieldSubjects) != "history" || g.Get(FieldAttestation) != "history":
			t.Errorf("what was chosen and confirmed is gone: %+v", r)
		}
		if old := g.Earlier()[0]; old.CardNumber != "1234567" || !old.Refused() {
			t.Errorf("the first attempt is %+v", old)
		}
	})
	t.Run("F-01 the fields say all of it, forth and back", func(t *testing.T) {
		before, after := attempted(), attempted()
		after.StartAttempt(ReRegistration, 9)
		after.Set(FieldCardNumber, "7654321")
		there, back := before.Clone(), after.Clone()
		for _, field := range append(append(TypedFields(), before.Recorded()...), after.Recorded()...) {
			there.Set(field, after.Get(field))
			back.Set(field, before.Get(field))
		}
		if !reflect.DeepEqual(sorted(there), sorted(after)) {
			t.Errorf("forth:\n%+v\nwant\n%+v", there.Registrations, after.Registrations)
		}
		if !reflect.DeepEqual(sorted(back), sorted(before)) {
			t.Errorf("back:\n%+v\nwant\n%+v", back.Registrations, before.Registrations)
		}
	})
}

// sorted is a graduate with the facts of the current registration by kind, as their order says nothing.
func sorted(g *Graduate) *Graduate {
	c := g.Clone()
	facts := map[string]Fact{}
	for _, f := range c.Current().Facts {
		facts[FactField(f.Kind, f.Of)] = f
	}
	c.Current().Facts = nil
	for _, kind := range []FactKind{FactConfirmed, FactKitReceived, FactListed} {
		for name, f := range facts {
			if f.Kind == kind {
				c.Current().Facts = append(c.Current().Facts, f)
				delete(facts, name)
			}
		}
	}
	return c
}

func TestStatusesAreInTheirOrder(t *testing.T) {
	if !StatusDispatched.Reached(StatusListed) || StatusListed.Reached(StatusDispatched) || !StatusListed.Reached(StatusListed) {
		t.Error("the order of the road")
	}
}
