package paper

import (
	"math"
	"strconv"

	"github.com/signintech/gopdf"
)

// callOut is the diameter of a circle with a number, in mm.
const callOut = 5.6

// CallOut draws a white number in a black circle about a place.
func (doc *Document) CallOut(number int, x, y float64) {
	const corners, half = 48, callOut / 2
	circle := make([]gopdf.Point, corners)
	for i := range circle {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		circle[i] = gopdf.Point{X: x + half*cos, Y: y + half*sin}
	}
	doc.fill(0)
	doc.pdf.Polygon(circle, "F")
	as := SansBold.Sized(9.5).Grey(1)
	doc.TextCentre(as, x-half, x+half, y+as.Ascent()*0.39, strconv.Itoa(number))
}

// Across sets a word in a grey that does not hide what is printed over it, in the middle of a
// place so wide and high, as large as it has room on its rising diagonal.
func (doc *Document) Across(word string, x, y, width, height float64) {
	const gray = 0.86
	word = Tidy(word)
	angle := math.Atan2(height, width)
	as := SansBold.Sized(100).Grey(gray)
	room := math.Hypot(width, height) * 0.78
	as.Size = min(as.Size*room/as.Width(word), height*0.5/Point)
	middleX, middleY := x+width/2, y+height/2
	doc.fill(gray) // before the state is kept, so that it is the same after it
	doc.pdf.Rotate(angle*180/math.Pi, middleX, middleY)
	doc.TextCentre(as, middleX-room, middleX+room, middleY+as.Ascent()*0.4, word)
	doc.pdf.RotateReset()
}

// Silhouette draws head and shoulders of nobody in a box so wide and high.
func (doc *Document) Silhouette(x, y, width, height float64) {
	const corners = 40
	middle := x + width/2
	var head, body []gopdf.Point
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		head = append(head, gopdf.Point{X: middle + width*0.2*cos, Y: y + height*0.38 + height*0.2*sin})
	}
	for i := range corners {
		sin, cos := math.Sincos(math.Pi + math.Pi*float64(i)/(corners-1))
		body = append(body, gopdf.Point{X: middle + width*0.38*cos, Y: y + height + height*0.34*sin})
	}
	doc.fill(0.7)
	doc.pdf.Polygon(head, "F")
	doc.pdf.Polygon(body, "F")
	doc.Box(x, y, width, height, Medium)
}
