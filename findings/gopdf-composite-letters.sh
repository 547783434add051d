#!/bin/sh
# gopdf prints no Ї with DejaVu Sans, and the text of the PDF denies it.
#
# One would expect: a letter that the font holds is drawn, and what pdftotext reads
# is what stands on the page.
# Seen (gopdf 0.33.0, DejaVu Sans 2.37, poppler): a document whose only text is «Ї»
# is a blank page, one with «І» is not, and pdftotext reads both. DejaVu makes Ї of other
# shapes, which the subset that gopdf embeds lacks where the text has no use for them.
# Why a secretary cares: «Їжак» is printed as «жак» on a card, and a test that reads the
# text of the PDF stays green. Compare pixels, letter by letter, for every font.
#
# Needs go, npm, poppler-utils.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"log"
	"os"

	"github.com/signintech/gopdf"
)

func main() {
	pdf := gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: 100, H: 50}})
	pdf.AddPage()
	pdf.SetXY(10, 30)
	for _, err := range []error{
		pdf.AddTTFFont("sans", os.Args[1]),
		pdf.SetFont("sans", "", 24),
		pdf.Text(os.Args[2]),
	} {
		if err != nil {
			log.Fatal(err)
		}
	}
	if err := pdf.WritePdf(os.Args[3]); err != nil {
		log.Fatal(err)
	}
}
GO
go mod init probe
go get github.com/signintech/gopdf@v0.33.0 || exit 2
npm install --silent dejavu-fonts-ttf@2.37.3 || exit 2

# shown TEXT says what is read from a page of it, and whether any pixel is not white.
shown() {
	go run . node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf "$1" page.pdf
	pdftoppm -r 100 -gray page.pdf page
	ink=$(tail -n +4 page-1.pgm | tr -d '\377' | wc -c)
	[ "$ink" -gt 0 ] && page=printed || page=blank
	echo "$1: read as $(pdftotext page.pdf - | tr -d '\f\n'), the page is $page"
}
{ shown Ї; shown І; } | tee seen
diff - seen <<'SEEN'
Ї: read as Ї, the page is blank
І: read as І, the page is printed
SEEN
