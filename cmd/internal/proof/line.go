package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"graduand/data/prooftest"
)

// line is one line of the table: what is said, and the run by which anybody can see it.
type line struct {
	// id names its results, and asks for it alone: ONLY=power.
	id string
	// chapter is the heading under which it stands.
	chapter string
	// tried says in words what is done: «the power cut at every write, …».
	tried string
	// says tells the figures, which stand in braces by the names that the test tells them by, with the digits
	// behind the point where they are wanted: «{states} disks, {peak_seconds:1} s».
	says string
	// holds are what must be true of the figures: «states >= 20000», «ill = 0».
	holds []string
	// joined has lines that follow each other with the same words in it stand in the table as one: these words, and
	// says with the figures of all, of which «lines» is how many they are. Each holds for itself; their ids begin
	// with the same word and a hyphen.
	joined string
	// without says what is missing where the test is passed over: such a line is neither true nor false. «»
	// where it may not be.
	without string
	run
}

// run is a test or a benchmark, and how often.
type run struct {
	// folder is the package, below the root of the project, and name a regular expression of tests in it.
	folder, name string
	// kind says what name is; a test where it is not said.
	kind kind
	// shares are how many times it is run, each with other chances and with so many tries (GRADUAND_TIMES;
	// 0 for as many as usual). What is done of them stays done when the proof is interrupted: a share should
	// take some minutes.
	shares, times int
	// environment are further NAME=VALUE, flags further words of the test program.
	environment, flags []string
	// alone says that it measures time: nothing runs beside it.
	alone bool
	// within says that its tests run nothing of ours but the packages that they are made of: what came of it holds
	// as long as these stay. Of tests that build our programs, or read the whole project, it holds for these very
	// files alone.
	within bool
	// cgo says that it needs the C compiler, as the window does.
	cgo bool
	// guided is said by who runs it.
	guided bool
}

// kind is of what a run is made.
type kind int

const (
	test kind = iota
	// benchmark runs no test.
	benchmark
	// fuzz executes the one target of that name so many times, and keeps what it has found; it tells «execs».
	// The first share is guided by what of the program each input covers, and grows the corpus with which all
	// others begin, which are not, and are many times faster.
	fuzz
)

var braced = regexp.MustCompile(`\{([a-z0-9_]+)(?::(\d))?\}`)

// words are says with the figures in their places; thousands stand apart.
func (l line) words(figures prooftest.Figures) string {
	return braced.ReplaceAllStringFunc(l.says, func(place string) string {
		parts := braced.FindStringSubmatch(place)
		figure, told := figures[parts[1]]
		if !told {
			return "–"
		}
		digits, _ := strconv.Atoi(parts[2])
		return apart(strconv.FormatFloat(figure, 'f', digits, 64))
	})
}

// apart puts a comma before every three digits before the point.
func apart(number string) string {
	whole, rest, point := strings.Cut(number, ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if point {
		return whole + "." + rest
	}
	return whole
}

// missed are those of holds that are not true of the figures; what was not told is not true.
func (l line) missed(figures prooftest.Figures) (missed []string, err error) {
	for _, bound := range l.holds {
		words := strings.Fields(bound)
		if len(words) != 3 {
			return nil, fmt.Errorf("read bound %q: it is not «figure = number»", bound)
		}
		limit, err := strconv.ParseFloat(words[2], 64)
		if err != nil {
			return nil, fmt.Errorf("read bound %q: %w", bound, err)
		}
		figure, told := figures[words[0]]
		holds := map[string]bool{"=": figure == limit, ">=": figure >= limit, "<=": figure <= limit, ">": figure > limit}
		holding, known := holds[words[1]]
		if !known {
			return nil, fmt.Errorf("read bound %q: %q is no comparison", bound, words[1])
		}
		if !told || !holding {
			missed = append(missed, bound)
		}
	}
	return missed, nil
}
