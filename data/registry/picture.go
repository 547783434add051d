package registry

import (
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

// PictureEnding is what the name of a file with this content ends with: the content says
// what it is, never who brought it. What is no picture within the limits is refused as by
// [DecodePicture]; it is not unpacked.
func PictureEnding(content []byte) (string, error) {
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
