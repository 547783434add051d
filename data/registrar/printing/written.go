package printing

import (
	"slices"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// writtenOf are messages to the centre by their ids; of none named those that wait for a receipt, else
// the last. It is print.no_message where there is none, or none with such an id.
func writtenOf(v *registry.View, ids []string) (*papers.Written, error) {
	enrolled, err := v.Enrolled()
	if err != nil {
		return nil, err
	}
	passed := v.Passed()
	if len(ids) == 0 {
		ids = latest(passed)
	}
	if enrolled == nil || len(ids) == 0 {
		return nil, data.Fail("print.no_message", nil)
	}
	written := &papers.Written{School: enrolled.Code}
	for _, id := range ids {
		at := slices.IndexFunc(passed, func(p registry.Passed) bool { return p.Sent && p.ID == id })
		if at < 0 {
			return nil, data.Fail("print.no_message", nil)
		}
		written.Messages = append(written.Messages, papers.WrittenMessage{Message: passed[at].Message, Made: v.DayOf(passed[at].At)})
	}
	return written, nil
}

// latest are the ids of the last messages that were sent and not answered, of the last one where all are.
func latest(passed []registry.Passed) (ids []string) {
	answered, last := map[string]bool{}, ""
	for _, p := range passed {
		if !p.Sent {
			answered[p.Answers] = true
		}
	}
	branch := ""
	for _, p := range passed {
		if !p.Sent {
			continue
		}
		if p.Branch != branch {
			ids, branch = nil, p.Branch // what was sent before a restore waits for nothing
		}
		if last = p.ID; !answered[p.ID] {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) == 0 && last != "" {
		return []string{last}
	}
	return ids
}

// messages are the ids of those that the document is about, nil of any other.
func (o *order) messages() (ids []string) {
	if o.Written == nil {
		return nil
	}
	for i := range o.Written.Messages {
		ids = append(ids, o.Written.Messages[i].ID)
	}
	return ids
}
