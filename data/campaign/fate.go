package campaign

import (
	"slices"

	"graduand/data"
)

// What becomes of a paper of a kit once the centre has answered.
const (
	PaperReturned = "returned"
	PaperKept     = "kept"
)

// EnvelopeMail is what holds for the envelopes that the centre sends, whoever they are for.
type EnvelopeMail struct {
	// Collect are the ways to get an envelope that the centre keeps, a sentence each, and CollectUntil
	// the code of the day before which the last of them is open (UA-076).
	Collect      []string `toml:"collect"`
	CollectUntil string   `toml:"collect_until"`
	// Emailed says who gets the result by e-mail instead, as an expression over the graduate, and
	// EmailField is the field with the address for it (UA-075).
	Emailed    string `toml:"emailed"`
	EmailField string `toml:"email_field"`
	// CertificateDigits and PINDigits are how many digits the number of a certificate has, and the PIN
	// beside it, which is asked for nowhere; 0 for unknown (UA-080).
	CertificateDigits int    `toml:"certificate_digits"`
	PINDigits         int    `toml:"pin_digits"`
	Source            string `toml:"source"`
}

// fateFormat is the first format that says what comes back of a kit.
const fateFormat = 3

// FatePaper is a paper that came back from the centre or stays there.
type FatePaper struct {
	Code  string
	Title data.Wording
}

// Fate is what comes back of a kit, and what stays at the centre.
type Fate struct{ Returned, Kept []FatePaper }

// Codes are those of papers.
func Codes(papers []FatePaper) (codes []string) {
	for _, p := range papers {
		codes = append(codes, p.Code)
	}
	return codes
}

// keptWith says that a paper stays at the centre after a refusal for these reasons (UA-100, UA-101).
func (k *KitDocument) keptWith(reasons []string) bool {
	return k.AfterRefusal == PaperKept || slices.ContainsFunc(reasons, func(code string) bool { return slices.Contains(k.KeptWith, code) })
}

// AfterRefusal is what comes back of a kit that is refused for these reasons, and what stays
// (UA-096…101). A paper whose fate the file does not say is in neither.
func (c *Campaign) AfterRefusal(kit []*KitDocument, reasons []string) (f Fate) {
	for _, k := range kit {
		kept, other := k.keptWith(reasons), c.envelopeDocument(k.InPlace)
		switch {
		case k.AfterRefusal == "":
			continue
		case kept:
			f.Kept = append(f.Kept, FatePaper{k.Code, k.Wording()})
		case other == nil || len(k.KeptWith) > 0:
			f.Returned = append(f.Returned, FatePaper{k.Code, k.Wording()})
			continue
		}
		if other != nil {
			f.Returned = append(f.Returned, FatePaper{other.Code, other.Wording()})
		}
	}
	return f
}

func (c *Campaign) envelopeDocument(code string) *EnvelopeDocument {
	i := slices.IndexFunc(c.EnvelopeDocuments, func(d EnvelopeDocument) bool { return d.Code == code })
	if i < 0 {
		return nil
	}
	return &c.EnvelopeDocuments[i]
}

// FatePaper is a paper of a kit or of an envelope by its code; ok is false for a code that is none.
func (c *Campaign) FatePaper(code string) (p FatePaper, ok bool) {
	for i := range c.KitDocuments {
		if k := &c.KitDocuments[i]; k.Code == code {
			return FatePaper{code, k.Wording()}, true
		}
	}
	if d := c.envelopeDocument(code); d != nil {
		return FatePaper{code, d.Wording()}, true
	}
	return p, false
}

// fates judges what comes back of kits and how envelopes are got.
func (v *validator) fates() {
	for i := range v.c.KitDocuments {
		k, key := &v.c.KitDocuments[i], counted("kit_document", i)
		v.optional(key+".after_refusal", k.AfterRefusal, PaperReturned, PaperKept)
		v.refusals(key+".kept_with", k.KeptWith)
		v.refer(key+".in_place", "envelope_document", k.InPlace)
		v.needs(fateFormat, k.AfterRefusal != "" || k.InEnvelope)
	}
	e := &v.c.EnvelopeMail
	v.sentences("envelope.collect", e.Collect)
	v.notNegative("envelope.certificate_digits", e.CertificateDigits)
	v.notNegative("envelope.pin_digits", e.PINDigits)
	v.refer("envelope.collect_until", "date", e.CollectUntil)
	v.refer("envelope.email_field", "field", e.EmailField)
}
