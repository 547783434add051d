package printer_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/printer"
	"graduand/data/printer/printertest"
)

// sheets are pages of A4 with a black box 30 mm wide and 40 mm high on each, so far from the
// left edge as its number says in centimetres.
func sheets(pages int) []byte {
	var b bytes.Buffer
	var starts []int
	object := func(words string, args ...any) {
		starts = append(starts, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+words+"\nendobj\n", append([]any{len(starts)}, args...)...)
	}
	b.WriteString("%PDF-1.7\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+2*i)
	}
	object("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595.276 841.89] >>", pages, kids)
	for i := range pages {
		object("<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << >> >>", 4+2*i)
		drawn := fmt.Sprintf("2.834646 0 0 2.834646 0 0 cm 0 g %d 100 30 40 re f", 10*(i+1))
		object("<< /Length %d >>\nstream\n%s\nendstream", len(drawn), drawn)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(starts)+1)
	for _, start := range starts {
		fmt.Fprintf(&b, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(starts)+1, at)
	return b.Bytes()
}

// dots are so many to the inch on what is measured.
const dots = 200

// box is where the black box of a page stands, in mm.
type box struct{ left, top, width, height float64 }

// boxes measures every page of a PDF.
func boxes(t *testing.T, pdf []byte) (all []box) {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "paper.pdf")
	must(t, os.WriteFile(path, pdf, 0o600))
	must(t, exec.Command("pdftoppm", "-gray", "-aa", "no", "-r", fmt.Sprint(dots), path, filepath.Join(folder, "page")).Run())
	pictures, err := filepath.Glob(filepath.Join(folder, "page*.pgm"))
	must(t, err)
	slices.Sort(pictures)
	for _, picture := range pictures {
		content, err := os.ReadFile(picture)
		must(t, err)
		all = append(all, measured(t, content))
	}
	return all
}

func measured(t *testing.T, pgm []byte) box {
	t.Helper()
	head := regexp.MustCompile(`^P5\s+(\d+)\s+(\d+)\s+255\s`).FindSubmatch(pgm)
	if head == nil {
		t.Fatal("no picture")
	}
	var width, height int
	fmt.Sscan(string(head[1])+" "+string(head[2]), &width, &height)
	pixels := pgm[len(head[0]):]
	left, right, top, bottom := width, -1, height, -1
	for i, ink := range pixels {
		if x, y := i%width, i/width; ink < 128 {
			left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
		}
	}
	mm := func(n int) float64 { return float64(n) * 25.4 / dots }
	return box{mm(left), mm(top), mm(right - left + 1), mm(bottom - top + 1)}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// printed sends pages and waits until they have left the queue.
func printed(t *testing.T, o printer.Order, pdf []byte) (phases []printer.Phase) {
	t.Helper()
	job, err := printer.Cups().Stage(t.Context(), o, pdf)
	must(t, err)
	must(t, job.Release(t.Context()))
	last, err := printer.Watch(t.Context(), job, 50*time.Millisecond, func(s printer.State) { phases = append(phases, s.Phase) })
	must(t, err)
	if last.Phase != printer.Done {
		t.Fatalf("the job is %+v", last)
	}
	return phases
}

func TestMillimetresStayMillimetresOnAPrinterOfCUPS(t *testing.T) {
	s := printertest.Start(t)
	order := printer.Order{Printer: printertest.Printer, Copies: 1, Title: "Box"}
	pdf := sheets(2)
	printed(t, order, pdf)
	want, got := boxes(t, pdf), boxes(t, s.Paper())
	mustLie(t, got, want)
	if b := want[0]; !near(b.left, 10) || !near(b.width, 30) || !near(b.height, 40) {
		t.Errorf("the measure itself is wrong: %+v", b)
	}
	t.Run("copies lie in order, the last page first where that is asked for", func(t *testing.T) {
		order.Copies, order.Reverse = 2, true
		printed(t, order, pdf)
		mustLie(t, boxes(t, s.Paper()), []box{want[1], want[0], want[1], want[0]})
	})
}

// CUPS shrinks a page that is larger than the sheet, unless it is told to scale nothing.
func TestALargerPageIsNotShrunk(t *testing.T) {
	s := printertest.Start(t)
	pdf := bytes.Replace(sheets(2), []byte("/Type /Page /Parent"), []byte("/Type /Page /MediaBox [0 0 640 880] /Parent"), 1)
	printed(t, printer.Order{Printer: printertest.Printer, Copies: 1, Title: "Box"}, pdf)
	for i, b := range boxes(t, s.Paper()) {
		if !near(b.width, 30) || !near(b.height, 40) {
			t.Errorf("page %d: the box is %.1f × %.1f mm", i+1, b.width, b.height)
		}
	}
}

func near(a, b float64) bool { return a-b < 0.3 && b-a < 0.3 }

func mustLie(t *testing.T, got, want []box) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d pages came out, want %d", len(got), len(want))
	}
	for i, g := range got {
		if w := want[i]; !near(g.left, w.left) || !near(g.top, w.top) || !near(g.width, w.width) || !near(g.height, w.height) {
			t.Errorf("page %d: the box is %+v, want %+v", i+1, g, w)
		}
	}
}

