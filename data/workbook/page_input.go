package workbook

import (
	"strings"

	"golang.org/x/net/html"
)

// pageChoice is a list to choose from in a page: the page shows what is chosen, or the first.
type pageChoice struct {
	open    bool
	options int
	chosen  bool // one of those so far
	here    bool // the one under way is
	first   string
}

// began takes an element of a form, and gives the text that it shows by itself.
func (c *pageChoice) began(t html.Token) string {
	switch t.Data {
	case "select":
		*c = pageChoice{open: true}
	case "option":
		c.options++
		_, c.here = attributeOf(t, "selected")
		c.chosen = c.chosen || c.here
	case "input":
		kind, _ := attributeOf(t, "type")
		if value, _ := attributeOf(t, "value"); kind == "" || strings.EqualFold(kind, "text") || strings.EqualFold(kind, "tel") || strings.EqualFold(kind, "date") {
			return value
		}
	}
	return ""
}

// takes reports whether the text within a list is shown at once; that of the first option is kept.
func (c *pageChoice) takes(text string) bool {
	if c.open && !c.here && c.options == 1 {
		c.first += text
	}
	return !c.open || c.here
}

// ended gives the text that a list shows of which none is chosen.
func (c *pageChoice) ended(name string) string {
	if name == "option" {
		c.here = false
	}
	if name != "select" || !c.open {
		return ""
	}
	first := c.first
	if c.chosen {
		first = ""
	}
	*c = pageChoice{}
	return first
}

func attributeOf(t html.Token, name string) (string, bool) {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
