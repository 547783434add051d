package registrar

import (
	"image"
	"image/color"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/imaging/drawing"
	"graduand/imaging/mrz"
)

// portraitFaults are the common reasons for which portraits are refused: two of three people
// have the next one.
var portraitFaults = [...]struct {
	name  string
	spoil func(*drawing.Person)
}{
	{"dark", func(p *drawing.Person) { p.Bright = 0.3 }},
	{"blurred", func(p *drawing.Person) { p.Blur = 4 }},
	{"tilted", func(p *drawing.Person) { p.Roll = 11 }},
	{"small", func(p *drawing.Person) { *p = p.Sized(200) }},
	{colouredWall, func(p *drawing.Person) { p.Wall = color.NRGBA{120, 150, 210, 255} }},
	{"grey", func(p *drawing.Person) { p.Grey = true }},
	{"cut", func(p *drawing.Person) { p.EyesY = 0.2 }},
	{"shadow", func(p *drawing.Person) { p.Shadow = true }},
	{"smile", func(p *drawing.Person) { p.Smiling = true }},
	{"glasses", func(p *drawing.Person) { p.Glasses, p.HairEnd, p.Skin = true, 1.7, skins[2] }},
	{"half in the dark", func(p *drawing.Person) { p.Half = 0.4 }},
	{"door", func(p *drawing.Person) { p.Door = true }},
	{onItsSide, nil},
	{ofAnother, nil},
}

// colouredWall is the commonest fault of all.
const colouredWall = "coloured wall"

// Two faults are none of the person who is drawn.
const (
	onItsSide = "on its side"
	ofAnother = "of somebody else"
)

// documentFaults are those of identity cards: everybody but the first has the next one.
var documentFaults = [...]string{otherNumber, otherSide, copied}

const (
	otherNumber = "a digit typed wrong"
	otherSide   = "the other side"
	copied      = "a copy"
)

// faultOf is what is wrong with the portrait, and with the card, of the person at n; "" for
// nothing.
func faultOf(n int) (portrait, document string) {
	if i := n - n/3 - 1; n%3 > 0 && i < len(portraitFaults) {
		portrait = portraitFaults[i].name
	}
	if n > 0 && n <= len(documentFaults) {
		document = documentFaults[n-1]
	}
	return portrait, document
}

// documentFault is what is wrong with the card of the person at n: nothing with one that is printed
// as a copy.
func (p *demoPictures) documentFault(n int) string {
	if n == p.copied {
		return ""
	}
	_, fault := p.faults(n)
	return fault
}

// draw draws a file.
func (p *demoPictures) draw(f *demoFile) image.Image {
	switch {
	case f.field.PictureOf() == campaign.PictureFace:
		return p.portrait(f.person)
	case f.field.PictureOf() == campaign.PicturePassport, f.field.Side != "":
		return p.card(f)
	}
	scene := drawing.Lying(f.person)
	scene.Text = p.printed(f.person)
	return scene.Draw(drawing.OCRB(), nil)
}

func (p *demoPictures) portrait(n int) image.Image {
	fault, _ := p.faults(n)
	switch fault {
	case onItsSide:
		return drawing.Turned(p.looks(n).Draw())
	case ofAnother:
		return p.looks(n - n%3).Draw()
	}
	person := p.looks(n)
	for _, f := range portraitFaults {
		if f.name == fault {
			f.spoil(&person)
		}
	}
	return person.Draw()
}

// The width of portraits in pixels: four hundredths more than is printed.
const portraitWide = 372

// looks is how the person at n looks, and how the photographer stood.
func (p *demoPictures) looks(n int) drawing.Person {
	r := rand.New(rand.NewPCG(p.seed, uint64(n)))
	between := func(low, high float64) float64 { return low + float64((high-low)*r.Float64()) }
	person := drawing.Somebody()
	person.Skin, person.Hair = pick(r, skins), pick(r, hairs)
	person.Shirt, person.Iris = pick(r, shirts), pick(r, irises)
	// No two are so alike that one of them is taken for the other.
	person.EyesX, person.EyesY = 0.455+float64(float64(n*5%7)*0.015), 0.42+float64(float64(n*3%5)*0.015)
	person.EyeDistance, person.Roll = 158+float64(float64(n%4)*5), between(-2, 2)
	person.HairTop, person.HairEnd = between(1.62, 1.85), between(0.1, 0.6)
	if p.people[n].Sex == data.Female {
		person.HairEnd = between(1.4, 3)
	}
	return person.Sized(portraitWide)
}

var (
	skins  = []color.NRGBA{{236, 200, 180, 255}, {222, 180, 152, 255}, {214, 170, 144, 255}, {196, 150, 120, 255}, {172, 124, 96, 255}}
	hairs  = []color.NRGBA{{24, 18, 15, 255}, {40, 28, 22, 255}, {58, 40, 30, 255}, {92, 62, 40, 255}, {128, 92, 56, 255}}
	irises = []color.NRGBA{{70, 48, 34, 255}, {50, 34, 26, 255}, {84, 104, 110, 255}, {92, 96, 60, 255}}
	shirts = []color.NRGBA{{60, 80, 120, 255}, {110, 40, 50, 255}, {40, 90, 70, 255}, {40, 40, 46, 255}, {90, 60, 110, 255}, {130, 110, 70, 255}}
)

// card draws a side of the identity card of somebody.
func (p *demoPictures) card(f *demoFile) image.Image {
	fault := p.documentFault(f.person)
	c := drawing.Card{Text: p.printed(f.person), Zone: mrz.Card(p.zone(f.person)), Holder: p.looks(f.person),
		Scene: drawing.Lying(f.person), Copied: fault == copied}
	c.Tilt = float64(f.person%7) - 3
	if (f.field.Side == "back") != (fault == otherSide) {
		return c.Back()
	}
	return c.Front()
}

// zone is what the card of somebody says, by the record; with one digit of its number another
// where that was typed wrong.
func (p *demoPictures) zone(n int) mrz.Zone {
	g := p.people[n]
	latin := func(name string) string { return strings.ReplaceAll(p.names.latin.Write(name), "-", " ") }
	number := []byte(latin(g.Document.Series) + g.Document.Number)
	if p.documentFault(n) == otherNumber {
		last := &number[len(number)-1]
		*last = '0' + (*last-'0'+1)%10
	}
	return mrz.Zone{DocumentNumber: string(number), Surname: latin(g.Surname), GivenNames: latin(g.GivenName), Sex: string(g.Sex),
		Country: p.names.state, Nationality: p.names.state, BirthDate: string(g.BirthDate),
		ExpiryDate: g.BirthDate.Time().AddDate(26, 0, n).Format(time.DateOnly)}
}

// printed is what stands on the front of the card of somebody.
func (p *demoPictures) printed(n int) []string {
	z := p.zone(n)
	return []string{"SPECIMEN " + z.Country, z.Surname, z.GivenNames, z.BirthDate, z.DocumentNumber, "NOTHING OF THIS IS TRUE"}
}

// drawReceipt is the photo of a receipt of an invented bank.
func drawReceipt(number string, amount int) []byte {
	scene := drawing.Lying(amount)
	scene.Text = []string{"SPECIMEN BANK", "RECEIPT " + number, "SUM " + strconv.Itoa(amount), "NOTHING OF THIS IS TRUE"}
	return drawing.JPEG(scene.Draw(drawing.OCRB(), nil))
}