func TestJobsOfARealQueue(t *testing.T) {
	s := printertest.Start(t)
	system := printer.Cups()
	order := printer.Order{Printer: printertest.Printer, Copies: 1, Title: "Ім’я документа"}
	stage := func(t *testing.T) printer.Job {
		t.Helper()
		job, err := system.Stage(t.Context(), order, sheets(1))
		must(t, err)
		return job
	}
	state := func(t *testing.T, job printer.Job) printer.State {
		t.Helper()
		state, err := job.State(t.Context())
		must(t, err)
		return state
	}
	t.Run("the printer is named as people call it", func(t *testing.T) {
		all, err := system.Printers(t.Context())
		if want := []printer.Printer{{Name: printertest.Printer, Title: "Принтер", Default: true}}; err != nil || fmt.Sprint(all) != fmt.Sprint(want) {
			t.Errorf("%+v, %v", all, err)
		}
	})
	t.Run("what was not released waits, and can be cancelled", func(t *testing.T) {
		job := stage(t)
		if got := state(t, job); got.Phase != printer.Waiting {
			t.Errorf("%+v", got)
		}
		must(t, job.Cancel(t.Context()))
		if got := state(t, job); got.Phase != printer.Cancelled {
			t.Errorf("then %+v", got)
		}
		must(t, job.Cancel(t.Context()))
	})
	t.Run("a printer that stands still is told of, and goes on", func(t *testing.T) {
		s.Run("cupsdisable", "-r", "no paper", printertest.Printer)
		job := stage(t)
		must(t, job.Release(t.Context()))
		if got := state(t, job); got.Phase != printer.Stopped || !slices.Equal(got.Reasons, []string{"paused"}) || got.Message != "no paper" {
			t.Errorf("%+v", got)
		}
		all, err := system.Printers(t.Context())
		if err != nil || !slices.Equal(all[0].Trouble, []string{"paused"}) {
			t.Errorf("%+v, %v", all, err)
		}
		s.Run("cupsenable", printertest.Printer)
		last, err := printer.Watch(t.Context(), job, 50*time.Millisecond, func(printer.State) {})
		if err != nil || last.Phase != printer.Done || len(s.Paper()) == 0 {
			t.Errorf("%+v, %v", last, err)
		}
	})
	t.Run("who takes it out of the queue elsewhere is believed", func(t *testing.T) {
		s.Run("cupsdisable", printertest.Printer)
		job := stage(t)
		must(t, job.Release(t.Context()))
		s.Run("cancel", "-a", printertest.Printer)
		if got := state(t, job); got.Phase != printer.Cancelled {
			t.Errorf("%+v", got)
		}
		s.Run("cupsenable", printertest.Printer)
	})
	t.Run("what is no PDF fails with the words of the filter", func(t *testing.T) {
		job, err := system.Stage(t.Context(), order, []byte("%PDF-1.7\nbroken"))
		must(t, err)
		must(t, job.Release(t.Context()))
		last, err := printer.Watch(t.Context(), job, 50*time.Millisecond, func(printer.State) {})
		if err != nil || last.Phase != printer.Failed || last.Message == "" {
			t.Errorf("%+v, %v", last, err)
		}
		must(t, job.Cancel(t.Context()))
	})
	t.Run("a printer that there is not is refused", func(t *testing.T) {
		other := order
		other.Printer = "nobody's"
		if _, err := system.Stage(t.Context(), other, sheets(1)); data.CodeOf(err) != "printer.refused" {
			t.Error(err)
		}
	})
	t.Run("a server that does not run is no service", func(t *testing.T) {
		t.Setenv("CUPS_SERVER", filepath.Join(t.TempDir(), "none"))
		if _, err := system.Printers(context.Background()); data.CodeOf(err) != "printer.no_service" {
			t.Error(err)
		}
	})
}

// The title of a job stands in a queue that everybody reads; the pages must not stand anywhere.
func TestNothingOfThePagesIsLeftByUs(t *testing.T) {
	s := printertest.Start(t)
	home := t.TempDir()
	t.Setenv("TMPDIR", home)
	printed(t, printer.Order{Printer: printertest.Printer, Copies: 1, Title: "Box"}, sheets(1))
	_ = s.Paper()
	if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}
