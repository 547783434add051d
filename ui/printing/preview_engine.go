package printing

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"io"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"graduand/ui/printing/internal/compiled"
)

// previewEngine makes pictures of the pages of a PDF. It is asked from any goroutine.
// A caller must not alter a PDF that it has given.
type previewEngine interface {
	// Pages are the sizes of all pages, in points of 1/72 inch.
	Pages(pdf []byte) ([]fyne.Size, error)
	// Render draws one page, counted from 0, so many dots wide on white.
	Render(pdf []byte, page, width int) (image.Image, error)
	// Text is what stands on a page, sign by sign, ends of lines too.
	Text(pdf []byte, page int) ([]rune, error)
	// Areas are where signs of a page stand, those of each span by the lines that it is on.
	Areas(pdf []byte, page int, spans []span) ([][]area, error)
}

// pdfiumEngine is PDFium in its WebAssembly build. It starts at the first question,
// which takes a second or two, and remembers the PDF that it was asked about last.
type pdfiumEngine struct {
	mu       sync.Mutex
	pool     pdfium.Pool
	reader   pdfium.Pdfium
	pdf      []byte
	document references.FPDF_DOCUMENT
}

// sharedEngine is the one engine of the program: each takes some 30 MB.
var sharedEngine = &pdfiumEngine{}

// ClosePreview gives back what the preview holds. An engine that is at work is left
// alone: nobody who closes the window waits for a picture.
func ClosePreview() error {
	if !sharedEngine.mu.TryLock() {
		return nil
	}
	defer sharedEngine.mu.Unlock()
	return sharedEngine.stop()
}

// Pages asks PDFium for the sizes.
func (e *pdfiumEngine) Pages(pdf []byte) (sizes []fyne.Size, err error) {
	err = e.with(pdf, func() error {
		count, err := e.reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: e.document})
		if err != nil {
			return fmt.Errorf("count pages: %w", err)
		}
		for i := range count.PageCount {
			size, err := e.reader.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: e.document, Index: i})
			if err != nil {
				return fmt.Errorf("measure page %d: %w", i, err)
			}
			sizes = append(sizes, fyne.NewSize(float32(size.Width), float32(size.Height)))
		}
		return nil
	})
	return sizes, err
}

// Render copies the picture out of PDFium's memory, which does not last.
func (e *pdfiumEngine) Render(pdf []byte, page, width int) (picture image.Image, err error) {
	err = e.with(pdf, func() error {
		drawn, err := e.reader.RenderPageInPixels(&requests.RenderPageInPixels{Width: width,
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: e.document, Index: page}}})
		if err != nil {
			return fmt.Errorf("render page %d: %w", page, err)
		}
		defer drawn.Cleanup()
		sheet := image.NewRGBA(drawn.Result.Image.Bounds())
		draw.Draw(sheet, sheet.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(sheet, sheet.Rect, drawn.Result.Image, image.Point{}, draw.Over)
		picture = sheet
		return nil
	})
	return picture, err
}

// with runs work on an open PDF. After a failure the engine starts anew at the next
// question, so that one bad page spoils nothing else.
func (e *pdfiumEngine) with(pdf []byte, work func() error) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	err := e.open(pdf)
	if err == nil {
		err = work()
	}
	if err != nil {
		return errors.Join(err, e.stop())
	}
	return nil
}

func (e *pdfiumEngine) open(pdf []byte) error {
	if err := e.start(); err != nil {
		return err
	}
	if len(pdf) > 0 && len(pdf) == len(e.pdf) && &pdf[0] == &e.pdf[0] {
		return nil
	}
	if e.pdf != nil {
		if _, err := e.reader.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: e.document}); err != nil {
			return fmt.Errorf("close former PDF: %w", err)
		}
		e.pdf = nil
	}
	opened, err := e.reader.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return fmt.Errorf("open PDF: %w", err)
	}
	e.pdf, e.document = pdf, opened.Document
	return nil
}

func (e *pdfiumEngine) start() (err error) {
	if e.reader != nil {
		return nil
	}
	e.pool, err = webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(compiled.Cache)})
	if err != nil {
		e.pool = nil
		return fmt.Errorf("start PDFium: %w", err)
	}
	if e.reader, err = e.pool.GetInstance(time.Minute); err != nil {
		e.reader = nil
		return fmt.Errorf("start PDFium: %w", err)
	}
	return nil
}

func (e *pdfiumEngine) stop() error {
	var faults []error
	if e.reader != nil {
		faults = append(faults, e.reader.Close())
	}
	if e.pool != nil {
		faults = append(faults, e.pool.Close())
	}
	e.pool, e.reader, e.pdf = nil, nil, nil
	return errors.Join(faults...)
}
