package printing

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// made is a document with what the screen says about it. Refused is why there is
// none; the audiences are there all the same, the one that it is for among them.
type made struct {
	audiences []audience
	chosen    int
	job       printing.Job
	pdf       []byte
	printed   printing.Printed
	refused   error
	// nobody says that it is for people, and that there is nobody at all.
	nobody bool
}

// remake makes the chosen document anew and shows it. An earlier answer that is
// still on its way is dropped.
func (s *Screen) remake() {
	if s.pending != nil {
		s.pending()
		s.pending = nil
	}
	s.stale, s.inMaking, s.next = false, true, nil
	s.finding.Void()
	s.preview.expect()
	r, draw, job, chosen, only, shown := s.registrar, s.draw, s.job(), s.chosen, s.only, s.shown
	frame.Run(s.window, &s.making, func(context.Context) (made, error) {
		rows, err := r.Table.List(registrar.Filter{})
		if err != nil {
			return made{}, err
		}
		var pdf bytes.Buffer
		m := made{audiences: audiencesOf(rows, only, shown), job: job}
		m.chosen = max(slices.IndexFunc(m.audiences, chosen.same), 0)
		if !r.Printing.Document(job.Document).AboutNobody(job) {
			job, m.nobody = m.audiences[m.chosen].of(job), r.Table.Count() == 0
		}
		m.printed, m.refused = draw(&pdf, job)
		m.pdf = pdf.Bytes()
		return m, nil
	}, s.onMade)
}

// whenMade does something as soon as what is chosen is what the screen shows; where it is refused, or
// something else is chosen meanwhile, nothing.
func (s *Screen) whenMade(do func()) {
	if s.inMaking {
		s.next = do
		return
	}
	do()
}

func (s *Screen) onMade(m made, err error) {
	next := s.next
	s.inMaking, s.next = false, nil
	if err == nil {
		s.offer(m.audiences, m.chosen)
	}
	if err = errors.Join(err, m.refused); err != nil {
		s.onRefused(err, m.nobody)
		return
	}
	s.tell(m.printed)
	s.named, s.pages = m.printed, m.printed.Pages
	if m.job.Again == 0 {
		s.options.remember(m.job)
	}
	s.tellAgain(m.printed.Then)
	s.offerMarks(m.printed)
	s.allow(true)
	s.preview.open(m.pdf)
	if next != nil && s.window.Shows(s) {
		next()
	}
}

// onRefused says in the place of the preview why there is no document, and what
// helps; where nobody is there at all, what is done first.
func (s *Screen) onRefused(err error, nobody bool) {
	s.window.Log.Info("document refused", "code", frame.Logged(err))
	sentence := s.window.Explain(err)
	var refused *registrar.Error
	if errors.As(err, &refused) && s.window.Text().Has("printing_screen.do."+refused.Code) {
		sentence += "\n\n" + s.say("printing_screen.do."+refused.Code)
	}
	s.notes.RemoveAll()
	s.marks.Hide()
	s.arrange()
	s.allow(false)
	if nobody {
		s.preview.refuseAll(s.say("printing_screen.nobody"))
		return
	}
	s.preview.refuse(sentence)
}

// allow lets the document be saved, or not.
func (s *Screen) allow(may bool) {
	may = may && s.window.May(registrar.RightPrint)
	widgets.Enable(s.savePDF, may)
	widgets.Enable(s.saveExcel, may)
	widgets.Enable(s.openPDF, may)
	widgets.Enable(s.printPDF, may)
}

// tell says beside the document what the paper does not: how many are in it, who is
// not and why, what is not final in it.
func (s *Screen) tell(printed printing.Printed) {
	s.notes.RemoveAll()
	if !printed.Impersonal {
		s.notes.Add(widgets.Small(s.window.Say("printing_screen.count", map[string]any{"count": printed.Graduates})))
	}
	for _, note := range printed.Notes {
		s.warn(note.ID, note.Args)
	}
	if drafts := len(printed.Drafts); drafts > 0 {
		s.warn("printing_screen.drafts", map[string]any{"count": drafts})
	}
	if printed.Unconfirmed {
		s.note(theme.InfoIcon(), widgets.Small(s.say("printing_screen.layout")))
	}
	if printed.Worded {
		s.note(theme.InfoIcon(), widgets.Small(s.say("printing_screen.worded")))
	}
	if printed.Registered > 0 {
		s.warn("printing_screen.registered", map[string]any{"number": printed.Registered})
	}
	s.warnOf("printing_screen.doubted", printed.Doubted)
	s.warnOf("printing_screen.copied", printed.Copied)
	if len(printed.Unready) > 0 {
		s.warn("printing_screen.unready", map[string]any{"number": len(printed.Unready)})
		s.note(nil, widgets.Small(strings.Join(namesOf(printed.Unready), "\n")))
	}
	s.warnOf("printing_screen.against", printed.Against)
	if s.job().Final && s.registrar.Campaign().Has(registrar.CapabilityLists) {
		s.note(theme.InfoIcon(), widgets.Small(s.say("printing_screen.on_paper")))
	}
	if len(printed.Left) > 0 {
		s.warn("printing_screen.left", map[string]any{"number": len(printed.Left)})
	}
	for _, left := range printed.Left {
		s.note(nil, widgets.Small(left.Name+": "+s.say("print.left."+left.Reason)))
	}
	s.arrange()
}

func namesOf(unready []printing.Unready) []string {
	names := make([]string, len(unready))
	for i, u := range unready {
		names[i] = u.Name
	}
	return names
}

// doubtLines are those whose picture is doubted, each with the first that is found in it.
func (s *Screen) doubtLines(doubted []printing.Doubted) []string {
	lines := make([]string, len(doubted))
	for i, d := range doubted {
		lines[i] = d.Name + ": " + text.FirstSentence(s.window.Say(d.Found[0].ID, d.Found[0].Args))
	}
	return lines
}

// warnOf adds how many they are, and each with what is found; nothing for nobody.
func (s *Screen) warnOf(id string, doubted []printing.Doubted) {
	if len(doubted) == 0 {
		return
	}
	s.warn(id, map[string]any{"number": len(doubted)})
	for _, line := range s.doubtLines(doubted) {
		s.note(nil, widgets.Small(line))
	}
}

// warn adds a sentence that asks for attention, by its sign as by its colour.
func (s *Screen) warn(id string, args map[string]any) {
	words := widgets.Small(s.window.Say(id, args))
	words.Importance = widget.WarningImportance
	s.note(theme.NewWarningThemedResource(theme.WarningIcon()), words)
}

// note adds a sentence with its sign under the choice.
func (s *Screen) note(sign fyne.Resource, words *widget.Label) {
	air := layout.NewCustomPaddedLayout(theme.InnerPadding()-theme.Padding(), 0, 0, 0)
	s.notes.Add(container.NewBorder(nil, nil, container.NewVBox(container.New(air, widget.NewIcon(sign))), nil, words))
}
