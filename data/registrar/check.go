package registrar

import (
	"graduand/data"
	"graduand/data/roster"
)

// Check returns what is missing or wrong, graduate by graduate in the order of
// [Registrar.List], for those that the filter chooses.
func (r *Registrar) Check(f Filter) ([]data.Finding, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	chosen, err := r.choose(f)
	if err != nil {
		return nil, err
	}
	var all []data.Finding
	today := r.Today()
	for _, e := range chosen {
		found, err := r.findings(e, today)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// findings are those of one graduate on this day: the campaign's rules, the phone,
// and the duplicates. They are kept until anything changes or
// the day ends.
func (r *Registrar) findings(e *entry, today data.Date) ([]data.Finding, error) {
	if e.checked == today {
		return e.findings, nil
	}
	found, err := r.Campaign().Check(e.graduate, &r.school, today)
	if err != nil {
		return nil, err
	}
	if e.graduate.Phone != "" {
		if _, err := roster.Phone(e.graduate.Phone, r.Campaign().PhoneRegion); err != nil {
			found = append(found, data.Finding{Graduate: e.graduate.ID, Rule: "phone", Severity: data.SeverityError,
				Field: data.FieldPhone, Args: data.Args{"value": e.graduate.Phone}, Source: "UA-031"})
		}
	}
	if e.graduate.Phone != "" && e.graduate.Phone == r.schoolPhone() {
		found = append(found, data.Finding{Graduate: e.graduate.ID, Rule: "phone_of_school", Severity: data.SeverityWarning,
			Field: data.FieldPhone, Source: "KG-032"})
	}
	found = append(found, r.repeatedReceipts(e.graduate, "")...)
	if e.graduate.Removed == nil {
		found = append(found, r.index.duplicates(e.graduate)...)
	}
	e.findings, e.row, e.checked = found, r.rowOf(e.graduate, found), today
	return found, nil
}

// schoolPhone is the school's own number in E.164; empty when it has none that can be
// read.
func (r *Registrar) schoolPhone() string {
	phone, err := roster.Phone(r.school.Phone, r.Campaign().PhoneRegion)
	if err != nil {
		return ""
	}
	return phone
}
