package registry

import (
	"context"
	"errors"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Renewal is what a newer edition of the campaign would change in a registry.
type Renewal struct {
	campaign.Renewal
	// Title is what people call the campaign.
	Title string
	// Gone is what stands here and the edition does not know: it stays, and the check names it.
	Gone []Gone
	// Late and Early are two days that contradict one another once the school's own days stand in the
	// edition, nil for none.
	Late, Early *campaign.Date
}

// Gone is a code that an edition does not know, or with an empty Value a field that it does not have.
// People is how many have it, 0 of what stands in the description of the school.
type Gone struct {
	Field, Value any
	People       int
}

// Renewal tells what a newer edition would change, those days of the school's own in it that hold
// then. An edition that cannot take the place of this one is refused as by
// [campaign.Campaign.RefuseRenewal].
func (v *View) Renewal(newer *campaign.Campaign) (Renewal, error) {
	if err := v.file.RefuseRenewal(newer); err != nil {
		return Renewal{}, err
	}
	with := newer.WithCalendar(v.calendar)
	r := Renewal{Renewal: v.Campaign().Renewed(with), Title: newer.ShortTitle, Gone: append(v.goneOfSchool(newer), v.gone(newer)...)}
	r.Late, r.Early = with.Disorder()
	return r, nil
}

// gone finds what people have chosen or filled in, in the order of the form.
func (v *View) gone(newer *campaign.Campaign) (all []Gone) {
	c := v.Campaign()
	for _, f := range c.AllFields() {
		at := map[string]int{}
		for _, e := range v.index.ordered {
			for _, code := range lostOf(f, newer, e.graduate) {
				if _, told := at[code]; !told {
					at[code] = len(all)
					g := Gone{Field: c.FieldTitle(f.Code)}
					if code != "" {
						g.Value = c.CodeWording(f.Code, code)
					}
					all = append(all, g)
				}
				all[at[code]].People++
			}
		}
	}
	return all
}

// lostOf are the codes in a field of a graduate that an edition does not know, and "" where it does
// not have the field.
func lostOf(f *campaign.Field, newer *campaign.Campaign, g *data.Graduate) []string {
	value := g.Get(f.Code)
	switch {
	case g.Removed != nil || value == "":
		return nil
	case newer.Field(f.Code) == nil:
		return []string{""}
	}
	return newer.UnknownCodes(f.Code, value)
}

func (v *View) goneOfSchool(newer *campaign.Campaign) (all []Gone) {
	_, left := SchoolIn(newer, v.file, v.school)
	for _, title := range left {
		all = append(all, Gone{Field: title})
	}
	return all
}

// SetCampaign puts a newer edition of the campaign in the place of the rules: every day, rule and
// text follows at once, and nothing that people or the school have entered is touched (KG-001,
// UA-003). The history keeps the edition that held until then, by which is printed again what was
// printed. Besides is what is written in the same transaction. The refusals are those of [View.Renewal].
func (w *Edit) SetCampaign(newer *campaign.Campaign, besides ...func(*Change) error) error {
	if err := w.file.RefuseRenewal(newer); err != nil {
		return err
	}
	note := fmt.Sprintf("%s: %d → %d", newer.ShortTitle, w.file.Revision, newer.Revision)
	err := w.Commit(func(c *Change) error {
		err := errors.Join(c.PutSetting(settingCampaign, newer.Source()), c.Note(EventCampaign, EventBody{Note: note, Former: string(w.file.Source())}))
		for _, write := range besides {
			err = errors.Join(err, write(c))
		}
		return err
	})
	if err != nil {
		return err
	}
	w.setCampaign(newer)
	w.reindex()
	return nil
}

// CampaignThen is the campaign after an entry of the history, so that what was printed can be printed
// again as it was (F-20).
func (v *View) CampaignThen(ctx context.Context, seq int64) (*campaign.Campaign, error) {
	former := ""
	err := eachOf(ctx, v.ledger, EventCampaign, func(e ledger.Event, b EventBody) {
		if e.Seq > seq && former == "" {
			former = b.Former
		}
	})
	if err != nil || former == "" {
		return v.Campaign(), err
	}
	c, err := campaign.Load([]byte(former), Program)
	if err != nil {
		return nil, err
	}
	return c.WithCalendar(v.calendar), nil
}

// reindex makes the index anew of the graduates that are in it, as other rules sort and find them.
func (v *View) reindex() {
	old := v.index
	v.index = newIndex(v.Campaign())
	for _, e := range old.ordered {
		v.index.add(e.graduate)
	}
	v.index.sort()
	v.index.lastYear, v.index.changes = old.lastYear, old.changes+1
}
