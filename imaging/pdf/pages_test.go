package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"

	"graduand/imaging/pdf/pdftest"
)

func TestMain(m *testing.M) {
	pdftest.KeepCompiled()
	code := m.Run()
	_ = Close()
	os.Exit(code)
}

func TestPagesOfAScan(t *testing.T) {
	card := pdftest.Page{Width: 243, Height: 153, Draws: "1 0 0 rg 0 0 243 153 re f"}
	content := pdftest.Written(pdftest.Sheet, card)
	sizes, err := Pages(t.Context(), content)
	if err != nil || len(sizes) != 2 || sizes[0] != (Size{595, 842}) || sizes[1] != (Size{243, 153}) {
		t.Fatalf("%v, %v", sizes, err)
	}
	sheet, err := Draw(t.Context(), content, 0)
	if err != nil {
		t.Fatal(err)
	}
	if b := sheet.Bounds(); b.Dx() != 1653 || b.Dy() != 2339 {
		t.Errorf("a sheet of A4 is drawn at %v, not at 200 dots to the inch", b)
	}
	if c := sheet.RGBAAt(100, 2300); c != (color.RGBA{0, 0, 0, 255}) {
		t.Errorf("in the lower left corner is %v", c)
	}
	if c := sheet.RGBAAt(1000, 1000); c != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("paper is %v", c)
	}
	small, err := Draw(t.Context(), content, 1)
	if err != nil || small.Bounds().Dx() != leastLong || small.RGBAAt(5, 5) != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("a small page is drawn at %v as %v, %v", small.Bounds(), small.RGBAAt(5, 5), err)
	}
}

// The window asks for the same page small and large, and turns from one side to the other.
func TestThePagesDrawnLastAreKept(t *testing.T) {
	content := pdftest.Written(pdftest.Sheet, pdftest.Sheet, pdftest.Sheet)
	first, err := Draw(t.Context(), content, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []int{0, 1, 0} {
		if again, err := Draw(t.Context(), bytes.Clone(content), page); err != nil || page == 0 && again != first {
			t.Errorf("it was drawn again, %v", err)
		}
	}
	if _, err := Draw(t.Context(), content, 2); err != nil || isKept(content, 0) || !isKept(content, 1) {
		t.Errorf("more than two are kept, or not the last, %v", err)
	}
	if err := Close(); err != nil {
		t.Fatal(err)
	}
	if len(shared.last) > 0 {
		t.Error("somebody's page stays in memory when all is closed")
	}
	if shared.keep(content, 0, first, shared.forgotten-1); isKept(content, 0) {
		t.Error("a page is kept that was begun before all was closed")
	}
	if again, err := Draw(t.Context(), content, 0); err != nil || !bytes.Equal(again.Pix, first.Pix) {
		t.Errorf("after closing a page is another one, %v", err)
	}
}

func isKept(content []byte, page int) bool {
	picture, _ := shared.kept(content, page)
	return picture != nil
}

func TestWhatIsRefused(t *testing.T) {
	sound := pdftest.Written(pdftest.Sheet)
	many := make([]pdftest.Page, MaximumPages+1)
	for i := range many {
		many[i] = pdftest.Sheet
	}
	counts := bytes.Replace(sound, []byte("/Count 1"), []byte("/Count 3"), 1)
	for _, c := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"a password", pdftest.Locked(), ErrPassword},
		{"the first line alone", []byte("%PDF-1.7\n"), ErrDamaged},
		{"nothing", nil, ErrDamaged},
		{"another file under this name", []byte("%PDF-" + string(make([]byte, 5000))), ErrDamaged},
		{"no page", pdftest.Written(), ErrEmpty},
		{"too many pages", pdftest.Written(many...), ErrManyPages},
		{"a page that is counted and not there", counts, ErrDamaged},
		{"a page as large as a field", pdftest.Written(pdftest.Page{Width: 20_000, Height: 20_000}), ErrSize},
		{"a page as narrow as a thread", pdftest.Written(pdftest.Page{Width: 20, Height: 10_000}), ErrSize},
	} {
		t.Run(c.name, func(t *testing.T) {
			sizes, err := Pages(t.Context(), c.content)
			if !errors.Is(err, c.want) {
				t.Errorf("%v, %v", sizes, err)
			}
			if _, err := Pages(t.Context(), sound); err != nil {
				t.Errorf("the next file does not open: %v", err)
			}
		})
	}
}

