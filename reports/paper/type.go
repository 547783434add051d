package paper

import (
	"fmt"
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/signintech/gopdf"
	"golang.org/x/text/unicode/norm"
)

// Point is a typographic Point in millimetres.
const Point = 25.4 / 72

// Face names one of the embedded fonts.
type Face string

const (
	Sans      Face = "LiberationSans"
	SansBold  Face = "LiberationSans-Bold"
	Serif     Face = "LiberationSerif"
	SerifBold Face = "LiberationSerif-Bold"
	// Hand stands for what is written by hand on a sample: no font of ours looks more like it.
	Hand     Face = "LiberationSerif-Italic"
	MonoBold Face = "LiberationMono-Bold"
)

// FaceData are the embedded fonts.
func FaceData() map[Face][]byte {
	return map[Face][]byte{
		Sans:      liberationsansregular.TTF,
		SansBold:  liberationsansbold.TTF,
		Serif:     liberationserifregular.TTF,
		SerifBold: liberationserifbold.TTF,
		Hand:      liberationserifitalic.TTF,
		MonoBold:  liberationmonobold.TTF,
	}
}

// tabled is the end of the characters whose widths are looked up beforehand: Latin,
// Cyrillic, punctuation and «№» lie below.
const tabled = 0x2300

// fontSet are the parsed fonts, read once for all documents and not written to
// after that: parsing costs more than drawing a card.
type fontSet struct {
	container *gopdf.FontContainer
	metrics   map[Face]*metrics
}

// metrics measures one font; widths are thousandths of the size, -1 for a
// character that the font lacks.
type metrics struct {
	font   *gopdf.SubsetFontObj
	widths [tabled]int
}

var fonts = sync.OnceValue(parseFonts)

// parseFonts panics on a fault of the embedded files: there is no document without.
func parseFonts() *fontSet {
	set := &fontSet{container: new(gopdf.FontContainer), metrics: map[Face]*metrics{}}
	for name, ttf := range FaceData() {
		if err := set.container.AddTTFFontData(string(name), ttf); err != nil {
			panic(fmt.Errorf("parse embedded font %s: %w", name, err))
		}
		m := &metrics{font: new(gopdf.SubsetFontObj)}
		if err := m.font.SetTTFData(ttf); err != nil {
			panic(fmt.Errorf("parse embedded font %s: %w", name, err))
		}
		for r := range m.widths {
			m.widths[r] = m.lookUp(rune(r))
		}
		set.metrics[name] = m
	}
	return set
}

func (m *metrics) lookUp(r rune) int {
	glyph, err := m.font.CharCodeToGlyphIndex(r)
	if err != nil || glyph == 0 {
		return -1
	}
	return int(m.font.GlyphIndexToPdfWidth(glyph))
}

// width returns the advance of r in thousandths of the size, or -1.
func (m *metrics) width(r rune) int {
	if r >= 0 && r < tabled {
		return m.widths[r]
	}
	return m.lookUp(r)
}

// Type is a way to set text: font, size in points, and how grey (0 is black).
type Type struct {
	Face Face
	Size float64
	Gray float64
}

// Sized is the same in so many points.
func (t Type) Sized(size float64) Type { t.Size = size; return t }

// Sized is the face in so many points, in black.
func (f Face) Sized(points float64) Type { return Type{Face: f, Size: points} }

// Grey is the same in a grey: 0 is black, 1 is white.
func (t Type) Grey(gray float64) Type { t.Gray = gray; return t }

// Leading is the distance of two baselines in mm.
func (t Type) Leading() float64 { return t.Size * Point * 1.17 }

// Ascent is the distance from the top of a line to its baseline in mm.
func (t Type) Ascent() float64 { return t.Size * Point * 0.91 }

// Width measures tidy text in mm.
func (t Type) Width(s string) float64 {
	m, sum := fonts().metrics[t.Face], 0
	for _, r := range s {
		sum += max(m.width(r), 0)
	}
	return float64(sum) * t.Size * Point / 1000
}

// Lacks returns the first character that the font lacks, or 0.
func (t Type) Lacks(s string) rune {
	m := fonts().metrics[t.Face]
	for _, r := range s {
		if m.width(r) < 0 {
			return r
		}
	}
	return 0
}

// Tidy composes letters that come in two signs (и + breve, as macOS writes file
// names), drops signs that have no shape, and makes any white space but the
// no-break space and the line feed a plain one.
func Tidy(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u00a0':
			return r
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\ufeff' || r == '\u2060':
			return -1
		case r == '\u202f':
			return '\u00a0'
		case r == '\u02bc':
			return '’'
		}
		return r
	}, norm.NFC.String(s))
}

// plain says that there is nothing to tidy: most texts are letters of one sign each.
func plain(s string) bool {
	for _, r := range s {
		letters := r > '\u00ad' && r < '\u02bc' || r >= 'Ѐ' && r < '\u0483' || r >= 'Ҋ' && r <= 'ӿ'
		signs := r >= '\u2010' && r <= '\u2027' || r == '№' || r >= ' ' && r <= '~' || r == '\n' || r >= '\u00a0' && r < '\u00ad'
		if !letters && !signs {
			return false
		}
	}
	return true
}
