package widgets

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// readableContrast and frameContrast are what WCAG AA asks of text and of the frames of inputs.
const readableContrast, frameContrast = 4.5, 3.0

// grounds are what text and inputs stand on; the hover lies over a page and over a panel.
var grounds = []fyne.ThemeColorName{theme.ColorNameBackground, ColorPanel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
	theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameSelection}

// luminance is the relative luminance of an opaque colour, after WCAG 2.
func luminance(c color.NRGBA) float64 {
	part := func(b uint8) float64 {
		v := float64(b) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrast is how well c is seen on an opaque ground.
func contrast(c, ground color.Color) float64 {
	a, b := luminance(over(c, ground)), luminance(over(ground, ground))
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// over is c, which may let light through, laid on a ground.
func over(c, ground color.Color) color.NRGBA {
	top := color.NRGBAModel.Convert(c).(color.NRGBA)
	below := color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(a, b uint8) uint8 {
		return uint8((float64(a)*float64(top.A) + float64(b)*float64(255-top.A)) / 255)
	}
	return color.NRGBA{R: mix(top.R, below.R), G: mix(top.G, below.G), B: mix(top.B, below.B), A: 255}
}

func bothThemes(t *testing.T, look func(t *testing.T, th *officeTheme)) {
	for name, dark := range map[string]bool{"light": false, "dark": true} {
		t.Run(name, func(t *testing.T) { look(t, &officeTheme{dark: dark, scale: 1}) })
	}
}

// ringContrast is what the ring needs: on a ground of the page that of a frame; on a button that stands
// out itself less is seen as well, since the edge of the button is on its other side.
func ringContrast(ground fyne.ThemeColorName) float64 {
	if ground == theme.ColorNamePrimary || ground == theme.ColorNameError {
		return 1.5
	}
	return frameContrast
}

func TestContrast(t *testing.T) {
	bothThemes(t, func(t *testing.T, th *officeTheme) {
		colour := func(name fyne.ThemeColorName) color.Color { return th.Color(name, theme.VariantLight) }
		check := func(what string, c, ground color.Color, least float64) {
			if got := contrast(c, ground); got < least {
				t.Errorf("%s: %.2f:1, least %.1f:1", what, got, least)
			}
		}
		texts := []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNameDisabled, theme.ColorNamePlaceHolder, theme.ColorNamePrimary,
			theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess}
		for _, name := range texts {
			for _, ground := range grounds {
				check(string(name)+" on "+string(ground), colour(name), colour(ground), readableContrast)
			}
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, ColorPanel} {
				check(string(name)+" under the pointer on "+string(ground), colour(name), over(colour(theme.ColorNameHover), colour(ground)), readableContrast)
			}
		}
		for text, ground := range map[fyne.ThemeColorName]fyne.ThemeColorName{theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary,
			theme.ColorNameForegroundOnError: theme.ColorNameError, theme.ColorNameForegroundOnWarning: theme.ColorNameWarning, theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess} {
			check(string(text), colour(text), colour(ground), readableContrast)
		}
		// The ring of a button with the keyboard, and the frame of the row that has it.
		for _, ground := range []fyne.ThemeColorName{theme.ColorNamePrimary, theme.ColorNameError, theme.ColorNameButton, theme.ColorNameBackground, ColorPanel, theme.ColorNameOverlayBackground} {
			check("the ring on "+string(ground), colour(theme.ColorNameForeground), colour(ground), ringContrast(ground))
		}
		check("the frame of the current row", colour(theme.ColorNamePrimary), colour(theme.ColorNameSelection), frameContrast)
		for _, frame := range []fyne.ThemeColorName{theme.ColorNameInputBorder, theme.ColorNamePlaceHolder, theme.ColorNameDisabled} {
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, ColorPanel, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground} {
				check("the frame "+string(frame)+" on "+string(ground), colour(frame), colour(ground), frameContrast)
			}
		}
	})
}

