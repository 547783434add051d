package campaign

import (
	"slices"

	"graduand/data"
)

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
