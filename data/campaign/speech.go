package campaign

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// In is the campaign as somebody reads it who works in a language: titles, hints, notes and
// messages are those that [Campaign.Texts] brings for it, and those of the file where it
// brings none. Papers and what goes to the centre are made of c itself. What comes back is
// kept and shared, and must not be altered.
func (c *Campaign) In(language string) *Campaign {
	if len(c.Texts[language]) == 0 {
		return c
	}
	if known, is := c.kept(language); is {
		return known
	}
	spoken := c.file().translated(c.Texts[language])
	if c.own != nil {
		spoken = spoken.WithCalendar(*c.own)
	}
	if c.spoken == nil {
		return spoken
	}
	first, _ := c.spoken.LoadOrStore(language, spoken)
	return first.(*Campaign)
}

func (c *Campaign) kept(language string) (*Campaign, bool) {
	if c.spoken == nil {
		return nil, false
	}
	known, is := c.spoken.Load(language)
	if !is {
		return nil, false
	}
	return known.(*Campaign), true
}

// translated is a copy of c with other words.
func (c *Campaign) translated(texts map[string]string) *Campaign {
	spoken := c.clone()
	spoken.speech(func(id string, words *string) {
		if text := texts[id]; text != "" && *words != "" {
			*words = text
		}
	})
	spoken.buildIndex()
	spoken.indexDays()
	spoken.spoken = &sync.Map{}
	return spoken
}

// clone shares with c only what has no words.
func (c *Campaign) clone() *Campaign {
	n := *c
	n.Memo = slices.Clone(c.Memo)
	n.Steps = slices.Clone(c.Steps)
	for i := range n.Steps {
		n.Steps[i].Fields = slices.Clone(n.Steps[i].Fields)
		for j := range n.Steps[i].Fields {
			n.Steps[i].Fields[j].Choices = slices.Clone(n.Steps[i].Fields[j].Choices)
		}
	}
	n.Subjects = slices.Clone(c.Subjects)
	for i := range n.Subjects {
		n.Subjects[i].Levels = slices.Clone(n.Subjects[i].Levels)
	}
	n.Dates, n.InstitutionTypes, n.Categories = slices.Clone(c.Dates), slices.Clone(c.InstitutionTypes), slices.Clone(c.Categories)
	n.DocumentKinds, n.Languages, n.Conditions = slices.Clone(c.DocumentKinds), slices.Clone(c.Languages), slices.Clone(c.Conditions)
	n.AdditionalReasons, n.KitDocuments = slices.Clone(c.AdditionalReasons), slices.Clone(c.KitDocuments)
	for i := range n.KitDocuments {
		n.KitDocuments[i].Checks = slices.Clone(n.KitDocuments[i].Checks)
	}
	n.Kits.CopyChecks, n.Kits.Assembly = slices.Clone(c.Kits.CopyChecks), slices.Clone(c.Kits.Assembly)
	n.RegistrationRoutes, n.Rules, n.Links = slices.Clone(c.RegistrationRoutes), slices.Clone(c.Rules), slices.Clone(c.Links)
	n.EnvelopeDocuments = slices.Clone(c.EnvelopeDocuments)
	n.EnvelopeMail.Collect = slices.Clone(c.EnvelopeMail.Collect)
	n.PostalOperators = slices.Clone(c.PostalOperators)
	for i := range n.PostalOperators {
		n.PostalOperators[i].Items = slices.Clone(n.PostalOperators[i].Items)
	}
	n.SettlementLists, n.Photo.Confirmations = slices.Clone(c.SettlementLists), slices.Clone(c.Photo.Confirmations)
	for _, items := range n.items() {
		*items.list = slices.Clone(*items.list)
	}
	return &n
}

// itemTable is a table of plain items under its name in the file.
type itemTable struct {
	name string
	list *[]Item
}

func (c *Campaign) items() []itemTable {
	return []itemTable{
		{"mark", &c.Marks}, {"condition_group", &c.ConditionGroups}, {"privilege", &c.Privileges}, {"refusal_reason", &c.RefusalReasons},
		{"payment_type", &c.PaymentTypes}, {"external_status", &c.ExternalStatuses},
	}
}

// Sentences are those that the campaign has of its own in a language, for
// [text.Text.With]: of [Campaign.Texts], and in the campaign's language what its form
// calls the fields that the program knows too, so that a sentence calls them no other way.
func (c *Campaign) Sentences(language string) map[string]string {
	if language != c.Language {
		return c.Texts[language]
	}
	said := map[string]string{}
	for _, code := range data.TypedFields() {
		if f := c.Field(code); f != nil && f.Title != "" {
			said[f.textID()] = small(f.Title)
		}
	}
	maps.Copy(said, c.Texts[language])
	return said
}

// Cite is a source as it is named to a reader of a language: «Порядок, раздел IV, п. 5.3».
// The longest phrases are put in first; what has none stays in the words of the file.
func (c *Campaign) Cite(source, language string) string {
	phrases := slices.SortedFunc(maps.Keys(c.Phrases[language]), func(a, b string) int {
		return cmp.Or(len(b)-len(a), strings.Compare(a, b))
	})
	pairs := make([]string, 0, 2*len(phrases))
	for _, phrase := range phrases {
		pairs = append(pairs, phrase, c.Phrases[language][phrase])
	}
	return strings.NewReplacer(pairs...).Replace(source)
}

