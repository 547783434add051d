package exchange

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// came is a file of the centre that was looked at: what it says, a row each, and nothing of it written
// before somebody takes it over.
type came struct {
	screen *Screen
	path   string
	in     exchange.Incoming
	// rules are what a newer edition of the rules would change, in a message that brings one; nil where
	// that edition is here already.
	rules  *season.Renewal
	taking bool

	state   *widgets.FilterSelect
	table   *widgets.Table
	listing widgets.Listing[exchange.News]
	take    *widgets.Button
	panel   *fyne.Container
	scroll  *container.Scroll
}

// onRead asks for a file of the centre.
func (s *Screen) onRead() {
	right := registrar.RightRegister
	if !s.known.state.Enrolled {
		right = registrar.RightAccounts
	}
	if !s.window.Refused(right) {
		s.window.Files.Open(s.say("choose", nil), []string{frame.MessageEnding}, s.take)
	}
}

// take takes a file of the centre: the enrolment while there was none, else what it says of people, or the
// enrolment of another centre.
func (s *Screen) take(path string) {
	switch {
	case !s.loaded:
		s.wanted = path
		return
	case !s.known.state.Enrolled:
		s.askCode(path)
		return
	}
	r := s.window.Registrar()
	frame.RunLong(s.window, s.say("reading", nil), func(ctx context.Context, _ frame.Progress) (*came, error) {
		return look(ctx, r, path)
	}, func(c *came, err error) {
		switch {
		case data.CodeOf(err) == "message.needs_code":
			s.askCode(path)
		case err != nil:
			s.window.Fail(err)
		default:
			s.showCame(c)
		}
	})
}

// look opens a file, and what its rules would change where it brings some.
func look(ctx context.Context, r *registrar.Registrar, path string) (*came, error) {
	in, err := r.Exchange.Look(ctx, path)
	c := &came{path: path, in: in}
	if err != nil || in.Rules == nil || in.Again {
		return c, err
	}
	switch rules, err := r.Season.LookAtCampaign(in.Rules); {
	case err == nil:
		c.rules = &rules
	case data.CodeOf(err) != "campaign.not_newer":
		return c, err
	}
	return c, nil
}

// showCame is the page of a file: its rows by what they are, and beside them the one of the cursor.
func (s *Screen) showCame(c *came) {
	w := s.window
	c.screen, s.came, s.start = s, c, nil
	c.build()
	other := widgets.NewButton(s.say("other_file", nil), theme.FolderOpenIcon(), s.onRead)
	leave := widgets.NewButton(s.say("leave_file", nil), theme.CancelIcon(), s.onLeaveFile)
	m := c.in.Message
	title := widgets.NewShortenedBold(s.titleOfMessage(exchange.Passed{Message: m})+" — "+filepath.Base(c.path), theme.SizeNameSubHeadingText)
	head := container.NewBorder(nil, nil, nil, container.NewHBox(leave, other, c.take), title)
	top := container.NewVBox(head, widgets.Wrapped(c.about()), w.LookingLine(registrar.RightRegister))
	side := widgets.Panel(c.scroll)
	if len(c.in.News) == 0 {
		top.Add(c.told())
		s.setPage(container.NewPadded(container.NewVBox(top.Objects...)))
		s.focus()
		return
	}
	top.Add(container.New(&widgets.Flow{}, container.New(&widgets.FixedWidth{Width: 260 * w.Scale()}, c.state)))
	s.setPage(container.NewPadded(container.New(&widgets.PageLayout{Head: top, Body: c.table, Side: side, Least: 250, Most: 520, Share: 0.38}, top, c.table, side)))
	c.show()
	s.focus()
}

func (c *came) build() {
	s := c.screen
	c.listing = c.columns()
	c.table = widgets.NewTable(c.listing.Columns())
	c.table.Plain = true
	c.table.OnCursor = func(string) { c.showPanel() }
	s.window.KeepLook("exchange_came", c.table)
	c.state = widgets.NewFilterSelect(s.say("all_news", map[string]any{"number": len(c.in.News)}), func(string) { c.show() })
	var kinds []string
	for _, kind := range newsKinds {
		if c.count(kind) > 0 {
			kinds = append(kinds, kind)
		}
	}
	c.state.Offer(kinds, func(kind string) string {
		return s.say("news."+kind, nil) + " (" + strconv.Itoa(c.count(kind)) + ")"
	})
	c.take = widgets.NewButton(s.say("take", nil), theme.ConfirmIcon(), c.onTake)
	c.take.Importance = widget.HighImportance
	widgets.Enable(c.take, c.may())
	c.panel = container.New(&widgets.Stacked{})
	c.scroll = container.NewVScroll(widgets.OffTheBar(c.panel))
}

