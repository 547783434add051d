package field

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// findingLines are all findings about a picture, the gravest first, of those as grave what explains
// the others: its sentence, what was
// measured and the limit, and of a block the way to let it pass.
func (v *PictureView) findingLines(s photo.Shown) []fyne.CanvasObject {
	if s.Judged == nil {
		return nil
	}
	var lines []fyne.CanvasObject
	for _, f := range s.Judged.Told() {
		lines = append(lines, v.findingLine(s, f))
	}
	return lines
}

// differLines are what the zone of a document says otherwise than the form.
func (v *PictureView) differLines(s photo.Shown) (lines []fyne.CanvasObject) {
	for _, f := range s.Differs {
		lines = append(lines, widgets.WarningLine(v.window.Phrase(f)))
	}
	return lines
}

func (v *PictureView) findingLine(s photo.Shown, f photo.Finding) fyne.CanvasObject {
	w, passed := v.window, letPass(s, f)
	icon, colour := findingLook(f)
	if passed != nil {
		icon, colour = theme.ConfirmIcon(), theme.ColorNameWarning
	}
	words := container.New(widgets.Snug, widgets.Small(findingWords(w, f)))
	note := func(said string) {
		label := widgets.Small(said)
		label.Importance = widget.LowImportance
		words.Add(label)
	}
	said := measuredWords(w, f)
	if f.OnCrop {
		said = strings.TrimSpace(w.Say("photo_screen.on_crop", map[string]any{"said": said}))
	}
	if said != "" {
		note(said)
	}
	if passed != nil {
		note(w.Say("photo_screen.passed", map[string]any{"reason": passed.Note, "fact": passed.By + ", " + passed.On.Dotted()}))
	}
	line := container.New(&widgets.Stacked{}, container.New(&widgets.Beside{}, container.NewPadded(widget.NewIcon(theme.NewColoredResource(icon, colour))), words))
	if degrees := turnWanted(f); degrees > 0 && v.may() {
		line.Add(container.NewHBox(widgets.NewTabbed(w.Say(turnTitles[degrees], nil), func() { v.turnBy(degrees) }, v.reveal)))
	}
	if f.Verdict == data.PictureBlock && passed == nil && v.may() {
		line.Add(container.NewHBox(v.button("photo_screen.let", func() { v.onLet(f) })))
	}
	return line
}

// letPass is who lets a picture pass a rule with the value that was found, nil for nobody.
func letPass(s photo.Shown, f photo.Finding) *data.Fact {
	if f.Verdict != data.PictureBlock && f.Verdict != data.PictureStop {
		return nil
	}
	if slices.ContainsFunc(s.Blocked, func(b photo.Finding) bool { return b.Rule == f.Rule }) {
		return nil
	}
	if at := slices.IndexFunc(s.Overridden, func(o data.Fact) bool { return o.Of == f.Rule }); at >= 0 {
		return &s.Overridden[at]
	}
	return nil
}

func findingLook(f photo.Finding) (fyne.Resource, fyne.ThemeColorName) {
	switch f.Verdict {
	case data.PictureStop, data.PictureBlock:
		return theme.ErrorIcon(), theme.ColorNameError
	case data.PictureWarn:
		return theme.WarningIcon(), theme.ColorNameWarning
	case data.PictureNotJudged:
		return theme.QuestionIcon(), theme.ColorNamePlaceHolder
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// turnWanted is by how many degrees a picture is to be turned clockwise, 0 for not at all. Numbers
// of the record are those of JSON.
func turnWanted(f photo.Finding) int {
	if f.Text != "photo.turned" {
		return 0
	}
	switch degrees := f.Args["degrees"].(type) {
	case int:
		return degrees
	case float64:
		return int(degrees)
	}
	return 0
}

// noLimit is the bound of a measure that has none on that side: the record keeps no infinity.
const noLimit = 1e12

// measuredWords are what was measured, in which unit, and the limit; "" where nothing was, or nothing
// that people would know. The limit is the one that was passed, or kept: on which side of it the value
// lies says what is wanted.
func measuredWords(w *frame.Window, f photo.Finding) string {
	what, share := registrar.PictureMeasure(f.Measure)
	if what == "" || turnWanted(f) > 0 {
		return ""
	}
	told := func(value float64) string {
		if share {
			value *= 100
		}
		return number(w, value)
	}
	args := map[string]any{"what": w.Say(what, nil), "value": told(f.Measured), "limit": told(f.Limit)}
	switch above := f.Measured >= f.Limit; {
	case math.Abs(f.Limit) >= noLimit:
		return w.Say("photo_screen.measured_only", args)
	case above != found(f):
		return w.Say("photo_screen.measured_least", args)
	}
	return w.Say("photo_screen.measured_most", args)
}

// number has three digits that count, as people write them.
func number(w *frame.Window, v float64) string {
	digits := strconv.FormatFloat(v, 'g', 3, 64)
	if math.Abs(v) >= 100 {
		digits = strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strings.Replace(digits, ".", w.Say("form_file.comma", nil), 1)
}

// findingWords are the sentence of a finding. Where a rule finds nothing they are what it asks
// about, and where it could not see that, both.
func findingWords(w *frame.Window, f photo.Finding) string {
	switch {
	case f.Text == "":
		return w.Say(registrar.PictureRule(f.Rule), nil)
	case found(f):
		return w.Say(f.Text, f.Args)
	}
	return w.Say(registrar.PictureRule(f.Rule), nil) + ". " + w.Say(f.Text, f.Args)
}
