package form

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/widgets"
)

// noted shows what people have recorded by hand: calls to the centre, confirmations, that
// the data stands on its site; nil when there is nothing (UA-142).
func (p *reviewPage) noted() fyne.CanvasObject {
	w := p.screen.window
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-theme.InnerPadding()))
	for _, f := range p.screen.form.Graduate.Current().Facts {
		if f.Kind != data.FactFinished {
			lines.Add(p.notedLine(f))
		}
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return container.NewVBox(widget.NewSeparator(), p.head(w.Say("form_screen.noted", nil)), lines)
}

// notedLine is one record, which the school's people can take back.
func (p *reviewPage) notedLine(f data.Fact) fyne.CanvasObject {
	w, id := p.screen.window, p.screen.id
	code := data.FactField(f.Kind, f.Of)
	title := fmt.Sprint(w.Text().Word(w.Registrar().Campaign().FieldTitle(code)))
	line := p.row(title, fmt.Sprint(w.Text().Word(w.Registrar().Campaign().Words(code, p.screen.form.Graduate.Get(code)))))
	if !w.May(registrar.RightRegister) {
		return line
	}
	undo := widgets.NewTabbed(w.Say("ui.undo", nil), func() { field.TakeBack(w, id, f.Kind, f.Of) }, p.Reveal)
	undo.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, container.NewCenter(undo), line)
}
