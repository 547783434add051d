package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FilterSelect chooses one of several codes, or all. It keeps codes and shows words.
type FilterSelect struct {
	Select
	all   string
	codes []string
}

// NewFilterSelect offers all only; onChanged hears of every choice of a person.
func NewFilterSelect(all string, onChanged func(string)) *FilterSelect {
	f := &FilterSelect{all: all}
	f.Options, f.Selected = []string{all}, all
	f.ExtendBaseWidget(f)
	f.OnChanged = onChanged
	return f
}

// Offer shows other codes by their words; what was chosen stays where it is still
// there.
func (f *FilterSelect) Offer(codes []string, word func(string) string) {
	was := f.Chosen()
	f.codes = codes
	f.Options = []string{f.all}
	selected := f.all
	for _, code := range codes {
		f.Options = append(f.Options, word(code))
		if code == was && was != "" {
			selected = word(code)
		}
	}
	f.Selected = selected
	f.Refresh()
}

// Chosen is the code, "" for all.
func (f *FilterSelect) Chosen() string {
	if at := f.SelectedIndex(); at > 0 && at <= len(f.codes) {
		return f.codes[at-1]
	}
	return ""
}

// Choose shows a code without telling anybody.
func (f *FilterSelect) Choose(code string) {
	f.Selected = f.all
	for i, known := range f.codes {
		if known == code && code != "" {
			f.Selected = f.Options[i+1]
		}
	}
	f.Refresh()
}

// Restore shows a code that was chosen before the others are known; they come by the next [FilterSelect.Offer].
func (f *FilterSelect) Restore(code string, word func(string) string) {
	if code != "" && !slices.Contains(f.codes, code) {
		f.Offer([]string{code}, word)
	}
	f.Choose(code)
}

// ChoiceButtons are a few choices beside each other; the present one has a tick and the stronger
// colour, so that the keyboard at another one does not look like the choice.
func ChoiceButtons(names []string, present int, chosen func(int)) *fyne.Container {
	row := container.New(&Flow{})
	for i, name := range names {
		button := NewButton(name, nil, func() { chosen(i) })
		button.Importance = widget.LowImportance
		if i == present {
			button.Icon, button.Importance, button.Present = theme.ConfirmIcon(), widget.HighImportance, true
		}
		row.Add(button)
	}
	return row
}
