package registry

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Answered is a graduate in the state in which the centre's last answer was entered: to the current
// attempt, or while there is none to the one before. It is nil for who was never answered.
func (v *View) Answered(ctx context.Context, id string) (*data.Graduate, error) {
	var now, answered, before *data.Graduate
	err := v.ledger.Events(ctx, id, func(stored ledger.Event) error {
		b, err := bodyOf(stored)
		if err != nil {
			return err
		}
		was := now
		now = replay(now, stored.Kind, b)
		switch {
		case was == nil || now == nil:
		case len(now.Registrations) > len(was.Registrations):
			answered, before = nil, cmp.Or(answered, was)
		case len(now.Registrations) < len(was.Registrations):
			answered, before = before, nil
		case slices.ContainsFunc(b.Changes, func(c FieldChange) bool { return c.Field == data.FieldAnswer }):
			if answered = nil; now.Current().Answer != nil {
				answered = now
			}
		}
		return nil
	})
	return cmp.Or(answered, before), err
}

// seenDiffers tells of another answer on the centre's site than the one that was entered (UA-079).
func (v *View) seenDiffers(g *data.Graduate) []data.Finding {
	r := g.Current()
	if !r.SeenDiffers() {
		return nil
	}
	seen := r.Fact(data.FactSeen, "")
	return []data.Finding{{Graduate: g.ID, Rule: "seen_differs", Severity: data.SeverityWarning,
		Args: data.Args{"seen": v.StateTitle(seen.Seen), "date": seen.On.Dotted(), "by": seen.By, "answer": data.Term("status." + string(r.Answer.State))}}}
}

// StateTitle is what a state of the centre's service is called, its code where the campaign has it no
// more.
func (v *View) StateTitle(code string) data.Wording {
	if s := v.Campaign().ExternalStatus(code); s != nil {
		return data.Wording{ID: "external_status." + code, Words: s.Title}
	}
	return data.Wording{Words: code}
}

// WithEarlierCard are those of whom an attempt that is over had a card number; removed ones are left
// out.
func (v *View) WithEarlierCard(number string) []*data.Graduate {
	return graduatesOf(v.index.oldCards[data.CardKey(number)])
}

// StateNamed is the state of the centre's service that words mean: its code, or its title in any
// language of the campaign, whatever stands behind it; nil for none.
func (v *View) StateNamed(words string) *campaign.Item {
	if s := v.Campaign().ExternalStatus(strings.ToLower(strings.TrimSpace(words))); s != nil {
		return s
	}
	said := data.SearchKey(words)
	for _, language := range append(slices.Sorted(maps.Keys(v.Campaign().Texts)), "") {
		statuses := v.Campaign().In(language).ExternalStatuses
		for i := range statuses {
			if title := data.SearchKey(statuses[i].Title); title != "" && strings.HasPrefix(said, title) {
				return v.Campaign().ExternalStatus(statuses[i].Code)
			}
		}
	}
	return nil
}

// Pair is a line «number, words» of a pasted block.
type Pair struct {
	Line       int
	Key, Words string
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// mostPairs bounds a pasted block, in lines.
const mostPairs = 20000

// ReadPairs reads a block of lines «number <tab> words», as it is copied from a page or a
// spreadsheet; without a tab the first space parts them. Empty lines count in the numbers of the lines
// alone. A block without lines is paste.empty, one that is too long paste.too_long.
func ReadPairs(block string) (pairs []Pair, err error) {
	line := 0
	for text := range strings.Lines(lineEnds.Replace(block)) {
		if line++; strings.TrimSpace(text) == "" {
			continue
		}
		key, words, tabbed := strings.Cut(strings.TrimSpace(text), "\t")
		if !tabbed {
			key, words, _ = strings.Cut(strings.TrimSpace(text), " ")
		}
		pairs = append(pairs, Pair{line, strings.Trim(key, " «»\"№;,"), strings.Join(strings.Fields(words), " ")})
		if len(pairs) > mostPairs {
			return nil, data.Fail("paste.too_long", data.Args{"limit": mostPairs})
		}
	}
	if len(pairs) == 0 {
		return nil, data.Fail("paste.no_lines", nil)
	}
	return pairs, nil
}

// TrackingNumber is the number of a posted item as its operator writes it; of one that nobody has
// named, as it was typed. See [campaign.Campaign.ReadTracking].
func (v *View) TrackingNumber(operator, typed string) (string, error) {
	if operator == "" {
		return data.CleanText(data.Term("answer.tracking"), typed)
	}
	return v.Campaign().ReadTracking(operator, typed)
}
