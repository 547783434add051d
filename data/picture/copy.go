package picture

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/imaging"
)

// Size is so wide and high, in millimetres.
type Size struct{ Width, Height float64 }

// Copied is a document, or a side or page of one, for paper.
type Copied struct {
	Printed
	// Fitted says that its true size is not known: it is as large as there is room.
	Fitted bool
}

// Copies are what a file shows of a document, as it is printed on a copy: each side in its true
// size where that is known and it is found in the picture, else all of the picture, as large as it
// fits into the room. It is turned clockwise by so many degrees, as the form shows it. Of a PDF
// they are its first pages, so many at most; pages is how many it has, 0 for a picture. The bytes
// stay as they are. A file that cannot be read is refused with a code "attachment.…".
func Copies(ctx context.Context, content []byte, turn int, document, room Size, most int) (all []Copied, pages int, err error) {
	all, pages, err = copies(ctx, content, turn, document, room, most)
	return all, pages, Coded(err)
}

// Coded is an error of the room of pictures with the code of its sentence, for the edge.
func Coded(err error) error {
	var refused *imaging.Refusal
	if errors.As(err, &refused) {
		return data.FailWith(refused.Err, refused.Text, refused.Args)
	}
	return err
}

func copies(ctx context.Context, content []byte, turn int, document, room Size, most int) (all []Copied, pages int, err error) {
	if imaging.FormatOf(content) != imaging.PDF {
		file, err := imaging.Open(content)
		if err != nil {
			return nil, 0, err
		}
		all, err = copiesOf(file, turn, document, room)
		return all, 0, err
	}
	if pages, err = imaging.Pages(ctx, content); err != nil {
		return nil, 0, err
	}
	for page := range min(pages, most) {
		file, err := imaging.Page(ctx, content, page)
		if err != nil {
			return nil, pages, err
		}
		of, err := copiesOf(file, turn, document, room)
		if err != nil {
			return nil, pages, err
		}
		all = append(all, of...)
	}
	return all, pages, nil
}

// copiesOf are what a picture shows.
func copiesOf(file *imaging.File, turn int, document, room Size) (all []Copied, err error) {
	file.Picture = file.Turned(turn / 90)
	var lying []imaging.Lying
	if document.Width > 0 && document.Height > 0 {
		lying = file.Outlines(document.Width / document.Height)
	}
	for _, l := range lying {
		size := document
		if (l.Proportion < 1) != (size.Width < size.Height) {
			size = Size{size.Height, size.Width}
		}
		if all, err = appended(all, file, l, size, false); err != nil {
			return nil, err
		}
	}
	if len(all) > 0 {
		return all, nil
	}
	whole := file.Whole()
	fitted := Size{room.Width, room.Width / whole.Proportion}
	if fitted.Height > room.Height {
		fitted = Size{room.Height * whole.Proportion, room.Height}
	}
	return appended(nil, file, whole, fitted, true)
}

func appended(all []Copied, file *imaging.File, l imaging.Lying, size Size, fitted bool) ([]Copied, error) {
	content, err := file.CopyFile(l, size.Width, size.Height)
	return append(all, Copied{Printed{content, size.Width, size.Height}, fitted}), err
}
