package exchange

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/exchange"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// What a row of the centre's file is, in the order in which a person looks at them.
const (
	newsRejected = "rejected"
	newsDiffers  = "differs"
	newsUnknown  = "unknown"
	newsWarned   = "warned"
	newsHeld     = "held"
	newsNew      = "new"
	newsSame     = "same"
)

var newsKinds = []string{newsRejected, newsDiffers, newsUnknown, newsWarned, newsHeld, newsNew, newsSame}

// newsKind is what a row is: a refusal first, then what was noted here otherwise.
func newsKind(n *exchange.News) string {
	switch {
	case n.Why != nil:
		return newsUnknown
	case n.Verdict == exchange.VerdictRejected || n.Verdict == string(data.AnswerRefused):
		return newsRejected
	case n.Differs:
		return newsDiffers
	case n.Verdict == exchange.VerdictWarning:
		return newsWarned
	case n.Verdict == exchange.VerdictHeld:
		return newsHeld
	case len(n.Changes) > 0:
		return newsNew
	}
	return newsSame
}

// isNews says that a row is of a kind; of those that differ from what was noted here are refusals too.
func isNews(n *exchange.News, kind string) bool {
	return newsKind(n) == kind || kind == newsDiffers && n.Differs
}

func newsLook(kind string) (fyne.Resource, fyne.ThemeColorName) {
	switch kind {
	case newsRejected:
		return theme.ErrorIcon(), theme.ColorNameError
	case newsDiffers, newsWarned:
		return theme.WarningIcon(), theme.ColorNameWarning
	case newsUnknown:
		return theme.QuestionIcon(), theme.ColorNameWarning
	case newsHeld:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	case newsSame:
		return theme.ConfirmIcon(), theme.ColorNamePlaceHolder
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// columns are those of the rows of a file.
func (c *came) columns() widgets.Listing[exchange.News] {
	s := c.screen
	column := func(name, title string, width float32, drop int, cell func(exchange.News) widgets.Cell) widgets.ColumnOf[exchange.News] {
		return widgets.ColumnOf[exchange.News]{Column: widgets.Column{Name: name, Title: s.window.Say(title, nil), Width: width, Drop: drop, TwoLines: true}, Cell: cell}
	}
	name := column("name", "column.name", 150, 0, func(n exchange.News) widgets.Cell { return widgets.Text(nameOf(n)) })
	name.Stretch = true
	return widgets.Listing[exchange.News]{name,
		column("about", "exchange_screen.column.about", 120, 1, func(n exchange.News) widgets.Cell { return widgets.Text(s.say("about."+n.About, nil)) }),
		column("verdict", "exchange_screen.column.verdict", 150, 0, func(n exchange.News) widgets.Cell {
			icon, colour := newsLook(newsKind(&n))
			return widgets.Cell{Text: s.verdictWords(n), Icon: icon, Colour: colour}
		}),
		column("news", "exchange_screen.column.news", 190, 2, func(n exchange.News) widgets.Cell {
			return widgets.Text(frame.OneLine(strings.Join(s.newsWords(n), "; ")))
		})}
}

// nameOf is who a row is about, by what names the person in messages where nobody here is.
func nameOf(n exchange.News) string {
	if n.Graduate == nil {
		return n.Key
	}
	return n.Graduate.FullName()
}

// verdictWords are what the centre says, in a word.
func (s *Screen) verdictWords(n exchange.News) string {
	switch n.About {
	case exchange.AboutRecord:
		return s.window.Say("exchange.verdict_"+n.Verdict, nil)
	case exchange.AboutAnswer:
		return s.window.Say("status."+n.Verdict, nil)
	}
	if state := s.window.Registrar().Campaign().ExternalStatus(n.Verdict); n.About == exchange.AboutState && state != nil {
		return state.Title
	}
	for _, id := range []string{"decision." + n.About + "_" + n.Verdict, "decision." + n.About} {
		if s.window.Text().Has(id) {
			return s.window.Say(id, nil)
		}
	}
	return s.say("news."+newsKind(&n), nil)
}

// newsWords are why, and what it changes here.
func (s *Screen) newsWords(n exchange.News) (words []string) {
	if n.Why != nil {
		words = append(words, s.window.Say(n.Why.ID, n.Why.Args))
	}
	for _, code := range n.Codes {
		words = append(words, s.codeWords(n, code))
	}
	if n.Note != "" {
		words = append(words, n.Note)
	}
	if len(words) > 0 || n.About == exchange.AboutRecord {
		return words
	}
	values := frame.NewChanges(s.window)
	for _, c := range n.Changes {
		words = append(words, s.titleOf(c.Field)+": "+values.Value(c.Field, c.After))
	}
	return words
}

// codeWords are a reason of the centre: of a refusal that of the campaign, else what the catalogue says.
func (s *Screen) codeWords(n exchange.News, code string) string {
	if reason := s.window.Registrar().Campaign().RefusalReason(code); n.About == exchange.AboutAnswer && reason != nil {
		return code + ". " + reason.Title
	}
	return s.wordsOf(code)
}

// wordsOf is a code that the centre gives as a reason, in the words of the catalogue where it has any.
func (s *Screen) wordsOf(code string) string {
	if s.window.Text().Has(code) {
		return s.window.Say(code, nil)
	}
	return code
}

// showPanel shows the current row: why, and field by field what it was and what it becomes.
func (c *came) showPanel() {
	c.panel.Objects = nil
	if n, there := c.current(); there {
		c.panel.Objects = c.parts(n)
	}
	c.scroll.Content.Refresh()
	widgets.Arrange(c.scroll)
	c.scroll.ScrollToTop()
}

func (c *came) current() (n exchange.News, there bool) {
	for i := range c.in.News {
		if keyOf(i) == c.table.Cursor() {
			return c.in.News[i], true
		}
	}
	return n, false
}

func (c *came) parts(n exchange.News) []fyne.CanvasObject {
	s := c.screen
	icon, colour := newsLook(newsKind(&n))
	parts := []fyne.CanvasObject{titled(nameOf(n)), widgets.ResultLine(theme.NewColoredResource(icon, colour), s.say("about."+n.About, nil)+": "+s.verdictWords(n))}
	if n.Differs {
		parts = append(parts, widgets.WarningLine(s.say("differs_said", nil)))
	}
	if n.Why != nil {
		parts = append(parts, widgets.Wrapped(frame.Capital(s.window.Say(n.Why.ID, n.Why.Args))))
	}
	for _, code := range n.Codes {
		parts = append(parts, widgets.BulletLine(s.codeWords(n, code)))
	}
	if n.Note != "" {
		parts = append(parts, widgets.Wrapped(s.say("note", map[string]any{"note": n.Note})))
	}
	if n.Graduate != nil && n.Graduate.Removed == nil {
		open := widgets.NewTabbed(s.say("to_form", nil), func() { s.window.Go(frame.Route{Screen: frame.Form, Graduate: n.Graduate.ID}) }, func(o fyne.CanvasObject) { widgets.Follow(c.scroll, o) })
		parts = append(parts, container.NewHBox(open))
	}
	if n.About == exchange.AboutRecord {
		return parts
	}
	values := frame.NewChanges(s.window)
	for _, change := range n.Changes {
		now := widgets.Wrapped(values.Value(change.Field, change.After))
		now.TextStyle.Bold = true
		parts = append(parts, widgets.FieldCaption(s.titleOf(change.Field)))
		if change.Before != "" {
			parts = append(parts, widgets.Wrapped(s.say("before", map[string]any{"value": values.Value(change.Field, change.Before)})))
			now.SetText(s.say("after", map[string]any{"value": now.Text}))
		}
		parts = append(parts, now)
	}
	return parts
}