// The shortcuts in Fyne's menus have a colour that Fyne makes of the theme's, wrongly.
func TestMenuShortcutsAreRead(t *testing.T) {
	bothThemes(t, func(t *testing.T, th *officeTheme) {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(th)
		item := fyne.NewMenuItem("Open", func() {})
		item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierControl}
		seen := 0
		for _, words := range textsOf(widget.NewMenu(fyne.NewMenu("", item))) {
			if !strings.Contains(words.Text, "Ctrl") && words.Text != "O" {
				continue
			}
			seen++
			if got := contrast(words.Color, th.Color(theme.ColorNameMenuBackground, theme.VariantLight)); got < readableContrast {
				t.Errorf("%q: %.2f:1", words.Text, got)
			}
		}
		if seen != 2 {
			t.Errorf("%d parts of the shortcut were found", seen)
		}
	})
}

// textsOf are the texts that are drawn of an object.
func textsOf(o fyne.CanvasObject) (all []*canvas.Text) {
	switch o := o.(type) {
	case *canvas.Text:
		return []*canvas.Text{o}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, textsOf(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, textsOf(child)...)
		}
	}
	return all
}

// An icon is written anew for each colour, and not twice for one.
func TestIconsFollowTheColours(t *testing.T) {
	app := test.NewTempApp(t)
	for _, variation := range []func(fyne.Resource) fyne.Resource{
		func(icon fyne.Resource) fyne.Resource { return icon },
		func(icon fyne.Resource) fyne.Resource { return theme.NewErrorThemedResource(icon) },
		func(icon fyne.Resource) fyne.Resource { return theme.NewDisabledResource(icon) },
	} {
		for range 2 {
			for _, dark := range []bool{false, true} {
				app.Settings().SetTheme(NewTheme(dark, 100))
				got := variation(theme.SearchIcon()).Content()
				want := variation(theme.DefaultTheme().Icon(theme.IconNameSearch)).Content()
				if string(got) != string(want) {
					t.Errorf("dark %v: the icon is %s, want %s", dark, got, want)
				}
			}
		}
	}
	if once, again := theme.SearchIcon().Content(), theme.SearchIcon().Content(); &once[0] != &again[0] {
		t.Error("an icon is written twice in one colour")
	}
}

// A row, whose icons have colours of their own, takes what was drawn in that colour of the
// look, and under another name for each: what is painted is kept by it.
func TestIconsOfRowsAreDrawnOnce(t *testing.T) {
	app := test.NewTempApp(t)
	names := map[string]bool{}
	for _, dark := range []bool{false, true} {
		app.Settings().SetTheme(NewTheme(dark, 100))
		for _, colour := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNameError} {
			got, want := inkedIn(theme.SearchIcon(), colour), theme.NewColoredResource(theme.SearchIcon(), colour)
			if string(got.Content()) != string(want.Content()) {
				t.Errorf("dark %v, %s: the icon is %s, want %s", dark, colour, got.Content(), want.Content())
			}
			if inkedIn(theme.SearchIcon(), colour) != got {
				t.Errorf("dark %v, %s: it is drawn twice", dark, colour)
			}
			names[got.Name()] = true
		}
	}
	if len(names) != 4 {
		t.Errorf("four colours have the names %v", names)
	}
}

// TestOneFontAStyle compares our fonts with those that Fyne would read behind them.
func TestOneFontAStyle(t *testing.T) {
	ours := NewTheme(false, 100)
	for style, behind := range map[fyne.TextStyle]fyne.Resource{
		{}:             theme.DefaultTextFont(),
		{Bold: true}:   theme.DefaultTextBoldFont(),
		{Italic: true}: theme.DefaultTextItalicFont(),
	} {
		font := ours.Font(style)
		if font != behind {
			t.Errorf("%+v: behind %s lies %s", style, font.Name(), behind.Name())
		}
		if !strings.HasPrefix(font.Name(), "LiberationSans") || len(font.Content()) < 300_000 {
			t.Errorf("%+v: %s with %d octets", style, font.Name(), len(font.Content()))
		}
	}
}
