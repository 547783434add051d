package reports

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/requests"

	"graduand/reports/paper"
)

// stamped are the sample documents with an imprint.
func stamped(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, pdf := range samples(t) {
		all[name] = made(t, func(b *bytes.Buffer) error {
			pages, err := Stamp(b, pdf, Imprint{Code: name, Author: "Тихоозерський ліцей «Ґедзь» № 7", Language: "uk"})
			if want := open(t, pdf).pages; pages != want {
				t.Errorf("%s: %d pages are counted, there are %d", name, pages, want)
			}
			return err
		})
	}
	return all
}

func TestQpdfFindsNoFaultInWhatIsStamped(t *testing.T) {
	for name, pdf := range stamped(t) {
		if out := judge(t, "qpdf", "--check", saved(t, name+".pdf", pdf)); strings.Contains(out, "WARNING") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// The dialog of a viewer offers "actual size" where the file asks for it; CUPS and printers
// read the same.
func TestEveryPDFAsksNotToBeScaled(t *testing.T) {
	for name, pdf := range stamped(t) {
		catalogue := judge(t, "qpdf", "--show-object=1", saved(t, name+".pdf", pdf))
		for _, want := range []string{"/Type /Catalog", "/PrintScaling /None", "/DisplayDocTitle true", "/Lang (uk)"} {
			if !strings.Contains(catalogue, want) {
				t.Errorf("%s: the catalogue is %s, without %s", name, catalogue, want)
			}
		}
	}
}

func TestPropertiesAreFoundByEveryViewer(t *testing.T) {
	titles := map[string]string{"card": ukCard().Title, "list": list(1).Title, "register": ukRegister(1).Title, "form": ruForm().Title}
	for name, pdf := range stamped(t) {
		info := judge(t, "pdfinfo", saved(t, name+".pdf", pdf))
		mustSay(t, name, info, "Author:", "Тихоозерський ліцей «Ґедзь» № 7")
		if subject := property(info, "Subject:"); !regexp.MustCompile("^" + name + " [0-9a-f]{16}$").MatchString(subject) {
			t.Errorf("%s: its subject is %q", name, subject)
		}
		for _, gone := range []string{"CreationDate:", "Producer:", "Creator:"} {
			if strings.Contains(info, gone) {
				t.Errorf("%s says %s", name, gone)
			}
		}
		title, known := titles[name]
		if !known {
			continue
		}
		mustSay(t, name, info, "Title:", paper.Tidy(title))
		// PDFium, which Chrome and Edge are built on, reads a dictionary of its own only.
		said, err := reader.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: open(t, pdf).doc.ByIndex.Document, Tag: "Title"})
		if err != nil || said.Value != paper.Tidy(title) {
			t.Errorf("%s: PDFium reads the title %q, %v", name, said.Value, err)
		}
	}
}

func mustSay(t *testing.T, name, info, key, want string) {
	t.Helper()
	if got := property(info, key); got != want {
		t.Errorf("%s: %s %q, want %q", name, key, got, want)
	}
}

// property is a line of pdfinfo.
func property(info, key string) string {
	for line := range strings.Lines(info) {
		if rest, is := strings.CutPrefix(line, key); is {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

func TestTheSubjectTellsOtherDataApart(t *testing.T) {
	subject := func(c Card) string {
		pdf := made(t, func(b *bytes.Buffer) error {
			_, err := Stamp(b, cardsPDF(t, c), Imprint{Code: "card", Language: "uk"})
			return err
		})
		return property(judge(t, "pdfinfo", saved(t, "card.pdf", pdf)), "Subject:")
	}
	other := ukCard()
	other.Number = "0104736"
	if same := subject(ukCard()); same == subject(other) || same != subject(ukCard()) {
		t.Errorf("the subjects are %q and %q", same, subject(other))
	}
}

func TestNothingElseIsStamped(t *testing.T) {
	whole := cardsPDF(t, ukCard())
	for name, pdf := range map[string][]byte{"empty": nil, "no PDF": []byte("xref\n%%EOF\n"), "cut": whole[:len(whole)-9],
		"a number too large": bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n99"), 1)} {
		if _, err := Stamp(&bytes.Buffer{}, pdf, Imprint{}); err == nil {
			t.Errorf("%s is stamped", name)
		}
	}
}

// wholeNames are words of every alphabet that a document has, and signs between them.
func wholeNames() []string {
	return []string{"Єгорченко-Ґалаґан", "Їжакевич", "Щебетюк’янська", "Өмүрбек", "уулу", "Ңургүл", "Ёлкина", "Хрыстафоров", "№", "0104735"}
}

// allNames is a card that shows them all.
func allNames(t *testing.T) []byte {
	c := ukCard()
	c.Groups = []Group{{Title: "Імена"}}
	for _, word := range wholeNames() {
		c.Groups[0].Rows = append(c.Groups[0].Rows, Row{Label: "Рядок", Value: word})
	}
	return cardsPDF(t, c)
}

func TestNamesAreCopiedWhole(t *testing.T) {
	path := saved(t, "names.pdf", allNames(t))
	mustHaveWords(t, "pdftotext", judge(t, "pdftotext", path, "-"))
}

// A printer's driver and a mail filter rewrite files by Ghostscript.
func TestNamesAreCopiedWholeFromWhatGhostscriptHasRewritten(t *testing.T) {
	out := filepath.Join(t.TempDir(), "rewritten.pdf")
	judge(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile="+out, saved(t, "names.pdf", allNames(t)))
	if _, err := os.Stat(out); err != nil {
		t.Fatal(err)
	}
	mustHaveWords(t, "after Ghostscript", judge(t, "pdftotext", out, "-"))
}

func mustHaveWords(t *testing.T, name, text string) {
	t.Helper()
	words := strings.Fields(text)
	for _, want := range wholeNames() {
		if !slices.Contains(words, want) {
			t.Errorf("%s does not read %q", name, want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
