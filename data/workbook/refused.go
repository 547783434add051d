package workbook

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"unicode/utf16"

	"graduand/data"
)

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
	if tagged.Match(plain) {
		return "roster.unknown_format"
	}
	return ""
}

// tagged is the begin of a table that says of every cell on a line of its own where it
// stands: SYLK, DIF, and that of the calculators on the network; and other texts that are
// no tables. Read as lines of cells they would be nonsense.
var tagged = regexp.MustCompile(`^(?:ID;P[^\n]*\n(?:[BCFOP];|E)|TABLE\r?\n0,1\r?\n|socialcalc:version:|BEGIN:VCARD|[{\[]\s*["{][^;\t]*[:\]])`)

// refusedOLE tells an encrypted workbook and a Word document from an old .xls.
func refusedOLE(content []byte) string {
	switch {
	case bytes.Contains(content, wide("EncryptedPackage")):
		return "roster.encrypted"
	case bytes.Contains(content, wide("WordDocument")):
		return "roster.word"
	case bytes.Contains(content, wide("PowerPoint Document")):
		return "roster.unknown_format"
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

// refusedZip knows by the names of the parts what is no workbook that can be read, or "".
func refusedZip(files []*zip.File) string {
	if len(files) > maxEntries {
		return "roster.suspicious"
	}
	for _, f := range files {
		switch name := partName(f.Name); {
		case strings.HasSuffix(name, "vbaproject.bin"):
			return "roster.macros"
		case name == "xl/workbook.bin":
			return "roster.old_excel"
		case name == "word/document.xml":
			return "roster.word"
		case name == "index/document.iwa", strings.HasPrefix(name, "ppt/"):
			return "roster.opendocument"
		}
	}
	return ""
}
