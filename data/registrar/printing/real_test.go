package printing_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"graduand/data/printer"
	"graduand/data/printer/printertest"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// dots are so many to the inch on what is compared, 0.17 mm each.
const dots = 150

// UA-049, UA-050, UA-125: what is filled in and glued onto by millimetres comes out of a printer
// as large as it was drawn, through the filters of a real CUPS.
func TestEveryMillimetreOfADocumentStaysOneOnAPrinter(t *testing.T) {
	s := printertest.Start(t)
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "class=11-А", "card_number=1234567")...)
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	for _, document := range []string{printing.Card, printing.Photos, printing.List, printing.Sheet} {
		t.Run(document, func(t *testing.T) {
			job := printing.Job{Document: document}
			var drawn bytes.Buffer
			_, err := r.Printing.Draw(&drawn, printing.FormatPDF, job)
			desktest.Must(err)
			sent, err := r.Printing.Print(desktest.Ctx, printer.Cups(), job, printing.Sheets{})
			desktest.Must(err)
			last, err := printing.Watch(t.Context(), sent.Job, 50*time.Millisecond, func(printing.State) {})
			if err != nil || last.Phase != printing.Done {
				t.Fatalf("%+v, %v", last, err)
			}
			want := pages(t, drawn.Bytes(), dots)
			for _, difference := range differences(pages(t, s.Paper(), dots), want) {
				t.Error(difference)
			}
			// One in a hundred and fifty is 1.4 mm along the width of a sheet.
			if smaller := differences(pages(t, drawn.Bytes(), dots-1), want); len(smaller) < 2*len(want) {
				t.Errorf("a document that was shrunk would not be found: %v", smaller)
			}
		})
	}
}

// page is a picture in grey.
type page struct {
	width, height int
	pixels        []byte
}

// pages are those of a PDF as poppler draws them, so many dots to the inch.
func pages(t *testing.T, pdf []byte, dots int) (all []page) {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "paper.pdf")
	desktest.Must(os.WriteFile(path, pdf, 0o600))
	desktest.Must(exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(dots), path, filepath.Join(folder, "page")).Run())
	pictures, err := filepath.Glob(filepath.Join(folder, "page*.pgm"))
	desktest.Must(err)
	slices.Sort(pictures)
	for _, picture := range pictures {
		var p page
		content := desktest.MustRead(t, picture)
		_, err := fmt.Sscanf(string(content), "P5\n%d %d\n255\n", &p.width, &p.height)
		desktest.Must(err)
		p.pixels = content[len(content)-p.width*p.height:]
		all = append(all, p)
	}
	return all
}

// differences are what is not the same: the size of a page, and ink where there was none, or the
// other way round, by more than 0.2 mm.
func differences(got, want []page) (all []string) {
	if len(got) != len(want) || len(want) == 0 {
		return []string{fmt.Sprintf("%d pages came out, want %d", len(got), len(want))}
	}
	for i := range want {
		if dw, dh := got[i].width-want[i].width, got[i].height-want[i].height; dw*dw > 1 || dh*dh > 1 {
			all = append(all, fmt.Sprintf("page %d is %d × %d dots, want %d × %d", i+1, got[i].width, got[i].height, want[i].width, want[i].height))
		}
		if lost, added := want[i].without(&got[i]), got[i].without(&want[i]); lost > 0.005 || added > 0.005 {
			all = append(all, fmt.Sprintf("page %d: %.1f %% of the ink is lost, %.1f %% is added", i+1, 100*lost, 100*added))
		}
	}
	return all
}

// without is the part of the ink of a page that has none of another within a dot around.
func (p *page) without(other *page) float64 {
	ink, alone := 0, 0
	for y := 1; y < min(p.height, other.height)-1; y++ {
		for x := 1; x < min(p.width, other.width)-1; x++ {
			if p.pixels[y*p.width+x] > 96 {
				continue
			}
			if ink++; !other.inked(x, y) {
				alone++
			}
		}
	}
	return float64(alone) / float64(max(ink, 1))
}

// inked says that there is ink at a dot or beside it.
func (p *page) inked(x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if p.pixels[(y+dy)*p.width+x+dx] < 176 {
				return true
			}
		}
	}
	return false
}
