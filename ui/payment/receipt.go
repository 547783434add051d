package payment

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// receipt is one receipt in the dialog: type, number, sum, who entered it, its state in
// words, its picture, and what can be done with it.
func (d *paymentsDialog) receipt(p *data.Payment) fyne.CanvasObject {
	w := d.window
	icon, colour := paymentLook(w.Registrar().Campaign(), p)
	head := widgets.BoldWords(w.Say("payment_screen.receipt", map[string]any{"number": p.Number, "sum": d.money(p.Amount), "type": d.typeTitle(p.Type)}))
	head.Wrapping = fyne.TextWrapWord
	state := widgets.Wrapped(d.stateWords(p))
	added := widgets.Wrapped(w.Say("payment_screen.added_by", map[string]any{"fact": frame.FactWords(p.Added)}))
	added.SizeName, added.Importance = theme.SizeNameCaptionText, widget.LowImportance
	if p.Cancelled != nil {
		head.Importance, state.Importance = widget.LowImportance, widget.LowImportance
	}
	buttons := container.NewHBox()
	for _, b := range d.buttons(p) {
		buttons.Add(b)
	}
	mark := container.NewVBox(container.NewPadded(widget.NewIcon(theme.NewColoredResource(icon, colour))))
	words := container.New(&widgets.Tight{}, head, state, added)
	var picture fyne.CanvasObject
	if p.File != "" {
		picture = d.picture(p)
	}
	return container.NewVBox(container.NewBorder(nil, nil, mark, picture, container.New(&widgets.Stacked{}, words, buttons)), widget.NewSeparator())
}

// buttons are what may be done with a receipt now.
func (d *paymentsDialog) buttons(p *data.Payment) []fyne.CanvasObject {
	w := d.window
	var buttons []fyne.CanvasObject
	add := func(id string, tapped func()) {
		b := &widgets.TabbedButton{}
		b.Text, b.OnTapped = w.Say(id, nil), tapped
		b.OnEscape = func() { d.box.Leave() }
		b.Gained = func() { widgets.Follow(d.scroll, b) }
		b.ExtendBaseWidget(b)
		buttons = append(buttons, b)
	}
	payment := *p
	if p.File != "" {
		add("form_file.view", func() { field.ViewFile(w, d.id, data.PaymentField(payment.ID), w.Say("payment_screen.photo", nil)) })
	}
	if p.Cancelled == nil && p.Verdict == nil && w.May(registrar.RightFill) {
		add("payment_screen.cancel", func() { d.onCancel(payment) })
	}
	if p.Cancelled == nil && len(d.verdicts()) > 0 && w.May(registrar.RightRegister) {
		add("payment_screen.judge", func() { d.onJudge(payment) })
	}
	return buttons
}

// picture is the photo of a receipt, made small.
func (d *paymentsDialog) picture(p *data.Payment) fyne.CanvasObject {
	small := field.NewThumb(d.window, field.Thumbnail/2)
	field.ReadPicture(d.window, &small.Reading, d.id, data.PaymentField(p.ID), 2*field.Thumbnail, func(picture field.FilePicture, err error) {
		if err == nil {
			small.Show(&picture)
		}
	})
	return container.NewCenter(small.Object)
}

func (d *paymentsDialog) typeTitle(code string) string {
	if t := d.window.Registrar().Campaign().PaymentType(code); t != nil {
		return t.Title
	}
	return code
}

// stateWords is the state of a receipt: what the centre says, or that it was cancelled
// (KG-065, KG-066).
func (d *paymentsDialog) stateWords(p *data.Payment) string {
	w := d.window
	if p.Cancelled != nil {
		return w.Say("payment_screen.cancelled", map[string]any{"fact": frame.FactWords(*p.Cancelled)})
	}
	status := w.Registrar().Campaign().PaymentStatus(p)
	if p.Verdict == nil {
		return status
	}
	return w.Say("payment_screen.judged", map[string]any{"status": status, "fact": frame.FactWords(*p.Verdict)})
}

// paymentLook is the icon of a receipt's state and its colour.
func paymentLook(c *registrar.CampaignFile, p *data.Payment) (fyne.Resource, fyne.ThemeColorName) {
	switch {
	case p.Cancelled != nil:
		return theme.ContentClearIcon(), theme.ColorNamePlaceHolder
	case p.Verdict == nil:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	case c.Refused(p.Verdict):
		return theme.ErrorIcon(), theme.ColorNameError
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// verdicts are the answers that the centre can give: all its states but the first.
func (d *paymentsDialog) verdicts() []registrar.Item {
	c := d.window.Registrar().Campaign()
	return slices.DeleteFunc(slices.Clone(c.ExternalStatuses), func(item registrar.Item) bool { return item.Code == c.Fee.Pending })
}
