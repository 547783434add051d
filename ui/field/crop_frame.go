package field

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/photo"
	"graduand/ui/widgets"
)

// What one key does to a crop: how far it moves, in shares of the picture, how much larger it
// gets, and by how many degrees it turns.
const (
	cropStep  = 0.005
	cropGrows = 1.02
	cropTurns = 0.5
)

// How near to a corner the mouse takes it, and how large the corner is drawn, in
// device-independent pixels.
const (
	cornerReach = 16
	cornerSize  = 10
)

// cropFrame is a portrait with the frame of the print over it, which mouse and keyboard move,
// resize and turn: only its lines are drawn anew. It never leaves the picture.
type cropFrame struct {
	widget.BaseWidget
	// OnMoved is called at every step, OnStill when it stays where it is, OnEnter at Enter.
	OnMoved, OnStill, OnEnter func()

	cropping *photo.Cropping
	crop     photo.Crop

	picture *canvas.Image
	// edges are the four of the frame, head the two between which the head is wanted.
	edges, head *strokes
	corners     [4]*canvas.Rectangle
	drawn       drawing
	// held is what the mouse has taken: a corner, or inside for the whole.
	held  int
	taken struct {
		crop photo.Crop
		at   fyne.Position
	}
}

// What the mouse can hold beside a corner.
const (
	nothing = -2
	inside  = -1
)

var (
	_ fyne.Draggable     = (*cropFrame)(nil)
	_ fyne.Focusable     = (*cropFrame)(nil)
	_ fyne.Scrollable    = (*cropFrame)(nil)
	_ desktop.Cursorable = (*cropFrame)(nil)
)

