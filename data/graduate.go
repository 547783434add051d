// Package data is the language of the domain: the graduate, the registration,
// the school, and what can be wrong with them. It knows no file, no campaign
// and no sentence: it imports the standard library only.
//
// Three habits hold everywhere:
//
//   - Facts are stored, status is derived ([Registration.Facts], [StatusOf]).
//   - What goes wrong is a code with arguments ([Error], [Finding]); data/text
//     makes sentences of them in the reader's language.
//   - A date is an ISO day without a time zone ([Date]); an instant is UTC.
package data

import (
	"maps"
	"slices"
	"strings"
)

// Sex as the documents know it; empty means not yet said.
type Sex string

// The two sexes.
const (
	Male   Sex = "m"
	Female Sex = "f"
)

// Mode says who fills the form (KG-039).
type Mode string

// The school fills the form, or the graduate does so himself.
const (
	BySchool Mode = "school"
	BySelf   Mode = "self"
)

// Graduate is one person of the school, with all registrations in the campaign
// of the registry. Names keep the spelling of the document; Phone is E.164.
//
// Fields holds what the campaign's form asks for beyond the typed fields, by the
// field's code ("street", "postal_index"): which there are, a campaign file says.
type Graduate struct {
	ID         string            `json:"id"`
	Surname    string            `json:"surname,omitempty"`
	GivenName  string            `json:"given_name,omitempty"`
	Patronymic string            `json:"patronymic,omitempty"`
	Sex        Sex               `json:"sex,omitempty"`
	BirthDate  Date              `json:"birth_date,omitempty"`
	Class      string            `json:"class,omitempty"`
	Phone      string            `json:"phone,omitempty"`
	Document   Document          `json:"document,omitzero"`
	Mode       Mode              `json:"mode,omitempty"`
	Category   string            `json:"category,omitempty"`
	Marks      []string          `json:"marks,omitempty"`
	Fields     map[string]string `json:"fields,omitempty"`
	// Prints are the SHA-256, in hexadecimal digits, of the photos and scans by their ids,
	// which follow from a key of the person's own: only these tell that two people have the
	// same picture. They lie in the sealed record alone.
	Prints map[string]string `json:"prints,omitempty"`
	// Pictures are what is known of the photos and scans, by their ids.
	Pictures map[string]Picture `json:"pictures,omitempty"`
	// Registrations are the attempts in their order; there is always at least one.
	Registrations []Registration `json:"registrations"`
	// Accesses are the graduate's logins, one a door.
	Accesses []Access `json:"accesses,omitempty"`
	// Removed is the fact of removal from the school's work; it can be taken back.
	Removed *Fact `json:"removed,omitempty"`
}

// Document is the identity document on which the registration rests (UA-030).
// Kind is a code of the campaign; Series is empty where the kind has none.
type Document struct {
	Kind   string `json:"kind,omitempty"`
	Series string `json:"series,omitempty"`
	Number string `json:"number,omitempty"`
}

// Text is series and number as one writes them, «КВ 123456».
func (d Document) Text() string {
	if d.Series == "" {
		return d.Number
	}
	return d.Series + " " + d.Number
}

// FullName is surname, given name and patronymic with single spaces.
func (g *Graduate) FullName() string {
	name := g.Surname
	for _, part := range []string{g.GivenName, g.Patronymic} {
		if part == "" {
			continue
		}
		if name != "" {
			name += " "
		}
		name += part
	}
	return name
}

// Current is the registration that is under way: the last attempt.
func (g *Graduate) Current() *Registration {
	if len(g.Registrations) == 0 {
		g.Registrations = []Registration{{Attempt: 1, Kind: FirstRegistration}}
	}
	return &g.Registrations[len(g.Registrations)-1]
}

// Clone returns a copy that shares nothing with g.
func (g *Graduate) Clone() *Graduate {
	c := *g
	c.Marks = append([]string(nil), g.Marks...)
	if g.Fields != nil {
		c.Fields = make(map[string]string, len(g.Fields))
		for k, v := range g.Fields {
			c.Fields[k] = v
		}
	}
	c.Prints = maps.Clone(g.Prints)
	c.Pictures = clonePictures(g.Pictures)
	c.Registrations = make([]Registration, len(g.Registrations))
	for i := range g.Registrations {
		c.Registrations[i] = g.Registrations[i].clone()
	}
	c.Accesses = append([]Access(nil), g.Accesses...)
	for i, a := range g.Accesses {
		a.HandedOver, a.TakenBack = a.HandedOver.clone(), a.TakenBack.clone()
		c.Accesses[i] = a
	}
	c.Removed = g.Removed.clone()
	return &c
}

