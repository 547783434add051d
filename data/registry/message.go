package registry

import (
	"cmp"

	"graduand/data"
)

// PutMessage notes a message as an event of a kind: [EventMessageSent], [EventMessageReceived].
func (c *Change) PutMessage(kind string, m data.Message) error {
	b, err := c.ofMessage(kind, m)
	if err != nil {
		return err
	}
	b.Message, b.By = &m, c.v.who.Label()
	c.passed = append(c.passed, passedFrom(kind, c.v.options.Now().UTC(), b))
	return c.Note(kind, b)
}

// PutPassed writes somebody as a message leaves them, and nothing where it changes nothing: an event
// of the message's kind.
func (c *Change) PutPassed(g *data.Graduate, kind string, m data.Message, note string) error {
	before := c.v.index.byID[g.ID].graduate
	changes := Difference(before, g)
	if len(changes) == 0 {
		return nil
	}
	b, err := c.ofMessage(kind, m)
	if err != nil {
		return err
	}
	inOrder(before, g, changes)
	b.Changes, b.Note = changes, note
	return c.Put(g, kind, b)
}

// ofMessage is what every event of a message says: the file, and to whom it went (KG-013).
func (c *Change) ofMessage(kind string, m data.Message) (EventBody, error) {
	b := EventBody{SHA256: m.SHA256}
	if school := c.v.School(); kind == EventMessageSent {
		b.To = cmp.Or(c.v.Campaign().Recipient(data.ToCentre, &school), data.ToCentre)
	}
	return c.addressed(kind, b)
}