// newCropFrame shows a crop over a portrait.
func newCropFrame(c *photo.Cropping, crop photo.Crop) *cropFrame {
	f := &cropFrame{cropping: c, crop: crop, held: nothing, picture: canvas.NewImageFromImage(c.Picture)}
	f.OnMoved, f.OnStill, f.OnEnter = func() {}, func() {}, func() {}
	f.picture.FillMode = canvas.ImageFillContain
	f.edges = newStrokes(4, theme.Color(theme.ColorNamePrimary), 3)
	f.head = newStrokes(2, theme.Color(theme.ColorNameSuccess), guideWidth)
	for i := range f.corners {
		f.corners[i] = canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
		f.corners[i].StrokeColor, f.corners[i].StrokeWidth = color.White, markEdge
		f.corners[i].Resize(fyne.NewSquareSize(cornerSize))
	}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer draws the picture and the lines over it.
func (f *cropFrame) CreateRenderer() fyne.WidgetRenderer {
	all := append([]fyne.CanvasObject{f.picture}, append(f.head.objects(), f.edges.objects()...)...)
	for _, corner := range f.corners {
		all = append(all, corner)
	}
	return widget.NewSimpleRenderer(&fyne.Container{Layout: &cropLayout{f}, Objects: all})
}

// cropLayout lays the lines over the picture where it is drawn.
type cropLayout struct{ frame *cropFrame }

// MinSize lets the picture be as small as its place.
func (l *cropLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout fills the place.
func (l *cropLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.frame
	f.picture.Resize(size)
	f.drawn = drawnAs(f.picture, size)
	f.draw()
}

// draw puts the lines where the crop is.
func (f *cropFrame) draw() {
	corners := f.drawn.all(f.cropping.Corners(f.crop))
	f.edges.round(corners)
	for i, corner := range f.corners {
		corner.Move(corners[i].SubtractXY(cornerSize/2, cornerSize/2))
	}
	top, bottom := f.cropping.Head()
	for i, share := range []float64{top, bottom} {
		f.head.put(i, between(corners[0], corners[3], share), between(corners[1], corners[2], share))
	}
}

// between is the place that lies a share of the way from one to another.
func between(from, to fyne.Position, share float64) fyne.Position {
	return from.AddXY((to.X-from.X)*float32(share), (to.Y-from.Y)*float32(share))
}

// set moves the frame to a crop.
func (f *cropFrame) set(c photo.Crop) {
	f.crop = c
	f.draw()
	f.OnMoved()
}

// Dragged moves the frame, or pulls the corner that was taken.
func (f *cropFrame) Dragged(e *fyne.DragEvent) {
	widgets.Touched()
	if f.held == nothing {
		f.taken.crop, f.taken.at = f.crop, e.Position.Subtract(e.Dragged)
		f.held = f.at(f.taken.at)
	}
	if f.held == inside {
		fromX, fromY := f.drawn.share(f.taken.at)
		x, y := f.drawn.share(e.Position)
		f.set(f.cropping.Moved(f.taken.crop, x-fromX, y-fromY))
		return
	}
	x, y := f.drawn.share(e.Position)
	f.set(f.cropping.Pulled(f.taken.crop, f.held, x, y))
}

// DragEnd leaves the frame where it is.
func (f *cropFrame) DragEnd() {
	f.held = nothing
	f.OnStill()
}

// at is the corner at a place, else inside.
func (f *cropFrame) at(p fyne.Position) int {
	for i, corner := range f.drawn.all(f.cropping.Corners(f.crop)) {
		if math.Hypot(float64(p.X-corner.X), float64(p.Y-corner.Y)) <= cornerReach {
			return i
		}
	}
	return inside
}

// Scrolled resizes the frame by the wheel.
func (f *cropFrame) Scrolled(e *fyne.ScrollEvent) {
	widgets.Touched()
	times := cropGrows
	if e.Scrolled.DY > 0 {
		times = 1 / cropGrows
	}
	f.still(f.cropping.Resized(f.crop, times))
}

// still moves the frame where it then stays.
func (f *cropFrame) still(c photo.Crop) {
	f.set(c)
	f.OnStill()
}

// cropKeys move the frame across and down by steps.
var cropKeys = map[fyne.KeyName][2]float64{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// TypedKey moves the frame by the arrows, puts it by Home where the program proposes it, keeps
// it by Enter and leaves it by Esc.
func (f *cropFrame) TypedKey(key *fyne.KeyEvent) {
	if widgets.Everywhere(key) {
		return
	}
	if step, moves := cropKeys[key.Name]; moves {
		c := f.cropping
		f.still(c.Moved(f.crop, step[0]*cropStep, step[1]*cropStep*float64(c.Width)/float64(c.Height)))
		return
	}
	switch key.Name {
	case fyne.KeyHome:
		f.OnHome()
	case fyne.KeyReturn, fyne.KeyEnter:
		f.OnEnter()
	case fyne.KeyEscape:
		widgets.Left()
	}
}

// OnHome puts the frame where the program proposes it.
func (f *cropFrame) OnHome() { f.still(f.cropping.Proposal) }

// onTurn turns the frame by so many degrees.
func (f *cropFrame) onTurn(degrees float64) { f.still(f.cropping.Turned(f.crop, degrees)) }

// TypedRune resizes and turns the frame. The brackets are told by what the same keys write under
// Ukrainian, Russian and Kyrgyz layouts too.
func (f *cropFrame) TypedRune(r rune) {
	if widgets.Touched(); widgets.NotFor(r) {
		return
	}
	switch r {
	case '+', '=':
		f.still(f.cropping.Resized(f.crop, cropGrows))
	case '-', '_', '−':
		f.still(f.cropping.Resized(f.crop, 1/cropGrows))
	case '[', '{', 'х', 'Х':
		f.onTurn(-cropTurns)
	case ']', '}', 'ъ', 'Ъ', 'ї', 'Ї':
		f.onTurn(cropTurns)
	}
}

// FocusGained and FocusLost change nothing: the frame stands out anyway.
func (f *cropFrame) FocusGained() {}

// FocusLost changes nothing.
func (f *cropFrame) FocusLost() {}

// Tapped takes the keyboard.
func (f *cropFrame) Tapped(*fyne.PointEvent) {
	widgets.Touched()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
}

// Cursor says that the frame can be taken.
func (f *cropFrame) Cursor() desktop.Cursor { return desktop.CrosshairCursor }
