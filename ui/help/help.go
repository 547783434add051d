// Package help tells the rules of the open campaign and how the program is worked.
package help

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Screen answers: what are the rules of this campaign, and how is the program
// worked?
type Screen struct {
	window *frame.Window
	search *widgets.Entry
	// back leads to where the help was asked; it stands in backRow. whole is all of the page.
	back           *widgets.Button
	backRow, whole *fyne.Container
	page           *fyne.Container
	// guides are the buttons of the guides, before the sign-in.
	guides *fyne.Container
	scroll *container.Scroll
	asked  frame.Turn
	// rest is what is not on the page yet, lines the section that is being put there; growing is the
	// turn of the next.
	rest    []helpSection
	lines   *fyne.Container
	growing frame.Turn
	// from is the page or the dialog from which somebody has asked, field the code of the field of a form
	// that had the keyboard; again says that they stay: the window was built anew.
	from, field string
	again       bool
	// book is all there is, in words; shownOnce says that it is on the page.
	*book
	shownOnce bool
}

// New makes the help of the open campaign.
func New(w *frame.Window) *Screen {
	s := &Screen{window: w, page: container.NewVBox()}
	s.search = widgets.NewSearch(w.Say("help_screen.search", nil))
	s.search.OnChanged = func(string) { s.load() }
	s.search.OnEscape = s.onEscape
	s.back = widgets.NewButton("", theme.NavigateBackIcon(), w.BackFromHelp)
	return s
}

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	title := widgets.Heading(s.window.Say("screen.help", nil))
	title.Wrapping = fyne.TextWrapOff
	guide := widgets.NewButton(guideWords(s.window), theme.DocumentIcon(), func() { OpenGuide(s.window, s.window.Registrar().Campaign()) })
	head := widgets.SearchHead(s.search, 360*s.window.Scale(), title, guide)
	s.backRow = container.NewHBox(s.back)
	s.backRow.Hide()
	s.whole = container.NewPadded(s.under(container.NewVBox(head, s.backRow)))
	return s.whole
}

// onEscape empties the search; where nothing is searched for it goes back to where somebody has
// asked.
func (s *Screen) onEscape() {
	if s.search.Text == "" {
		s.window.BackFromHelp()
		return
	}
	s.search.SetText("")
}

// showBack offers the way back to the page from which the help was asked.
func (s *Screen) showBack() {
	from := s.window.Asker()
	widgets.SetHidden(s.backRow, from == "")
	if from != "" {
		s.back.SetText(s.window.Say("help_screen.back", map[string]any{"screen": s.window.Say("screen."+from, nil)}))
	}
	widgets.Arrange(s.whole)
}

// under is the page below what stands over it.
func (s *Screen) under(head fyne.CanvasObject) fyne.CanvasObject {
	s.scroll = container.NewVScroll(container.New(&widgets.Readable{Width: 900 * s.window.Scale()}, s.page))
	return container.NewBorder(head, nil, nil, nil, s.scroll)
}

// Arrive shows first what is said of the page from which somebody has asked.
func (s *Screen) Arrive(r frame.Route) {
	if s.again {
		s.again = false
		return
	}
	same := r.About == s.from && r.Field == s.field && (s.from == "" || s.search.Text == "")
	s.from, s.field = r.About, r.Field
	if s.from != "" {
		s.search.SetText("")
	}
	switch {
	case !s.shownOnce:
	case same:
		s.scroll.ScrollToTop() // it stands there: to wrap all words again takes a second
	default:
		s.load()
	}
}

// ordered puts before all else what was asked about, until something is searched for: the rule of the
// field, what the page or the dialog is for and how it is worked with, then the rules that it follows.
func (s *Screen) ordered(sections []helpSection) []helpSection {
	if s.search.Text != "" || s.from == "" {
		return sections
	}
	first := s.begins()
	var ruled, rest []helpSection
	for _, section := range sections {
		asked, others := section, section
		asked.lines, others.lines = nil, nil
		for _, line := range section.lines {
			if line.page != "" && line.page == s.from {
				asked.lines = append(asked.lines, line)
			} else {
				others.lines = append(others.lines, line)
			}
		}
		switch {
		case len(asked.lines) == 0:
		case section.id == "pages":
			first = append(first, headed(asked))
		default:
			first = append(first, asked)
		}
		switch {
		case len(others.lines) == 0:
		case section.id == subjects[s.from]:
			ruled = append(ruled, others)
		default:
			rest = append(rest, others)
		}
	}
	return slices.Concat(first, ruled, rest)
}

