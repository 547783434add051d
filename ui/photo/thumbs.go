package photo

import (
	"context"
	"image"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// thumb is a small picture that a row wants: its own name, the key of the row, and of a picture of
// the registry where it stands in the form and by how many degrees it is turned.
type thumb struct {
	name, row, place string
	turn             int
}

// thumbs are the small pictures beside the rows of a list. They are made in the background, for
// the rows in sight and one after the other, and each once: a sealed file is opened once. They
// live in memory alone, and no more of them than have room.
type thumbs struct {
	window *frame.Window
	// load makes one, off the window's goroutine; shown is told the row whose picture has come.
	load  func(context.Context, thumb) (image.Image, error)
	shown func(row string)
	// kept are those there are, nil for one that cannot be made; made are their names, the
	// oldest first.
	kept   map[string]image.Image
	made   []string
	wanted []thumb
	// making is the one under way, nil for none.
	making *thumb
	turn   frame.Turn
}

// The side of a small picture, in device-independent pixels at the usual size of letters, how
// many times as many pixels it has, and how many are kept: some 15 MB.
const (
	thumbSide  = 36
	thumbSharp = 2
	mostThumbs = 600
)

func newThumbs(w *frame.Window, load func(context.Context, thumb) (image.Image, error), shown func(string)) *thumbs {
	return &thumbs{window: w, load: load, shown: shown, kept: map[string]image.Image{}}
}

// of is the small picture of a name, nil while there is none.
func (t *thumbs) of(name string) image.Image { return t.kept[name] }

// want makes the pictures of the rows that are in sight now; those that have left it unmade are
// made when they come back.
func (t *thumbs) want(all []thumb) {
	t.wanted = t.wanted[:0]
	for _, one := range all {
		underWay := t.making != nil && t.making.name == one.name
		if _, there := t.kept[one.name]; !there && !underWay && one.name != "" {
			t.wanted = append(t.wanted, one)
		}
	}
	t.next()
}

func (t *thumbs) next() {
	if t.making != nil || len(t.wanted) == 0 {
		return
	}
	one := t.wanted[0]
	t.wanted = t.wanted[1:]
	t.making = &one
	frame.RunAside(t.window, &t.turn, func(ctx context.Context) (image.Image, error) { return t.load(ctx, one) }, func(picture image.Image, err error) {
		t.making = nil
		if err != nil {
			picture = nil
		}
		t.keep(one.name, picture)
		t.shown(one.row)
		t.next()
	})
}

func (t *thumbs) keep(name string, picture image.Image) {
	if len(t.made) >= mostThumbs {
		delete(t.kept, t.made[0])
		t.made = t.made[1:]
	}
	t.kept[name], t.made = picture, append(t.made, name)
}

// small is the picture in a file, or the first page of it, upright, turned clockwise by so many degrees, and so small that
// it stands beside a row.
func small(ctx context.Context, content []byte, turn int, scale float32) (image.Image, error) {
	whole, _, err := registrar.DecodePage(ctx, content, 0)
	if err != nil {
		return nil, err
	}
	picture, _ := whole.Turned(turn / 90).Shrunk(int(thumbSide * thumbSharp * scale))
	return picture, nil
}
