package picture

import (
	"context"
	"path"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/imaging"
	"graduand/imaging/mrz"
	"graduand/imaging/pixels"
)

// Question is as what a file is judged.
type Question struct {
	// Kind is that of [campaign.Field.PictureOf], Side "front", "back" or "".
	Kind, Side string
	// Name is that of the file, "" where it has none.
	Name string
	// Reference is the day at which the age of a photo counts: see [Reference].
	Reference data.Date
	// Turn is by how many degrees it is turned clockwise, as [data.Picture] has it.
	Turn int
	// Crop is the part that is printed, nil for all of it: a portrait is judged by it.
	Crop *data.Crop
}

// QuestionOf is as what a file in a field of the form is judged: a scan where the form has no
// such field, as a receipt is.
func QuestionOf(c *campaign.Campaign, field, name string, attached data.Date) Question {
	q := Question{Kind: campaign.PictureScan, Name: name, Reference: Reference(c, attached)}
	if f := c.Field(field); f != nil {
		q.Kind, q.Side = f.PictureOf(), f.Side
	}
	return q
}

// Judge says of the bytes of a file whether they are what the campaign asks.
func Judge(c *campaign.Campaign, content []byte, q Question) *data.Judged {
	asked := imaging.Question{Kind: imaging.Kind(q.Kind), Side: imaging.Side(q.Side), Name: q.Name, Reference: string(q.Reference), Turned: q.Turn / 90}
	judged := &data.Judged{Kind: q.Kind, Side: q.Side, Reference: q.Reference, Ending: strings.ToLower(path.Ext(q.Name)), Turn: q.Turn,
		Findings: []data.PictureFinding{}}
	if q.Kind == campaign.PictureFace && q.Crop != nil {
		window, crop := windowOf(*q.Crop), *q.Crop
		asked.Crop, asked.CropWidth, judged.Crop = &window, crop.Right-crop.Left, &crop
	}
	j := imaging.Judge(content, asked, ProfileOf(c, q.Reference))
	judged.Profile, judged.SHA256, judged.Width, judged.Height, judged.Likeness = j.Profile, j.SHA256, j.Width, j.Height, j.Likeness
	judged.Pages, judged.Portrait = j.Pages, portraitOf(j.Portrait)
	for _, f := range j.Findings {
		judged.Findings = append(judged.Findings, recorded(f))
	}
	switch {
	case q.Kind != campaign.PicturePassport || q.Reference == "":
	case j.Pages > 0: // they need not all stand alike
		judged.Zone = zoneOfPages(content, q.Turn, q.Reference)
	case j.Picture != nil:
		var quarters int
		if judged.Zone, quarters = zoneOf(j.Picture, q.Reference); judged.Zone != nil {
			standing(c, judged, 90*quarters)
		}
	}
	return judged
}

// standing says by the zone of a document whether it stands upright; it is to be turned clockwise
// by so many degrees.
func standing(c *campaign.Campaign, j *data.Judged, degrees int) {
	for i := range j.Findings {
		switch f := &j.Findings[i]; {
		case f.Rule != string(imaging.RuleUpright):
		case degrees == 0:
			*f = data.PictureFinding{Rule: f.Rule, Verdict: data.PicturePass}
		default:
			*f = data.PictureFinding{Rule: f.Rule, Verdict: string(ProfileOf(c, "").AtMost(imaging.RuleUpright, imaging.Block)), Text: "photo.turned",
				Args: data.Args{"degrees": degrees}}
		}
	}
}

// JudgeReceipt says of the picture of a receipt, in a file of this name ("" for none), what the
// campaign's rules for those find in it; nil where it has none. The error is that of [Refused]: a
// receipt is taken as every scan is.
func JudgeReceipt(c *campaign.Campaign, content []byte, name string, today data.Date) (*data.Judged, error) {
	judged := Judge(c, content, QuestionOf(c, "", name, today))
	if err := Refused(judged); err != nil || !c.JudgesReceipts() {
		return nil, err
	}
	judged.Findings = slices.DeleteFunc(judged.Findings, func(f data.PictureFinding) bool { return !slices.Contains(c.Photo.Receipts, f.Rule) })
	return judged, nil
}

// recorded is a finding as the record keeps it.
func recorded(f imaging.Finding) data.PictureFinding {
	kept := data.PictureFinding{Rule: string(f.Rule), Verdict: string(f.Verdict), Measure: string(f.Measure),
		Measured: finite(f.Measured), Limit: finite(f.Limit), Text: f.Text, Args: f.Args, OnCrop: f.OnCrop}
	for _, a := range f.Areas {
		kept.Areas = append(kept.Areas, [4]float64{a.Left, a.Top, a.Right, a.Bottom})
	}
	return kept
}

// finite is a number that can be written down.
func finite(v float64) float64 { return min(max(v, -largest), largest) }

const largest = 1e12

// Refused is why a judged file is not taken at all: its first stop, as an error; nil where it
// may be kept.
func Refused(j *data.Judged) error {
	for _, f := range j.Findings {
		if f.Verdict == data.PictureStop {
			return data.Fail(f.Text, f.Args)
		}
	}
	return nil
}

// Zone reads the machine-readable zone of a document that is turned by so many degrees; nil
// where none is read whole. The day is that of [mrz.Read].
func Zone(content []byte, turn int, day data.Date) *data.Zone {
	if imaging.FormatOf(content) == imaging.PDF {
		return zoneOfPages(content, turn, day)
	}
	file, err := imaging.Open(content)
	if err != nil {
		return nil
	}
	z, _ := zoneOf(file.Turned(turn/90), day)
	return z
}

// zonePages is on how many pages a zone is looked for: a document is scanned front and back.
const zonePages = 4

// zoneOfPages is the first zone that is read on the pages of a PDF.
func zoneOfPages(content []byte, turn int, day data.Date) *data.Zone {
	pages, err := imaging.Pages(context.Background(), content)
	if err != nil {
		return nil
	}
	for i := range min(pages, zonePages) {
		page, err := imaging.Page(context.Background(), content, i)
		if err != nil {
			return nil
		}
		if z, _ := zoneOf(page.Turned(turn/90), day); z != nil {
			z.Page = i + 1
			return z
		}
	}
	return nil
}

// zoneOf reads the zone in a picture, which is to be turned by so many quarters clockwise to stand
// upright; nil where none is read whole.
func zoneOf(p *pixels.Picture, day data.Date) (kept *data.Zone, quarters int) {
	z, found := mrz.Find(p, day.Time())
	if !found {
		return nil, 0
	}
	return &data.Zone{DocumentNumber: z.DocumentNumber, BirthDate: data.Date(z.BirthDate), ExpiryDate: data.Date(z.ExpiryDate), Sex: data.Sex(z.Sex),
		Country: z.Country, Surname: z.Surname, GivenNames: z.GivenNames, Cut: z.Cut, Lines: z.Lines}, z.Quarters
}
