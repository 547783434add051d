package simulate

import (
	"crypto/rand"
	"fmt"
	"os"
	"strings"

	"graduand/data/exchange"
)

// Fate is what becomes of the first message of a school, and what was done for it: before the message
// was written, or to its file.
type Fate struct {
	Name string
	// State is what the centre makes of the file, Code why; Again says that the same comes twice.
	State, Code string
	Rejected    int
	Again       bool

	before, after func(*post) error
}

// Fates are what can become of them; the first is that all is well.
var Fates = []Fate{
	{State: "applied"},
	{Name: "cut off", State: "refused", Code: "message.damaged", after: func(p *post) error { return os.Truncate(p.path, p.octets/2) }},
	{Name: "a bit flipped", State: "refused", Code: "message.damaged", after: flip},
	{Name: "empty", State: "refused", Code: "message.empty", after: func(p *post) error { return os.Truncate(p.path, 0) }},
	{Name: "sealed to another", State: "refused", Code: "message.not_for_us", before: func(p *post) error {
		other, err := stranger()
		if err == nil {
			p.to = other.Keys().Recipient
		}
		return err
	}, after: last},
	{Name: "addressed to another", State: "refused", Code: "message.wrong_address", before: func(p *post) error {
		other, err := stranger()
		if err == nil {
			p.m.To = other.Keys().Fingerprint()
		}
		return err
	}, after: last},
	{Name: "signed by keys that nobody has compared", State: "refused", Code: "centre.unconfirmed", before: func(p *post) (err error) {
		if p.by, err = stranger(); err == nil {
			p.m.From = p.by.Keys()
		}
		return err
	}, after: last},
	{Name: "of a school that is not enrolled", State: "refused", Code: "centre.unknown_school", before: func(p *post) error { p.m.School += "-x"; return nil }, after: last},
	{Name: "of another campaign", State: "refused", Code: "message.wrong_campaign", before: func(p *post) error { p.m.Campaign += "-x"; return nil }, after: last},
	{Name: "too early", State: "waiting", Code: "message.gap", before: func(p *post) error {
		p.m.Sequence, p.m.Previous = 2, strings.Repeat("0", 64)
		return nil
	}, after: last},
	{Name: "with a subject that there is not", State: "applied", Rejected: 1, before: func(p *post) error {
		p.m.Records[0].Subjects[0].Subject = "no_such_subject"
		return nil
	}},
	{Name: "twice", State: "applied", Again: true, after: func(p *post) error {
		content, err := os.ReadFile(p.path)
		if err != nil {
			return fmt.Errorf("repeat message: %w", err)
		}
		return os.WriteFile(strings.TrimSuffix(p.path, exchange.Ending)+"_1"+exchange.Ending, content, 0o600)
	}},
}

// last: the rest of the school's messages is not written.
func last(*post) error { return nil }

func stranger() (*exchange.Identity, error) { return exchange.NewIdentity(rand.Reader) }

func flip(p *post) error {
	f, err := os.OpenFile(p.path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("spoil message: %w", err)
	}
	defer f.Close()
	one := make([]byte, 1)
	if _, err := f.ReadAt(one, p.octets/2); err != nil {
		return fmt.Errorf("spoil message: %w", err)
	}
	one[0] ^= 1
	_, err = f.WriteAt(one, p.octets/2)
	return err
}
