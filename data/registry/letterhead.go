package registry

import (
	"graduand/data"
	"graduand/data/picture"
)

// Letterhead is what the school has at the head of what it sends.
func (v *View) Letterhead() data.Letterhead { return v.letterhead }

// ReadLetterhead makes an image into a letterhead. The errors are those of [picture.Letterhead],
// with codes.
func ReadLetterhead(content []byte) (data.Letterhead, error) {
	head, err := picture.Letterhead(content)
	return head, refused(err)
}

// SetLetterhead stores another letterhead; an empty one takes it away.
func (w *Edit) SetLetterhead(l data.Letterhead) error {
	if err := w.storeSetting(w.ctx, settingLetterhead, l, EventLetterhead, EventBody{}); err != nil {
		return err
	}
	w.letterhead = l
	return nil
}
