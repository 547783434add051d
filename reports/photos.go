package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// PhotoSheet are portraits of many people for cutting out: each as many times as it is glued,
// all copies of one picture (UA-049).
type PhotoSheet struct {
	School, Campaign string
	// Width and Height are those of a print in mm, Copies how many each has.
	Width, Height float64
	Copies        int
	Strips        []PhotoStrip
}

// PhotoStrip are the prints of one person. The picture stands in the middle of the print; where
// it has another proportion it is as large as it fits.
type PhotoStrip struct {
	Name    string
	Picture Picture
}

// Picture is a file of JPEG, so wide and high in mm.
type Picture struct {
	JPEG          []byte
	Width, Height float64
}

// The room between the prints of one person, between two people, and for the name below, in mm.
const (
	betweenPrints = 2.0
	betweenStrips = 8.0
	stripName     = 6.0
	photosTop     = paper.Top + 14
)

// PhotoSheets prints them in rows. Errors: report.empty without strips, report.no_glyph.
func PhotoSheets(w io.Writer, s PhotoSheet, language string, own map[string]string) error {
	if len(s.Strips) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("document.photos", nil), paper.Sans, paper.SansBold)
	wide := float64(s.Copies)*(s.Width+betweenPrints) - betweenPrints
	high := s.Height + stripName + 2
	across := max(1, int((paper.Right-paper.Left+betweenStrips)/(wide+betweenStrips)))
	down := max(1, int((paper.Bottom-photosTop)/high))
	for i := range s.Strips {
		at := i % (across * down)
		if at == 0 {
			doc.Page()
			doc.Text(paper.SansBold.Sized(11), paper.Left, paper.Top+4, t.Say("document.photos", nil))
			doc.Block(paper.Sans.Sized(8).Grey(0.35).FitBoth(s.School+" · "+s.Campaign, paper.Right-paper.Left, 5.5), paper.Left, paper.Top+6)
		}
		s.strip(doc, &s.Strips[i], paper.Left+float64(at%across)*(wide+betweenStrips), photosTop+float64(at/across)*high)
	}
	return doc.Write(w)
}

// strip draws the prints of one person, with lines to cut along, and below whose they are.
func (s *PhotoSheet) strip(doc *paper.Document, p *PhotoStrip, x, y float64) {
	for i := range s.Copies {
		left := x + float64(i)*(s.Width+betweenPrints)
		doc.Picture(p.Picture.JPEG, left+(s.Width-p.Picture.Width)/2, y+(s.Height-p.Picture.Height)/2, p.Picture.Width, p.Picture.Height)
		doc.Box(left, y, s.Width, s.Height, paper.Hair)
	}
	width := float64(s.Copies)*(s.Width+betweenPrints) - betweenPrints
	doc.Block(paper.Sans.Sized(8).FitBoth(p.Name, width, 5.5), x, y+s.Height+1)
}
