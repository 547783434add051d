package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// newer is a file with a newer edition of the campaign, and what it would change.
type newer struct {
	source  []byte
	renewal season.Renewal
}

// campaignPart says which edition of the campaign holds, and takes a newer one (KG-001, UA-003).
func (s *Screen) campaignPart() fyne.CanvasObject {
	w := s.window
	c := w.Registrar().Campaign()
	take := widgets.NewButton(w.Say("settings_screen.newer_campaign", nil), theme.FolderOpenIcon(), s.onNewer)
	widgets.Enable(take, w.May(registrar.RightSchool))
	return container.NewVBox(widgets.Wrapped(w.Say("settings_screen.revision", map[string]any{"title": door.CampaignTitle(c), "revision": c.Revision})),
		container.NewHBox(take))
}

// onNewer asks for the file that the centre has sent.
func (s *Screen) onNewer() {
	s.window.Files.Open(s.window.Say("settings_screen.newer_campaign", nil), []string{frame.CampaignEnding}, s.newerIn)
}

// newerIn looks at a newer file.
func (s *Screen) newerIn(path string) {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.asked, func(context.Context) (newer, error) {
		source, err := registrar.ReadFile(path, registrar.MaximumCampaign)
		if err != nil {
			return newer{}, err
		}
		renewal, err := r.Season.LookAtCampaign(source)
		return newer{source, renewal}, err
	}, s.onLooked)
}

// onLooked shows what would change, and asks.
func (s *Screen) onLooked(n newer, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	told := container.NewVBox()
	for _, sentence := range season.ToldOfRenewal(&n.renewal) {
		told.Add(widgets.Wrapped(w.Say(sentence.ID, sentence.Args)))
	}
	content := container.NewVBox(widgets.ScrolledTo(widgets.OffTheBar(told), 640, 300, w.Scale()), widgets.Wrapped(w.Say("settings_screen.newer_follows", nil)))
	w.Ask(w.Say("settings_screen.newer_ask", nil), content, 680,
		frame.Choice{Label: w.Say("settings_screen.newer_yes", nil), Chosen: func() { s.renew(n) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// renew takes the edition; the window is made anew by it, see [registrar.CampaignChanged].
func (s *Screen) renew(n newer) {
	w, r := s.window, s.window.Registrar()
	frame.RunLong(w, w.Say("settings_screen.newer_taking", nil), func(ctx context.Context, _ frame.Progress) (struct{}, error) {
		return struct{}{}, r.Season.RenewCampaign(ctx, n.source)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(w.Say("campaign_change.done", map[string]any{"revision": n.renewal.After}))
	})
}
