package field

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// The room that a picture seen large leaves to the dialog around it, and the longest
// side to which it is scaled for that, in pixels.
const (
	viewAside  = 120
	viewBelow  = 190
	viewLimits = 2000
)

// FilePicture is an attached photo or scan as the window shows it.
type FilePicture struct {
	// Picture is scaled down; width and height are those of the original, in pixels.
	Picture       image.Image
	width, height int
	// bytes is the size of the original file, ending what its name ends with.
	bytes  int
	ending string
	// pages is how many a PDF has, 0 for a picture; page is the one shown, counted from 0.
	page, pages int
}

// viewed is how much of a file is shown: its longer side in pixels at most, and which page of a
// PDF.
type viewed struct{ side, page int }

// pictureOf unpacks a photo or a page of a scan and shows it upright, turned clockwise by so many
// degrees, and so small that no side is longer than asked. It works in memory alone and is called
// off the window's goroutine. What is given up of it is a page of a PDF.
func pictureOf(ctx context.Context, content []byte, v viewed, turn int) (FilePicture, error) {
	p := FilePicture{bytes: len(content), page: v.page}
	whole, pages, err := registrar.DecodePage(ctx, content, v.page)
	if err != nil {
		return p, err
	}
	p.pages = pages
	p.ending = whole.Format.Ending()
	upright := whole.Turned(turn / 90)
	p.width, p.height = upright.Size()
	p.Picture, _ = upright.Shrunk(v.side)
	return p, nil
}

// pictureSize is «1200 × 1600 px, 0,8 МБ», or «PDF, страниц: 2, 12 КБ».
func pictureSize(w *frame.Window, p FilePicture) string {
	size := frame.SizeOf(w, int64(p.bytes))
	if p.pages > 0 {
		return w.Say("form_file.pages", map[string]any{"pages": p.pages, "size": size})
	}
	return w.Say("form_file.size", map[string]any{"width": p.width, "height": p.height, "size": size})
}

// PictureOnDisk is a photo or scan in a file, upright, scaled down to a side of so many pixels. It
// is called off the window's goroutine.
func PictureOnDisk(ctx context.Context, path string, side int) (FilePicture, error) {
	content, err := registrar.ReadFile(path, registrar.MaximumAttachment)
	if err != nil {
		return FilePicture{}, err
	}
	return pictureOf(ctx, content, viewed{side, 0}, 0)
}

// pictureLayout puts words of a width beside a picture that is as wide as least. Where there is no
// room for both the picture has the upper half; where that is lower than half, the words are as narrow
// as they can be, no narrower than narrow, and the picture has the rest beside them, unless that is
// hardly more than a strip. Tight is told whether the picture has less than it should, before anything
// is put.
type pictureLayout struct {
	words, least, half, narrow float32
	tight                      func(is bool)
}

// lowShare is the picture's share of the height where half of it is too low.
const lowShare = 0.6

// MinSize lets both be as small as they like to be: the picture shrinks and the words scroll.
func (l *pictureLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	picture, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(picture.Width, words.Width), picture.Height+words.Height)
}

// Layout puts the picture and the words.
func (l *pictureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding()
	picture, words := objects[0], objects[1]
	wide, half := l.words, (size.Height-gap)/2
	left := size.Width - gap - wide
	beside, low := left >= l.least, half < l.half
	if !beside && low {
		wide = max(l.narrow, words.MinSize().Width)
		left = size.Width - gap - wide
		beside = left >= l.least/4
	}
	if l.tight != nil {
		l.tight(low && left < l.least)
	}
	picture.Move(fyne.Position{})
	if beside {
		picture.Resize(fyne.NewSize(left, size.Height))
		words.Resize(fyne.NewSize(wide, size.Height))
		words.Move(fyne.NewPos(left+gap, 0))
		return
	}
	upper := half
	if low {
		upper = lowShare * size.Height
	}
	picture.Resize(fyne.NewSize(size.Width, upper))
	words.Resize(fyne.NewSize(size.Width, size.Height-gap-upper))
	words.Move(fyne.NewPos(0, upper+gap))
}