// begins is what is told to who asks there and to nobody else: of the field, and of the dialog.
func (s *Screen) begins() (first []helpSection) {
	h := &helpWords{window: s.window}
	if r := s.window.Registrar(); r != nil {
		h.campaign = r.Campaign()
	}
	if s.field != "" && h.campaign != nil {
		if section, is := h.field(s.field); is {
			first = append(first, section)
		}
	}
	if section, is := h.dialog(s.from); is {
		first = append(first, section)
	}
	return first
}

// Shown puts the rules of the campaign into words, the first time.
func (s *Screen) Shown() {
	s.showBack()
	if !s.shownOnce {
		s.shownOnce = true
		s.book = newBook(helpSections(s.window))
		s.load()
	}
	s.window.Canvas().Focus(s.search)
}

// Changed has the days of the campaign told anew.
func (s *Screen) Changed(signal registrar.Signal) {
	if signal == registrar.CalendarChanged && s.shownOnce {
		s.book = newBook(helpSections(s.window))
		s.load()
	}
}

// kept is what was searched for, and what stood first.
type kept struct{ search, from, field string }

// Keep is what was searched for.
func (s *Screen) Keep() any { return kept{s.search.Text, s.from, s.field} }

// GiveBack searches for it again when the page is shown.
func (s *Screen) GiveBack(was any) {
	k := was.(kept)
	s.search.Text, s.from, s.field, s.again = k.search, k.from, k.field, true
}

// OnSearch goes to the search.
func (s *Screen) OnSearch() { s.window.SearchIn(s.search) }

// load shows what the search finds; all there is at once.
func (s *Screen) load() {
	book, words := s.book, asked(s.search.Text, s.window.Say("help_screen.passed_over", nil))
	if len(words) == 0 {
		s.asked.Void()
		s.onFound(slices.Clone(book.sections), nil)
		return
	}
	frame.Run(s.window, &s.asked, func(context.Context) ([]helpSection, error) { return book.find(words), nil }, s.onFound)
}

func (s *Screen) onFound(sections []helpSection, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.page.Objects, s.rest, s.lines = nil, s.ordered(sections), nil
	s.growing.Void()
	if len(sections) == 0 {
		s.page.Objects = []fyne.CanvasObject{widgets.Wrapped(s.window.Say("help_screen.nothing", nil))}
	}
	s.grow(firstLines)
	s.scroll.ScrollToTop()
	s.goOn()
}

// firstLines are about as many as a window shows: they stand there at once. Of those below them
// nextLines come at a time, so that the window answers meanwhile: to wrap all words takes a second
// and more on a busy PC.
const firstLines, nextLines = 16, 16

// goOn puts the next lines onto the page until all are there.
func (s *Screen) goOn() {
	if len(s.rest) == 0 {
		return
	}
	frame.RunAside(s.window, &s.growing, func(context.Context) (struct{}, error) { return struct{}{}, nil }, func(struct{}, error) {
		s.grow(nextLines)
		s.goOn()
	})
}

// grow puts so many more lines below those that are on the page.
func (s *Screen) grow(number int) {
	for ; number > 0 && len(s.rest) > 0; number-- {
		section := &s.rest[0]
		if s.lines == nil {
			s.lines = container.New(layout.NewCustomPaddedVBoxLayout(0))
			s.page.Objects = append(s.page.Objects, headingOf(section), widgets.Panel(s.lines))
		}
		s.lines.Objects = append(s.lines.Objects, s.line(section.lines[0]))
		if section.lines = section.lines[1:]; len(section.lines) == 0 {
			s.rest, s.lines = s.rest[1:], nil
		}
	}
	// Words that wrap know their height only when they have their width.
	for range 2 {
		widgets.Arrange(s.scroll)
	}
}

func headingOf(section *helpSection) *widget.Label {
	title := widget.NewLabelWithStyle(section.title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName, title.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return title
}

func (s *Screen) line(line helpLine) fyne.CanvasObject {
	words := widgets.Wrapped(line.words)
	switch {
	case line.title != "":
		title := widgets.Wrapped(line.title)
		title.TextStyle = fyne.TextStyle{Bold: true}
		return container.New(widgets.Snug, title, words)
	case line.mark == "":
		return words
	}
	mark := widget.NewLabelWithStyle(line.mark, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	return container.NewBorder(nil, nil, container.New(&widgets.FixedWidth{Width: 104 * s.window.Scale()}, mark), nil, words)
}
