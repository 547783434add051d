package season

import (
	"context"

	"graduand/data"
	"graduand/data/picture"
	"graduand/data/registry"
	"graduand/data/workbook"
)

// Letterhead is what the school has at the head of what it sends, empty for none.
func (d *Desk) Letterhead() data.Letterhead { return d.registry.Letterhead() }

// SetLetterheadImage takes an image of the letterhead, JPEG or PNG, in the place of another
// letterhead (UA-120). The errors are those of [picture.Letterhead].
func (d *Desk) SetLetterheadImage(ctx context.Context, content []byte) error {
	head, err := picture.Letterhead(content)
	if err != nil {
		return err
	}
	return d.PutLetterhead(ctx, head)
}

// LetterheadText is the text of a file of lines, in whatever letters an editor has saved it. What
// cannot be read for certain is letterhead.unreadable.
func LetterheadText(content []byte) (string, error) {
	lines, err := workbook.Decode(content)
	if err != nil {
		return "", data.FailWith(err, "letterhead.unreadable", nil)
	}
	return lines, nil
}

// SetLetterheadText takes lines of text in the place of another letterhead; without any there is
// none any more. The errors are those of [data.LetterheadLines].
func (d *Desk) SetLetterheadText(ctx context.Context, typed string) error {
	lines, err := data.LetterheadLines(typed)
	if err != nil {
		return err
	}
	return d.PutLetterhead(ctx, data.Letterhead{Lines: lines})
}

// PutLetterhead puts one in the place of another, such as one that was there before.
func (d *Desk) PutLetterhead(ctx context.Context, head data.Letterhead) error {
	signals := registry.Signals{registry.SchoolChanged, registry.HistoryGrew}
	return d.registry.Write(ctx, registry.RightSchool, signals, func(w *registry.Edit) error { return w.SetLetterhead(head) })
}
