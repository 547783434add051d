package imaging_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

// judged is one picture of the labelled set with what was said of it.
type judged struct {
	imagingtest.Labelled
	*imaging.Judgement
}

// judgedOnce is the set once it is judged: several tests look at it.
var judgedOnce []judged

func judgeSet(t testing.TB) (all []judged) {
	t.Helper()
	if judgedOnce != nil {
		return judgedOnce
	}
	defer func() { judgedOnce = all }()
	const kind = imaging.Face
	profile := imagingtest.Profile()
	for _, l := range imagingtest.Set(t) {
		if l.Kind != string(kind) {
			continue
		}
		content, err := os.ReadFile(l.Path)
		if err != nil {
			t.Fatal(err)
		}
		j := imaging.Judge(content, imaging.Question{Kind: kind, Side: imaging.Side(l.Side), Name: l.File, Reference: l.Reference}, profile)
		j.Picture = nil // all of them are kept
		all = append(all, judged{l, j})
	}
	return all
}

// confusion counts of one rule what was to be flagged and was not, and the other way round.
type confusion struct {
	defects, flagged, blocked     int
	good, falseWarns, falseBlocks int
	missed, alarms                []string
}

func flagged(v imaging.Verdict) bool { return v == imaging.Warn || blocks(v) }

func blocks(v imaging.Verdict) bool { return v == imaging.Block || v == imaging.Stop }

func (c *confusion) count(cell string, v imaging.Verdict, file string) {
	switch cell {
	case "fail", "warn":
		c.defects++
		if !flagged(v) {
			c.missed = append(c.missed, file)
			return
		}
		c.flagged++
		if blocks(v) {
			c.blocked++
		}
	case "pass", "soft":
		c.good++
		switch {
		case blocks(v):
			c.falseBlocks++
			c.alarms = append(c.alarms, file+" (block)")
		case v == imaging.Warn && cell == "pass":
			c.falseWarns++
			c.alarms = append(c.alarms, file)
		}
	}
}

// confusions are those of all rules that the set has a column for, by the rule's id.
func confusions(all []judged) map[string]*confusion {
	table := map[string]*confusion{}
	for _, j := range all {
		for rule, cell := range j.Cells {
			if table[rule] == nil {
				table[rule] = &confusion{}
			}
			f, _ := j.Findings.Of(imaging.Rule(rule))
			table[rule].count(cell, f.Verdict, j.File)
		}
	}
	return table
}

func report(all []judged) string {
	var b strings.Builder
	table := confusions(all)
	rules := make([]string, 0, len(table))
	for rule, c := range table {
		if c.defects+c.good > 0 {
			rules = append(rules, rule)
		}
	}
	slices.Sort(rules)
	fmt.Fprintf(&b, "\nrule  defects flagged blocked   good warned blocked\n")
	for _, rule := range rules {
		c := table[rule]
		fmt.Fprintf(&b, "%-5s %7d %7d %7d %6d %6d %7d", rule, c.defects, c.flagged, c.blocked, c.good, c.falseWarns, c.falseBlocks)
		if len(c.missed) > 0 {
			fmt.Fprintf(&b, "  missed: %s", strings.Join(c.missed, ", "))
		}
		if len(c.alarms) > 0 {
			fmt.Fprintf(&b, "  false: %s", strings.Join(c.alarms, ", "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The table that make photos-report prints.
func TestReportOnTheLabelledSet(t *testing.T) {
	all := judgeSet(t)
	t.Log(report(all))
	if os.Getenv("GRADUAND_PHOTOS_MEASURES") == "" {
		return
	}
	for _, j := range all {
		var line []string
		for _, m := range j.Measures {
			line = append(line, fmt.Sprintf("%s=%.3f", m.Measure, m.Value))
		}
		t.Log(j.File, strings.Join(line, " "))
	}
}

// summed are the confusions of rules.
func summed(table map[string]*confusion, rules ...string) (sum confusion) {
	for _, rule := range rules {
		c := table[rule]
		sum.defects, sum.flagged, sum.blocked = sum.defects+c.defects, sum.flagged+c.flagged, sum.blocked+c.blocked
		sum.good, sum.falseWarns, sum.falseBlocks = sum.good+c.good, sum.falseWarns+c.falseWarns, sum.falseBlocks+c.falseBlocks
	}
	return sum
}

// The aims of photos.md §4.4.
func TestAimsOnTheLabelledSet(t *testing.T) {
	all := judgeSet(t)
	table := confusions(all)
	of := func(what string, n, all int, least float64) {
		t.Helper()
		if float64(n) < least*float64(all) {
			t.Errorf("%s: %d of %d, want %.0f %%\n%s", what, n, all, 100*least, report(judgeSet(t)))
		}
	}
	file := summed(table, "R01", "R02", "R03", "R04", "R05", "R06", "M01", "M02", "M03")
	of("file and metadata rules flag", file.flagged, file.defects, 1)
	sure := summed(table, "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F15")
	of("sure rules flag", sure.flagged, sure.defects, 0.97)
	hints := summed(table, "F11", "F12", "F13", "F14")
	of("hints flag", hints.flagged, hints.defects, 0.6)
	faces := summed(table, "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12", "F13", "F14", "F15", "F16")
	of("good cells without a false warning", faces.good-faces.falseWarns, faces.good, 0.985)
	of("good cells without a false block", faces.good-faces.falseBlocks, faces.good, 0.997)
	acceptable, clean := 0, 0
	for _, j := range all {
		if j.Expected == "accept" {
			acceptable++
			switch j.Verdict() {
			case imaging.Pass:
				clean++
			case imaging.Block, imaging.Stop:
				t.Errorf("%s is acceptable and blocked: %v", j.File, j.Findings)
			}
		}
	}
	of("acceptable portraits without a flag", clean, acceptable, 0.85)
	if acceptable == 0 || faces.good < 500 {
		t.Errorf("only %d acceptable portraits and %d good cells", acceptable, faces.good)
	}
}
