package registrar

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/campaign"
)

// originals are photos and scans on their way into a folder, each with whose it is.
type originals struct {
	folder string
	files  []*StagedFile
	of     []string
}

// SaveOriginals writes every photo and scan of the graduates, all when there are no ids,
// untouched into a folder, for uploading to the centre's site, and notes it in the history
// (KG-013, KG-027). It returns how many files were written; progress may be nil. The files
// are open: whoever has the folder can see them. They come into their places at the end,
// together with the history, as [Registrar.deliver] has it.
func (r *Registrar) SaveOriginals(ctx context.Context, ids []string, folder string, progress func(done, total int)) (written int, err error) {
	defer r.tell(&err, HistoryGrew)
	chosen, err := reading(r, RightPrint, func() ([]string, error) {
		chosen, err := r.choose(Filter{Only: ids})
		return idsOf(chosen), err
	})
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, data.FailWith(err, "file.cannot_write", data.Args{"file": folder})
	}
	o := originals{folder: folder}
	for i, id := range chosen {
		if err = errors.Join(r.stageOriginals(ctx, id, &o), ctx.Err()); err != nil {
			break
		}
		if progress != nil {
			progress(i+1, len(chosen))
		}
	}
	if len(o.files) == 0 {
		return 0, refusal(err, data.Fail("attachment.no_originals", nil))
	}
	written, failed := r.handOut(ctx, RightPrint, EventOriginals, o.files, o.said)
	return written, errors.Join(err, failed)
}

// stageOriginals writes the files of one graduate beside their places, each read by itself:
// a large one takes its time.
func (r *Registrar) stageOriginals(ctx context.Context, id string, o *originals) error {
	attached, err := reading(r, RightPrint, func() ([]campaign.Attached, error) {
		e, err := r.visible(id)
		if err != nil {
			return nil, err
		}
		return r.Campaign().Attached(e.graduate), nil
	})
	if err != nil {
		return err
	}
	for _, a := range attached {
		staged, err := r.stageOriginal(ctx, id, a, o.folder)
		if err != nil {
			return err
		}
		o.files, o.of = append(o.files, staged), append(o.of, id)
	}
	return nil
}

func (r *Registrar) stageOriginal(ctx context.Context, id string, a campaign.Attached, folder string) (*StagedFile, error) {
	var name string
	content, err := reading(r, RightPrint, func() ([]byte, error) {
		e, err := r.visible(id)
		if err != nil {
			return nil, err
		}
		name = r.source().OriginalName(e.graduate, a)
		return r.attachment(ctx, e, a.ID)
	})
	if err != nil {
		return nil, err
	}
	ending := ".jpg"
	if isPNG(content) {
		ending = ".png"
	}
	return StageFile(filepath.Join(folder, name+ending), content)
}

// said is what the history holds of the first n files.
func (o *originals) said(n int) eventBody {
	body := eventBody{Note: fmt.Sprint(n)}
	for i, id := range o.of[:n] {
		if i == 0 || o.of[i-1] != id {
			body.Graduates = append(body.Graduates, id)
		}
	}
	return body
}
