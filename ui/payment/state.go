package payment

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar/payment"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// listing are the columns of the table, with what each shows of a graduate's payments.
func listing(w *frame.Window) widgets.Listing[payment.Row] {
	column := func(id string, width float32) widgets.Column {
		return widgets.Column{Title: w.Say(id, nil), Width: width}
	}
	sum := func(id string, of func(payment.Row) int) widgets.ColumnOf[payment.Row] {
		c := column("payment_screen.column."+id, 90)
		c.Right = true
		return widgets.ColumnOf[payment.Row]{Column: c, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(strconv.Itoa(of(p))) }}
	}
	name, class := column("column.name", 200), column("column.class", 50)
	name.Stretch, class.Drop = true, 1
	return widgets.Listing[payment.Row]{
		{Column: name, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(p.Graduate.FullName()) }},
		{Column: class, Cell: func(p payment.Row) widgets.Cell { return widgets.Text(p.Graduate.Class) }},
		sum("due", func(p payment.Row) int { return p.Due }),
		sum("paid", func(p payment.Row) int { return p.Paid }),
		sum("left", func(p payment.Row) int { return p.Left }),
		{Column: column("payment_screen.column.state", 190), Cell: func(p payment.Row) widgets.Cell { return paymentCell(w, p.State()) }},
	}
}

// stateLook is the icon of a state and its colour.
func stateLook(state payment.State) (fyne.Resource, fyne.ThemeColorName) {
	switch state {
	case payment.Refused:
		return theme.ErrorIcon(), theme.ColorNameError
	case payment.Part, payment.Unpaid:
		return theme.WarningIcon(), theme.ColorNameWarning
	case payment.Pending:
		return theme.HistoryIcon(), theme.ColorNamePrimary
	case payment.Free:
		return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
	}
	return theme.ConfirmIcon(), theme.ColorNameSuccess
}

// paymentCell says by an icon and words what there is to do.
func paymentCell(w *frame.Window, state payment.State) widgets.Cell {
	icon, colour := stateLook(state)
	return widgets.Cell{Text: w.Say("payment_screen.state."+string(state), nil), Icon: icon, Colour: colour}
}
