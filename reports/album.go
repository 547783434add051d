package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Album are the portraits of each class, to be looked over by those who know the people.
type Album struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made    string
	Classes []AlbumClass
}

// AlbumClass is one class, "" for those who have none.
type AlbumClass struct {
	Class  string
	People []AlbumPerson
}

// AlbumPerson is a place of the album. Picture is empty where there is no photo. Says are what is
// found in it, a sentence each.
type AlbumPerson struct {
	Number  int
	Name    string
	Card    string
	Picture Picture
	Says    []string
}

// Five portraits stand in a row. AlbumWidth and AlbumHeight are those of one in mm.
const (
	AlbumWidth, AlbumHeight = 24.0, 32.0

	albumColumns = 5
	albumGap     = 4.0
	albumCell    = (paper.Right - paper.Left - (albumColumns-1)*albumGap) / albumColumns
)

// AlbumPDF prints the pages of each class for themselves, with a place to sign at the end. Errors:
// report.empty without classes, report.no_room for what no page holds, report.no_glyph.
func AlbumPDF(w io.Writer, a Album, language string, own map[string]string) error {
	if len(a.Classes) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("document.album", nil), paper.Sans, paper.SansBold)
	for i := range a.Classes {
		a.set(doc, &a.Classes[i], t)
	}
	return doc.Write(w)
}

// set sets the pages of one class.
func (a *Album) set(doc *paper.Document, c *AlbumClass, t *text.Text) {
	small := paper.MastheadSmall()
	head := paper.NewMasthead(
		[]paper.Line{paper.SansBold.Sized(10).Line(t.Say("report.album_confidential", nil)), paper.MastheadTitle().Line(t.Say("document.album", nil)),
			paper.Sans.Sized(9).Line(a.School), small.Line(a.Campaign), small.Line(t.Say("report.album_rules", nil))},
		[]paper.Line{paper.SansBold.Sized(14).Line(classTitle(t, c.Class)), small.Line(t.Say("report_form.printed", data.Args{"date": a.Made})), small.Line(c.count(t))})
	var pile paper.Pile
	for from := 0; from < len(c.People); from += albumColumns {
		c.row(&pile, doc, from, t)
	}
	pile.KeepLast()
	pile.Add(14, func(y float64) { a.signed(doc, y+10, t) })
	first := head.End() + 3
	if pile.TooHigh(paper.Bottom - first) {
		doc.Keep(paper.NoRoom(t.Say("document.album", nil), classTitle(t, c.Class)))
		return
	}
	spans := pile.Pages(first, first, paper.Bottom)
	for n, on := range spans {
		doc.Page()
		head.Draw(doc, n+1, len(spans), t)
		pile.Put(on, first)
	}
}

// count says how many there are, without a photo, and with a remark.
func (c *AlbumClass) count(t *text.Text) string {
	without, remarked := 0, 0
	for _, p := range c.People {
		switch {
		case len(p.Picture.JPEG) == 0:
			without++
		case len(p.Says) > 0:
			remarked++
		}
	}
	return t.Say("report.album_count", data.Args{"number": len(c.People), "without": without, "remarked": remarked})
}

// row adds the places of a row as one strip.
func (c *AlbumClass) row(pile *paper.Pile, doc *paper.Document, from int, t *text.Text) {
	people := c.People[from:min(from+albumColumns, len(c.People))]
	height := 0.0
	for i := range people {
		height = max(height, people[i].height(t))
	}
	if from > 0 {
		pile.Gap(3)
	}
	pile.Add(height, func(y float64) {
		for i := range people {
			people[i].draw(doc, paper.Left+float64(i)*(albumCell+albumGap), y, t)
		}
	})
}

// words are what stands below a portrait: number and name, the number of the card, what is found.
func (p *AlbumPerson) words(t *text.Text) []paper.Block {
	name := paper.SansBold.Sized(8.5).FitWords(t.Say("report.album_name", data.Args{"number": p.Number, "name": p.Name}), albumCell, 6)
	all := []paper.Block{name}
	if p.Card != "" {
		all = append(all, paper.Sans.Sized(7.5).FitBoth(p.Card, albumCell, 6))
	}
	for _, said := range p.Says {
		all = append(all, paper.Sans.Sized(7).Wrap("• "+said, albumCell))
	}
	return all
}

// betweenAlbum is the room between the words below a portrait, in mm.
const betweenAlbum = 0.5

func (p *AlbumPerson) height(t *text.Text) float64 {
	height := AlbumHeight + 1
	for _, b := range p.words(t) {
		height += b.Height() + betweenAlbum
	}
	return height
}

func (p *AlbumPerson) draw(doc *paper.Document, x, y float64, t *text.Text) {
	if len(p.Picture.JPEG) > 0 {
		doc.Picture(p.Picture.JPEG, x+(AlbumWidth-p.Picture.Width)/2, y+(AlbumHeight-p.Picture.Height)/2, p.Picture.Width, p.Picture.Height)
		doc.Box(x, y, AlbumWidth, AlbumHeight, paper.Hair)
	} else {
		doc.Photo(x, y, AlbumWidth, AlbumHeight, t.Say("report.album_no_photo", nil))
	}
	doc.Tick(x+AlbumWidth+2, y, 4, false)
	y += AlbumHeight + 1
	for _, b := range p.words(t) {
		y = doc.Block(b, x, y) + betweenAlbum
	}
}

// signed sets the line of who has looked it over.
func (a *Album) signed(doc *paper.Document, y float64, t *text.Text) {
	const dateX, dateWidth, signX = paper.Left + 62.0, 44.0, paper.Left + 112.0
	doc.BeforeLine(t.Say("report.album_looked", nil), y, dateX-paper.Left-2)
	doc.DayAndSignature(y, dateX, dateWidth, signX, t.Say("report.date_caption", nil), t.Say("report.name_caption", nil))
}
