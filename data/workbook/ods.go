package workbook

import (
	"context"
	"encoding/xml"
	"io"
	"strings"

	"graduand/data"
)

// ods is a spreadsheet of OpenDocument (ISO/IEC 26300) under way, from its archive or flat.
type ods struct {
	all     bool
	book    *Book
	styles  map[string]odsStyle
	style   string // the one that is being defined
	total   gauge
	table   *odsTable
	skipped int    // the depth of an element that is passed over, 0 for none
	noting  bool   // it is the comment on a cell
	note    []byte // its letters
}

// openODS reads the archive of a spreadsheet; another document is named.
func openODS(ctx context.Context, p *parts, all bool) (*Book, error) {
	kind, err := p.text("mimetype")
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(strings.TrimSpace(kind), "application/vnd.oasis.opendocument.spreadsheet") {
		return nil, data.Fail("roster.opendocument", nil)
	}
	if err := refuseSecrets(ctx, p); err != nil {
		return nil, err
	}
	o := &ods{all: all, book: &Book{}, styles: map[string]odsStyle{}}
	if p.files["styles.xml"] != nil {
		if err := p.each(ctx, "styles.xml", "document-styles", maxUnzip, o.event); err != nil {
			return nil, err
		}
	}
	if err := p.each(ctx, "content.xml", "document-content", maxUnzip, o.event); err != nil {
		return nil, err
	}
	return finished(o.book, all)
}

// openFlatODS reads a spreadsheet that is one XML document.
func openFlatODS(e *events, all bool) (*Book, error) {
	o := &ods{all: all, book: &Book{}, styles: map[string]odsStyle{}}
	if err := e.each(o.event); err != nil {
		return nil, err
	}
	return finished(o.book, all)
}

// text is a small part as it stands.
func (p *parts) text(name string) (string, error) {
	r, err := p.open(name, 1<<10)
	if err != nil {
		return "", err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return "", data.FailWith(err, "roster.damaged", data.Args{"part": name})
	}
	return string(content), nil
}

// refuseSecrets looks for parts under a password.
func refuseSecrets(ctx context.Context, p *parts) error {
	const name = "meta-inf/manifest.xml"
	if p.files["encrypted-package"] != nil {
		return data.Fail("roster.encrypted", nil)
	}
	if p.files[name] == nil {
		return nil
	}
	return p.each(ctx, name, "manifest", maxOtherPart, func(_ *events, token xml.Token) error {
		if t, is := token.(xml.StartElement); is && t.Name.Local == "encryption-data" {
			return data.Fail("roster.encrypted", nil)
		}
		return nil
	})
}

// event takes one event of the styles or of the content.
func (o *ods) event(e *events, token xml.Token) error {
	if o.skipped > 0 {
		return o.pass(e, token)
	}
	switch t := token.(type) {
	case xml.StartElement:
		if o.table != nil {
			return o.table.began(e, t)
		}
		return o.began(e, t)
	case xml.CharData:
		if o.table != nil {
			return o.table.chars(t)
		}
	case xml.EndElement:
		if o.table != nil {
			return o.table.ended(e, t.Name.Local)
		}
	}
	return nil
}

// pass takes one event of an element that is passed over; a comment is kept for its row.
func (o *ods) pass(e *events, token xml.Token) error {
	switch t := token.(type) {
	case xml.CharData:
		if o.noting && (inside(e, "p") || inside(e, "span")) {
			o.note = append(o.note, t...)
		}
	case xml.EndElement:
		if e.depth != o.skipped {
			return nil
		}
		if o.skipped = 0; o.noting {
			o.table.gatherer.notes = append(o.table.gatherer.notes, trimCell(string(o.note)))
			o.noting, o.note = false, o.note[:0]
		}
	}
	return nil
}

// began takes an element outside of tables.
func (o *ods) began(e *events, t xml.StartElement) error {
	switch name := t.Name.Local; name {
	case "style":
		return o.define(t)
	case "text-properties", "table-cell-properties", "table-properties", "table-row-properties", "table-column-properties":
		if within(e, "style") {
			o.refine(name, t)
		}
	case "tracked-changes", "shapes", "frame":
		o.skipped = e.depth // old values, drawings
	case "table":
		if within(e, "spreadsheet") {
			hidden := o.styles[attribute(t, "style-name")].hidden
			o.table = &odsTable{ods: o, depth: e.depth, draft: draft{name: attribute(t, "name"), unseen: hidden, counting: hidden && !o.all, gatherer: gatherer{total: &o.total}}}
		}
	}
	return nil
}

// odsStyle is what matters of the look of a cell, a text, a row, a column or a table.
type odsStyle struct {
	parent string
	struck bool
	looked bool // it says itself whether it is struck out
	hidden bool
	ink    ink
}

// define begins a style.
func (o *ods) define(t xml.StartElement) error {
	if o.style = attribute(t, "name"); len(o.styles) > maxStyles {
		return data.Fail("roster.suspicious", nil)
	}
	o.styles[o.style] = odsStyle{parent: attribute(t, "parent-style-name")}
	return nil
}

// refine takes what the style under way says of itself.
func (o *ods) refine(element string, t xml.StartElement) {
	s := o.styles[o.style]
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "text-line-through-style", "text-line-through-type":
			s.looked, s.struck = true, a.Value != "none"
		case "color":
			s.ink.letters = colour(a.Value)
		case "use-window-font-color":
			if a.Value == "true" {
				s.ink.letters = namedColours["windowtext"] // white on black too
			}
		case "background-color":
			if element != "table-properties" && a.Value != "transparent" {
				s.ink.ground = colour(a.Value)
			}
		case "display":
			s.hidden = s.hidden || element == "table-properties" && a.Value == "false"
		case "row-height", "column-width":
			s.hidden = s.hidden || isTiny(strings.TrimRight(a.Value, "abcdefghijklmnopqrstuvwxyz"), 0.01)
		}
	}
	o.styles[o.style] = s
}

// inkOf looks up the colours of a style and of those that it is made from.
func (o *ods) inkOf(name string) (i ink) {
	for range 10 {
		s, known := o.styles[name]
		if !known {
			break
		}
		i, name = i.over(s.ink), s.parent
	}
	return i
}

// isStruck looks up a style and those that it is made from.
func (o *ods) isStruck(name string) bool {
	for range 10 {
		s, known := o.styles[name]
		if !known || s.looked {
			return s.struck
		}
		name = s.parent
	}
	return false
}
