package registry

import (
	"context"

	"graduand/data"
	"graduand/data/picture"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
	"graduand/imaging"
)

// Attachment is a photo or scan, sealed by its graduate's own key. ID follows from its
// content.
type Attachment = ledger.Attachment

// Seal makes an attachment of g; it is stored by [Edit.FillWith].
func (w *Edit) Seal(g *data.Graduate, content []byte) (Attachment, error) {
	if w.own != nil {
		return w.own.Seal(content)
	}
	return w.ledger.Seal(g.ID, content)
}

// Attachment gives back the very bytes of a graduate's attachment by its id.
func (v *View) Attachment(ctx context.Context, g *data.Graduate, id string) ([]byte, error) {
	if _, err := v.entry(g.ID); err != nil {
		return nil, err
	}
	if v.own != nil {
		return v.own.Content(ctx, id)
	}
	content, err := v.ledger.Content(ctx, g.ID, id)
	if err == nil {
		v.noteRead(g.ID, id, content)
	}
	return content, err
}

// Files are the ids of a graduate's attachments.
func (v *View) Files(ctx context.Context, graduate string) (map[string]bool, error) {
	files := map[string]bool{}
	err := v.book.AttachmentNames(ctx, graduate, func(_, id string) error {
		files[id] = true
		return nil
	})
	return files, err
}

// FileSizes are the octets of all attachments by graduate and id; one whose content is gone is not
// among them.
func (v *View) FileSizes(ctx context.Context) (map[[2]string]int64, error) {
	sizes := map[[2]string]int64{}
	err := v.book.AttachmentSizes(ctx, func(a ledger.AttachmentSize) error {
		if a.Octets > vault.Overhead {
			sizes[[2]string{a.Graduate, a.ID}] = a.Octets - vault.Overhead
		}
		return nil
	})
	return sizes, err
}

// lostAttachments are those that a form names and that are not there.
func (v *View) lostAttachments(ctx context.Context) (ills []Ill, err error) {
	there := map[[2]string]bool{}
	err = v.book.AttachmentNames(ctx, "", func(graduate, id string) error {
		there[[2]string{graduate, id}] = true
		return nil
	})
	for _, e := range v.index.ordered {
		for _, a := range v.Campaign().Attached(e.graduate) {
			if !there[[2]string{e.graduate.ID, a.ID}] {
				ills = append(ills, Ill{Code: "attachment_lost", Args: data.Args{"id": e.graduate.ID, "file": a.ID}})
			}
		}
	}
	return ills, err
}

// notePrints keeps the prints of the files that the form of g names.
func (v *View) notePrints(g *data.Graduate, prints map[string]string) {
	for _, a := range v.Campaign().Attached(g) {
		g.NotePrint(a.ID, prints[a.ID])
	}
}

// noteRead gives a file that was attached before there were prints its own, now that it is
// open: from here on it is compared, and the next change of its graduate keeps it.
func (v *View) noteRead(graduate, file string, content []byte) {
	e := v.index.byID[graduate]
	if e == nil || e.graduate.Prints[file] != "" || !v.named(e.graduate)[file] {
		return
	}
	g := e.graduate.Clone()
	g.NotePrint(file, ledger.PrintOf(content))
	v.index.replace(g)
}

// named are the files that a graduate's form and receipts name.
func (v *View) named(g *data.Graduate) map[string]bool {
	named := map[string]bool{}
	for _, a := range v.Campaign().Attached(g) {
		named[a.ID] = true
	}
	return named
}

// NoteJudged keeps what the program says of a picture of a graduate until the next change
// writes it down: whoever looks changes nothing. One that is gone from the form is left alone.
func (v *View) NoteJudged(graduate, file string, judged *data.Judged) {
	e := v.index.byID[graduate]
	if e == nil || !v.named(e.graduate)[file] {
		return
	}
	g := e.graduate.Clone()
	g.NoteJudged(file, judged)
	v.index.replace(g)
}

// KeepJudged writes down what the program says of a picture of a graduate. One that is gone
// from the form is left alone.
func (w *Edit) KeepJudged(graduate, file string, judged *data.Judged) error {
	w.NoteJudged(graduate, file, judged)
	e := w.index.byID[graduate]
	if w.own != nil || e == nil || !w.named(e.graduate)[file] {
		return nil
	}
	return w.Replace(e.graduate, EventJudged, EventBody{})
}

// MaximumAttachment bounds a photo or scan, in octets.
const MaximumAttachment = imaging.MaximumSize

// DecodePicture unpacks a photo or scan, JPEG or PNG, that is within the limits of octets,
// pixels, memory and time, and shows it upright; a refusal has a code "attachment.…". What
// ends in the middle is refused too.
func DecodePicture(content []byte) (*imaging.File, error) {
	file, err := imaging.Open(content)
	return file, picture.Coded(err)
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
	return file, pages, picture.Coded(err)
}

// PictureEnding is what the name of a file with this content ends with: the content says
// what it is, never who brought it. What is neither a PDF nor a picture within the limits is
// refused as by [DecodePicture]; neither is unpacked.
func PictureEnding(content []byte) (string, error) {
	if imaging.FormatOf(content) == imaging.PDF && len(content) <= MaximumAttachment {
		return imaging.PDF.Ending(), nil
	}
	format, err := imaging.Inspect(content)
	return format.Ending(), picture.Coded(err)
}
