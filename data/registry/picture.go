package registry

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/imaging"
)

// MaximumAttachment bounds a photo or scan, in octets.
const MaximumAttachment = imaging.MaximumSize

// DecodePicture unpacks a photo or scan, JPEG or PNG, that is within the limits of octets,
// pixels, memory and time, and shows it upright; a refusal has a code "attachment.…". What
// ends in the middle is refused too.
func DecodePicture(content []byte) (*imaging.File, error) {
	file, err := imaging.Open(content)
	return file, refused(err)
}

// DecodePage is [DecodePicture] for a page of a PDF too, counted from 0; pages is how many it
// has, 0 for a picture. What takes long is given up with the context.
func DecodePage(ctx context.Context, content []byte, page int) (file *imaging.File, pages int, err error) {
	if imaging.FormatOf(content) != imaging.PDF {
		file, err = DecodePicture(content)
		return file, 0, err
	}
	if pages, err = imaging.Pages(ctx, content); err == nil {
		file, err = imaging.Page(ctx, content, page)
	}
	return file, pages, refused(err)
}

// PictureEnding is what the name of a file with this content ends with: the content says
// what it is, never who brought it. What is neither a PDF nor a picture within the limits is
// refused as by [DecodePicture]; neither is unpacked.
func PictureEnding(content []byte) (string, error) {
	if imaging.FormatOf(content) == imaging.PDF && len(content) <= MaximumAttachment {
		return imaging.PDF.Ending(), nil
	}
	format, err := imaging.Inspect(content)
	return format.Ending(), refused(err)
}

// refused is a refusal with its code, for the edge.
func refused(err error) error {
	var r *imaging.Refusal
	if errors.As(err, &r) {
		return data.FailWith(r.Err, r.Text, r.Args)
	}
	return err
}
