package imaging

import "slices"

// Kind is what a picture is to be.
type Kind string

// The kinds: a portrait, one side of an identity document, any other document.
const (
	Face     Kind = "face"
	Passport Kind = "passport"
	Scan     Kind = "scan"
)

// Side is that of a document; "" where it has no two.
type Side string

// The sides of a card.
const (
	Front Side = "front"
	Back  Side = "back"
)

// Question is what is asked about a file.
type Question struct {
	Kind Kind
	Side Side
	// Name is that of the file: its ending is held against its content. "" where it has none.
	Name string
	// Reference is the day at which a photo must not be too old, "2021-02-15"; "" where
	// nobody has set one.
	Reference string
	// Turned is how many quarters of a turn clockwise somebody has turned the picture by.
	Turned int
	// Crop is the part of the turned picture that is printed, nil for all of it, and CropWidth
	// its width in shares of the picture's: a portrait is held against the rules as it is
	// printed.
	Crop      *Crop
	CropWidth float64
}

// Rule is the id of a rule: R of the file, M of what the file says of itself, F of a face, P
// of a document, D of pictures that come again.
type Rule string

// The rules that a program can judge.
const (
	RuleReadable, RuleType, RuleLimits, RulePixels, RuleFrames, RuleColours     Rule = "R01", "R02", "R03", "R04", "R05", "R06"
	RuleTaken, RuleSoftware, RuleUpright                                        Rule = "M01", "M02", "M03"
	RuleOneFace, RuleHead, RuleCentred, RuleRoll, RuleBackground, RulePlain     Rule = "F01", "F02", "F03", "F04", "F05", "F06"
	RuleInColour, RuleSharp, RuleExposure, RuleEvenLight, RuleEyes, RuleGlasses Rule = "F07", "F08", "F09", "F10", "F11", "F12"
	RuleNeutral, RuleBareHead, RuleUncovered, RuleStraight                      Rule = "F13", "F14", "F15", "F16"
	RuleScanSharp, RuleOriginal, RuleGlare, RuleSide, RuleScanPixels, RuleTwice Rule = "P01", "P02", "P03", "P04", "P05", "D01"
)

// Verdict is what a rule says of a picture, or the whole of them.
type Verdict string

// The verdicts, the mildest first. A stop cannot be overridden; a block can, with a reason
// that stays in the history; a warning wants to be looked at. Not judged is no pass: the rule
// could not see what it asks for.
const (
	Pass      Verdict = "pass"
	NotJudged Verdict = "not-judged"
	Warn      Verdict = "warn"
	Block     Verdict = "block"
	Stop      Verdict = "stop"
)

var byWeight = []Verdict{Pass, NotJudged, Warn, Block, Stop}

// Worse is the graver of two verdicts.
func Worse(a, b Verdict) Verdict {
	if slices.Index(byWeight, b) > slices.Index(byWeight, a) {
		return b
	}
	return a
}

// Finding is what one rule says of one picture.
type Finding struct {
	Rule    Rule
	Verdict Verdict
	// Measure is which of the rule's measures decided, see [Profile]; "" where nothing is
	// measured.
	Measure Measure
	// Measured is its value and Limit the bound that it has passed, or the nearest one that it
	// has kept; in the unit of the measure.
	Measured, Limit float64
	// Text is the code of a sentence, which says what is wrong and what helps; Args are what
	// stands in it.
	Text string
	Args map[string]any
	// Areas are the places in the picture that the finding is about.
	Areas []Area
	// OnCrop says that it is about the part that is printed; its areas are those of the whole
	// picture nevertheless.
	OnCrop bool
}

// Area is a rectangle of the upright picture, in shares of its width and height from the
// upper left corner.
type Area struct{ Left, Top, Right, Bottom float64 }

// Findings are those of one picture, one a rule, in the order of the rules.
type Findings []Finding

// Verdict is that of the whole: [Pass] where nothing is worse; what was not judged does not
// count.
func (all Findings) Verdict() Verdict {
	verdict := Pass
	for _, f := range all {
		if f.Verdict != NotJudged {
			verdict = Worse(verdict, f.Verdict)
		}
	}
	return verdict
}

// Of is the finding of a rule; found is false where the rule does not hold for the picture.
func (all Findings) Of(rule Rule) (f Finding, found bool) {
	i := slices.IndexFunc(all, func(f Finding) bool { return f.Rule == rule })
	if i < 0 {
		return Finding{}, false
	}
	return all[i], true
}
