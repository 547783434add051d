package payment

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// paymentCells makes the words of one line. It is called off the window's goroutine and
// touches no widget.
func paymentCells(w *frame.Window, p payment.Row) widgets.Row {
	g := p.Graduate
	sum := func(n int) widgets.Cell { return widgets.Cell{Text: strconv.Itoa(n)} }
	return widgets.Row{Key: g.ID, Cells: []widgets.Cell{{Text: g.FullName()}, {Text: g.Class}, sum(p.Due), sum(p.Paid), sum(p.Left), paymentCell(w, p.State())}}
}

// paymentLooks are the icons of the states and their colours.
var paymentLooks = map[payment.State]struct {
	icon   fyne.Resource
	colour fyne.ThemeColorName
}{
	payment.Refused: {theme.ErrorIcon(), theme.ColorNameError},
	payment.Part:    {theme.WarningIcon(), theme.ColorNameWarning},
	payment.Unpaid:  {theme.WarningIcon(), theme.ColorNameWarning},
	payment.Pending: {theme.HistoryIcon(), theme.ColorNamePrimary},
	payment.Free:    {theme.RadioButtonIcon(), theme.ColorNamePlaceHolder},
	payment.Done:    {theme.ConfirmIcon(), theme.ColorNameSuccess},
}

// paymentCell says by an icon and words what there is to do.
func paymentCell(w *frame.Window, state payment.State) widgets.Cell {
	look := paymentLooks[state]
	return widgets.Cell{Text: w.Say("payments.state."+string(state), nil), Icon: look.icon, Colour: look.colour}
}
