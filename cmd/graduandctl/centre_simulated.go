package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// waveLine is the contract of «centre simulate --json»: one line a wave, and one for all. Times are in
// seconds; CPU is that of the programs that take over, without PostgreSQL.
type waveLine struct {
	From      int     `json:"from"`
	To        int     `json:"to"`
	Messages  int     `json:"messages"`
	Graduates int     `json:"graduates"`
	Octets    int64   `json:"octets"`
	Write     float64 `json:"write_seconds"`
	Ingest    float64 `json:"ingest_seconds"`
	CPU       float64 `json:"cpu_seconds"`
	// Peak is the memory of the largest of them.
	Peak     int64 `json:"peak_octets"`
	Database int64 `json:"database_octets"`
}

// roundLine is what a round over an empty inbox costs, in milliseconds.
type roundLine struct {
	Round float64 `json:"round_ms"`
	CPU   float64 `json:"round_cpu_ms"`
}

// costLine is what one school of the first so many has cost, and somebody of a school, besides the
// rounds themselves; in milliseconds.
type costLine struct {
	First    int     `json:"first"`
	School   float64 `json:"school_ms"`
	CPU      float64 `json:"school_cpu_ms"`
	Graduate float64 `json:"graduate_ms"`
	Person   float64 `json:"graduate_cpu_ms"`
}

// add adds a wave to the whole, and says what a school has cost until now where that is asked for.
func (m *simulation) add(w *waveLine) {
	t := &m.total
	t.From, t.To = 1, w.To
	t.Messages, t.Graduates, t.Octets = t.Messages+w.Messages, t.Graduates+w.Graduates, t.Octets+w.Octets
	t.Write, t.Ingest, t.CPU = thousandths(t.Write+w.Write), thousandths(t.Ingest+w.Ingest), thousandths(t.CPU+w.CPU)
	t.Peak, t.Database = max(t.Peak, w.Peak), w.Database
	m.waves++
	if slices.Contains(firsts, t.To) || t.To == m.Schools {
		const ms = 1000
		wall, cpu := t.Ingest*ms-m.round.Round*float64(m.waves), t.CPU*ms-m.round.CPU*float64(m.waves)
		m.costs = append(m.costs, costLine{t.To, thousandths(wall / float64(t.To)), thousandths(cpu / float64(t.To)), thousandths(wall / float64(t.Graduates)), thousandths(cpu / float64(t.Graduates))})
	}
}

// thousandths are as much as a measurement is worth.
func thousandths(value float64) float64 { return math.Round(value*1000) / 1000 }

func (m *simulation) tellWave(w *waveLine) error {
	if m.JSON {
		return m.line(w)
	}
	const megabyte = 1e6
	_, err := fmt.Fprintln(m.stdout, m.say("centre.simulated", map[string]any{"from": w.From, "to": w.To, "messages": w.Messages, "graduates": w.Graduates,
		"size": decimal(float64(w.Octets)/megabyte, 0), "write": decimal(w.Write, 1), "ingest": decimal(w.Ingest, 1), "cpu": decimal(w.CPU, 1),
		"peak": decimal(float64(w.Peak)/(1<<20), 0), "database": decimal(float64(w.Database)/megabyte, 1)}))
	return err
}

func decimal(value float64, digits int) string { return strconv.FormatFloat(value, 'f', digits, 64) }

// finish tells of the whole; what did not become of a message what should is a finding.
func (m *simulation) finish() error {
	if err := m.tellWave(&m.total); err != nil {
		return err
	}
	if m.JSON {
		if err := m.line(m.round); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(m.stdout, m.say("centre.simulated_round", map[string]any{"round": decimal(m.round.Round, 0), "cpu": decimal(m.round.CPU, 0)}))
	}
	for _, cost := range m.costs {
		if m.JSON {
			if err := m.line(cost); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(m.stdout, m.say("centre.simulated_share", map[string]any{"first": cost.First, "school": decimal(cost.School, 1), "cpu": decimal(cost.CPU, 1),
			"graduate": decimal(cost.Graduate, 2), "person": decimal(cost.Person, 2)}))
	}
	if m.strange > 0 {
		m.note("centre.simulated_strange", map[string]any{"number": m.strange})
		return errFindings
	}
	return nil
}
