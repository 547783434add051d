package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// part is something of the page that leads on as a whole.
type part interface{ lead() *widgets.Tile }

// rows are parts of one kind below or beside each other. What is there already is used again: a change
// touches only the words that are others.
type rows[P part] struct {
	box   *fyne.Container
	build func() P
	parts []P
}

// show has so many parts and lets each show what stands in its place.
func (r *rows[P]) show(number int, fill func(P, int)) {
	was := len(r.parts)
	for len(r.parts) < number {
		r.parts = append(r.parts, r.build())
	}
	r.parts = r.parts[:number]
	for i, p := range r.parts {
		fill(p, i)
	}
	if was == number {
		return
	}
	r.box.Objects = make([]fyne.CanvasObject, number)
	for i, p := range r.parts {
		r.box.Objects[i] = p.lead()
	}
	r.box.Refresh()
}

func tilesOf[P part](r *rows[P]) (tiles []*widgets.Tile) {
	for _, p := range r.parts {
		tiles = append(tiles, p.lead())
	}
	return tiles
}

// buildRows makes the rows, which are empty yet.
func (s *Screen) buildRows() {
	stacked := func() *fyne.Container { return container.New(&widgets.Stacked{}) }
	flow := func() *fyne.Container { return container.New(&widgets.Flow{}) }
	s.classes = rows[*classRow]{box: stacked(), build: s.newClassRow}
	s.legend = rows[*smallTile]{box: flow(), build: s.newLegend}
	s.stages = rows[*smallTile]{box: flow(), build: s.newStage}
	s.places = rows[*smallTile]{box: flow(), build: s.newPlace}
	s.tasks = rows[*taskRow]{box: stacked(), build: s.newTask}
	s.dues = rows[*taskRow]{box: stacked(), build: s.newTask}
	s.coming = rows[*taskRow]{box: stacked(), build: s.newTask}
}

// newTile makes a tile that comes into sight with the keyboard.
func (s *Screen) newTile(fill fyne.ThemeColorName, content fyne.CanvasObject) *widgets.Tile {
	t := widgets.NewTile(fill, content)
	t.OnEnter = func() { widgets.Follow(s.scroll, t) }
	return t
}

// leadTo lets a tile lead to a place; to none where who sits here may not be there.
func (s *Screen) leadTo(t *widgets.Tile, r frame.Route) {
	t.OnTapped = nil
	if r.Screen != "" && s.window.MayBeAt(r.Screen) {
		t.OnTapped = func() { s.window.Go(r) }
	}
}

// card is a number that is seen from afar, under what it is and over what belongs to it.
type card struct {
	tile                   *widgets.Tile
	caption, behind, below *widget.Label
	number                 *widget.Label
}

func (s *Screen) newCard() *card {
	c := &card{caption: widgets.Small(""), behind: widget.NewLabel(""), below: widgets.Small("")}
	c.number = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	c.number.SizeName = theme.SizeNameHeadingText
	row := container.NewHBox(c.number, container.NewCenter(c.behind))
	c.tile = s.newTile(widgets.ColorPanel, container.NewPadded(container.NewPadded(container.New(&widgets.Stacked{}, c.caption, row, c.below))))
	return c
}

func (c *card) lead() *widgets.Tile { return c.tile }

// show says the words of a card, and how grave the number is.
func (c *card) show(caption, number, behind, below string, importance widget.Importance) {
	widgets.SetWords(c.caption, caption)
	widgets.SetWords(c.behind, behind)
	widgets.SetWords(c.below, below)
	if c.number.Text != number || c.number.Importance != importance {
		c.number.Importance = importance
		c.number.SetText(number)
	}
}
