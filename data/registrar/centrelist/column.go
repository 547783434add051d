package centrelist

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// About is what a column of one subject says of it.
type About string

// The subject is taken; its result counts as a final mark; its level.
const (
	AboutChosen   About = "chosen"
	AboutAttested About = "attested"
	AboutLevel    About = "level"
)

// The columns of subjects are fields of their own while a file is read: their cells are read here,
// as they stand, and not as a class list's.
const (
	listed         = "centre_list.subjects"
	listedAttested = "centre_list.attestation"
	one            = "centre_list.one."
)

// oneSubject is the field of a column of one subject; level is that of a column of one level.
func oneSubject(about About, subject, level string) string {
	return one + string(about) + "." + subject + ":" + level
}

// ofOne takes the field of a column of one subject apart.
func ofOne(field string) (about About, subject, level string, is bool) {
	rest, is := strings.CutPrefix(field, one)
	if !is {
		return "", "", "", false
	}
	word, rest, _ := strings.Cut(rest, ".")
	subject, level, _ = strings.Cut(rest, ":")
	return About(word), subject, level, true
}

// rulesOf are the rules by which the file is read: those of class lists, and the columns of the list.
func rulesOf(c *campaign.Campaign, today data.Date) roster.Rules {
	rules := roster.RulesOf(c, today)
	headers := map[string][]string{}
	for _, from := range []map[string][]string{rules.Headers, c.CentreList.Headers} {
		for field, spellings := range from {
			headers[field] = append(headers[field], spellings...)
		}
	}
	for i := range c.Subjects {
		s := &c.Subjects[i]
		field := oneSubject(AboutChosen, s.Code, "")
		rules.Fields[field] = s.Title
		headers[field] = append([]string{s.ListTitle}, c.CentreList.Subjects[s.Code]...)
	}
	for field := range headers {
		headers[field] = slices.DeleteFunc(headers[field], func(title string) bool { return strings.TrimSpace(title) == "" })
	}
	rules.Headers = headers
	return rules
}

// mapping is what a person says of columns, in the fields of the reading.
func mapping(c *campaign.Campaign, columns map[string]string) map[string]string {
	said := map[string]string{}
	for field, where := range columns {
		if c.Subject(field) != nil {
			field = oneSubject(AboutChosen, field, "")
		}
		said[field] = where
	}
	return said
}

// take gives the columns of subjects the fields of this reading.
func (v *vocabulary) take(table *roster.Layout, hidden []int, rules roster.Rules) error {
	fields := make([]string, len(table.Columns))
	for i, c := range table.Columns {
		switch fields[i] = c.Field; {
		case c.Field == data.FieldSubjects:
			fields[i] = listed
		case c.Field == data.FieldAttestation:
			fields[i] = listedAttested
		case c.Ignored || c.Header == "" || slices.Contains(hidden, c.Index):
		case c.Field == "" || strings.HasPrefix(c.Field, one):
			if field := v.column(c.Header); field != "" {
				fields[i] = field
			}
		}
	}
	alone := onlyFirst(fields)
	return table.Take(alone, rules)
}

// onlyFirst leaves out a second column that says the same as one before it.
func onlyFirst(fields []string) []string {
	seen := map[string]bool{}
	for i, field := range fields {
		if strings.HasPrefix(field, "centre_list.") && seen[field] {
			fields[i] = ""
		}
		seen[field] = true
	}
	return fields
}

// column is what a header says by the words in it: «Англійська мова (рівень)», «ДПА Математика».
// It is "" for a header of no subject or of several.
func (v *vocabulary) column(header string) string {
	heard := v.list(strings.TrimSpace(header))
	if len(heard.unread) > 0 {
		heard = v.list(afterMark(v, header))
	}
	if len(heard.choices) != 1 || len(heard.unread)+len(heard.levelless)+len(heard.twice) > 0 {
		return ""
	}
	c := heard.choices[0]
	switch {
	case c.level != "":
		return oneSubject(AboutChosen, c.subject, c.level)
	case heard.levelWord:
		return oneSubject(AboutLevel, c.subject, "")
	case c.attested || heard.marked:
		return oneSubject(AboutAttested, c.subject, "")
	}
	return oneSubject(AboutChosen, c.subject, "")
}

// afterMark is a header in which a mark stands before its subject, with the colon that says so.
func afterMark(v *vocabulary, header string) string {
	words := strings.Fields(header)
	for n := len(words) - 1; n > 0; n-- {
		if among(v.attested, wordsOf(strings.Join(words[:n], " "))) {
			return strings.Join(words[:n], " ") + ": " + strings.Join(words[n:], " ")
		}
	}
	return header
}

// columnsOf are the columns of all tables as people see them.
func columnsOf(layouts []roster.Layout) (columns []Column) {
	for i := range layouts {
		for _, table := range layouts[i].Tables() {
			for _, c := range table.Columns {
				if c.Ignored || c.Header == "" && c.Field == "" {
					continue
				}
				columns = append(columns, columnOf(table, c))
			}
		}
	}
	return columns
}

func columnOf(table *roster.Layout, c roster.Column) Column {
	shown := Column{Sheet: table.Sheet, Letter: c.Letter(), Header: c.Header, Field: c.Field, Sample: sample(table.Lines(), c.Index)}
	switch about, subject, level, is := ofOne(c.Field); {
	case is:
		shown.Field, shown.Of = subject, about
		if level != "" {
			shown.Field += ":" + level
		}
	case c.Field == listed:
		shown.Field = data.FieldSubjects
	case c.Field == listedAttested:
		shown.Field = data.FieldAttestation
	}
	return shown
}

// sampled is how many texts of a column are enough to see what it holds.
const sampled = 3

// sample are the first texts of a column.
func sample(lines []workbook.Line, column int) (texts []string) {
	for _, line := range lines {
		if text := data.OneLine(line.Cell(column)); text != "" && len(texts) < sampled {
			texts = append(texts, data.Shorten(text))
		}
	}
	return texts
}

// Look shows the columns of a file in which no header was recognised, so that a person can say what
// they are ([Options.Columns]).
func (d *Desk) Look(ctx context.Context, name string, content []byte) ([]Column, error) {
	book, err := workbook.Open(ctx, filepath.Base(name), content)
	if err != nil {
		return nil, err
	}
	var columns []Column
	for _, sheet := range book.Sheets {
		width := 0
		for _, line := range sheet.Lines {
			width = max(width, len(line.Cells))
		}
		for i := range width {
			if texts := sample(sheet.Lines, i); len(texts) > 0 {
				columns = append(columns, Column{Sheet: sheet.Name, Letter: workbook.ColumnName(i), Sample: texts})
			}
		}
	}
	return columns, nil
}

// Fields are those that a column can be said to hold, the usual ones first, then the subjects, each
// of which can have a column of its own.
func (d *Desk) Fields() []string {
	fields := []string{roster.FieldFullName, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, roster.FieldGivenPatronymic,
		data.FieldCardNumber, data.FieldSubjects, data.FieldAttestation, data.FieldClass, data.FieldBirthDate}
	for _, s := range d.registry.Campaign().Subjects {
		if !s.Included {
			fields = append(fields, s.Code)
		}
	}
	return fields
}

// hiddenIn are the columns of a sheet that nobody sees.
func hiddenIn(book *workbook.Book, sheet string) []int {
	for i := range book.Sheets {
		if book.Sheets[i].Name == sheet {
			return book.Sheets[i].HiddenColumns
		}
	}
	return nil
}
