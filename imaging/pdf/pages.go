package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Why a file is not shown.
var (
	// ErrPassword is that of a file which opens with a password only.
	ErrPassword = errors.New("the PDF has a password")
	// ErrDamaged is that of a file which is no PDF inside, or is cut off.
	ErrDamaged = errors.New("the PDF is damaged")
	// ErrEmpty is that of one without a page, ErrManyPages of one with more than [MaximumPages].
	ErrEmpty     = errors.New("the PDF has no page")
	ErrManyPages = errors.New("the PDF has too many pages")
	// ErrSize is that of one with a page that no paper has: see [Size].
	ErrSize = errors.New("the PDF has a page of an impossible size")
	// ErrHeavy is that of one which takes more memory or time than the sandbox has.
	ErrHeavy = errors.New("the PDF takes too much memory or time")
)

// MaximumPages bounds a file: a document that somebody scans has a few.
const MaximumPages = 50

// Size is that of a page as it is seen, in points of 1/72 inch. Its sides are between 3.5 mm and
// 5 m, and the longer one has at most 20 times the shorter.
type Size struct{ Width, Height float64 }

const (
	leastSide, mostSide = 10, 14_400
	mostTimes           = 20
)

func (s Size) sound() bool {
	short, long := min(s.Width, s.Height), max(s.Width, s.Height)
	return short >= leastSide && long <= mostSide && long <= float64(mostTimes*short)
}

// Pages are the sizes of all pages of a file: at least one. The error is one of those above, or
// that of the context.
func Pages(ctx context.Context, content []byte) (sizes []Size, err error) {
	err = shared.open(ctx, content, func(d *document) error {
		sizes, err = d.sizes()
		return err
	})
	return sizes, err
}

// Pages are drawn at so many dots to the inch that the zone of a card can be read on a sheet of
// A4, but with a longer side within these bounds.
const (
	dots                = 200
	leastLong, mostLong = 1600, 2400
	pointsAnInch        = 72
)

// pixels is how large a page is drawn.
func (s Size) pixels() (width, height int) {
	long := max(s.Width, s.Height)
	times := min(max(float64(long*dots)/pointsAnInch, leastLong), mostLong) / long
	return max(1, int(math.Round(float64(s.Width*times)))), max(1, int(math.Round(float64(s.Height*times))))
}

// Draw draws a page, counted from 0, on white. The two pages that were drawn last are not drawn
// again. Nobody alters the picture. The errors are those of [Pages].
func Draw(ctx context.Context, content []byte, page int) (*image.RGBA, error) {
	kept, since := shared.kept(content, page)
	if kept != nil {
		return kept, nil
	}
	var picture *image.RGBA
	err := shared.open(ctx, content, func(d *document) (err error) {
		picture, err = d.draw(page)
		return err
	})
	if err != nil {
		return nil, err
	}
	shared.keep(content, page, picture, since)
	return picture, nil
}

// document is a file that is open in its sandbox.
type document struct {
	reader pdfium.Pdfium
	ref    references.FPDF_DOCUMENT
}

func openIn(reader pdfium.Pdfium, content []byte) (*document, error) {
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &content})
	switch {
	case err == nil:
		return &document{reader, opened.Document}, nil
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, ErrPassword
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile), errors.Is(err, pdfiumerrors.ErrUnknown), errors.Is(err, pdfiumerrors.ErrPage):
		return nil, ErrDamaged
	}
	return nil, errors.Join(ErrHeavy, err)
}

func (d *document) sizes() ([]Size, error) {
	count, err := d.reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	switch {
	case err != nil:
		return nil, errors.Join(ErrHeavy, err)
	case count.PageCount < 1:
		return nil, ErrEmpty
	case count.PageCount > MaximumPages:
		return nil, ErrManyPages
	}
	sizes := make([]Size, count.PageCount)
	for i := range sizes {
		if sizes[i], err = d.size(i); err != nil {
			return nil, err
		}
	}
	return sizes, nil
}

// size asks for a page that the file counts; one that is not there damages the file.
func (d *document) size(page int) (Size, error) {
	s, err := d.reader.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: page})
	if err != nil {
		return Size{}, errors.Join(ErrDamaged, err)
	}
	size := Size{s.Width, s.Height}
	if !size.sound() {
		return Size{}, ErrSize
	}
	return size, nil
}

// white is the colour of paper, with its opacity.
const white = 0xffffffff

// draw asks for a sheet and has the page drawn on it. A sheet that the sandbox has no memory for
// is one without a buffer.
func (d *document) draw(page int) (*image.RGBA, error) {
	size, err := d.size(page)
	if err != nil {
		return nil, err
	}
	width, height := size.pixels()
	sheet, err := d.reader.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: width, Height: height})
	if err != nil {
		return nil, errors.Join(ErrHeavy, err)
	}
	_, err = d.reader.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: sheet.Bitmap, Width: width, Height: height, Color: white})
	if err != nil {
		return nil, errors.Join(ErrHeavy, err)
	}
	_, err = d.reader.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{Bitmap: sheet.Bitmap, SizeX: width, SizeY: height,
		Page:  requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page}},
		Flags: enums.FPDF_RENDER_FLAG_ANNOT | enums.FPDF_RENDER_FLAG_REVERSE_BYTE_ORDER})
	if err != nil {
		return nil, errors.Join(ErrHeavy, err)
	}
	drawn, err := d.reader.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: sheet.Bitmap})
	if err != nil || len(drawn.Buffer) != 4*width*height {
		return nil, errors.Join(ErrHeavy, err)
	}
	return &image.RGBA{Pix: bytes.Clone(drawn.Buffer), Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}, nil
}
