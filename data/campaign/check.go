package campaign

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"graduand/data"
)

// Rules are the codes of the built-in rules; data/text has "rule."+code for each.
func Rules() []string {
	return []string{
		"required", "required_confirm", "required_on_card", "required_file", "pattern", "email", "date_unreadable", "name_letters", "unknown_code",
		"birth_date_future", "birth_date_age",
		"document_kind_unknown", "document_kind_not_allowed", "document_series", "document_number", "document_number_of", "card_number_pattern",
		"subject_minimum", "subject_maximum", "subject_duplicate", "subject_mandatory",
		"subject_level_missing", "subject_level_unknown", "subject_clash",
		"attestation_count", "attestation_mandatory", "attestation_one_of",
		"condition_excludes", "condition_disability", "condition_listening", "condition_subjects", "condition_additional",
		"privilege_document", "settlement_listed", "payment_due", "payment_refused", "payment_over", "unfinished", "returned", "subject_not_chosen", "changed_since_entered",
		RuleGenitiveFormer, RuleGenitiveUnsure,
		RulePhotoUnjudged, RulePhotoBlocked, RulePhotoDenied, RulePhotoUnconfirmed, RuleReceiptPicture,
	}
}

// inspection is one check of one graduate. Its day is known to p alone: see [Campaign.DaySeen].
type inspection struct {
	c      *Campaign
	g      *data.Graduate
	r      *data.Registration
	p      *Person
	school *data.School
	found  []data.Finding
}

// Check finds what is wrong or missing in the data of g on the day today, in the
// order of the form. Phones and attached files are judged by others, save that a
// required file must be there. An error blocks because the campaign's source says
// so; whatever the program only thinks unlikely is a warning. The error is of an
// expression that cannot be reckoned.
func (c *Campaign) Check(g *data.Graduate, s *data.School, today data.Date) ([]data.Finding, error) {
	i := &inspection{c: c, g: g, r: g.Current(), p: c.Person(g, s, today), school: s}
	for _, step := range []func() error{i.form, i.document, i.attestation, i.ownRules, i.settlement, i.genitive} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	i.birthDate()
	i.cardNumber()
	i.subjects()
	i.clash()
	i.conditions()
	i.entered()
	i.receiptPictures()
	i.found = slices.DeleteFunc(i.found, i.settled)
	i.ending()
	sort.SliceStable(i.found, func(a, b int) bool { return i.position(a) < i.position(b) })
	return i.found, nil
}

func (i *inspection) position(n int) int {
	if at, known := i.c.index.positions[i.found[n].Field]; known {
		return at
	}
	return len(i.c.index.list)
}

func (i *inspection) add(rule string, severity data.Severity, field string, args data.Args) {
	if args == nil {
		args = data.Args{}
	}
	args["field"] = i.c.FieldTitle(field)
	f := data.Finding{Graduate: i.g.ID, Rule: rule, Severity: severity, Field: field, Args: args}
	if known := i.c.Field(field); known != nil {
		f.Source = known.Source
	}
	i.found = append(i.found, f)
}

// propose gives the last finding a value that mends it.
func (i *inspection) propose(field, value string) {
	i.found[len(i.found)-1].Proposal = &data.Proposal{Field: field, Value: value, Title: i.c.codeWording(field, value)}
}

// form goes through the shown fields: is there a value where one is required, and
// is it one that can stand there.
func (i *inspection) form() error {
	for _, f := range i.c.index.list {
		if shown, err := i.c.Shows(f, i.p); err != nil {
			return err
		} else if !shown {
			continue
		}
		required, err := i.c.Holds(f.Required, i.p)
		if err != nil {
			return err
		}
		value := i.value(f)
		if value != "" && f.HoldsFiles() {
			i.pictures(f, value)
		}
		switch {
		case f.Kind == KindFiles && required:
			i.privilegeDocuments(f, value)
		case value != "":
			i.field(f, value)
		case required:
			i.lacks(f)
		}
	}
	return nil
}

