package answer

import (
	"cmp"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Stage says what somebody awaits of the centre, or has got of it.
type Stage string

// The stages, in the order in which they are looked at.
const (
	Late          Stage = "late"           // the centre's working days are over (UA-153)
	ToEnter       Stage = "to_enter"       // an answer is known from the site alone
	Refused       Stage = "refused"        // a new attempt is to begin
	Again         Stage = "again"          // it has begun, and is not sent yet
	Withdrawal    Stage = "withdrawal"     // the registration is given up, or was
	ToHand        Stage = "to_hand"        // the envelope is in the school
	AwaitAnswer   Stage = "await_answer"   // sent, and no answer yet
	AwaitEnvelope Stage = "await_envelope" // registered, and no envelope yet
	AtCentre      Stage = "at_centre"      // the centre keeps the envelope
	Done          Stage = "done"
	Unsent        Stage = "unsent" // nothing was sent yet
)

// Stages are all of them in their order.
func Stages() []Stage {
	return []Stage{Late, ToEnter, Refused, Again, Withdrawal, ToHand, AwaitAnswer, AwaitEnvelope, AtCentre, Done, Unsent}
}

// Row is somebody as the answers see one.
type Row struct {
	registry.Row
	Stage Stage
	// Sent is when the papers left, Received when the centre got them, Due the day by which it answers;
	// "" where they are not known. Days is how many days are left until Due, less than nothing when it
	// is over.
	Sent, Received, Due data.Date
	Days                int
	// Seen is the state that was seen last on the centre's site, Looked the last look there; nil for
	// none. Differs says that what was seen there is another answer than the one that was entered.
	Seen, Looked *data.Fact
	// Envelope is what is known last of where the envelope is; nil for nothing.
	Envelope *data.Fact
	Differs  bool
	// Withdrawal is how the posting of an application of withdrawal stands to its last day; "" for none.
	Withdrawal campaign.SendingVerdict
}

// Rows are the chosen graduates of a stage, those whose answer is late first; "" is everybody of
// whom something was sent. It needs registry.RightLook.
func (d *Desk) Rows(f registry.Filter, stage Stage) ([]Row, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]Row, error) {
		found, err := v.Rows(f)
		if err != nil {
			return nil, err
		}
		var rows []Row
		for _, row := range found {
			if r := rowOf(v, row); r.Stage == stage || stage == "" && r.Stage != Unsent {
				rows = append(rows, r)
			}
		}
		slices.SortStableFunc(rows, earlier)
		return rows, nil
	})
}

// earlier orders by stage, then by the day of the answer; who has none comes last.
func earlier(a, b Row) int {
	stages := Stages()
	return cmp.Or(cmp.Compare(slices.Index(stages, a.Stage), slices.Index(stages, b.Stage)), cmp.Compare(cmp.Or(a.Due, "~"), cmp.Or(b.Due, "~")))
}

func rowOf(v *registry.View, row registry.Row) Row {
	reg := row.Graduate.Current()
	r := Row{Row: row, Stage: stageOf(&row), Sent: reg.SentOn(row.Trail), Received: reg.ReceivedOn(row.Trail),
		Seen: reg.Fact(data.FactSeen, ""), Looked: reg.Fact(data.FactLooked, ""), Differs: reg.SeenDiffers(), Withdrawal: v.Withdrawal(reg)}
	if r.Due = v.Campaign().AnswerDue(r.Received); r.Due != "" {
		r.Days = v.Today().DaysTo(r.Due)
	}
	for _, kind := range ofEnvelope {
		if r.Envelope == nil {
			r.Envelope = reg.Fact(kind, "")
		}
	}
	return r
}

// ofEnvelope are the facts that say where an envelope is, the last of its road first.
var ofEnvelope = []data.FactKind{data.FactEnvelopeHanded, data.FactEnvelopeArrived, data.FactEnvelopeReturned, data.FactEnvelopeKept, data.FactResultEmailed, data.FactEnvelopeSent}

// byNext are the stages that what is to be done next tells.
var byNext = map[data.Next]Stage{data.NextAsk: Late, data.NextAwaitIn: AwaitAnswer, data.NextAwait: AwaitAnswer, data.NextAnswer: ToEnter,
	data.NextRetry: Refused, data.NextAwaitPost: AwaitEnvelope, data.NextHandOver: ToHand, data.NextCollect: AtCentre}

func stageOf(row *registry.Row) Stage {
	switch next, told := byNext[row.Next]; {
	case row.Status == data.StatusWithdrawing || row.Status == data.StatusWithdrawn:
		return Withdrawal
	case told:
		return next
	case row.Status.Reached(data.StatusRegistered):
		return Done
	case row.Graduate.Current().Attempt > 1:
		return Again
	}
	return Unsent
}
