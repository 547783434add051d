package roster

import (
	"strings"

	"graduand/data/registrar/roster"
)

// pending are the rows that wait for something: to be added, decided about, or mended by who has
// begun to.
type pending struct{ added, doubtful, mended int }

// pending counts them in the last reading, or in the result after the rows were added.
func (s *Screen) pending() (p pending) {
	switch {
	case s.file == nil:
	case s.result != nil:
		p.doubtful, p.mended = s.result.Count(roster.Doubtful), s.result.Count(roster.Rejected)
	default:
		p = pending{s.count(roster.Accepted), s.count(roster.Doubtful), s.count(roster.Rejected)}
	}
	if len(s.choice.Cells) == 0 {
		// The file is mended by nobody: as it is it lies in its folder.
		p.mended = 0
	} else if s.unjudged {
		p.mended = max(p.mended, 1)
	}
	return p
}

// worked says that rows were mended or decided about.
func (s *Screen) worked() bool { return len(s.choice.Cells)+len(s.choice.Decided) > 0 }

// Unsaved says that rows wait to be added, decided about or mended.
func (s *Screen) Unsaved() bool { return s.pending() != pending{} }

// UnsavedWords says how many rows wait for what.
func (s *Screen) UnsavedWords() string {
	p := s.pending()
	var what []string
	for _, of := range []struct {
		id    string
		count int
	}{{"unsaved_add", p.added}, {"unsaved_doubts", p.doubtful}, {"unsaved_mend", p.mended}} {
		if of.count > 0 {
			what = append(what, s.say(of.id, map[string]any{"number": of.count}))
		}
	}
	return s.window.Say("screen.roster", nil) + " (" + strings.Join(what, ", ") + ")"
}
