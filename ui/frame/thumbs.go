package frame

import (
	"context"
	"image"

	"graduand/data/registrar"
)

// Thumb is a small picture that a row wants.
type Thumb struct {
	// Name is its own, "" for none, and Row the key of the row.
	Name, Row string
	// Make makes it, off the window's goroutine.
	Make func(context.Context) (image.Image, error)
}

// Thumbs are the small pictures beside the rows of a list. They are made in the background, for
// the rows in sight and one after the other, and each once: a sealed file is opened once. They
// live in memory alone, and no more of them than have room.
type Thumbs struct {
	window *Window
	// shown is told the row whose picture has come.
	shown func(row string)
	// kept are those there are, nil for one that cannot be made; made are their names, the
	// oldest first.
	kept   map[string]image.Image
	made   []string
	wanted []Thumb
	// making is the one under way, nil for none; age counts how often all were forgotten.
	making *Thumb
	age    int
	turn   Turn
}

// ThumbSide is the side of a small picture, in device-independent pixels at the usual size of
// letters.
const ThumbSide = 36

// ThumbSharp is how many times as many pixels it has, and mostThumbs how many are kept: some 15 MB.
const (
	ThumbSharp = 2
	mostThumbs = 600
)

// ThumbPixels is how many pixels the side of a small picture has.
func (w *Window) ThumbPixels() int { return int(ThumbSide * ThumbSharp * w.Scale()) }

// NewThumbs has none yet; shown is told the row whose picture has come.
func NewThumbs(w *Window, shown func(row string)) *Thumbs {
	return &Thumbs{window: w, shown: shown, kept: map[string]image.Image{}}
}

// Of is the small picture of a name, nil while there is none.
func (t *Thumbs) Of(name string) image.Image { return t.kept[name] }

// Want makes the pictures of the rows that are in sight now; those that have left it unmade are
// made when they come back.
func (t *Thumbs) Want(all []Thumb) {
	t.wanted = t.wanted[:0]
	for _, one := range all {
		underWay := t.making != nil && t.making.Name == one.Name
		if _, there := t.kept[one.Name]; !there && !underWay && one.Name != "" {
			t.wanted = append(t.wanted, one)
		}
	}
	t.next()
}

// Forget drops all of them, and the one under way when it comes.
func (t *Thumbs) Forget() {
	t.kept, t.made, t.wanted = map[string]image.Image{}, nil, nil
	t.age++
}

func (t *Thumbs) next() {
	if t.making != nil || len(t.wanted) == 0 {
		return
	}
	one, age := t.wanted[0], t.age
	t.wanted = t.wanted[1:]
	t.making = &one
	RunAside(t.window, &t.turn, one.Make, func(picture image.Image, err error) {
		t.making = nil
		if err != nil {
			picture = nil
		}
		if age == t.age {
			t.keep(one.Name, picture)
			t.shown(one.Row)
		}
		t.next()
	})
}

func (t *Thumbs) keep(name string, picture image.Image) {
	if len(t.made) >= mostThumbs {
		delete(t.kept, t.made[0])
		t.made = t.made[1:]
	}
	t.kept[name], t.made = picture, append(t.made, name)
}

// Small is the picture in a file, or the first page of it, upright, turned clockwise by so many
// degrees, with so many pixels at its longer side.
func Small(ctx context.Context, content []byte, turn, pixels int) (image.Image, error) {
	whole, _, err := registrar.DecodePage(ctx, content, 0)
	if err != nil {
		return nil, err
	}
	picture, _ := whole.Turned(turn / 90).Shrunk(pixels)
	return picture, nil
}

// SmallFile makes the small picture of a file on the disk.
func SmallFile(path string, pixels int) func(context.Context) (image.Image, error) {
	return func(ctx context.Context) (image.Image, error) {
		content, err := registrar.ReadFile(path, registrar.MaximumAttachment)
		if err != nil {
			return nil, err
		}
		return Small(ctx, content, 0, pixels)
	}
}
