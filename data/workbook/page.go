package workbook

import (
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"graduand/data"
)

// openPage reads a web page as spreadsheets open it: one sheet, its tables below each other
// and each piece of text beside them in a row of its own. A page without a table of two
// rows is a page and no list.
func openPage(ctx context.Context, content []byte) (*Book, error) {
	text, err := decodePage(content)
	if err != nil {
		return nil, err
	}
	p := &page{draft: draft{gatherer: gatherer{total: &gauge{}}}, looks: map[string]look{}, arranging: arranging(text)}
	if err := p.read(ctx, html.NewTokenizer(strings.NewReader(text))); err != nil {
		return nil, err
	}
	if p.rows < 2 {
		return nil, data.Fail("roster.html", nil)
	}
	sheet, err := p.sheet()
	if err != nil {
		return nil, err
	}
	sheet.HiddenColumns = p.hiddenColumns(sheet)
	return &Book{Sheets: []Sheet{sheet}}, nil
}

// decodePage is the text of a page, in the code that it declares if its letters are of it.
func decodePage(content []byte) (string, error) {
	if _, wide := wideOrder(content); wide {
		return Decode(content)
	}
	encoding, _, certain := charset.DetermineEncoding(content, "")
	if decoded, err := encoding.NewDecoder().Bytes(content); certain && err == nil && !strings.ContainsRune(string(decoded), utf8.RuneError) {
		return string(decoded), nil
	}
	return Decode(content)
}

// page is a web page under way.
type page struct {
	draft
	looks   map[string]look // by the names of classes
	columns pageColumns

	row    int // the number of the last one
	rows   int // of tables, with anything in them
	tables []*pageTable
	// arranging are the numbers of the tables that only put others in their places, begun how many
	// have begun, and under says of those under way whether they are such.
	arranging map[int]bool
	begun     int
	under     []bool
	choice    pageChoice
	text      pageText // beside tables
	open      []pageElement
	passed    string // the element under way whose text is not shown
	seen      int
}

// pageElement is an element under way that changes how its text looks.
type pageElement struct {
	name  string
	look  look
	whole look // with those around
}

// read takes the page apart. The tokenizer does what browsers do with ill-formed pages.
func (p *page) read(ctx context.Context, z *html.Tokenizer) error {
	z.SetMaxBuf(maxGap)
	for {
		kind := z.Next()
		if p.seen++; p.seen%1024 == 0 && ctx.Err() != nil {
			return Stopped(ctx)
		}
		var err error
		switch kind {
		case html.ErrorToken:
			return p.finish(z.Err())
		case html.TextToken:
			err = p.takeText(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			err = p.began(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			err = p.ended(string(name))
		}
		if err != nil {
			return err
		}
	}
}

// finish closes what the page has left open.
func (p *page) finish(err error) error {
	if err != io.EOF {
		return data.FailWith(err, "roster.suspicious", nil)
	}
	for len(p.tables) > 0 {
		if err := p.endTable(); err != nil {
			return err
		}
	}
	return p.flush()
}

func (p *page) takeText(z *html.Tokenizer) error {
	if p.passed == "style" {
		p.looks = looksOf(string(z.Text()), p.looks)
	}
	if p.passed != "" {
		return nil
	}
	text := html.UnescapeString(string(z.Text()))
	if !p.choice.takes(text) {
		return nil
	}
	return p.show(text)
}

// show adds a text to what the page shows.
func (p *page) show(text string) error {
	look := p.look()
	if look.hidden || text == "" {
		return nil // a key to sort by, say: it is no part of what the cell shows
	}
	if t := p.table(); t != nil {
		return t.take(text, look)
	}
	return p.text.take(text, look)
}

// table is the innermost table under way, nil for none.
func (p *page) table() *pageTable {
	if len(p.tables) == 0 {
		return nil
	}
	return p.tables[len(p.tables)-1]
}

// look is what the elements under way together say.
func (p *page) look() look {
	if len(p.open) == 0 {
		return look{}
	}
	return p.open[len(p.open)-1].whole
}

// flush puts the text that stands beside the tables into a row of its own.
func (p *page) flush() error {
	text, mark := p.text.done()
	if text == "" {
		return nil
	}
	p.row++
	if err := p.gatherer.begin(p.row, false); err != nil {
		return err
	}
	if err := p.fill(0, text, mark); err != nil {
		return err
	}
	return p.endRow(1)
}

func (p *page) endTable() error {
	t := p.table()
	if err := t.endRow(); err != nil {
		return err
	}
	p.tables = p.tables[:len(p.tables)-1]
	outer := p.table()
	if outer == nil {
		return nil
	}
	for line := range strings.Lines(t.inner.String()) {
		if err := errors.Join(outer.take(line, look{}), outer.take("", look{lineEnd: true})); err != nil {
			return err
		}
	}
	return nil
}
