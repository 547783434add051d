package campaign

import "graduand/data"

// FieldKinds are the kinds of a form field. A field of kind "file" holds the id
// of its attachment, one of kind "files" those of the documents of each privilege as
// "privilege:id", one of kind "institution" is filled by the school's name.
func FieldKinds() []string {
	return []string{
		"text", "name", "date", "sex", "phone", "email", "class", "choice", "category",
		"document_kind", "subjects", "attestation", "language", "conditions", "privileges",
		"marks", "additional_reason", "institution", "settlement", "file", "files", "centre", "checkbox",
	}
}

// CardLayouts are the layouts of the card that the program can print.
func CardLayouts() []string { return []string{"statement-card", "form-card"} }

// ListLayouts are the layouts of the list that the program can print.
func ListLayouts() []string { return []string{"attestation-list"} }

// Capabilities are what a campaign can switch on.
func Capabilities() []string {
	return []string{"accesses", "payments", "lists", "post", "envelopes"}
}

// DemoPeople are the stocks of invented names.
func DemoPeople() []string { return []string{"ukrainian", "kyrgyz"} }

// Severities are those of findings.
func Severities() []string {
	return []string{string(data.SeverityError), string(data.SeverityWarning), string(data.SeverityConfirm)}
}

func sexes() []string { return []string{string(data.Male), string(data.Female)} }

func modes() []string { return []string{string(data.BySchool), string(data.BySelf)} }

// typedKinds are the kinds that the typed fields of package data must have.
var typedKinds = map[string]string{
	data.FieldSurname:          "name",
	data.FieldGivenName:        "name",
	data.FieldPatronymic:       "name",
	data.FieldSex:              "sex",
	data.FieldBirthDate:        "date",
	data.FieldClass:            "class",
	data.FieldPhone:            "phone",
	data.FieldDocumentKind:     "document_kind",
	data.FieldDocumentSeries:   "text",
	data.FieldDocumentNumber:   "text",
	data.FieldMode:             "choice",
	data.FieldCategory:         "category",
	data.FieldMarks:            "marks",
	data.FieldCardNumber:       "text",
	data.FieldSubjects:         "subjects",
	data.FieldAttestation:      "attestation",
	data.FieldLanguage:         "language",
	data.FieldConditions:       "conditions",
	data.FieldPrivileges:       "privileges",
	data.FieldAdditionalReason: "additional_reason",
}
