package centrelist

import (
	"fmt"
	"io"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/workbook"
)

// WriteSample writes a list as the centre's service may give it, for the demonstration: no source
// shows the real one. Its headers and words are those of the campaign; the order is that given.
func WriteSample(w io.Writer, c *campaign.Campaign, title string, graduates []*data.Graduate) error {
	book := workbook.NewWriter(title, "")
	sheet := book.Add(title)
	sheet.Put(0, 1, title)
	header := []string{"№", c.Field(data.FieldSurname).Title, c.Field(data.FieldGivenName).Title, c.Field(data.FieldPatronymic).Title,
		firstWord(c.CentreList.Headers[data.FieldCardNumber], data.FieldCardNumber), firstWord(c.CentreList.Headers[data.FieldSubjects], data.FieldSubjects)}
	sheet.Line(sampleHeader, header, workbook.Look{Bold: true})
	for i, g := range graduates {
		sheet.Line(sampleHeader+1+i, []string{fmt.Sprint(i + 1), strings.ToUpper(g.Surname), g.GivenName, g.Patronymic, g.Current().CardNumber, sampleSubjects(c, g)}, workbook.Look{})
	}
	sheet.Widths(6, 20, 16, 20, 16, 60)
	return book.Write(w)
}

// sampleHeader is the row of the header: a title stands over it.
const sampleHeader = 3

// sampleSubjects are the subjects of a graduate in one cell: «Математика (ДПА), Англійська мова
// (рівень стандарту, ДПА)».
func sampleSubjects(c *campaign.Campaign, g *data.Graduate) string {
	var all []string
	for _, s := range g.Current().Subjects {
		var about []string
		if level := c.Level(s.Subject, s.Level); level != nil {
			about = append(about, level.Title)
		}
		if s.Attestation && len(c.CentreList.Attested) > 0 {
			about = append(about, c.CentreList.Attested[0])
		}
		words := c.ChoiceTitle(s.Subject)
		if len(about) > 0 {
			words += " (" + strings.Join(about, ", ") + ")"
		}
		all = append(all, words)
	}
	return strings.Join(all, ", ")
}

// firstWord is the first of some spellings, else the code, which every reader knows.
func firstWord(spellings []string, code string) string {
	if len(spellings) == 0 {
		return code
	}
	return data.Capital(spellings[0])
}
