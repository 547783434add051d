package registrar

import (
	"graduand/data"
	"graduand/reports"
)

// registered are those of the chosen who stand in the register that goes with the list
// (UA-058).
func (r *Registrar) registered(chosen []*entry) []*entry {
	includes := r.Campaign().List.Register.Includes
	if includes == "" {
		return nil
	}
	var on []*entry
	for _, e := range chosen {
		if r.holds(includes, r.Campaign().Person(e.graduate, &r.school, r.Today())) {
			on = append(on, e)
		}
	}
	return on
}

// register composes it: surname, name, patronymic, class and what the campaign asks for,
// certified by the head (UA-059).
func (r *Registrar) register(chosen []*entry) reports.Register {
	form := &r.Campaign().List.Register
	register := reports.Register{
		Title: form.Title, Subtitle: form.Subtitle, School: r.school.Name, Address: r.school.Address,
		HeadTitle: r.school.HeadTitle, Head: r.school.HeadName, Seal: r.Campaign().List.Seal,
	}
	copy(register.Columns[:], form.Columns)
	field := r.Campaign().Field(form.Field)
	for _, e := range chosen {
		g := e.graduate
		register.Rows = append(register.Rows, reports.RegisterRow{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
			Class: g.Get(data.FieldClass), Word: r.printed(field, g)})
	}
	return register
}
