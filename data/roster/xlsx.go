package roster

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"graduand/data"
)

// Limits of the parts of a workbook.
const (
	maxEntries    = 2000
	maxRatio      = 200
	ratioFrom     = 1 << 20 // a ratio says nothing about small parts
	maxStrings    = 32 << 20
	maxOtherPart  = 4 << 20
	maxDepth      = 100
	maxGap        = 1 << 20 // bytes from one tag to the next
	maxStringTags = 1_200_000
	maxRowTags    = 100_000
)

// openXLSX reads the cells of all visible sheets. Only parts with cells reach
// excelize; formats, pictures and links are left out before they are unpacked.
func openXLSX(ctx context.Context, content []byte) (*Workbook, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	if code := refusedZip(archive); code != "" {
		return nil, data.Fail(code, nil)
	}
	lean, err := leanCopy(archive)
	if err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(lean), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip,
	})
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	defer file.Close()
	if err := checkParts(file); err != nil {
		return nil, err
	}
	return readSheets(ctx, file)
}

// refusedZip looks at the directory only.
func refusedZip(archive *zip.Reader) string {
	if len(archive.File) > maxEntries {
		return "roster.suspicious"
	}
	workbook, code := false, ""
	for _, f := range archive.File {
		name := partName(f)
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"):
			code = "roster.macros"
		case name == "xl/workbook.bin":
			code = "roster.old_excel"
		case name == "word/document.xml":
			code = "roster.word"
		case name == "mimetype" || name == "index/document.iwa" || strings.HasPrefix(name, "ppt/"):
			code = "roster.opendocument"
		case name == "xl/workbook.xml":
			workbook = true
		}
		if code != "" {
			return code
		}
	}
	if !workbook {
		return "roster.unknown_format"
	}
	return ""
}

func partName(f *zip.File) string {
	return strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
}

// keptPart says whether excelize gets to see a part, and how large it may be.
func keptPart(name string) (limit uint64, kept bool) {
	switch {
	case strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml"):
		return maxUnzip, true
	case name == "xl/sharedstrings.xml":
		return maxStrings, true
	case name == "[content_types].xml", name == "_rels/.rels", name == "xl/workbook.xml", name == "xl/_rels/workbook.xml.rels":
		return maxOtherPart, true
	}
	return 0, false
}

// leanCopy copies the parts that matter, still compressed. The sizes of the
// directory can be trusted: reading more than declared is an error in archive/zip.
func leanCopy(archive *zip.Reader) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	var total uint64
	seen := map[string]bool{}
	for _, f := range archive.File {
		name := partName(f)
		limit, kept := keptPart(name)
		if !kept {
			continue
		}
		total += f.UncompressedSize64
		packed := f.UncompressedSize64 > ratioFrom && f.UncompressedSize64 > maxRatio*f.CompressedSize64
		if f.UncompressedSize64 > limit || total > maxUnzip || packed || seen[name] {
			return nil, data.Fail("roster.suspicious", data.Args{"part": f.Name})
		}
		if f.Flags&1 != 0 {
			return nil, data.Fail("roster.encrypted", nil)
		}
		seen[name] = true
		if err := w.Copy(f); err != nil {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("copy workbook: %w", err)
	}
	return out.Bytes(), nil
}

// checkParts refuses XML that would cost the decoder far more than its size.
func checkParts(file *excelize.File) error {
	var bad error
	file.Pkg.Range(func(key, value any) bool {
		name, _ := key.(string)
		part, _ := value.([]byte)
		if macroType(name, part) {
			bad = data.Fail("roster.macros", nil)
		} else if !modestXML(part, strings.EqualFold(name, "xl/sharedStrings.xml")) {
			bad = data.Fail("roster.suspicious", data.Args{"part": name})
		}
		return bad == nil
	})
	return bad
}

func macroType(name string, part []byte) bool {
	return strings.EqualFold(name, "[Content_Types].xml") && bytes.Contains(part, []byte("macroEnabled"))
}

// modestXML measures the depth of nesting, the longest stretch without a tag, the
// tags within one row, and for shared strings the tags in all.
func modestXML(part []byte, shared bool) bool {
	depth, inRow, all := 0, 0, 0
	for at := bytes.IndexByte(part, '<'); at >= 0; {
		rest := part[at+1:]
		next := bytes.IndexByte(rest, '<')
		tag := rest
		if next >= 0 {
			tag = rest[:next]
		}
		if all++; len(tag) > maxGap || shared && all > maxStringTags {
			return false
		}
		switch {
		case len(tag) > 0 && tag[0] == '/':
			if depth--; isElement(tag[1:], "sheetData") {
				return true
			}
		case len(tag) > 0 && (tag[0] == '!' || tag[0] == '?'):
		default:
			if end := bytes.IndexByte(tag, '>'); end < 1 || tag[end-1] != '/' {
				depth++
			}
		}
		if inRow++; isElement(tag, "row") || shared {
			inRow = 0
		}
		if depth > maxDepth || inRow > maxRowTags {
			return false
		}
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return true
}

// isElement compares the local name that a tag begins with.
func isElement(tag []byte, name string) bool {
	if colon := bytes.IndexByte(tag[:min(len(tag), 12)], ':'); colon >= 0 {
		tag = tag[colon+1:]
	}
	if len(tag) <= len(name) || string(tag[:len(name)]) != name {
		return false
	}
	return strings.IndexByte(" />\t\r\n", tag[len(name)]) >= 0
}

func readSheets(ctx context.Context, file *excelize.File) (*Workbook, error) {
	book := &Workbook{}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		book.Date1904 = *props.Date1904
	}
	total := &gauge{}
	for _, name := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		lines, err := readSheet(ctx, file, name, total)
		if err != nil {
			return nil, err
		}
		if len(lines) > 0 {
			book.Sheets = append(book.Sheets, Sheet{Name: name, Lines: lines})
		}
	}
	if len(book.Sheets) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	return book, nil
}

// readSheet streams one sheet; a chart sheet, which has no rows, is nothing.
func readSheet(ctx context.Context, file *excelize.File, name string, total *gauge) ([]Line, error) {
	rows, err := file.Rows(name)
	if err != nil {
		return nil, nil
	}
	defer rows.Close()
	var lines []Line
	for number := 1; rows.Next(); number++ {
		if number%128 == 0 && ctx.Err() != nil {
			return nil, stopped(ctx)
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
			lines = append(lines, Line{number, cells})
		}
	}
	if err := rows.Error(); err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	return lines, nil
}
