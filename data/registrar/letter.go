package registrar

import (
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// letterDocuments are the papers of a kit that the program prints, by the codes of the
// campaign's kit (UA-012, UA-015, UA-020).
func (r *Registrar) letterDocuments() []string {
	var codes []string
	for i := range r.Campaign().KitDocuments {
		if r.Campaign().KitDocuments[i].Letter != nil {
			codes = append(codes, r.Campaign().KitDocuments[i].Code)
		}
	}
	return codes
}

// letterPaper is the paper of the kit that a document is, nil for every other document.
func (r *Registrar) letterPaper(document string) *campaign.KitDocument {
	paper := r.Campaign().KitDocument(document)
	if paper == nil || paper.Letter == nil {
		return nil
	}
	return paper
}

// whoNeeds are those of the chosen whose kit has the paper; the others are left out.
func (r *Registrar) whoNeeds(document *campaign.KitDocument, chosen []*entry) ([]*entry, error) {
	var needing []*entry
	for _, e := range chosen {
		p := r.Campaign().Person(e.graduate, &r.school, r.Today())
		needed, err := r.Campaign().Holds(document.Needed, p)
		if err != nil {
			return nil, err
		}
		issued := document.Letter.When == "" || r.holds(document.Letter.When, p)
		if needed && issued {
			needing = append(needing, e)
		}
	}
	if len(needing) == 0 {
		return nil, data.Fail("print.nobody_needs", data.Args{"document": document.Title})
	}
	return needing, nil
}

func (r *Registrar) letters(document *campaign.KitDocument, chosen []*entry) []reports.Letter {
	letters := make([]reports.Letter, len(chosen))
	for i, e := range chosen {
		letters[i] = r.letter(document.Letter, e.graduate)
	}
	return letters
}

func (r *Registrar) letter(l *campaign.Letter, g *data.Graduate) reports.Letter {
	c := r.Campaign()
	letter := reports.Letter{Title: l.Title, Issued: l.Issued, School: r.school.Name, Address: r.school.Address,
		HeadTitle: r.school.HeadTitle, Head: r.school.HeadName, Seal: c.List.Seal, Person: initials(g)}
	if l.Photo {
		letter.Photo = reports.PhotoBox{Width: c.Photo.WidthMM, Height: c.Photo.HeightMM, Caption: c.Card.PhotoCaption}
	}
	if centre := c.Centre(c.Person(g, &r.school, r.Today()).Centre); centre != nil && !l.Issued {
		letter.Addressee = []string{centre.Title}
	}
	if !l.Issued {
		letter.From = r.letterRows(g, []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldPhone})
	}
	for _, paragraph := range l.Body {
		if words, worth := r.paragraph(g, paragraph); worth {
			letter.Body = append(letter.Body, words)
		}
	}
	letter.Rows = r.letterRows(g, l.Fields)
	for _, code := range l.Encloses {
		letter.Enclosures = append(letter.Enclosures, c.KitDocument(code).Title)
	}
	return letter
}

// letterRows are the fields that have a value, titled as in the form.
func (r *Registrar) letterRows(g *data.Graduate, fields []string) []reports.Row {
	var rows []reports.Row
	for _, code := range fields {
		if f := r.Campaign().Field(code); f != nil && g.Get(code) != "" {
			rows = append(rows, reports.Row{Label: f.Title, Value: r.printed(f, g)})
		}
	}
	return rows
}

// blank is a line for the pen.
const blank = "______________________"

// paragraph fills the values in; one that is nothing but an empty value is no paragraph.
func (r *Registrar) paragraph(g *data.Graduate, words string) (filled string, worth bool) {
	for _, code := range campaign.LetterFields(words) {
		value := blank
		switch f := r.Campaign().Field(code); {
		case code == "school":
			value = r.school.Name
		case code == "year":
			value = r.Campaign().YearText()
		case f != nil && g.Get(code) != "":
			value = r.printed(f, g)
		}
		words = strings.ReplaceAll(words, "{"+code+"}", value)
	}
	return words, words != blank
}

// initials is how somebody signs: initials and surname.
func initials(g *data.Graduate) string {
	short := ""
	for _, name := range []string{g.GivenName, g.Patronymic} {
		if first := []rune(name); len(first) > 0 {
			short += string(first[0]) + ". "
		}
	}
	return short + g.Surname
}
