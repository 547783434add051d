package workbook

import (
	"encoding/xml"
	"strconv"
)

// style is what matters of the look of a cell. The zero style is the usual one.
type style struct {
	struck bool
	unseen bool // the letters have the colour of the cell, or the format shows nothing
	format format
	ink    ink // of an XML spreadsheet, which does not say whether it is seen
}

// styles are those of a workbook of Office Open XML, in the order in which cells name
// them. What the usual style of cells is made of is known when all has been read.
type styles struct {
	cells   []style
	section string
	formats map[string]format // by their ids
	fonts   []fontLook
	fills   []string // their colours, "" for what is no plain one
	solid   bool     // the fill under way is of one colour
}

// fontLook is what matters of a font.
type fontLook struct {
	struck bool
	colour string // "" for the usual one
}

var usualStyle style

// styleOf is the style that a cell names, the first one where it names none. Styles that
// cannot be read are of no matter to a workbook whose cells have but the first one.
func (x *xlsx) styleOf(name string) (*style, error) {
	n := 0
	if name != "" {
		var err error
		if n, err = strconv.Atoi(name); err != nil {
			return &usualStyle, nil
		}
	}
	if x.unstyled != nil && n != 0 {
		return nil, x.unstyled
	}
	if n < 0 || n >= len(x.styles.cells) {
		return &usualStyle, nil
	}
	return &x.styles.cells[n], nil
}

// readStyles reads them if there are any; what is wrong with them is kept.
func (x *xlsx) readStyles() {
	x.styles.formats = map[string]format{}
	if name := related(x.relations, "styles"); x.parts.files[name] != nil {
		x.unstyled = x.parts.each(x.ctx, name, "styleSheet", maxOtherPart, x.styles.event)
	}
}

func (s *styles) event(e *events, token xml.Token) error {
	t, is := token.(xml.StartElement)
	if !is {
		return nil
	}
	switch name := t.Name.Local; {
	case e.depth == 2:
		s.section = name
	case e.depth == 3 && s.section == "numFmts" && name == "numFmt":
		s.formats[attribute(t, "numFmtId")] = formatOf(attribute(t, "formatCode"))
	case e.depth == 3 && s.section == "fonts" && name == "font":
		s.fonts = append(s.fonts, fontLook{})
	case e.depth == 4 && s.section == "fonts" && name == "strike" && len(s.fonts) > 0:
		s.fonts[len(s.fonts)-1].struck = isOn(t)
	case e.depth == 3 && s.section == "cellXfs" && name == "xf":
		s.cells = append(s.cells, s.cellStyle(t))
	default:
		s.paint(e, t)
	}
	return nil
}

func (s *styles) cellStyle(t xml.StartElement) style {
	numFmt := attribute(t, "numFmtId")
	f, own := s.formats[numFmt]
	if !own {
		f = builtin(numFmt)
	}
	font, fill := numberOf(t, "fontId"), numberOf(t, "fillId")
	struck := font >= 0 && font < len(s.fonts) && s.fonts[font].struck
	return style{struck: struck, unseen: f.blank || s.isUnseen(font, fill), format: f}
}

// numberOf is the number of what an attribute names, -1 for none.
func numberOf(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil {
		return -1
	}
	return n
}

// builtin is a format that a workbook names by its number only (ECMA-376 part 1, 18.8.30):
// those of days and hours, also of East Asia; the others change nothing that matters.
func builtin(id string) format {
	n, err := strconv.Atoi(id)
	day := err == nil && (n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
	return format{day: day}
}
