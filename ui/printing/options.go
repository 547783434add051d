package printing

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/printing"
	"graduand/ui/widgets"
)

// options are what some documents are asked for beside whom they are for and in which language:
// on which paper, and how many of each.
type options struct {
	screen *Screen
	// document is the one that is offered now.
	document printing.Document

	paper                 *widgets.Select
	each                  *widgets.Entry
	box                   *fyne.Container
	paperField, eachField *fyne.Container
}

func newOptions(s *Screen) *options {
	o := &options{screen: s, paper: widgets.NewSelect(nil, nil), each: s.typed("")}
	o.paper.OnChanged = func(string) { s.remake() }
	o.paperField, o.eachField = s.captioned("printing_screen.paper", o.paper), s.captioned("printing_screen.each", o.each)
	o.box = container.NewVBox(o.paperField, o.eachField)
	return o
}

// offer shows what the document can be asked for; the paper is the usual one first.
func (o *options) offer(d printing.Document) {
	o.paperField.Hidden, o.eachField.Hidden = len(d.Papers) == 0, d.Each == 0
	o.each.SetPlaceHolder(strconv.Itoa(d.Each))
	if d.Code == o.document.Code {
		return
	}
	o.document = d
	o.each.Text = ""
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
	if at := o.paper.SelectedIndex(); at >= 0 && at < len(o.document.Papers) && job.Document == o.document.Code {
		job.Paper = o.document.Papers[at]
	}
	if words := strings.TrimSpace(o.each.Text); words != "" && o.document.Each > 0 && job.Document == o.document.Code {
		job.Each = numberIn(words)
	}
}

// numberIn is a whole number that was typed; what is none is one that the registrar refuses.
func numberIn(words string) int {
	if n, err := strconv.Atoi(words); err == nil && n > 0 {
		return n
	}
	return -1
}

// optionsKept are options that outlive the screen: the place of the paper, and what was typed.
type optionsKept struct {
	paper int
	each  string
}

func (o *options) keep() optionsKept { return optionsKept{o.paper.SelectedIndex(), o.each.Text} }

// giveBack puts them back; the document is offered already.
func (o *options) giveBack(k optionsKept) {
	if k.paper >= 0 && k.paper < len(o.paper.Options) {
		o.paper.Selected = o.paper.Options[k.paper]
	}
	o.each.Text = k.each
}
