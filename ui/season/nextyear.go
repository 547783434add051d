package season

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// nextPart begins the registry of the next year (F-21), and tells what is known of the year
// before this one.
func (s *Screen) nextPart() fyne.CanvasObject {
	w := s.window
	next := widgets.NewButton(w.Say("season_screen.next", nil), theme.NavigateNextIcon(), s.onNext)
	about := "season_screen.next_about"
	if w.Closed() == "moved" {
		next.Disable()
		about = "season.next_moved"
	}
	return container.NewVBox(widgets.Wrapped(w.Say(about, nil)), container.NewHBox(next), s.known)
}

// readLastYear asks in the background how many of last year's portraits are known here.
func (s *Screen) readLastYear() {
	r := s.window.Registrar()
	frame.Run(s.window, &s.looking, func(context.Context) (int, error) { return r.Season.LastYear() }, s.onLastYear)
}

// onLastYear offers to take them away, where there are any.
func (s *Screen) onLastYear(looks int, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.known.RemoveAll()
	if looks > 0 {
		forget := widgets.NewButton(w.Say("season_screen.forget", nil), theme.DeleteIcon(), s.onForget)
		s.known.Add(widgets.Wrapped(w.Say("season_screen.next_known", map[string]any{"looks": looks})))
		s.known.Add(container.NewHBox(forget))
	}
	s.scroll.Content.Refresh()
}

// onForget asks first: photos of last year are not known again afterwards.
func (s *Screen) onForget() {
	w, r := s.window, s.window.Registrar()
	var box *frame.Box
	forget := func() bool {
		frame.RunLongIn(box, w.Say("season_screen.forgetting", nil), func(ctx context.Context, _ frame.Progress) (int, error) {
			return r.Season.ForgetLastYear(ctx)
		}, func(_ int, err error) { s.onForgotten(box, err) })
		return false
	}
	box = w.AskTwice(w.Say("season_screen.forget_ask", nil), widgets.Wrapped(w.Say("season_screen.forget_follows", nil)), 520,
		frame.Choice{Label: w.Say("ui.cancel", nil)}, frame.Choice{Label: w.Say("season_screen.forget_yes", nil), Danger: true, Ready: forget})
}

func (s *Screen) onForgotten(box *frame.Box, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	box.Close()
	w.DoneForGood(w.Say("season_screen.forgotten", nil))
	s.readLastYear()
}

// nextForm asks for the campaign and the file of the next year's registry, and says what goes
// over and what stays.
type nextForm struct {
	window    *frame.Window
	registrar *registrar.Registrar
	// campaigns are those to choose from, own files among them; copies are of this registry.
	campaigns []*registrar.CampaignFile
	copies    season.Copies

	campaign   *widgets.Labelled
	campaignIn *widgets.DialogSelect
	place      *frame.PlaceField
	box        *frame.Box
	reading    frame.Turn
}

// onNext asks what the dialog has to say.
func (s *Screen) onNext() {
	f := &nextForm{window: s.window, registrar: s.window.Registrar()}
	frame.Run(f.window, &s.season, func(ctx context.Context) (season.Copies, error) {
		var err error
		if f.campaigns, err = f.registrar.Season.NextCampaigns(); err != nil {
			return season.Copies{}, err
		}
		return f.registrar.Season.Copies(ctx)
	}, f.ask)
}

