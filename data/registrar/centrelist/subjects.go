package centrelist

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
)

// subjectReader puts together what the cells of a row say of subjects.
type subjectReader struct {
	words *vocabulary
	row   *row
	tells *tells
}

// cell reads one cell.
func (r *subjectReader) cell(column roster.Column, text string) {
	about, subject, level, isOne := ofOne(column.Field)
	if !isOne {
		r.list(column, text)
		return
	}
	heard := r.words.mark(text, subject)
	r.doubt(column, text, heard)
	r.tells.levels = r.tells.levels || about == AboutLevel || level != "" || heard.leveled
	r.tells.attested = r.tells.attested || about == AboutAttested || heard.marked
	r.tells.chosen = r.tells.chosen || about != AboutAttested
	if heard.none || len(heard.unread) > 0 {
		return
	}
	c := r.choice(subject)
	c.attested = c.attested || about == AboutAttested || heard.choices[0].attested
	for _, said := range []string{level, heard.choices[0].level} {
		if said != "" {
			r.level(column, text, c, said)
		}
	}
}

// list reads a cell that lists subjects.
func (r *subjectReader) list(column roster.Column, text string) {
	if roster.Nothing(text) {
		text = ""
	}
	heard, all := r.words.list(text), column.Field == listedAttested
	r.doubt(column, text, heard)
	r.tells.levels = r.tells.levels || heard.leveled
	r.tells.attested = r.tells.attested || all || heard.marked
	r.tells.chosen = r.tells.chosen || !all
	for _, said := range heard.choices {
		c := r.choice(said.subject)
		c.attested = c.attested || said.attested || all
		if said.level != "" {
			r.level(column, text, c, said.level)
		}
	}
}

// choice is the row's choice of a subject, made when it is first met.
func (r *subjectReader) choice(subject string) *choice {
	at := slices.IndexFunc(r.row.choices, func(c choice) bool { return c.subject == subject })
	if at < 0 {
		at, r.row.choices = len(r.row.choices), append(r.row.choices, choice{subject: subject})
	}
	return &r.row.choices[at]
}

// level gives a choice its level; another one than it has is a doubt.
func (r *subjectReader) level(column roster.Column, text string, c *choice, level string) {
	if c.level != "" && c.level != level {
		r.row.doubtCell(column, text, "centre_two_levels", data.Args{"subject": r.words.title(c.subject)})
	}
	c.level = level
}

// doubt names what of a cell could not be read.
func (r *subjectReader) doubt(column roster.Column, text string, heard said) {
	for _, piece := range heard.unread {
		r.row.doubtCell(column, text, "centre_subject_unread", data.Args{"piece": data.Shorten(piece)})
	}
	for _, subject := range heard.levelless {
		r.row.doubtCell(column, text, "centre_no_such_level", data.Args{"subject": r.words.title(subject)})
	}
	for _, subject := range heard.twice {
		r.row.doubtCell(column, text, "centre_two_levels", data.Args{"subject": r.words.title(subject)})
	}
}

// doubtCell doubts a cell of subjects: they are then compared with nothing.
func (r *row) doubtCell(column roster.Column, text, rule string, args data.Args) {
	args["value"], r.unsure = data.Shorten(text), true
	r.doubts = append(r.doubts, Problem{Column: column.Letter(), Header: column.Header, Field: data.FieldSubjects, Value: text, Rule: rule, Args: args,
		Severity: data.SeverityConfirm})
}

// doubtSubjects doubts a row without a subject where the list says which are taken, and a final mark
// in a subject that has levels and says none where the list has levels.
func (r *row) doubtSubjects(c *campaign.Campaign, tells tells) {
	if tells.chosen && len(r.choices) == 0 && !r.unsure {
		r.doubt(data.FieldSubjects, "centre_no_subjects", nil)
		r.unsure = true
	}
	for _, x := range r.choices {
		if s := c.Subject(x.subject); tells.levels && x.attested && x.level == "" && s != nil && len(s.Levels) > 0 {
			r.doubt(data.FieldSubjects, "centre_no_level", data.Args{"subject": c.Words(data.FieldSubjects, x.subject)})
		}
	}
}

// doubt doubts a row as a whole.
func (r *row) doubt(field, rule string, args data.Args) {
	if args == nil {
		args = data.Args{}
	}
	if args["value"] == nil {
		args["value"] = r.g.FullName()
	}
	r.doubts = append(r.doubts, Problem{Field: field, Value: r.g.FullName(), Rule: rule, Args: args, Severity: data.SeverityConfirm})
}
