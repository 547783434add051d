package papers

import (
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// CheckSheet composes what a graduate checks and signs: all steps of the form with their
// fields as people read them, the payments, and what is missing (KG-059).
func (s *Source) CheckSheet(g Graduate) (reports.CheckSheet, error) {
	return s.checkSheet(g, func(*campaign.Field) bool { return false })
}

// checkSheet is [Source.CheckSheet] without the fields that are shown elsewhere on the sheet.
func (s *Source) checkSheet(g Graduate, elsewhere func(*campaign.Field) bool) (reports.CheckSheet, error) {
	c := s.Campaign
	sheet := reports.CheckSheet{Campaign: c.Title, Form: c.Form.ReviewTitle, School: s.School.Name,
		Class: s.place(g.Graduate), Name: s.titleName(g.Graduate), Made: s.Today.Dotted(), Privacy: c.PrivacyNote}
	form, err := s.Form(g)
	if err != nil {
		return sheet, err
	}
	for i := range form.Steps {
		sheet.Steps = append(sheet.Steps, s.checkStep(&form, &form.Steps[i], elsewhere))
	}
	if c.Has(payments) {
		sheet.Steps = append(sheet.Steps, s.paymentStep(&form))
	}
	sheet.Lacks = s.lacks(theirOwn(g))
	return sheet, nil
}

// checkStep is one step: a field that is empty is a line for the pen where it is asked
// for, else it is named among those that are empty.
func (s *Source) checkStep(form *Form, step *FormStep, elsewhere func(*campaign.Field) bool) reports.CheckStep {
	made := reports.CheckStep{Title: step.Title}
	for i := range step.Fields {
		f := &step.Fields[i]
		if f.Code == data.FieldAttestation || elsewhere(f.Field) {
			continue // the attestation stands beside each subject
		}
		if f.Kind == campaign.KindFile && f.Value == "" && !f.Required && f.OnCard != nil && !*f.OnCard {
			continue // for who wants a copy of it, and nobody misses it
		}
		lines := s.fieldLines(form.Graduate, f)
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
func (s *Source) fieldLines(g *data.Graduate, f *FormField) []any {
	switch {
	case f.Code == data.FieldSubjects:
		return s.subjectLines(g)
	case f.Code == data.FieldConditions:
		return s.conditionLines(g)
	case f.Code == data.FieldCardNumber && f.Value == "" && s.Campaign.CardNumber.Used:
		return []any{s.shownNumber(g)}
	case f.Kind == campaign.KindFile:
		return []any{fileWords(f.Value != "")}
	case f.Kind == campaign.KindFiles:
		return s.proofLines(g, f)
	case f.Kind == campaign.KindCheckbox && f.Value == "":
		return []any{data.Term("report_form.unticked")}
	case f.Kind == campaign.KindInstitution:
		return lineOf(s.School.Name)
	case f.Kind == campaign.KindGenitive:
		return lineOf(s.Campaign.Genitive(g).Text)
	case f.Value == "":
		return nil
	}
	return []any{s.Campaign.Words(f.Code, f.Value)}
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
func (s *Source) subjectLines(g *data.Graduate) []any {
	var lines []any
	for i := range s.Campaign.Subjects {
		if x := &s.Campaign.Subjects[i]; x.Included {
			lines = append(lines, listed(x.Title, examDay(g, x)))
		}
	}
	for _, choice := range g.Current().Subjects {
		x := s.Campaign.Subject(choice.Subject)
		if x == nil {
			lines = append(lines, choice.Subject)
			continue
		}
		counts := ""
		if choice.Attestation {
			counts = s.attestationWord()
		}
		lines = append(lines, listed(x.Title, s.levelTitle(choice), counts, examDay(g, x)))
	}
	return lines
}

// attestationWord marks a subject that counts as the school's mark.
func (s *Source) attestationWord() string {
	if caption := s.Campaign.Card.AttestationCaption; caption != "" {
		return caption
	}
	return fmt.Sprint(s.formTitle(data.FieldAttestation))
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
func (s *Source) conditionLines(g *data.Graduate) []any {
	var lines []any
	for _, code := range g.Current().Conditions {
		line := code
		if x := s.Campaign.Condition(code); x != nil {
			line += " — " + x.Title
		}
		lines = append(lines, line)
	}
	return lines
}

// proofLines say for each privilege whether there are documents that prove it, and how
// many.
func (s *Source) proofLines(g *data.Graduate, f *FormField) []any {
	count := map[string]int{}
	for _, a := range campaign.FilesOf(f.Code, f.Value) {
		count[a.For]++
	}
	lines := []any{}
	for _, code := range g.Current().Privileges {
		title := s.Campaign.ValueTitle(data.FieldPrivileges, code)
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
		entry.Lines = append(entry.Lines, []any{k.Title, kitForm(k)})
	}
	return entry
}

// paymentStep is what is owed with its parts, what is paid, and every receipt (KG-057).
func (s *Source) paymentStep(form *Form) reports.CheckStep {
	return reports.CheckStep{Title: data.Term("report_form.payment"), Entries: []reports.Entry{
		{Label: data.Term("report_form.payment_due"), Lines: s.dueLines(form)},
		{Label: data.Term("report_form.payment_paid"), Lines: []any{s.money(form.Paid)}},
		{Label: data.Term("report_form.payment_receipts"), Lines: s.receiptLines(form.Graduate)},
	}}
}

// dueLines are the parts of the sum and, of several, all together.
func (s *Source) dueLines(form *Form) []any {
	var lines []any
	for _, part := range form.Parts {
		title := any(part.Title)
		if part.Title == "" {
			title = data.Term("report_form.payment_main")
		}
		lines = append(lines, []any{title, s.due(part.Amount, part.Confirmed)})
	}
	if len(lines) == 0 {
		return []any{s.due(form.Due, form.Confirmed)}
	}
	if len(lines) > 1 {
		lines = append(lines, s.say("report_form.payment_all", data.Args{"sum": s.due(form.Due, form.Confirmed)}))
	}
	return lines
}

// receiptLines are the receipts with their states, and whether there is a picture.
func (s *Source) receiptLines(g *data.Graduate) []any {
	var lines []any
	for _, p := range g.Current().Payments {
		picture := data.Term("report_form.receipt_no_picture")
		if p.File != "" {
			picture = "report_form.receipt_picture"
		}
		lines = append(lines, []any{s.Campaign.Words(data.PaymentField(p.ID), g.Get(data.PaymentField(p.ID))), picture})
	}
	if len(lines) == 0 {
		lines = append(lines, data.Term("report_form.payment_none"))
	}
	return lines
}

// listed are the parts that are not empty.
func listed(parts ...string) []any {
	var words []any
	for _, part := range parts {
		if part != "" {
			words = append(words, part)
		}
	}
	return words
}
