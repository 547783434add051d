package season

import (
	"graduand/data"
	"graduand/data/registry"
)

// Unfinished are the names of those with whom the season is not over, each list in the
// order of the list of graduates.
type Unfinished struct {
	// NotReady are those in whose form something must be mended, NoNumber those of a campaign
	// with card numbers who have none of the centre, NotOnSite those of a campaign with a site
	// whose data is not entered there as it stands here.
	NotReady, NoNumber, NotOnSite []string
}

// Unfinished tells with whom the season is not over: to close the campaign then is allowed,
// and rarely meant.
func (d *Desk) Unfinished() (Unfinished, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (u Unfinished, err error) {
		rows, err := v.Rows(registry.Filter{})
		for _, row := range rows {
			name := row.Graduate.FullName()
			if row.Errors > 0 {
				u.NotReady = append(u.NotReady, name)
			}
			if v.Campaign().CardNumber.Used && row.Graduate.Current().CardNumber == "" {
				u.NoNumber = append(u.NoNumber, name)
			}
			if v.Campaign().RecordedOnSite() && row.Site != data.SiteEntered {
				u.NotOnSite = append(u.NotOnSite, name)
			}
		}
		return u, err
	})
}

// Said are the lists that have somebody, each with the id of its sentence.
func (u Unfinished) Said() (ids []string, names [][]string) {
	for _, list := range []struct {
		id    string
		names []string
	}{{"season.not_ready", u.NotReady}, {"season.no_number", u.NoNumber}, {"season.not_on_site", u.NotOnSite}} {
		if len(list.names) > 0 {
			ids, names = append(ids, list.id), append(names, list.names)
		}
	}
	return ids, names
}
