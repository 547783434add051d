package history

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// pastEvent is one event in the words of the window.
type pastEvent struct {
	event registrar.Event
	// name is that of its graduate, there says that the registry has that one still.
	name  string
	there bool

	when, kind string
	changes    []string
	// details are all of it, key is what the search looks in.
	details, key string
}

// row names its row in the table.
func (e *pastEvent) row() string { return strconv.FormatInt(e.event.Seq, 10) }

// listing are the columns of the history.
func listing(w *frame.Window) widgets.Listing[*pastEvent] {
	column := func(id string, width float32, words func(*pastEvent) string) widgets.ColumnOf[*pastEvent] {
		return widgets.ColumnOf[*pastEvent]{Column: widgets.Column{Title: w.Say("history_screen."+id, nil), Width: width},
			Cell: func(e *pastEvent) widgets.Cell { return widgets.Text(words(e)) }}
	}
	// Names and deeds stay whole: a row is found by them. What each field became is told below.
	by := column("who", 120, func(e *pastEvent) string { return e.event.By })
	kind := column("kind", 172, func(e *pastEvent) string { return e.kind })
	name := column("graduate", 226, func(e *pastEvent) string { return e.name })
	by.TwoLines, kind.TwoLines, name.TwoLines = true, true, true
	by.Most = 184
	what := column("what", 120, func(e *pastEvent) string { return strings.Join(e.changes, "; ") })
	what.Stretch = true
	return widgets.Listing[*pastEvent]{
		column("when", 122, func(e *pastEvent) string { return e.when }),
		by, kind, name, what}
}

// allPast is the whole history, newest first.
func allPast(ctx context.Context, r *registrar.Registrar, p *frame.Changes) ([]pastEvent, error) {
	events, err := r.History(ctx, registrar.HistoryFilter{})
	if err != nil {
		return nil, err
	}
	said := make([]pastEvent, len(events))
	for i := range events {
		said[len(events)-1-i] = pastOf(p, &events[i])
	}
	return said, nil
}

func pastOf(p *frame.Changes, e *registrar.Event) pastEvent {
	past := pastEvent{event: *e, name: p.Name(e.Graduate), there: p.Known(e.Graduate),
		when: p.When(e.At), kind: p.Kind(e.Kind), changes: p.Lines(e)}
	first := slices.DeleteFunc([]string{past.when, past.kind, past.name, e.By}, func(s string) bool { return s == "" })
	past.details = strings.Join(append([]string{strings.Join(first, " · ")}, past.changes...), "\n")
	past.key = data.FindKey(strings.Join(append(first, past.changes...), " "))
	return past
}
