package registry

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
)

// Filter chooses graduates; an empty field does not choose.
type Filter struct {
	// Query is text as a person types it into a search box.
	Query string
	// Class is one of the list, or [NoClass].
	Class  string
	Status data.Status
	// Mode is who fills the form (KG-039).
	Mode data.Mode
	// Site is how their data stands at the centre's site.
	Site data.SiteState
	// Card is how far their printed card is, where the campaign has cards.
	Card data.CardState
	// Next is what is to be done next about them.
	Next data.Next
	// Lacks is the code of a field: those in whom something about it is to be mended or confirmed.
	Lacks string
	// Number is a card number as a scanner gives it or a person types it, see
	// [campaign.Campaign.Scanned]: those who have it, or had it on an earlier card, signs within it aside.
	Number string
	// Only are ids; an unknown one is an error.
	Only []string
	// Removed asks for the removed ones instead of the others.
	Removed bool
	// Also are ids of graduates who are chosen besides, whatever the rest says; one who is
	// removed or unknown is left out.
	Also []string
}

// NoClass chooses in a filter those who have no class.
const NoClass = "-"

// ofClass tells whether a graduate is in the class of a filter.
func ofClass(g *data.Graduate, class string) bool {
	if class == NoClass {
		return g.Class == ""
	}
	return class == "" || data.SearchKey(g.Class) == data.SearchKey(class)
}

// ofNumber tells whether a card of a graduate has the number of a filter, as cardSigns: that of an
// earlier attempt comes back and is theirs too.
func ofNumber(g *data.Graduate, number string) bool {
	return number == "" || cardSigns(g.Current().CardNumber) == number ||
		slices.ContainsFunc(g.Earlier(), func(r data.Registration) bool { return cardSigns(r.CardNumber) == number })
}

// cardSigns are the letters and digits of a card number, which tell it from others.
func cardSigns(number string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, number)
}

// refuseUnchoosable refuses a filter by what the campaign does not have.
func (v *View) refuseUnchoosable(f Filter) error {
	switch c := v.Campaign(); {
	case f.Number != "" && !c.CardNumber.Used:
		return data.Fail("value.no_card_number", nil)
	case f.Number != "" && cardSigns(f.Number) == "":
		return data.Fail("scanner.no_number", data.Args{"value": f.Number})
	}
	return nil
}

// Choose applies all of a filter but the status, the site, the card and what is lacking. A number
// where the campaign numbers no cards is value.no_card_number, signs that are none scanner.no_number.
func (v *View) Choose(f Filter) ([]*data.Graduate, error) {
	chosen, err := v.choose(f)
	if err != nil {
		return nil, err
	}
	graduates := make([]*data.Graduate, len(chosen))
	for i, e := range chosen {
		graduates[i] = e.graduate
	}
	return graduates, nil
}

func (v *View) choose(f Filter) ([]*entry, error) {
	if err := v.refuseUnchoosable(f); err != nil {
		return nil, err
	}
	number := cardSigns(f.Number)
	wanted := map[string]bool{}
	for _, id := range f.Only {
		if _, err := v.entry(id); err != nil {
			return nil, err
		}
		wanted[id] = true
	}
	var chosen []*entry
	for _, e := range v.index.find(f.Query) {
		g := e.graduate
		if (g.Removed != nil) != (f.Removed || f.Status == data.StatusRemoved) {
			continue
		}
		if f.Mode != "" && g.Mode != f.Mode {
			continue
		}
		if !ofClass(g, f.Class) || !ofNumber(g, number) {
			continue
		}
		if len(wanted) == 0 || wanted[g.ID] {
			chosen = append(chosen, e)
		}
	}
	return v.also(chosen, f.Also), nil
}

// also puts graduates among chosen ones, in their order.
func (v *View) also(chosen []*entry, ids []string) []*entry {
	for _, id := range ids {
		e := v.index.byID[id]
		if e == nil || e.graduate.Removed != nil || slices.Contains(chosen, e) {
			continue
		}
		at, _ := slices.BinarySearchFunc(chosen, e, compareEntries)
		// Without a query the chosen ones are those of the index itself.
		chosen = slices.Insert(slices.Clip(chosen), at, e)
	}
	return chosen
}

// Row is a graduate with what follows from the facts today.
func (v *View) Row(g *data.Graduate) (Row, error) {
	e, err := v.entry(g.ID)
	if err != nil {
		return Row{}, err
	}
	err = v.checkAll([]*entry{e}, v.Today())
	return e.row, err
}

// Rows are those whom a filter chooses, with what follows from the facts today. To choose by how far
// cards are where the campaign has none is fact.no_cards; other errors are those of [View.Choose].
func (v *View) Rows(f Filter) ([]Row, error) {
	if f.Card != "" && !v.Campaign().HasCards() {
		return nil, data.Fail("fact.no_cards", nil)
	}
	chosen, err := v.choose(f)
	if err != nil {
		return nil, err
	}
	if err := v.checkAll(chosen, v.Today()); err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(chosen))
	for _, e := range chosen {
		if e.follows(f) || slices.Contains(f.Also, e.graduate.ID) {
			rows = append(rows, e.row)
		}
	}
	return rows, nil
}

// Standing are the rows of all who are not removed, as they are today, in the order of class and name.
// They are those of the registry itself: they must not be altered, nor kept when the lock is gone.
func (v *View) Standing() ([]*Row, error) {
	rows, today := make([]*Row, 0, len(v.index.ordered)), v.Today()
	there := v.index.there()
	if err := v.checkAll(there, today); err != nil {
		return nil, err
	}
	for _, e := range there {
		rows = append(rows, &e.row)
	}
	return rows, nil
}

// follows tells whether what follows from the facts is as a filter wants it.
func (e *entry) follows(f Filter) bool {
	return (f.Status == "" || e.row.Status == f.Status) && (f.Site == "" || e.row.Site == f.Site) &&
		(f.Card == "" || e.row.Card == f.Card) && e.row.Next.Is(f.Next) && (f.Lacks == "" || e.lacks(f.Lacks))
}

// lacks tells whether a finding is about a field.
func (e *entry) lacks(field string) bool {
	return slices.ContainsFunc(e.findings, func(found data.Finding) bool { return found.Field == field })
}
