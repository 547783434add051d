package form

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// showEntered says when and by whom the data was entered at the site.
func (s *sitePanel) showEntered() {
	w, fact := s.window, s.known.entered
	words := w.Say("site.not_entered", nil)
	if fact != nil {
		words = w.Say("site.was_entered", map[string]any{"fact": frame.FactWords(*fact)})
	}
	again := fact != nil && len(s.known.changed) > 0
	s.state.Importance = widget.MediumImportance
	s.entered.SetText(w.Say("site.entered", nil))
	if again {
		var titles []string
		for _, code := range s.known.changed {
			titles = append(titles, data.Small(w.TitleOfField(code)))
		}
		words = strings.TrimRight(words, ".") + ". " + w.Say("site.changed_since", map[string]any{"fields": strings.Join(titles, ", ")})
		s.state.Importance = widget.WarningImportance
		s.entered.SetText(w.Say("site.entered_again", nil))
	}
	said := s.state.Text
	s.state.SetText(words)
	widgets.SetHidden(s.entered, fact != nil && !again)
	widgets.SetHidden(s.takeBack, fact == nil)
	if words != said {
		widgets.Arrange(s.scroll)
	}
}

// onEntered asks on which day the data was entered at the site, and notes it.
func (s *sitePanel) onEntered() {
	if s.id == "" {
		return
	}
	w, r, id := s.window, s.window.Registrar(), s.id
	f := frame.NewRecordForm(w)
	f.Fields.Add(widgets.Wrapped(w.Say("site.entered_about", nil)))
	if s.known.errors > 0 {
		f.Fields.Add(widgets.WarningLine(w.Say("site.entered_wrong", map[string]any{"count": s.known.errors})))
	}
	if len(s.known.doubts) > 0 {
		f.Fields.Add(widgets.WarningLine(w.Say("site.entered_doubts", map[string]any{"count": len(s.known.doubts)})))
		for _, doubt := range s.known.doubts[:min(len(s.known.doubts), mostDoubts)] {
			f.Fields.Add(widgets.Small("• " + w.Phrase(doubt)))
		}
	}
	f.Day("site.entered_day")
	f.Ask(w.Say("site.entered_title", nil), "site.entered_yes", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		fact, noted := data.Fact{Kind: data.FactEntered, On: f.TypedDay()}, noting{id: id, said: "site.noted"}
		f.Save(func(ctx context.Context) error {
			noted.who = frame.NameOf(r, id)
			return r.Table.Record(registrar.Numbered(ctx, &noted.number), []string{id}, fact)
		}, func() { s.onNoted(noted) })
	})
}

// mostDoubts is how many of the unanswered questions are said one by one.
const mostDoubts = 3

// onTakeBack takes the note back that the data was entered.
func (s *sitePanel) onTakeBack() {
	w, r, noted := s.window, s.window.Registrar(), noting{id: s.id, said: "record.taken_back"}
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (noting, error) {
		noted.who = frame.NameOf(r, noted.id)
		err := r.Table.TakeBack(registrar.Numbered(ctx, &noted.number), noted.id, data.FactEntered, "")
		return noted, err
	}, func(noted noting, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		s.onNoted(noted)
	})
}

// noting is that somebody was noted as entered, or as not: whose, by which act, and the id of
// what is said of it.
type noting struct {
	id, who, said string
	number        int64
}

func (s *sitePanel) onNoted(n noting) {
	s.window.DidFor(n.who, s.window.Say(n.said, nil), n.number)
	if n.id == s.id {
		s.show(n.id)
	}
}

// onOriginals warns, and asks for a folder for the files of the graduate shown.
func (s *sitePanel) onOriginals() {
	w, id := s.window, s.id
	if id == "" {
		return
	}
	to := frame.NewRecipient(w)
	to.About(registrar.EventOriginals, id)
	w.Ask(w.Say("site.originals_title", nil), container.NewVBox(widgets.WarningLine(w.Say("site.originals_warning", nil)), to.Field.Box), 520,
		frame.Choice{Label: w.Say("site.originals_where", nil), Chosen: func() {
			w.Files.Folder(w.Say("site.originals_title", nil), func(folder string) { s.saveOriginals(id, folder, to.Said()) })
		}}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (s *sitePanel) saveOriginals(id, folder, whom string) {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, w.Say("site.saving", nil), func(ctx context.Context, told frame.Progress) (int, error) {
		return r.Printing.SaveOriginals(registrar.GoesTo(ctx, whom), []string{id}, folder, told)
	}, s.onOriginalsSaved)
}

func (s *sitePanel) onOriginalsSaved(written int, err error) {
	w := s.window
	if err != nil && registrar.CodeOf(err) != "attachment.no_originals" {
		w.Fail(err)
		return
	}
	if err != nil {
		w.Done(w.Explain(err), nil)
		return
	}
	w.DoneForGood(w.Say("site.originals_saved", map[string]any{"number": written}))
}
