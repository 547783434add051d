package season

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Letterhead is what the school has at the head of what it sends, empty for none.
func (d *Desk) Letterhead() data.Letterhead { return d.registry.Letterhead() }

// SetLetterheadImage takes an image of the letterhead, JPEG or PNG, in the place of another
// letterhead (UA-120). The errors are those of [registry.ReadLetterhead].
func (d *Desk) SetLetterheadImage(ctx context.Context, content []byte) error {
	head, err := registry.ReadLetterhead(content)
	if err != nil {
		return err
	}
	return d.setLetterhead(ctx, head)
}

// SetLetterheadText takes lines of text in the place of another letterhead; without any there is
// none any more. The errors are those of [data.LetterheadLines].
func (d *Desk) SetLetterheadText(ctx context.Context, typed string) error {
	lines, err := data.LetterheadLines(typed)
	if err != nil {
		return err
	}
	return d.setLetterhead(ctx, data.Letterhead{Lines: lines})
}

// PutLetterhead puts back one that was there before.
func (d *Desk) PutLetterhead(ctx context.Context, head data.Letterhead) error {
	return d.setLetterhead(ctx, head)
}

func (d *Desk) setLetterhead(ctx context.Context, head data.Letterhead) error {
	signals := registry.Signals{registry.SchoolChanged, registry.HistoryGrew}
	return d.registry.Write(ctx, registry.RightSchool, signals, func(w *registry.Edit) error { return w.SetLetterhead(head) })
}
