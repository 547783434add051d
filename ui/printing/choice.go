package printing

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/layout"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/ui/frame"
)

// rest is how long typing must rest before the preview follows it.
const rest = 400 * time.Millisecond

// audienceKind says by what the graduates of a document are chosen.
type audienceKind int

const (
	everybody audienceKind = iota
	ofClass
	selection
)

// audience is for whom a document is made.
type audience struct {
	kind  audienceKind
	class string
	// only are ids: those of the selection, and those who have no class, which
	// cannot be asked for by its name.
	only []string
	size int
	// shown says that a list showed them by a search or a filter, and nobody ticked them.
	shown bool
	// name is that of a selection of one, inFile the surname with the class.
	name, inFile string
}

// same reports whether two audiences are one choice, whoever is in it now.
func (a audience) same(b audience) bool { return a.kind == b.kind && a.class == b.class }

// audiencesOf are the choices that these graduates allow, who stand in the order of
// their classes.
func audiencesOf(rows []registrar.Row, only []string, shown bool) []audience {
	all := []audience{{kind: everybody, size: len(rows)}}
	marked := audience{kind: selection, shown: shown}
	for _, row := range rows {
		g := row.Graduate
		if last := &all[len(all)-1]; last.kind != ofClass || last.class != g.Class {
			all = append(all, audience{kind: ofClass, class: g.Class})
		}
		last := &all[len(all)-1]
		last.size++
		if g.Class == "" {
			last.only = append(last.only, g.ID)
		}
		if slices.Contains(only, g.ID) {
			marked.only, marked.name = append(marked.only, g.ID), g.FullName()
			marked.inFile = strings.Join(frame.Filled(g.Surname, g.Class), "-")
		}
	}
	if marked.size = len(marked.only); marked.size > 0 {
		all = append(all, marked)
	}
	return all
}

// title is an audience in words.
func (s *Screen) title(a audience) string {
	switch {
	case a.kind == selection && a.size == 1 && a.name != "":
		return a.name
	case a.kind == selection && a.shown:
		return s.window.Say("printing_screen.shown", map[string]any{"number": a.size})
	case a.kind == selection:
		return s.window.Say("printing_screen.selected", map[string]any{"number": a.size})
	case a.kind == everybody:
		return s.window.Say("printing_screen.everybody", map[string]any{"number": a.size})
	case a.class == "":
		return s.window.Say("printing_screen.class", map[string]any{"class": s.say("ui.no_class"), "number": a.size})
	}
	return s.window.Say("printing_screen.class", map[string]any{"class": a.class, "number": a.size})
}

// states are by what the audience can be narrowed: nobody who was removed is printed.
func (s *Screen) states() []string {
	return slices.DeleteFunc(frame.States(s.registrar.Campaign()), func(code string) bool { return code == string(data.StatusRemoved) })
}

func (s *Screen) stateWords(code string) string { return frame.StateWords(s.window, code) }

func (s *Screen) onState(string) { s.remake() }

// forgetState chooses people in whatever state: a list that half an hour later goes to the centre
// lacks nobody by a choice that is forgotten.
func (s *Screen) forgetState() {
	if s.state.Chosen() != "" {
		s.state.Choose("")
		s.stale = true
	}
}

// choose makes a selection the audience, in whatever state; an empty one is everybody. Shown says
// that a list shows them and nobody ticked them.
func (s *Screen) choose(ids []string, shown bool) {
	s.state.Choose("")
	s.only, s.shown, s.chosen, s.stale = ids, shown, audience{}, true
	if len(ids) > 0 {
		s.chosen = audience{kind: selection, only: ids, size: len(ids), shown: shown}
	}
}

// offer fills the list of audiences and marks the one at the place chosen.
func (s *Screen) offer(audiences []audience, chosen int) {
	s.audiences, s.chosen = audiences, audiences[chosen]
	s.audience.Options = make([]string, len(audiences))
	for i, a := range audiences {
		s.audience.Options[i] = s.title(a)
	}
	s.audience.Selected = s.audience.Options[chosen]
	s.audience.Refresh()
	s.address()
}

// address asks to whom the document goes that is chosen for these graduates.
func (s *Screen) address() {
	job := s.job()
	s.to.Usually(s.registrar.Printing.Document(job.Document).To, slices.Concat([]string{job.Document, job.Class}, job.Only)...)
}

