package registrar

import (
	"context"
	"io"

	"graduand/data/papers"
)

// SavePaperKey makes a new paper code and writes its sheet, for the safe (KG-007). When
// the sheet cannot be written the paper before it goes on opening the registry.
func (r *Registrar) SavePaperKey(ctx context.Context, path string) error {
	// Whether the place can be written to is found out before the old code dies.
	if err := r.tryPlace(path); err != nil {
		return err
	}
	code, err := r.NewPaperCode(ctx)
	if err != nil {
		return err
	}
	return r.WritePaperKey(path, code)
}

// WritePaperKey writes the sheet of a code that was just made.
func (r *Registrar) WritePaperKey(path, code string) error {
	s, by := r.signed()
	return r.savePaper(path, func(w io.Writer) error { return s.WritePaperKey(w, r.db.Path(), code, by.By) })
}

// EraseWithCertificate is [Registrar.Erase] with a certificate of it as a PDF. The
// place for the certificate is tried before anything is destroyed.
func (r *Registrar) EraseWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return r.certify(path, func() (Erased, error) { return r.Erase(ctx, ids, reason) })
}

// EraseImagesWithCertificate is [Registrar.EraseImages] with a certificate.
func (r *Registrar) EraseImagesWithCertificate(ctx context.Context, ids []string, reason, path string) (Erased, error) {
	return r.certify(path, func() (Erased, error) { return r.EraseImages(ctx, ids, reason) })
}

func (r *Registrar) certify(path string, erase func() (Erased, error)) (Erased, error) {
	if err := r.tryPlace(path); err != nil {
		return Erased{}, err
	}
	done, err := erase()
	if err != nil {
		return done, err
	}
	return done, r.WriteCertificate(path, done)
}

// WriteCertificate writes the certificate of an erasure to a file: who destroyed what,
// when and why, and what remains elsewhere (F-16).
func (r *Registrar) WriteCertificate(path string, done Erased) error {
	s, by := r.signed()
	return r.savePaper(path, func(w io.Writer) error { return s.WriteCertificate(w, done, by) })
}

// signed is what papers are made from, and who makes one now.
func (r *Registrar) signed() (*papers.Source, papers.Eraser) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.source(), papers.Eraser{Registry: r.db.Path(), ID: r.identity.ID, At: r.options.Now().In(r.zone),
		By: r.who.label(), Role: string(r.who.Role)}
}
