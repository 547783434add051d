#!/bin/sh
# A workbook with a picture has other bytes every time it is written.
#
# One would expect: the same cells and the same picture give the same file, as they do
# without a picture. excelize keeps the parts of a workbook in a fixed order.
# Seen (excelize 2.11.0): twenty workbooks of one cell are alike to the byte; with one
# picture in them [Content_Types].xml lists png, jpeg, gif and the other kinds of pictures
# in the order of a Go map, which is another one each time. That list has them all, whatever
# the picture is.
# Why a secretary cares: what was printed is known again by its hash; a list with the
# school's letterhead on top would never be the one that was sent.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"log"

	"github.com/xuri/excelize/v2"
)

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

// types are the kinds of the parts of a workbook as it is written.
func types(picture []byte) string {
	f := excelize.NewFile()
	must(0, f.SetCellValue("Sheet1", "A1", "x"))
	if picture != nil {
		must(0, f.AddPictureFromBytes("Sheet1", "B2", &excelize.Picture{Extension: ".png", File: picture}))
	}
	var b bytes.Buffer
	must(0, f.Write(&b))
	part := must(must(zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))).Open("[Content_Types].xml"))
	return string(must(io.ReadAll(part)))
}

func alike(picture []byte) bool {
	seen := map[string]bool{}
	for range 20 {
		seen[types(picture)] = true
	}
	return len(seen) == 1
}

func main() {
	var b bytes.Buffer
	must(0, png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
	fmt.Println("without a picture the same each time:", alike(nil))
	fmt.Println("with a picture the same each time:   ", alike(b.Bytes()))
}
GO
go mod init probe
go get github.com/xuri/excelize/v2@v2.11.0 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
without a picture the same each time: true
with a picture the same each time:    false
SEEN
