package workbook

import (
	"strings"

	"golang.org/x/net/html"
)

// arrangement is a table of a web page as far as it tells whether it only puts other things in
// their places: it has a table within, and no row with texts of its own in two cells.
type arrangement struct {
	number        int
	holds         bool // a table
	shows         bool // a row with texts in two cells
	filled, texts bool // the cell under way has a text; another of the row has
}

// arranging are the numbers of the tables of a page, in the order of their beginnings, that only
// put others in their places, as pages of registers have them round the list.
func arranging(text string) map[int]bool {
	if strings.Count(strings.ToLower(text), "<table") < 2 {
		return nil
	}
	found := map[int]bool{}
	var open []*arrangement
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxGap)
	for count := 0; len(open) <= maxTables; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		name, _ := z.TagName()
		var last *arrangement
		if len(open) > 0 {
			last = open[len(open)-1]
		}
		switch {
		case kind == html.StartTagToken && string(name) == "table":
			if last != nil {
				last.holds = true
			}
			open, count = append(open, &arrangement{number: count}), count+1
		case last == nil:
		case kind == html.EndTagToken && string(name) == "table":
			last.endCell()
			found[last.number] = last.holds && !last.shows
			open = open[:len(open)-1]
		case kind == html.TextToken:
			last.filled = last.filled || !blank([]byte(html.UnescapeString(string(z.Text()))))
		case string(name) == "td" || string(name) == "th":
			last.endCell()
		case string(name) == "tr":
			last.endCell()
			last.texts = false
		}
	}
	return found
}

// endCell ends the cell under way.
func (a *arrangement) endCell() {
	a.shows = a.shows || a.filled && a.texts
	a.texts, a.filled = a.texts || a.filled, false
}

// tableParts are the elements of a table.
var tableParts = []string{"table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"}
