package registrar

import (
	"context"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar/printing"
)

// writePapers writes the centre's list and prints every document.
func (d *demo) writePapers(ctx context.Context, r *Registrar) error {
	if d.options.WithoutPapers {
		return nil
	}
	if err := d.centreList(r); err != nil {
		return err
	}
	return d.print(ctx, r)
}

// print writes every document that the campaign has, in every format: what goes to the
// centre for each class, the others for the last one that has somebody in it (the last class
// has the incomplete graduates), and what is about nobody once. What persons are picked for,
// as a withdrawal, is of one.
func (d *demo) print(ctx context.Context, r *Registrar) error {
	for _, document := range papers.Documents(r.Campaign()) {
		if document.Sent {
			continue // nothing is sent yet
		}
		if document.Picked {
			if err := d.printApart(ctx, r, &document); err != nil {
				return err
			}
			continue
		}
		classes := slices.Clone(r.Table.Classes())
		if document.Impersonal {
			classes = []string{""}
		}
		slices.Reverse(classes)
		for _, class := range classes {
			printed, err := d.printFor(ctx, r, &document, class)
			if err != nil {
				return err
			}
			if printed && document.To != data.ToCentre {
				break
			}
		}
	}
	return nil
}

// printApart writes a document for which persons are picked for the first who has a number of the
// centre's.
func (d *demo) printApart(ctx context.Context, r *Registrar, document *papers.Document) error {
	rows, err := r.Table.List(Filter{})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if g := row.Graduate; g.Current().CardNumber != "" {
			_, err := d.printFor(ctx, r, document, g.Class, g.ID)
			return err
		}
	}
	return nil
}

// printFor writes a document for a class, or for some in it, in every format; false where nobody in
// the class needs it: a paper of the kit is for few, and few have photos.
func (d *demo) printFor(ctx context.Context, r *Registrar, document *papers.Document, class string, only ...string) (printed bool, err error) {
	name := document.File
	if class != "" {
		name += "-" + class
	}
	for _, format := range document.Formats {
		err := d.printFile(ctx, r, name+format, printing.Job{Document: document.Code, Class: class, Only: only})
		if slices.Contains([]string{"print.nobody_needs", "print.no_photos", "print.no_scans"}, data.CodeOf(err)) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

func (d *demo) printFile(ctx context.Context, r *Registrar, name string, job printing.Job) error {
	name = filepath.Join("out", name)
	if _, err := r.Printing.Save(ctx, filepath.Join(d.dir, name), job); err != nil {
		return err
	}
	d.made.Files = append(d.made.Files, name)
	return nil
}
