package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Flow puts objects beside each other and goes on in another row where there is no room
// for more, so that buttons with large letters stay in the window. A spacer pushes what
// follows it in its row to the right; the last object grows to the width last where its
// row has room.
type Flow struct {
	Last float32
	// width is that of the last layout: the height depends on it.
	width float32
}

// MinSize has room for the widest object, and for the rows of the width there was last.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	rows := flowRows(objects, f.width)
	for i, row := range rows {
		size := rowSize(row)
		least.Height += size.Height
		if i > 0 {
			least.Height += theme.Padding()
		}
		for _, o := range row {
			least.Width = max(least.Width, o.MinSize().Width)
		}
	}
	return least
}

// Layout puts row under row.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	rows, y := flowRows(objects, size.Width), float32(0)
	for i, row := range rows {
		needed := rowSize(row)
		free, grown := max(size.Width-needed.Width, 0), float32(0)
		if i == len(rows)-1 {
			grown = f.growsLast(row, free)
		}
		layFlowRow(row, y, needed.Height, free-grown, grown)
		y += needed.Height + theme.Padding()
	}
}

// growsLast tells by how much the last object of a row grows.
func (f *Flow) growsLast(row []fyne.CanvasObject, free float32) float32 {
	return max(min(free, f.Last-row[len(row)-1].MinSize().Width), 0)
}

// layFlowRow gives what is free to the first spacer, and to the last object by how much it has grown.
func layFlowRow(row []fyne.CanvasObject, y, height, free, grown float32) {
	x := float32(0)
	for i, o := range row {
		if isSpacer(o) {
			x, free = x+free, 0
			continue
		}
		size := o.MinSize()
		if i == len(row)-1 {
			size.Width += grown
		}
		o.Resize(size)
		o.Move(fyne.NewPos(x, y+(height-size.Height)/2))
		x += size.Width + theme.Padding()
	}
}

func isSpacer(o fyne.CanvasObject) bool {
	_, is := o.(layout.SpacerObject)
	return is
}

// flowRows shares the visible objects among rows; width 0 is not known yet, and one row.
func flowRows(objects []fyne.CanvasObject, width float32) (rows [][]fyne.CanvasObject) {
	var row []fyne.CanvasObject
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if width > 0 && len(row) > 0 && !isSpacer(o) && rowSize(append(row, o)).Width > width {
			rows, row = append(rows, row), nil
		}
		row = append(row, o)
	}
	if len(row) > 0 {
		rows = append(rows, row)
	}
	return rows
}

// rowSize is what the objects of a row need with the gaps between them.
func rowSize(row []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range row {
		if isSpacer(o) {
			continue
		}
		least := o.MinSize()
		if size.Width > 0 {
			size.Width += theme.Padding()
		}
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}
