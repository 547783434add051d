package ui

import (
	"fmt"
	"strconv"
	"strings"

	"graduand/data/registrar"
	"graduand/data/text"
)

// pastWords puts events into words. It is used by one goroutine.
type pastWords struct {
	text      *text.Text
	registrar *registrar.Registrar
	names     map[string]string
}

// name is the name of a graduate, of a removed one too.
func (p *pastWords) name(id string) string {
	if id == "" {
		return ""
	}
	if name, known := p.names[id]; known {
		return name
	}
	name := id
	if row, err := p.registrar.Find(id); err == nil {
		name = row.Graduate.FullName()
	}
	p.names[id] = name
	return name
}

// changes are what each field was and became, and the note.
func (p *pastWords) changes(e *registrar.Event) []string {
	var said []string
	for _, c := range e.Changes {
		id := "history_screen.changed"
		switch {
		case c.Before == "":
			id = "history_screen.filled"
		case c.After == "":
			id = "history_screen.cleared"
		}
		said = append(said, p.text.Say(id, map[string]any{"field": p.registrar.FieldTitle(c.Field),
			"before": p.value(c.Field, c.Before), "after": p.value(c.Field, c.After)}))
	}
	for _, c := range e.Refused {
		said = append(said, p.text.Say("history.refused", map[string]any{"field": p.registrar.FieldTitle(c.Field),
			"ours": p.value(c.Field, c.Before), "theirs": p.value(c.Field, c.After)}))
	}
	if e.Failures > 0 {
		said = append(said, p.text.Say("history.failures", map[string]any{"count": e.Failures}))
	}
	if note := p.note(e); note != "" {
		said = append(said, note)
	}
	if len(e.Graduates) > 0 {
		said = append(said, p.people(e.Graduates))
	}
	if e.Role != "" {
		said = append(said, p.text.Say("role."+string(e.Role), nil))
	}
	return said
}

// people names those whom an event took in, or the first of them and their number.
func (p *pastWords) people(ids []string) string {
	const shown = 3
	var names []string
	for _, id := range ids[:min(len(ids), shown)] {
		names = append(names, p.name(id))
	}
	all := strings.Join(names, ", ")
	if len(ids) > shown {
		all += " … (" + strconv.Itoa(len(ids)) + ")"
	}
	return all
}

// note is what an event says besides: the document printed, the file imported.
func (p *pastWords) note(e *registrar.Event) string {
	if e.Kind == registrar.EventPrinted {
		return fmt.Sprint(p.text.Word(p.registrar.DocumentTitle(e.Note)))
	}
	return e.Note
}

// value is a stored value as people read it: no code, no JSON.
func (p *pastWords) value(field, stored string) string {
	return fmt.Sprint(p.text.Word(p.registrar.Words(field, stored)))
}
