package account

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// keyPanel is a panel with a title, its text and, at its foot, its buttons.
func keyPanel(title string, words fyne.CanvasObject, foot fyne.CanvasObject) fyne.CanvasObject {
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName, head.Wrapping = theme.SizeNameSubHeadingText, fyne.TextWrapWord
	return widgets.Panel(container.NewBorder(container.NewVBox(head, words), foot, nil, nil))
}

// paperKeyPanel says whether a sheet in the safe opens the registry, and makes a new
// one (KG-007).
type paperKeyPanel struct {
	screen *Screen
	state  *widget.Label
	there  bool
	asked  frame.Turn
	making bool
}

func newPaperKeyPanel(s *Screen) *paperKeyPanel {
	return &paperKeyPanel{screen: s, state: widgets.Wrapped("")}
}

func (p *paperKeyPanel) build() fyne.CanvasObject {
	w := p.screen.window
	foot := container.NewHBox()
	if p.screen.manages {
		foot.Add(widgets.NewButton(w.Say("account_screen.paper_new", nil), theme.DocumentIcon(), p.onNew))
	}
	return keyPanel(w.Say("account.paper_title", nil), p.state, foot)
}

func (p *paperKeyPanel) show(there bool) {
	p.there = there
	id := "account_screen.paper_none"
	p.state.Importance = widget.WarningImportance
	if there {
		id, p.state.Importance = "account_screen.paper_there", widget.MediumImportance
	}
	p.state.SetText(p.screen.window.Say(id, nil))
}

// onNew asks first when there is a sheet that would die.
func (p *paperKeyPanel) onNew() {
	w := p.screen.window
	if !p.there {
		p.makeNow()
		return
	}
	w.Ask(w.Say("account_screen.paper_title", nil), widgets.Wrapped(w.Say("account_screen.paper_ask", nil)), 480,
		frame.Choice{Label: w.Say("account_screen.paper_yes", nil), Chosen: p.makeNow}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (p *paperKeyPanel) makeNow() {
	if p.making {
		return
	}
	p.making = true
	w, r := p.screen.window, p.screen.window.Registrar()
	frame.RunHeld(w, w.Say("account_screen.paper_title", nil), func(ctx context.Context, _ frame.Progress) (string, error) { return r.NewPaperCode(ctx) }, p.onMade)
}

// onMade shows the code.
func (p *paperKeyPanel) onMade(code string, err error) {
	w := p.screen.window
	p.making = false
	if err != nil {
		w.Fail(err)
		return
	}
	door.ShowPaperCode(w, code)
}

// centreKeyPanel says whether the centre can open the registry, and lets it (KG-007).
type centreKeyPanel struct {
	screen *Screen
	state  *widget.Label
	typed  *widgets.Entry
	field  *widgets.Labelled
	asked  frame.Turn
}

func newCentreKeyPanel(s *Screen) *centreKeyPanel {
	p := &centreKeyPanel{screen: s, state: widgets.Wrapped(""), typed: widgets.NewEntry(s.window.Say("account_screen.centre_hint", nil))}
	save := widgets.NewButton(s.window.Say("account_screen.centre_save", nil), theme.DocumentSaveIcon(), p.onSave)
	row := container.New(layout.NewBorderLayout(nil, nil, nil, save), p.typed, save)
	p.field = widgets.NewLabelledRow(s.window.Say("account_screen.centre_field", nil), row, p.typed)
	p.typed.OnSubmitted = func(string) { p.onSave() }
	p.typed.OnChanged = func(string) { p.field.SetFault("") }
	return p
}

func (p *centreKeyPanel) build() fyne.CanvasObject {
	w := p.screen.window
	words, foot := container.NewVBox(p.state), container.NewVBox()
	if p.screen.manages {
		words.Add(widgets.Wrapped(w.Say("account_screen.centre_about", nil)))
		foot.Add(p.field.Box)
	}
	return keyPanel(w.Say("account_screen.centre_title", nil), words, foot)
}

func (p *centreKeyPanel) show(key string) {
	w := p.screen.window
	if key == "" {
		p.state.SetText(w.Say("account_screen.centre_none", nil))
		return
	}
	p.state.SetText(w.Say("account_screen.centre_there", map[string]any{"key": shortKey(key)}))
}

// shortKey is enough of a key to compare it with a letter.
func shortKey(key string) string {
	if len(key) < 24 {
		return key
	}
	return key[:12] + "…" + key[len(key)-6:]
}

// onSave asks first: what the centre can read it can read for good.
func (p *centreKeyPanel) onSave() {
	w, key := p.screen.window, strings.TrimSpace(p.typed.Text)
	if !strings.HasPrefix(key, "age1") {
		p.refuse(w.Say("vault.recipient", nil))
		return
	}
	w.Ask(w.Say("account_screen.centre_title", nil), widgets.Wrapped(w.Say("account_screen.centre_ask", nil)), 520,
		frame.Choice{Label: w.Say("account_screen.centre_yes", nil), Chosen: func() { p.give(key) }}, frame.Choice{Label: w.Say("ui.cancel", nil)})
}

func (p *centreKeyPanel) give(key string) {
	r := p.screen.window.Registrar()
	frame.Run(p.screen.window, &p.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.SetEscrow(ctx, key) },
		func(_ struct{}, err error) { p.onGiven(key, err) })
}

func (p *centreKeyPanel) onGiven(key string, err error) {
	w := p.screen.window
	switch {
	case registrar.CodeOf(err) == "vault.recipient":
		p.refuse(w.Explain(err))
	case err != nil:
		w.Fail(err)
	default:
		p.typed.SetText("")
		p.show(key)
		w.DoneForGood(w.Say("account_screen.centre_given", nil))
	}
}

// refuse says under the field what is wrong, where it is seen in a low window too.
func (p *centreKeyPanel) refuse(words string) {
	s := p.screen
	p.field.SetFault(words)
	s.scroll.Refresh()
	widgets.Follow(s.scroll, p.field.Box)
	s.window.Canvas().Focus(p.typed)
}
