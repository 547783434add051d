package registry

import (
	"io"

	"time"

	"graduand/data"
	"graduand/data/campaign"
)

// Campaign is the campaign of the registry, with the days that the school has named. It
// must not be altered.
func (v *View) Campaign() *campaign.Campaign { return v.rules.Load() }

// Spoken is the campaign in the language of whoever asks ([Registry.Speak]). What is said to
// them is taken from it; what is kept, judged or printed never is.
func (v *View) Spoken() *campaign.Campaign {
	return v.Campaign().In(v.tongue())
}

// tongue is the language of whoever asks, "" where nobody has said.
func (v *View) tongue() string {
	if language := v.language.Load(); language != nil {
		return *language
	}
	return ""
}

// File is the campaign as its file has it, without the school's own days.
func (v *View) File() *campaign.Campaign { return v.file }

// Calendar are the days that the school has named itself.
func (v *View) Calendar() data.Calendar { return v.calendar }

// School is the school of the registry.
func (v *View) School() data.School { return v.school }

// Today is the day in the campaign's time zone.
func (v *View) Today() data.Date { return data.DateOf(v.Now()) }

// Now is the time in the campaign's time zone.
func (v *View) Now() time.Time { return v.options.Now().In(v.zone) }

// Path is the file of the registry.
func (v *View) Path() string { return v.book.Path() }

// ID tells this registry from every other.
func (v *View) ID() string { return v.book.Identity().ID }

// Demo says that this is the registry of a demonstration: all people in it are invented.
func (v *View) Demo() bool { return v.book.Identity().Demo }

// Me is the one who signed in.
func (v *View) Me() Account { return v.who }

// Signed is a fact of today, in the name of the one who signed in.
func (v *View) Signed(kind data.FactKind, note string) data.Fact {
	return v.SignedBy(v.who.Label(), kind, note)
}

// SignedBy is a fact of today, in the name of by.
func (v *View) SignedBy(by string, kind data.FactKind, note string) data.Fact {
	return data.Fact{Kind: kind, On: v.Today(), By: by, Note: note}
}

// Person shows g to the expressions of the campaign, as of today.
func (v *View) Person(g *data.Graduate) *campaign.Person {
	return v.Campaign().Person(g, &v.school, v.Today())
}

// ShortID is an id within one registration: 64 random bits.
func (v *View) ShortID() (string, error) { return shortID(v.options.Rand) }

// Random is where the registry takes what nobody can guess.
func (v *View) Random() io.Reader { return v.options.Rand }

// Random is that of the registry that is changed.
func (c *Change) Random() io.Reader { return c.v.Random() }
