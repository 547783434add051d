package data

import (
	"cmp"
	"slices"
	"strings"
)

// School is the institution that the registry belongs to. Codes (InstitutionType,
// Centre) are those of the campaign file.
type School struct {
	// Name is the full official name, as it stands on the list (UA-123).
	Name            string `json:"name" toml:"name"`
	ShortName       string `json:"short_name,omitempty" toml:"short_name"`
	Code            string `json:"code,omitempty" toml:"code"`
	InstitutionType string `json:"institution_type,omitempty" toml:"institution_type"`
	Address         string `json:"address,omitempty" toml:"address"`
	Phone           string `json:"phone,omitempty" toml:"phone"`
	Email           string `json:"email,omitempty" toml:"email"`
	// HeadTitle is the post of the head, «Директор» unless said otherwise (D10).
	HeadTitle string `json:"head_title,omitempty" toml:"head_title"`
	// HeadName is initials and surname of the head, «О. І. Коваль».
	HeadName string `json:"head_name,omitempty" toml:"head_name"`
	// Centre is the code of the regional centre; DistrictCentre the name and the
	// contact of the district education centre that the school is attached to (KG-004).
	Centre string `json:"centre,omitempty" toml:"centre"`
	// CentrePhone is how the regional centre is called where the campaign does not know it (UA-142).
	CentrePhone           string `json:"centre_phone,omitempty" toml:"centre_phone"`
	DistrictCentre        string `json:"district_centre,omitempty" toml:"district_centre"`
	DistrictCentreContact string `json:"district_centre_contact,omitempty" toml:"district_centre_contact"`
	// RegistrationPoint is where participants can ask besides, as it is printed: name, address,
	// phone (UA-052); empty where the school names none.
	RegistrationPoint string `json:"registration_point,omitempty" toml:"registration_point"`
	// Site is the address of the centre's platform that the school got (KG-006);
	// never its password.
	Site string `json:"site,omitempty" toml:"site"`
	// Letterhead says that the list is printed on the official letterhead, because
	// there is no corner stamp (UA-120).
	Letterhead bool `json:"letterhead,omitempty" toml:"letterhead"`
}

// To whom what leaves the school usually goes (KG-013): the history holds the title of the
// centre, and the codes of the others, which data/text words as «recipient.CODE».
const (
	ToCentre   = "centre"
	ToTeacher  = "class_teacher"
	ToGraduate = "graduate"
)

// Recipient is one of these, or whom somebody has named, for data/text to word.
func Recipient(to string) any {
	if to == ToCentre || to == ToTeacher || to == ToGraduate {
		return Term("recipient." + to)
	}
	return to
}

// Clean brings every text into the form in which it is kept, typed or read from a file, or
// refuses the first one that is no text: see [CleanText].
func (s *School) Clean() error {
	for _, field := range []struct {
		title Term
		text  *string
	}{
		{"settings_screen.school", &s.Name}, {"settings_screen.field.short_name", &s.ShortName},
		{"settings_screen.field.code", &s.Code}, {"settings_screen.field.address", &s.Address},
		{"settings_screen.field.phone", &s.Phone}, {"settings_screen.field.email", &s.Email},
		{"settings_screen.field.institution_type", &s.InstitutionType}, {"settings_screen.field.centre", &s.Centre},
		{"settings_screen.field.centre_phone", &s.CentrePhone},
		{"settings_screen.field.head_title", &s.HeadTitle}, {"settings_screen.field.head_name", &s.HeadName},
		{"settings_screen.field.district_centre", &s.DistrictCentre}, {"settings_screen.field.district_contact", &s.DistrictCentreContact},
		{"settings_screen.field.site", &s.Site}, {"settings_screen.field.point", &s.RegistrationPoint},
	} {
		clean, err := CleanText(field.title, *field.text)
		if err != nil {
			return err
		}
		*field.text = clean
	}
	return nil
}

// Validate reports the first thing without which no document can be made.
func (s *School) Validate() error {
	if strings.TrimSpace(s.Name) == "" {
		return Fail("school.no_name", nil)
	}
	return nil
}

// Calendar is what a school knows of the days that the campaign file does not: days that
// the centre has named or moved, days off, work moved onto a weekend (F-04).
type Calendar struct {
	Named   []NamedDay `json:"named,omitempty"`
	DaysOff []DayOff   `json:"days_off,omitempty"`
}

// NamedDay is a day of the campaign as the school has it.
type NamedDay struct {
	// Code is that of the campaign's date.
	Code string `json:"code"`
	On   Date   `json:"on"`
	// Seen is the day in the campaign file then, "" for none: once the file names another
	// one, the file's holds.
	Seen Date `json:"seen,omitempty"`
}

// DayOff is a day off, or a working day moved onto a weekend.
type DayOff struct {
	On      Date   `json:"on"`
	Title   string `json:"title,omitempty"`
	Working bool   `json:"working,omitempty"`
}

// Name sets a day of the campaign; the file's own day given again forgets the school's.
func (c *Calendar) Name(day NamedDay) {
	c.Named = slices.DeleteFunc(slices.Clone(c.Named), func(d NamedDay) bool { return d.Code == day.Code })
	if day.On != "" && day.On != day.Seen {
		c.Named = append(c.Named, day)
	}
	slices.SortFunc(c.Named, func(a, b NamedDay) int { return cmp.Compare(a.Code, b.Code) })
}

// SetDayOff puts a day off in the place of any other of the same day.
func (c *Calendar) SetDayOff(day DayOff) {
	c.ForgetDayOff(day.On)
	c.DaysOff = append(c.DaysOff, day)
	slices.SortFunc(c.DaysOff, func(a, b DayOff) int { return cmp.Compare(a.On, b.On) })
}

// ForgetDayOff takes a day off back, and tells whether there was one.
func (c *Calendar) ForgetDayOff(on Date) bool {
	before := len(c.DaysOff)
	c.DaysOff = slices.DeleteFunc(slices.Clone(c.DaysOff), func(d DayOff) bool { return d.On == on })
	return len(c.DaysOff) < before
}
