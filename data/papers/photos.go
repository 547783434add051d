package papers

import (
	"cmp"
	"io"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// hasPhotos says that the campaign has photos on paper and takes them as files: then it prints
// the one from the other (UA-049).
func hasPhotos(c *campaign.Campaign) bool { return c.FaceField() != "" && c.GluesPhotos() }

// copiesOf is how many prints are glued.
func copiesOf(c *campaign.Campaign) int { return max(1, c.Photo.Copies) }

// withPhoto are those who have a photo to be printed; on a route where it goes as a file, none
// is glued. The error is print.no_photos.
func (s *Source) withPhoto(chosen []Graduate) (audience, error) {
	var whom audience
	field := s.Campaign.FaceField()
	for _, g := range chosen {
		reason := ""
		switch route := s.Campaign.Route(s.person(g.Graduate).Route); {
		case g.Get(field) == "":
			reason = "no_photo"
		case route != nil && route.Photos == campaign.PhotosAsFile:
			reason = "photo_as_file"
		}
		if reason != "" {
			whom.left = append(whom.left, Left{ID: g.ID, Name: g.FullName(), Reason: reason})
			continue
		}
		whom.on = append(whom.on, g)
	}
	if len(whom.on) == 0 {
		return audience{}, data.Fail("print.no_photos", nil)
	}
	return whom, nil
}

// doubtedPhotos are those whose photo the rules have found something in (UA-050): it is printed all
// the same, and that is said.
func (s *Source) doubtedPhotos(on []Graduate) (all []Doubted) {
	field := s.Campaign.FaceField()
	for _, g := range on {
		if said := s.found(campaign.PictureFace, g.Pictures[g.Get(field)]); len(said) > 0 {
			all = append(all, Doubted{ID: g.ID, Name: nameAndClass(g.Graduate), Found: said})
		}
	}
	return all
}

func writePhotos(s *Source, w io.Writer, job Job, on []Graduate) error {
	around, err := s.In(job.Language)
	if err != nil {
		return err
	}
	strips, err := each(on, func(g Graduate) (reports.PhotoStrip, error) {
		portrait, err := s.Portrait(g.Graduate)
		return reports.PhotoStrip{Name: nameAndClass(g.Graduate), Picture: portrait}, err
	})
	if err != nil {
		return err
	}
	p := s.Campaign.Photo
	return reports.PhotoSheets(w, reports.PhotoSheet{School: s.School.Name, Campaign: around.Campaign.Title, Width: p.WidthMM, Height: p.HeightMM,
		Copies: cmp.Or(job.Each, copiesOf(s.Campaign)), Paper: job.Paper, Strips: strips}, around.writtenIn(), around.own())
}

func nameAndClass(g *data.Graduate) string {
	if g.Class == "" {
		return g.FullName()
	}
	return g.FullName() + ", " + g.Class
}
