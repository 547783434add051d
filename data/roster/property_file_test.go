package roster

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
)

// file writes the list in its format.
func (l *list) file() (content []byte, kind string) {
	switch l.format {
	case "xlsx":
		return l.xlsx(), l.format
	case "ods":
		return l.ods(), l.format
	case "xml":
		return l.xml2003(), l.format
	case "html":
		return l.html(), l.format
	}
	return l.text()
}

// text writes a text table in one of the usual codes.
func (l *list) text() ([]byte, string) {
	comma := pick(l.rand, ";", "\t", ",")
	var b strings.Builder
	for _, line := range l.lines {
		for i, cell := range line.cells {
			if i > 0 {
				b.WriteString(comma)
			}
			b.WriteString(quotedCell(cellText(cell), comma))
		}
		b.WriteString("\r\n")
	}
	plain := b.String()
	switch l.rand.IntN(4) {
	case 0:
		return []byte("\ufeff" + plain), "csv with a mark"
	case 1:
		encoded, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder().String(plain)
		if err == nil {
			return []byte(encoded), "csv in UTF-16"
		}
	case 2:
		encoded, err := charmap.Windows1251.NewEncoder().String(plain)
		if err == nil {
			return []byte(encoded), "csv in windows-1251"
		}
	}
	return []byte(plain), "csv"
}

func cellText(cell any) string {
	if day, is := cell.(serialDate); is {
		return fmt.Sprint(int(day))
	}
	if cell == nil {
		return ""
	}
	return fmt.Sprint(cell)
}

func quotedCell(s, comma string) string {
	if !strings.ContainsAny(s, comma+"\"\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

func packed(parts [][2]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range parts {
		if f, err := w.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store}); err == nil {
			f.Write([]byte(part[1])) // into memory
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
