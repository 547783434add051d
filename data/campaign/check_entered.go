package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"graduand/data"
)

// SiteSeen tells the values of g that stand on the pages of the centre's site apart from
// later ones: each field with the beginning of the SHA-256 of its value.
func (c *Campaign) SiteSeen(g *data.Graduate) string {
	var seen []string
	for _, page := range c.SitePages {
		for _, code := range page.Fields {
			if value := g.Get(code); value != "" {
				sum := sha256.Sum256([]byte(value))
				seen = append(seen, code+":"+hex.EncodeToString(sum[:6]))
			}
		}
	}
	slices.Sort(seen)
	return strings.Join(slices.Compact(seen), ",")
}

// entered finds what is no longer as it was entered at the centre's site: there it must be
// mended too.
func (i *inspection) entered() {
	fact := i.r.Fact(data.FactEntered, "")
	if fact == nil || fact.Seen == "" {
		return
	}
	then, now := data.SplitList(fact.Seen), data.SplitList(i.c.SiteSeen(i.g))
	changed := map[string]bool{}
	for _, value := range append(without(then, now), without(now, then)...) {
		code, _, _ := strings.Cut(value, ":")
		changed[code] = true
	}
	for _, f := range i.c.index.list {
		if changed[f.Code] {
			i.add("changed_since_entered", data.SeverityWarning, f.Code, data.Args{"day": fact.On.Dotted()})
		}
	}
}

// without are the values of a list that are not in another.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(value string) bool { return slices.Contains(other, value) })
}
