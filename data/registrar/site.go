package registrar

import (
	"graduand/data/papers"
)

// A page of the centre's site, filled for one graduate.
type (
	SitePage = papers.SitePage
	SiteRow  = papers.SiteRow
)

// SitePages are the fields of one graduate in the order of the centre's own site, for who
// types them there; none where the campaign has no such site.
func (r *Registrar) SitePages(id string) ([]SitePage, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.visible(id)
	if err != nil {
		return nil, err
	}
	return r.source().SitePages(e.graduate)
}

// Contact is whom a school asks: the regional centre and the district one, as far as the
// campaign and the school's own page know them.
type Contact struct{ Centre, Phone, Email, Site string }

// Contacts are those of the regional centre and of the district one (KG-004, UA-142).
func (r *Registrar) Contacts() []Contact {
	r.mu.Lock()
	defer r.mu.Unlock()
	var contacts []Contact
	if c := r.Campaign().Centre(r.school.Centre); c != nil {
		contacts = append(contacts, Contact{c.Title, c.Phone, c.Email, r.Campaign().SiteURL})
	}
	if r.school.DistrictCentre != "" || r.school.DistrictCentreContact != "" {
		contacts = append(contacts, Contact{Centre: r.school.DistrictCentre, Phone: r.school.DistrictCentreContact})
	}
	return contacts
}
