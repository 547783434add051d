package campaign

import (
	"slices"
	"strings"

	"graduand/data"
)

// outside are the titles of the chosen subjects that are not among codes.
func (i *inspection) outside(codes []string) []any {
	var others []string
	for _, code := range i.p.Subjects {
		if !slices.Contains(codes, code) {
			others = append(others, code)
		}
	}
	return i.c.subjectTitles(others)
}

// subjects judges the choice as a whole and each level.
func (i *inspection) subjects() {
	i.otherSubjects()
	rules, n := &i.c.SubjectSet, len(i.p.Subjects)
	if n < rules.Minimum {
		i.add("subject_minimum", data.SeverityError, data.FieldSubjects, data.Args{"count": rules.Minimum, "have": n})
	}
	if rules.Maximum > 0 && n > rules.Maximum {
		i.add("subject_maximum", data.SeverityError, data.FieldSubjects, data.Args{"count": rules.Maximum, "have": n})
	}
	for _, code := range rules.Mandatory {
		if !slices.Contains(i.p.Subjects, code) {
			i.add("subject_mandatory", data.SeverityError, data.FieldSubjects, data.Args{"subject": i.c.subjectWording(code)})
		}
	}
	for at, choice := range i.r.Subjects {
		if slices.Contains(i.p.Subjects[:at], choice.Subject) {
			i.add("subject_duplicate", data.SeverityError, data.FieldSubjects, data.Args{"subject": i.c.subjectWording(choice.Subject)})
		}
		i.level(choice)
	}
}

// otherSubjects judges the campaign's own fields of subjects: only chosen ones stand there,
// such as those of the additional session (UA-020).
func (i *inspection) otherSubjects() {
	for _, f := range i.c.index.list {
		if _, typed := typedKinds[f.Code]; typed || f.Kind != KindSubjects {
			continue
		}
		for _, code := range data.SplitList(i.g.Get(f.Code)) {
			subject, _, _ := strings.Cut(code, ":")
			if !slices.Contains(i.p.Subjects, subject) {
				i.add("subject_not_chosen", data.SeverityError, f.Code, data.Args{"subject": i.c.subjectWording(subject)})
			}
		}
	}
}

func (i *inspection) level(choice data.SubjectChoice) {
	s := i.c.Subject(choice.Subject)
	if s == nil {
		return
	}
	due := len(s.Levels) > 0 && (s.LevelFor == "always" || s.LevelFor == "attestation" && choice.Attestation)
	switch {
	case choice.Level == "" && due:
		i.add("subject_level_missing", data.SeverityError, data.FieldSubjects, data.Args{"subject": i.c.subjectWording(s.Code)})
	case choice.Level != "" && i.c.Level(s.Code, choice.Level) == nil:
		i.add("subject_level_unknown", data.SeverityError, data.FieldSubjects, data.Args{"subject": i.c.subjectWording(s.Code), "value": choice.Level})
	}
}

// attestation judges which subjects count as final marks of the school. Somebody
// without any subject hears of that alone.
func (i *inspection) attestation() error {
	rules := &i.c.SubjectSet
	if !rules.Attestation || len(i.p.Subjects) == 0 {
		return nil
	}
	due := rules.AttestationWhen == ""
	if !due {
		var err error
		if due, err = i.c.Holds(rules.AttestationWhen, i.p); err != nil {
			return err
		}
	}
	if !due {
		return nil
	}
	counted := i.p.Attestation
	if n := rules.AttestationCount; n > 0 && len(counted) != n {
		i.attest("attestation_count", data.Args{"count": n, "have": len(counted)})
	}
	for _, code := range rules.AttestationMandatory {
		if !slices.Contains(counted, code) {
			i.attest("attestation_mandatory", data.Args{"subject": i.c.subjectWording(code)})
		}
	}
	for _, group := range rules.AttestationOneOf {
		if !slices.ContainsFunc(group, func(code string) bool { return slices.Contains(counted, code) }) {
			i.attest("attestation_one_of", data.Args{"subjects": i.c.subjectTitles(group)})
		}
	}
	return nil
}

func (i *inspection) attest(rule string, args data.Args) {
	i.add(rule, data.SeverityError, data.FieldAttestation, args)
}

// clash proposes the reason for the additional session that two subjects on one
// day are (UA-112).
func (i *inspection) clash() {
	if len(i.p.Clash) == 0 || i.r.AdditionalReason != "" {
		return
	}
	args := data.Args{"subjects": i.c.subjectTitles(i.p.Clash), "date": i.c.Subject(i.p.Clash[0]).On.Dotted(), "reason": ""}
	reason := ""
	for n := range i.c.AdditionalReasons {
		if r := &i.c.AdditionalReasons[n]; r.Detected == "clash" {
			args["reason"], reason = i.c.reasonTitle(r.Code), r.Code
		}
	}
	i.add("subject_clash", data.SeverityWarning, data.FieldAdditionalReason, args)
	if reason != "" {
		i.propose(data.FieldAdditionalReason, reason)
	}
}
