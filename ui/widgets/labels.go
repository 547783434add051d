package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
)

// WarningLine is a sentence that must not be overlooked.
func WarningLine(words string) fyne.CanvasObject {
	return ResultLine(theme.NewWarningThemedResource(theme.WarningIcon()), words)
}

// Small is a label in small letters that takes as many lines as it needs.
func Small(words string) *widget.Label {
	label := Wrapped(words)
	label.SizeName = theme.SizeNameCaptionText
	return label
}

// DangerLine says why something was refused.
func DangerLine(words string) fyne.CanvasObject {
	label := Wrapped(words)
	label.Importance = widget.DangerImportance
	return container.NewBorder(nil, nil, widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())), nil, label)
}

// ResultLine is a sentence beside an icon.
func ResultLine(icon fyne.Resource, words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, widget.NewIcon(icon), nil, Wrapped(words))
}

// BoldWords are words in bold letters.
func BoldWords(words string) *widget.Label {
	return &widget.Label{Text: words, TextStyle: fyne.TextStyle{Bold: true}}
}

// BulletLine is one line of a list.
func BulletLine(words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewVBox(widget.NewLabel("•")), nil, Wrapped(words))
}

// ImportAir is some air.
func ImportAir() fyne.CanvasObject {
	return container.NewPadded(container.NewPadded())
}

// Air is an empty line between parts of a page.
func Air(scale float32) fyne.CanvasObject {
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(fyne.NewSquareSize(6 * scale))
	return gap
}

// Heading is the title of a page.
func Heading(words string) *widget.Label {
	label := widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	label.SizeName, label.Wrapping = theme.SizeNameHeadingText, fyne.TextWrapWord
	return label
}

// Wrapped is a sentence that takes as many lines as it needs.
func Wrapped(words string) *widget.Label {
	label := widget.NewLabel(words)
	label.Wrapping = fyne.TextWrapWord
	return label
}

// FieldCaption is the caption of a field.
func FieldCaption(words string) *Shortened { return NewShortened(words, theme.SizeNameCaptionText) }

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

// statusLooks are the icons of the states of papers and answers, and their colours.
var statusLooks = map[data.Status]struct {
	icon   func() fyne.Resource
	colour fyne.ThemeColorName
}{
	data.StatusReceived:    {theme.FolderIcon, theme.ColorNamePrimary},
	data.StatusChecked:     {theme.CheckButtonCheckedIcon, theme.ColorNamePrimary},
	data.StatusListed:      {theme.ListIcon, theme.ColorNamePrimary},
	data.StatusPacked:      {theme.MailAttachmentIcon, theme.ColorNamePrimary},
	data.StatusDispatched:  {theme.MailSendIcon, theme.ColorNamePrimary},
	data.StatusAtCentre:    {theme.HomeIcon, theme.ColorNamePrimary},
	data.StatusProcessing:  {theme.HistoryIcon, theme.ColorNamePrimary},
	data.StatusRefused:     {theme.CancelIcon, theme.ColorNameError},
	data.StatusMailed:      {theme.MailSendIcon, theme.ColorNameSuccess},
	data.StatusEnvelope:    {theme.MailComposeIcon, theme.ColorNameWarning},
	data.StatusKept:        {theme.MailReplyIcon, theme.ColorNameWarning},
	data.StatusReturned:    {theme.MailReplyIcon, theme.ColorNameWarning},
	data.StatusEmailed:     {theme.MailForwardIcon, theme.ColorNameSuccess},
	data.StatusWithdrawing: {theme.LogoutIcon, theme.ColorNameWarning},
	data.StatusWithdrawn:   {theme.LogoutIcon, theme.ColorNamePlaceHolder},
	data.StatusRemoved:     {theme.DeleteIcon, theme.ColorNamePlaceHolder},
}

// StatusLook is the icon of how far a registration is, and its colour.
func StatusLook(s data.Status) (fyne.Resource, fyne.ThemeColorName) {
	if look, has := statusLooks[s]; has {
		return look.icon(), look.colour
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}
