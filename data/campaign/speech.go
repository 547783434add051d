package campaign

import (
	"slices"
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"
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
	for i := range spoken.Steps {
		for j := range spoken.Steps[i].Fields {
			// The catalogue has it as it stands within a sentence; a form begins with it.
			title := &spoken.Steps[i].Fields[j].Title
			*title = capital(*title)
		}
	}
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
	n.RegistrationRoutes, n.Rules, n.Links = slices.Clone(c.RegistrationRoutes), slices.Clone(c.Rules), slices.Clone(c.Links)
	n.SettlementLists = slices.Clone(c.SettlementLists)
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

// speaker is told an id of [Campaign.Texts] and the words of the file that it stands for.
type speaker func(id string, words *string)

// speech tells all words of the file that a window shows. An id is the table and the code,
// which means the title, and the key of any other text: «mark.exempt», «mark.exempt.note».
// Names of centres and of places, and what stands on papers alone, have no ids.
func (c *Campaign) speech(say speaker) {
	say("title", &c.Title)
	say("short_title", &c.ShortTitle)
	say("legal_basis", &c.LegalBasis)
	say("edition", &c.Edition)
	say("site_title", &c.SiteTitle)
	say("card.attestation_caption", &c.Card.AttestationCaption)
	say("form.review_title", &c.Form.ReviewTitle)
	say("fee.currency_title", &c.Fee.CurrencyTitle)
	for i := range c.Memo {
		say("memo."+strconv.Itoa(i+1), &c.Memo[i])
	}
	for i := range c.Steps {
		c.Steps[i].speech(say)
	}
	for _, table := range c.items() {
		for i := range *table.list {
			(*table.list)[i].speech(table.name, say)
		}
	}
	c.persons(say)
	c.exams(say)
	c.kits(say)
	for i := range c.Rules {
		say("rule."+c.Rules[i].Code, &c.Rules[i].Message)
	}
}

func (s *Step) speech(say speaker) {
	say("step."+s.Code, &s.Title)
	for i := range s.Fields {
		f := &s.Fields[i]
		say(f.textID(), &f.Title)
		say(f.textID()+".hint", &f.Hint)
		for j := range f.Choices {
			say(f.choiceID(f.Choices[j].Code), &f.Choices[j].Title)
			say(f.choiceID(f.Choices[j].Code)+".note", &f.Choices[j].Note)
		}
	}
}

// capital makes the first letter a capital one.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

func (i *Item) speech(table string, say speaker) {
	say(table+"."+i.Code, &i.Title)
	say(table+"."+i.Code+".note", &i.Note)
}

func (c *Campaign) persons(say speaker) {
	for i := range c.InstitutionTypes {
		t := &c.InstitutionTypes[i]
		say("institution_type."+t.Code, &t.Title)
		say("institution_type."+t.Code+".learner", &t.Learner)
	}
	for i := range c.Categories {
		x := &c.Categories[i]
		say("category."+x.Code, &x.Title)
		say("category."+x.Code+".learner", &x.Learner)
	}
	for i := range c.DocumentKinds {
		k := &c.DocumentKinds[i]
		say("document_kind."+k.Code, &k.Title)
		say("document_kind."+k.Code+".allowed_for", &k.AllowedFor)
	}
	for i := range c.RegistrationRoutes {
		say("route."+c.RegistrationRoutes[i].Code, &c.RegistrationRoutes[i].Title)
	}
	for i := range c.SettlementLists {
		say("settlement_list."+c.SettlementLists[i].Code, &c.SettlementLists[i].Title)
	}
}

func (c *Campaign) exams(say speaker) {
	for i := range c.Dates {
		say("date."+c.Dates[i].Code, &c.Dates[i].Title)
	}
	for i := range c.Subjects {
		s := &c.Subjects[i]
		say("subject."+s.Code, &s.Title)
		for j := range s.Levels {
			say("subject."+s.Code+"."+s.Levels[j].Code, &s.Levels[j].Title)
		}
	}
	for i := range c.Languages {
		say("language_of_tasks."+c.Languages[i].Code, &c.Languages[i].Title)
	}
	for i := range c.Conditions {
		say("condition."+c.Conditions[i].Code, &c.Conditions[i].Title)
		say("condition."+c.Conditions[i].Code+".footnote", &c.Conditions[i].Footnote)
	}
	for i := range c.AdditionalReasons {
		say("additional_reason."+c.AdditionalReasons[i].Code, &c.AdditionalReasons[i].Title)
	}
}

func (c *Campaign) kits(say speaker) {
	for i := range c.KitDocuments {
		say("kit_document."+c.KitDocuments[i].Code, &c.KitDocuments[i].Title)
		say("kit_document."+c.KitDocuments[i].Code+".note", &c.KitDocuments[i].Note)
	}
	for i := range c.Links {
		say("link."+c.Links[i].Code, &c.Links[i].Title)
		say("link."+c.Links[i].Code+".note", &c.Links[i].Note)
	}
}
