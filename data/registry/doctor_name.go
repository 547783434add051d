package registry

import (
	"context"
	"maps"

	"graduand/data/vault"
)

// nameIll says of each Ill whom it is about: the id, and the full name where what is
// stored of the person still opens.
func (v *View) nameIll(ctx context.Context, ills []Ill) error {
	accounts, err := v.accountNames(ctx)
	if err != nil {
		return err
	}
	for i := range ills {
		id, is := ills[i].Args["id"].(string)
		if !is {
			continue
		}
		who := id
		name := accounts[id]
		if name == "" {
			name = v.nameOf(ctx, id)
		}
		if name != "" {
			who += ", " + name
		}
		// The Ill may be kept by the registrar: what it holds stays without a name.
		ills[i].Args = maps.Clone(ills[i].Args)
		ills[i].Args["who"] = who
	}
	return nil
}

// accountNames are the names of the accounts that open, by their id.
func (v *View) accountNames(ctx context.Context) (map[string]string, error) {
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, slot := range slots {
		if a, err := v.openAccount(slot); err == nil {
			names[slot.ID] = a.Name
		}
	}
	return names, nil
}

// nameOf is the full name of a graduate, also of one whose record was refused but opens;
// empty where it does not.
func (v *View) nameOf(ctx context.Context, id string) string {
	if e := v.index.byID[id]; e != nil {
		return e.graduate.FullName()
	}
	record, err := v.db.Graduate(ctx, id)
	if err != nil || record.Rev == 0 {
		return ""
	}
	key, err := vault.UnwrapKey(v.keys.sub[vault.LabelRecord], keyPlace(id), record.Wrapped)
	if err != nil {
		return ""
	}
	defer key.Wipe()
	plain, err := vault.Open(key, bodyPlace(id, record.Rev), record.Body)
	if err != nil {
		return ""
	}
	g, err := decodeGraduate(plain)
	if err != nil {
		return ""
	}
	return g.FullName()
}
