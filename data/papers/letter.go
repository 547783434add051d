package papers

import (
	"cmp"
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// whoNeeds are those of the chosen whose kit has the paper; the others are left out.
func (s *Source) whoNeeds(document *campaign.KitDocument, chosen []Graduate) (audience, error) {
	var whom audience
	for _, g := range chosen {
		p := s.person(g.Graduate)
		needed, err := s.Campaign.Holds(document.Needed, p)
		if err != nil {
			return audience{}, err
		}
		issued := document.Letter.When == "" || s.Holds(document.Letter.When, p)
		if needed && issued {
			whom.on = append(whom.on, g)
		}
	}
	if len(whom.on) == 0 {
		return audience{}, nobodyNeeds(document.Wording(), s.Campaign.Asked(document.Letter.When, document.Needed))
	}
	return whom, nil
}

// nobodyNeeds refuses a paper that none of the chosen needs, and tells who would: whom may be
// nil.
func nobodyNeeds(title, whom any) error {
	return data.Fail("print.nobody_needs", data.Args{"document": title, "whom": whom})
}

// letters fills a paper for each, with the photo where it has one that is printed.
func (s *Source) letters(l *campaign.Letter, on []Graduate) ([]reports.Letter, error) {
	return each(on, func(g Graduate) (letter reports.Letter, err error) {
		letter = s.Letter(l, g.Graduate)
		if l.Photo && s.hasFace(g.Graduate) {
			letter.Photo.Picture, err = s.portraitOf(g)
		}
		return letter, err
	})
}

// lateNotes say that the day up to which a paper may be sent is over.
func (s *Source) lateNotes(l *campaign.Letter) []data.Phrase {
	if d := s.Campaign.Date(l.Until); d != nil && d.On != "" && d.On < s.Today {
		return []data.Phrase{{ID: "print.too_late", Args: data.Args{"date": d.On.Dotted()}}}
	}
	return nil
}

// Letter is a paper of the kit, filled for one graduate.
func (s *Source) Letter(l *campaign.Letter, g *data.Graduate) reports.Letter {
	c := s.Campaign
	letter := reports.Letter{Title: l.Title, Subtitle: l.Subtitle, Issued: l.Issued, Head: s.head(), School: s.School.Name, Address: s.School.Address,
		HeadTitle: s.School.HeadTitle, HeadName: s.School.HeadName, Seal: c.List.Seal, Person: initials(g)}
	if l.Photo {
		letter.Photo = reports.PhotoBox{Width: c.Photo.WidthMM, Height: c.Photo.HeightMM, Caption: c.Card.PhotoCaption}
	}
	if centre := c.Centre(s.person(g).Centre); centre != nil && !l.Issued {
		letter.Addressee = []string{centre.Title}
	}
	if !l.Issued {
		letter.From = s.letterRows(g, []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldPhone})
	}
	for _, paragraph := range l.Body {
		if words, worth := s.paragraph(g, paragraph); worth {
			letter.Body = append(letter.Body, words)
		}
	}
	letter.Rows = s.letterRows(g, l.Fields)
	for _, code := range l.Encloses {
		letter.Enclosures = append(letter.Enclosures, c.KitDocument(code).Title)
	}
	return letter
}

// letterRows are the fields that have a value, titled as in the form, and those that lack one which
// is asked for, as the centre asks for its number: a line for the pen.
func (s *Source) letterRows(g *data.Graduate, fields []string) []reports.Row {
	var rows []reports.Row
	p := s.person(g)
	for _, code := range fields {
		if f := s.Campaign.Field(code); f != nil && (g.Get(code) != "" || s.Holds(f.Required, p) || code == data.FieldCardNumber) {
			rows = append(rows, reports.Row{Label: f.Title, Value: s.printed(f, g)})
		}
	}
	return rows
}

// blank is a line for the pen.
const blank = "______________________"

// paragraph fills the values in; one that is nothing but an empty value is no paragraph.
func (s *Source) paragraph(g *data.Graduate, words string) (filled string, worth bool) {
	filled = s.filled(words, func(code string) string {
		switch f := s.Campaign.Field(code); {
		case code == "learner":
			return cmp.Or(s.Campaign.Learner(g, &s.School), s.say("report_form.learner", nil))
		case code == data.FieldAdditionalReason && g.Get(code) != "":
			return s.Campaign.Said(g.Get(code))
		case f != nil && g.Get(code) != "":
			return s.printed(f, g)
		}
		return blank
	})
	return filled, filled != blank
}

// filled puts the school, the years, and what other says of any other code into the words of a
// letter.
func (s *Source) filled(words string, other func(code string) string) string {
	for _, code := range campaign.LetterFields(words) {
		value := ""
		switch code {
		case "school":
			value = s.School.Name
		case "year":
			value = s.Campaign.YearText()
		case "school_year":
			value = s.Campaign.SchoolYear()
		default:
			value = other(code)
		}
		if strings.ContainsAny(value, "«\"“") {
			// A full name has its own quotation marks: «Комунальний заклад «Ліцей» …».
			words = strings.ReplaceAll(words, "«{"+code+"}»", value)
		}
		words = strings.ReplaceAll(words, "{"+code+"}", value)
	}
	return words
}

// initials is how somebody signs: initials and surname.
func initials(g *data.Graduate) string {
	return signed(g.Surname, g.GivenName, g.Patronymic)
}

// signs is how somebody of this full name signs, surname first; one who is written with
// initials already stays so.
func signs(fullName string) string {
	parts := strings.Fields(fullName)
	if len(parts) < 2 || strings.Contains(fullName, ".") {
		return fullName
	}
	return signed(parts[0], parts[1:]...)
}

// signed puts the initials of names before a surname.
func signed(surname string, names ...string) string {
	return strings.TrimSpace(short(names...) + " " + surname)
}

// short are the initials of names, «М. О.»; «уулу» and «кызы» are no names.
func short(names ...string) string {
	var letters []string
	for _, name := range names {
		if first := []rune(name); len(first) > 0 && unicode.IsUpper(first[0]) {
			letters = append(letters, string(first[0])+".")
		}
	}
	return strings.Join(letters, " ")
}
