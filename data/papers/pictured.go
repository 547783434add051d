package papers

import (
	"graduand/data/campaign"
	"graduand/data/text"
	"graduand/reports"
)

// hasPictured says that the form of the campaign takes the sides of an identity document.
func hasPictured(c *campaign.Campaign) bool {
	for _, f := range c.AllFields() {
		if isPictured(f) && f.PictureOf() == campaign.PicturePassport {
			return true
		}
	}
	return false
}

// isPictured says that what a field holds is shown on the sheet: the photo of the face, or a side
// of the identity document.
func isPictured(f *campaign.Field) bool {
	return f.Kind == campaign.KindFile && (f.PictureOf() == campaign.PictureFace || f.PictureOf() == campaign.PicturePassport)
}

// picturedSheet is the sheet that a graduate checks with the photo and the sides of the document,
// the photo first (KG-059). Whether they are there is told by the pictures, not by the steps too.
func (s *Source) picturedSheet(g Graduate) (reports.CheckSheet, error) {
	sheet, err := s.checkSheet(g, isPictured)
	if err != nil {
		return sheet, err
	}
	p := s.person(g.Graduate)
	var sides []reports.SheetPicture
	for _, f := range s.Campaign.AllFields() {
		if !isPictured(f) || !s.Shows(f, p) {
			continue
		}
		if f.PictureOf() == campaign.PictureFace {
			photo, err := s.sheetPhoto(g, f)
			if err != nil {
				return sheet, err
			}
			sheet.Pictures = append(sheet.Pictures, photo)
			continue
		}
		shown, err := s.sheetSides(g, f)
		if err != nil {
			return sheet, err
		}
		sides = append(sides, shown...)
	}
	sheet.Pictures = append(sheet.Pictures, sides...)
	return sheet, nil
}

// sheetPhoto is the photo of the face, or the box that says why there is none.
func (s *Source) sheetPhoto(g Graduate, f *campaign.Field) (reports.SheetPicture, error) {
	box := reports.SheetPicture{Title: f.Title, Picture: reports.Picture{Width: reports.SheetPhotoWidth, Height: reports.SheetPhotoHeight}}
	if g.Get(f.Code) == "" {
		return s.without(box, "report_form.no_picture"), nil
	}
	photo, err := s.Small(g.Graduate, Size{box.Width, box.Height})
	if refused := refusedFile(err); refused != nil {
		box.Says = text.FirstSentence(s.say(refused.Code, refused.Args))
		return box, nil
	}
	return reports.SheetPicture{Title: f.Title, Picture: photo}, err
}

// sheetSides are what a file shows of the document, each as large as a side of a card.
func (s *Source) sheetSides(g Graduate, f *campaign.Field) (all []reports.SheetPicture, err error) {
	room := Size{reports.SheetCardWidth, reports.SheetCardHeight}
	box := reports.SheetPicture{Title: f.Title, Picture: reports.Picture{Width: room.Width, Height: room.Height}}
	if g.Get(f.Code) == "" {
		return []reports.SheetPicture{s.without(box, "report_form.no_picture")}, nil
	}
	card := Size{}
	if width, height := s.Campaign.SizeOf(g.Graduate); width > 0 {
		card = Size{room.Width, room.Width * height / width}
	}
	scanned, err := s.Scan(g.Graduate, g.Get(f.Code), card, room)
	if refused := refusedFile(err); refused != nil {
		box.Says = text.FirstSentence(s.say(refused.Code, refused.Args))
		return []reports.SheetPicture{box}, nil
	}
	for _, side := range scanned.Sides {
		all = append(all, reports.SheetPicture{Title: f.Title, Picture: side.Picture})
	}
	return all, err
}

// without is a box that says by a sentence why nothing is in it.
func (s *Source) without(box reports.SheetPicture, id string) reports.SheetPicture {
	box.Says = s.say(id, nil)
	return box
}
