package registrar

import (
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// checkSheet composes what a graduate checks and signs: all steps of the form with their
// fields as people read them, the payments, and what is missing (KG-059).
func (r *Registrar) checkSheet(e *entry) (reports.CheckSheet, error) {
	g, c := e.graduate, r.Campaign()
	sheet := reports.CheckSheet{Campaign: c.Title, Form: c.Form.ReviewTitle, School: r.school.Name,
		Class: r.classTitle(g.Class), Name: r.titleName(g), Made: r.Today().Dotted(), Privacy: c.PrivacyNote}
	form, err := r.form(e)
	if err != nil {
		return sheet, err
	}
	for i := range form.Steps {
		sheet.Steps = append(sheet.Steps, r.checkStep(&form, &form.Steps[i]))
	}
	if c.Has(CapabilityPayments) {
		sheet.Steps = append(sheet.Steps, r.paymentStep(&form))
	}
	sheet.Lacks = r.lacks(namesNobodyElse(e.findings, g))
	return sheet, nil
}

// classTitle is a class in words.
func (r *Registrar) classTitle(class string) string {
	if class == "" {
		return r.words()("ui.no_class", nil)
	}
	return r.words()("report_form.class", data.Args{"class": class})
}

// checkStep is one step: a field that is empty is a line for the pen where it is asked
// for, else it is named among those that are empty.
func (r *Registrar) checkStep(form *Form, step *FormStep) reports.CheckStep {
	made := reports.CheckStep{Title: step.Title}
	for i := range step.Fields {
		f := &step.Fields[i]
		if f.Code == data.FieldAttestation {
			continue // stands beside each subject
		}
		lines := r.fieldLines(form.Graduate, f)
		if len(lines) == 0 && !f.Required {
			made.Empty = append(made.Empty, f.Title)
			continue
		}
		made.Entries = append(made.Entries, reports.Entry{Label: f.Title, Lines: lines})
	}
	if len(step.Kit) > 0 {
		made.Entries = append(made.Entries, kitEntry(step.Kit))
		if form.Route != "" {
			made.Entries = append(made.Entries, reports.Entry{Label: data.Term("report_form.route"), Lines: []any{form.Route}})
		}
	}
	return made
}

// fieldLines is a field as people read it; nothing for an empty one.
func (r *Registrar) fieldLines(g *data.Graduate, f *FormField) []any {
	switch {
	case f.Code == data.FieldSubjects:
		return r.subjectLines(g)
	case f.Code == data.FieldConditions:
		return r.conditionLines(g)
	case f.Code == data.FieldCardNumber && f.Value == "" && r.Campaign().CardNumber.Used:
		return []any{r.Campaign().CardNumber.DraftWord + " " + r.draftNumber(g)}
	case f.Kind == campaign.KindFile:
		return []any{fileWords(f.Value != "")}
	case f.Kind == campaign.KindFiles:
		return r.proofLines(g, f)
	case f.Kind == "checkbox" && f.Value == "":
		return []any{data.Term("report_form.unticked")}
	case f.Kind == "institution":
		return lineOf(r.school.Name)
	case f.Value == "":
		return nil
	}
	return []any{r.Words(f.Code, f.Value)}
}

// lineOf is a line, or none where there are no words.
func lineOf(words string) []any {
	if words == "" {
		return nil
	}
	return []any{words}
}

func fileWords(there bool) any {
	if there {
		return data.Term("report_form.file_there")
	}
	return data.Term("report_form.file_absent")
}

// subjectLines are the chosen subjects, and those that everybody takes, each with its
// level, whether it counts as the school's mark, and its day.
func (r *Registrar) subjectLines(g *data.Graduate) []any {
	var lines []any
	for i := range r.Campaign().Subjects {
		if s := &r.Campaign().Subjects[i]; s.Included {
			lines = append(lines, listed(s.Title, examDay(g, s)))
		}
	}
	for _, choice := range g.Current().Subjects {
		s := r.Campaign().Subject(choice.Subject)
		if s == nil {
			lines = append(lines, choice.Subject)
			continue
		}
		counts := ""
		if choice.Attestation {
			counts = r.attestationWord()
		}
		lines = append(lines, listed(s.Title, r.levelTitle(choice), counts, examDay(g, s)))
	}
	return lines
}

// attestationWord marks a subject that counts as the school's mark.
func (r *Registrar) attestationWord() string {
	if caption := r.Campaign().Card.AttestationCaption; caption != "" {
		return caption
	}
	return fmt.Sprint(r.formTitle(data.FieldAttestation))
}

// examDay is the day of the main session. Who has a reason for the additional one does
// not know the day yet: a wrong one would be worse than none.
func examDay(g *data.Graduate, s *campaign.Subject) string {
	if g.Current().AdditionalReason != "" {
		return ""
	}
	return s.On.Dotted()
}

// conditionLines are the special conditions by their codes with their full text.
func (r *Registrar) conditionLines(g *data.Graduate) []any {
	var lines []any
	for _, code := range g.Current().Conditions {
		line := code
		if x := r.Campaign().Condition(code); x != nil {
			line += " — " + x.Title
		}
		lines = append(lines, line)
	}
	return lines
}

// proofLines say for each privilege whether there are documents that prove it, and how
// many.
func (r *Registrar) proofLines(g *data.Graduate, f *FormField) []any {
	count := map[string]int{}
	for _, a := range campaign.FilesOf(f.Code, f.Value) {
		count[a.For]++
	}
	lines := []any{}
	for _, code := range g.Current().Privileges {
		title := r.Campaign().ValueTitle(data.FieldPrivileges, code)
		if n := count[code]; n > 0 {
			lines = append(lines, []any{fmt.Sprintf("%s: %d", title, n), fileWords(true)})
		} else {
			lines = append(lines, []any{title, fileWords(false)})
		}
	}
	if len(lines) == 0 {
		lines = append(lines, fileWords(f.Value != ""))
	}
	return lines
}

func kitEntry(kit []*campaign.KitDocument) reports.Entry {
	entry := reports.Entry{Label: data.Term("report_form.kit")}
	for _, k := range kit {
		entry.Lines = append(entry.Lines, []any{k.Title, data.Term("help_screen.form_" + k.Form)})
	}
	return entry
}
