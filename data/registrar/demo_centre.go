package registrar

import (
	"bytes"
	"path/filepath"

	"graduand/data"
	"graduand/data/registrar/centrelist"
)

// centreList writes the list of cards that the centre's service might give this school, where the
// centre numbers cards: somebody is missing in it, somebody is new, and some of it differs from the
// registry, as in life (UA-147).
func (d *demo) centreList(r *Registrar) error {
	if !d.options.Campaign.HasCards() {
		return nil
	}
	rows, err := r.Table.List(Filter{})
	if err != nil || len(rows) < leastInCentreList {
		return err
	}
	newcomer := d.newcomer()
	there := []*data.Graduate{newcomer}
	waiting := 0
	for i, row := range rows {
		g := row.Graduate.Clone()
		r := g.Current()
		switch {
		case r.CardNumber == "":
			if waiting++; waiting > 1 {
				continue // has made no card yet
			}
			r.CardNumber, r.Subjects = d.options.Campaign.CardNumber.Example, newcomer.Current().Subjects
		case i == 2: // with one subject less
			r.Subjects = r.Subjects[:max(len(r.Subjects)-1, 0)]
		case i == 4: // a row without a number
			r.CardNumber = ""
		case i == 6: // with the letters of the number exchanged
			r.CardNumber = r.CardNumber[1:] + r.CardNumber[:1]
		}
		there = append(there, g)
	}
	var b bytes.Buffer
	if err := centrelist.WriteSample(&b, d.options.Campaign, d.options.Campaign.ShortTitle, there); err != nil {
		return err
	}
	d.made.Files = append(d.made.Files, "centre-list.xlsx")
	return SaveFile(filepath.Join(d.dir, "centre-list.xlsx"), b.Bytes())
}

// leastInCentreList is from how many people on there is one for every kind of difference.
const leastInCentreList = 8

// newcomer is somebody who has made a card and is not in the registry.
func (d *demo) newcomer() *data.Graduate {
	another := &demo{options: d.options, names: d.names, rand: newRand(d.options.Seed + 1)}
	g := another.invent()[0]
	r := g.Current()
	r.CardNumber = another.cardNumber(0)
	for _, code := range d.options.Campaign.SubjectSet.AttestationMandatory {
		r.Subjects = append(r.Subjects, data.SubjectChoice{Subject: code, Attestation: true})
	}
	return &g
}
