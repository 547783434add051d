package table

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registry"
	"graduand/data/roster"
)

// collected are the kinds of fields that a class teacher is asked for as a rule.
var collected = []string{campaign.KindText, campaign.KindName, campaign.KindDate, campaign.KindSex, campaign.KindPhone,

	campaign.KindEmail, campaign.KindChoice, campaign.KindCategory, campaign.KindDocumentKind, campaign.KindLanguage,
	campaign.KindSettlement, campaign.KindSubjects, campaign.KindAttestation}

// neverCollected are the kinds that no cell of a table can hold: pictures, and what the
// program knows by itself.
var neverCollected = []string{campaign.KindFile, campaign.KindFiles, campaign.KindInstitution}

// CollectField is a field that a cell of a table can hold, so that a class teacher can be
// asked for it. Usual says that it is asked for when nobody chooses: it is simple, the
// form asks somebody for it, and it is no number that the centre gives.
type CollectField struct {
	Code, Kind string
	Usual      bool
	// Codes are what it can hold, none where it is free text; with Several, any number of
	// them. [Desk.Words] has their titles.
	Codes   []string
	Several bool
}

// CollectFields are the fields for a workbook of the chosen graduates, in the order of
// the form. The class stands in the workbook anyway.
func (d *Desk) CollectFields(f registry.Filter) ([]CollectField, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]CollectField, error) {
		chosen, err := collectFrom(v, f)
		if err != nil {
			return nil, err
		}
		return collectFields(v, chosen), nil
	})
}

func collectFields(v *registry.View, chosen []*data.Graduate) []CollectField {
	var persons []*campaign.Person
	for _, g := range chosen {
		persons = append(persons, v.Person(g))
	}
	s := source(v)
	var fields []CollectField
	for _, f := range v.Campaign().AllFields() {
		if slices.Contains(neverCollected, f.Kind) {
			continue
		}
		asked := slices.ContainsFunc(persons, func(p *campaign.Person) bool { return s.Shows(f, p) })
		usual := asked && slices.Contains(collected, f.Kind) && f.Code != data.FieldCardNumber
		fields = append(fields, CollectField{Code: f.Code, Kind: f.Kind, Usual: usual, Codes: choiceCodes(v.Campaign().Codes(f.Code)), Several: v.Campaign().Kind(f.Code).Several})
	}
	return fields
}

func choiceCodes(choices []campaign.Choice) []string {
	var codes []string
	for _, choice := range choices {
		codes = append(codes, choice.Code)
	}
	return codes
}

// collectFrom are the chosen graduates; nobody is an error.
func collectFrom(v *registry.View, f registry.Filter) ([]*data.Graduate, error) {
	chosen, err := v.Choose(f)
	if err != nil {
		return nil, err
	}
	if f.Status != "" {
		chosen = slices.DeleteFunc(chosen, func(g *data.Graduate) bool {
			row, failure := v.Row(g)
			err = cmp.Or(err, failure)
			return row.Status != f.Status
		})
	}
	if err == nil && len(chosen) == 0 {
		err = data.Fail("print.nobody", nil)
	}
	return chosen, err
}

// SaveCollection writes a workbook for a class teacher: a row a graduate, cells to fill
// in for the fields, no fields for the usual ones. It needs registry.RightPrint and is noted in the
// history (KG-013); [Desk.ReadCollection] reads it when it comes back.
func (d *Desk) SaveCollection(ctx context.Context, f registry.Filter, fields []string, path string) (graduates int, err error) {
	err = d.registry.Deliver(ctx, path, registry.RightPrint, registry.EventCollection, func(v *registry.View) (registry.Drawing, error) {
		if !strings.EqualFold(filepath.Ext(path), papers.FormatExcel) {
			return nil, data.Fail("print.unknown_format", data.Args{"file": filepath.Base(path), "known": papers.FormatExcel})
		}
		chosen, err := collectFrom(v, f)
		if err != nil {
			return nil, err
		}
		asked, err := chosenFields(v, chosen, fields)
		if err != nil {
			return nil, err
		}
		collection, body := collection(v, chosen, asked), registry.EventBody{Graduates: registry.IDs(chosen)}
		if len(chosen) > 1 { // the file of one person may have the person's name, which outlives an erasure
			body.Note = filepath.Base(path)
		}
		return func(w io.Writer) (registry.EventBody, error) {
			graduates = len(chosen)
			return body, roster.WriteCollection(w, collection)
		}, nil
	})
	return graduates, err
}

