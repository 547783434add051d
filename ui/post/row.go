package post

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// rows are the columns and the rows of what is chosen.
func (s *Screen) rows() ([]widgets.Column, []widgets.Row) {
	var rows []widgets.Row
	switch s.kind {
	case packages:
		listing := packageListing(s.window)
		for _, p := range s.known.packages {
			rows = append(rows, listing.Row(p.ID, p))
		}
		return listing.Columns(), rows
	case letters:
		listing := ownListing(s.window)
		for _, o := range s.known.own {
			rows = append(rows, listing.Row(o.Graduate.ID, o))
		}
		return listing.Columns(), rows
	}
	listing := listListing(s.window)
	for _, l := range s.known.lists {
		rows = append(rows, listing.Row(l.ID, l))
	}
	return listing.Columns(), rows
}

func column(w *frame.Window, id string, width float32, drop int) widgets.Column {
	return widgets.Column{Name: id, Title: w.Say("post_screen.column."+id, nil), Width: width, Drop: drop}
}

// number is a narrow column of a number.
func number[T any](w *frame.Window, id string, of func(T) int) widgets.ColumnOf[T] {
	c := column(w, id, 56, 0)
	c.Right = true
	return widgets.ColumnOf[T]{Column: c, Cell: func(t T) widgets.Cell { return widgets.Text(strconv.Itoa(of(t))) }}
}

func listListing(w *frame.Window) widgets.Listing[post.ListRow] {
	title, out, state := column(w, "title", 90, 0), column(w, "outgoing", 156, 2), column(w, "state", 140, 0)
	title.Stretch, title.TwoLines, out.TwoLines, state.TwoLines = true, true, true, true
	return widgets.Listing[post.ListRow]{
		number(w, "number", func(l post.ListRow) int { return l.Number }),
		{Column: title, Cell: func(l post.ListRow) widgets.Cell { return widgets.Text(l.Title) }},
		number(w, "people", func(l post.ListRow) int { return len(l.Members) }),
		{Column: out, Cell: func(l post.ListRow) widgets.Cell { return widgets.Text(outgoing(l.List)) }},
		{Column: column(w, "package", 64, 1), Cell: func(l post.ListRow) widgets.Cell {
			if l.Package == nil {
				return widgets.Text("")
			}
			return widgets.Text(l.Package.Label())
		}},
		{Column: state, Cell: func(l post.ListRow) widgets.Cell { return listState(w, l) }},
	}
}

// outgoing is under what a list leaves, "" while nobody knows.
func outgoing(l *data.List) string {
	if l.Final == nil {
		return ""
	}
	return strings.TrimSpace(l.Final.Date.Dotted() + "  " + l.Final.Number)
}

func listState(w *frame.Window, l post.ListRow) widgets.Cell {
	c := widgets.Cell{Text: w.Say("post_screen.state_"+l.State(), nil)}
	switch {
	case !l.Live():
		c.Icon, c.Colour = theme.ContentClearIcon(), theme.ColorNamePlaceHolder
	case l.Warned() > 0:
		c.Icon, c.Colour = theme.WarningIcon(), theme.ColorNameWarning
	case l.Final != nil:
		c.Icon, c.Colour = theme.ConfirmIcon(), theme.ColorNameSuccess
	default:
		c.Icon, c.Colour = theme.DocumentCreateIcon(), theme.ColorNamePrimary
	}
	return c
}

func packageListing(w *frame.Window) widgets.Listing[post.PackageRow] {
	inside, item, state := column(w, "lists", 90, 0), column(w, "tracking", 150, 1), column(w, "state", 150, 0)
	inside.Stretch, inside.TwoLines, state.TwoLines = true, true, true
	return widgets.Listing[post.PackageRow]{
		number(w, "number", func(p post.PackageRow) int { return p.Number }),
		{Column: inside, Cell: func(p post.PackageRow) widgets.Cell { return widgets.Text(labels(p.Lists)) }},
		number(w, "people", func(p post.PackageRow) int { return p.Members }),
		{Column: item, Cell: func(p post.PackageRow) widgets.Cell { return widgets.Text(p.Tracking) }},
		{Column: state, Cell: func(p post.PackageRow) widgets.Cell { return packageState(w, p) }},
	}
}

// labels name lists beside each other.
func labels(of []post.ListRow) string {
	names := make([]string, len(of))
	for i, l := range of {
		names[i] = l.Label()
	}
	return strings.Join(names, ", ")
}

func packageState(w *frame.Window, p post.PackageRow) widgets.Cell {
	looks := map[string]struct {
		icon   fyne.Resource
		colour fyne.ThemeColorName
	}{
		"open": {theme.DocumentCreateIcon(), theme.ColorNamePrimary}, "closed": {theme.MailAttachmentIcon(), theme.ColorNamePrimary},
		"posted": {theme.MailSendIcon(), theme.ColorNamePrimary}, "received": {theme.ConfirmIcon(), theme.ColorNameSuccess},
	}
	look := looks[p.State()]
	return widgets.Cell{Text: w.Say("post_screen.state_"+p.State(), nil), Icon: look.icon, Colour: look.colour}
}

func ownListing(w *frame.Window) widgets.Listing[post.OwnRow] {
	name, way, state := column(w, "name", 150, 0), column(w, "way", 160, 2), column(w, "state", 150, 0)
	name.Stretch, name.TwoLines, way.TwoLines, state.TwoLines = true, true, true, true
	return widgets.Listing[post.OwnRow]{
		{Column: name, Cell: func(o post.OwnRow) widgets.Cell { return widgets.Text(o.Graduate.FullName()) }},
		{Column: column(w, "class", 50, 1), Cell: func(o post.OwnRow) widgets.Cell { return widgets.Text(o.Graduate.Class) }},
		{Column: way, Cell: func(o post.OwnRow) widgets.Cell { return widgets.Text(wayOf(w, o)) }},
		{Column: state, Cell: func(o post.OwnRow) widgets.Cell { return ownState(w, o) }},
	}
}

// wayOf is the way of somebody in words.
func wayOf(w *frame.Window, o post.OwnRow) string {
	if o.Way == nil {
		return ""
	}
	return w.Wording(func() any { return o.Way.Wording() })
}

func ownState(w *frame.Window, o post.OwnRow) widgets.Cell {
	switch {
	case o.Received != nil:
		return widgets.Cell{Text: w.Say("post_screen.state_received", nil), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
	case o.Sent != nil:
		return widgets.Cell{Text: w.Say("post_screen.state_posted", nil), Icon: theme.MailSendIcon(), Colour: theme.ColorNamePrimary}
	}
	words := "post_screen.state_unsent"
	if o.InPerson() {
		words = "post_screen.state_unvisited"
	}
	return widgets.Cell{Text: w.Say(words, nil), Icon: theme.RadioButtonIcon(), Colour: theme.ColorNamePlaceHolder}
}
