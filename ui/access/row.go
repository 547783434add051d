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

// listing are the columns of the table, with what each shows of an access.
func listing(w *frame.Window) widgets.Listing[accessRow] {
	column := func(id string, width float32, drop int, cell func(accessRow) widgets.Cell) widgets.ColumnOf[accessRow] {
		return widgets.ColumnOf[accessRow]{Column: widgets.Column{Title: w.Say(id, nil), Width: width, Drop: drop}, Cell: cell}
	}
	name := column("column.name", 180, 0, func(a accessRow) widgets.Cell { return widgets.Text(a.graduate.FullName()) })
	name.Stretch, name.TwoLines = true, true
	// A date has room, «the centre's site» before it a second line: the rest is the names'.
	state := column("access_screen.column.state", 164, 0, func(a accessRow) widgets.Cell { return accessStateCell(w, a) })
	state.TwoLines = true
	return widgets.Listing[accessRow]{name,
		column("column.class", 50, 1, func(a accessRow) widgets.Cell { return widgets.Text(a.graduate.Class) }),
		column("access_screen.column.login", 142, 0, loginCell),
		state, column("access_screen.column.door", 108, 3, func(a accessRow) widgets.Cell { return widgets.Text(doorWords(w, a)) }),
		column("column.mode", 90, 2, func(a accessRow) widgets.Cell { return widgets.Text(w.ModeWords(a.graduate.Mode)) }),
	}
}

// loginCell warns of a login that is no longer the graduate's phone (KG-032).
func loginCell(a accessRow) widgets.Cell {
	if a.access == nil {
		return widgets.Text(shownLogin(a.graduate.Phone))
	}
	cell := widgets.Text(shownLogin(a.access.Login))
	if a.judged.OldLogin {
		cell.Icon, cell.Colour = theme.WarningIcon(), theme.ColorNameWarning
	}
	return cell
}

// stateWords are of how far an access is; of two accesses of one graduate the door is named
// here too, since a narrow window shows no column of it.
func stateWords(w *frame.Window, a accessRow) string {
	words := w.Say("access_screen.state."+a.state(), nil)
	if a.state() == accessHanded {
		words = w.Say("access.state_handed", map[string]any{"date": a.access.HandedOver.On.Dotted()})
	}
	if a.door() == data.DoorPlatform || len(a.graduate.Accesses) > 1 {
		words = doorWords(w, a) + ": " + words
	}
	return words
}

func doorWords(w *frame.Window, a accessRow) string {
	if a.access == nil {
		return ""
	}
	return w.Say("access_screen.door."+string(a.access.Door), nil)
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
		return widgets.Cell{Text: stateWords(w, a), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	case a.judged.Waits:
		return widgets.Cell{Text: stateWords(w, a), Icon: theme.WarningIcon(), Colour: theme.ColorNameWarning}
	case a.state() == accessOpen:
		return widgets.Cell{Text: stateWords(w, a), Icon: theme.RadioButtonFillIcon()}
	}
	return widgets.Cell{Text: w.Say("access_screen.state.none", nil), Icon: theme.RadioButtonIcon(), Colour: theme.ColorNamePlaceHolder}
}

// accessDetail is what there is to know about one line: who made and who gave it, and
// what is the matter with its login.
func accessDetail(w *frame.Window, a accessRow) string {
	g := a.graduate
	name := map[string]any{"name": g.FullName(), "phone": registrar.FormatPhone(g.Phone)}
	switch {
	case a.access == nil && g.Phone == "":
		return w.Say("access_screen.detail_no_phone", name)
	case a.access == nil:
		return w.Say("access_screen.detail_none", name)
	case a.judged.OldLogin:
		return w.Say("access_screen.detail_login", name)
	}
	id := "access_screen.detail_made"
	if a.access.Door == data.DoorPlatform {
		id = "access_screen.detail_imported"
	}
	name["fact"] = frame.FactWords(a.access.Made)
	words := w.Say(id, name)
	if a.access.Door == data.DoorPlatform {
		words += "; " + w.Say("access_screen.detail_platform", nil)
	}
	switch {
	case a.access.TakenBack != nil:
		words += "; " + w.Say("access_screen.detail_back", map[string]any{"fact": frame.FactWords(*a.access.TakenBack)})
	case a.access.HandedOver != nil:
		words += "; " + w.Say("access_screen.detail_handed", map[string]any{"fact": frame.FactWords(*a.access.HandedOver)})
	}
	return words
}
