package workbook

import (
	"encoding/xml"
	"slices"
)

// readNotes adds the comments of a sheet, of the old kind and in threads, to its lines. One
// on a row without anything in it says nothing of anybody.
func (x *xlsx) readNotes(part string, s *Sheet) error {
	relations, err := x.parts.relations(x.ctx, part)
	if err != nil {
		return err
	}
	for kind, root := range map[string]string{"comments": "comments", "threadedComment": "ThreadedComments"} {
		if name := related(relations, kind); x.parts.files[name] != nil {
			if err := x.parts.each(x.ctx, name, root, maxOtherPart, (&notes{sheet: s}).event); err != nil {
				return err
			}
		}
	}
	return nil
}

// notes are the comments of a sheet under way.
type notes struct {
	sheet *Sheet
	row   int
	text  []byte
}

// event takes one event of the part of comments.
func (n *notes) event(e *events, token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if t.Name.Local == "comment" || t.Name.Local == "threadedComment" {
			_, n.row, _ = placeOf(attribute(t, "ref"))
			n.text = n.text[:0]
		}
	case xml.CharData:
		if inside(e, "t") || inside(e, "text") {
			n.text = append(n.text, t...)
		}
	case xml.EndElement:
		if t.Name.Local == "comment" || t.Name.Local == "threadedComment" {
			n.end()
		}
	}
	return nil
}

// end adds the comment to its line.
func (n *notes) end() {
	i, there := lineAt(n.sheet.Lines, n.row)
	text := trimCell(decoded(string(n.text)))
	if there && text != "" && !slices.Contains(n.sheet.Lines[i].Notes, text) {
		n.sheet.Lines[i].Notes = append(n.sheet.Lines[i].Notes, text)
	}
}
