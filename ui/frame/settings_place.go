package frame

import "slices"

// FormPlace is where a form was left: the id of a graduate and the code of a step, no
// personal word (KG-060).
type FormPlace struct {
	Graduate string `json:"graduate"`
	Step     string `json:"step"`
}

// maximumPlaces is how many forms are remembered; the oldest are forgotten.
const maximumPlaces = 500

// LeaveForm remembers at which step a form was left.
func (s *Settings) LeaveForm(graduate, step string) {
	s.FormPlaces = slices.DeleteFunc(s.FormPlaces, func(p FormPlace) bool { return p.Graduate == graduate })
	s.FormPlaces = append(s.FormPlaces, FormPlace{Graduate: graduate, Step: step})
	s.forgetPlaces()
}

// FormStep is the code of the step at which a form was left, "" for none.
func (s *Settings) FormStep(graduate string) string {
	for _, p := range s.FormPlaces {
		if p.Graduate == graduate {
			return p.Step
		}
	}
	return ""
}

// forgetPlaces keeps the newest.
func (s *Settings) forgetPlaces() {
	s.FormPlaces = s.FormPlaces[max(len(s.FormPlaces)-maximumPlaces, 0):]
}