// chosenFields are the fields asked for, those of the form, in its order.
func chosenFields(v *registry.View, chosen []*data.Graduate, wanted []string) ([]*campaign.Field, error) {
	var known []string
	var asked []*campaign.Field
	for _, f := range collectFields(v, chosen) {
		known = append(known, f.Code)
		if slices.Contains(wanted, f.Code) || len(wanted) == 0 && f.Usual {
			asked = append(asked, v.Campaign().Field(f.Code))
		}
	}
	for _, code := range wanted {
		if !slices.Contains(known, code) {
			return nil, data.Fail("collect.field", data.Args{"field": code, "known": strings.Join(known, ", ")})
		}
	}
	return asked, nil
}

// collection composes the workbook in the campaign's words.
func collection(v *registry.View, chosen []*data.Graduate, asked []*campaign.Field) roster.Collection {
	say := words(v)
	c := roster.Collection{Registry: v.ID(), Title: say("collect.title", data.Args{"school": v.School().Name, "campaign": v.Campaign().ShortTitle}),
		StepsSheet: say("collect.steps_sheet", nil), PeopleSheet: say("collect.people_sheet", nil),
		IDTitle: say("collect.id_column", nil), ClassTitle: say("collect.class", nil), NameTitle: say("collect.name", nil), Choose: say("collect.choose", nil)}
	for _, f := range asked {
		c.Columns = append(c.Columns, collectColumn(v, say, f))
	}
	for _, g := range chosen {
		c.Rows = append(c.Rows, collectRow(v, say, g, asked))
	}
	c.Steps = collectSteps(v, say, asked)
	return c
}

// collectColumn gives a field of one code its list, one of several the hint where their
// names stand.
func collectColumn(v *registry.View, say sayer, f *campaign.Field) roster.CollectionColumn {
	column := roster.CollectionColumn{Field: f.Code, Title: f.Title}
	switch {
	case v.Campaign().Kind(f.Code).Several:
		column.Hint = say("collect.several", data.Args{"sheet": say("collect.steps_sheet", nil)})
	case f.Kind == campaign.KindDate:
		column.Hint = say("collect.date", nil)
	default:
		for _, choice := range v.Campaign().Codes(f.Code) {
			column.Choices = append(column.Choices, inWords(say, v.Campaign().Words(f.Code, choice.Code)))
		}
	}
	return column
}

func collectRow(v *registry.View, say sayer, g *data.Graduate, asked []*campaign.Field) roster.CollectionRow {
	row := roster.CollectionRow{ID: g.ID, Class: g.Class, Name: g.FullName()}
	s, p := source(v), v.Person(g)
	for _, f := range asked {
		value := g.Get(f.Code)
		row.Cells = append(row.Cells, roster.CollectionCell{Shown: inWords(say, v.Campaign().Words(f.Code, value)), Stored: value,
			Asked: s.Shows(f, p), Locked: f.Locked != "" && s.Holds(f.Locked, p)})
	}
	return row
}

// collectSteps say what to do with the workbook, and what can be written where there is
// no list to choose from.
func collectSteps(v *registry.View, say sayer, asked []*campaign.Field) []string {
	args := data.Args{"people": say("collect.people_sheet", nil), "date": v.Today().Dotted(), "by": v.Me().Label()}
	var steps []string
	for _, id := range []string{"open", "fill", "keep", "lists", "dates"} {
		steps = append(steps, say("collect.step_"+id, args))
	}
	for _, f := range asked {
		if !v.Campaign().Kind(f.Code).Several {
			continue
		}
		var words []string
		for _, choice := range v.Campaign().Codes(f.Code) {
			words = append(words, choice.Title)
			for _, level := range choice.Levels {
				words = append(words, level.Title)
			}
		}
		steps = append(steps, say("collect.step_words", data.Args{"field": f.Title, "words": strings.Join(words, "; ")}))
	}
	for _, id := range []string{"empty", "back", "delete", "given"} {
		steps = append(steps, say("collect.step_"+id, args))
	}
	return steps
}
