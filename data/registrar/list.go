package registrar

import (
	"slices"
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
		belongs, err := r.Campaign().Belongs(r.Campaign().Person(e.graduate, &r.school, r.Today()))
		if err != nil {
			return nil, nil, err
		}
		reason, err := r.heldBack(e, belongs)
		if err != nil {
			return nil, nil, err
		}
		if reason == "" {
			on = append(on, e)
			continue
		}
		left = append(left, Left{ID: e.graduate.ID, Name: e.graduate.FullName(), Reason: reason})
	}
	return on, left, nil
}

// heldBack says why somebody does not stand on the list: he does not belong there, or the
// centre is to be called first (UA-142).
func (r *Registrar) heldBack(e *entry, belongs bool) (reason string, err error) {
	if !belongs {
		return "not_included", nil
	}
	found, err := r.findings(e, r.Today())
	if slices.ContainsFunc(found, func(f data.Finding) bool { return f.Call && f.Severity == data.SeverityError }) {
		return "call_first", err
	}
	return "", err
}

// refuseSubjects refuses a final list on which somebody's subjects of the attestation are
// wrong: they are what the list is there for (UA-127, UA-163).
func (r *Registrar) refuseSubjects(chosen []*entry) error {
	return r.refuseFound(chosen, "print.final_needs_subjects", func(f data.Finding) bool {
		return f.Severity == data.SeverityError && (f.Field == data.FieldAttestation || f.Field == data.FieldSubjects)
	})
}

// refuseLetters refuses a final list with letters of another alphabet in a name that
// nobody has confirmed: they look right and are sorted and searched wrong (UA-126).
func (r *Registrar) refuseLetters(chosen []*entry) error {
	return r.refuseFound(chosen, "print.final_needs_letters", func(f data.Finding) bool { return f.Rule == "name_letters" })
}

// refuseFound refuses with this code when the check finds such a thing with anybody.
func (r *Registrar) refuseFound(chosen []*entry, code string, wrong func(data.Finding) bool) error {
	var names []string
	for _, e := range chosen {
		found, err := r.findings(e, r.Today())
		if err != nil {
			return err
		}
		if slices.ContainsFunc(found, wrong) {
			names = append(names, e.graduate.FullName())
		}
	}
	return refuseNames(code, names)
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
	return refuseNames("print.final_needs_numbers", names)
}

// refuseNames is a refusal that names the first few people, nil for nobody.
func refuseNames(code string, names []string) error {
	if len(names) == 0 {
		return nil
	}
	shown := names[:min(len(names), 5)]
	all := strings.Join(shown, ", ")
	if len(shown) < len(names) {
		all += " …"
	}
	return data.Fail(code, data.Args{"count": len(names), "names": all})
}

// list composes the locked form.
func (r *Registrar) list(chosen []*entry, date data.Date, number string) reports.List {
	form := &r.Campaign().List
	l := reports.List{
		Letterhead: r.school.Letterhead, StampCaption: form.StampCaption, Date: date.Dotted(), Number: number,
		Title: form.Title, Subtitle: form.Subtitle, Institution: r.school.Name, InstitutionCaption: form.InstitutionCaption,
		TypeCaption: form.TypeCaption, Kits: form.Kits, HeadTitle: r.school.HeadTitle, HeadName: r.school.HeadName,
		SignatureCaption: form.SignatureCaption, NameCaption: form.NameCaption, Seal: form.Seal,
	}
	copy(l.Columns[:], form.Columns)
	if centre := r.Campaign().Centre(r.school.Centre); centre != nil {
		l.Addressee = centre.Addressee
	}
	for _, code := range form.Types {
		if t := r.Campaign().InstitutionType(code); t != nil {
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
		s := r.Campaign().Subject(choice.Subject)
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
