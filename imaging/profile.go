package imaging

import (
	"math"
	"strings"
)

// Measure is one number that a rule looks at, by the rule's id and a name: "F02.head". What
// it is and in which unit, says the constant where the rule stands.
type Measure string

// Rule is whose measure it is.
func (m Measure) Rule() Rule {
	rule, _, _ := strings.Cut(string(m), ".")
	return Rule(rule)
}

// Bounds are from which value on a measure warns and blocks; an open end is infinite, see
// [Anything].
type Bounds struct{ WarnBelow, WarnAbove, BlockBelow, BlockAbove float64 }

// Anything bounds nothing.
func Anything() Bounds {
	return Bounds{math.Inf(-1), math.Inf(1), math.Inf(-1), math.Inf(1)}
}

// Profile is what one campaign asks of its pictures.
type Profile struct {
	// Version names the limits: a judgement says by which it was made.
	Version string
	// Bounds are those of every measure; one without bounds is not looked at.
	Bounds map[Measure]Bounds
	// Mildest says of a rule how grave its findings are at most: [Warn] where no source asks
	// for what it looks at. [Pass] turns the rule off.
	Mildest map[Rule]Verdict
	// OldestDays is how old a photo may be at the reference day, in days; 0 where age does
	// not count.
	OldestDays int
	// PDF are the kinds of document that may be one.
	PDF []Kind
}

// Judges reports that a rule holds in this profile.
func (p *Profile) Judges(rule Rule) bool { return p.Mildest[rule] != Pass }

// AtMost is a verdict within what the profile lets the rule say. What is no picture stays none.
func (p *Profile) AtMost(rule Rule, v Verdict) Verdict {
	if most, set := p.Mildest[rule]; set && v != Stop && v == Worse(v, most) {
		return most
	}
	return v
}

// judge holds a measured value against its bounds, and says which one it has passed. How grave
// the rule may be at most does not count yet: other rules want to know how it is in truth.
func (p *Profile) judge(m Measure, value float64) Finding {
	bounds, bounded := p.Bounds[m]
	if !bounded {
		bounds = Anything()
	}
	return p.within(m, value, bounds)
}

// precision is in which parts of a whole a value is told: the last digits of a double may
// differ from one processor to another.
const precision = 1e6

// within holds a value against bounds.
func (p *Profile) within(m Measure, value float64, b Bounds) Finding {
	value = math.Round(value*precision) / precision
	f := Finding{Rule: m.Rule(), Verdict: Pass, Measure: m, Measured: value}
	switch {
	case math.IsNaN(value):
		f.Verdict, f.Measured = NotJudged, 0
	case value < b.BlockBelow:
		f.Verdict, f.Limit = Block, b.BlockBelow
	case value > b.BlockAbove:
		f.Verdict, f.Limit = Block, b.BlockAbove
	case value < b.WarnBelow:
		f.Verdict, f.Limit = Warn, b.WarnBelow
	case value > b.WarnAbove:
		f.Verdict, f.Limit = Warn, b.WarnAbove
	default:
		f.Limit = nearest(value, b)
	}
	return f
}

// nearest is the bound that a good value comes nearest to, 0 where there is none.
func nearest(value float64, b Bounds) float64 {
	best := math.Inf(1)
	for _, bound := range []float64{b.WarnBelow, b.WarnAbove, b.BlockBelow, b.BlockAbove} {
		if math.Abs(value-bound) < math.Abs(value-best) {
			best = bound
		}
	}
	if math.IsInf(best, 0) {
		return 0
	}
	return best
}

// worst joins what the measures of one rule say into its one finding: the gravest, of equals
// the first. A measure that could not be taken says nothing where another one could.
func worst(findings ...Finding) Finding {
	best := findings[0]
	for _, f := range findings[1:] {
		if best.Verdict == NotJudged || f.Verdict != NotJudged && f.Verdict != best.Verdict && Worse(best.Verdict, f.Verdict) == f.Verdict {
			best = f
		}
	}
	return best
}
