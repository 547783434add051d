package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
)

// showEntered says when and by whom the data was entered at the site.
func (s *sitePanel) showEntered() {
	w, fact := s.window, s.known.entered
	words := w.say("site.not_entered", nil)
	if fact != nil {
		words = w.say("site.was_entered", map[string]any{"fact": factWords(*fact)})
	}
	again := fact != nil && len(s.known.changed) > 0
	s.state.Importance = widget.MediumImportance
	s.entered.SetText(w.say("site.entered", nil))
	if again {
		var titles []string
		for _, code := range s.known.changed {
			titles = append(titles, w.titleOfField(code))
		}
		words = strings.TrimRight(words, ".") + ". " + w.say("site.changed_since", map[string]any{"fields": strings.Join(titles, ", ")})
		s.state.Importance = widget.WarningImportance
		s.entered.SetText(w.say("site.entered_again", nil))
	}
	s.state.SetText(words)
	setHidden(s.entered, fact != nil && !again)
	setHidden(s.takeBack, fact == nil)
	s.scroll.Refresh()
}

// onEntered asks on which day the data was entered at the site, and notes it.
func (s *sitePanel) onEntered() {
	if s.id == "" {
		return
	}
	w, r, id := s.window, s.window.Registrar(), s.id
	f := newRecordForm(w)
	f.fields.Add(wrapped(w.say("site.entered_about", nil)))
	f.day("site.entered_day")
	f.ask(w.say("site.entered_title", nil), "site.entered_yes", false, func() {
		if !w.sayLacks(f.dayLack()) {
			return
		}
		fact := data.Fact{Kind: data.FactEntered, On: f.typedDay()}
		f.save(func(ctx context.Context) error { return r.Record(ctx, []string{id}, fact) }, func() { s.onNoted(id, "site.noted") })
	})
}

// onTakeBack takes the note back that the data was entered.
func (s *sitePanel) onTakeBack() {
	w, r, id := s.window, s.window.Registrar(), s.id
	run(w, &turn{}, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.TakeBack(ctx, id, data.FactEntered, "")
	}, func(_ struct{}, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		s.onNoted(id, "record.taken_back")
	})
}

func (s *sitePanel) onNoted(id, message string) {
	s.window.done(s.window.say(message, nil), nil)
	if id == s.id {
		s.show(id)
	}
}

// onOriginals warns, and asks for a folder for the files of the graduate shown.
func (s *sitePanel) onOriginals() {
	w, id := s.window, s.id
	if id == "" {
		return
	}
	w.ask(w.say("site.originals_title", nil), warningLine(w.say("site.originals_warning", nil)), 520,
		choice{label: w.say("site.originals_where", nil), chosen: func() {
			w.Files.Folder(w.say("site.originals_title", nil), func(folder string) { s.saveOriginals(id, folder) })
		}}, choice{label: w.say("ui.cancel", nil)})
}

func (s *sitePanel) saveOriginals(id, folder string) {
	w, r := s.window, s.window.Registrar()
	runLong(w, w.say("site.saving", nil), func(ctx context.Context, told Progress) (int, error) {
		return r.SaveOriginals(ctx, []string{id}, folder, told)
	}, s.onOriginalsSaved)
}

func (s *sitePanel) onOriginalsSaved(written int, err error) {
	w := s.window
	if err != nil && registrar.CodeOf(err) != "attachment.no_originals" {
		w.fail(err)
		return
	}
	message := w.say("site.originals_saved", map[string]any{"number": written})
	if err != nil {
		message = w.explain(err)
	}
	w.done(message, nil)
}
