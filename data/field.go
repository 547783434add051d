package data

import "strings"

// A field is named by one code everywhere: in campaign files, in roster columns,
// on the command line, in findings and in events. These are the typed ones; any
// other code is a field of the campaign's form and lives in [Graduate.Fields].
const (
	FieldSurname          = "surname"
	FieldGivenName        = "given_name"
	FieldPatronymic       = "patronymic"
	FieldSex              = "sex"
	FieldBirthDate        = "birth_date"
	FieldClass            = "class"
	FieldPhone            = "phone"
	FieldDocumentKind     = "document_kind"
	FieldDocumentSeries   = "document_series"
	FieldDocumentNumber   = "document_number"
	FieldMode             = "mode"
	FieldCategory         = "category"
	FieldMarks            = "marks"
	FieldCardNumber       = "card_number"
	FieldSubjects         = "subjects"
	FieldAttestation      = "attestation"
	FieldLanguage         = "language"
	FieldConditions       = "conditions"
	FieldPrivileges       = "privileges"
	FieldAdditionalReason = "additional_reason"
)

// TypedFields are the codes above, in the order of a form.
func TypedFields() []string {
	return []string{
		FieldSurname, FieldGivenName, FieldPatronymic, FieldSex, FieldBirthDate, FieldClass,
		FieldPhone, FieldDocumentKind, FieldDocumentSeries, FieldDocumentNumber, FieldMode,
		FieldCategory, FieldMarks, FieldCardNumber, FieldSubjects, FieldAttestation,
		FieldLanguage, FieldConditions, FieldPrivileges, FieldAdditionalReason,
	}
}

// slot gives a pointer to the plain text that a typed field is.
func (g *Graduate) slot(field string) *string {
	switch field {
	case FieldSurname:
		return &g.Surname
	case FieldGivenName:
		return &g.GivenName
	case FieldPatronymic:
		return &g.Patronymic
	case FieldSex:
		return (*string)(&g.Sex)
	case FieldBirthDate:
		return (*string)(&g.BirthDate)
	case FieldClass:
		return &g.Class
	case FieldPhone:
		return &g.Phone
	case FieldDocumentKind:
		return &g.Document.Kind
	case FieldDocumentSeries:
		return &g.Document.Series
	case FieldDocumentNumber:
		return &g.Document.Number
	case FieldMode:
		return (*string)(&g.Mode)
	case FieldCategory:
		return &g.Category
	case FieldCardNumber:
		return &g.Current().CardNumber
	case FieldLanguage:
		return &g.Current().Language
	case FieldAdditionalReason:
		return &g.Current().AdditionalReason
	}
	return nil
}

// list gives a pointer to the list of codes that a typed field is.
func (g *Graduate) list(field string) *[]string {
	switch field {
	case FieldMarks:
		return &g.Marks
	case FieldConditions:
		return &g.Current().Conditions
	case FieldPrivileges:
		return &g.Current().Privileges
	}
	return nil
}

// Get returns a field as text. Lists are joined with commas; a subject with a
// level is "code:level".
func (g *Graduate) Get(field string) string {
	if p := g.slot(field); p != nil {
		return *p
	}
	if p := g.list(field); p != nil {
		return strings.Join(*p, ",")
	}
	switch field {
	case FieldSubjects:
		return joinSubjects(g.Current().Subjects, false)
	case FieldAttestation:
		return joinSubjects(g.Current().Subjects, true)
	}
	if text, ok := g.record(field); ok {
		return text
	}
	return g.Fields[field]
}

// Set writes a field from the text that [Graduate.Get] gives. It does not judge
// the value: that is done by who knows the campaign.
func (g *Graduate) Set(field, value string) {
	if p := g.slot(field); p != nil {
		*p = value
		return
	}
	if p := g.list(field); p != nil {
		*p = SplitList(value)
		return
	}
	switch {
	case g.setRecord(field, value):
	case field == FieldSubjects:
		g.setSubjects(SplitList(value))
	case field == FieldAttestation:
		g.setAttestation(SplitList(value))
	case value == "":
		delete(g.Fields, field)
	default:
		if g.Fields == nil {
			g.Fields = map[string]string{}
		}
		g.Fields[field] = value
	}
}

// SplitList reads "a, b,c" as three codes; empty text is no list.
func SplitList(s string) []string {
	var codes []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			codes = append(codes, part)
		}
	}
	return codes
}

func joinSubjects(choices []SubjectChoice, onlyAttestation bool) string {
	var codes []string
	for _, c := range choices {
		switch {
		case onlyAttestation && c.Attestation:
			codes = append(codes, c.Subject)
		case onlyAttestation:
		case c.Level != "":
			codes = append(codes, c.Subject+":"+c.Level)
		default:
			codes = append(codes, c.Subject)
		}
	}
	return strings.Join(codes, ",")
}

// setSubjects keeps the attestation marks of subjects that stay.
func (g *Graduate) setSubjects(codes []string) {
	r := g.Current()
	marked := map[string]bool{}
	for _, c := range r.Subjects {
		marked[c.Subject] = c.Attestation
	}
	r.Subjects = nil
	for _, code := range codes {
		subject, level, _ := strings.Cut(code, ":")
		r.Subjects = append(r.Subjects, SubjectChoice{Subject: subject, Level: level, Attestation: marked[subject]})
	}
}

// setAttestation marks the chosen subjects among codes and adds those not chosen
// yet, so that a check can speak of them.
func (g *Graduate) setAttestation(codes []string) {
	r := g.Current()
	wanted := map[string]bool{}
	for _, code := range codes {
		wanted[code] = true
	}
	for i := range r.Subjects {
		r.Subjects[i].Attestation = wanted[r.Subjects[i].Subject]
		delete(wanted, r.Subjects[i].Subject)
	}
	for _, code := range codes {
		if wanted[code] {
			r.Subjects = append(r.Subjects, SubjectChoice{Subject: code, Attestation: true})
			delete(wanted, code)
		}
	}
}
