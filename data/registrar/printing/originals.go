package printing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/registry"
)

// originals are photos and scans on their way into a folder, each with whose it is.
type originals struct {
	folder string
	files  []registry.Staged
	of     []string
	// left are those that are left out, each with its reason.
	left []error
}

// SaveOriginals writes every photo and scan of the graduates, all when there are no ids,
// untouched into a folder, for uploading to the centre's site, and notes it in the history
// (KG-013, KG-027). It returns how many files were written; progress may be nil. The files
// are open: whoever has the folder can see them. They come into their places at the end,
// together with the history, as [registry.Registry.Deliver] has it. What is no picture, or
// is not there, whatever has named it, is left out, and «attachment.left_out» says so: the
// others are written (KG-027).
func (d *Desk) SaveOriginals(ctx context.Context, ids []string, folder string, progress func(done, total int)) (written int, err error) {
	chosen, err := registry.Read(d.registry, registry.RightPrint, func(v *registry.View) ([]string, error) {
		chosen, err := v.Choose(registry.Filter{Only: ids})
		return registry.IDs(chosen), err
	})
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, data.FailWith(err, "file.cannot_write", data.Args{"file": folder})
	}
	o := originals{folder: folder}
	for i, id := range chosen {
		if err = errors.Join(d.stageAll(ctx, id, &o), ctx.Err()); err != nil {
			break
		}
		if progress != nil {
			progress(i+1, len(chosen))
		}
	}
	if len(o.files) == 0 {
		return 0, cmp.Or(err, o.leftOut(), data.Fail("attachment.no_originals", nil))
	}
	written, failed := d.registry.HandOut(ctx, registry.RightPrint, registry.EventOriginals, o.files, o.said)
	return written, errors.Join(err, failed, o.leftOut())
}

// leftOut tells of what is left out: the first of it, and how much it is.
func (o *originals) leftOut() error {
	if len(o.left) == 0 {
		return nil
	}
	var first *data.Error
	errors.As(o.left[0], &first)
	first.Args["number"] = len(o.left)
	return first
}

// stageAll writes the files of one graduate beside their places, each read by itself: a
// large one takes its time.
func (d *Desk) stageAll(ctx context.Context, id string, o *originals) error {
	attached, err := registry.Read(d.registry, registry.RightPrint, func(v *registry.View) ([]campaign.Attached, error) {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return v.Campaign().Attached(g), nil
	})
	if err != nil {
		return err
	}
	for _, a := range attached {
		staged, err := d.stage(ctx, id, a, o.folder)
		switch {
		case data.CodeOf(err) == leftOut:
			o.left = append(o.left, err)
		case err != nil:
			return err
		default:
			o.files, o.of = append(o.files, staged), append(o.of, id)
		}
	}
	return nil
}

// leftOut is the refusal of one file alone.
const leftOut = "attachment.left_out"

func (d *Desk) stage(ctx context.Context, id string, a campaign.Attached, folder string) (*file.Staged, error) {
	var name, person string
	content, err := registry.Read(d.registry, registry.RightPrint, func(v *registry.View) ([]byte, error) {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		name, person = source(v).OriginalName(g, a), g.FullName()
		return v.Attachment(ctx, g, a.ID)
	})
	ending := ""
	if err == nil {
		ending, err = registry.PictureEnding(content)
	}
	switch code := data.CodeOf(err); {
	case strings.HasPrefix(code, "attachment.") || code == "vault.tampered":
		return nil, data.FailWith(err, leftOut, data.Args{"name": person, "field": d.registry.Campaign().FieldTitle(a.Field)})
	case err != nil:
		return nil, err
	}
	return file.Stage(filepath.Join(folder, name+ending), content)
}

// said is what the history holds of the first n files.
func (o *originals) said(n int) registry.EventBody {
	body := registry.EventBody{Note: fmt.Sprint(n)}
	for i, id := range o.of[:n] {
		if i == 0 || o.of[i-1] != id {
			body.Graduates = append(body.Graduates, id)
		}
	}
	return body
}
