// Package pdftest writes PDFs for tests, sound and hostile ones, and spares tests the two
// seconds in which PDFium is compiled.
package pdftest

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/tetratelabs/wazero"

	"graduand/data/keeptest"
	"graduand/imaging/pdf/internal/compiled"
)

// KeepCompiled has this process take PDFium as an earlier run of tests has compiled it, where one
// has. It serves tests alone, and panics in a program.
func KeepCompiled() {
	folder := keeptest.Folder("pdfium-scans")
	if folder == "" {
		return
	}
	if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
		compiled.Cache = cache
	}
}

// LeaveGarbage has this process clear the memory of files whenever the collector comes, not for
// every one of them. It serves tests alone, and panics in a program.
func LeaveGarbage() {
	if !testing.Testing() {
		panic("a program leaves the memory of files")
	}
	compiled.Tidy = false
}

// Scan is a PDF as a scanner makes it: a page for each picture, which must be a JPEG, at so many
// dots to the inch.
func Scan(dots float64, pictures ...[]byte) []byte {
	var pages []Page
	for _, content := range pictures {
		size, err := jpeg.DecodeConfig(bytes.NewReader(content))
		if err != nil {
			panic(err)
		}
		w, h := float64(size.Width)/dots*72, float64(size.Height)/dots*72
		pages = append(pages, Page{Width: w, Height: h, Draws: fmt.Sprintf("%.2f 0 0 %.2f 0 0 cm /A Do", w, h),
			Form: stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", size.Width, size.Height), string(content))})
	}
	return Written(pages...)
}

// Page is one of a PDF: its size in points, what is drawn on it in the language of PDF, and the
// object A that it may name.
type Page struct {
	Width, Height float64
	Draws, Form   string
}

// Sheet is a page of A4 with a black rectangle of 100 × 50 points in its lower left corner.
var Sheet = Page{Width: 595, Height: 842, Draws: "0 0 100 50 re f"}

// Written is a PDF with these pages.
func Written(pages ...Page) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
	var kids []string
	for _, p := range pages {
		at := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", at))
		form := p.Form
		if form == "" {
			form = stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1]", "")
		}
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /A %d 0 R >> >> >>",
			p.Width, p.Height, at+1, at+2), stream("", p.Draws), form)
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	return file("", objects...)
}

// Locked is a PDF that opens with a password only, which nobody knows.
func Locked() []byte {
	const unknown = "<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>"
	return file("/Encrypt 4 0 R /ID [<00> <00>]", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
		"<< /Filter /Standard /V 1 /R 2 /P -4 /O "+unknown+" /U "+unknown+" >>")
}

// Endless is a small PDF whose one page would be drawn for years: each form on it draws the next
// one ten times.
func Endless() []byte {
	const deep = 14
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>", stream("", "/A Do")}
	for range deep {
		objects = append(objects, stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A %d 0 R >> >>", len(objects)+2),
			strings.Repeat("/A Do ", 10)))
	}
	return file("", append(objects, stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "1 0 0 rg 100 100 200 200 re f"))...)
}

func stream(entries, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(content), content)
}

// file puts objects one after the other (ISO 32000-1 §7.5), with entries for its trailer.
func file(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var places strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&places, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, places.String(), len(objects)+1, trailer, at)
	return b.Bytes()
}
