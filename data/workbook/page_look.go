package workbook

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// look is how an element of a web page looks, as far as it matters.
type look struct {
	struck, hidden bool
	lineEnd        bool // it is no element but the end of a line
	ink            ink
}

// lookOf is what an element says itself, by its name, its style and its classes.
func (p *page) lookOf(t html.Token) look {
	l := look{struck: t.Data == "s" || t.Data == "strike" || t.Data == "del"}
	for _, a := range t.Attr {
		switch a.Key {
		case "hidden":
			l.hidden = true
		case "color":
			l.ink.letters = colour(a.Val)
		case "bgcolor":
			l.ink.ground = colour(a.Val)
		case "style":
			l = l.with(declared(a.Val))
		case "class":
			for class := range strings.FieldsSeq(a.Val) {
				l = l.with(p.looks[class])
			}
		}
	}
	return l
}

// with is a look with that of what lies within, or is said later.
func (l look) with(other look) look {
	return look{struck: l.struck || other.struck, hidden: l.hidden || other.hidden, ink: other.ink.over(l.ink)}
}

// declared reads declarations of CSS.
func declared(css string) look {
	l := look{}
	for declaration := range strings.SplitSeq(strings.ToLower(css), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(property) {
		case "display":
			l.hidden = l.hidden || strings.HasPrefix(value, "none")
		case "visibility":
			l.hidden = l.hidden || strings.HasPrefix(value, "hidden") || strings.HasPrefix(value, "collapse")
		case "color":
			l.ink.letters = colour(value)
		case "background", "background-color":
			l.ink.ground = colour(value)
		case "text-decoration", "text-decoration-line":
			l.struck = l.struck || strings.Contains(value, "line-through")
		}
	}
	return l
}

// classRule is a rule for a class: «.xl66 {text-decoration:line-through}».
var classRule = regexp.MustCompile(`\.([\w-]{1,40})\s*\{([^{}]*)\}`)

// looksOf adds what a style sheet says of classes.
func looksOf(css string, looks map[string]look) map[string]look {
	for _, rule := range classRule.FindAllStringSubmatch(css, maxStyles) {
		if l := declared(rule[2]); l != (look{}) {
			looks[rule[1]] = looks[rule[1]].with(l)
		}
	}
	return looks
}

// unseenCells and seenCells take note of the cells of a column, to tell a hidden column.
func (p *page) unseenCells(column int, filled bool) {
	if filled && column < MaxColumns {
		p.columns.unseen |= 1 << column
	}
}

func (p *page) seenCells(column int) {
	if column < MaxColumns {
		p.columns.seen |= 1 << column
	}
}

// pageColumns are those in which cells are seen and not seen, a bit for each.
type pageColumns struct{ seen, unseen uint64 }

// hiddenColumns are those that the page hides, or of which no cell is seen.
func (p *page) hiddenColumns(s Sheet) []int {
	hidden := s.HiddenColumns
	for column := range MaxColumns {
		if bit := uint64(1) << column; p.columns.unseen&bit != 0 && p.columns.seen&bit == 0 {
			hidden = append(hidden, column)
		}
	}
	slices.Sort(hidden)
	return slices.Compact(hidden)
}
