package exchange_test

import (
	"testing"

	"graduand/data"
	"graduand/data/exchange"
)

func TestPlaceInTheChain(t *testing.T) {
	taken := exchange.Chain{Branch: "b2", Sequence: 5, Hash: "h5", Program: "1.0", Former: []string{"b1"}}
	behind := exchange.Chain{Branch: "b3", Sequence: 3, Hash: "n3", Highest: 5, Former: []string{"b1", "b2"}}
	entries, amendments := exchange.TypeEntries, exchange.TypeAmendments
	for _, c := range []struct {
		name     string
		chain    exchange.Chain
		kind     exchange.Type
		branch   string
		sequence int
		previous string
		hash     string
		place    exchange.Place
		code     string
	}{
		{"the first", exchange.Chain{}, entries, "b1", 1, "", "h1", exchange.PlaceNext, ""},
		{"the first is missing", exchange.Chain{}, amendments, "b1", 2, "h1", "h2", 0, "message.gap"},
		{"the next", taken, amendments, "b2", 6, "h5", "h6", exchange.PlaceNext, ""},
		{"the last once more", taken, amendments, "b2", 5, "h4", "h5", exchange.PlaceAgain, ""},
		{"an old one once more", taken, amendments, "b2", 3, "h2", "h3", exchange.PlaceAgain, ""},
		{"an old one of a branch that is over", taken, entries, "b1", 1, "", "h1", exchange.PlaceAgain, ""},
		{"another one with the last number", taken, amendments, "b2", 5, "h4", "other", 0, "message.conflict"},
		{"an old number", taken, amendments, "b2", 4, "h3", "other", 0, "message.replay"},
		{"the receipt for entries of a new branch", exchange.Chain{Sequence: 3, Hash: "h5"}, exchange.TypeReceipt, "", 9, "", "h9", exchange.PlaceNewBranch, ""},
		{"another receipt too far", exchange.Chain{Sequence: 3, Hash: "h5"}, exchange.TypeReceipt, "", 9, "h8", "h9", 0, "message.gap"},
		{"a number too far", taken, amendments, "b2", 7, "h6", "h7", 0, "message.gap"},
		{"it follows another", taken, amendments, "b2", 6, "other", "h6", 0, "message.fork"},
		{"a new branch with the next number", taken, entries, "b3", 6, "h5", "new", exchange.PlaceNewBranch, ""},
		{"a new branch with a number that was used", taken, entries, "b3", 3, "h2", "new", exchange.PlaceNewBranch, ""},
		{"a new branch too far", taken, entries, "b3", 9, "h8", "new", 0, "message.gap"},
		{"a new branch before its entries", taken, amendments, "b3", 6, "h5", "new", 0, "message.gap"},
		{"the first is no entries", exchange.Chain{}, amendments, "b1", 1, "", "h1", 0, "message.gap"},
		{"a restored registry goes on from its own number", behind, amendments, "b3", 4, "n3", "n4", exchange.PlaceNext, ""},
		{"a restored registry goes on from what the receipt said", behind, amendments, "b3", 6, "n3", "n6", exchange.PlaceNext, ""},
		{"a restored registry with one between", behind, amendments, "b3", 6, "n4", "n6", 0, "message.gap"},
		{"a restored registry beyond both", behind, amendments, "b3", 5, "n4", "n5", 0, "message.gap"},
		{"entries of a branch that is over", taken, entries, "b1", 6, "h5", "new", 0, "message.fork"},
	} {
		t.Run("design §9 "+c.name, func(t *testing.T) {
			known := func(hash string) bool { return hash == "h5" || hash == "h3" || hash == "h1" && c.chain.Sequence > 0 }
			e := &exchange.Envelope{Type: c.kind, Branch: c.branch, Sequence: c.sequence, Previous: c.previous}
			place, err := c.chain.Place(e, c.hash, known)
			if place != c.place || data.CodeOf(err) != c.code {
				t.Errorf("%d %v", place, err)
			}
		})
	}
	taken.Revision = 4
	for _, c := range []struct {
		name     string
		kind     exchange.Type
		branch   string
		sequence int
		previous string
		program  string
		revision int
		code     string
	}{
		{"an older program than before", amendments, "b2", 6, "h5", "0.9", 4, "message.downgrade"},
		{"a newer one", amendments, "b2", 6, "h5", "1.1", 5, ""},
		{"one that says nothing of its edition", amendments, "b2", 6, "h5", "1.0", 0, ""},
		{"an older edition of the campaign", amendments, "b2", 6, "h5", "1.1", 3, "message.downgrade"},
		{"an older program that comes too early waits", amendments, "b2", 7, "h6", "0.9", 4, "message.gap"},
		{"an older program on a new branch", entries, "b3", 6, "", "0.9", 4, "message.downgrade"},
		{"an older program on a new branch with a number that was used", entries, "b3", 3, "", "0.9", 4, "message.downgrade"},
		{"a backup from before the newer edition", entries, "b3", 3, "", "1.0", 3, ""},
		{"an older program's receipt for entries of a new branch", exchange.TypeReceipt, "b3", 9, "", "0.9", 4, "message.downgrade"},
		{"the receipt for entries of a new branch", exchange.TypeReceipt, "b3", 9, "", "1.0", 4, ""},
	} {
		t.Run("design §9 "+c.name, func(t *testing.T) {
			e := &exchange.Envelope{Type: c.kind, Branch: c.branch, Sequence: c.sequence, Previous: c.previous, Program: c.program, Revision: c.revision}
			if _, err := taken.Place(e, "h6", func(string) bool { return false }); data.CodeOf(err) != c.code {
				t.Error(err)
			}
		})
	}
	t.Run("design §9 another campaign, another school", func(t *testing.T) {
		e := &exchange.Envelope{Campaign: "zno-2020", School: "kharkiv-7"}
		for want, fit := range map[string][2]string{"": {"zno-2020", "kharkiv-7"}, "message.wrong_campaign": {"ort-2021", "kharkiv-7"}, "message.other_school": {"zno-2020", "lviv-1"}} {
			if err := e.Fits(fit[0], fit[1]); data.CodeOf(err) != want {
				t.Errorf("%v: %v", fit, err)
			}
		}
	})
	t.Run("design §9 a new branch goes on from its own number, and the one before is over", func(t *testing.T) {
		none := func(string) bool { return false }
		chain := taken.Advance(&exchange.Envelope{Branch: "b3", Sequence: 3}, "n3")
		next := &exchange.Envelope{Type: amendments, Branch: "b3", Sequence: 4, Previous: "n3"}
		if place, err := chain.Place(next, "n4", none); place != exchange.PlaceNext {
			t.Error(place, err)
		}
		late := &exchange.Envelope{Type: entries, Branch: "b2", Sequence: 4, Previous: "n3"}
		if _, err := chain.Place(late, "o6", none); data.CodeOf(err) != "message.fork" {
			t.Error(err)
		}
	})
}
