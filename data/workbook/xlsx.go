package workbook

import (
	"context"
	"encoding/xml"
	"slices"
	"strings"

	"graduand/data"
)

// xlsx is a workbook of Office Open XML (ECMA-376, ISO/IEC 29500) under way.
type xlsx struct {
	ctx       context.Context
	parts     *parts
	relations map[string]relation // of the workbook's part
	sheets    []xlsxSheet
	strings   []sharedText
	styles    styles
	unstyled  error // why the styles cannot be read

	date1904   bool
	calculates bool // values of formulas are due to be calculated again before they are shown
	total      gauge
}

// xlsxSheet is a sheet as the workbook lists it.
type xlsxSheet struct {
	name, id string
	hidden   bool
}

func openXLSX(ctx context.Context, p *parts, all bool) (*Book, error) {
	x := &xlsx{ctx: ctx, parts: p}
	if err := x.refuseMacros(); err != nil {
		return nil, err
	}
	if err := x.readWorkbook(); err != nil {
		return nil, err
	}
	if name := related(x.relations, "sharedStrings"); name != "" && p.files[name] != nil {
		if err := x.readStrings(name); err != nil {
			return nil, err
		}
	}
	x.readStyles()
	book := &Book{}
	for _, s := range x.sheets {
		if err := x.readSheet(book, s, all); err != nil {
			return nil, err
		}
	}
	if x.date1904 {
		book.from1904()
	}
	return finished(book, all)
}

// refuseMacros looks for them where a workbook declares what its parts are. What it says of
// parts that are not XML says nothing of this one: programs list what they might write.
func (x *xlsx) refuseMacros() error {
	const name = "[content_types].xml"
	if x.parts.files[name] == nil {
		return nil
	}
	return x.parts.each(x.ctx, name, "Types", maxOtherPart, func(_ *events, token xml.Token) error {
		t, is := token.(xml.StartElement)
		if is && (t.Name.Local == "Override" || strings.EqualFold(attribute(t, "Extension"), "xml")) && strings.Contains(attribute(t, "ContentType"), "macroEnabled") {
			return data.Fail("roster.macros", nil)
		}
		return nil
	})
}

// readWorkbook finds the part of the workbook and reads what it says of the sheets.
func (x *xlsx) readWorkbook() error {
	archive, err := x.parts.relations(x.ctx, "")
	if err != nil {
		return err
	}
	name := related(archive, "officeDocument")
	if x.parts.files[name] == nil {
		name = "xl/workbook.xml"
	}
	if x.parts.files[name] == nil {
		return data.Fail("roster.unknown_format", nil)
	}
	if err := x.parts.each(x.ctx, name, "workbook", maxOtherPart, x.workbook); err != nil {
		return err
	}
	x.relations, err = x.parts.relations(x.ctx, name)
	return err
}

// workbook takes one event of the workbook's part.
func (x *xlsx) workbook(e *events, token xml.Token) error {
	t, is := token.(xml.StartElement)
	if !is {
		return nil
	}
	switch {
	case e.depth == 2 && t.Name.Local == "workbookPr":
		x.date1904 = isTrue(attribute(t, "date1904"))
	case e.depth == 2 && t.Name.Local == "calcPr":
		x.calculates = isTrue(attribute(t, "fullCalcOnLoad"))
	case e.depth == 3 && t.Name.Local == "sheet":
		state := attribute(t, "state")
		x.sheets = append(x.sheets, xlsxSheet{attribute(t, "name"), attribute(t, "id"), state != "" && state != "visible"})
	}
	return nil
}

// readSheet adds a sheet to the book; of one that nobody sees only the count, unless all
// are wanted.
func (x *xlsx) readSheet(book *Book, s xlsxSheet, all bool) error {
	part, known := x.relations[s.id]
	if !known {
		return data.Fail("roster.damaged", data.Args{"part": s.name})
	}
	if part.kind != "worksheet" {
		return nil // a chart has no rows
	}
	r := &sheetReader{book: x, draft: draft{name: s.name, unseen: s.hidden, counting: s.hidden && !all, gatherer: gatherer{total: &x.total}}}
	if err := x.readRows(part.target, r); err != nil {
		return err
	}
	if r.counting {
		book.add(&r.draft, Sheet{}, false)
		return nil
	}
	sheet, err := r.sheet()
	if err != nil {
		return err
	}
	if err := x.readNotes(part.target, &sheet); err != nil {
		return err
	}
	book.add(&r.draft, sheet, all)
	return nil
}

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
