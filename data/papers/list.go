package papers

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// onList parts the chosen graduates into those who belong on the list and those
// who do not (UA-133, UA-134).
func (s *Source) onList(chosen []Graduate) (audience, error) {
	var whom audience
	for _, g := range chosen {
		belongs, err := s.Campaign.Belongs(s.person(g.Graduate))
		if err != nil {
			return audience{}, err
		}
		if reason := heldBack(g, belongs); reason != "" {
			whom.left = append(whom.left, Left{ID: g.ID, Name: g.FullName(), Reason: reason})
			continue
		}
		whom.on = append(whom.on, g)
	}
	whom.registered = len(s.registered(whom.on))
	return whom, nil
}

// heldBack says why somebody does not stand on the list: he does not belong there, or the
// centre is to be called first (UA-142).
func heldBack(g Graduate, belongs bool) (reason string) {
	switch {
	case !belongs:
		return "not_included"
	case slices.ContainsFunc(g.Findings, func(f data.Finding) bool { return f.Call && f.Severity == data.SeverityError }):
		return "call_first"
	}
	return ""
}

// refuseHead refuses a final list that does not say to whom it goes, or from which type of
// institution, where the form has places for them (UA-125).
func (s *Source) refuseHead() error {
	l := s.List(nil, "", "")
	switch {
	case len(s.Campaign.Centres) > 0 && len(l.Addressee) == 0:
		return data.Fail("print.final_needs_addressee", nil)
	case len(l.Types) > 0 && !slices.ContainsFunc(l.Types, func(m reports.Mark) bool { return m.Done }):
		return data.Fail("print.final_needs_type", nil)
	}
	return nil
}

// refuseFinal refuses a list that cannot be signed as it is.
func refuseFinal(on []Graduate) error {
	for _, refuse := range []func([]Graduate) error{refuseDrafts, refuseSubjects, refuseLetters} {
		if err := refuse(on); err != nil {
			return err
		}
	}
	return nil
}

// refuseSubjects refuses a final list on which somebody's subjects of the attestation are
// wrong: they are what the list is there for (UA-127, UA-163).
func refuseSubjects(on []Graduate) error {
	return refuseFound(on, "print.final_needs_subjects", func(f data.Finding) bool {
		return f.Severity == data.SeverityError && (f.Field == data.FieldAttestation || f.Field == data.FieldSubjects)
	})
}

// refuseLetters refuses a final list with letters of another alphabet in a name that
// nobody has confirmed: they look right and are sorted and searched wrong (UA-126).
func refuseLetters(on []Graduate) error {
	return refuseFound(on, "print.final_needs_letters", func(f data.Finding) bool { return f.Rule == "name_letters" })
}

// refuseFound refuses with this code when the check finds such a thing with anybody.
func refuseFound(on []Graduate, code string, wrong func(data.Finding) bool) error {
	return refuseWhom(on, code, func(g Graduate) bool { return slices.ContainsFunc(g.Findings, wrong) })
}

// refuseDrafts refuses a final list with anybody who has no number of the centre, or
// no surname.
func refuseDrafts(on []Graduate) error {
	return refuseWhom(on, "print.final_needs_numbers", func(g Graduate) bool { return g.Current().CardNumber == "" || g.Surname == "" })
}

