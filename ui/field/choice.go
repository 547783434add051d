package field

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// ChoicesOf are the choices of a field that takes one of several codes.
func ChoicesOf(w *frame.Window, f *registrar.Field) (items []registrar.Item, is bool) {
	c := w.Registrar().Campaign()
	if !c.Kind(f.Code).One() {
		return nil, false
	}
	for _, choice := range c.Codes(f.Code) {
		choice.Title = w.TitleOfCode(f.Code, choice.Code)
		if !choice.Confirmed {
			choice.Note = w.Unconfirmed()
		}
		items = append(items, choice.Item)
	}
	return items, true
}

// choiceInput is a field that takes one of several codes (UA-033, UA-041, KG-046). Short
// titles are chosen from a list that folds away; long ones stand open below one another
// and take as many lines as they need.
type choiceInput struct {
	inputFrame
	items []registrar.Item
	// fold is nil where the choices stand open; full is the whole title under it.
	fold *codeSelect
	full *widget.Label
	open *widgets.OneOf
	// offered are the items of open, the first of which is none.
	offered []registrar.Item
}

func newChoiceInput(w *frame.Window, host Host, f form.Field, items []registrar.Item) *choiceInput {
	if long(items) {
		return newOpenChoice(w, host, f, items)
	}
	return NewFoldedChoice(w, host, f, items)
}

// long says that a title is too long for one line of a narrow column.
func long(items []registrar.Item) bool {
	return slices.ContainsFunc(items, func(i registrar.Item) bool { return utf8.RuneCountInString(i.Title) > foldedLetters })
}

// foldedLetters is the longest title that is seen whole in a list that folds away.
const foldedLetters = 42

// NewFoldedChoice is for a narrow place as well: a chosen title that is too long for its
// line stands in full under it.
func NewFoldedChoice(w *frame.Window, host Host, f form.Field, items []registrar.Item) *choiceInput {
	c := &choiceInput{inputFrame: newInputFrame(w, host, f), items: items, full: widgets.Small("")}
	c.fold = newCodeSelect(w.Say("ui.not_said", nil), func() { host.Reveal(c.fold) }, c.onChosen)
	c.fold.escape = c.onEscape
	c.full.Hide()
	c.assemble(c, container.New(&widgets.Stacked{}, c.fold, c.full))
	return c
}

func newOpenChoice(w *frame.Window, host Host, f form.Field, items []registrar.Item) *choiceInput {
	c := &choiceInput{inputFrame: newInputFrame(w, host, f), items: items}
	c.open = widgets.NewOneOf(func(int) { c.onChosen() })
	c.open.OnEnter, c.open.OnEscape = host.Reveal, c.onEscape
	c.assemble(c, c.open)
	return c
}

func (c *choiceInput) wide() bool { return c.open != nil }

func (c *choiceInput) onChosen() {
	if c.fold != nil {
		c.showFull()
	}
	c.onTaken()
}

func (c *choiceInput) display() {
	if c.fold != nil {
		c.fold.offer(c.items, c.stored())
		c.showFull()
		return
	}
	c.offer()
	c.open.Set(slices.IndexFunc(c.offered, func(i registrar.Item) bool { return i.Code == c.stored() }))
}

// offer shows the items, where they are others: among the same ones one may have the focus.
func (c *choiceInput) offer() {
	none := registrar.Item{Title: c.window.Say("input.none", nil)}
	items := append([]registrar.Item{none}, withStored(c.items, c.stored())...)
	if slices.Equal(items, c.offered) {
		return
	}
	c.offered = items
	var options []widgets.Option
	for _, item := range items {
		options = append(options, widgets.Option{Title: item.Title, Note: item.Note})
	}
	c.open.Offer(options...)
}

// showFull writes a long title out, and what is to be known about the choice.
func (c *choiceInput) showFull() {
	at := slices.IndexFunc(c.items, func(i registrar.Item) bool { return i.Code == c.fold.chosen() })
	words := ""
	if at >= 0 {
		words = c.items[at].Note
	}
	if at >= 0 && utf8.RuneCountInString(c.items[at].Title) > foldedLetters*2/3 {
		words = strings.TrimSpace(c.items[at].Title + ". " + words)
	}
	widgets.SetWords(c.full, strings.TrimSuffix(words, "."))
	c.full.Hidden = words == ""
}

func (c *choiceInput) setAble(able bool) {
	switch {
	case c.open != nil:
		widgets.Enable(c.open, able)
	case able:
		c.fold.Enable()
	default:
		c.fold.Disable()
	}
}

func (c *choiceInput) Values() []registrar.Assign {
	value := ""
	if c.fold != nil {
		value = c.fold.chosen()
	} else if at := c.open.Chosen(); at >= 0 {
		value = c.offered[at].Code
	}
	return []registrar.Assign{{Field: c.field.Code, Value: value}}
}

func (c *choiceInput) Focusable() fyne.Focusable {
	if c.fold != nil {
		return c.fold
	}
	return c.open
}
