package registry

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/campaign"
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

// Lacking are the fields of which somebody lacks one today, in the order of the form; those that
// stand in no form come last. The slice is shared and must not be altered.
func (v *View) Lacking() ([]string, error) {
	today := v.Today()
	if err := v.checkAll(v.index.there(), today); err != nil {
		return nil, err
	}
	if v.index.lacking == nil {
		v.index.lacking = v.inOrder(v.index.fieldsOfFindings())
	}
	return v.index.lacking, nil
}

// there are those who are not removed, in their order.
func (x *index) there() []*entry {
	there := make([]*entry, 0, len(x.ordered))
	for _, e := range x.ordered {
		if e.graduate.Removed == nil {
			there = append(there, e)
		}
	}
	return there
}

// fieldsOfFindings are the codes of all fields that a finding is about.
func (x *index) fieldsOfFindings() map[string]bool {
	fields := map[string]bool{}
	for _, e := range x.ordered {
		if e.graduate.Removed != nil {
			continue
		}
		for i := range e.findings {
			if field := e.findings[i].Field; field != "" && !e.findings[i].AboutReceipt() {
				fields[field] = true
			}
		}
	}
	return fields
}

// inOrder puts the codes of fields into the order of the form.
func (v *View) inOrder(fields map[string]bool) []string {
	ordered := make([]string, 0, len(fields))
	for _, f := range v.Campaign().AllFields() {
		if fields[f.Code] {
			ordered = append(ordered, f.Code)
			delete(fields, f.Code)
		}
	}
	return append(ordered, slices.Sorted(maps.Keys(fields))...)
}

// rowOf composes the row of a graduate with these findings, which it does not weigh.
func (v *View) rowOf(g *data.Graduate, findings []data.Finding) Row {
	card := v.printed.last(g.ID)
	row := Row{Graduate: g, DraftNumber: v.Campaign().DraftNumber(g), Form: v.Campaign().FormStatus(g, findings), Site: data.SiteStateOf(g, findings), Card: v.Campaign().CardState(g, card.seen)}
	if card.seen != "" && (row.Card == data.CardChanged || card.seen == v.Campaign().CardSeen(g)) {
		row.Printed = v.DayOf(card.at)
	}
	return row
}

// weigh says which of the findings is looked at first, and how the photos and scans stand.
func (v *View) weigh(row *Row, found []data.Finding) error {
	c, person := v.Campaign(), v.Person(row.Graduate)
	holding, aside, err := c.HoldingUp(found, person)
	if err != nil {
		return err
	}
	row.rank(holding)
	row.note(c, found)
	if len(aside) > 0 {
		row.Aside = &aside[0]
	}
	if row.Images, err = c.ImagesOf(row.Graduate, person, found); err != nil {
		return err
	}
	asked, err := c.ImagesOf(row.Graduate, person, holding)
	if err != nil {
		return err
	}
	row.ImagesHold = asked == data.ImagesIncomplete
	if row.Graduate.Current().Fact(data.FactKitReceived, "") != nil {
		kit, err := c.KitOf(row.Graduate, person)
		if err != nil {
			return err
		}
		row.KitDone = campaign.KitDone(kit)
	}
	return v.foresee(row, person)
}

// rank counts what must be mended, and chooses the finding to look at first.
func (row *Row) rank(findings []data.Finding) {
	for i := range findings {
		f := &findings[i]
		if row.First == nil || urgency(f) > urgency(row.First) {
			row.First = f
		}
		if f.Severity == data.SeverityError {
			row.Errors++
		}
	}
}

// note says in which fields something must be mended, and whether a receipt is to be looked at.
func (row *Row) note(c *campaign.Campaign, findings []data.Finding) {
	for i := range findings {
		f := &findings[i]
		row.ReceiptDoubted = row.ReceiptDoubted || f.AboutReceipt()
		switch {
		case f.Severity != data.SeverityError || f.Field == "":
		case c.Field(f.Field).HoldsFiles():
			row.MendFiles = true
		case !slices.Contains(row.Mend, f.Field):
			row.Mend = append(row.Mend, f.Field)
		}
	}
}

// urgency tells which of some findings is looked at first: what must be mended, then what another
// graduate is in too, of which nobody but the school can know.
func urgency(f *data.Finding) int {
	switch {
	case f.Severity == data.SeverityError:
		return 2
	case f.NamesAnother():
		return 1
	}
	return 0
}

// entry is a graduate of the index; one who is not there is graduate.unknown.
func (v *View) entry(id string) (*entry, error) {
	if e := v.index.byID[id]; e != nil {
		return e, nil
	}
	return nil, data.Fail("graduate.unknown", data.Args{"id": id})
}

// Find is a graduate by id; one who is not there is graduate.unknown.
func (v *View) Find(id string) (*data.Graduate, error) {
	e, err := v.entry(id)
	if err != nil {
		return nil, err
	}
	return e.graduate, nil
}

// Lookup is a graduate by id, nil for one who is not there.
func (v *View) Lookup(id string) *data.Graduate {
	if e := v.index.byID[id]; e != nil {
		return e.graduate
	}
	return nil
}

// Active is a graduate with whom work goes on; a removed one is graduate.is_removed.
func (v *View) Active(id string) (*data.Graduate, error) {
	g, err := v.Find(id)
	if err == nil && g.Removed != nil {
		return nil, data.Fail("graduate.is_removed", data.Args{"name": g.FullName()})
	}
	return g, err
}

// All are the graduates that are not removed, in the order of class and name.
func (v *View) All() []*data.Graduate {
	var all []*data.Graduate
	for _, e := range v.index.ordered {
		if e.graduate.Removed == nil {
			all = append(all, e.graduate)
		}
	}
	return all
}

// IDs are those of graduates, in their order.
func IDs(graduates []*data.Graduate) []string {
	ids := make([]string, len(graduates))
	for i, g := range graduates {
		ids[i] = g.ID
	}
	return ids
}
