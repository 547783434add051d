package workbook

import (
	"context"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"graduand/data"
)

// events are those of one XML document, as encoding/xml tells them, within the limits of
// what is read. A document type is refused: no table has one, and its entities mean no
// good.
type events struct {
	ctx     context.Context
	part    string
	source  *source
	decoder *xml.Decoder

	root     string     // the name that the outermost element must have, "" for any
	open     []xml.Name // elements under way by their names as written
	depth    int        // their number, the one that has just ended among them
	ended    bool       // the last event ended an element
	finished bool       // the outermost element has ended
	recoded  bool       // the document declares letters other than UTF-8
	holding  bool       // the decoder has read on, or owes an end
	owing    bool       // the end of an element without content is still to be told
	seen     int

	attributes []xml.Attr // of the last plain tag
}

// newEvents reads a document whose outermost element is root; the part names it in errors.
func newEvents(ctx context.Context, part, root string, from io.Reader) *events {
	e := &events{ctx: ctx, part: part, root: root, source: newSource(from)}
	e.decoder = xml.NewDecoder(e.source)
	e.decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return input, nil // the source has made UTF-8 of it
		}
		e.recoded = true
		return charset.NewReaderLabel(label, input)
	}
	return e
}

// next is the next event, io.EOF behind the last. Texts and attributes are good until the event
// after theirs.
func (e *events) next() (xml.Token, error) {
	if e.seen++; e.seen%1024 == 0 && e.ctx.Err() != nil {
		return nil, Stopped(e.ctx)
	}
	if e.ended {
		e.depth, e.ended = e.depth-1, false
		e.finished = e.depth == 0
	}
	token := e.plainly()
	if token == nil {
		var err error
		if token, err = e.explained(); err != nil {
			return nil, e.failed(err)
		}
	}
	e.source.told()
	switch t := token.(type) {
	case xml.StartElement:
		return token, e.began(t.Name)
	case xml.EndElement:
		return token, e.closed(t.Name)
	case xml.CharData:
		if e.depth == 0 && !blank(t) {
			return nil, e.damaged(nil)
		}
	case xml.Directive:
		return nil, e.damaged(nil)
	}
	return token, nil
}

// explained is the next event by encoding/xml. To know the end of a text it reads the byte behind it,
// and an element without content it tells as two events.
func (e *events) explained() (xml.Token, error) {
	token, err := e.decoder.RawToken()
	switch at := e.source.at; token.(type) {
	case xml.CharData:
		e.holding = true
	case xml.StartElement:
		e.holding = at < 2 || e.source.chunk[at-2] == '/'
	default:
		e.holding = false
	}
	return token, err
}

func (e *events) began(name xml.Name) error {
	if e.depth++; e.depth > maxDepth {
		return data.Fail("roster.suspicious", data.Args{"part": e.part})
	}
	if e.finished || e.depth == 1 && e.root != "" && name.Local != e.root {
		return e.damaged(nil)
	}
	e.open = append(e.open, name)
	return nil
}

// closed wants an end to be that of the last element that began: a raw token has not been
// compared.
func (e *events) closed(name xml.Name) error {
	last := len(e.open) - 1
	if last < 0 || e.open[last] != name {
		return e.damaged(nil)
	}
	e.open, e.ended = e.open[:last], true
	return nil
}

// failed is the end of the document, or what has gone wrong in it.
func (e *events) failed(err error) error {
	switch {
	case err == io.EOF && e.finished:
		return io.EOF
	case data.CodeOf(e.source.refusing) != "":
		return data.Fail(data.CodeOf(e.source.refusing), data.Args{"part": e.part})
	}
	return e.damaged(err)
}

func (e *events) damaged(err error) error {
	return data.FailWith(err, "roster.damaged", data.Args{"part": e.part})
}

// attribute is the value of an attribute by its name without a prefix, "" where it is
// absent.
func attribute(t xml.StartElement, name string) string {
	for i := range t.Attr {
		if t.Attr[i].Name.Local == name {
			return t.Attr[i].Value
		}
	}
	return ""
}

// isTrue is how XML says yes.
func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// isTiny reports a size too small for anything to be seen in it.
func isTiny(s string, limit float64) bool {
	size, err := strconv.ParseFloat(s, 64)
	return err == nil && size < limit
}

// timesOf is how often a row, a column or a cell stands.
func timesOf(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, lastExcelRow)
}

// within reports that the element that has just begun stands right in one of a name.
func within(e *events, name string) bool {
	return len(e.open) > 1 && e.open[len(e.open)-2].Local == name
}

// inside reports that letters stand right in an element of a name.
func inside(e *events, name string) bool {
	return len(e.open) > 0 && e.open[len(e.open)-1].Local == name
}

// each tells the events that are left.
func (e *events) each(tell func(*events, xml.Token) error) error {
	for {
		token, err := e.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = tell(e, token)
		}
		if err != nil {
			return err
		}
	}
}
