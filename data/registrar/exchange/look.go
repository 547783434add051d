package exchange

import (
	"context"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// Incoming is a message of the centre that was opened and judged; nothing is written yet.
type Incoming struct {
	// Message is which one it is, Again says that it was taken in before: then it changes nothing.
	Message data.Message
	Again   bool
	// News are what it says, person by person.
	News []News
	// Rules are the source of a campaign file, in a message that brings the rules of the season.
	Rules []byte

	opened *exchange.Message
}

// News is one thing that the centre says of somebody.
type News struct {
	// Graduate is whom it is about, nil where nobody here is; Key is what names the person.
	Graduate *data.Graduate
	Key      string
	// About is one of the subjects of [exchange.State], or [AboutRecord] for the verdict on a record
	// that was sent.
	About string
	// Verdict is one of the verdicts of [exchange.Receipt], or the state; Codes tell why, Note is in
	// the centre's words.
	Verdict string
	Codes   []string
	Note    string
	// Changes are what it changes here. Differs says that something else had been noted by hand: the
	// message counts, and the history keeps both.
	Changes []registry.FieldChange
	Differs bool
	// Why says why it changes nothing here, nil where it does, or where all stands so already.
	Why *data.Phrase
}

// What news are about besides the subjects of [exchange.State]: AboutRecord is the verdict on a record
// that was sent. AboutAnswer and AboutState are two of those.
const (
	AboutRecord = "record"
	AboutAnswer = exchange.AboutAnswer
	AboutState  = exchange.AboutState
)

// Look opens a message of the centre, and says what it would change. Refusals are those of a message
// ("message.…"), among them those of its place: message.gap, message.conflict, message.replay,
// message.fork; exchange.other_message where it is none that a school in its work takes in; and those
// of what the rules here do not know, such as answer.unknown_reason: then the rules come first.
func (d *Desk) Look(ctx context.Context, path string) (Incoming, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Incoming, error) {
		c, err := mustBeEnrolled(v)
		if err != nil {
			return Incoming{}, err
		}
		in, err := c.open(v, path)
		if err != nil {
			return in, err
		}
		r, err := c.judge(ctx, v, &in)
		if err != nil {
			return in, err
		}
		in.News = r.news
		return in, nil
	})
}

// open opens a file as a message of the centre to this school.
func (c *correspondence) open(v *registry.View, path string) (in Incoming, err error) {
	f, size, err := file.Open(path)
	if err != nil {
		return in, err
	}
	defer f.Close()
	m, err := exchange.Open(f, size, exchange.Opening{Identities: c.identities, Signers: func(*exchange.Envelope) ([]exchange.Keys, error) {
		return []exchange.Keys{c.centre()}, nil
	}})
	if err != nil {
		return in, err
	}
	if err := m.Fits(v.Campaign().ID, c.Code); err != nil {
		return in, err
	}
	_, sum, err := sumOf(f)
	if err != nil {
		return in, data.FailWith(err, "file.cannot_read", data.Args{"file": path})
	}
	in.opened, in.Rules = &m.Message, m.CampaignFile
	in.Message = data.Message{ID: m.ID, Type: string(m.Type), Hash: m.Hash, SHA256: sum, Created: m.Created, Program: m.Program, Revision: m.Revision, Sequence: m.Sequence, Branch: m.Branch, With: m.From.Fingerprint(),
		People: len(m.Receipts) + len(m.States), Octets: m.Size, Name: filepath.Base(path), Accepted: m.Accepted}
	if m.Answers != nil {
		in.Message.Answers = m.Answers.ID
	}
	in.Again, err = c.place(in.opened, m.Hash)
	return in, err
}

// ofCentre says that keys of a fingerprint are, or were, those of the centre that entries go to: another one
// may have enrolled the school.
func (c *correspondence) ofCentre(fingerprint string) bool {
	return slices.ContainsFunc(c.Centre, func(keys registry.PublicKeys) bool { return exchange.Keys(keys).Fingerprint() == fingerprint })
}

// place says whether a message was taken in before, and refuses one whose turn it is not. The centre
// counts its messages to a school through all branches of the school's registry.
func (c *correspondence) place(m *exchange.Message, hash string) (again bool, err error) {
	if m.Type != exchange.TypeReceipt && m.Type != exchange.TypeStatus && m.Type != exchange.TypeCampaign {
		return false, data.Fail("exchange.other_message", nil)
	}
	taken, chain := map[string]bool{}, exchange.Chain{}
	for _, p := range c.passed {
		if p.Sent || !c.ofCentre(p.With) {
			continue
		}
		taken[p.Hash] = true
		if p.Sequence > chain.Sequence {
			chain.Sequence, chain.Hash, chain.Highest, chain.Program, chain.Revision = p.Sequence, p.Hash, p.Sequence, p.Program, p.Revision
		}
	}
	envelope := m.Envelope
	envelope.Branch = chain.Branch
	if m.Sequence == 0 {
		return taken[hash], nil
	}
	at, err := chain.Place(&envelope, hash, func(hash string) bool { return taken[hash] })
	return at == exchange.PlaceAgain, err
}
