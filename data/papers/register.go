package papers

import (
	"graduand/data"
	"graduand/reports"
)

// registered are those of a list who stand in the register that goes with it (UA-058).
func (s *Source) registered(listed []Graduate) []Graduate {
	includes := s.Campaign.List.Register.Includes
	if includes == "" {
		return nil
	}
	var on []Graduate
	for _, g := range listed {
		if s.Holds(includes, s.person(g.Graduate)) {
			on = append(on, g)
		}
	}
	return on
}

// inRegister are those of the chosen who stand in the register of their list.
func (s *Source) inRegister(chosen []Graduate) (audience, error) {
	whom, err := s.onList(chosen)
	if err != nil {
		return audience{}, err
	}
	on := s.registered(whom.on)
	if len(on) == 0 {
		return audience{}, nobodyNeeds(s.Campaign.List.Register.Title)
	}
	return audience{on: on}, nil
}

// Register composes the register that goes with the list: surname, name, patronymic, class
// and what the campaign asks for, certified by the head (UA-059).
func (s *Source) Register(chosen []Graduate) reports.Register {
	form := &s.Campaign.List.Register
	register := reports.Register{
		Title: form.Title, Subtitle: form.Subtitle, School: s.School.Name, Address: s.School.Address,
		HeadTitle: s.School.HeadTitle, Head: s.School.HeadName, Seal: s.Campaign.List.Seal,
	}
	copy(register.Columns[:], form.Columns)
	field := s.Campaign.Field(form.Field)
	for _, g := range chosen {
		register.Rows = append(register.Rows, reports.RegisterRow{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
			Class: g.Get(data.FieldClass), Word: s.printed(field, g.Graduate)})
	}
	return register
}
