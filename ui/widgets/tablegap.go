package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// gapless is the theme of the window without the gaps that Fyne's list puts between
// rows: a click between two rows would be nobody's.
type gapless struct{}

// windowTheme is not theme.Current: while the rows are drawn, that is gapless itself.
func windowTheme() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color is that of the window.
func (gapless) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return windowTheme().Color(name, variant)
}

// Font is that of the window.
func (gapless) Font(style fyne.TextStyle) fyne.Resource { return windowTheme().Font(style) }

// Icon is that of the window.
func (gapless) Icon(name fyne.ThemeIconName) fyne.Resource { return windowTheme().Icon(name) }

// Size is that of the window, but for the gap.
func (gapless) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNamePadding {
		return 0
	}
	return windowTheme().Size(name)
}
