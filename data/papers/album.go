package papers

import (
	"io"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/text"
	"graduand/reports"
)

func hasAlbum(c *campaign.Campaign) bool { return c.FaceField() != "" }

func writeAlbum(s *Source, w io.Writer, _ Job, on []Graduate) error {
	album, err := s.album(on)
	if err != nil {
		return err
	}
	return reports.AlbumPDF(w, album, s.writtenIn(), s.own())
}

// album are the chosen, who stand in the order of their classes, each with the photo and what is
// found in it.
func (s *Source) album(on []Graduate) (reports.Album, error) {
	album := reports.Album{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for i, g := range on {
		if i == 0 || data.SearchKey(on[i-1].Class) != data.SearchKey(g.Class) {
			album.Classes = append(album.Classes, reports.AlbumClass{Class: g.Class})
		}
		class := &album.Classes[len(album.Classes)-1]
		person, err := s.albumPerson(g)
		if err != nil {
			return album, err
		}
		person.Number = len(class.People) + 1
		class.People = append(class.People, person)
	}
	return album, nil
}

func (s *Source) albumPerson(g Graduate) (person reports.AlbumPerson, err error) {
	person.Name = s.titleName(g.Graduate)
	if number := g.Current().CardNumber; number != "" && s.Campaign.CardNumber.Used {
		person.Card = s.say("report.number", nil) + " " + number
	}
	file := g.Get(s.Campaign.FaceField())
	if file == "" {
		return person, nil
	}
	for _, said := range s.found(campaign.PictureFace, g.Pictures[file]) {
		person.Says = append(person.Says, text.FirstSentence(s.say(said.ID, said.Args)))
	}
	if s.Campaign.JudgesPictures() && !s.Campaign.IsJudged(s.Campaign.Field(s.Campaign.FaceField()), g.Graduate, file) {
		person.Says = append(person.Says, s.say("report.album_unjudged", nil))
	}
	person.Picture, err = s.Small(g.Graduate, Size{reports.AlbumWidth, reports.AlbumHeight})
	if refused := refusedFile(err); refused != nil {
		person.Picture, person.Says, err = reports.Picture{}, []string{text.FirstSentence(s.say(refused.Code, refused.Args))}, nil
	}
	return person, err
}
