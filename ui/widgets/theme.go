// Package widgets has the few widgets that Fyne lacks for a school's office: a
// table of many rows with its own header and several rows selected, a date entry
// for dates of birth, and entries and buttons that let a dialog hear Esc and Enter.
//
// They hold no rule of the domain and no sentence: every word is given to them.
package widgets

import (
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// officeTheme is the look of the window: calm, dense, one accent colour.
type officeTheme struct {
	dark  bool
	scale float32
}

// NewTheme makes the look: dark or light, with letters of so many percent.
func NewTheme(dark bool, percent int) *officeTheme {
	return &officeTheme{dark: dark, scale: float32(percent) / 100}
}

// Same reports whether another theme looks as this one does.
func (t *officeTheme) Same(other fyne.Theme) bool {
	o, ours := other.(*officeTheme)
	return ours && *o == *t
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// ink is a colour for text whose shadow of transparency nobody sees and Fyne's menus
// need: they take the shortcuts' colour from the low bytes of this one, and those of a
// wholly opaque colour make the shortcuts all but invisible.
func ink(hex uint32) color.Color {
	wide := func(part uint32) uint16 { return uint16(part&0xff) * 0x101 }
	return color.RGBA64{R: wide(hex >> 16), G: wide(hex >> 8), B: wide(hex), A: inkOpacity}
}

// inkOpacity is 99.9 %; 95 % of it, which the menus take, ends in 0xfe.
const inkOpacity = 0xffc9

// ColorPanel is the background of panels and of the navigation list.
const ColorPanel fyne.ThemeColorName = "panel"

// ColorHalf is of what is done by half, beside the accent colour of what is done.
const ColorHalf fyne.ThemeColorName = "half"

// Every text has at least 4.5:1 against whatever it may stand on, what is disabled too,
// because Fyne writes hints in that colour; frames of inputs have at least 3:1.
//
// Hover, pressed and focus are laid over what is below them, so they let it through.

var lightColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xffffff),
	ColorPanel:                         rgb(0xf5f6f8),
	ColorHalf:                          rgb(0x8fb3e8),
	theme.ColorNameForeground:          ink(0x1b2430),
	theme.ColorNameDisabled:            rgb(0x5d6775),
	theme.ColorNamePlaceHolder:         rgb(0x5d6775),
	theme.ColorNamePrimary:             rgb(0x1d60c3),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameFocus:               color.NRGBA{R: 0x1f, G: 0x63, B: 0xc8, A: 0x66},
	theme.ColorNameHover:               color.NRGBA{A: 0x12},
	theme.ColorNamePressed:             color.NRGBA{A: 0x24},
	theme.ColorNameSelection:           rgb(0xdfeafb),
	theme.ColorNameSeparator:           rgb(0xe3e6eb),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x7c8694),
	theme.ColorNameHeaderBackground:    rgb(0xeceff4),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameButton:              rgb(0xeceff4),
	theme.ColorNameDisabledButton:      rgb(0xf1f3f6),
	theme.ColorNameError:               rgb(0xb42318),
	theme.ColorNameWarning:             rgb(0x945400),
	theme.ColorNameSuccess:             rgb(0x176f34),
	theme.ColorNameScrollBar:           rgb(0xb4bcc8),
	theme.ColorNameScrollBarBackground: rgb(0xf0f2f5),
	theme.ColorNameHyperlink:           rgb(0x1d60c3),
	theme.ColorNameShadow:              color.NRGBA{A: 0x30},
}

var darkColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0x1c2027),
	ColorPanel:                         rgb(0x242933),
	ColorHalf:                          rgb(0x44679c),
	theme.ColorNameForeground:          ink(0xe6e9ee),
	theme.ColorNameDisabled:            rgb(0xa9b2bf),
	theme.ColorNamePlaceHolder:         rgb(0xa9b2bf),
	theme.ColorNamePrimary:             rgb(0x7db2f8),
	theme.ColorNameForegroundOnPrimary: rgb(0x10151c),
	theme.ColorNameFocus:               color.NRGBA{R: 0x7d, G: 0xb2, B: 0xf8, A: 0x66},
	theme.ColorNameHover:               color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0x14},
	theme.ColorNamePressed:             color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0x28},
	theme.ColorNameSelection:           rgb(0x2c405f),
	theme.ColorNameSeparator:           rgb(0x353c48),
	theme.ColorNameInputBackground:     rgb(0x232831),
	theme.ColorNameInputBorder:         rgb(0x7b8696),
	theme.ColorNameHeaderBackground:    rgb(0x2a303b),
	theme.ColorNameMenuBackground:      rgb(0x242933),
	theme.ColorNameOverlayBackground:   rgb(0x242933),
	theme.ColorNameButton:              rgb(0x323945),
	theme.ColorNameDisabledButton:      rgb(0x2a2f39),
	theme.ColorNameError:               rgb(0xff8a80),
	theme.ColorNameWarning:             rgb(0xf2b45a),
	theme.ColorNameSuccess:             rgb(0x74cf8d),
	theme.ColorNameScrollBar:           rgb(0x566072),
	theme.ColorNameScrollBarBackground: rgb(0x20252d),
	theme.ColorNameHyperlink:           rgb(0x7db2f8),
	theme.ColorNameShadow:              color.NRGBA{A: 0x60},
}

