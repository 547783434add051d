package papers

import (
	"slices"
	"testing"

	"graduand/data"
)

// formOf are the steps and fields of a form by their codes.
func formOf(t *testing.T, s *Source, values ...string) (steps map[string]FormStep, fields map[string]FormField) {
	t.Helper()
	steps, fields = map[string]FormStep{}, map[string]FormField{}
	form, err := s.Form(graduateOf(t, s, "a", values...))
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range form.Steps {
		steps[step.Code] = step
		for _, f := range step.Fields {
			fields[f.Code] = f
		}
	}
	return steps, fields
}

func TestDaysAndUsualValuesOfAForm(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	steps, fields := formOf(t, s, "surname=Сорока", "category=school_current", "subjects=history,ukrainian,english:standard")
	t.Run("UA-029 the days of the chosen subjects, one with a level too, the earliest first, in the step that shows them", func(t *testing.T) {
		var days []data.Date
		for _, day := range steps["stay"].Days {
			days = append(days, day.On)
		}
		if want := []data.Date{"2020-06-30", "2020-07-07", "2020-07-09"}; !slices.Equal(days, want) {
			t.Errorf("%v", days)
		}
		for code, step := range steps {
			if code != "stay" && len(step.Days) > 0 {
				t.Errorf("step %s has days", code)
			}
		}
	})
	t.Run("UA-011 what every new graduate has is usual, what somebody chose and what is empty is not", func(t *testing.T) {
		if !fields["category"].Usual || fields["surname"].Usual || fields["given_name"].Usual {
			t.Errorf("%+v", fields)
		}
		if _, other := formOf(t, s, "category=past_years"); other["category"].Usual {
			t.Error("another category is usual")
		}
	})
}
