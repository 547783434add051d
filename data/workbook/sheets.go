package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"graduand/data"
)

// checkParts looks through the XML of all parts before excelize decodes it: what
// would cost the decoder far more than its size is refused, and so is what breaks
// off, as the decoder would end there without a word. It returns what the sheets
// tell about themselves, by the name of their part.
func checkParts(file *excelize.File) (map[string]scan, error) {
	var bad error
	scans := map[string]scan{}
	file.Pkg.Range(func(key, value any) bool {
		name, _ := key.(string)
		part, _ := value.([]byte)
		if macroType(name, part) {
			bad = data.Fail("roster.macros", nil)
			return false
		}
		found, code := scanXML(part, strings.EqualFold(name, "xl/sharedStrings.xml"))
		if code != "" {
			bad = data.Fail(code, data.Args{"part": name})
		}
		scans[strings.ToLower(name)] = found
		return bad == nil
	})
	return scans, bad
}

func macroType(name string, part []byte) bool {
	return strings.EqualFold(name, "[Content_Types].xml") && bytes.Contains(part, []byte("macroEnabled"))
}

// sheetParts maps the names of the work sheets to the names of their parts, in
// small letters; chart sheets, which have no rows, are left out.
func sheetParts(file *excelize.File) map[string]string {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	file.Pkg.Range(func(key, value any) bool {
		part, _ := value.([]byte)
		switch name, _ := key.(string); strings.ToLower(name) {
		case "xl/workbook.xml":
			_ = xml.Unmarshal(part, &book) // excelize has read it already
		case "xl/_rels/workbook.xml.rels":
			_ = xml.Unmarshal(part, &relations)
		}
		return true
	})
	parts := map[string]string{}
	for _, sheet := range book.Sheets {
		for _, r := range relations.List {
			if target := r.Target; r.ID == sheet.ID && strings.HasSuffix(r.Type, "/worksheet") {
				if !strings.HasPrefix(target, "/") {
					target = path.Join("xl", target)
				}
				parts[sheet.Name] = strings.ToLower(strings.TrimPrefix(target, "/"))
			}
		}
	}
	return parts
}

// visibleSheets reads the visible sheets and names the hidden ones that hold anything.
func visibleSheets(ctx context.Context, file *excelize.File, scans map[string]scan) (*Book, error) {
	book := &Book{Date1904: isDate1904(file)}
	total := &gauge{}
	parts := sheetParts(file)
	for _, name := range file.GetSheetList() {
		part, isWork := parts[name]
		found, present := scans[part]
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			if found.filled > 0 {
				book.Hidden = append(book.Hidden, HiddenSheet{Name: name, Rows: found.filled})
			}
			continue
		}
		if !isWork {
			continue
		}
		if !present {
			return nil, data.Fail("roster.damaged", data.Args{"part": part})
		}
		lines, err := readSheet(ctx, file, name, total, found.lastRow)
		if err != nil {
			return nil, err
		}
		if len(lines) > 0 {
			book.Sheets = append(book.Sheets, Sheet{Name: norm.NFC.String(name), Lines: lines, Merged: found.merged})
		}
	}
	if len(book.Sheets) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	return book, nil
}

// allSheets reads every sheet with cells.
func allSheets(ctx context.Context, file *excelize.File, scans map[string]scan) (*Book, error) {
	book := &Book{Date1904: isDate1904(file)}
	total := &gauge{}
	parts := sheetParts(file)
	for _, name := range file.GetSheetList() {
		found, present := scans[parts[name]]
		if !present {
			continue
		}
		lines, err := readSheet(ctx, file, name, total, found.lastRow)
		if err != nil {
			return nil, err
		}
		book.Sheets = append(book.Sheets, Sheet{Name: name, Lines: lines, Merged: found.merged})
	}
	return book, nil
}

// isDate1904 says that day numbers count from 1904.
func isDate1904(file *excelize.File) bool {
	props, err := file.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// readSheet streams one sheet down to its last row; to end before is damage.
func readSheet(ctx context.Context, file *excelize.File, name string, total *gauge, last int) ([]Line, error) {
	rows, err := file.Rows(name)
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	defer rows.Close()
	var lines []Line
	number := 1
	for ; number <= last && rows.Next(); number++ {
		if number%128 == 0 && ctx.Err() != nil {
			return nil, Stopped(ctx)
		}
		cells, err := rows.Columns()
		if err != nil && err != io.EOF {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
		cells, err = total.line(cells)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells})
		}
	}
	if err := rows.Error(); err != nil || number <= last {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	if err := rows.Close(); err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	return lines, nil
}
