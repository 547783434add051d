#!/bin/sh
# A page whose picture has no room in PDFium's memory is drawn white, and no error is told.
#
# One would expect: a page that cannot be drawn is refused, as a damaged file is; or it is drawn.
# Seen (PDFium in WebAssembly of go-pdfium 1.17.2, wazero 1.9.0): where a scan needs more memory
# than its sandbox has, opening and drawing succeed and the sheet is white, without the scan.
# With more memory the same file is drawn. Only when small things find no room there is an error.
# Why a secretary cares: a scan that is there seems to be an empty sheet, and is sent back to the
# family; or, worse, is taken for a page that has nothing on it.
#
# Needs go (no C compiler, no display).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// scan is a PDF with a grey sheet of A4, scanned at 300 dots to the inch.
func scan() []byte {
	sheet := image.NewGray(image.Rect(0, 0, 2480, 3508))
	for i := range sheet.Pix {
		sheet.Pix[i] = 120
	}
	var picture, b bytes.Buffer
	if err := jpeg.Encode(&picture, sheet, nil); err != nil {
		panic(err)
	}
	draws := "595 0 0 842 0 0 cm /A Do"
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draws), draws),
		fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream", picture.Len(), picture.String())}
	b.WriteString("%PDF-1.4\n")
	places := ""
	for i, o := range objects {
		places += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", places, b.Len())
	return b.Bytes()
}

func main() {
	file := scan()
	for _, megabytes := range []uint32{48, 256} {
		pool, err := webassembly.Init(webassembly.Config{MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard, FSConfig: wazero.NewFSConfig(),
			RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(megabytes * 16)})
		if err != nil {
			panic(err)
		}
		reader, err := pool.GetInstance(time.Minute)
		if err != nil {
			panic(err)
		}
		open, err := reader.OpenDocument(&requests.OpenDocument{File: &file})
		if err != nil {
			panic(err)
		}
		drawn, err := reader.RenderPageInPixels(&requests.RenderPageInPixels{Width: 2480,
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: open.Document}}})
		if err != nil {
			fmt.Println("refused")
			continue
		}
		fmt.Printf("%d MB: error %v, the middle of the grey sheet is white: %v\n", megabytes, err, drawn.Result.Image.RGBAAt(1240, 1754).R == 255)
	}
}
GO
go mod init probe
go get github.com/klippa-app/go-pdfium@v1.17.2 github.com/tetratelabs/wazero@v1.9.0 || exit 2
go mod tidy
go run . > seen
diff - seen <<'SEEN'
48 MB: error <nil>, the middle of the grey sheet is white: true
256 MB: error <nil>, the middle of the grey sheet is white: false
SEEN
