package exchange

import (
	"errors"

	"graduand/data"
	"graduand/data/exchange"
)

// why is what stands against sending somebody's record, nil for nothing. Where the paper counts, it
// goes when the papers have gone; where the centre's site does, when the form is finished.
func (j *judge) why(s *sending, r *exchange.Record, files []attachment) *data.Phrase {
	c, g := j.view.Campaign(), s.Graduate
	title := c.FieldTitle(c.PersonKey)
	switch same := j.keys[r.Graduate.Key]; {
	case c.RecordedOnSite() && s.of.Form == data.StatusDraft:
		return &data.Phrase{ID: "exchange.why_unfinished"}
	case !c.RecordedOnSite() && !s.dispatched():
		return &data.Phrase{ID: "exchange.why_not_sent"}
	case r.Graduate.Key == "":
		return &data.Phrase{ID: "exchange.why_no_key", Args: data.Args{"field": data.Inside{Name: title}}}
	case len(same) > 1:
		return &data.Phrase{ID: "exchange.why_same_key", Args: data.Args{"field": data.Inside{Name: title}, "name": anotherOf(same, g).FullName()}}
	}
	var wrong *data.Error
	if err := r.Check(); errors.As(err, &wrong) {
		return &data.Phrase{ID: "exchange.why_cell", Args: data.Args{"column": wrong.Args["column"]}}
	}
	if octets(files) > exchange.MaximumFiles {
		return &data.Phrase{ID: "exchange.why_too_large", Args: data.Args{"megabytes": exchange.MaximumFiles >> 20}}
	}
	return nil
}

// dispatched says that the papers have left: with the package, or on their own way.
func (s *sending) dispatched() bool {
	if p := s.of.Trail.Package; p != nil {
		return p.Posted()
	}
	return s.Graduate.Current().SentOn(s.of.Trail) != ""
}

func anotherOf(same []*data.Graduate, g *data.Graduate) *data.Graduate {
	for _, other := range same {
		if other.ID != g.ID {
			return other
		}
	}
	return g
}

func octets(files []attachment) (sum int64) {
	for _, f := range files {
		sum += f.octets
	}
	return sum
}
