package campaign

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
)

func (v *validator) letter(key string, l *Letter) {
	v.filled(key+".title", l.Title)
	for i, code := range l.Fields {
		if _, typed := typedKinds[code]; !typed {
			v.refer(counted(key+".fields", i), "field", code)
		}
	}
	v.referAll(key+".encloses", "kit_document", l.Encloses)
	v.needs(apartFormat, l.Until != "" || l.Subtitle != "")
	v.refer(key+".until", "date", l.Until)
	for i, paragraph := range l.Body {
		for _, code := range LetterFields(paragraph) {
			v.needs(learnerFormat, code == "learner" || code == "school_year")
			if _, typed := typedKinds[code]; !typed && !slices.Contains([]string{"school", "year", "school_year", "learner"}, code) {
				v.refer(counted(key+".body", i), "field", code)
			}
		}
	}
}

// register judges the register that goes with the list, where there is one.
func (v *validator) register(r *Register) {
	if r.Title == "" {
		return
	}
	v.filled("list.register.includes", r.Includes)
	if len(r.Columns) != 6 {
		v.add("list.register.columns", "bad_value", data.Args{"value": len(r.Columns), "reason": "6"})
	}
	v.filled("list.register.field", r.Field)
	v.refer("list.register.field", "field", r.Field)
}

// kitChecks judges what is looked at on papers.
func (v *validator) kitChecks() {
	v.sentences("kit.copy_checks", v.c.Kits.CopyChecks)
	v.sentences("kit.assembly", v.c.Kits.Assembly)
	for i := range v.c.KitDocuments {
		v.sentences(counted("kit_document", i)+".checks", v.c.KitDocuments[i].Checks)
		v.needs(apartFormat, v.c.KitDocuments[i].Apart)
		v.refusals(counted("kit_document", i)+".prevents", v.c.KitDocuments[i].Prevents)
		v.oneByOne(counted("kit_document", i)+".one_by_one", &v.c.KitDocuments[i])
	}
	v.refusals("kit.copy_prevents", v.c.Kits.CopyPrevents)
	v.refer("kit.basis", "kit_document", v.c.Kits.Basis)
	v.refer("kit.missing_prevents", "refusal_reason", v.c.Kits.Missing)
	v.refer("kit.late_prevents", "refusal_reason", v.c.Kits.Late)
	v.fates()
	for i, s := range v.c.ExternalStatuses {
		v.optional(counted("external_status", i)+".means", s.Means, data.Meanings()...)
	}
}

// oneByOne are numbers of checks that a paper has.
func (v *validator) oneByOne(key string, k *KitDocument) {
	for i, number := range k.OneByOne {
		if number < 1 || number > len(k.Checks) {
			v.add(counted(key, i), "bad_value", data.Args{"value": number, "reason": "1 … " + strconv.Itoa(len(k.Checks))})
		}
	}
}

// refusals are codes of refusals that something prevents.
func (v *validator) refusals(key string, codes []string) {
	for i, code := range codes {
		v.refer(counted(key, i), "refusal_reason", code)
	}
}

// sentences are lists of which no entry is empty.
func (v *validator) sentences(key string, list []string) {
	v.needs(kitFormat, len(list) > 0)
	for i, words := range list {
		v.filled(counted(key, i), words)
	}
}

// papers judges what is printed, the amounts and the demonstration.
func (v *validator) papers() {
	c := v.c
	v.oneOf("card.layout", c.Card.Layout, CardLayouts()...)
	v.filled("card.title", c.Card.Title)
	v.optional("list.layout", c.List.Layout, ListLayouts()...)
	if c.Has("lists") {
		v.filled("list.layout", c.List.Layout)
	}
	if c.List.Layout != "" {
		v.filled("list.title", c.List.Title)
		v.filled("list.includes", c.List.Includes)
		if len(c.List.Columns) != 6 {
			v.add("list.columns", "bad_value", data.Args{"value": len(c.List.Columns), "reason": "6"})
		}
		if strings.Count(c.List.Kits, "%s") != 1 {
			v.add("list.kits", "bad_value", data.Args{"value": c.List.Kits, "reason": "%s"})
		}
	}
	v.register(&c.List.Register)
	v.handouts()
	v.kitChecks()
	v.needs(trackingFormat, c.Tracking.Link != "")
	v.refer("tracking.link", "link", c.Tracking.Link)
	v.post()
	v.cover()
	v.packing()
	v.photo()
	for key, n := range map[string]int{
		"photo.copies": c.Photo.Copies, "photo.maximum_age_months": c.Photo.MaximumAgeMonths,
		"fee.main": c.Fee.Main, "fee.per_subject": c.Fee.PerSubject, "card.statement_lines": c.Card.StatementLines,
		"subject_rules.minimum": c.SubjectSet.Minimum, "subject_rules.attestation_count": c.SubjectSet.AttestationCount,
		"roster.minimum_age": c.Roster.MinimumAge,
	} {
		v.notNegative(key, n)
	}
	v.atLeast("subject_rules.maximum", c.SubjectSet.Maximum, c.SubjectSet.Minimum)
	v.atLeast("roster.maximum_age", c.Roster.MaximumAge, c.Roster.MinimumAge)
	v.operators()
	v.centreList()
	v.demo()
}

