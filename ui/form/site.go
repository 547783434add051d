package form

import (
	"context"
	"net/url"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/data/text"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// sitePanel shows a graduate's data in the order of the centre's own site, each value
// with a button that copies it, for who types it there. It can be folded away.
type sitePanel struct {
	window *frame.Window
	id     string
	// words are in the campaign's language, as the site is.
	words *text.Text

	whole  *fyne.Container
	open   fyne.CanvasObject
	folded fyne.CanvasObject
	rows   *fyne.Container
	scroll *container.Scroll
	state  *widget.Label
	// originals saves photos and scans, where there are any.
	originals *widgets.Button
	// none says that there are none.
	none     *widget.Label
	entered  *widgets.Button
	takeBack *widgets.Button
	fold     *widgets.Button
	unfold   *widgets.Button

	// narrow says that the window has no room for the panel, wanted that it was opened
	// nevertheless.
	narrow, wanted bool
	// onShown is called when the panel was folded or opened.
	onShown func()

	reading frame.Turn
	opening frame.Turn
	known   siteKnown
	// lines are those of the rows.
	lines []siteLine
}

// siteKnown is what the panel shows of one graduate.
type siteKnown struct {
	id      string
	pages   []form.SitePage
	entered *data.Fact
	// changed are the fields that have changed since, files how many photos
	// and scans there are.
	changed []string
	files   int
	// errors counts what must be mended in the form.
	errors int
	// doubts are the questions that nobody has answered yet.
	doubts []registrar.Finding
}

// newSitePanel makes the panel; it takes no room where the campaign's centre has no site
// with pages, and in a graduate's own form.
func newSitePanel(w *frame.Window) *sitePanel {
	s := &sitePanel{window: w, words: text.For(w.Registrar().Campaign().Language)}
	s.rows = container.NewVBox()
	s.scroll = container.NewVScroll(widgets.OffTheBar(s.rows))
	s.state = widgets.Wrapped("")
	s.state.SizeName = theme.SizeNameCaptionText
	s.originals = widgets.NewButton(w.Say("site.originals", nil), theme.DocumentSaveIcon(), s.onOriginals)
	s.none = widgets.Small(w.Say("attachment.no_originals", nil))
	s.none.Importance = widget.LowImportance
	s.none.Hide()
	s.entered = widgets.NewButton(w.Say("site.entered", nil), theme.ConfirmIcon(), s.onEntered)
	s.takeBack = widgets.NewButton(w.Say("site.take_back", nil), theme.ContentUndoIcon(), s.onTakeBack)
	s.takeBack.Importance = widget.LowImportance
	s.fold = widgets.NewIcon(w.Say("site.fold", nil), theme.NavigateNextIcon(), s.onFold)
	s.fold.Importance = widget.LowImportance
	s.unfold = widgets.NewIcon(w.Say("site.unfold", nil), theme.NavigateBackIcon(), s.onFold)
	s.unfold.Importance = widget.LowImportance
	return s
}

func (s *sitePanel) build() fyne.CanvasObject {
	w := s.window
	title := widgets.BoldWords(w.Say("site.title", nil))
	head := container.NewVBox(container.NewBorder(nil, nil, nil, s.fold, title), s.about())
	bottom := container.NewVBox(s.state)
	if w.May(registrar.RightPrint) {
		bottom.Add(s.originals)
		bottom.Add(s.none)
	}
	if w.May(registrar.RightRegister) {
		bottom.Add(s.entered)
		bottom.Add(s.takeBack)
	}
	s.open = container.New(&widgets.FixedWidth{Width: 276 * w.Scale()}, widgets.Panel(container.NewBorder(head, bottom, nil, nil, s.scroll)))
	s.folded = widgets.Panel(container.NewVBox(s.unfold))
	s.whole = container.NewStack(s.open, s.folded)
	s.whole.Hidden = len(w.Registrar().Campaign().SitePages) == 0 || w.IsGraduate()
	s.showFolded()
	return s.whole
}

// about says what the panel is, and leads to the site.
func (s *sitePanel) about() fyne.CanvasObject {
	w := s.window
	about := widgets.Wrapped(w.Say("site.about", map[string]any{"site": w.Registrar().Campaign().SiteTitle}))
	about.SizeName = theme.SizeNameCaptionText
	at := siteAddress(w.School(), w.Registrar().Campaign())
	if at == nil {
		return about
	}
	link := widgets.NewLink(w.Say("site.go", map[string]any{"site": at.Host}), func() { w.OpenOutside(&s.opening, at.String()) })
	return container.New(&widgets.Stacked{}, about, link)
}

// siteAddress is where the centre's site is: the address that the school was given, else
// the campaign's; nil for what is no address of a site.
func siteAddress(school data.School, c *registrar.CampaignFile) *url.URL {
	for _, address := range []string{school.Site, c.SiteURL} {
		at, err := url.Parse(address)
		if err == nil && (at.Scheme == "https" || at.Scheme == "http") && at.Host != "" {
			return at
		}
	}
	return nil
}

// onFold folds the panel away or opens it. That is remembered; on a narrow window only as
// long as it is narrow.
func (s *sitePanel) onFold() {
	w := s.window
	if s.narrow {
		s.wanted = !s.wanted
	} else {
		w.Settings.SiteFolded = !w.Settings.SiteFolded
		w.SaveSettings()
	}
	s.showFolded()
	w.Arrange()
	next := s.fold
	if s.isFolded() {
		next = s.unfold
	}
	w.Canvas().Focus(next)
}

// setNarrow folds the panel away while the window has no room for it; it can be opened.
func (s *sitePanel) setNarrow(narrow bool) {
	if narrow != s.narrow {
		s.narrow, s.wanted = narrow, false
		s.showFolded()
	}
}

func (s *sitePanel) isFolded() bool {
	if s.narrow {
		return !s.wanted
	}
	return s.window.Settings.SiteFolded
}

func (s *sitePanel) showFolded() {
	widgets.SetHidden(s.open, s.isFolded())
	widgets.SetHidden(s.folded, !s.isFolded())
	if s.onShown != nil {
		s.onShown()
	}
}

// show fills the panel with a graduate in the background. Of another one nothing stays
// until then, least of all a value that can be copied; "" is nobody.
func (s *sitePanel) show(id string) {
	s.id = id
	if id != s.known.id {
		s.clear()
	}
	if id == "" {
		s.reading.Void()
		return
	}
	r := s.window.Registrar()
	frame.Run(s.window, &s.reading, func(context.Context) (siteKnown, error) { return readSite(r, id) }, s.onRead)
}

func (s *sitePanel) clear() {
	s.known = siteKnown{}
	s.rows.Objects, s.lines = nil, nil
	s.state.SetText("")
	widgets.SetHidden(s.entered, true)
	widgets.SetHidden(s.takeBack, true)
	s.originals.Disable()
	widgets.SetHidden(s.none, true)
	widgets.Arrange(s.scroll)
	s.scroll.ScrollToTop()
}

func readSite(r *registrar.Registrar, id string) (siteKnown, error) {
	known := siteKnown{id: id}
	form, err := r.Form.Of(id)
	if err != nil {
		return known, err
	}
	known.entered = form.Graduate.Current().Fact(data.FactEntered, "")
	known.files = len(r.Campaign().Attached(form.Graduate))
	for _, f := range form.Findings() {
		switch {
		case field.Severe(f):
			known.errors++
		case registrar.Unanswered(f):
			known.doubts = append(known.doubts, f)
		}
		if f.Rule == "changed_since_entered" {
			known.changed = append(known.changed, f.Field)
		}
	}
	known.pages, err = r.Form.SitePages(id)
	return known, err
}

// showOriginals says why there is nothing to save where there is not.
func (s *sitePanel) showOriginals(there bool) {
	widgets.Enable(s.originals, there)
	if s.none.Hidden != there {
		widgets.SetHidden(s.none, there)
		// How many lines it takes is known once it has its width.
		widgets.LayOut(s.none, s.none.Position(), s.originals.Size().Width)
		widgets.Arrange(s.open)
	}
}

// onRead shows the answer. Where only the day of entering has changed the rows stay, and
// with them the focus.
func (s *sitePanel) onRead(known siteKnown, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	same := known.id == s.known.id && reflect.DeepEqual(known.pages, s.known.pages)
	s.known = known
	s.showEntered()
	s.showOriginals(known.files > 0)
	if same {
		return
	}
	s.showPages(known.pages)
}
