package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// datePage is a page of the picker of a [DateEntry]: years, months or days in rows, as a
// calendar on the wall has them. Enter takes the one at which the keyboard is, the arrows lead
// to its neighbours.
type datePage struct {
	columns int
	choices []*Button
	// start is where the keyboard is at first: the choice that holds now.
	start int
	leave func()
}

// add puts one more choice behind the others; holds says that it stands in the entry now.
func (p *datePage) add(label string, holds bool, chosen func()) {
	b := NewButton(label, nil, chosen)
	b.OnEscape = p.leave
	if holds {
		p.start = len(p.choices)
	}
	p.choices = append(p.choices, b)
}

// grid shows the choices.
func (p *datePage) grid() fyne.CanvasObject {
	grid := container.NewGridWithColumns(p.columns)
	for at, b := range p.choices {
		b.OnArrow = func(key fyne.KeyName) { p.move(at, key) }
		grid.Add(b)
	}
	return grid
}

// move leads from a choice to a neighbour; at the edge it stays.
func (p *datePage) move(at int, key fyne.KeyName) {
	to := at + map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -p.columns, fyne.KeyDown: p.columns}[key]
	if to < 0 || to >= len(p.choices) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.choices[to]); c != nil {
		p.focus(c, to)
	}
}

// focus gives a choice the keyboard.
func (p *datePage) focus(c fyne.Canvas, at int) { c.Focus(p.choices[at]) }
