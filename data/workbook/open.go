package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"graduand/data"
)

// Open reads the visible sheets of a workbook (.xlsx) or a text table (.csv, .txt). What
// the content is decides, never the name, which serves for messages only. Every refusal
// has a code "roster.…".
func Open(ctx context.Context, name string, content []byte) (*Book, error) {
	return Within(ctx, name, func(ctx context.Context) (*Book, error) { return open(ctx, content) })
}

// ErrText is the answer of [OpenAll] to what may be a text table and is no workbook.
var ErrText = errors.New("a text table, not a workbook")

// OpenAll reads every sheet with cells of a workbook, seen or not.
func OpenAll(ctx context.Context, name string, content []byte) (*Book, error) {
	return Within(ctx, name, func(ctx context.Context) (*Book, error) {
		if err := refuse(content); err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(content, []byte("PK")) {
			return nil, ErrText
		}
		return openXLSX(ctx, content, allSheets)
	})
}

func open(ctx context.Context, content []byte) (*Book, error) {
	if err := refuse(content); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(content, []byte("PK")) {
		return openXLSX(ctx, content, visibleSheets)
	}
	return openCSV(ctx, content)
}

// refuse is for what is not even looked into.
func refuse(content []byte) error {
	if len(content) > maxFile {
		return data.Fail("roster.too_large", data.Args{"limit": maxFile >> 20})
	}
	if code := refused(content); code != "" {
		return data.Fail(code, nil)
	}
	return nil
}

// signature is how files of a kind begin that are recognised and refused.
type signature struct{ begin, code string }

var signatures = []signature{
	{"%PDF-", "roster.pdf"},
	{"\xff\xd8\xff", "roster.image"}, {"\x89PNG\r\n", "roster.image"}, {"GIF8", "roster.image"},
	{"BM", "roster.image"}, {"II*\x00", "roster.image"}, {"MM\x00*", "roster.image"},
	{"{\\rtf", "roster.word"},
	{"Rar!", "roster.archive"}, {"7z\xbc\xaf\x27\x1c", "roster.archive"}, {"\x1f\x8b", "roster.archive"},
	{"\x09\x08\x10\x00", "roster.old_excel"}, {"\x09\x00\x04\x00", "roster.old_excel"},
	{"\x09\x02\x06\x00", "roster.old_excel"}, {"\x09\x04\x06\x00", "roster.old_excel"},
}

// refused returns the code for content that is known and cannot be read, or "".
func refused(content []byte) string {
	plain := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(plain) == 0 || len(bytes.Trim(content, "\x00")) == 0 {
		return "roster.empty"
	}
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return refusedOLE(content)
	}
	if len(content) > 12 && string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP" ||
		len(content) > 12 && string(content[4:8]) == "ftyp" {
		return "roster.image"
	}
	for _, s := range signatures {
		if bytes.HasPrefix(content, []byte(s.begin)) && (s.begin != "BM" || bytes.IndexByte(content[:min(64, len(content))], 0) >= 0) {
			return s.code
		}
	}
	return refusedMarkup(plain)
}

func refusedMarkup(plain []byte) string {
	head := bytes.ToLower(plain[:min(2048, len(plain))])
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "<meta", "mime-version:"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return "roster.html"
		}
	}
	if bytes.HasPrefix(head, []byte("<")) {
		if bytes.Contains(head, []byte("<html")) {
			return "roster.html"
		}
		return "roster.unknown_format"
	}
	return ""
}

// refusedOLE tells an encrypted workbook and a Word document from an old .xls.
func refusedOLE(content []byte) string {
	switch {
	case bytes.Contains(content, wide("EncryptedPackage")):
		return "roster.encrypted"
	case bytes.Contains(content, wide("WordDocument")):
		return "roster.word"
	}
	return "roster.old_excel"
}

func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// openXLSX opens a workbook and reads it by sheets.
func openXLSX(ctx context.Context, content []byte, sheets func(context.Context, *excelize.File, map[string]scan) (*Book, error)) (*Book, error) {
	file, parts, err := openParts(content)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return sheets(ctx, file, parts)
}

// openParts opens a workbook; the caller closes it. Only parts with cells reach
// excelize; formats, pictures and links are left out before they are unpacked.
func openParts(content []byte) (*excelize.File, map[string]scan, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, nil, data.FailWith(err, "roster.damaged", nil)
	}
	if code := refusedZip(archive); code != "" {
		return nil, nil, data.Fail(code, nil)
	}
	lean, err := leanCopy(archive)
	if err != nil {
		return nil, nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(lean), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip,
	})
	if err != nil {
		return nil, nil, data.FailWith(err, "roster.damaged", nil)
	}
	parts, err := checkParts(file)
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	return file, parts, nil
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
		if err := intact(f); err != nil {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
		if err := w.Copy(f); err != nil {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("copy workbook: %w", err)
	}
	return out.Bytes(), nil
}

// intact reads a part to its end, where its checksum and its size are compared
// with the directory's; excelize would go on with the half that it got.
func intact(f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("open part: %w", err)
	}
	defer r.Close()
	if _, err := io.Copy(io.Discard, r); err != nil {
		return fmt.Errorf("read part: %w", err)
	}
	return nil
}
