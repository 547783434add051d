package workbook

import (
	"encoding/xml"
	"strings"
)

// unpainted is the colour of a sheet where nothing is painted.
const unpainted = "FFFFFF"

// colourOf is a colour of Office Open XML in one spelling of each: the six digits, or how the
// workbook names it by its theme. The first colour of a theme and the white ones of the palette
// are that of the page.
func colourOf(t xml.StartElement) string {
	theme, tint := attribute(t, "theme"), attribute(t, "tint")
	switch rgb, indexed := attribute(t, "rgb"), attribute(t, "indexed"); {
	case len(rgb) >= len(unpainted):
		return strings.ToUpper(rgb[len(rgb)-len(unpainted):])
	case theme == "0" && (tint == "" || tint == "0"), indexed == "1", indexed == "9", indexed == "65":
		return unpainted
	case theme != "" || indexed != "":
		return theme + "/" + tint + "/" + indexed
	}
	return ""
}

// paint takes an element of a font or of a fill, the last of its kind: its colour.
func (s *styles) paint(e *events, t xml.StartElement) {
	switch name := t.Name.Local; {
	case s.section == "fonts" && e.depth == 4 && name == "color" && len(s.fonts) > 0:
		s.fonts[len(s.fonts)-1].colour = colourOf(t)
	case s.section == "fills" && e.depth == 3:
		s.fills = append(s.fills, "")
	case s.section == "fills" && e.depth == 4 && name == "patternFill" && len(s.fills) > 0:
		if kind := attribute(t, "patternType"); kind == "" || kind == "none" {
			s.fills[len(s.fills)-1] = unpainted
		} else {
			s.solid = kind == "solid"
		}
	case s.section == "fills" && e.depth == 5 && name == "fgColor" && s.solid && len(s.fills) > 0 && s.fills[len(s.fills)-1] == "":
		s.fills[len(s.fills)-1] = colourOf(t)
	}
}

// isUnseen reports that letters have the colour of what they stand on.
func (s *styles) isUnseen(font, fill int) bool {
	if font < 0 || font >= len(s.fonts) || s.fonts[font].colour == "" {
		return false
	}
	ground := unpainted
	if fill >= 0 && fill < len(s.fills) {
		ground = s.fills[fill]
	}
	return s.fonts[font].colour == ground
}
