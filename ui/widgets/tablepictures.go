package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sight is which rows are in sight: from one up to another of those that were shown then.
type sight struct {
	from, to int
	first    string
	last     string
}

// InSight are the keys of the rows in sight, the upper ones first.
func (t *Table) InSight() []string {
	var keys []string
	for i := t.seen.from; i < min(t.seen.to, len(t.rows)); i++ {
		keys = append(keys, t.rows[i].Key)
	}
	return keys
}

// Redraw draws a row anew if it is in sight, as when its picture has come.
func (t *Table) Redraw(key string) {
	at, there := t.places[key]
	if !there || at < t.seen.from || at >= t.seen.to || len(t.list.pool) == 0 {
		return
	}
	if row := t.list.pool[at%len(t.list.pool)]; row.id == at {
		row.Refresh()
	}
}

// tellSight tells whoever listens that other rows are in sight.
func (t *Table) tellSight(from, to int) {
	now := sight{from: from, to: to}
	if from < to {
		now.first, now.last = t.rows[from].Key, t.rows[to-1].Key
	}
	if now == t.seen {
		return
	}
	t.seen = now
	if t.OnSight != nil {
		t.OnSight()
	}
}

// pictureHeight is how high a row is with a picture, 0 in a table without.
func (t *Table) pictureHeight() float32 {
	if t.Pictures == 0 {
		return 0
	}
	return t.Pictures*scale() + 2*pictureAir
}

// pictureAir is what is left above and below a picture in a row.
const pictureAir = 2

// rowPicture is the small picture in a cell of a row.
type rowPicture struct{ canvas.Image }

func newRowPicture() *rowPicture {
	p := &rowPicture{}
	p.FillMode, p.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleFastest
	p.Hide()
	return p
}

// show shows a picture, nil for none.
func (p *rowPicture) show(picture image.Image) {
	p.Hidden = picture == nil
	if p.Image.Image != picture {
		p.Image.Image = picture
		p.Image.Refresh()
	}
}

// place puts it at the beginning of a cell.
func (p *rowPicture) place(x, side, height float32) {
	p.Move(fyne.NewPos(x+cellGap, (height-side)/2))
	p.Resize(fyne.NewSquareSize(side))
}
