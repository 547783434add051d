package registrar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/reports"
)

// Left is a graduate whom a document leaves out, and why: an id of data/text under
// "print.left." (UA-134).
type Left struct{ ID, Name, Reason string }

// onList parts the chosen graduates into those who belong on the list and those
// who do not (UA-133, UA-134).
func (r *Registrar) onList(chosen []*entry) (on []*entry, left []Left, err error) {
	for _, e := range chosen {
		belongs, err := r.campaign.Belongs(r.campaign.Person(e.graduate, &r.school, r.Today()))
		if err != nil {
			return nil, nil, err
		}
		if belongs {
			on = append(on, e)
		} else {
			left = append(left, Left{ID: e.graduate.ID, Name: e.graduate.FullName(), Reason: "not_included"})
		}
	}
	return on, left, nil
}

// refuseDrafts refuses a final list with anybody who has no number of the centre, or
// no surname.
func refuseDrafts(chosen []*entry) error {
	var names []string
	for _, e := range chosen {
		if g := e.graduate; g.Current().CardNumber == "" || g.Surname == "" {
			names = append(names, g.FullName())
		}
	}
	if len(names) == 0 {
		return nil
	}
	shown := names[:min(len(names), 5)]
	all := strings.Join(shown, ", ")
	if len(shown) < len(names) {
		all += " …"
	}
	return data.Fail("print.final_needs_numbers", data.Args{"count": len(names), "names": all})
}

// list composes the locked form.
func (r *Registrar) list(chosen []*entry, date data.Date, number string) reports.List {
	form := &r.campaign.List
	l := reports.List{
		Letterhead: r.school.Letterhead, StampCaption: form.StampCaption, Date: date.Dotted(), Number: number,
		Title: form.Title, Subtitle: form.Subtitle, Institution: r.school.Name, InstitutionCaption: form.InstitutionCaption,
		TypeCaption: form.TypeCaption, Kits: form.Kits, HeadTitle: r.school.HeadTitle, HeadName: r.school.HeadName,
		SignatureCaption: form.SignatureCaption, NameCaption: form.NameCaption, Seal: form.Seal,
	}
	copy(l.Columns[:], form.Columns)
	if centre := r.campaign.Centre(r.school.Centre); centre != nil {
		l.Addressee = centre.Addressee
	}
	for _, code := range form.Types {
		if t := r.campaign.InstitutionType(code); t != nil {
			l.Types = append(l.Types, reports.Mark{Title: t.ListTitle, Done: code == r.school.InstitutionType})
		}
	}
	for _, e := range chosen {
		l.Rows = append(l.Rows, r.listRow(e.graduate))
	}
	return l
}

func (r *Registrar) listRow(g *data.Graduate) reports.ListRow {
	number := g.Current().CardNumber
	if number == "" {
		number = r.draftNumber(g)
	}
	return reports.ListRow{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
		CardNumber: number, Subjects: r.countedSubjects(g)}
}

// countedSubjects are those whose results count as final marks, with their levels
// (UA-127, UA-128).
func (r *Registrar) countedSubjects(g *data.Graduate) []string {
	var subjects []string
	for _, choice := range g.Current().Subjects {
		s := r.campaign.Subject(choice.Subject)
		if s == nil || !choice.Attestation {
			continue
		}
		title := s.ListTitle
		if title == "" {
			title = s.Title
		}
		if level := r.levelTitle(choice); level != "" {
			title += " (" + level + ")"
		}
		if len(subjects) > 0 {
			title = lowerFirst(title)
		}
		subjects = append(subjects, title)
	}
	return subjects
}

// lowerFirst begins a title within a sentence: «Українська мова, математика».
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
