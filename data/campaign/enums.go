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
