// Package printing makes any document for any graduates: the choice at the left, the very
// PDF at the right.
package printing

import (
	"io"
	"slices"

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

// Screen prints any document for any graduates: the choice at the left, the
// very PDF at the right. It belongs to the registry that was open when it was made.
type Screen struct {
	window    *frame.Window
	registrar *registrar.Registrar
	preview   *preview

	making frame.Turn
	// draw draws the document that the preview shows.
	draw func(w io.Writer, job printing.Job) (printing.Printed, error)
	// stale says that what is shown was made from what has changed since.
	stale bool
	// pending calls off a change of typed words that is not shown yet.
	pending func()
	// documents and audiences are what the two lists offer, in their order.
	documents []string
	audiences []audience
	chosen    audience
	// only are the graduates who came from the screen of graduates, shown says that nobody ticked
	// them there; sent says that a button there has led here.
	only  []string
	shown bool
	sent  bool
	saved savedFile
	// named is what is said of the document that is shown: see [Screen.askNamed].
	named  printing.Printed
	agreed agreed
	// inMaking says that what is chosen is not shown yet; next is what waits for it, nil for nothing.
	inMaking bool
	next     func()

	document, audience *widgets.Select
	// state narrows the audience to those who are so far.
	state    *widgets.FilterSelect
	language *widgets.Select
	options  *options
	final    *widgets.FollowedCheck
	date     *widgets.DateEntry
	number   *widgets.Entry
	to       *frame.Recipient
	// fields are the choice with the notes under it; listFields are only for a list.
	fields, listFields *fyne.Container
	languageField      *fyne.Container
	// documentField and audienceField are the first two of the choice.
	documentField, audienceField *fyne.Container
	// personal is asked for a document that is for somebody.
	personal           *fyne.Container
	notes, saves       *fyne.Container
	scroll             *container.Scroll
	savePDF, saveExcel *widgets.Button
	openPDF            *widgets.Button
	printPDF           *widgets.Button

	// system prints on this PC; finding is the turn of what it is asked before.
	system  printing.System
	finding frame.Turn
	// pages counts those of the document that is shown.
	pages int
	// marks note what becomes of the paper.
	marks *fyne.Container
	// again is the entry of the history that is shown as it was printed, 0 for what would be
	// printed now; past stands then in the place of choice.
	again   int64
	past    *fyne.Container
	asItWas *widget.Label
	choice  []*fyne.Container
	// queue are the documents on their way to the paper, queued their lines.
	queue  []*sentJob
	queued *fyne.Container
}

// printWidth is the width of the left column.
const printWidth = 300

// New makes the screen of the open registry.
func New(w *frame.Window) *Screen {
	r := w.Registrar()
	draw := func(w io.Writer, job printing.Job) (printing.Printed, error) {
		return r.Printing.Draw(w, registrar.FormatPDF, job)
	}
	return &Screen{window: w, registrar: r, draw: draw, preview: newPreview(w), stale: true, system: printing.Here(w.PrintFile)}
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	s.buildChoice()
	s.buildButtons()
	s.notes, s.queued = container.NewVBox(), container.NewVBox()
	s.buildMarks()
	s.buildAgain()
	head := widget.NewLabelWithStyle(s.say("screen.printing"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameHeadingText
	s.fields = container.NewVBox(
		s.past,
		s.documentField,
		s.personal,
		s.listFields,
		s.languageField,
		s.options.box,
		s.notes,
		s.marks)
	buttons := container.NewVBox(widget.NewSeparator(), s.queued, s.saves, s.openPDF, s.printPDF)
	besideBar := layout.NewCustomPaddedLayout(0, 0, 0, theme.Padding()+theme.ScrollBarSmallSize())
	s.scroll = container.NewVScroll(container.New(besideBar, s.fields))
	body := container.NewBorder(head, buttons, nil, nil, s.scroll)
	column := container.New(&widgets.FixedWidth{Width: printWidth * s.window.Scale()}, widgets.Panel(body))
	left := container.New(layout.NewHBoxLayout(), column, widget.NewSeparator())
	preview := s.preview.build()
	s.offerFormats()
	// The left column comes first in the order of Tab.
	return container.New(layout.NewBorderLayout(nil, nil, left, nil), left, preview)
}

func (s *Screen) buildChoice() {
	s.documents = s.registrar.Printing.Documents()
	titles := make([]string, len(s.documents))
	for i, d := range s.documents {
		titles[i] = s.window.Word(s.registrar.Printing.Document(d).Title)
	}
	s.document = widgets.NewSelect(titles, nil)
	s.document.SetSelectedIndex(0)
	s.document.OnChanged = s.onDocument
	s.audience = widgets.NewSelect(nil, s.onAudience)
	s.state = widgets.NewFilterSelect(s.say("ui.all_statuses"), s.onState)
	s.state.Offer(s.states(), s.stateWords)
	s.final = widgets.NewCheck(s.say("printing_screen.final"), func(bool) { s.remake() })
	s.to = frame.NewRecipient(s.window)
	s.documentField, s.audienceField = s.captioned("printing_screen.document", s.document), s.captioned("printing_screen.for_whom", container.NewVBox(s.audience, s.state))
	whom := s.captioned("recipient.field", s.to.Entry)
	// A history that cannot be written keeps nobody.
	widgets.SetHidden(whom, s.window.OnlyLooking())
	s.personal = container.NewVBox(s.audienceField, whom)
	s.date, s.number = s.day(), s.typed("")
	s.listFields = container.NewVBox(s.final, container.NewGridWithColumns(2,
		s.captioned("printing_screen.date", s.date), s.captioned("printing_screen.number", s.number)), widgets.Small(s.say("printing_screen.pen")))
	s.listFields.Hide()
	s.buildLanguage()
	s.options = newOptions(s)
	s.choice = []*fyne.Container{s.documentField, s.audienceField, s.listFields, s.languageField, s.options.box}
}

// buildLanguage offers the languages of a document whose language can be chosen, the
// campaign's own at first.
func (s *Screen) buildLanguage() {
	s.language = widgets.NewSelect(frame.LanguageNames(s.window), nil)
	s.language.SetSelectedIndex(slices.Index(text.Languages(), s.registrar.Campaign().Language))
	s.language.OnChanged = func(string) { s.remake() }
	s.languageField = s.captioned("printing_screen.language", s.language)
	s.languageField.Hide()
}

func (s *Screen) buildButtons() {
	s.savePDF = widgets.NewButton(s.say("printing_screen.save_pdf"), nil, func() { s.onSave(registrar.FormatPDF) })
	s.saveExcel = widgets.NewButton(s.say("printing_screen.save_excel"), nil, func() { s.onSave(registrar.FormatExcel) })
	s.openPDF = widgets.NewButton(s.say("printing_screen.open"), nil, s.onOpen)
	s.printPDF = widgets.NewButton(s.say("printing_screen.print"), theme.DocumentPrintIcon(), s.onPrint)
	s.printPDF.Importance = widget.HighImportance
	s.saves = container.NewHBox(s.savePDF, s.saveExcel)
	s.allow(false)
}

// typed is an entry whose words are shown in the preview when the typing rests, and
// at once on Enter and when it is left.
func (s *Screen) typed(placeholder string) *widgets.Entry {
	e := widgets.NewEntry(placeholder)
	s.heard(e)
	return e
}

// day is such an entry of a day of this year or the one before, which can be picked too.
func (s *Screen) day() *widgets.DateEntry {
	d := s.window.NewDateEntry()
	d.LastYear = s.registrar.Today().Time().Year()
	d.FirstYear = d.LastYear - 1
	d.OnPicked = func(string) { s.onRested() }
	s.heard(&d.Entry)
	return d
}

// heard lets the preview follow what is typed.
func (s *Screen) heard(e *widgets.Entry) {
	e.OnChanged = s.onTyped
	e.OnSubmitted = func(string) { s.onRested() }
	e.OnLeave = s.onRested
}

// captioned puts a caption above a field.
func (s *Screen) captioned(id string, field fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.Small(s.say(id)), field)
}

// arrange gives the column its place anew when something in it came or went.
func (s *Screen) arrange() {
	widgets.Arrange(s.scroll)
}

func (s *Screen) say(id string) string { return s.window.Say(id, nil) }

// Shown makes the document anew where something under it has changed.
func (s *Screen) Shown() {
	if ticked := s.window.Ticked(); !s.sent && !slices.Equal(ticked, s.only) {
		s.follow(ticked)
	}
	if !s.sent {
		s.showAgain(0)
		s.forgetState()
	}
	s.sent = false
	if s.stale {
		s.remake()
	}
	s.window.Canvas().Focus(s.document)
}

// follow makes those who are ticked the selection. Nobody ticked and nobody sent forgets an
// earlier selection; a class that was chosen here stays.
func (s *Screen) follow(ticked []string) {
	if len(ticked) > 0 || s.chosen.kind == selection {
		s.choose(ticked, false)
		return
	}
	s.only, s.stale = nil, true
}

// Changed notes that graduates or the school are no longer as printed.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.HistoryGrew {
		return
	}
	s.stale = true
	if s.window.Shows(s) {
		s.remake()
	}
}

// OnPaper chooses another document for those who are chosen.
func (s *Screen) OnPaper(code string) {
	if at := slices.Index(s.documents, code); at >= 0 {
		s.document.SetSelectedIndex(at)
	}
}

// Arrive chooses the graduates and the document of a route; with a document nobody named is
// everybody.
func (s *Screen) Arrive(r frame.Route) {
	if at := slices.Index(s.documents, r.Paper); at >= 0 && at != s.document.SelectedIndex() {
		s.document.Selected, s.stale = s.document.Options[at], true
		s.offerFormats()
	}
	if len(r.Only) > 0 || r.Paper != "" {
		s.choose(r.Only, r.Shown)
		s.sent = true
		s.showAgain(r.Again)
	}
}

// OnPrint asks how the document is put on paper.
func (s *Screen) OnPrint() { s.onPrint() }

// OnSearch asks what is looked for in the document that is shown.
func (s *Screen) OnSearch() { s.preview.find.show() }

// OnSeek goes to where it stands next, or before.
func (s *Screen) OnSeek(back bool) { s.preview.find.seek(back) }

// MainAction saves the PDF that the preview shows.
func (s *Screen) MainAction() { s.onSave(".pdf") }
