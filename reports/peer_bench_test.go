package reports

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
	"time"

	"graduand/data/prooftest"
	"graduand/imaging/drawing"
)

// photographed are cards of so many people, each with two photos of 354 × 472 dots, which are
// 3 × 4 cm at 300 to the inch; nobody's photo is another's.
func photographed(people int) []Card {
	cards := make([]Card, people)
	for i := range cards {
		cards[i] = ukCard()
		cards[i].Number = fmt.Sprintf("%07d", i+1)
		cards[i].Photo.Picture = Picture{JPEG: somebody(i), Width: 30, Height: 40}
	}
	return cards
}

// somebody is the photo of the n-th person.
func somebody(n int) []byte {
	p := drawing.Somebody().Sized(354)
	p.Shirt = color.NRGBA{R: uint8(n), G: uint8(n >> 2), B: uint8(200 - n>>2), A: 255}
	return drawing.JPEG(p.Draw())
}

// BenchmarkPhotographedCards500 is what 500 cards with two photos each take, and how large they are.
func BenchmarkPhotographedCards500(b *testing.B) {
	cards := photographed(500)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := Cards(&out, cards, ukrainian()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/1e6, "MB")
}

// BenchmarkAgainstOffice makes PDFs in turn with LibreOffice: of 500 cards with two photos each, which
// LibreOffice has merged into one document beforehand, and of the list of 300 people, which it has as a
// finished workbook. Its start counts, as it does whenever a school prints from it, and is told apart too:
// that is what it takes for a document with nothing in it.
func BenchmarkAgainstOffice(b *testing.B) {
	o := newOffice(b)
	cards, people := photographed(500), list(300)
	merged, finished := o.file("cards.odt", mergedDocument(b, cards)), o.file("list.xlsx", written(b, func(w io.Writer) error { return ListXLSX(w, people) }))
	empty := o.file("empty.odt", mergedDocument(b, nil))
	turns := prooftest.InTurn(b, prooftest.Times(b, 3),
		func() time.Duration {
			return prooftest.Clocked(func() { written(b, func(w io.Writer) error { return Cards(w, cards, ukrainian()) }) })
		},
		func() time.Duration { return o.converts(merged) },
		func() time.Duration {
			return prooftest.Clocked(func() { written(b, func(w io.Writer) error { return ListPDF(w, people) }) })
		},
		func() time.Duration { return o.converts(finished) },
		func() time.Duration { return o.converts(empty) },
	)
	started := turns.Without(4, 1, 3)
	prooftest.Tell(b, prooftest.Figures{
		"cards_seconds": turns.Seconds(0), "office_cards_seconds": turns.Seconds(1), "cards_times": turns.Times(1, 0),
		"list_seconds": turns.Seconds(2), "office_list_seconds": turns.Seconds(3), "list_times": turns.Times(3, 2),
		"cards_started_times": started.Times(1, 0), "list_started_times": started.Times(3, 2),
	})
}

// written is what something writes.
func written(b *testing.B, write func(io.Writer) error) []byte {
	b.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// office is LibreOffice with a profile and a folder of its own.
type office struct {
	b               *testing.B
	program, folder string
}

func newOffice(b *testing.B) *office {
	b.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("LibreOffice is absent: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui")
	}
	return &office{b, program, b.TempDir()}
}

// file puts a file into the folder and gives its path.
func (o *office) file(name string, content []byte) string {
	path := filepath.Join(o.folder, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		o.b.Fatal(err)
	}
	return path
}

// converts is how long LibreOffice takes to make a PDF of a file.
func (o *office) converts(path string) time.Duration {
	made := strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf"
	took := prooftest.Clocked(func() {
		said, err := exec.Command(o.program, "-env:UserInstallation=file://"+filepath.Join(o.folder, "profile"), "--headless",
			"--convert-to", "pdf", "--outdir", o.folder, path).CombinedOutput()
		if err != nil {
			o.b.Fatalf("%v: %s", err, said)
		}
	})
	if err := os.Remove(made); err != nil {
		o.b.Fatalf("LibreOffice has made nothing: %v", err)
	}
	return took
}

