package campaign

// Envelope is what has to be in the envelope that the centre sends to a person who is registered,
// or refused, in the order of the file (UA-069, UA-097).
func (c *Campaign) Envelope(p *Person, refused bool) ([]*EnvelopeDocument, error) {
	var inside []*EnvelopeDocument
	for i := range c.EnvelopeDocuments {
		d := &c.EnvelopeDocuments[i]
		if d.Refused != refused {
			continue
		}
		needed, err := c.Holds(d.Needed, p)
		if err != nil {
			return nil, err
		}
		if needed {
			inside = append(inside, d)
		}
	}
	return inside, nil
}
