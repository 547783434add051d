package workbook

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"graduand/data"
)

// silent are elements whose text is not shown.
var silent = []string{"style", "script", "template", "noscript", "title", "xml"}

// breaking are elements that begin and end a line.
var breaking = []string{"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "center", "caption", "hr", "pre", "section", "header", "footer", "body"}

// lookful are elements within a cell or beside tables that change how text looks.
var lookful = []string{"s", "strike", "del", "span", "font", "p", "div", "b", "i", "u", "a"}

func (p *page) began(t html.Token) error {
	if p.passed != "" {
		return nil
	}
	if t.Data == "table" {
		p.under, p.begun = append(p.under, p.arranging[p.begun]), p.begun+1
	}
	t.Data = p.meant(t.Data)
	if err := p.show(p.choice.began(t)); err != nil {
		return err
	}
	name := t.Data
	switch {
	case slices.Contains(silent, name) && t.Type == html.StartTagToken:
		p.passed = name
		return nil
	case name == "table":
		return p.beginTable(t)
	case len(p.tables) == 1 && (name == "tr" || name == "td" || name == "th"):
		p.open = p.open[:0] // what an earlier cell has left open
	case name == "p":
		p.close(name)
	}
	if err := p.broken(name); err != nil {
		return err
	}
	if slices.Contains(lookful, name) && t.Type == html.StartTagToken {
		own := p.lookOf(t)
		if p.open = append(p.open, pageElement{name, own, p.look().with(own)}); len(p.open) > maxOpen {
			return data.Fail("roster.suspicious", nil)
		}
	}
	if table := p.table(); table != nil {
		return table.began(t)
	}
	return nil
}

func (p *page) ended(name string) error {
	if p.passed != "" {
		if name == p.passed {
			p.passed = ""
		}
		return nil
	}
	meant := p.meant(name)
	if last := len(p.under) - 1; name == "table" && last >= 0 {
		p.under = p.under[:last]
	}
	name = meant
	p.close(name)
	if err := errors.Join(p.show(p.choice.ended(name)), p.broken(name)); err != nil {
		return err
	}
	table := p.table()
	switch {
	case table == nil:
		return nil
	case name == "table":
		return p.endTable()
	case name == "tr" || name == "thead" || name == "tbody" || name == "tfoot":
		return table.endRow()
	case name == "td" || name == "th":
		return table.endCell()
	}
	return nil
}

// meant is the name of an element; those of a table that only puts others in their places end
// lines and no more.
func (p *page) meant(name string) string {
	if last := len(p.under) - 1; last >= 0 && p.under[last] && slices.Contains(tableParts, name) {
		return "div"
	}
	return name
}

// close ends the innermost element of a name, if there is one.
func (p *page) close(name string) {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].name == name {
			p.open = slices.Delete(p.open, i, i+1)
			p.lookAnew(i)
			return
		}
	}
}

// lookAnew says of the elements from one on how they look with those around.
func (p *page) lookAnew(from int) {
	around := look{}
	if from > 0 {
		around = p.open[from-1].whole
	}
	for i := from; i < len(p.open); i++ {
		around = around.with(p.open[i].look)
		p.open[i].whole = around
	}
}

// broken ends a line where an element does: within a cell its text goes on below, beside
// tables a row is full.
func (p *page) broken(name string) error {
	if name != "br" && !slices.Contains(breaking, name) {
		return nil
	}
	if t := p.table(); t != nil {
		return t.take("\n", look{lineEnd: true})
	}
	if name == "br" {
		return p.text.take("\n", look{lineEnd: true})
	}
	return p.flush()
}

// beginTable begins a table: on the sheet, or in a cell, where it becomes text.
func (p *page) beginTable(t html.Token) error {
	if len(p.tables) >= maxTables {
		return data.Fail("roster.suspicious", nil)
	}
	around := p.look()
	if len(p.tables) == 0 {
		if err := p.flush(); err != nil {
			return err
		}
		p.open = p.open[:0]
	}
	p.tables = append(p.tables, &pageTable{page: p, nested: len(p.tables) > 0, look: around.with(p.lookOf(t))})
	return nil
}

// pageText is a text of a web page under way: spaces and line ends of its source are one
// space, as it is shown.
type pageText struct {
	b       strings.Builder
	space   bool // due before the next letters
	lineEnd bool // due before them, one for however many
	struck  bool
	seen    bool // some letter is
}

// take adds letters, or a line end.
func (t *pageText) take(text string, l look) error {
	if l.lineEnd {
		t.lineEnd, t.space = t.b.Len() > 0, false
		return nil
	}
	for _, r := range text {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			t.space = true
			continue
		}
		switch {
		case t.lineEnd:
			t.b.WriteByte('\n')
		case t.space && t.b.Len() > 0:
			t.b.WriteByte(' ')
		}
		t.space, t.lineEnd = false, false
		t.b.WriteRune(r)
		t.struck = t.struck || l.struck && !unicode.IsSpace(r)
		t.seen = t.seen || !l.ink.unseen() && !unicode.IsSpace(r)
	}
	if t.b.Len() > maxString {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}

// done is the trimmed text, and whether it is struck out or nobody sees it; the next one begins.
func (t *pageText) done() (string, Mark) {
	text, mark := trimCell(t.b.String()), Mark(0)
	if t.struck && text != "" {
		mark = MarkStruck
	}
	if !t.seen && text != "" {
		mark |= MarkUnseen
	}
	*t = pageText{}
	return text, mark
}
