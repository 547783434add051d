package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// States of a graduate's payments, as the filter names them.
const (
	paymentUnpaid  = "unpaid"
	paymentPending = "pending"
	paymentRefused = "refused"
	paymentDone    = "done"
)

// account is what one graduate owes, has paid, and has still to pay.
type account struct {
	due, paid, left int
	// pending and refused say that there is such a receipt.
	pending, refused bool
}

func accountOf(c *registrar.CampaignFile, g *data.Graduate) account {
	a := account{due: c.AmountDue(g), paid: c.AmountPaid(g)}
	a.left = max(a.due-a.paid, 0)
	for _, p := range g.Current().Payments {
		switch {
		case p.Cancelled != nil:
		case p.Verdict == nil:
			a.pending = true
		case slices.Contains(c.Fee.Refused, string(p.Verdict.Kind)):
			a.refused = true
		}
	}
	return a
}

// is tells whether the account belongs to a state of the filter, "" for all.
func (a account) is(state string) bool {
	switch state {
	case paymentUnpaid:
		return a.left > 0
	case paymentPending:
		return a.pending
	case paymentRefused:
		return a.refused
	case paymentDone:
		return a.left == 0 && !a.pending
	}
	return true
}

func (a account) add(b account) account {
	return account{due: a.due + b.due, paid: a.paid + b.paid, left: a.left + b.left}
}

// paymentCells makes the words of one line. It is called off the window's goroutine and
// touches no widget.
func (w *Window) paymentCells(g *data.Graduate, a account) widgets.Row {
	sum := func(n int) widgets.Cell { return widgets.Cell{Text: strconv.Itoa(n)} }
	return widgets.Row{Key: g.ID, Cells: []widgets.Cell{{Text: g.FullName()}, {Text: g.Class}, sum(a.due), sum(a.paid), sum(a.left), w.accountCell(a)}}
}

// accountCell says by an icon and words what there is to do.
func (w *Window) accountCell(a account) widgets.Cell {
	say := func(state string) string { return w.say("payments.state."+state, nil) }
	switch {
	case a.refused && a.left > 0:
		return widgets.Cell{Text: say("refused"), Icon: theme.ErrorIcon(), Colour: theme.ColorNameError}
	case a.left > 0 && a.paid > 0:
		return widgets.Cell{Text: say("part"), Icon: theme.WarningIcon(), Colour: theme.ColorNameWarning}
	case a.left > 0:
		return widgets.Cell{Text: say("unpaid"), Icon: theme.WarningIcon(), Colour: theme.ColorNameWarning}
	case a.pending:
		return widgets.Cell{Text: say("pending"), Icon: theme.HistoryIcon(), Colour: theme.ColorNamePrimary}
	case a.due == 0:
		return widgets.Cell{Text: say("free"), Icon: theme.RadioButtonIcon(), Colour: theme.ColorNamePlaceHolder}
	}
	return widgets.Cell{Text: say("done"), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
}
