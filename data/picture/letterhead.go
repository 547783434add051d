package picture

import (
	"graduand/data"
	"graduand/imaging"
)

// How wide an image of a letterhead stands on paper, in mm: one that goes over the page, and one
// like a corner stamp; from which proportion on it is the former; how many dots an inch it must
// have at least; and how large its file may be, in octets.
const (
	wideLetterhead   = 170.0
	narrowLetterhead = 70.0
	wideFrom         = 2.2
	leastDots        = 100.0
	maximumImage     = 1 << 20
)

// Letterhead is the image of a letterhead for paper: JPEG or PNG within the limits of every
// picture, written anew. One that is higher than wide, as a scan of the whole page, or coarse is
// refused: letterhead.upright, letterhead.coarse, letterhead.too_large, or a code "attachment.…".
func Letterhead(content []byte) (data.Letterhead, error) {
	file, err := imaging.Open(content)
	if err != nil {
		return data.Letterhead{}, Coded(err)
	}
	width, _ := file.Size()
	whole := file.Whole()
	proportion := whole.Proportion
	if proportion < 1 {
		return data.Letterhead{}, data.Fail("letterhead.upright", nil)
	}
	head := data.Letterhead{Width: narrowLetterhead}
	if proportion >= wideFrom {
		head.Width = wideLetterhead
	}
	head.Height = head.Width / proportion
	if least := int(head.Width / 25.4 * leastDots); width < least {
		return data.Letterhead{}, data.Fail("letterhead.coarse", data.Args{"width": width, "least": least})
	}
	if head.Image, err = file.CopyFile(whole, head.Width, head.Height); err != nil {
		return data.Letterhead{}, err
	}
	if len(head.Image) > maximumImage {
		return data.Letterhead{}, data.Fail("letterhead.too_large", nil)
	}
	return head, nil
}
