package campaign

import "graduand/data"

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
