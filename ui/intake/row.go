package intake

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// state is how far somebody's kit is, for the list.
type state string

// The states of the filter, in the order of the list.
const (
	stateWaiting  state = "waiting"
	stateReceived state = "received"
	stateChecked  state = "checked"
	// stateOwn is who sends it alone, or goes to the centre, and has not handed it in.
	stateOwn state = "own"
)

// states are all of them.
var states = []state{stateWaiting, stateReceived, stateChecked, stateOwn}

func stateNames() (names []string) {
	for _, s := range states {
		names = append(names, string(s))
	}
	return names
}

// stateOf is the state of a row.
func stateOf(row *registrar.Row) state {
	switch received := row.Graduate.Current().Fact(data.FactKitReceived, "") != nil; {
	case received && row.KitDone:
		return stateChecked
	case received:
		return stateReceived
	case row.OwnWay:
		return stateOwn
	}
	return stateWaiting
}

// rank is where a state stands in the list.
func rank(s state) int { return slices.Index(states, s) }

// listing are the columns of the table.
func listing(w *frame.Window) widgets.Listing[*registrar.Row] {
	name := widgets.Column{Title: w.Say("column.name", nil), Width: 150, Stretch: true, TwoLines: true}
	class := widgets.Column{Title: w.Say("column.class", nil), Width: 50, Drop: 1}
	kit := widgets.Column{Title: w.Say("intake_screen.column.kit", nil), Width: 158, TwoLines: true}
	return widgets.Listing[*registrar.Row]{
		{Column: name, Cell: func(r *registrar.Row) widgets.Cell { return widgets.Text(r.Graduate.FullName()) }},
		{Column: class, Cell: func(r *registrar.Row) widgets.Cell { return widgets.Text(r.Graduate.Class) }},
		{Column: kit, Cell: func(r *registrar.Row) widgets.Cell { return stateCell(w, r) }},
	}
}

// stateCell says how far a kit is; one in which nothing was found wrong is still to be looked at.
func stateCell(w *frame.Window, r *registrar.Row) widgets.Cell {
	s := stateOf(r)
	icon, colour := stateLook(s)
	words := "intake_screen.state." + string(s)
	if s == stateReceived && !r.Graduate.Current().HasFact(data.FactFailed) {
		words, icon, colour = "intake_screen.unchecked", theme.InfoIcon(), theme.ColorNamePrimary
	}
	return widgets.Cell{Text: w.Say(words, nil), Sort: strconv.Itoa(rank(s)), Icon: icon, Colour: colour}
}

func stateLook(s state) (fyne.Resource, fyne.ThemeColorName) {
	switch s {
	case stateReceived:
		return theme.WarningIcon(), theme.ColorNameWarning
	case stateChecked:
		return theme.ConfirmIcon(), theme.ColorNameSuccess
	case stateOwn:
		return theme.MailSendIcon(), theme.ColorNamePlaceHolder
	}
	return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
}
