package reports

import (
	"bytes"
	"slices"
	"testing"

	"graduand/imaging"
	"graduand/imaging/drawing"
	"graduand/reports/paper"
)

// grainy is the photo of the n-th person as the program prints it at its finest: the crop, 30 × 40 mm
// at 600 dots to the inch, of a picture of that many dots, with a grain that makes it as large as those
// of the sharpest studio photos are (96 kB on average).
func grainy(t *testing.T, n int) []byte {
	t.Helper()
	drawn := drawing.Somebody().Sized(720).Draw()
	r := drawing.Seeded(n)
	for i := 0; i < len(drawn.Pix); i += 4 {
		grain := int(2.5 * r.Normal())
		for part := range 3 {
			drawn.Pix[i+part] = uint8(min(max(int(drawn.Pix[i+part])+grain, 0), 255))
		}
	}
	file, err := imaging.Open(drawing.JPEG(drawn))
	if err != nil {
		t.Fatal(err)
	}
	crop, err := file.CutFile(imaging.Crop{X: 0.5, Y: 0.5, Height: 1}, 30, 40)
	if err != nil {
		t.Fatal(err)
	}
	return crop
}

// Of ten people we draw the photo, and nobody has the same bytes as another: what is drawn twice
// would stand in the file once.
func TestFiveHundredCardsWithPhotosStaySmall(t *testing.T) {
	const people, limit = 500, 60e6
	photos, stored := make([][]byte, 10), 0
	for i := range photos {
		photos[i] = grainy(t, i)
	}
	cards := make([]Card, people)
	for i := range cards {
		cards[i] = ukCard()
		// Behind the end of a picture readers look at nothing.
		photo := slices.Concat(photos[i%len(photos)], []byte{byte(i), byte(i >> 8)})
		cards[i].Photo.Picture = Picture{JPEG: photo, Width: 30, Height: 40}
		stored += len(photo)
	}
	size := len(cardsPDF(t, cards...))
	t.Logf("%d photos of %d kB each on average: %.1f MB", people, stored/people/1000, float64(size)/1e6)
	if size > limit || size < stored {
		t.Errorf("%d cards with two photos each are %.1f MB, the photos alone %.1f", people, float64(size)/1e6, float64(stored)/1e6)
	}
}

// Of a font only the letters that are used go into a file.
func TestFontsAreSubset(t *testing.T) {
	letters := ""
	for r := 'А'; r <= 'я'; r++ {
		letters += string(r)
	}
	letters += "ҐґЄєІіЇїЁёҢңӨөҮү’№–«»0123456789"
	whole := len(paper.FaceData()[paper.Sans])
	size := func(words string) int {
		doc := paper.New("x", paper.Sans)
		doc.Page()
		doc.Text(paper.Sans.Sized(10), paper.Left, 50, words)
		return len(made(t, func(b *bytes.Buffer) error { return doc.Write(b) }))
	}
	one, all := size("Єва"), size(letters)
	t.Logf("three letters %d kB, all letters %d kB, the font %d kB", one/1000, all/1000, whole/1000)
	if one > whole/8 || all <= one || all > whole/4 {
		t.Errorf("three letters are %d bytes, all letters %d, the font is %d", one, all, whole)
	}
}