// small is a title as it stands within a sentence.
func small(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if second, _ := utf8.DecodeRuneInString(title[size:]); unicode.IsUpper(second) {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// speaker is told an id of [Campaign.Texts] and the words of the file that it stands for.
type speaker func(id string, words *string)

// speech tells all words of the file that a window shows. An id is the table and the code,
// which means the title, and the key of any other text: «mark.exempt», «mark.exempt.note».
// Names of centres and of places, and what stands on papers alone, have no ids.
func (c *Campaign) speech(speak speaker) {
	speak("title", &c.Title)
	speak("short_title", &c.ShortTitle)
	speak("legal_basis", &c.LegalBasis)
	speak("edition", &c.Edition)
	speak("site_title", &c.SiteTitle)
	speak("card.attestation_caption", &c.Card.AttestationCaption)
	speak("form.review_title", &c.Form.ReviewTitle)
	speak("fee.title", &c.Fee.Title)
	speak("fee.currency_title", &c.Fee.CurrencyTitle)
	speak("photo.consequence", &c.Photo.Consequence)
	speak("privacy_note", &c.PrivacyNote)
	for i := range c.Photo.Confirmations {
		speak("confirm."+c.Photo.Confirmations[i].Code, &c.Photo.Confirmations[i].Title)
	}
	speakAll(speak, "memo.", c.Memo)
	for i := range c.Steps {
		c.Steps[i].speech(speak)
	}
	for _, table := range c.items() {
		for i := range *table.list {
			(*table.list)[i].speech(table.name, speak)
		}
	}
	c.persons(speak)
	c.exams(speak)
	c.kits(speak)
	c.carriers(speak)
	for i := range c.Rules {
		speak("rule."+c.Rules[i].Code, &c.Rules[i].Message)
	}
}

// speakAll tells sentences by their numbers.
func speakAll(speak speaker, id string, list []string) {
	for i := range list {
		speak(id+strconv.Itoa(i+1), &list[i])
	}
}

func (s *Step) speech(speak speaker) {
	speak("step."+s.Code, &s.Title)
	for i := range s.Fields {
		f := &s.Fields[i]
		speak(f.textID(), &f.Title)
		speak(f.textID()+".hint", &f.Hint)
		for j := range f.Choices {
			speak(f.choiceID(f.Choices[j].Code), &f.Choices[j].Title)
			speak(f.choiceID(f.Choices[j].Code)+".note", &f.Choices[j].Note)
		}
	}
}

func (i *Item) speech(table string, speak speaker) {
	speak(table+"."+i.Code, &i.Title)
	speak(table+"."+i.Code+".note", &i.Note)
}

func (c *Campaign) persons(speak speaker) {
	for i := range c.InstitutionTypes {
		t := &c.InstitutionTypes[i]
		speak("institution_type."+t.Code, &t.Title)
		speak("institution_type."+t.Code+".learner", &t.Learner)
		speak("institution_type."+t.Code+".learner_feminine", &t.LearnerFeminine)
	}
	for i := range c.Categories {
		x := &c.Categories[i]
		speak("category."+x.Code, &x.Title)
		speak("category."+x.Code+".learner", &x.Learner)
		speak("category."+x.Code+".learner_feminine", &x.LearnerFeminine)
	}
	for i := range c.DocumentKinds {
		k := &c.DocumentKinds[i]
		speak("document_kind."+k.Code, &k.Title)
		speak("document_kind."+k.Code+".allowed_for", &k.AllowedFor)
	}
	for i := range c.RegistrationRoutes {
		speak("route."+c.RegistrationRoutes[i].Code, &c.RegistrationRoutes[i].Title)
	}
	for i := range c.SettlementLists {
		speak("settlement_list."+c.SettlementLists[i].Code, &c.SettlementLists[i].Title)
	}
}

func (c *Campaign) exams(speak speaker) {
	for i := range c.Dates {
		speak("date."+c.Dates[i].Code, &c.Dates[i].Title)
	}
	for i := range c.Subjects {
		s := &c.Subjects[i]
		speak("subject."+s.Code, &s.Title)
		for j := range s.Levels {
			speak("subject."+s.Code+"."+s.Levels[j].Code, &s.Levels[j].Title)
		}
	}
	for i := range c.Languages {
		speak("language_of_tasks."+c.Languages[i].Code, &c.Languages[i].Title)
	}
	for i := range c.Conditions {
		speak("condition."+c.Conditions[i].Code, &c.Conditions[i].Title)
		speak("condition."+c.Conditions[i].Code+".footnote", &c.Conditions[i].Footnote)
	}
	for i := range c.AdditionalReasons {
		speak("additional_reason."+c.AdditionalReasons[i].Code, &c.AdditionalReasons[i].Title)
	}
}

func (c *Campaign) kits(speak speaker) {
	for i := range c.KitDocuments {
		speak("kit_document."+c.KitDocuments[i].Code, &c.KitDocuments[i].Title)
		speak("kit_document."+c.KitDocuments[i].Code+".note", &c.KitDocuments[i].Note)
		speakAll(speak, "kit_document."+c.KitDocuments[i].Code+".check.", c.KitDocuments[i].Checks)
	}
	speakAll(speak, "kit.copy_check.", c.Kits.CopyChecks)
	speakAll(speak, "kit.assembly.", c.Kits.Assembly)
	for i := range c.Links {
		speak("link."+c.Links[i].Code, &c.Links[i].Title)
		speak("link."+c.Links[i].Code+".note", &c.Links[i].Note)
	}
}

func (c *Campaign) carriers(speak speaker) {
	speakAll(speak, "envelope.collect.", c.EnvelopeMail.Collect)
	for i := range c.EnvelopeDocuments {
		speak("envelope_document."+c.EnvelopeDocuments[i].Code, &c.EnvelopeDocuments[i].Title)
	}
	for i := range c.PostalOperators {
		o := &c.PostalOperators[i]
		speak("postal_operator."+o.Code, &o.Title)
		for j := range o.Items {
			speak("postal_operator."+o.Code+"."+o.Items[j].Code, &o.Items[j].Title)
		}
	}
}
