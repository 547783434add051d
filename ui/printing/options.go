package printing

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/printing"
	"graduand/ui/widgets"
)

// options are what some documents are asked for beside whom they are for and in which language:
// on which paper, how many of each, and by how much the print is moved.
type options struct {
	screen *Screen
	// document is the one that is offered now.
	document printing.Document

	paper                              *widgets.Select
	each, right, down                  *widgets.Entry
	blank                              *widgets.FollowedCheck
	box                                *fyne.Container
	paperField, eachField, offsetField *fyne.Container
}

func newOptions(s *Screen) *options {
	o := &options{screen: s, paper: widgets.NewSelect(nil, nil), each: s.typed(""), right: s.typed("0"), down: s.typed("0")}
	o.paper.OnChanged = func(string) { s.remake() }
	o.paperField, o.eachField = s.captioned("printing_screen.paper", o.paper), s.captioned("printing_screen.each", o.each)
	o.offsetField = container.NewVBox(container.NewGridWithColumns(2, s.captioned("printing_screen.right", o.right), s.captioned("printing_screen.down", o.down)),
		widgets.Small(s.say("printing_screen.offset")))
	o.blank = widgets.NewCheck(s.say("printing_screen.blank"), func(bool) { s.onDocument("") })
	o.box = container.NewVBox(o.blank, o.paperField, o.eachField, o.offsetField)
	settings := s.window.Settings
	o.right.Text, o.down.Text = millimetres(settings.PrintRight), millimetres(settings.PrintDown)
	return o
}

// offer shows what the document can be asked for; the paper is the usual one first. By how much a
// print is moved is a matter of the printer, and stays.
func (o *options) offer(d printing.Document) {
	o.paperField.Hidden, o.eachField.Hidden, o.offsetField.Hidden = len(d.Papers) < 2, d.Each == 0, !d.Moved
	o.each.SetPlaceHolder(strconv.Itoa(d.Each))
	o.blank.Hidden = !d.Blank
	if d.Code == o.document.Code {
		return
	}
	o.document = d
	o.each.Put("")
	o.blank.Checked = false
	o.paper.Options, o.paper.Selected = nil, ""
	for _, code := range d.Papers {
		o.paper.Options = append(o.paper.Options, o.screen.say("printing_screen.paper_"+code))
	}
	if len(d.Papers) > 0 {
		o.paper.Selected = o.paper.Options[0]
	}
	o.paper.Refresh()
	o.each.Refresh()
}

// into puts what is chosen into a job.
func (o *options) into(job *printing.Job) {
	d := o.document
	if job.Document != d.Code {
		return
	}
	if at := o.paper.SelectedIndex(); at >= 0 && at < len(d.Papers) {
		job.Paper = d.Papers[at]
	}
	if words := strings.TrimSpace(o.each.Text); words != "" && d.Each > 0 {
		job.Each = numberIn(words)
	}
	job.Blank = d.Blank && o.blank.Checked
	if d.Moved {
		job.Offset = printing.Offset{Right: millimetresIn(o.right.Text), Down: millimetresIn(o.down.Text)}
	}
}

// remember keeps for this PC by how much the print is moved, once the registrar has taken it.
func (o *options) remember(job printing.Job) {
	settings := o.screen.window.Settings
	if o.document.Moved && (settings.PrintRight != job.Offset.Right || settings.PrintDown != job.Offset.Down) {
		settings.PrintRight, settings.PrintDown = job.Offset.Right, job.Offset.Down
		o.screen.window.SaveSettings()
	}
}

// numberIn is a whole number that was typed; what is none is one that the registrar refuses.
func numberIn(words string) int {
	if n, err := strconv.Atoi(words); err == nil && n > 0 {
		return n
	}
	return -1
}

// millimetresIn are millimetres that were typed, none for nothing, with a comma or a point; what is
// no number the registrar refuses.
func millimetresIn(words string) float64 {
	words = strings.NewReplacer(",", ".", "−", "-", " ", "").Replace(words)
	if words == "" {
		return 0
	}
	mm, err := strconv.ParseFloat(words, 64)
	if err != nil {
		return math.NaN()
	}
	return mm
}

// millimetres are millimetres as they are typed.
func millimetres(mm float64) string {
	if mm == 0 {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(mm, 'f', -1, 64), ".", ",", 1)
}

// optionsKept are options that outlive the screen: the place of the paper, and what was typed.
type optionsKept struct {
	paper             int
	each, right, down string
	blank             bool
}

func (o *options) keep() optionsKept {
	return optionsKept{o.paper.SelectedIndex(), o.each.Text, o.right.Text, o.down.Text, o.blank.Checked}
}

// giveBack puts them back; the document is offered already.
func (o *options) giveBack(k optionsKept) {
	if k.paper >= 0 && k.paper < len(o.paper.Options) {
		o.paper.Selected = o.paper.Options[k.paper]
	}
	o.each.Text, o.right.Text, o.down.Text, o.blank.Checked = k.each, k.right, k.down, k.blank
}