// lacks notes that a field is empty for which the form asks.
func (i *inspection) lacks(f *Field) {
	rule, severity := "required", i.c.Missing(f, i.g)
	switch {
	case f.Kind == KindFile:
		rule = "required_file"
	case severity == data.SeverityConfirm:
		rule = "required_confirm"
	case i.onCard(f):
		rule = "required_on_card"
	}
	i.add(rule, severity, f.Code, nil)
	if part := i.c.partOfSchool(f, i.school); part != "" {
		i.propose(f.Code, part)
	}
	if kind := i.c.KindOf(i.g.Document); kind != nil && f.Code == data.FieldDocumentKind {
		i.propose(f.Code, kind.Code)
	}
}

// privilegeDocuments asks for a document of each privilege that was chosen (KG-050); with
// no privilege chosen the field of the privileges is what is missing.
func (i *inspection) privilegeDocuments(f *Field, value string) {
	files := FilesOf(f.Code, value)
	for _, code := range i.r.Privileges {
		if slices.ContainsFunc(files, func(a Attached) bool { return a.For == code }) {
			continue
		}
		i.add("privilege_document", i.c.Missing(f, i.g), f.Code, data.Args{"value": i.c.codeWording(data.FieldPrivileges, code)})
	}
}

func (i *inspection) value(f *Field) string {
	if f.Kind == KindInstitution && i.school != nil {
		return strings.TrimSpace(i.school.Name)
	}
	return strings.TrimSpace(i.g.Get(f.Code))
}

func (i *inspection) onCard(f *Field) bool { return f.Severity == "" && i.c.onCard(f, i.g) }

// Missing weighs an empty field of g that is asked for: only an error keeps the form from
// being complete.
func (c *Campaign) Missing(f *Field, g *data.Graduate) data.Severity {
	switch {
	case f.Severity != "":
		return data.Severity(f.Severity)
	case c.onCard(f, g):
		return data.SeverityWarning
	}
	return data.SeverityError
}

// onCard says that a field stands on the centre's own card: with that in the kit only the
// surname must be known here.
func (c *Campaign) onCard(f *Field, g *data.Graduate) bool {
	return c.CardNumber.Used && g.Current().CardNumber != "" && f.Code != data.FieldSurname
}

// IsEmail says that a text has the form of an e-mail address; whether it is anybody's is not known.
func IsEmail(value string) bool {
	at := strings.Index(value, "@")
	return at > 0 && strings.Contains(value[at:], ".") && !strings.ContainsAny(value, " ,;")
}

func (i *inspection) field(f *Field, value string) {
	if p := i.c.patterns.fields[f.Code]; p != nil && !p.MatchString(value) {
		i.add("pattern", data.SeverityWarning, f.Code, data.Args{"value": value, "hint": data.Wording{ID: f.textID() + ".hint", Words: f.Hint}})
	}
	switch f.Kind {
	case KindName, KindGenitive:
		i.letters(f.Code, value)
	case KindEmail:
		if !IsEmail(value) {
			i.add("email", data.SeverityWarning, f.Code, data.Args{"value": value})
		}
	case KindDate:
		if !readable(data.Date(value)) {
			i.add("date_unreadable", data.SeverityError, f.Code, data.Args{"value": value})
		}
	default:
		i.codes(f, value)
	}
}

// codes finds what a field of codes cannot hold. The kind of the identity document and the
// levels of the chosen subjects have rules of their own.
func (i *inspection) codes(f *Field, value string) {
	switch f.Code {
	case data.FieldDocumentKind:
		return
	case data.FieldSubjects:
		value = strings.Join(i.p.Subjects, ",")
	}
	for _, code := range i.c.UnknownCodes(f.Code, value) {
		i.add("unknown_code", data.SeverityError, f.Code, data.Args{"value": code})
	}
}

// letters finds what does not belong into a name: a Latin «i» between Cyrillic
// letters looks right and sorts wrong.
func (i *inspection) letters(field, value string) {
	var strange []string
	for _, r := range value {
		if !i.c.belongs(r) && !slices.Contains(strange, string(r)) {
			strange = append(strange, string(r))
		}
	}
	if len(strange) > 0 {
		i.add("name_letters", data.SeverityConfirm, field, data.Args{"value": value, "letters": strings.Join(strange, " ")})
	}
}

func (c *Campaign) belongs(r rune) bool {
	if strings.ContainsRune("’'ʼ- .()", r) {
		return true
	}
	switch c.NameScript {
	case "cyrillic":
		return unicode.Is(unicode.Cyrillic, r)
	case "latin":
		return unicode.Is(unicode.Latin, r)
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}
