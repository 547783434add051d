package reports

import "graduand/reports/paper"

// SheetPicture is a photo or a side of a document on a sheet. Without a picture there is a box, so
// wide and high, with Says in it: why there is none.
type SheetPicture struct {
	Picture
	Title, Says string
}

// Three pictures stand in a row: the photo of the face and both sides of a card.
const (
	// SheetPhotoWidth and SheetPhotoHeight are those of the photo, SheetCardWidth and
	// SheetCardHeight those of a side of a card, in mm.
	SheetPhotoWidth, SheetPhotoHeight = 30.0, 40.0
	SheetCardWidth, SheetCardHeight   = 74.0, 46.7

	betweenPictures = 2.0
	aboveCaption    = 0.6
)

// setPictures sets pictures in rows, each with its title below; no row is divided by the end of a
// page.
func setPictures(e *paper.Entries, all []SheetPicture) {
	if len(all) == 0 {
		return
	}
	e.Heading(e.T.Say("report_form.pictures", nil))
	e.Gap(1)
	for from := 0; from < len(all); {
		to, wide := from+1, all[from].Width
		for to < len(all) && wide+betweenPictures+all[to].Width <= paper.Right-paper.Left {
			wide += betweenPictures + all[to].Width
			to++
		}
		addPictures(e, all[from:to])
		from = to
	}
}

// addPictures sets a row; all its titles stand on one line, below the highest picture.
func addPictures(e *paper.Entries, row []SheetPicture) {
	highest, titles := 0.0, 0.0
	for i := range row {
		highest, titles = max(highest, row[i].Height), max(titles, row[i].caption().Height())
	}
	e.Add(highest+aboveCaption+titles, func(y float64) {
		x := paper.Left
		for i := range row {
			p := &row[i]
			if len(p.JPEG) > 0 {
				e.Doc.Picture(p.JPEG, x, y, p.Width, p.Height)
				e.Doc.Box(x, y, p.Width, p.Height, paper.Hair)
			} else {
				e.Doc.Photo(x, y, p.Width, p.Height, p.Says)
			}
			e.Doc.Block(p.caption(), x, y+highest+aboveCaption)
			x += p.Width + betweenPictures
		}
	})
	e.Gap(2)
}

func (p *SheetPicture) caption() paper.Block {
	return paper.Sans.Sized(7.5).Grey(0.25).FitWords(p.Title, p.Width, 6)
}
