#!/bin/sh
# Go draws every sign of Debian's OCR-B but «8» and «<», and every passport has a «<».
#
# One would expect: a sound font of OpenType is drawn whole, as other programs draw it, or is
# refused when it is opened.
# Seen (golang.org/x/image 0.47.0, fonts-ocr-b 0.3): the font opens, has a glyph for every sign
# of a machine-readable zone, and 35 of 37 are drawn. The outlines of 8 and < are written with
# «flex1» (12 37), an operator of Type 2 charstrings for shallow curves that x/image does not
# know; the error comes with the sign, not with the font.
# Why a secretary cares: a check that draws the zone of a passport would work with every card
# that it was tried on and fail at the first number with an 8.
#
# Needs go and apt (Debian).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -q fonts-ocr-b=0.3~dfsg1-1 2>/dev/null || exit 2
dpkg -x fonts-ocr-b_*.deb font

cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func main() {
	content, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	font, err := sfnt.Parse(content)
	if err != nil {
		panic(err)
	}
	drawn := 0
	var b sfnt.Buffer
	for _, sign := range "0123456789<ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
		glyph, err := font.GlyphIndex(&b, sign)
		if err != nil || glyph == 0 {
			panic(string(sign) + " has no glyph")
		}
		if _, err := font.LoadGlyph(&b, glyph, fixed.I(1000), nil); err != nil {
			fmt.Printf("%c: %v\n", sign, err)
			continue
		}
		drawn++
	}
	fmt.Println("drawn:", drawn)
}
GO
go mod init probe
go get golang.org/x/image/font/sfnt@v0.47.0 || exit 2
go run . font/usr/share/fonts/opentype/ocr-b/OCRB.otf > seen
diff - seen <<'SEEN'
8: sfnt: unrecognized CFF 2-byte operator (12 37)
<: sfnt: unrecognized CFF 2-byte operator (12 37)
drawn: 35
SEEN
