package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
)

// SeverityLook is the icon of a severity and its colour.
func SeverityLook(s data.Severity) (fyne.Resource, fyne.ThemeColorName) {
	switch s {
	case data.SeverityError:
		return theme.ErrorIcon(), theme.ColorNameError
	case data.SeverityWarning:
		return theme.WarningIcon(), theme.ColorNameWarning
	}
	return theme.QuestionIcon(), theme.ColorNamePrimary
}
