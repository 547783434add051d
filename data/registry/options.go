package registry

import (
	"crypto/rand"
	"io"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Options are what a registry takes from outside, so that every run can be
// repeated: the clock and the source of randomness.
type Options struct {
	// Now is time.Now when nil.
	Now func() time.Time
	// Rand is crypto/rand when nil.
	Rand io.Reader
	// Key opens the registry instead of a password, as its first operator.
	Key *SchoolKey
	// Examine opens what would be refused as altered or damaged, for [Registry.Doctor]
	// to say what is wrong, and for [Registry.SetAside]. Nothing else can be changed then.
	Examine bool
	// Sitting says that a person sits down at the program, whose coming the history then
	// notes; a single command is noted by what it does.
	Sitting bool
	// Demo marks the registry of a demonstration, which is made by [Create]: all people in
	// it are invented, and everybody knows its passwords.
	Demo bool
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	return o
}

func (o Options) ledger() ledger.Options {
	return ledger.Options{Now: o.Now, Rand: o.Rand, Examine: o.Examine, Shipped: map[string][][]byte{settingCampaign: campaign.BuiltinSources()}}
}

// SchoolKey opens a registry without a password: for tests, which then need not pay
// the price of one.
type SchoolKey = ledger.SchoolKey

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return ledger.NewSchoolKey(rand) }
