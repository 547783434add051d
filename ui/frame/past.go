package frame

import (
	"fmt"
	"strconv"
	"strings"

	"graduand/data/registrar"
	"graduand/data/text"
)

// Changes puts events into words. It is used by one goroutine.
type Changes struct {
	Text      *text.Text
	Registrar *registrar.Registrar
	Names     map[string]string
}

// Name is the Name of a graduate, of a removed one too.
func (p *Changes) Name(id string) string {
	if id == "" {
		return ""
	}
	if name, known := p.Names[id]; known {
		return name
	}
	name := id
	if row, err := p.Registrar.Find(id); err == nil {
		name = row.Graduate.FullName()
	}
	p.Names[id] = name
	return name
}

// Lines are what each field was and became, and the note.
func (p *Changes) Lines(e *registrar.Event) []string {
	var said []string
	for _, c := range e.Changes {
		id := "history_screen.changed"
		switch {
		case c.Before == "":
			id = "history_screen.filled"
		case c.After == "":
			id = "history_screen.cleared"
		}
		said = append(said, p.Text.Say(id, map[string]any{"field": p.Registrar.FieldTitle(c.Field),
			"before": p.Value(c.Field, c.Before), "after": p.Value(c.Field, c.After)}))
	}
	for _, c := range e.Refused {
		said = append(said, p.Text.Say("history.refused", map[string]any{"field": p.Registrar.FieldTitle(c.Field),
			"ours": p.Value(c.Field, c.Before), "theirs": p.Value(c.Field, c.After)}))
	}
	if e.Failures > 0 {
		said = append(said, p.Text.Say("history.failures", map[string]any{"count": e.Failures}))
	}
	if note := p.note(e); note != "" {
		said = append(said, note)
	}
	if len(e.Graduates) > 0 {
		said = append(said, p.people(e.Graduates))
	}
	if e.Role != "" {
		said = append(said, p.Text.Say("role."+string(e.Role), nil))
	}
	return said
}

// people names those whom an event took in, or the first of them and their number.
func (p *Changes) people(ids []string) string {
	const shown = 3
	var names []string
	for _, id := range ids[:min(len(ids), shown)] {
		names = append(names, p.Name(id))
	}
	all := strings.Join(names, ", ")
	if len(ids) > shown {
		all += " … (" + strconv.Itoa(len(ids)) + ")"
	}
	return all
}

// note is what an event says besides: the document printed, the file imported.
func (p *Changes) note(e *registrar.Event) string {
	if e.Kind == registrar.EventPrinted {
		return fmt.Sprint(p.Text.Word(p.Registrar.Document(e.Note).Title))
	}
	return e.Note
}

// Value is a stored Value as people read it: no code, no JSON.
func (p *Changes) Value(field, stored string) string {
	return fmt.Sprint(p.Text.Word(p.Registrar.Words(field, stored)))
}