func (f *nextForm) ask(copies season.Copies, err error) {
	w := f.window
	if err != nil {
		w.Fail(err)
		return
	}
	f.copies = copies
	f.campaignIn = widgets.NewDialogSelect(f.titles(), func() { f.box.Leave() })
	f.campaign = widgets.NewLabelled(w.Say("welcome.campaign", nil), f.campaignIn)
	own := widgets.NewButton(w.Say("welcome.own_campaign", nil), theme.FolderOpenIcon(), f.onOwn)
	f.place = frame.NewPlaceField(w, "season_screen.next_place", f.onPlace)
	content := container.NewVBox(widgets.Wrapped(w.Say("season_screen.next_goes", nil)), widgets.Wrapped(w.Say("season_screen.next_stays", nil)),
		f.before(), container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.FieldCaption(" "), own), f.campaign.Box), f.place.Field.Box)
	f.box = w.Ask(w.Say("season_screen.next_ask", nil), content, 640,
		frame.Choice{Label: w.Say("season_screen.next_yes", nil), Ready: f.onBegin}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// before advises a copy, and says when the last one went to another disk.
func (f *nextForm) before() fyne.CanvasObject {
	w := f.window
	words := []string{w.Say("season_screen.next_before", nil)}
	for _, sentence := range f.copies.Sentences()[1:] {
		words = append(words, w.Say(sentence.ID, sentence.Args))
	}
	label := widgets.Wrapped(strings.Join(words, " "))
	if f.copies.Late || f.copies.Away.IsZero() {
		label.Importance = widget.WarningImportance
	}
	return label
}

func (f *nextForm) titles() (titles []string) {
	for _, c := range f.campaigns {
		titles = append(titles, door.CampaignTitle(c.In(f.window.Settings.Language)))
	}
	return titles
}

// chosen is the campaign of the next year.
func (f *nextForm) chosen() *registrar.CampaignFile {
	return f.campaigns[max(f.campaignIn.SelectedIndex(), 0)]
}

func (f *nextForm) onOwn() {
	w := f.window
	w.Files.Open(w.Say("welcome.own_campaign", nil), []string{".toml"}, func(path string) {
		frame.Run(w, &f.reading, func(context.Context) (*registrar.CampaignFile, error) { return registrar.CampaignIn(path) }, f.onRead)
	})
}

// onRead chooses a campaign of a file, or says under the field what is wrong with it.
func (f *nextForm) onRead(c *registrar.CampaignFile, err error) {
	if err != nil {
		f.campaign.SetFault(f.window.Explain(err))
		return
	}
	f.campaign.SetFault("")
	f.campaigns = slices.Insert(f.campaigns, 0, c)
	f.campaignIn.Options = f.titles()
	f.campaignIn.SetSelectedIndex(0)
}

// onPlace proposes a name of the school and the campaign that nothing beside this registry has.
func (f *nextForm) onPlace() {
	w := f.window
	name := door.FreeName(filepath.Dir(f.registrar.Path()), w.School(), f.chosen())
	w.SaveAs(w.Say("season_screen.next_place", nil), filepath.Base(name), f.place.Set)
}

// onBegin makes the registry.
func (f *nextForm) onBegin() bool {
	w, r, c, path := f.window, f.registrar, f.chosen(), f.place.Path
	if !w.SayLacks(frame.Lack{Field: f.place.Field, Words: w.SayIf(path == "", "season_screen.no_place")}) {
		return false
	}
	frame.RunLongIn(f.box, w.Say("season_screen.next_making", nil), func(ctx context.Context, _ frame.Progress) (season.NextYear, error) {
		return r.Season.BeginNextYear(ctx, path, c)
	}, f.onBegun)
	return false
}

// onBegun says what went over, and offers to open the new registry.
func (f *nextForm) onBegun(next season.NextYear, err error) {
	w := f.window
	switch {
	case data.CodeOf(err) == "registry.exists":
		f.place.Field.SetFault(w.Explain(err))
		return
	case err != nil:
		w.Fail(err)
		return
	}
	f.box.Close()
	w.DoneForGood(w.Say("season_screen.next_made", nil))
	told := container.NewVBox()
	for _, sentence := range season.ToldOfNextYear(next) {
		line := widget.NewLabel(w.Say(sentence.ID, sentence.Args))
		line.Wrapping = fyne.TextWrapBreak
		if sentence.ID != "season.next_made" {
			line.Wrapping = fyne.TextWrapWord
		}
		told.Add(line)
	}
	w.Ask(w.Say("season_screen.next_made", nil), told, 600,
		frame.Choice{Label: w.Say("season_screen.next_open", nil), Chosen: func() { w.Open(next.Path) }}, frame.Choice{Label: w.Say("ui.close", nil)})
}
