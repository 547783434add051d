package campaign

import (
	"slices"

	"graduand/data"
)

// The kinds of a field of the form. A field of kind "file" holds the id of its attachment,
// one of kind "files" those of the documents of each privilege as "privilege:id", one of
// kind "institution" is filled by the school's name, one of kind "genitive" holds the
// surname in the genitive where somebody writes another than [Campaign.Genitive] proposes.
const (
	KindText             = "text"
	KindName             = "name"
	KindDate             = "date"
	KindSex              = "sex"
	KindPhone            = "phone"
	KindEmail            = "email"
	KindClass            = "class"
	KindChoice           = "choice"
	KindChoices          = "choices"
	KindCategory         = "category"
	KindDocumentKind     = "document_kind"
	KindSubjects         = "subjects"
	KindAttestation      = "attestation"
	KindLanguage         = "language"
	KindConditions       = "conditions"
	KindPrivileges       = "privileges"
	KindMarks            = "marks"
	KindAdditionalReason = "additional_reason"
	KindInstitution      = "institution"
	KindSettlement       = "settlement"
	KindFile             = "file"
	KindFiles            = "files"
	KindCentre           = "centre"
	KindCheckbox         = "checkbox"
	KindGenitive         = "genitive"
)

// choicesFormat is the first format that has the kind "choices".
const choicesFormat = 3

// Ticked is what a field of kind "checkbox" holds when it is ticked.
const Ticked = "yes"

// Kind says what a field of the form can hold.
type Kind struct {
	// Name is one of the kinds above, "" for that of a field that nobody knows.
	Name string
	// Several says that a field holds any number of codes, with commas between.
	Several bool
	// table is the codes' table in the file, by which [Campaign.Confirmed] knows them.
	table string
	// choices are the values that f can hold; nil where any text may stand.
	choices func(c *Campaign, f *Field) []Choice
}

// One says that a field holds one of several codes.
func (k Kind) One() bool { return k.choices != nil && !k.Several && k.Name != KindCheckbox }

// kinds are all of them, a row each.
var kinds = []Kind{
	{Name: KindText},
	{Name: KindName},
	{Name: KindDate},
	{Name: KindSex, choices: sexChoices},
	{Name: KindPhone},
	{Name: KindEmail},
	{Name: KindClass},
	{Name: KindChoice, choices: ownChoices},
	{Name: KindChoices, choices: ownChoices, Several: true},
	{Name: KindCategory, choices: categoryChoices, table: "category"},
	{Name: KindDocumentKind, choices: documentChoices, table: "document_kind"},
	{Name: KindSubjects, choices: subjectChoices, table: "subject", Several: true},
	{Name: KindAttestation, choices: attestationChoices, table: "subject", Several: true},
	{Name: KindLanguage, choices: languageChoices, table: "language_of_tasks"},
	{Name: KindConditions, choices: conditionChoices, table: "condition", Several: true},
	{Name: KindPrivileges, choices: privilegeChoices, table: "privilege", Several: true},
	{Name: KindMarks, choices: markChoices, table: "mark", Several: true},
	{Name: KindAdditionalReason, choices: reasonChoices, table: "additional_reason"},
	{Name: KindInstitution},
	{Name: KindSettlement},
	{Name: KindFile},
	{Name: KindFiles},
	{Name: KindCentre, choices: centreChoices, table: "centre"},
	{Name: KindCheckbox, choices: tickChoices},
	{Name: KindGenitive},
}

// typedKinds are the kinds that the typed fields of package data must have.
var typedKinds = map[string]string{
	data.FieldSurname:          KindName,
	data.FieldGivenName:        KindName,
	data.FieldPatronymic:       KindName,
	data.FieldSex:              KindSex,
	data.FieldBirthDate:        KindDate,
	data.FieldClass:            KindClass,
	data.FieldPhone:            KindPhone,
	data.FieldDocumentKind:     KindDocumentKind,
	data.FieldDocumentSeries:   KindText,
	data.FieldDocumentNumber:   KindText,
	data.FieldMode:             KindChoice,
	data.FieldCategory:         KindCategory,
	data.FieldMarks:            KindMarks,
	data.FieldCardNumber:       KindText,
	data.FieldSubjects:         KindSubjects,
	data.FieldAttestation:      KindAttestation,
	data.FieldLanguage:         KindLanguage,
	data.FieldConditions:       KindConditions,
	data.FieldPrivileges:       KindPrivileges,
	data.FieldAdditionalReason: KindAdditionalReason,
}

// FieldKinds are the names of the kinds of a form field.
func FieldKinds() []string {
	names := make([]string, len(kinds))
	for i := range kinds {
		names[i] = kinds[i].Name
	}
	return names
}

// Kind is that of a field: as the form has it, or of a typed one that the form leaves out.
// Of a field that nobody knows it has no name.
func (c *Campaign) Kind(field string) Kind { return c.index.values[field].kind }

// Codes are what a field can hold, in the order of the file; none where any text may stand.
func (c *Campaign) Codes(field string) []Choice { return c.index.values[field].offered }

// UnknownCodes are the parts of a value that a field cannot hold. What passes here can be
// stored, and nothing else that is not there already: the check asks the same.
func (c *Campaign) UnknownCodes(field, value string) []string {
	v := c.index.values[field]
	switch {
	case v.kind.choices == nil || value == "":
		return nil
	case v.kind.Several:
		return slices.DeleteFunc(data.SplitList(value), v.holds)
	case v.holds(value):
		return nil
	}
	return []string{value}
}

// Surplus are the titles of what a value names for a field that holds one of several codes:
// none unless it names more than one. Whoever stores a value asks it first (KG-046, UA-041).
func (c *Campaign) Surplus(field, value string) []string {
	v := c.index.values[field]
	codes := data.SplitList(value)
	if !v.kind.One() || v.holds(value) || len(codes) < 2 || !slices.ContainsFunc(codes, v.holds) {
		return nil
	}
	titles := make([]string, len(codes))
	for i, code := range codes {
		titles[i] = c.codeTitle(v, code)
	}
	return titles
}

// values are what one field can hold.
type values struct {
	kind    Kind
	offered []Choice
	titles  map[string]string
	held    map[string]bool
}

func (v values) holds(code string) bool { return v.held[code] }

// indexValues looks up what the fields of the form and the typed ones can hold.
func (c *Campaign) indexValues() {
	c.index.values = map[string]values{}
	for code, kind := range typedKinds {
		c.index.values[code] = c.valuesOf(&Field{Code: code, Kind: kind})
	}
	for _, f := range c.index.list {
		c.index.values[f.Code] = c.valuesOf(f)
	}
}

func (c *Campaign) valuesOf(f *Field) values {
	v := values{titles: map[string]string{}, held: map[string]bool{}}
	if at := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == f.Kind }); at >= 0 {
		v.kind = kinds[at]
	}
	if v.kind.choices == nil {
		return v
	}
	for _, choice := range v.kind.choices(c, f) {
		v.titles[choice.Code] = choice.Title
		if choice.barred {
			continue
		}
		choice.Confirmed = v.kind.table == "" || c.Confirmed(v.kind.table+"."+choice.Code)
		v.offered = append(v.offered, choice)
		v.held[choice.Code] = true
		for _, level := range choice.Levels {
			v.held[level.Code] = true
		}
	}
	return v
}
