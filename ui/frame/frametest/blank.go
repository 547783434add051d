package frametest

import (
	"image"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// blank is an icon in whose place nothing is drawn: no test looks at the strokes, and Fyne reads
// and rasterises a drawing again whenever a button is laid out, which was a fifth of a test's time.
type blank struct {
	name   string
	colour fyne.ThemeColorName
}

// blankDrawing is a drawing of the size of Fyne's icons with nothing in it, for who colours it. As it is
// it does not begin as a drawing must, but as [blankFormat], so that nobody reads it.
const (
	blankFormat  = "<!-- blank -->"
	blankDrawing = blankFormat + `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"></svg>`
)

func init() {
	nothing := image.NewNRGBA(image.Rect(0, 0, 24, 24))
	config := image.Config{ColorModel: nothing.ColorModel(), Width: nothing.Rect.Dx(), Height: nothing.Rect.Dy()}
	image.RegisterFormat("blank", blankFormat, func(io.Reader) (image.Image, error) { return nothing, nil },
		func(io.Reader) (image.Config, error) { return config, nil })
}

// Name is the one of the icon in whose place it stands, without the ending by which Fyne would know a
// drawing.
func (b *blank) Name() string { return b.name }

// ThemeColorName is the colour of that icon.
func (b *blank) ThemeColorName() fyne.ThemeColorName { return b.colour }

var blankContent = []byte(blankDrawing)

// Content is the empty drawing.
func (b *blank) Content() []byte { return blankContent }

// blankIcon is the empty one in the place of Fyne's icon of this name.
func blankIcon(name fyne.ThemeIconName) fyne.Resource {
	icon := theme.DefaultTheme().Icon(name)
	themed, is := icon.(fyne.ThemedResource)
	if !is {
		return icon
	}
	return &blank{strings.TrimSuffix(icon.Name(), ".svg"), themed.ThemeColorName()}
}