// Door says what the password of an access opens.
type Door string

// The doors: the form in this program, and the graduate's cabinet on the centre's site.
const (
	DoorOwn      Door = "graduand"
	DoorPlatform Door = "platform"
)

// Access is a graduate's login and what has become of its password; the password
// itself is kept elsewhere, until it is handed over (KG-015).
type Access struct {
	Door Door `json:"door"`
	// Login is the phone (E.164) that the password belongs to, or what the platform
	// calls it.
	Login string `json:"login"`
	Made  Fact   `json:"made"`
	// Version grows with every password of this door, and Slot is the SHA-256 of how the
	// present one is stored: an earlier one put back into the file does not fit.
	Version int    `json:"version"`
	Slot    string `json:"slot,omitempty"`
	// HandedOver is when the graduate signed for it, Before who filled the form until then.
	HandedOver *Fact `json:"handed_over,omitempty"`
	Before     Mode  `json:"before,omitempty"`
	// TakenBack is when the note of a hand-over was taken back: nobody has got it, but the password
	// stands on the printed slip alone.
	TakenBack *Fact `json:"taken_back,omitempty"`
}

// Kept says that the password is still kept here, sealed.
func (a *Access) Kept() bool { return a.HandedOver == nil && a.TakenBack == nil }

// AwaitsAccess says that the graduate fills the form alone and has got no access yet (KG-068).
func (g *Graduate) AwaitsAccess() bool { return g.Mode == BySelf && !g.HasAccess() }

// HasAccess says that the graduate has got an access, through whichever door.
func (g *Graduate) HasAccess() bool {
	return slices.ContainsFunc(g.Accesses, func(a Access) bool { return a.HandedOver != nil })
}

// Access is the access through a door, nil when there is none.
func (g *Graduate) Access(door Door) *Access {
	for i := range g.Accesses {
		if g.Accesses[i].Door == door {
			return &g.Accesses[i]
		}
	}
	return nil
}

// NotePrint keeps the print of a photo or scan; see [Graduate.Prints].
func (g *Graduate) NotePrint(file, print string) {
	if file == "" || print == "" {
		return
	}
	if g.Prints == nil {
		g.Prints = map[string]string{}
	}
	g.Prints[file] = print
}

// The keys by which two graduates are one and the same (F-18). An empty key says
// nothing about anybody.

// PersonKey is surname, given name and birth date. The patronymic does not count:
// it is left out as often as not.
func (g *Graduate) PersonKey() string {
	if g.Surname == "" || g.BirthDate == "" {
		return ""
	}
	key := appendFolded(appendFolded(make([]byte, 0, 128), g.Surname), g.GivenName)
	return string(append(append(key, '|'), g.BirthDate...))
}

// NameKey is the [SearchKey] of the full name.
func (g *Graduate) NameKey() string {
	key := make([]byte, 0, 192)
	for _, part := range [...]string{g.Surname, g.GivenName, g.Patronymic} {
		key = appendFolded(key, part)
	}
	return string(key)
}

// DocumentKey is kind, series and number of the identity document.
func (g *Graduate) DocumentKey() string {
	if g.Document.Number == "" {
		return ""
	}
	number := g.Document.Series + g.Document.Number
	if !AllDigits(number) {
		number = lookAlikes.Replace(strings.ToUpper(strings.Join(strings.Fields(number), "")))
	}
	return g.Document.Kind + "|" + number
}

// lookAlikes are the Cyrillic capitals that a Latin one looks like: whichever was
// typed, it is one document.
var lookAlikes = strings.NewReplacer("А", "A", "В", "B", "Е", "E", "І", "I", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "Х", "X")

// CardKey is the centre's card number of the current registration.
func (g *Graduate) CardKey() string { return CardKey(g.Current().CardNumber) }

// CardKey is a card number as it is compared, "" for none.
func CardKey(number string) string {
	return strings.ToUpper(strings.Join(strings.Fields(number), ""))
}

// EarlierCards are the keys of the card numbers of the attempts before the current one: each attempt
// has a number of its own (UA-103).
func (g *Graduate) EarlierCards() (keys []string) {
	for _, r := range g.Earlier() {
		if key := CardKey(r.CardNumber); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
