package papers

import (
	"io"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// hasPhotos says that the campaign has photos on paper and takes them as files: then it prints
// the one from the other (UA-049).
func hasPhotos(c *campaign.Campaign) bool { return c.FaceField() != "" && c.GluesPhotos() }

// copiesOf is how many prints are glued.
func copiesOf(c *campaign.Campaign) int { return max(1, c.Photo.Copies) }

// hasFace says that somebody's photo is attached.
func (s *Source) hasFace(g *data.Graduate) bool {
	face := s.Campaign.FaceField()
	return face != "" && g.Get(face) != ""
}

// portraitOf is the photo of somebody as it is printed. The error is print.file_unreadable.
func (s *Source) portraitOf(g Graduate) (Portrait, error) {
	portrait, err := s.Portrait(g.Graduate)
	return portrait, unreadable(g, s.Campaign.Field(s.Campaign.FaceField()), err)
}

// withPhoto are those who have a photo to be printed; on a route where it goes as a file, none
// is glued. The error is print.no_photos.
func (s *Source) withPhoto(chosen []Graduate) (audience, error) {
	return parted(chosen, "print.no_photos", func(g Graduate) string {
		route := s.Campaign.Route(s.person(g.Graduate).Route)
		switch {
		case !s.hasFace(g.Graduate):
			return "no_photo"
		case route != nil && route.Photos == campaign.PhotosAsFile:
			return "photo_as_file"
		}
		return ""
	})
}

// doubtedPhotos are those whose photo the rules have found something in (UA-050): it is printed all
// the same, and that is said. In whose no face was found is said whatever was answered: what is glued
// is looked at once more.
func (s *Source) doubtedPhotos(on []Graduate) []Doubted {
	return doubted(on, func(g Graduate) []data.Phrase {
		p := g.Pictures[g.Get(s.Campaign.FaceField())]
		said := s.found(campaign.PictureFace, p)
		isSaid := slices.ContainsFunc(said, func(of data.Phrase) bool { return of.ID == "photo.no_face" })
		if s.Campaign.Faceless(p) && !isSaid {
			said = append(said, data.Phrase{ID: "photo.faceless_portrait"})
		}
		return said
	})
}

func writePhotos(s *Source, w io.Writer, job Job, on []Graduate) error {
	strips, err := each(on, func(g Graduate) (reports.PhotoStrip, error) {
		portrait, err := s.portraitOf(g)
		return reports.PhotoStrip{Name: nameAndClass(g.Graduate), Picture: portrait}, err
	})
	if err != nil {
		return err
	}
	p := s.Campaign.Photo
	return reports.PhotoSheets(w, reports.PhotoSheet{School: s.School.Name, Campaign: s.Campaign.Title, Width: p.WidthMM, Height: p.HeightMM,
		Copies: job.Each, Paper: job.Paper, Strips: strips}, s.writtenIn(), s.own())
}

func nameAndClass(g *data.Graduate) string {
	if g.Class == "" {
		return g.FullName()
	}
	return g.FullName() + ", " + g.Class
}
