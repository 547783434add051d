// Package papers makes graduates into papers: from a campaign, a school, a day, graduates
// and what the check has found with them to the data of package reports, and from there
// to the bytes of a document. One table says what each document is ([Documents]).
//
// Everything here is pure: the same [Source] and the same graduates give the same bytes.
// Nothing is altered and nothing is asked of a registry, so a document can be drawn while
// others work in it.
package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/text"
	"graduand/reports"
)

// Source is what all papers of a school have in common. Campaign must not be altered while
// anything is made from it.
type Source struct {
	Campaign *campaign.Campaign
	School   data.School
	// Letterhead stands at the head of what the school sends; empty for none.
	Letterhead data.Letterhead
	// Today is the day on which the papers are made, in the campaign's time zone.
	Today data.Date
	// Portrait gives the photo of somebody's face as it is printed, where a document asks for it;
	// the same of the same graduate each time.
	Portrait func(*data.Graduate) (Portrait, error)
	// Small gives the same photo as it is looked over, at most so wide and high in mm.
	Small func(g *data.Graduate, room Size) (Portrait, error)
	// Scan gives a file of somebody as it is printed on a copy, of a document of this size (0 where
	// it is not known), in so much room; the same of the same graduate each time.
	Scan func(g *data.Graduate, file string, document, room Size) (Scanned, error)
	// Sent are the lists and packages, where a document tells of them.
	Sent *Sent
	// Written are the messages to the centre, where a document tells of them.
	Written *Written
	// Overview is what the overview on paper says, nil where nobody has asked for it.
	Overview *Overview
	// language is the one in which a paper is written, "" for the campaign's own.
	language string
	// from is the source in the campaign's own language that this one is of, nil for that itself.
	from *Source
	// told takes what is only found out while a document is drawn.
	told *Printed
}

// In is the source of papers for somebody who reads another language than the campaign's own;
// "" is that. What no translation brings stays in the campaign's words. An unknown language is
// print.unknown_language.
func (s *Source) In(language string) (*Source, error) {
	if language == "" || language == s.Campaign.Language {
		return s, nil
	}
	if !slices.Contains(text.Languages(), language) {
		return nil, data.Fail("print.unknown_language", data.Args{"value": language, "known": strings.Join(text.Languages(), ", ")})
	}
	other := *s
	other.Campaign, other.language, other.from = s.Campaign.In(language), language, s
	return &other, nil
}

// campaigns is the source in the campaign's own language.
func (s *Source) campaigns() *Source { return cmp.Or(s.from, s) }

// writtenIn is the language of the paper.
func (s *Source) writtenIn() string { return cmp.Or(s.language, s.Campaign.Language) }

// person shows g to the expressions of the campaign.
func (s *Source) person(g *data.Graduate) *campaign.Person {
	return s.Campaign.Person(g, &s.School, s.Today)
}

// head is the letterhead for paper.
func (s *Source) head() reports.Head {
	l := &s.Letterhead
	return reports.Head{Lines: l.Lines, Picture: reports.Picture{JPEG: l.Image, Width: l.Width, Height: l.Height}}
}

// words are the sentences of the language in which the paper is written.
func (s *Source) words() *text.Text {
	return text.For(s.writtenIn()).With(s.own())
}

// own are the sentences that the campaign brings for that language.
func (s *Source) own() map[string]string { return s.Campaign.Sentences(s.writtenIn()) }

// say is one sentence of [Source.words].
func (s *Source) say(id string, args data.Args) string { return s.words().Say(id, args) }

// Holds is [campaign.Campaign.Holds] where a doubt must hide nothing: the expression was
// compiled and tried when the campaign was loaded, and one that fails on a person counts
// as true.
func (s *Source) Holds(expression string, p *campaign.Person) bool {
	yes, err := s.Campaign.Holds(expression, p)
	return yes || err != nil
}

// Shows tells whether a field is asked of a person; a doubt hides nothing.
func (s *Source) Shows(f *campaign.Field, p *campaign.Person) bool {
	return f.Shown == "" || s.Holds(f.Shown, p)
}

// titleName is the full name, or the draft number of who has no name yet.
func (s *Source) titleName(g *data.Graduate) string {
	if name := g.FullName(); name != "" {
		return name
	}
	return s.Campaign.DraftNumber(g)
}

// place is what somebody is called, and the class in words.
func (s *Source) place(g *data.Graduate) string {
	words := s.say("ui.no_class", nil)
	if g.Class != "" {
		words = s.say("report_form.class", data.Args{"class": g.Class})
	}
	if learner := s.Campaign.Learner(g, &s.School); learner != "" {
		words += ", " + learner
	}
	return words
}

// formTitle is what the campaign's form calls a field; "" for none.
func (s *Source) formTitle(field string) any {
	if field == "" {
		return ""
	}
	if f := s.Campaign.Field(field); f != nil {
		return f.Title
	}
	return s.Campaign.FieldTitle(field)
}

// printed is the value of a field in the words of the campaign.
func (s *Source) printed(f *campaign.Field, g *data.Graduate) string {
	switch f.Kind {
	case campaign.KindPhone:
		return fmt.Sprint(s.Campaign.Words(f.Code, g.Get(f.Code)))
	case campaign.KindInstitution:
		return s.School.Name
	case campaign.KindGenitive:
		return s.Campaign.Genitive(g).Text
	case campaign.KindCheckbox:
		return fmt.Sprint(s.words().Word(s.Campaign.Words(f.Code, g.Get(f.Code))))
	}
	return s.Campaign.ValueTitle(f.Code, g.Get(f.Code))
}

// payments is the capability of campaigns whose graduates pay.
const payments = "payments"

// due is what is to be paid, with the mark of a sum that no source confirms (KG-057).
func (s *Source) due(amount int, confirmed bool) string {
	return fmt.Sprint(s.money(amount), s.words().Word(campaign.Doubt(confirmed)))
}

// money is an amount in whole units with its currency.
func (s *Source) money(amount int) string {
	return fmt.Sprintf("%d\u00a0%s", amount, s.Campaign.Fee.Words())
}