// Color is one of ours where there is one, else Fyne's.
func (t *officeTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	colours, variant := lightColours, theme.VariantLight
	if t.dark {
		colours, variant = darkColours, theme.VariantDark
	}
	if c, ours := colours[name]; ours {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font is Liberation Sans, the one of the documents: Fyne's own draws the small
// Ukrainian «і» without its dot.
func (t *officeTheme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return boldFont
	case style.Italic:
		return italicFont
	}
	return regularFont
}

var (
	regularFont = inPlaceOf(theme.DefaultTextFont(), fyne.NewStaticResource("LiberationSans-Regular.ttf", liberationsansregular.TTF))
	boldFont    = inPlaceOf(theme.DefaultTextBoldFont(), fyne.NewStaticResource("LiberationSans-Bold.ttf", liberationsansbold.TTF))
	italicFont  = inPlaceOf(theme.DefaultTextItalicFont(), fyne.NewStaticResource("LiberationSans-Italic.ttf", liberationsansitalic.TTF))
)

// inPlaceOf puts a font into the place of Fyne's own of its style. Fyne reads its own behind another,
// for letters that the other lacks: that is a second font of every style, at every start and in
// memory, and those that Liberation lacks the fonts of the PC have.
func inPlaceOf(fynes fyne.Resource, ours *fyne.StaticResource) fyne.Resource {
	place, is := fynes.(*fyne.StaticResource)
	if !is {
		return ours
	}
	*place = *ours
	return place
}

// Icon is Fyne's own, coloured once: see [inkedIcon]. It is the same at every call, so that
// who shows it knows whether it is another.
func (t *officeTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if known, is := icons.Load(name); is {
		return known.(fyne.Resource)
	}
	icon := DrawnBy(name)
	if themed, is := icon.(*theme.ThemedResource); is {
		icon = &inkedIcon{themed}
	}
	known, _ := icons.LoadOrStore(name, icon)
	return known.(fyne.Resource)
}

// DrawnBy has the drawings of the icons: they are Fyne's own. Tests of windows take empty ones.
var DrawnBy = theme.DefaultTheme().Icon

// icons are those that the theme has given out, by their names.
var icons sync.Map

// inkedIcon is an icon of Fyne which is read and written anew once for each colour, not
// whenever somebody looks at it: that was a tenth of the work of showing a table.
type inkedIcon struct{ fyne.ThemedResource }

// inked is an icon in a colour.
type inked struct {
	icon string
	ink  color.Color
}

// inkedIcons are the drawings that were made, by [inked].
var inkedIcons sync.Map

// Content is the drawing in the colour of the moment.
func (i *inkedIcon) Content() []byte {
	asked := inked{i.Name(), theme.Color(i.ThemeColorName())}
	if known, is := inkedIcons.Load(asked); is {
		return known.([]byte)
	}
	drawing := i.ThemedResource.Content()
	inkedIcons.Store(asked, drawing)
	return drawing
}

// painted is any icon in a colour.
type painted struct {
	icon fyne.Resource
	ink  color.Color
}

// paintedIcons are the drawings of [inkedIn], by their [painted].
var paintedIcons sync.Map

// inkedIn is an icon in a colour of the theme as it is now. Fyne's own writes the drawing
// anew whenever a row is laid out, which costs more than to read it.
func inkedIn(icon fyne.Resource, colour fyne.ThemeColorName) fyne.Resource {
	asked := painted{icon, theme.Color(colour)}
	if known, is := paintedIcons.Load(asked); is {
		return known.(fyne.Resource)
	}
	// What was painted is kept by its name, which differs from colour to colour.
	ink := color.NRGBAModel.Convert(asked.ink).(color.NRGBA)
	name := fmt.Sprintf("%02x%02x%02x%02x_%s", ink.R, ink.G, ink.B, ink.A, icon.Name())
	drawing := fyne.NewStaticResource(name, theme.NewColoredResource(icon, colour).Content())
	known, _ := paintedIcons.LoadOrStore(asked, drawing)
	return known.(fyne.Resource)
}

// Sizes make the window dense, in device-independent pixels at 100 %.
var Sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           13,
	theme.SizeNameCaptionText:    11.5,
	theme.SizeNameHeadingText:    20,
	theme.SizeNameSubHeadingText: 15,
	theme.SizeNamePadding:        4,
	theme.SizeNameInnerPadding:   6,
	theme.SizeNameInlineIcon:     17,
	theme.SizeNameInputRadius:    5,
	theme.SizeNameScrollBar:      11,
	theme.SizeNameScrollBarSmall: 5,
	theme.SizeNameLineSpacing:    3,
}

// Size is ours where there is one, times the user's scale of letters.
func (t *officeTheme) Size(name fyne.ThemeSizeName) float32 {
	size, ours := Sizes[name]
	if !ours {
		return theme.DefaultTheme().Size(name)
	}
	return size * t.scale
}
