package table

import (
	"context"
	"path/filepath"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// taken is what a table that was dropped turned out to be: a workbook of ours that came back, else one
// of accesses, or the centre's list of cards, or a roster.
type taken struct {
	collected      *table.CollectedFile
	accesses, list bool
}

// Take takes a table that was dropped to where it belongs. What has card numbers in it may be meant as
// the list of the centre or as a roster: that is asked.
func Take(w *frame.Window, path string) {
	if !w.May(registrar.RightRegister) {
		w.Go(frame.Route{Screen: frame.Roster, File: path})
		return
	}
	accesses := w.HasPage(frame.Access)
	r := w.Registrar()
	frame.RunLong(w, w.Say("collect_screen.reading", nil), func(ctx context.Context, _ frame.Progress) (taken, error) {
		return recognise(ctx, r, path, accesses)
	}, func(t taken, err error) { onTaken(w, path, t, err) })
}

// recognise reads a table as what it may be; what none of them knows is left to the import, which says
// what is wrong with it. What is wrong with a workbook of ours is told.
func recognise(ctx context.Context, r *registrar.Registrar, path string, accesses bool) (t taken, err error) {
	content, err := registrar.ReadFile(path, registrar.MaximumRoster)
	if err != nil {
		return t, nil // the import tells why
	}
	name := filepath.Base(path)
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		t.collected, err = r.Table.ReadCollection(ctx, path, content)
		if code := registrar.CodeOf(err); err == nil || code != "collect.not_ours" && !strings.HasPrefix(code, "roster.") {
			return t, err
		}
	}
	if accesses {
		_, err := r.Access.Read(ctx, name, content, nil)
		t.accesses = err == nil
	}
	if !t.accesses && r.Campaign().HasCards() && r.Table.Count() > 0 {
		if t.list, err = r.CentreList.Recognises(ctx, name, content); err != nil {
			return t, err
		}
	}
	return t, ctx.Err()
}

func onTaken(w *frame.Window, path string, t taken, err error) {
	to := func(screen string) { w.Go(frame.Route{Screen: screen, File: path}) }
	switch {
	case err != nil:
		w.Fail(err)
	case t.collected != nil:
		showCollected(w, t.collected)
	case t.accesses:
		to(frame.Access)
	case t.list:
		question := widgets.Wrapped(w.Say("ui.drop_which", map[string]any{"file": filepath.Base(path)}))
		w.Ask(w.Say("ui.drop_title", nil), question, 520, frame.Choice{Label: w.Say("ui.drop_compare", nil), Chosen: func() { to(frame.CentreList) }},
			frame.Choice{Label: w.Say("ui.drop_import", nil), Chosen: func() { to(frame.Roster) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	default:
		to(frame.Roster)
	}
}
