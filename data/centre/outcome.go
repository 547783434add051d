package centre

import (
	"errors"

	"graduand/data"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// What has become of a file of an inbox, or of a message that had waited in the store.
const (
	Applied  = stateApplied
	Waiting  = stateWaiting
	Refused  = stateRefused
	Repeated = "repeated"
)

// Outcome is what has become of one message.
type Outcome struct {
	// File is its path in the inbox, "" for one that had waited in the store.
	File string
	// Hash and what follows are "" of a file that could not be opened.
	Hash, School string
	Type         exchange.Type
	Sequence     int
	State        string
	// Code and Args say why it was refused or waits; Code alone of one that was refused before.
	Code string
	Args data.Args
	// NewBranch says that the school's registry was restored from a backup before it was sent.
	NewBranch bool
	// Records by verdict.
	Accepted, Warned, Rejected, Held int
	// Receipt is the path of the answer in the outbox, "" where there is none.
	Receipt string
}

func outcomeOf(e *exchange.Envelope, hash string) *Outcome {
	return &Outcome{Hash: hash, School: e.School, Type: e.Type, Sequence: e.Sequence, State: Applied}
}

// refuse says why a message is not taken over; a failure that is no refusal is given back.
func (o *Outcome) refuse(err error) error {
	var why *data.Error
	if !errors.As(err, &why) || why.Code == "centre.database" {
		return err
	}
	o.State, o.Code, o.Args = Refused, why.Code, why.Args
	return nil
}

func (o *Outcome) count(rulings []verdict.Ruling) {
	for i := range rulings {
		switch rulings[i].Verdict {
		case exchange.VerdictAccepted:
			o.Accepted++
		case exchange.VerdictWarning:
			o.Warned++
		case exchange.VerdictRejected:
			o.Rejected++
		case exchange.VerdictHeld:
			o.Held++
		}
	}
}

// Finding says that somebody should look at it.
func (o *Outcome) Finding() bool {
	return o.State == Refused || o.State == Waiting || o.Rejected > 0 || o.Warned > 0 || o.NewBranch
}
