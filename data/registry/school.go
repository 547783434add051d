package registry

import (
	"cmp"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
)

// CheckSchool cleans the texts, fills the defaults and refuses codes that the campaign does
// not have, and a phone or an e-mail address by which nobody reaches it.
func CheckSchool(c *campaign.Campaign, s data.School) (data.School, error) {
	if err := s.Clean(); err != nil {
		return s, err
	}
	if err := s.Validate(); err != nil {
		return s, err
	}
	if s.HeadTitle == "" {
		s.HeadTitle = "Директор"
	}
	if s.InstitutionType != "" && c.InstitutionType(s.InstitutionType) == nil {
		return s, data.Fail("school.unknown_type", data.Args{"value": s.InstitutionType, "known": codes(c.InstitutionTypes, func(t campaign.InstitutionType) string { return t.Code })})
	}
	if s.Centre != "" && c.Centre(s.Centre) == nil {
		return s, data.Fail("school.unknown_centre", data.Args{"value": s.Centre, "known": codes(c.Centres, func(t campaign.Centre) string { return t.Code })})
	}
	return s, cmp.Or(CheckSchoolPhone(c, s.Phone), CheckSchoolPhone(c, s.CentrePhone), CheckEmail(s.Email))
}

// SchoolIn is a school as another campaign knows it; from is the one that it was described for, nil
// for none. What stands in a field and is no word of that campaign is left empty, and left names
// those fields by the ids of their titles. The address of the centre's site, where it is the
// campaign's own or none, is the other one's, and so is a centre that has no choice.
func SchoolIn(c, from *campaign.Campaign, s data.School) (school data.School, left []data.Term) {
	empty := func(id string, text *string, known bool) {
		if *text != "" && !known {
			*text, left = "", append(left, data.Term("settings_screen.field."+id))
		}
	}
	empty("institution_type", &s.InstitutionType, c.InstitutionType(s.InstitutionType) != nil)
	if len(c.Centres) == 1 {
		s.Centre = c.Centres[0].Code
	}
	empty("centre", &s.Centre, c.Centre(s.Centre) != nil)
	empty("phone", &s.Phone, CheckSchoolPhone(c, s.Phone) == nil)
	if s.Site == "" || from != nil && s.Site == from.SiteURL {
		s.Site = c.SiteURL
	}
	return s, left
}

// CheckEmail refuses a text that has not the form of an e-mail address; nothing typed is good. The
// error is rule.email.
func CheckEmail(typed string) error {
	if typed = strings.TrimSpace(typed); typed != "" && !campaign.IsEmail(typed) {
		return data.Fail("rule.email", data.Args{"value": typed})
	}
	return nil
}

func codes[T any](items []T, code func(T) string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = code(item)
	}
	return strings.Join(all, ", ")
}

// SetSchool stores a new description of the school, which must fit the campaign.
func (w *Edit) SetSchool(s data.School) error {
	if err := w.storeSetting(w.ctx, settingSchool, s, EventSchool, EventBody{}); err != nil {
		return err
	}
	w.school = s
	w.index.changed()
	return nil
}

// SetCalendar stores the days that the school has named; note says for the history what is
// new.
func (w *Edit) SetCalendar(own data.Calendar, note string) error {
	if err := w.storeSetting(w.ctx, settingCalendar, own, EventCalendar, EventBody{Note: note}); err != nil {
		return err
	}
	w.calendar = own
	w.setCampaign(w.file)
	w.index.changed()
	return nil
}
