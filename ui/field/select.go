package field

import (
	"slices"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// codeSelect chooses one of several codes, or none. It keeps codes and shows words.
type codeSelect struct {
	widgets.FollowedSelect
	none   string
	escape func()
}

func newCodeSelect(none string, gained, onChosen func()) *codeSelect {
	s := &codeSelect{none: none}
	s.Gained = gained
	s.Options, s.Selected = []string{none}, none
	s.OnChanged = func(string) { onChosen() }
	s.ExtendBaseWidget(s)
	return s
}

// offer shows other choices and the chosen code among them; one that is not there is
// shown as it is. Nobody is told.
func (s *codeSelect) offer(items []registrar.Item, code string) {
	options, was := s.Options, s.Selected
	s.Codes, s.Options, s.Selected = []string{""}, []string{s.none}, s.none
	for _, item := range withStored(items, code) {
		s.Codes, s.Options = append(s.Codes, item.Code), append(s.Options, item.Title)
		if item.Code == code {
			s.Selected = item.Title
		}
	}
	if s.Selected != was || !slices.Equal(s.Options, options) {
		s.Refresh()
	}
}

// chosen is the code, "" for none.
func (s *codeSelect) chosen() string {
	if at := s.SelectedIndex(); at > 0 {
		return s.Codes[at]
	}
	return ""
}

// TypedKey tells Esc.
func (s *codeSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && s.escape != nil {
		widgets.Touched()
		s.escape()
		return
	}
	s.FollowedSelect.TypedKey(key)
}

// withStored are the items and, at their end, those stored codes that are not among them:
// a person can see and take away what an earlier edition of the campaign knew.
func withStored(items []registrar.Item, codes ...string) []registrar.Item {
	items = slices.Clone(items)
	for _, code := range codes {
		if code != "" && !slices.ContainsFunc(items, func(i registrar.Item) bool { return i.Code == code }) {
			items = append(items, registrar.Item{Code: code, Title: code})
		}
	}
	return items
}
