package paper

import (
	"image/color"

	"github.com/boombuler/barcode/code128"
)

// quiet is the white space on both sides of a barcode, in modules (ISO/IEC 15417
// asks for ten).
const quiet = 10

// moduleWidths are 4, 3 and 2 dots of a printer with 300 dpi, in mm: a bar whose
// edge lies on a dot stays sharp.
func moduleWidths() []float64 { return []float64{4 * 25.4 / 300, 3 * 25.4 / 300, 2 * 25.4 / 300} }

// Barcode is a Code 128 as modules, true for a bar.
type Barcode []bool

// NewBarcode returns nothing for a number that Code 128 cannot hold (not ASCII).
func NewBarcode(number string) Barcode {
	code, err := code128.Encode(number)
	if err != nil {
		return nil
	}
	modules := make(Barcode, code.Bounds().Dx())
	for x := range modules {
		modules[x] = color.Gray16Model.Convert(code.At(x, 0)).(color.Gray16).Y == 0
	}
	return modules
}

// Module is the widest module in mm with which the code and the quiet zone before it
// are no wider than width; 0 when there is none.
func (b Barcode) Module(width float64) float64 {
	for _, m := range moduleWidths() {
		if float64(len(b)+quiet)*m <= width {
			return m
		}
	}
	return 0
}

// Bars draws the code with its last bar ending at right mm: the quiet zone behind it
// lies in the margin of the page.
func (doc *Document) Bars(b Barcode, right, y, height, module float64) {
	left := right - float64(len(b))*module
	for x := 0; x < len(b); x++ {
		if !b[x] {
			continue
		}
		run := 1
		for x+run < len(b) && b[x+run] {
			run++
		}
		doc.bar(left+float64(x)*module, y, float64(run)*module, height, 0)
		x += run
	}
}
