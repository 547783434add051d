package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"graduand/data/centre"
	"graduand/data/centre/simulate"
	"graduand/data/registrar"
)

type centreSimulateCommand struct {
	centreFlags
	Campaign  string `help:"Id of a built-in campaign, or a campaign file (.toml)." default:"${demo}"`
	Schools   int    `help:"How many schools, of 20 to 400 graduates, 50 in the mean." default:"10"`
	Photo     int    `help:"The size of a photo in kilobytes, more or less a quarter." default:"200"`
	Bad       int    `help:"How many schools of a hundred send something that is wrong." default:"0"`
	Seed      uint64 `help:"The same seed gives the same people and photos." default:"1"`
	Wave      int    `help:"How many schools write before it is taken over: their messages lie on the disk twice meanwhile." default:"100"`
	Processes int    `help:"How many programs take over at the same time; more than one on a PostgreSQL." default:"1"`
	JSON      bool   `help:"One JSON object a line."`
}

// Run makes a centre in a new folder, has invented schools write to it wave by wave, and has programs
// of their own take over each wave, as those of a centre do; what they take is what is measured.
func (c *centreSimulateCommand) Run(s *session) error {
	if c.Schools < 1 || c.Photo < 1 || c.Wave < 1 || c.Processes < 1 || c.Processes > 1 && c.DSN == "" || c.Bad < 0 || c.Bad > 100 {
		return &registrar.Error{Code: "centre.simulate_numbers"}
	}
	country, err := c.country(s)
	if err != nil {
		return err
	}
	m := &simulation{centreSimulateCommand: c, session: s, country: country}
	if err := m.idle(); err != nil {
		return err
	}
	for from := 0; from < c.Schools; {
		to := min(from+c.Wave, c.Schools)
		for _, first := range firsts {
			if from < first {
				to = min(to, first)
			}
		}
		if err := m.wave(from, to); err != nil {
			return err
		}
		from = to
	}
	return m.finish()
}

// firsts are the numbers of schools after which what one has cost so far is told.
var firsts = []int{10, 100, 1000}

// country makes the centre, which must be nobody's, and plans the schools.
func (c *centreSimulateCommand) country(s *session) (*simulate.Country, error) {
	rules, err := readCampaign(c.Campaign)
	if err != nil {
		return nil, err
	}
	s.campaignLanguage = rules.Language
	if all, err := os.ReadDir(c.Dir); err == nil && len(all) > 0 {
		return nil, &registrar.Error{Code: "centre.simulate_apart"}
	}
	country, err := simulate.New(simulate.Plan{Campaign: rules, Schools: c.Schools, Photo: c.Photo * 1000, Bad: c.Bad, Seed: c.Seed, Now: s.now(), Program: registrar.Program})
	if err != nil {
		return nil, err
	}
	if err := country.Room(filepath.Dir(filepath.Clean(c.Dir)), c.Wave); err != nil {
		return nil, err
	}
	switch unused, err := centre.Unused(s.ctx, c.DSN); {
	case err != nil:
		return nil, err
	case !unused:
		return nil, &registrar.Error{Code: "centre.simulate_apart"}
	}
	if country.Centre, err = centre.MakeKeys(c.Dir, false, rand.Reader); err != nil {
		return nil, err
	}
	return country, c.with(s, func(open *centre.Centre) error { return open.SetCampaign(s.ctx, rules.Source()) })
}

// simulation is one run, and what it has measured.
type simulation struct {
	*centreSimulateCommand
	*session
	country *simulate.Country
	// round is what programs cost that find nothing, and waves how often they were started.
	round   roundLine
	waves   int
	total   waveLine
	costs   []costLine
	strange int
}

// emptyRounds is how many of them are measured; the cheapest counts.
const emptyRounds = 3

// idle measures what a round costs that finds nothing.
func (m *simulation) idle() error {
	for n := range emptyRounds {
		inbox, err := m.makeInbox()
		if err != nil {
			return err
		}
		begun := time.Now()
		took, err := m.takeOver(inbox)
		if err != nil {
			return err
		}
		wall, cpu := milliseconds(time.Since(begun)), milliseconds(took.cpu)
		if n == 0 {
			m.round = roundLine{wall, cpu}
		}
		m.round = roundLine{min(m.round.Round, wall), min(m.round.CPU, cpu)}
	}
	return nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (m *simulation) makeInbox() (string, error) {
	inbox := filepath.Join(m.Dir, "inbox")
	if err := os.MkdirAll(inbox, 0o700); err != nil {
		return "", &registrar.Error{Code: "file.cannot_write", Args: map[string]any{"file": inbox}, Err: err}
	}
	return inbox, nil
}

// wave has some schools write, and what they have written taken over.
func (m *simulation) wave(from, to int) error {
	inbox, err := m.makeInbox()
	if err != nil {
		return err
	}
	begun := time.Now()
	fates, line, err := m.write(inbox, from, to)
	if err != nil {
		return err
	}
	line.Write = thousandths(time.Since(begun).Seconds())
	begun = time.Now()
	took, err := m.takeOver(inbox)
	if err != nil {
		return err
	}
	line.Ingest, line.CPU, line.Peak = thousandths(time.Since(begun).Seconds()), thousandths(took.cpu.Seconds()), took.peak
	m.strange += took.strange(fates)
	if err := os.RemoveAll(inbox); err != nil {
		return fmt.Errorf("empty inbox: %w", err)
	}
	err = m.with(m.session, func(open *centre.Centre) (err error) {
		line.Database, err = open.DatabaseSize(m.ctx)
		return err
	})
	if err != nil {
		return err
	}
	m.add(line)
	return m.tellWave(line)
}

// write enrols schools, with the fingerprints of their keys confirmed, and has them write, as many at a
// time as there are processors.
func (m *simulation) write(inbox string, from, to int) (map[string]simulate.Fate, *waveLine, error) {
	fates, line := map[string]simulate.Fate{}, &waveLine{From: from + 1, To: to}
	var schools []*simulate.School
	for n := from; n < to; n++ {
		one, err := m.country.School(n)
		if err != nil {
			return nil, nil, err
		}
		schools = append(schools, one)
		fates[one.Code] = one.Fate
	}
	err := m.with(m.session, func(open *centre.Centre) error {
		for _, one := range schools {
			e := centre.Enrolling{School: one.Code, Name: one.Name, District: one.District, Phone: one.Phone, Surname: one.Surname, GivenName: one.GivenName}
			if _, err := open.Enrol(m.ctx, e, ""); err != nil {
				return err
			}
			if err := open.Confirm(m.ctx, one.Code, one.Fingerprint()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	return fates, line, m.writeAll(inbox, schools, line)
}

func (m *simulation) writeAll(inbox string, schools []*simulate.School, line *waveLine) error {
	next := make(chan *simulate.School, len(schools))
	for _, one := range schools {
		next <- one
	}
	close(next)
	var all sync.WaitGroup
	var mutex sync.Mutex
	var failed error
	for range runtime.NumCPU() {
		all.Go(func() {
			for one := range next {
				w, err := m.country.Write(one, inbox)
				mutex.Lock()
				failed = errors.Join(failed, err, m.ctx.Err())
				line.Messages, line.Graduates, line.Octets = line.Messages+w.Messages, line.Graduates+w.Graduates, line.Octets+w.Octets
				stop := failed != nil
				mutex.Unlock()
				if stop {
					return
				}
			}
		})
	}
	all.Wait()
	return failed
}
