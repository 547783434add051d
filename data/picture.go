package data

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Picture is what is kept of one photo or scan beside its bytes, by the id of the attachment.
type Picture struct {
	// Judged is what the program has said of it, nil while it has not.
	Judged *Judged `json:"judged,omitempty"`
	// Confirmed are the answers to the campaign's questions, and to warnings: Of is the code of
	// the question or the rule, Kind [FactConfirmed] or [FactDenied]. Of a rule Seen is the value
	// that was looked at: another one asks again.
	Confirmed []Fact `json:"confirmed,omitempty"`
	// Overridden are the blocks that somebody lets pass: Of is the rule, Note the reason, Seen
	// the value.
	Overridden []Fact `json:"overridden,omitempty"`
	// Turn is by how many degrees it is turned clockwise before it is shown: 0, 90, 180, 270.
	Turn int `json:"turn,omitempty"`
	// Crop is the part that is printed, nil for all of it.
	Crop *Crop `json:"crop,omitempty"`
}

// Crop is a rectangle of the upright, turned picture, in shares of its width and height, and
// by how many degrees it is turned clockwise about its middle, so that eyes whose line falls to
// the right stand level in it. The original bytes stay as they are.
type Crop struct {
	Left   float64 `json:"left"`
	Top    float64 `json:"top"`
	Right  float64 `json:"right"`
	Bottom float64 `json:"bottom"`
	Angle  float64 `json:"angle,omitempty"`
	// Turn is by how many degrees the picture was turned when it was chosen: turned otherwise the
	// same shares are another place.
	Turn int `json:"turn,omitempty"`
}

// ImagesState is how the photos and scans that the form asks for stand (KG-017).
type ImagesState string

// All are there, nothing is blocked and everything is answered; something is open; or the form
// asks for none.
const (
	ImagesComplete   ImagesState = "complete"
	ImagesIncomplete ImagesState = "incomplete"
	ImagesNotNeeded  ImagesState = "not_needed"
)

// Stands says that a picture has no crop, or one of the picture as it is turned.
func (p Picture) Stands() bool { return p.Crop == nil || p.Crop.Turn == p.Turn }

// clone shares nothing that is altered: a judgement is replaced as a whole.
func (p Picture) clone() Picture {
	p.Confirmed, p.Overridden = slices.Clone(p.Confirmed), slices.Clone(p.Overridden)
	if p.Crop != nil {
		crop := *p.Crop
		p.Crop = &crop
	}
	return p
}

func clonePictures(of map[string]Picture) map[string]Picture {
	all := maps.Clone(of)
	for id, p := range all {
		all[id] = p.clone()
	}
	return all
}

// What people say of a picture has field codes of its own, so that history and earlier states
// treat it like everything else: «picture.1f2e.confirmed.recent», «picture.1f2e.crop». The
// value of a fact and of a crop is JSON, that of a turn are degrees. The judgement has none: it
// follows from the bytes.
const (
	prefixPicture = "picture."

	// The parts of a picture's record.
	PartConfirmed  = "confirmed"
	PartOverridden = "overridden"
	PartTurn       = "turn"
	PartCrop       = "crop"
)

// PictureField is the field code of a part of a picture's record; of is the question or the
// rule, "" for the turn and the crop.
func PictureField(id, part, of string) string {
	field := prefixPicture + id + "." + part
	if of != "" {
		field += "." + of
	}
	return field
}

// PictureOf reads the code of a picture's record; ok is false for any other field.
func PictureOf(field string) (id, part, of string, ok bool) {
	rest, ok := strings.CutPrefix(field, prefixPicture)
	id, rest, _ = strings.Cut(rest, ".")
	part, of, _ = strings.Cut(rest, ".")
	return id, part, of, ok
}

// recordedPictures are the codes of what people said of pictures, in their order.
func (g *Graduate) recordedPictures() (fields []string) {
	for _, id := range slices.Sorted(maps.Keys(g.Pictures)) {
		p := g.Pictures[id]
		for _, f := range p.Confirmed {
			fields = append(fields, PictureField(id, PartConfirmed, f.Of))
		}
		for _, f := range p.Overridden {
			fields = append(fields, PictureField(id, PartOverridden, f.Of))
		}
		if p.Turn != 0 {
			fields = append(fields, PictureField(id, PartTurn, ""))
		}
		if p.Crop != nil {
			fields = append(fields, PictureField(id, PartCrop, ""))
		}
	}
	return fields
}

// picture gives a part of a picture's record as text, "" where there is none.
func (g *Graduate) picture(id, part, of string) string {
	p := g.Pictures[id]
	switch {
	case part == PartConfirmed:
		return factText(p.Confirmed, of)
	case part == PartOverridden:
		return factText(p.Overridden, of)
	case part == PartTurn && p.Turn != 0:
		return asJSON(p.Turn)
	case part == PartCrop && p.Crop != nil:
		return asJSON(p.Crop)
	}
	return ""
}

func factText(facts []Fact, of string) string {
	if i := slices.IndexFunc(facts, func(f Fact) bool { return f.Of == of }); i >= 0 {
		return asJSON(facts[i])
	}
	return ""
}

// setPicture writes a part of a picture's record from the text that [Graduate.Get] gives, or
// takes it away; text that is none changes nothing.
func (g *Graduate) setPicture(id, part, of, text string) {
	p := g.Pictures[id].clone()
	switch part {
	case PartConfirmed:
		p.Confirmed = putFact(p.Confirmed, of, text)
	case PartOverridden:
		p.Overridden = putFact(p.Overridden, of, text)
	case PartTurn:
		p.Turn = 0
		_ = json.Unmarshal([]byte(text), &p.Turn)
	case PartCrop:
		p.Crop = nil
		var crop Crop
		if text != "" && json.Unmarshal([]byte(text), &crop) == nil {
			p.Crop = &crop
		}
	}
	g.putPicture(id, p)
}

// putFact keeps the facts in the order of what they are of, whichever came first.
func putFact(facts []Fact, of, text string) []Fact {
	fact := Fact{}
	if text != "" && json.Unmarshal([]byte(text), &fact) != nil {
		return facts
	}
	fact.Of = of
	facts = put(facts, fact, text == "", func(f Fact) bool { return f.Of == of })
	slices.SortFunc(facts, func(a, b Fact) int { return strings.Compare(a.Of, b.Of) })
	return facts
}

func (g *Graduate) putPicture(id string, p Picture) {
	if g.Pictures == nil {
		g.Pictures = map[string]Picture{}
	}
	g.Pictures[id] = p
	if p.Judged == nil && p.Turn == 0 && p.Crop == nil && len(p.Confirmed)+len(p.Overridden) == 0 {
		delete(g.Pictures, id)
	}
}

// TakeJudged takes what the program says of pictures from another revision of the same
// graduate.
func (g *Graduate) TakeJudged(from *Graduate) {
	for id := range g.Pictures {
		g.NoteJudged(id, from.Pictures[id].Judged)
	}
	for id, p := range from.Pictures {
		if p.Judged != nil {
			g.NoteJudged(id, p.Judged)
		}
	}
}

// AskAgain takes away what people have answered of a picture and let pass; how it is turned and
// cropped stays.
func (g *Graduate) AskAgain(id string) {
	p := g.Pictures[id].clone()
	p.Confirmed, p.Overridden = nil, nil
	g.putPicture(id, p)
}

// NoteJudged keeps what the program says of a picture.
func (g *Graduate) NoteJudged(id string, judged *Judged) {
	p := g.Pictures[id].clone()
	p.Judged = judged
	g.putPicture(id, p)
}
