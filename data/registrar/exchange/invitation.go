package exchange

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// Invitation is the enrolment of a school that its centre has sent, opened by the code that was told by
// voice (KG-005).
type Invitation struct {
	// School is the school as the centre has it, Code what the centre calls it.
	School data.School
	Code   string
	// Name and Phone are the responsible person's.
	Name, Phone string
	// Centre is the fingerprint of the keys that entries will go to, which the centre tells by voice.
	Centre string
	// Campaign are the rules of the season, which the message brings or the program has.
	Campaign *campaign.Campaign

	message   data.Message
	enrolment *exchange.Enrolment
}

// OpenInvitation opens an enrolment by its code, in whatever case, keyboard and grouping it was typed.
// Besides the refusals of a message ("message.…") it is exchange.no_enrolment where it is another
// message, and campaign.not_found or exchange.older_rules where the program does not have the rules
// that the centre has.
func OpenInvitation(path, code string) (*Invitation, error) {
	content, err := file.Read(path, maximumInvitation)
	if err != nil {
		return nil, err
	}
	m, err := openByCode(content, code)
	if err != nil {
		return nil, err
	}
	i, err := invitationOf(m)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(content)
	i.message.Name, i.message.SHA256 = filepath.Base(path), hex.EncodeToString(sum[:])
	return i, nil
}

// maximumInvitation bounds the file of an enrolment, in octets: it holds no more than the rules of a
// campaign.
const maximumInvitation = 8 << 20

// openByCode tries the spellings of a code one after the other: each costs about a second.
func openByCode(content []byte, code string) (m *exchange.Opened, err error) {
	if strings.TrimSpace(code) == "" {
		return nil, data.Fail("exchange.no_code", nil)
	}
	for _, spelling := range registry.SpokenCode(code) {
		m, err = exchange.Open(bytes.NewReader(content), int64(len(content)), exchange.Opening{Code: spelling, Signers: exchange.AnySigner})
		if data.CodeOf(err) != "message.wrong_code" {
			return m, err
		}
	}
	return nil, err
}

func invitationOf(m *exchange.Opened) (*Invitation, error) {
	e := m.Enrolment
	if m.Type != exchange.TypeEnrolment || e == nil {
		return nil, data.Fail("exchange.no_enrolment", nil)
	}
	rules, err := rulesOf(m)
	if err != nil {
		return nil, err
	}
	school, _ := registry.SchoolIn(rules, nil, e.School)
	if e.Site != "" {
		school.Site = e.Site
	}
	return &Invitation{School: school, Code: m.School, Name: strings.Join(strings.Fields(e.Surname+" "+e.GivenName+" "+e.Patronymic), " "), Phone: e.Phone,
		Centre: e.Centre.Fingerprint(), Campaign: rules, enrolment: e,
		message: data.Message{ID: m.ID, Type: string(m.Type), Hash: m.Hash, Created: m.Created, Program: m.Program, Revision: m.Revision, Sequence: m.Sequence, With: m.From.Fingerprint(), Octets: m.Size}}, nil
}

// rulesOf are the rules that a message brings, or those of the program where it brings none.
func rulesOf(m *exchange.Opened) (*campaign.Campaign, error) {
	var rules *campaign.Campaign
	var err error
	if m.CampaignFile != nil {
		rules, err = campaign.Load(m.CampaignFile, registry.Program)
	} else {
		rules, err = campaign.Builtin(m.Campaign, registry.Program)
	}
	switch {
	case err != nil:
		return nil, err
	case rules.ID != m.Campaign:
		return nil, data.Fail("message.wrong_campaign", nil)
	case rules.Revision < m.Revision:
		return nil, data.Fail("exchange.older_rules", data.Args{"revision": rules.Revision, "value": m.Revision})
	}
	return rules, nil
}

// Founding is what a school adds to an invitation: its own password in the place of the first one,
// which is else to be replaced at the first sign-in (KG-006).
type Founding struct {
	Path, Password string
}