// refuseWhom is a refusal that names the first few of those with whom something is wrong,
// nil for nobody.
func refuseWhom(on []Graduate, code string, wrong func(Graduate) bool) error {
	var names []string
	for _, g := range on {
		if wrong(g) {
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
	return data.Fail(code, data.Args{"count": len(names), "names": all})
}

// List composes the locked form, under a date, "" for none, and a number.
func (s *Source) List(chosen []Graduate, date data.Date, number string) reports.List {
	form := &s.Campaign.List
	l := reports.List{
		Letterhead: s.School.Letterhead, Head: s.head(), StampCaption: form.StampCaption, Date: date.Dotted(), Number: number,
		Title: form.Title, Subtitle: form.Subtitle, Institution: s.School.Name, InstitutionCaption: form.InstitutionCaption,
		TypeCaption: form.TypeCaption, Kits: form.Kits, HeadTitle: s.School.HeadTitle, HeadName: s.School.HeadName,
		SignatureCaption: form.SignatureCaption, NameCaption: form.NameCaption, Seal: form.Seal,
	}
	copy(l.Columns[:], form.Columns)
	if centre := s.Campaign.Centre(s.School.Centre); centre != nil {
		l.Addressee = centre.Addressee
	}
	for _, code := range form.Types {
		if t := s.Campaign.InstitutionType(code); t != nil {
			l.Types = append(l.Types, reports.Mark{Title: t.ListTitle, Done: code == s.School.InstitutionType})
		}
	}
	for _, g := range chosen {
		l.Rows = append(l.Rows, s.listRow(g.Graduate))
	}
	return l
}

func (s *Source) listRow(g *data.Graduate) reports.ListRow {
	number := g.Current().CardNumber
	if number == "" {
		number = s.Campaign.DraftNumber(g)
	}
	return reports.ListRow{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
		CardNumber: number, Subjects: s.countedSubjects(g)}
}

// ListCells are the cells of somebody's row on the list, as they are printed: surname, given name,
// patronymic, number of the card, subjects.
func (s *Source) ListCells(g *data.Graduate) []string {
	row := s.listRow(g)
	return []string{row.Surname, row.GivenName, row.Patronymic, row.CardNumber, strings.Join(row.Subjects, ", ")}
}

// Registered are those of a list who stand in the register that goes with it (UA-058).
func (s *Source) Registered(listed []*data.Graduate) (on []*data.Graduate) {
	includes := s.Campaign.List.Register.Includes
	for _, g := range listed {
		if includes != "" && s.Holds(includes, s.person(g)) {
			on = append(on, g)
		}
	}
	return on
}

// countedSubjects are those whose results count as final marks, with their levels
// (UA-127, UA-128).
func (s *Source) countedSubjects(g *data.Graduate) []string {
	var subjects []string
	for _, choice := range g.Current().Subjects {
		x := s.Campaign.Subject(choice.Subject)
		if x == nil || !choice.Attestation {
			continue
		}
		title := x.ListTitle
		if title == "" {
			title = x.Title
		}
		if level := s.levelTitle(choice); level != "" {
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

// registered are those of a list who stand in the register that goes with it (UA-058).
func (s *Source) registered(listed []Graduate) []Graduate {
	includes := s.Campaign.List.Register.Includes
	if includes == "" {
		return nil
	}
	var on []Graduate
	for _, g := range listed {
		if s.Holds(includes, s.person(g.Graduate)) {
			on = append(on, g)
		}
	}
	return on
}

// inRegister are those of the chosen who stand in the register of their list.
func (s *Source) inRegister(chosen []Graduate) (audience, error) {
	whom, err := s.onList(chosen)
	if err != nil {
		return audience{}, err
	}
	on := s.registered(whom.on)
	if len(on) == 0 {
		return audience{}, nobodyNeeds(data.Term("document."+Register), s.Campaign.Asked(s.Campaign.List.Register.Includes))
	}
	return audience{on: on}, nil
}

// Register composes the register that goes with the list: surname, name, patronymic, class
// and what the campaign asks for, certified by the head (UA-059).
func (s *Source) Register(chosen []Graduate) reports.Register {
	form := &s.Campaign.List.Register
	register := reports.Register{
		Title: form.Title, Subtitle: form.Subtitle, Head: s.head(), School: s.School.Name, Address: s.School.Address,
		HeadTitle: s.School.HeadTitle, HeadName: s.School.HeadName, Seal: s.Campaign.List.Seal,
	}
	copy(register.Columns[:], form.Columns)
	field := s.Campaign.Field(form.Field)
	for _, g := range chosen {
		register.Rows = append(register.Rows, reports.RegisterRow{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic,
			Class: g.Get(data.FieldClass), Word: s.printed(field, g.Graduate)})
	}
	return register
}

// Missing composes «Що ще потрібно» for class teachers from the findings of the chosen
// graduates, who stand in the order of their classes.
func (s *Source) Missing(chosen []Graduate) reports.Missing {
	m := reports.Missing{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for i, g := range chosen {
		if i == 0 || data.SearchKey(chosen[i-1].Class) != data.SearchKey(g.Class) {
			m.Classes = append(m.Classes, reports.MissingClass{Class: g.Class})
		}
		class := &m.Classes[len(m.Classes)-1]
		class.Total++
		if lacks := s.lacks(theirTeachers(g)); len(lacks) > 0 {
			class.People = append(class.People, reports.MissingPerson{Name: s.titleName(g.Graduate), Lacks: lacks})
		}
	}
	return m
}

// lacks are findings with the titles of their fields, errors first.
func (s *Source) lacks(found []data.Finding) []reports.Lack {
	lacks := make([]reports.Lack, len(found))
	for i, f := range found {
		lacks[i] = reports.Lack{Finding: f, Title: s.formTitle(f.Field)}
	}
	order := []data.Severity{data.SeverityError, data.SeverityWarning, data.SeverityConfirm}
	slices.SortStableFunc(lacks, func(a, b reports.Lack) int {
		return cmp.Compare(slices.Index(order, a.Severity), slices.Index(order, b.Severity))
	})
	return lacks
}

// theirOwn are the findings that a graduate reads: those in which another graduate is named are for
// the school, and so are those that the school alone answers.
func theirOwn(g Graduate) []data.Finding {
	return slices.DeleteFunc(slices.Clone(g.Findings), func(f data.Finding) bool {
		return f.NamesAnother() || campaign.Unanswered(f)
	})
}

// theirTeachers are the findings that a class teacher reads: that the school itself has a picture to
// judge or to look at is nothing that anybody brings.
func theirTeachers(g Graduate) []data.Finding {
	return slices.DeleteFunc(slices.Clone(g.Findings), campaign.AwaitsLook)
}
