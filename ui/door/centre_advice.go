package door

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// centreAdvice says under the school which centre serves the oblast of its address, where
// another one or none is chosen, and takes it by one press. It refuses nothing.
type centreAdvice struct {
	form   *SchoolForm
	centre *widgets.FollowedSelect
	words  *widget.Label
	box    *fyne.Container
	code   string
}

func newCentreAdvice(f *SchoolForm) *centreAdvice {
	a := &centreAdvice{form: f, words: widgets.Wrapped("")}
	take := widgets.NewButton(f.window.Say("settings_screen.centre_take", nil), theme.ConfirmIcon(), a.onTake)
	icon := container.NewPadded(widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon())))
	a.box = container.NewBorder(nil, nil, icon, container.NewCenter(take), a.words)
	a.box.Hide()
	return a
}

// show asks again for what is typed now.
func (a *centreAdvice) show() {
	a.code = ""
	if c := a.form.campaign.ProposedCentre(&a.form.School); c != nil && !a.form.Fixed {
		a.code = c.Code
		a.words.SetText(a.form.window.Say("school.centre_of_region", map[string]any{"centre": c.Title}))
	}
	if hidden := a.code == ""; hidden != a.box.Hidden {
		a.box.Hidden = hidden
		a.form.window.Fyne().Content().Refresh()
	}
}

// onTake chooses the centre that is proposed; the focus goes to the choice, which stays.
func (a *centreAdvice) onTake() {
	if at := slices.Index(a.centre.Codes, a.code); at > 0 {
		a.centre.SetSelectedIndex(at)
		a.form.window.Canvas().Focus(a.centre)
	}
}
