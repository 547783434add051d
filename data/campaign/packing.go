package campaign

import "math"

// packingFormat is the first format that says what papers weigh.
const packingFormat = 3

// Packing is what the papers of a package weigh, in grams, and how thick they are, in mm. It is
// for an estimate: the post weighs the package itself.
type Packing struct {
	SheetGrams    float64 `toml:"sheet_grams"`
	PhotoGrams    float64 `toml:"photo_grams"`
	StapleGrams   float64 `toml:"staple_grams"`
	EnvelopeGrams float64 `toml:"envelope_grams"`
	SheetMM       float64 `toml:"sheet_mm"`
	// KitMM is how much thicker a kit is than its sheets: photos, staple.
	KitMM float64 `toml:"kit_mm"`
	// EnvelopeMM is the thickest pile that the campaign's envelope holds.
	EnvelopeMM float64 `toml:"envelope_mm"`
}

// Contents are what is to go into envelopes: the kits in the order in which they lie, and the
// sheets on top of the first: list, register, letter.
type Contents struct {
	Sheets int
	Kits   []KitBulk
}

// KitBulk is how much paper a kit is: sheets, and photos that are glued on.
type KitBulk struct{ Sheets, Photos int }

// Filled is one envelope: how many of the kits are in it, what it weighs in grams, upwards, and
// how thick the pile in it is, in mm.
type Filled struct {
	Kits, Grams int
	MM          float64
}

// Pack shares contents out among envelopes, each as full as it gets: no thicker than the envelope
// holds, no heavier than limit grams, 0 for no limit. Nothing is torn apart: what is too much by
// itself has an envelope to itself. It is nil where the campaign does not say what papers weigh.
func (p *Packing) Pack(contents Contents, limit int) []Filled {
	if p.SheetGrams == 0 {
		return nil
	}
	var all []Filled
	open := pile{p.EnvelopeGrams + p.SheetGrams*float64(contents.Sheets), p.SheetMM * float64(contents.Sheets), 0}
	for _, kit := range contents.Kits {
		add := p.pileOf(kit)
		thick, heavy := open.mm+add.mm > p.EnvelopeMM+hair, limit > 0 && open.grams+add.grams > float64(limit)+hair
		if (thick || heavy) && open.kits+contents.Sheets > 0 {
			all = append(all, open.closed())
			open = pile{p.EnvelopeGrams, 0, 0}
			contents.Sheets = 0
		}
		open = pile{open.grams + add.grams, open.mm + add.mm, open.kits + 1}
	}
	return append(all, open.closed())
}

// hair is what sums of measures may be wrong by.
const hair = 1e-9

// pile is what lies in an envelope that is still open.
type pile struct {
	grams, mm float64
	kits      int
}

func (p *Packing) pileOf(kit KitBulk) pile {
	return pile{
		grams: p.SheetGrams*float64(kit.Sheets) + p.PhotoGrams*float64(kit.Photos) + p.StapleGrams,
		mm:    p.SheetMM*float64(kit.Sheets) + p.KitMM,
	}
}

func (p pile) closed() Filled {
	return Filled{Kits: p.kits, Grams: int(math.Ceil(p.grams - hair)), MM: p.mm}
}

// Grams is what all envelopes weigh together.
func Grams(all []Filled) int {
	sum := 0
	for _, envelope := range all {
		sum += envelope.Grams
	}
	return sum
}
