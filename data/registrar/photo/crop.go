package photo

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"math"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry"
	"graduand/imaging"
)

// Sides are edges of a picture that a crop would reach over.
type Sides = picture.Sides

// Crop says which part of a picture is printed, nil for all of it. The bytes stay as they are
// (KG-027); a portrait is judged anew, as it is printed. photo.not_cropped where the picture is
// none.
func (d *Desk) Crop(ctx context.Context, id, place string, crop *data.Crop) error {
	if crop != nil && !sound(*crop) {
		return data.Fail("photo.bad_crop", nil)
	}
	if err := d.mayRegister(); err != nil {
		return err
	}
	s, err := d.Look(ctx, id, place)
	if err != nil {
		return err
	}
	if crop != nil && s.Field.PictureOf() != campaign.PictureFace {
		return data.Fail("photo.not_cropped", nil)
	}
	if crop != nil && picture.Reaches(*crop, s.Judged.Width, s.Judged.Height).Any() {
		return data.Fail("photo.bad_crop", nil)
	}
	turn := s.Turn
	s, content, err := d.open(ctx, id, place, registry.RightRegister, func(Shown) bool { return true })
	if err != nil {
		return err
	}
	if crop != nil {
		chosen := *crop
		chosen.Turn = turn
		crop = &chosen
	}
	s.Crop = crop
	return d.rejudge(ctx, id, s, content, func(g *data.Graduate, file string) error {
		if g.Pictures[file].Turn != turn {
			return data.Fail("registry.conflict", nil)
		}
		text, err := cropText(crop)
		g.Set(data.PictureField(file, data.PartCrop, ""), text)
		return err
	})
}

func cropText(crop *data.Crop) (string, error) {
	if crop == nil {
		return "", nil
	}
	text, err := json.Marshal(crop)
	if err != nil {
		return "", fmt.Errorf("write down crop: %w", err)
	}
	return string(text), nil
}

// sound says that a crop shows something of the picture, and is turned no more than one may be.
func sound(c data.Crop) bool {
	for _, v := range []float64{c.Left, c.Top, c.Right, c.Bottom, c.Angle} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return c.Left >= 0 && c.Top >= 0 && c.Right <= 1 && c.Bottom <= 1 && c.Left < c.Right && c.Top < c.Bottom && math.Abs(c.Angle) <= picture.MostAngle
}

// Cropping is a portrait on its way into the frame of the print. It is of the bytes as they
// were: nothing of it is kept before [Desk.Crop].
type Cropping struct {
	picture.Frame
	// Picture is upright and turned, and scaled down.
	Picture image.Image
	// Portrait is where the face lies, nil where none was found.
	Portrait *data.Portrait
	// Proposal is where the program would put the frame; where no face was found, in the middle.
	// Missing says at which sides the picture has too little room for the head.
	Proposal Crop
	Missing  Sides
	// Present is what is kept, nil for all of the picture.
	Present *Crop

	small *imaging.File
}

// previewSide is the longest side in pixels of the picture of which previews are made.
const previewSide = 700

// Cropping opens a portrait so that a person puts it into the frame; no side of its picture has
// more than so many pixels. It needs registry.RightRegister; photo.not_cropped where the
// picture is no portrait.
func (d *Desk) Cropping(ctx context.Context, id, place string, side int) (*Cropping, error) {
	s, content, err := d.open(ctx, id, place, registry.RightRegister, func(Shown) bool { return true })
	if err != nil {
		return nil, err
	}
	if s.Field.PictureOf() != campaign.PictureFace {
		return nil, data.Fail("photo.not_cropped", nil)
	}
	file, err := imaging.Open(content)
	if err != nil {
		return nil, err
	}
	file.Picture = file.Turned(s.Turn / 90)
	width, height := file.Size()
	c := &Cropping{Frame: picture.FrameOf(d.registry.Campaign(), width, height), Portrait: d.portrait(s, content), Present: s.Crop,
		small: file.Small(previewSide)}
	c.Picture, _ = file.Shrunk(side)
	c.Proposal = c.Largest()
	if c.Portrait != nil {
		c.Proposal, c.Missing = c.Propose(c.Portrait)
	}
	return c, nil
}

// portrait is where the face lies, by what was judged; a judgement from before that was kept is
// made again.
func (d *Desk) portrait(s Shown, content []byte) *data.Portrait {
	if s.Judged == nil || s.Judged.Turn != s.Turn || s.Judged.Portrait == nil {
		return d.judge(&s, content).Portrait
	}
	return s.Judged.Portrait
}

// Preview is what a crop shows, in so many rows of pixels, softer than its print.
func (c *Cropping) Preview(crop Crop, rows int) image.Image {
	return c.Through(c.small, crop, rows)
}

// Proposed is the crop that the program proposes, for who does not look at it. Refused where it
// has none: photo.no_face_to_crop, or photo.crop_lacks_room with the sides at which the head
// has too little room.
func (c *Cropping) Proposed() (Crop, error) {
	switch {
	case c.Portrait == nil:
		return Crop{}, data.Fail("photo.no_face_to_crop", nil)
	case c.Missing.Any():
		return Crop{}, data.Fail("photo.crop_lacks_room", data.Args{"sides": SidesOf(c.Missing)})
	}
	return c.Proposal, nil
}

// Corners are those of a crop in shares of a picture of so many pixels, across and down, from
// the upper left one clockwise.
func Corners(c Crop, width, height int) [4][2]float64 { return picture.Corners(c, width, height) }

// SidesOf are the words of sides, as a list for data/text to word.
func SidesOf(s Sides) []any {
	var words []any
	for _, side := range []struct {
		missing bool
		word    string
	}{{s.Top, "photo.side_top"}, {s.Bottom, "photo.side_bottom"}, {s.Left, "photo.side_left"}, {s.Right, "photo.side_right"}} {
		if side.missing {
			words = append(words, data.Term(side.word))
		}
	}
	return words
}
