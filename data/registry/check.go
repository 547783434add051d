package registry

import (
	"errors"
	"runtime"
	"slices"
	"sync"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/phone"
)

// Findings are those of one graduate today: the campaign's rules, the phone, the receipts
// and the duplicates.
func (v *View) Findings(g *data.Graduate) ([]data.Finding, error) {
	e, err := v.entry(g.ID)
	if err != nil {
		return nil, err
	}
	err = v.checkAll([]*entry{e}, v.Today())
	return e.findings, err
}

// FindingsOf are those of all whom a filter chooses, whatever their status, in the order of
// the graduates.
func (v *View) FindingsOf(f Filter) ([]data.Finding, error) {
	chosen, err := v.choose(f)
	if err != nil {
		return nil, err
	}
	var all []data.Finding
	today := v.Today()
	if err := v.checkAll(chosen, today); err != nil {
		return nil, err
	}
	for _, e := range chosen {
		all = append(all, e.findings...)
	}
	return all, nil
}

// manyToCheck is from how many on several are looked at at once: for a few that is dearer.
const manyToCheck = 64

// checkAll is [View.check] of many, on as many cores as there are. What a check reads of others is not
// altered meanwhile.
func (v *View) checkAll(entries []*entry, today data.Date) error {
	stale := make([]*entry, 0, len(entries))
	for _, e := range entries {
		if e.checked != today || e.moved {
			stale = append(stale, e)
		}
	}
	if len(stale) == 0 {
		return nil
	}
	v.index.lacking = nil
	workers := min(runtime.GOMAXPROCS(0), 1+len(stale)/manyToCheck)
	if workers == 1 {
		return v.checkEach(stale, 0, 1, today)
	}
	v.index.allFaces(v.Campaign().FaceField()) // gathered here, not by whoever comes first
	failed := make([]error, workers)
	var all sync.WaitGroup
	for n := range workers {
		all.Go(func() { failed[n] = v.checkEach(stale, n, workers, today) })
	}
	all.Wait()
	return errors.Join(failed...)
}

// checkEach looks at every so-manyth of some from one on.
func (v *View) checkEach(entries []*entry, from, every int, today data.Date) error {
	for i := from; i < len(entries); i += every {
		if err := v.check(entries[i], today); err != nil {
			return err
		}
	}
	return nil
}

// check brings the findings and the row of a graduate to a day. They are kept until anything changes
// or a day comes on which the campaign finds something else; the papers are elsewhere, and what is to
// be done next and by when is different, without that.
func (v *View) check(e *entry, today data.Date) error {
	if e.checked == today && !e.moved {
		return nil
	}
	person := v.Campaign().Person(e.graduate, &v.school, today)
	seen := v.Campaign().DaySeen(person)
	if e.checked == "" || e.daySeen != seen {
		if err := v.checkAnew(e, person, today); err != nil {
			return err
		}
	}
	v.place(&e.row)
	e.checked, e.daySeen, e.moved = today, seen, false
	return nil
}

// checkAnew finds all that does not hang on where the papers are; person is the graduate on the day.
func (v *View) checkAnew(e *entry, person *campaign.Person, today data.Date) error {
	found, err := v.judge(e.graduate, today)
	if err != nil {
		return err
	}
	row := v.rowOf(e.graduate, found)
	if err = v.weigh(&row, person, found); err != nil {
		return err
	}
	e.findings, e.row = found, row
	return nil
}

// sourceOf says where the form's field is written; no line of our own requirements is shown to
// anybody.
func (v *View) sourceOf(field string) string {
	if f := v.Campaign().Field(field); f != nil {
		return f.Source
	}
	return ""
}

// Judge is [View.Findings] of a graduate as nobody has stored it yet.
func (v *View) Judge(g *data.Graduate) ([]data.Finding, error) { return v.judge(g, v.Today()) }

// FindingsThen is [View.Findings] of a graduate as an earlier event left it, on its day and with
// the rules and the school of then; who has the same then is not known any more.
func (v *View) FindingsThen(c *campaign.Campaign, g *data.Graduate, school *data.School, day data.Date) ([]data.Finding, error) {
	return v.judgeWith(c, g, school, day)
}

func (v *View) judge(g *data.Graduate, today data.Date) ([]data.Finding, error) {
	return v.judgeWith(v.Campaign(), g, &v.school, today)
}

func (v *View) judgeWith(c *campaign.Campaign, g *data.Graduate, school *data.School, today data.Date) ([]data.Finding, error) {
	found, err := c.Check(g, school, today)
	if err != nil {
		return nil, err
	}
	if g.Phone != "" {
		if _, err := phone.Parse(g.Phone, c.PhoneRegion); err != nil {
			found = append(found, data.Finding{Graduate: g.ID, Rule: "phone", Severity: data.SeverityError,
				Field: data.FieldPhone, Args: data.Args{"value": g.Phone}, Source: v.sourceOf(data.FieldPhone)})
		}
	}
	found = append(found, v.DoubtedLogin(g)...)
	found = append(found, v.ShortCard(g)...)
	if g.Phone != "" && g.Phone == v.schoolPhone() {
		found = append(found, data.Finding{Graduate: g.ID, Rule: "phone_of_school", Severity: data.SeverityWarning,
			Field: data.FieldPhone, Source: v.sourceOf(data.FieldPhone)})
	}
	found = append(found, v.RepeatedReceipts(g, "")...)
	found = append(found, v.seenDiffers(g)...)
	if g.Removed == nil {
		found = append(found, v.index.duplicates(g)...)
		found = append(found, v.index.repeatedFiles(g)...)
		found = append(found, v.index.twiceAttached(g, found)...)
		found = append(found, v.index.likeOthers(g)...)
		found = append(found, v.index.ofLastYear(g)...)
	}
	v.proposeLetters(g, found)
	v.zoneFills(g, found)
	found = append(found, v.zoneDiffers(g)...)
	return slices.DeleteFunc(found, g.Settles), nil
}

// DoubtedLogin asks about a login that is a telephone on a wall: whoever has it reads no
// message there, and it goes with the house. It asks whether or not somebody has confirmed it.
func (v *View) DoubtedLogin(g *data.Graduate) []data.Finding {
	if !v.Campaign().PhoneIsLogin || !phone.IsFixed(g.Phone) {
		return nil
	}
	return []data.Finding{{Graduate: g.ID, Rule: "phone_fixed", Severity: data.SeverityConfirm, Field: data.FieldPhone,
		Args: data.Args{"value": phone.Format(g.Phone)}, Source: v.sourceOf(data.FieldPhone)}}
}

// schoolPhone is the school's own number in E.164; empty when it has none that can be
// read.
func (v *View) schoolPhone() string {
	number, err := phone.Parse(v.school.Phone, v.Campaign().PhoneRegion)
	if err != nil {
		return ""
	}
	return number
}
