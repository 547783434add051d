package frame

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"graduand/data/registrar"
	"graduand/data/text"
)

// Changes puts events of the history into words. One goroutine at a time uses it; it asks
// the registry for names, so events with people are put into words in the background.
type Changes struct {
	text      *text.Text
	registrar *registrar.Registrar
	zone      *time.Location
	// names are those of graduates, "" of one who is in the registry no more.
	names map[string]string
}

// NewChanges says them in the window's language.
func NewChanges(w *Window) *Changes {
	return &Changes{text: w.text, registrar: w.registrar, zone: w.Clock(w.Now()).Location(), names: map[string]string{}}
}

// Name is the name of a graduate, of a removed one too; the id of one who is there no more.
func (p *Changes) Name(id string) string {
	if name := p.find(id); name != "" {
		return name
	}
	return id
}

// When is when something happened, by the clock of the window.
func (p *Changes) When(at time.Time) string { return at.In(p.zone).Format("02.01.2006 15:04") }

// Kind is what an event of a kind is called.
func (p *Changes) Kind(kind string) string { return p.text.Say("event."+kind, nil) }

// Known says that a graduate is in the registry still, removed or not.
func (p *Changes) Known(id string) bool { return p.find(id) != "" }

func (p *Changes) find(id string) string {
	name, asked := p.names[id]
	if asked || id == "" {
		return name
	}
	if row, err := p.registrar.Table.Find(id); err == nil {
		name = row.Graduate.FullName()
	}
	p.names[id] = name
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
		said = append(said, p.text.Say(id, map[string]any{"field": p.title(c.Field),
			"before": p.Value(c.Field, c.Before), "after": p.Value(c.Field, c.After)}))
	}
	for _, c := range e.Refused {
		said = append(said, p.text.Say("history.refused", map[string]any{"field": p.registrar.Campaign().FieldTitle(c.Field),
			"ours": p.Value(c.Field, c.Before), "theirs": p.Value(c.Field, c.After)}))
	}
	if e.Unreadable {
		said = append(said, p.text.Say("history.unreadable", nil))
	}
	if e.Failures > 0 {
		said = append(said, p.text.Say("history.failures", map[string]any{"count": e.Failures}))
	}
	if note := p.note(e); note != "" {
		said = append(said, note)
	}
	if e.To != "" {
		said = append(said, p.text.Say("history.to", map[string]any{"to": registrar.Recipient(e.To)}))
	}
	if e.Print != nil && e.Print.Again != 0 {
		said = append(said, p.text.Say("history.again", nil))
	}
	if e.Print != nil && e.Print.Printer != "" {
		said = append(said, p.text.Say("history.printer", map[string]any{"printer": e.Print.Printer, "copies": e.Print.Copies}))
	}
	if len(e.Graduates) > 0 {
		said = append(said, p.people(e.Graduates))
	}
	if e.Role != "" {
		said = append(said, p.text.Say("role."+string(e.Role), nil))
	}
	return said
}

// title is what a field is called at the beginning of a line.
func (p *Changes) title(field string) string {
	return fmt.Sprint(p.text.Word(p.registrar.Campaign().FieldTitle(field)))
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

// note is what an event says besides: the document printed, the file imported, how many files or
// rows were saved. Of which entry a change brings back is no number that the window shows.
func (p *Changes) note(e *registrar.Event) string {
	switch {
	case e.Note == "" || e.Kind == registrar.EventBroughtBack:
		return ""
	case e.Kind == registrar.EventPrinted || e.Kind == registrar.EventUnprinted:
		return fmt.Sprint(p.text.Word(p.registrar.Printing.Document(e.Note).Title))
	case e.Kind == registrar.EventOriginals:
		return p.text.Say("history_screen.of_files", map[string]any{"number": e.Note})
	case e.Kind == registrar.EventProblems:
		return p.text.Say("history_screen.of_rows", map[string]any{"number": e.Note})
	}
	return e.Note
}

// Value is a stored value as people read it: no code, no JSON.
func (p *Changes) Value(field, stored string) string {
	return fmt.Sprint(p.text.Word(p.registrar.Campaign().Words(field, stored)))
}
