package registry

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
	"graduand/data/roster"
)

// viewOf is the View of an operator; c is what the file has as its campaign.
func viewOf(ctx context.Context, l *ledger.Ledger, c *campaign.Campaign, o Options) (*View, error) {
	v := &View{book: l.File, ledger: l, options: o, who: l.Me(), file: c}
	if err := v.load(ctx); err != nil {
		return nil, err
	}
	return v, nil
}

// load reads everything into memory. What is read stays: the garbage among it is little.
func (v *View) load(ctx context.Context) error {
	defer roster.WithRoom()()
	if err := v.decodeSettings(); err != nil {
		return err
	}
	v.index, v.ills, v.post = newIndex(v.Campaign()), nil, newPost()
	err := v.ledger.Records(ctx, func(_ string, plain []byte) (func(), error) {
		g, err := decodeGraduate(plain)
		if err != nil {
			return nil, err
		}
		e := v.index.begin(g)
		return func() { v.index.put(v.index.inPlace(e)) }, nil
	})
	if err != nil {
		return err
	}
	v.index.sort()
	if err := v.readLastYear(); err != nil {
		return err
	}
	v.ills, err = v.compareAccesses(ctx, v.ledger)
	if err = v.pageLost(err, "access"); err != nil {
		return err
	}
	return v.pageLost(v.readTold(ctx), "event")
}

// readTold learns what the history alone tells.
func (v *View) readTold(ctx context.Context) (err error) {
	if v.printed, err = printedOf(ctx, v.ledger); err != nil {
		return err
	}
	if v.post, err = postOf(ctx, v.ledger); err != nil {
		return err
	}
	if v.passed, err = passedOf(ctx, v.ledger); err != nil {
		return err
	}
	v.letterhead, err = letterheadOf(ctx, v.ledger, v.ledger.LastSeq())
	return err
}

// pageLost notes that a page of a table is spoilt: nobody is kept out for it.
func (v *View) pageLost(err error, table string) error {
	if data.CodeOf(err) != "registry.damaged" {
		return err
	}
	v.ills = append(v.ills, Ill{Code: "page", Args: data.Args{"fault": table}})
	return nil
}

func (v *View) decodeSettings() error {
	v.state, v.calendar = state{}, data.Calendar{}
	for name, into := range map[string]any{settingSchool: &v.school, settingState: &v.state, settingCalendar: &v.calendar} {
		body := v.book.Setting(name)
		if body == nil && name != settingSchool {
			continue
		}
		if err := json.Unmarshal(body, into); err != nil {
			return data.FailWith(fmt.Errorf("setting %s: %w", name, err), "registry.damaged", nil)
		}
	}
	v.setCampaign(v.file)
	var err error
	if v.zone, err = time.LoadLocation(v.file.TimeZone); err != nil {
		return fmt.Errorf("load time zone: %w", err)
	}
	return nil
}

// setCampaign takes the rules of a campaign file, with the school's own days.
func (v *View) setCampaign(file *campaign.Campaign) {
	v.file = file
	v.rules.Store(file.WithCalendar(v.calendar))
}

// doorOf is a graduate's access of one door.
type doorOf struct {
	graduate string
	door     data.Door
}

// compareAccesses holds every stored access against what its graduate's record says of
// it: its version, its slot, and whether its password can still be read.
func (v *View) compareAccesses(ctx context.Context, l *ledger.Ledger) (ills []Ill, err error) {
	there := map[doorOf]bool{}
	err = l.Accesses(ctx, func(stored ledger.Access) error {
		there[doorOf{stored.Graduate, data.Door(stored.Door)}] = true
		if e := v.index.byID[stored.Graduate]; e != nil && !soundAccess(l, stored, e.graduate) {
			ills = append(ills, alteredAccess(stored.Graduate, stored.Door))
		}
		return nil
	})
	for _, e := range v.index.ordered {
		for _, a := range e.graduate.Accesses {
			if !there[doorOf{e.graduate.ID, a.Door}] {
				ills = append(ills, alteredAccess(e.graduate.ID, string(a.Door)))
			}
		}
	}
	return ills, err
}

func alteredAccess(id, door string) Ill {
	return Ill{Code: "altered_access", Args: data.Args{"id": id, "door": door}}
}

func soundAccess(l *ledger.Ledger, stored ledger.Access, g *data.Graduate) bool {
	a := g.Access(data.Door(stored.Door))
	if a == nil || a.Slot != stored.Slot || a.Kept() != stored.Readable {
		return false
	}
	if !a.Kept() {
		return true
	}
	_, err := l.Secret(stored, a.Version)
	return err == nil
}

// lastYear is what is sealed of them, in the order of their size: they tell nothing by it.
type lastYear struct {
	Version int      `json:"v"`
	Looks   []uint64 `json:"looks"`
}

// lastYearVersion is the version of [lastYear] that this program writes. Another one is of a
// program that tells looks apart in another way.
const lastYearVersion = 1

// readLastYear learns how last year's portraits looked.
func (v *View) readLastYear() error {
	plain, err := v.ledger.Sealed(ledger.SettingLastYear)
	if err != nil && v.options.Examine {
		return nil // the statement names it too: whoever examines is not kept out
	}
	if plain == nil || err != nil {
		return err
	}
	var last lastYear
	if err := json.Unmarshal(plain, &last); err != nil {
		return data.FailWith(err, "registry.damaged", nil)
	}
	if last.Version == lastYearVersion {
		v.index.lastYear = last.Looks
	}
	return nil
}