// of is a job for this audience.
func (a audience) of(job printing.Job) printing.Job {
	job.Class, job.Only = a.class, a.only
	return job
}

// job is what is chosen.
func (s *Screen) job() printing.Job {
	job := printing.Job{Document: s.documents[max(s.document.SelectedIndex(), 0)], Again: s.again}
	if s.again != 0 {
		return job
	}
	if s.registrar.Printing.Document(job.Document).Outgoing {
		job.Final, job.OutgoingDate, job.OutgoingNumber = s.final.Checked, s.date.Text, s.number.Text
	}
	if s.registrar.Printing.Document(job.Document).Languages {
		job.Language = text.Languages()[max(s.language.SelectedIndex(), 0)]
	}
	s.options.into(&job)
	if s.registrar.Printing.Document(job.Document).AboutNobody(job) {
		return job
	}
	in := frame.InState(s.state.Chosen())
	job.Status, job.Card = in.Status, in.Card
	return s.chosen.of(job)
}

func (s *Screen) onDocument(string) {
	s.offerFormats()
	s.remake()
}

// offerFormats shows what the document may be written to and asked about.
func (s *Screen) offerFormats() {
	job := s.job()
	document := s.registrar.Printing.Document(job.Document)
	s.listFields.Hidden = !document.Outgoing
	s.personal.Hidden = document.AboutNobody(job)
	s.languageField.Hidden = !document.Languages
	s.options.offer(document)
	s.documentField.Hidden, s.audienceField.Hidden, s.options.box.Hidden = false, false, false
	s.hideChoice()
	s.saveExcel.Hidden = s.again != 0 || !slices.Contains(document.Formats, registrar.FormatExcel)
	s.saves.Layout = layout.NewGridLayoutWithColumns(1)
	if !s.saveExcel.Hidden {
		s.saves.Layout = layout.NewGridLayoutWithColumns(2)
	}
	s.saves.Refresh()
	s.address()
	s.arrange()
}

func (s *Screen) onAudience(string) {
	if at := s.audience.SelectedIndex(); at >= 0 {
		s.chosen = s.audiences[at]
		s.address()
		s.remake()
	}
}

// onTyped waits until the typing rests.
func (s *Screen) onTyped(string) {
	if s.pending != nil {
		s.pending()
	}
	s.pending = s.window.After(rest, s.onRested)
}

func (s *Screen) onRested() {
	if s.pending != nil {
		s.remake()
	}
}

// kept is what was chosen and typed: the registry knows nothing of it.
type kept struct {
	document     string
	chosen       audience
	only         []string
	shown        bool
	final        bool
	date, number string
	state        string
	language     int
	options      optionsKept
	// zoom is how large the preview was, page the one that it showed.
	zoom, page int
	queue      []*sentJob
	again      int64
	sought     soughtKept
}

// Keep is the choice beside the preview, and what of that is shown.
func (s *Screen) Keep() any {
	return kept{s.job().Document, s.chosen, s.only, s.shown, s.final.Checked, s.date.Text, s.number.Text, s.state.Chosen(), s.language.SelectedIndex(), s.options.keep(),
		s.preview.zooms.SelectedIndex(), s.preview.page, s.queue, s.again, s.preview.find.keep()}
}

// GiveBack puts the choice back; the document is made when the screen is shown.
func (s *Screen) GiveBack(was any) {
	k := was.(kept)
	s.chosen, s.only, s.shown = k.chosen, k.only, k.shown
	s.final.Checked, s.date.Text, s.number.Text = k.final, k.date, k.number
	s.state.Choose(k.state)
	s.language.Selected = s.language.Options[max(k.language, 0)]
	if at := slices.Index(s.documents, k.document); at >= 0 {
		s.document.Selected = s.document.Options[at]
	}
	s.preview.zooms.SetSelectedIndex(k.zoom)
	s.preview.first = k.page
	s.preview.find.giveBack(k.sought)
	// What is given back was chosen before the look changed: it is as if it were sent again.
	s.sent = len(k.only) > 0 || k.again != 0 || k.state != ""
	s.again = k.again
	s.followQueue(k.queue)
	s.offerFormats()
	if s.options.giveBack(k.options); k.options.blank {
		s.offerFormats()
	}
}