// Found makes the registry of an invited school at a path, with the campaign, the school, the account
// of the responsible, who is the head as long as there is no other, and all that messages need. The
// refusals are those of [registry.Create]; account.same_password where the own password is the first
// one.
func (i *Invitation) Found(ctx context.Context, f Founding, o registry.Options) (*registry.Registry, error) {
	founder := registry.Founder{Name: i.Name, Phone: i.Phone, Password: f.Password}
	switch {
	case f.Password == "":
		founder.Password, founder.MustChange = i.enrolment.Password, true
	case registry.SamePassword(f.Password, i.enrolment.Password):
		return nil, data.Fail("account.same_password", nil)
	}
	return registry.CreateWith(ctx, f.Path, i.Campaign, i.School, founder, o, func(c *registry.Change) error { return i.join(c) })
}

// join writes what messages need, and seals the school key to the centre that can give it back.
func (i *Invitation) join(c *registry.Change) error {
	if err := Enrol(c, c.Random(), i.Code, i.enrolment.Centre); err != nil {
		return err
	}
	return i.begin(c)
}

// begin notes the enrolment, and seals the school key to the centre that can give it back.
func (i *Invitation) begin(c *registry.Change) error {
	if err := c.PutMessage(registry.EventMessageReceived, i.message); err != nil {
		return err
	}
	if i.enrolment.Recovery == "" {
		return nil
	}
	return c.EscrowTo(i.enrolment.Recovery, i.message.With, i.Code)
}

// Join takes an invitation into a registry that is there: the keys, and the link to the centre's
// platform; nothing else of the school is touched (KG-006). One that was taken already is
// exchange.enrolled_already, and exchange.enrolled_otherwise where the school has another code or
// centre.
func (d *Desk) Join(ctx context.Context, i *Invitation) error {
	signals := registry.Signals{registry.SchoolChanged, registry.GraduatesChanged}
	return d.registry.Write(ctx, registry.RightAccounts, signals, func(w *registry.Edit) error {
		if err := i.refuse(w.View); err != nil {
			return err
		}
		if err := w.Commit(i.join); err != nil {
			return err
		}
		return i.linkSite(w)
	})
}

// linkSite gives the school the link to the centre's platform, where the invitation has one.
func (i *Invitation) linkSite(w *registry.Edit) error {
	school := w.School()
	if school.Site == i.School.Site || i.School.Site == "" {
		return nil
	}
	school.Site = i.School.Site
	return w.SetSchool(school)
}

// TurnTo takes the invitation of another centre, or under another code, into a registry that is enrolled:
// from then on messages pass with that one alone. They are counted anew, from full entries on a branch of
// their own, signed by the keys that the school has; what was sent before stays in the history, and the
// former centre keeps what it has. The key of the registry is given to the recovery of the new centre where
// it has one. It is exchange.not_enrolled where no centre has enrolled the school ([Desk.Join]), and
// exchange.enrolled_already where this one has.
func (d *Desk) TurnTo(ctx context.Context, i *Invitation) error {
	return d.registry.Write(ctx, registry.RightAccounts, registry.Signals{registry.SchoolChanged, registry.GraduatesChanged}, func(w *registry.Edit) error {
		switch err := i.refuse(w.View); {
		case err == nil:
			return data.Fail("exchange.not_enrolled", nil)
		case data.CodeOf(err) != "exchange.enrolled_otherwise":
			return err
		}
		former, err := w.Enrolled()
		if err != nil {
			return err
		}
		next := &registry.Enrolled{Code: i.Code, Own: former.Own[:1], Centre: []registry.PublicKeys{registry.PublicKeys(i.enrolment.Centre)}, Anew: former.Anew + 1, Began: i.message.Hash}
		if err := w.Commit(func(c *registry.Change) error {
			return errors.Join(c.PutEnrolled(next), c.Note(registry.EventEnrolled, registry.EventBody{Note: i.Code}), i.begin(c))
		}); err != nil {
			return err
		}
		return i.linkSite(w)
	})
}

func (i *Invitation) refuse(v *registry.View) error {
	if v.Campaign().ID != i.Campaign.ID {
		return data.Fail("message.wrong_campaign", nil)
	}
	e, err := v.Enrolled()
	switch {
	case err != nil:
		return err
	case e == nil:
		return nil
	case e.Code == i.Code && e.Centre[0] == registry.PublicKeys(i.enrolment.Centre):
		return data.Fail("exchange.enrolled_already", data.Args{"school": e.Code})
	}
	return data.Fail("exchange.enrolled_otherwise", data.Args{"school": e.Code})
}