// The smallest label in mm, and the sheet that labels lie on.
const (
	smallestLabel = 20.0
	sheetWidth    = 210.0
	sheetHeight   = 297.0
)

// handouts judges the papers around a kit.
func (v *validator) handouts() {
	v.needs(handoutFormat, v.c.Hint.Title != "" || len(v.c.Hint.Steps) > 0)
	if v.c.Hint.Title != "" {
		v.filled("card.statement_model", v.c.Card.StatementModel)
	}
	for i := range v.c.Hint.Steps {
		v.filled(counted("hint.step", i)+".says", v.c.Hint.Steps[i].Says)
	}
	if v.c.Notice.Title != "" {
		v.needs(handoutFormat, true)
		v.filled("privacy_note", v.c.PrivacyNote)
		v.filled("notice.acknowledged", v.c.Notice.Acknowledged)
	}
	v.sample()
	p := &v.c.Copy
	v.needs(handoutFormat, p.Words != "" || len(p.Documents) > 0)
	if len(p.Documents) > 0 {
		v.filled("copy.words", p.Words)
	}
	for i := range p.Documents {
		key := counted("copy.document", i) + ".fields"
		if len(p.Documents[i].Fields) == 0 {
			v.add(key, "empty", nil)
		}
		v.referAll(key, "field", p.Documents[i].Fields)
		for j, code := range p.Documents[i].Fields {
			if f := v.c.Field(code); f != nil && !f.HoldsFiles() {
				v.add(counted(key, j), "bad_value", data.Args{"value": code, "reason": KindFile})
			}
		}
	}
	for i := range v.c.DocumentKinds {
		size := v.c.DocumentKinds[i].SizeMM
		v.needs(handoutFormat, len(size) > 0)
		if len(size) > 0 && (len(size) != 2 || size[1] <= 0 || size[0] < size[1]) {
			v.add(counted("document_kind", i)+".size_mm", "bad_value", data.Args{"value": size, "reason": "[85.6, 53.98]"})
		}
	}
}

func (v *validator) sample() {
	s := &v.c.Sample
	if s.Title == "" && len(s.Values)+len(s.Notes) == 0 {
		return
	}
	v.needs(handoutFormat, true)
	v.filled("sample.title", s.Title)
	v.filled("sample.word", s.Word)
	for _, code := range slices.Sorted(maps.Keys(s.Values)) {
		key := "sample.values." + code
		v.refer(key, "field", code)
		for _, unknown := range v.c.UnknownCodes(code, s.Values[code]) {
			v.add(key, "unknown_code", data.Args{"value": unknown, "reason": code})
		}
	}
	seen := map[string]bool{}
	for i := range s.Notes {
		v.sampleNote(counted("sample.note", i), &s.Notes[i], seen)
	}
}

func (v *validator) sampleNote(key string, n *SampleNote, seen map[string]bool) {
	switch {
	case seen[n.At]:
		v.add(key+".at", "duplicate_code", data.Args{"value": n.At})
	case !slices.Contains(SamplePlaces(), n.At) && !v.known["field"][n.At] && !v.known["step"][n.At]:
		v.add(key+".at", "unknown_code", data.Args{"value": n.At, "reason": strings.Join(SamplePlaces(), ", ")})
	}
	seen[n.At] = true
	v.filled(key+".title", n.Title)
	v.filled(key+".says", n.Says)
	v.refer(key+".refusal", "refusal_reason", n.Refusal)
}

// cover judges the covering letter.
func (v *validator) cover() {
	c := &v.c.Cover
	v.needs(postFormat, c.Enabled || len(c.Body) > 0)
	if c.Enabled {
		v.filled("cover.subject", c.Subject)
		v.filled("cover.body", strings.Join(c.Body, ""))
		v.filled("list.layout", v.c.List.Layout)
	}
	for key, list := range map[string][]string{"cover.body": c.Body, "cover.encloses": c.Encloses} {
		for i, words := range list {
			for _, code := range LetterFields(words) {
				v.oneOf(counted(key, i), code, "school", "year", "school_year", "kits")
			}
		}
	}
}

// packing judges weights and measures: who says what a sheet weighs says how thick it is too, and
// how much an envelope holds.
func (v *validator) packing() {
	p := &v.c.Packing
	v.needs(packingFormat, *p != Packing{})
	for key, n := range map[string]float64{
		"sheet_grams": p.SheetGrams, "photo_grams": p.PhotoGrams, "staple_grams": p.StapleGrams, "envelope_grams": p.EnvelopeGrams,
		"sheet_mm": p.SheetMM, "kit_mm": p.KitMM, "envelope_mm": p.EnvelopeMM,
	} {
		if n < 0 || math.IsNaN(n) || math.IsInf(n, 0) {
			v.add("packing."+key, "bad_value", data.Args{"value": n, "reason": ">= 0"})
		}
	}
	if p.SheetGrams > 0 && p.SheetMM <= 0 {
		v.add("packing.sheet_mm", "bad_value", data.Args{"value": p.SheetMM, "reason": "> 0"})
	}
	if p.SheetGrams > 0 && p.EnvelopeMM < p.SheetMM {
		v.add("packing.envelope_mm", "bad_value", data.Args{"value": p.EnvelopeMM, "reason": ">= sheet_mm"})
	}
}
