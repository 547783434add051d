package frametest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// blank is a drawing of the size of Fyne's icons with nothing in it.
var blank = []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"></svg>`)

// blankIcon is Fyne's icon of this name, its colour and its size, but nothing is drawn: no test
// looks at the strokes, and to read them whenever a button is laid out was a fifth of a test's time.
func blankIcon(name fyne.ThemeIconName) fyne.Resource {
	icon := theme.DefaultTheme().Icon(name)
	themed, is := icon.(*theme.ThemedResource)
	if !is {
		return icon
	}
	source := strings.TrimPrefix(icon.Name(), string(themed.ThemeColorName())+"_")
	empty := theme.NewThemedResource(fyne.NewStaticResource(source, blank))
	empty.ColorName = themed.ColorName
	return empty
}
