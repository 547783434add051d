package registry

import (
	"strings"

	"graduand/data/picture"
)

// forget lets what follows from the facts be found anew when it is asked for.
func (e *entry) forget() { e.findings, e.checked = nil, "" }

// moved lets the rows of those on some lists say where their papers are now.
func (x *index) moved(lists []string) {
	for _, list := range lists {
		for _, e := range x.listed[list] {
			e.moved = true
		}
	}
}

// touch forgets the findings that there are because an entry stands in the index, or might be
// because it comes: its own, and those of everybody who has something in common with it. It is
// called of the entry that goes while it still stands there, and of the one that comes.
func (x *index) touch(e *entry) {
	x.changes++
	x.lacking = nil
	e.forget()
	for i, in := range x.byKeys() {
		forgetAll(in[e.keys[i]])
	}
	for _, key := range receiptKeys(e.graduate) {
		forgetAll(x.receipts[key])
	}
	for _, print := range x.printsOf(e.graduate) {
		forgetAll(x.pictures[print])
	}
	for _, key := range e.graduate.EarlierCards() {
		forgetAll(x.cards[key])
	}
	x.touchDocuments(e)
	x.touchFaces(e)
}

func forgetAll(entries []*entry) {
	for _, e := range entries {
		e.forget()
	}
}

// touchDocuments forgets the findings of those with the same series and number, whatever kind of
// document they have: see [index.sameNumber].
func (x *index) touchDocuments(e *entry) {
	kind, number, has := strings.Cut(e.graduate.DocumentKey(), "|")
	if !has {
		return
	}
	if kind != "" {
		forgetAll(x.documents["|"+number])
		return
	}
	// Of any kind, one that the campaign has no more among them.
	for key, entries := range x.documents {
		if strings.HasSuffix(key, "|"+number) {
			forgetAll(entries)
		}
	}
}

// touchFaces forgets the findings of those who look the same as an entry, and the portraits of all
// where it has one.
func (x *index) touchFaces(e *entry) {
	field := x.campaign.FaceField()
	mine := x.portrait(e.graduate, field)
	if mine == nil {
		return
	}
	x.faces = nil
	for _, other := range x.ordered {
		if theirs := x.portrait(other.graduate, field); theirs != nil && picture.Like(mine.Likeness, theirs.Likeness) {
			other.forget()
		}
	}
}

// touchCards forgets the findings of all with a card number when most have another number of digits
// than before.
func (x *index) touchCards(usual int) {
	if x.usualCard() == usual {
		return
	}
	for _, e := range x.ordered { // who is removed is asked too
		if e.graduate.CardKey() != "" {
			e.forget()
		}
	}
}
