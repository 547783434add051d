package roster

import (
	"strings"

	"graduand/data"
)

// speaksOfDate tells the headers of columns that hold days.
func speaksOfDate(header string) bool { return has(squeeze(header), "дата", "date", "күнү") }

// day reads a day as its column says it; a text that a person has chosen says it alone.
func (r *reader) day(c Column, value string) Day {
	if column := r.days[c.Index]; column != nil && !r.mended(c) {
		return column.read(value)
	}
	date, err := cellDate(value, r.date1904, c.placed, r.rules.Today)
	if err != nil {
		return Day{Rule: strings.ReplaceAll(data.CodeOf(err), ".", "_"), Severity: data.SeverityError}
	}
	return Day{Date: date}
}

// dayProblem notes what is wrong with a day, or in doubt.
func (r *reader) dayProblem(c Column, value string, day Day) {
	if day.Rule == "" {
		return
	}
	args, readings := data.Args{"date": day.Date.Dotted(), "other": ""}, []string{}
	for i, date := range day.Readings {
		readings = append(readings, date.Dotted())
		if i > 0 {
			args["other"] = date.Dotted()
		}
	}
	if day.Severity == data.SeverityConfirm {
		r.unsure(c, value, day.Rule, args, readings)
		return
	}
	r.problem(c, value, day.Rule, day.Severity, args)
}

func (r *reader) birth(c Column, value string) {
	if absent(value) {
		return
	}
	day := r.day(c, value)
	r.dayProblem(c, value, day)
	date := day.Date
	if date == "" {
		return
	}
	r.row.Graduate.BirthDate = date
	years := date.Years(r.rules.Today)
	switch {
	case r.rules.Today == "":
	case date > r.rules.Today:
		r.problem(c, date.Dotted(), "birth_future", data.SeverityError, nil)
	case r.rules.MinimumAge > 0 && years < r.rules.MinimumAge, r.rules.MaximumAge > 0 && years > r.rules.MaximumAge:
		r.problem(c, date.Dotted(), "birth_age", data.SeverityWarning, data.Args{"years": years})
	}
}
