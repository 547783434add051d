package form

import (
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// newReturned is the line on top of a form that says why it was given back; nothing is said yet.
func newReturned() *widget.Label {
	label := widgets.Wrapped("")
	label.Importance, label.TextStyle.Bold = widget.WarningImportance, true
	label.Hide()
	return label
}

// tellReturned says why the form was given back, as long as it is not finished again.
func (s *Screen) tellReturned(label *widget.Label) {
	words := ""
	if fact := s.form.Returned; fact != nil {
		words = s.window.Say("rule.returned", map[string]any{"day": fact.On.Dotted(), "remark": fact.Note})
	}
	widgets.SetWords(label, words)
	widgets.SetHidden(label, words == "")
}
