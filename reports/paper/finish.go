package paper

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Imprint is what a viewer shows of a document beside its pages.
type Imprint struct {
	// Code names the document, Author is the school, Language that of its words.
	Code, Author, Language string
}

// finished is a PDF file in parts: the bodies of its objects, number 1 first. We write what
// gopdf cannot: the viewer's preferences, properties that every viewer finds, and a table of
// letters that survives being rewritten by others.
type finished struct {
	objects [][]byte
	// info is the number of the object of properties, the last one; 0 while there is none.
	info int
}

var (
	errNotOurs   = errors.New("not a file of this program")
	objectStart  = regexp.MustCompile(`^\d+ 0 obj\n`)
	onePage      = regexp.MustCompile(`^<<\s+/Type /Page\s`)
	trailerInfo  = regexp.MustCompile(`/Info (\d+) 0 R`)
	tableOfCodes = regexp.MustCompile(`^<<\s/Length \d+\s>>\sstream\s/CIDInit /ProcSet findresource begin\s`)
	drawing      = regexp.MustCompile(`^<<\n/Length \d+\n>>\nstream\n`)
	letterRange  = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]{4})>`)
	dictionary   = []byte(">>\n")
	objectEnd    = []byte("endobj\n")
	streamEnd    = []byte("endstream\n")
)

// finish gives a file that gopdf has drawn what it lacks, and a title.
func finish(w io.Writer, drawn []byte, title string) error {
	f, err := takeApart(drawn)
	if err != nil {
		return err
	}
	var press press
	for i, body := range f.objects {
		switch {
		case tableOfCodes.Match(body):
			f.objects[i] = letters(body)
		case drawing.Match(body):
			if f.objects[i], err = press.smaller(body); err != nil {
				return err
			}
		}
	}
	f.add(1, "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >>")
	f.objects = append(f.objects, fmt.Appendf(nil, "<<\n/Title %s\n>>\n", words(title)))
	f.info = len(f.objects)
	return f.write(w)
}

// press makes the drawings of pages smaller. All pages share its one writer, for which gopdf would
// make a new one a page: of many pages that took a third of the time.
type press struct{ writer *zlib.Writer }

// smaller is the object of a page's drawing that gopdf has left as it is, compressed.
func (p *press) smaller(body []byte) ([]byte, error) {
	drawn := bytes.TrimSuffix(body[len(drawing.Find(body)):], streamEnd)
	var b bytes.Buffer
	if p.writer == nil {
		p.writer, _ = zlib.NewWriterLevel(&b, zlib.BestSpeed)
	} else {
		p.writer.Reset(&b)
	}
	if _, err := p.writer.Write(drawn); err != nil {
		return nil, fmt.Errorf("compress page: %w", err)
	}
	if err := p.writer.Close(); err != nil {
		return nil, fmt.Errorf("compress page: %w", err)
	}
	return fmt.Appendf(nil, "<<\n/Filter/FlateDecode/Length %d\n>>\nstream\n%s\n%s", b.Len(), b.Bytes(), streamEnd), nil
}

// Stamp writes a document that [Document.Write] has written with its imprint: the author,
// what it is with a hash of all that is drawn, and its language. It counts its pages.
func Stamp(w io.Writer, pdf []byte, of Imprint) (pages int, err error) {
	f, err := takeApart(pdf)
	if err != nil {
		return 0, err
	}
	if f.info == 0 {
		return 0, errNotOurs
	}
	if of.Author != "" {
		f.add(f.info, "/Author "+words(Tidy(of.Author)))
	}
	f.add(f.info, "/Subject "+words(of.Code+" "+f.hash()))
	f.add(1, "/Lang ("+of.Language+")")
	for _, body := range f.objects {
		if onePage.Match(body) {
			pages++
		}
	}
	return pages, f.write(w)
}

// takeApart finds the objects by the table at the end of the file, where they stand in their
// order.
func takeApart(pdf []byte) (*finished, error) {
	at, err := startOfTable(pdf)
	if err != nil {
		return nil, err
	}
	lines := strings.SplitAfter(string(pdf[at:]), "\n")
	f := &finished{}
	ends := at
	for i := len(lines) - 1; i >= 0; i-- {
		if !strings.HasSuffix(lines[i], " 00000 n \n") {
			continue
		}
		from, err := strconv.Atoi(lines[i][:10])
		if err != nil || from < 0 || from >= ends {
			return nil, errNotOurs
		}
		object := pdf[from:ends]
		start, end := objectStart.Find(object), bytes.LastIndex(object, objectEnd)
		if start == nil || end < 0 {
			return nil, errNotOurs
		}
		f.objects, ends = append(f.objects, object[len(start):end]), from
	}
	slices.Reverse(f.objects)
	if named := trailerInfo.FindSubmatch(pdf[at:]); named != nil {
		f.info, _ = strconv.Atoi(string(named[1]))
	}
	return f, f.whole()
}

// startOfTable is where the table of objects begins.
func startOfTable(pdf []byte) (int, error) {
	words := bytes.Fields(pdf[max(len(pdf)-40, 0):])
	if len(words) < 3 || string(words[len(words)-1]) != "%%EOF" {
		return 0, errNotOurs
	}
	at, err := strconv.Atoi(string(words[len(words)-2]))
	if err != nil || at < 0 || at > len(pdf) || !bytes.HasPrefix(pdf[at:], []byte("xref\n")) {
		return 0, errNotOurs
	}
	return at, nil
}

// whole says that the first object is the catalogue, where all that is added goes.
func (f *finished) whole() error {
	if len(f.objects) == 0 || !bytes.Contains(f.objects[0], []byte("/Type /Catalog")) || f.info > len(f.objects) {
		return errNotOurs
	}
	return nil
}

// add puts an entry at the end of the dictionary of an object.
func (f *finished) add(number int, entry string) {
	body := f.objects[number-1]
	f.objects[number-1] = slices.Concat(bytes.TrimSuffix(body, dictionary), []byte(entry+"\n"), dictionary)
}

// hash is what all that is drawn comes to, short enough to be read out.
func (f *finished) hash() string {
	h := sha256.New()
	for i, body := range f.objects {
		if i != 0 && i != f.info-1 {
			h.Write(body)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// write puts the file together.
func (f *finished) write(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	table := make([]string, len(f.objects))
	for i, body := range f.objects {
		table[i] = fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", i+1)
		b.Write(body)
		b.Write(objectEnd)
	}
	at, hash := b.Len(), f.hash()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%s", len(table)+1, strings.Join(table, ""))
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n",
		len(table)+1, f.info, hash, hash, at)
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// words is a text of the properties.
func words(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}

// atOnce is how many letters one block of a table of codes may have (PDF 1.7, 9.10.3).
const atOnce = 100

// letters is the table that says which letter each glyph of a font is, written anew: letter
// by letter, since Ghostscript turns the text of gopdf's ranges into rubbish, in blocks of as
// many as are allowed, over all codes, and with one letter a glyph, the plainest.
func letters(table []byte) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(glyphs(table), atOnce) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, g := range block {
			fmt.Fprintf(&b, "<%s> <%s>\n", g[0], g[1])
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return fmt.Appendf(nil, "<<\n/Length %d\n>>\nstream\n%sendstream\n", b.Len(), b.String())
}

// glyphs are pairs of a glyph and its letter, sorted; of two letters of one glyph, as the
// no-break space beside the space, the lower one.
func glyphs(table []byte) [][2]string {
	var all [][2]string
	for _, m := range letterRange.FindAllSubmatch(table, -1) {
		all = append(all, [2]string{string(m[1]), string(m[2])})
	}
	slices.SortFunc(all, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.CompactFunc(all, func(a, b [2]string) bool { return a[0] == b[0] })
}
