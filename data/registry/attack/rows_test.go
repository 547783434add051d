package attack_test

import (
	_ "embed"
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

// rowIDs are the rows of the threat model, a line each: those with which the lock was attacked first, at the
// commit b60c542, and those found since.
//
//go:embed testdata/rows.txt
var rowIDs string

// rowID is the beginning of a name that is a row's: «G01». What is tried beside a row has a small letter behind
// it: «G07b».
var rowID = regexp.MustCompile(`^([A-Z][0-9]{2})[a-z]?$`)

// shown is what has come of the rows that were tried: false where anything of one was missed or left out.
var shown = map[string]bool{}

// try is one attack. Its name begins with the row that it is, or several: what becomes of it is noted, so that
// no row can go without its test.
func try(t *testing.T, name string, attack func(t *testing.T)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Cleanup(func() { note(name, !t.Failed() && !t.Skipped()) })
		attack(t)
	})
}

// note keeps what has come of a name. What is tried beside a row cannot stand for it, and what fails there fails
// the row.
func note(name string, holds bool) {
	for _, word := range strings.Fields(name) {
		found := rowID.FindStringSubmatch(word)
		if found == nil {
			return
		}
		before, tried := shown[word]
		shown[word] = holds && (before || !tried)
		if !holds {
			shown[found[1]] = false
		}
	}
}

// missing are the rows of which no test ran, or one failed or was left out.
func missing(rows []string, shown map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(rows), func(id string) bool { return shown[id] })
}

// tellRows holds the tests that ran against the table, where all of them were asked for.
func tellRows() error {
	if run := flag.Lookup("test.run").Value.String(); run != "" && run != "." || flag.Lookup("test.skip").Value.String() != "" {
		return nil
	}
	rows := strings.Fields(rowIDs)
	missed := missing(rows, shown)
	if err := prooftest.Note(prooftest.Figures{"rows": float64(len(rows)), "held": float64(len(rows) - len(missed)), "lacking": float64(len(missed))}); err != nil {
		return err
	}
	if len(missed) > 0 {
		return fmt.Errorf("rows without a test that holds: %s", strings.Join(missed, " "))
	}
	for id := range shown {
		if !slices.Contains(rows, id[:3]) {
			return fmt.Errorf("row %s is not in testdata/rows.txt", id)
		}
	}
	return nil
}

// A row that no test tries, that failed once or was left out is told as missing.
func TestARowWithoutATestIsMissed(t *testing.T) {
	before := shown
	defer func() { shown = before }()
	shown = map[string]bool{}
	note("A01 A02 something is tried", true)
	note("A02b beside it", false)
	note("A04b beside it", true)
	note("A02 again", true)
	note("KG-012 A03 of no row", true)
	if missed := missing([]string{"A01", "A02", "A03", "A04"}, shown); !slices.Equal(missed, []string{"A02", "A03", "A04"}) {
		t.Errorf("missed: %v", missed)
	}
}