// mergedDocument is an OpenDocument text with a page a card.
func mergedDocument(tb testing.TB, cards []Card) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name string, method uint16, write func(io.Writer) error) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			err = write(w)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	put("mimetype", zip.Store, func(w io.Writer) error {
		_, err := io.WriteString(w, "application/vnd.oasis.opendocument.text")
		return err
	})
	put("META-INF/manifest.xml", zip.Deflate, func(w io.Writer) error { return odtManifest.Execute(w, cards) })
	put("content.xml", zip.Deflate, func(w io.Writer) error { return odtContent.Execute(w, cards) })
	for i := range cards {
		put(fmt.Sprintf("Pictures/%d.jpg", i), zip.Store, func(w io.Writer) error {
			_, err := w.Write(cards[i].Photo.Picture.JPEG)
			return err
		})
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

var odtManifest = template.Must(template.New("manifest").Parse(`<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
{{range $i, $c := .}}<manifest:file-entry manifest:full-path="Pictures/{{$i}}.jpg" manifest:media-type="image/jpeg"/>
{{end}}</manifest:manifest>
`))

var odtContent = template.Must(template.New("content").Parse(`<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
<office:automatic-styles>
<style:style style:name="Page" style:family="paragraph"><style:paragraph-properties fo:break-before="page" fo:text-align="center"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Ruled" style:family="paragraph"><style:paragraph-properties fo:border-bottom="0.5pt solid #000000"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.5mm"/></style:style>
</office:automatic-styles>
<office:body><office:text>
{{range $i, $c := .}}<text:p text:style-name="Page">{{.Title}}</text:p>
<text:p text:style-name="Middle">{{.Subtitle}}</text:p><text:p text:style-name="Middle">{{.LegalBasis}}</text:p><text:p text:style-name="Middle">{{.Number}}</text:p>
<text:p><draw:frame draw:name="a{{$i}}" text:anchor-type="as-char" svg:width="30mm" svg:height="40mm"><draw:image xlink:href="Pictures/{{$i}}.jpg"/></draw:frame><draw:frame draw:name="b{{$i}}" text:anchor-type="as-char" svg:width="30mm" svg:height="40mm"><draw:image xlink:href="Pictures/{{$i}}.jpg"/></draw:frame></text:p>
<table:table table:name="t{{$i}}"><table:table-column table:number-columns-repeated="2"/>
{{range .Groups}}<table:table-row><table:table-cell table:style-name="Cell" table:number-columns-spanned="2"><text:p text:style-name="Small">{{.Title}}</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
{{range .Rows}}<table:table-row><table:table-cell table:style-name="Cell"><text:p text:style-name="Small">{{.Label}}</text:p></table:table-cell><table:table-cell table:style-name="Cell"><text:p text:style-name="Small">{{.Value}}</text:p></table:table-cell></table:table-row>
{{end}}{{end}}{{range .Subjects}}<table:table-row><table:table-cell table:style-name="Cell"><text:p text:style-name="Small">{{.Name}}</text:p></table:table-cell><table:table-cell table:style-name="Cell"><text:p text:style-name="Small">{{.Level}}</text:p></table:table-cell></table:table-row>
{{end}}</table:table>
<text:p text:style-name="Middle">{{.Statement.Title}}</text:p><text:p text:style-name="Small">{{.Statement.Centre}}</text:p><text:p text:style-name="Small">{{.Statement.Applicant}}</text:p>
<text:p text:style-name="Ruled"/><text:p text:style-name="Ruled"/><text:p text:style-name="Ruled"/><text:p text:style-name="Ruled"/><text:p text:style-name="Ruled"/>
<text:p text:style-name="Small">{{.Statement.Hint}}</text:p>
{{end}}</office:text></office:body></office:document-content>
`))
