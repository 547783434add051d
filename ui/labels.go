package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// warningLine is a sentence that must not be overlooked.
func warningLine(words string) fyne.CanvasObject {
	return resultLine(theme.NewWarningThemedResource(theme.WarningIcon()), words)
}

// small is a label in small letters that takes as many lines as it needs.
func small(words string) *widget.Label {
	label := wrapped(words)
	label.SizeName = theme.SizeNameCaptionText
	return label
}

func resultLine(icon fyne.Resource, words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, widget.NewIcon(icon), nil, wrapped(words))
}

func boldWords(words string) *widget.Label {
	return &widget.Label{Text: words, TextStyle: fyne.TextStyle{Bold: true}}
}

// bulletLine is one line of a list.
func bulletLine(words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewVBox(widget.NewLabel("•")), nil, wrapped(words))
}

// importAir is some air.
func importAir() fyne.CanvasObject {
	return container.NewPadded(container.NewPadded())
}

// air is an empty line between parts of a page.
func air(scale float32) fyne.CanvasObject {
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(fyne.NewSquareSize(6 * scale))
	return gap
}

// heading is the title of a page.
func heading(words string) *widget.Label {
	label := widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	label.SizeName, label.Wrapping = theme.SizeNameHeadingText, fyne.TextWrapWord
	return label
}

// wrapped is a sentence that takes as many lines as it needs.
func wrapped(words string) *widget.Label {
	label := widget.NewLabel(words)
	label.Wrapping = fyne.TextWrapWord
	return label
}

// fieldCaption is the caption of a field.
func fieldCaption(words string) *widget.Label {
	label := widget.NewLabel(words)
	label.SizeName = theme.SizeNameCaptionText
	label.Truncation = fyne.TextTruncateEllipsis
	return label
}