// may says that the file can be taken over: it was not before.
func (c *came) may() bool {
	return !c.in.Again && c.screen.window.May(registrar.RightRegister)
}

// about says in a sentence what the file is, and that nothing is written yet.
func (c *came) about() string {
	switch s := c.screen; {
	case c.in.Again:
		return s.say("taken_before", nil)
	case c.rules != nil:
		return s.say("about_rules", nil)
	case len(c.in.News) == 0:
		return s.say("about_nothing", nil)
	default:
		return s.say("about_news", map[string]any{"number": len(c.in.News), "differs": c.count(newsDiffers)})
	}
}

// told says what newer rules would change.
func (c *came) told() fyne.CanvasObject {
	told := container.New(&widgets.Stacked{})
	if c.rules != nil {
		for _, sentence := range season.ToldOfRenewal(c.rules) {
			told.Add(widgets.BulletLine(c.screen.window.Say(sentence.ID, sentence.Args)))
		}
	}
	return told
}

func (c *came) count(kind string) (n int) {
	for i := range c.in.News {
		if isNews(&c.in.News[i], kind) {
			n++
		}
	}
	return n
}

// show shows the rows of what is chosen, those that ask for a person first.
func (c *came) show() {
	places := make([]int, len(c.in.News))
	for i := range places {
		places[i] = i
	}
	place := func(i int) int { return slices.Index(newsKinds, newsKind(&c.in.News[i])) }
	slices.SortStableFunc(places, func(a, b int) int { return place(a) - place(b) })
	var rows []widgets.Row
	for _, i := range places {
		if kind := c.state.Chosen(); kind == "" || isNews(&c.in.News[i], kind) {
			rows = append(rows, c.listing.Row(keyOf(i), c.in.News[i]))
		}
	}
	c.table.SetRows(rows)
	if c.table.Cursor() == "" && len(rows) > 0 {
		c.table.StandAt(rows[0].Key)
	}
	c.showPanel()
}

// keyOf is the key of a row by its place in the file.
func keyOf(i int) string { return strconv.Itoa(i) }

func (c *came) focus() {
	canvas := c.screen.window.Canvas()
	switch {
	case len(c.in.News) > 0:
		canvas.Focus(c.table.Focusable())
	case !c.take.Disabled():
		canvas.Focus(c.take)
	}
}

// judge looks at the file again when the registry has changed.
func (c *came) judge() {
	if c.taking {
		return
	}
	s, r := c.screen, c.screen.window.Registrar()
	frame.Run(s.window, &s.reading, func(ctx context.Context) (*came, error) { return look(ctx, r, c.path) }, func(next *came, err error) {
		switch {
		case s.came != c:
		case err != nil:
			s.showWork()
			s.window.Fail(err)
		default:
			s.showCame(next)
		}
	})
}

// onLeaveFile goes back; nothing of the file was written.
func (s *Screen) onLeaveFile() {
	s.showWork()
	s.focus()
}

// onTake takes the file over, all of it or nothing.
func (c *came) onTake() {
	w, r := c.screen.window, c.screen.window.Registrar()
	if c.taking || c.take.Disabled() || w.Refused(registrar.RightRegister) {
		return
	}
	c.taking = true
	frame.RunLong(w, c.screen.say("taking", nil), func(ctx context.Context, _ frame.Progress) (exchange.Received, error) {
		return r.Exchange.Receive(ctx, c.in)
	}, c.onTaken)
}

func (c *came) onTaken(done exchange.Received, err error) {
	s := c.screen
	c.taking = false
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.window.DoneForGood(s.say("taken", map[string]any{"file": filepath.Base(c.path), "number": done.Changed, "unknown": done.Unknown}))
	s.showWork()
	s.ask()
	s.focus()
}
