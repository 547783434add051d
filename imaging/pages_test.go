package imaging_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
	"graduand/imaging/pdf/pdftest"
	"graduand/imaging/pixels"
)

func TestMain(m *testing.M) {
	pdftest.KeepCompiled()
	os.Exit(m.Run())
}

// takesPDF are limits of a campaign whose documents may be PDFs.
func takesPDF() *imaging.Profile {
	p := imagingtest.Profile()
	p.PDF = []imaging.Kind{imaging.Passport, imaging.Scan}
	return p
}

// R01…R03, P01…P05: of a PDF it is said that it opens and what it is; what is seen on its pages
// nobody has judged.
func TestADocumentMayBeAPDF(t *testing.T) {
	content := pdftest.Written(pdftest.Sheet, pdftest.Sheet)
	for _, c := range []struct {
		kind  imaging.Kind
		rules []imaging.Rule
	}{
		{imaging.Passport, []imaging.Rule{"R05", "R06", "M03", "P01", "P02", "P03", "P04", "P05"}},
		{imaging.Scan, []imaging.Rule{"R05", "R06", "P01", "P03", "P05"}},
	} {
		j := imaging.Judge(content, imaging.Question{Kind: c.kind, Name: "a.PDF"}, takesPDF())
		if j.Verdict() != imaging.Pass || j.Pages != 2 || len(j.SHA256) != 64 || len(j.Findings) != 3+len(c.rules) {
			t.Errorf("%s: %+v", c.kind, j)
		}
		for _, rule := range []imaging.Rule{"R01", "R02", "R03"} {
			if f, _ := j.Findings.Of(rule); f.Verdict != imaging.Pass {
				t.Errorf("%s: %+v", c.kind, f)
			}
		}
		for _, rule := range c.rules {
			if f, _ := j.Findings.Of(rule); f.Verdict != imaging.NotJudged || f.Text != "scan.is_pdf" {
				t.Errorf("%s: %+v", c.kind, f)
			}
		}
	}
}

// R01: a face never is a PDF, and no document is where the campaign does not say so.
func TestWhereNoPDFIsTaken(t *testing.T) {
	content := pdftest.Written(pdftest.Sheet)
	for name, j := range map[string]*imaging.Judgement{
		"a face":        imaging.Judge(content, imaging.Question{Kind: imaging.Face}, takesPDF()),
		"not said":      imaging.Judge(content, imaging.Question{Kind: imaging.Scan}, imagingtest.Profile()),
		"a face, asked": imaging.Judge(content, imaging.Question{Kind: imaging.Face}, &imaging.Profile{PDF: []imaging.Kind{imaging.Face}}),
	} {
		if f, _ := j.Findings.Of("R01"); f.Verdict != imaging.Stop || f.Text != "attachment.is_pdf" {
			t.Errorf("%s: %+v", name, j.Findings)
		}
	}
}

// R01: what is no picture is told of by all that would do in its place.
func TestWhatIsNoPictureIsToldOfByWhatIsTaken(t *testing.T) {
	for kind, want := range map[imaging.Kind]string{imaging.Face: "attachment.no_picture", imaging.Scan: "attachment.no_scan"} {
		j := imaging.Judge([]byte("hello"), imaging.Question{Kind: kind}, takesPDF())
		if f, _ := j.Findings.Of("R01"); f.Verdict != imaging.Stop || f.Text != want {
			t.Errorf("%s: %+v", kind, f)
		}
	}
}

// R01, R03: each PDF that does not open is stopped by one rule with what helps; R02 by its name.
func TestAPDFThatDoesNotOpenIsStopped(t *testing.T) {
	sound := pdftest.Written(pdftest.Sheet)
	for _, c := range []struct {
		name    string
		rule    imaging.Rule
		text    string
		content []byte
	}{
		{"a.pdf", "R01", "attachment.pdf_password", pdftest.Locked()},
		{"a.pdf", "R01", "attachment.pdf_damaged", sound[:len(sound)/3]},
		{"a.pdf", "R01", "attachment.pdf_empty", pdftest.Written()},
		{"a.pdf", "R03", "attachment.pdf_page_size", pdftest.Written(pdftest.Page{Width: 20_000, Height: 20_000})},
		{"a.pdf", "R03", "attachment.pdf_many_pages", pdftest.Written(make([]pdftest.Page, 51)...)},
		{"a.pdf", "R03", "attachment.pdf_heavy", pdftest.Endless()},
		{"a.pdf", "R03", "attachment.too_large", append(bytes.Clone(sound), make([]byte, imaging.MaximumSize)...)},
		{"a.jpg", "R02", "photo.not_what_it_says", sound},
	} {
		j := imaging.Judge(c.content, imaging.Question{Kind: imaging.Scan, Name: c.name}, takesPDF())
		if f, _ := j.Findings.Of(c.rule); j.Verdict() != imaging.Stop || f.Verdict != imaging.Stop || f.Text != c.text {
			t.Errorf("%s: %+v", c.text, j.Findings)
		}
	}
}

// R01: a page on which nothing is seen is told; one with a scan on it is drawn as it was scanned.
func TestTheFirstPageIsSeen(t *testing.T) {
	empty := imaging.Judge(pdftest.Written(pdftest.Page{Width: 595, Height: 842}), imaging.Question{Kind: imaging.Scan}, takesPDF())
	if f, _ := empty.Findings.Of("R01"); f.Verdict != imaging.Warn || f.Text != "scan.blank_page" {
		t.Errorf("%+v", f)
	}
	scanned := imagingtest.Somebody().Draw()
	page, err := imaging.Page(t.Context(), pdftest.Scan(100, imagingtest.JPEG(t, scanned)), 0)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := page.Shrunk(16)
	want, _ := pixels.New(scanned, 1).Shrunk(16)
	if got.Rect != want.Rect {
		t.Fatalf("%v, not %v", got.Rect, want.Rect)
	}
	for i := range got.Pix {
		if apart := int(got.Pix[i]) - int(want.Pix[i]); apart < -6 || apart > 6 {
			t.Fatalf("octet %d is %d, not %d", i, got.Pix[i], want.Pix[i])
		}
	}
}

// Nobody waits for a page that is not wanted any more.
func TestAPageThatIsNotWanted(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := imaging.Page(ctx, pdftest.Endless(), 0); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
