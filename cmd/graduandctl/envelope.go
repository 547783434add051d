package main

import (
	"fmt"

	"graduand/data/registrar/envelope"
)

// envelopeContents says what has to be in somebody's envelope.
func (c *doCommand) envelopeContents(s *session) error {
	id, _, err := c.one()
	if err != nil {
		return err
	}
	items, err := s.registrar.Envelope.Contents(id)
	if err != nil {
		return err
	}
	for _, item := range items {
		fmt.Fprintf(s.stdout, "%s\t%v\n", item.Code, s.text().Word(item.Wording()))
	}
	return nil
}

// envelopeArrived enters that the envelopes of several have come under one number.
func (c *doCommand) envelopeArrived(s *session) error {
	with, on, err := c.onDay(s, "operator", "tracking")
	if err != nil {
		return err
	}
	return s.registrar.Envelope.Arrived(s.ctx, with.ids, envelope.Arrival{Operator: with.values["operator"], Tracking: with.values["tracking"], On: on})
}

// allContents says that everything is in an envelope that has to be.
const allContents = "all"

// envelopeHand enters a hand-over; without contents everything was in it.
func (c *doCommand) envelopeHand(s *session) error {
	id, with, on, err := c.oneOnDay(s, "contents", "to", "lacking")
	if err != nil {
		return err
	}
	h := envelope.Handing{On: on, Contents: with.codes("contents"), To: with.values["to"], Lacking: with.values["lacking"]}
	if said, is := with.values["contents"]; !is || said == allContents {
		items, err := s.registrar.Envelope.Contents(id)
		if err != nil {
			return err
		}
		h.Contents = nil
		for _, item := range items {
			h.Contents = append(h.Contents, item.Code)
		}
	}
	return s.registrar.Envelope.HandOver(s.ctx, id, h)
}

// envelopeElsewhere enters where the envelopes of several are that did not come, by the name of the
// action, and says how one is got that the centre keeps.
func (c *doCommand) envelopeElsewhere(s *session) error {
	with, on, err := c.onDay(s)
	if err != nil {
		return err
	}
	switch c.Action {
	case "envelope-kept":
		err = s.registrar.Envelope.Kept(s.ctx, with.ids, on)
	case "envelope-returned":
		err = s.registrar.Envelope.Returned(s.ctx, with.ids, on)
	default:
		err = s.registrar.Envelope.Emailed(s.ctx, with.ids, on)
	}
	if err != nil {
		return err
	}
	ways, err := s.registrar.Envelope.Ways()
	if err != nil {
		return err
	}
	for _, way := range ways.Says {
		fmt.Fprintln(s.stdout, way)
	}
	if ways.Until != nil && ways.Until.On != "" {
		fmt.Fprintln(s.stdout, s.say("envelope.until", map[string]any{"date": ways.Until.On.Dotted()}))
	}
	return nil
}

func (c *doCommand) envelopeBack(s *session) error {
	with, err := c.said()
	if err != nil {
		return err
	}
	return s.registrar.Envelope.TakeBack(s.ctx, with.ids)
}
