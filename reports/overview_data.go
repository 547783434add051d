package reports

import "graduand/data"

// Overview is how far the school is, on paper: bars by class, the way, the days, what hinders whom.
type Overview struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made string
	// Shares are how far somebody may be, for data/text to word, in the order of the parts of all bars.
	Shares []any
	// Classes are the bars, All the bar of everybody.
	Classes []OverviewBar
	All     OverviewBar
	Stages  []OverviewStage
	Days    []OverviewDay
	Tasks   []OverviewTask
}

// OverviewBar is a class, "" for those without one, with how many are how far: a number for each of
// [Overview.Shares].
type OverviewBar struct {
	Class string
	Parts []int
}

// OverviewStage is a part of the way, for data/text to word: how many have it behind them, of how
// many who have to.
type OverviewStage struct {
	Title      any
	Number, Of int
}

// OverviewDay is a day of the campaign: On is the day as it is shown, "" where nobody knows it, and
// Days how far it is off, less than nothing when it is past.
type OverviewDay struct {
	Title, On string
	Days      int
	// Hard says that a law sets it; Waiting is how many are late by it, or would be.
	Hard    bool
	Waiting int
}

// OverviewTask is something to do, for data/text to word, and for whom: names, none where it is about
// nobody.
type OverviewTask struct {
	What     any
	Severity data.Severity
	Who      []string
}