// A page that would be drawn for years is given up; so is one that nobody waits for any more.
// What comes next is drawn.
func TestAHostilePageIsGivenUp(t *testing.T) {
	hostile, sound := pdftest.Endless(), pdftest.Written(pdftest.Sheet)
	for _, c := range []struct {
		name string
		left time.Duration
		want error
	}{{"it takes too much", time.Hour, ErrHeavy}, {"nobody waits", time.Second / 10, context.DeadlineExceeded}} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == ErrHeavy {
				shared.patience = time.Second / 10
			}
			ctx, stop := context.WithTimeout(t.Context(), c.left)
			defer stop()
			_, err := Draw(ctx, hostile, 0)
			shared.patience = patience
			if !errors.Is(err, c.want) {
				t.Errorf("%v", err)
			}
			if len(shared.turn) > 0 {
				t.Error("it still has the turn")
			}
			if _, err := Draw(t.Context(), sound, 0); err != nil {
				t.Errorf("the next page is not drawn: %v", err)
			}
		})
	}
}

// A file that is larger than the memory of a sandbox does not open; beside a smaller one there may
// be no room for the sheet, and no other memory is taken for it.
func TestASandboxHasSoMuchMemory(t *testing.T) {
	for _, megabytes := range []int{88, 102} {
		large := pdftest.Sheet
		large.Form = fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", megabytes*1e6, strings.Repeat("x", megabytes*1e6))
		if sheet, err := Draw(t.Context(), pdftest.Written(large), 0); !errors.Is(err, ErrHeavy) {
			t.Errorf("beside %d MB: %v, %v", megabytes, sheet.Rect, err)
		}
	}
}

// No file of the computer is there in a sandbox, though PDFium knows how to open files by name.
func TestASandboxSeesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdftest.Written(pdftest.Sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	err := shared.open(t.Context(), pdftest.Written(pdftest.Sheet), func(d *document) error {
		_, err := d.reader.OpenDocument(&requests.OpenDocument{FilePath: &path})
		return err
	})
	if !errors.Is(err, pdfiumerrors.ErrFile) {
		t.Errorf("%v", err)
	}
}

// What a file does to its sandbox ends there: one hundred spoilt files, and no fault of the
// program.
func TestSpoiltFilesEndNothing(t *testing.T) {
	shared.patience = 2 * time.Second
	defer func() { shared.patience = patience }()
	sound := pdftest.Written(pdftest.Sheet, pdftest.Page{Width: 243, Height: 153, Draws: "/A Do"})
	r := rand.New(rand.NewPCG(1, 2))
	opened := 0
	for range 100 {
		spoilt := bytes.Clone(sound)
		for range 1 + r.IntN(8) {
			spoilt[r.IntN(len(spoilt))] = byte(r.IntN(256))
		}
		spoilt = spoilt[:len(spoilt)-r.IntN(1+len(spoilt)/4)]
		sizes, err := Pages(t.Context(), spoilt)
		if err != nil {
			continue
		}
		opened++
		if _, err := Draw(t.Context(), spoilt, len(sizes)-1); err != nil && !errors.Is(err, ErrHeavy) && !errors.Is(err, ErrSize) && !errors.Is(err, ErrDamaged) {
			t.Errorf("%v", err)
		}
	}
	t.Logf("%d of 100 were opened all the same", opened)
	if _, err := Draw(t.Context(), sound, 0); err != nil {
		t.Error(err)
	}
}
