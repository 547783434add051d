package access

import (
	"strings"

	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Phases of an access, as the filter and the rows name them.
const (
	accessMissing = string(access.Missing)
	accessOpen    = string(access.Open)
	accessHanded  = string(access.Handed)
)

// accessRow is one line of the table: an access of a graduate, nil where there is none, as
// the registrar judges it.
type accessRow struct {
	graduate *data.Graduate
	access   *data.Access
	judged   access.Row
}

// key names the line for ever: a graduate may have an access through each door.
func (a accessRow) key() string { return a.graduate.ID + "/" + string(a.door()) }

func (a accessRow) door() data.Door {
	if a.access == nil {
		return ""
	}
	return a.access.Door
}

func (a accessRow) state() string { return string(a.judged.Phase) }

// handed tells of an access that was handed over.
func handed(a data.Access) bool { return a.HandedOver != nil }

// accessCells makes the words of one line. It is called off the window's goroutine
// and touches no widget.
func accessCells(w *frame.Window, a accessRow) widgets.Row {
	g := a.graduate
	login, door, mode := g.Phone, "", ""
	if a.access != nil {
		login, door = a.access.Login, w.Say("accesses.door."+string(a.access.Door), nil)
	}
	if g.Mode != "" {
		mode = w.Say("mode."+string(g.Mode), nil)
	}
	phone := widgets.Cell{Text: shownLogin(login)}
	if a.judged.OldLogin {
		phone.Icon, phone.Colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	return widgets.Row{Key: a.key(), Cells: []widgets.Cell{{Text: g.FullName()}, {Text: g.Class}, phone, accessStateCell(w, a), {Text: door}, {Text: mode}}}
}

// shownLogin writes a phone as people read it, and any other login as it is.
func shownLogin(login string) string {
	if strings.HasPrefix(login, "+") {
		return registrar.FormatPhone(login)
	}
	return login
}

// accessStateCell says by an icon and words whether the graduate has got the access.
func accessStateCell(w *frame.Window, a accessRow) widgets.Cell {
	switch {
	case a.state() == accessHanded:
		words := w.Say("access.state_handed", map[string]any{"date": a.access.HandedOver.On.Dotted()})
		return widgets.Cell{Text: words, Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	case a.judged.Waits:
		return widgets.Cell{Text: w.Say("accesses.state."+a.state(), nil), Icon: theme.WarningIcon(), Colour: theme.ColorNameWarning}
	case a.state() == accessOpen:
		return widgets.Cell{Text: w.Say("accesses.state.open", nil), Icon: theme.RadioButtonFillIcon()}
	}
	return widgets.Cell{Text: w.Say("accesses.state.none", nil), Icon: theme.RadioButtonIcon(), Colour: theme.ColorNamePlaceHolder}
}

// accessDetail is what there is to know about one line: who made and who gave it, and
// what is the matter with its login.
func accessDetail(w *frame.Window, a accessRow) string {
	g := a.graduate
	name := map[string]any{"name": g.FullName(), "phone": registrar.FormatPhone(g.Phone)}
	switch {
	case a.access == nil && g.Phone == "":
		return w.Say("accesses.detail_no_phone", name)
	case a.access == nil:
		return w.Say("accesses.detail_none", name)
	case a.judged.OldLogin:
		return w.Say("accesses.detail_login", name)
	}
	id := "accesses.detail_made"
	if a.access.Door == data.DoorPlatform {
		id = "accesses.detail_imported"
	}
	name["fact"] = frame.FactWords(a.access.Made)
	words := w.Say(id, name)
	if a.access.HandedOver != nil {
		words += "; " + w.Say("accesses.detail_handed", map[string]any{"fact": frame.FactWords(*a.access.HandedOver)})
	}
	return words
}
