package roster

import "graduand/data"

// BirthDoubt is the rule that a birth date breaks, with the full years, "" for none.
func BirthDoubt(birth data.Date, rules Rules) (rule string, years int) {
	years = birth.Years(rules.Today)
	switch {
	case birth == "" || rules.Today == "":
	case birth > rules.Today:
		return "birth_future", years
	case rules.MinimumAge > 0 && years < rules.MinimumAge, rules.MaximumAge > 0 && years > rules.MaximumAge:
		return "birth_age", years
	}
	return "", years
}
