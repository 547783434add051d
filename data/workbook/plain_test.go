package workbook

import (
	"encoding/xml"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"graduand/data"
)

// oddXML is of pieces that are plain, or nearly so, or no XML.
func oddXML(rng *rand.Rand) string {
	pieces := []string{"<a>", "</a>", "<a>", "</a>", "<a b=\"1\" x:c=\"д\">", "<x:a>", "</x:a>", "<a/>", "<a b=\"\" />", "<a b=\"/\"/>", "<a b='>'>", "<a b=\"x>y\">", "<a b=\"1\"c=\"2\">",
		"слово", " ", "\n", "\r\n", "a]]>b", "a]b", "&lt;", "&nbsp;", "<![CDATA[<a>]]>", "<!-- </a> -->", "<?pi?>", "\ufeff", "\uffff", "\x01", "\xd0", "<a b=\"\n\">", "<a\nb=\"1\">",
		"<a b = \"1\">", "<a b=1>", "<a b>", "<1a>", "<a:>", "<:a>", "<a:b:c>", "<a.b-c_d>", "</a.b-c_d>", "</a >", "<", ">", "< a>", "<a b=\"&amp;\">", "<a b=\"&\">", "<a  b=\"1\">", "<a b=\"]]>\">", "<é>", "<>", "</>", "<a b=\"1\" >"}
	plain := 1 + rng.IntN(len(pieces))
	var b strings.Builder
	b.WriteString([]string{"", "", "", "\ufeff", `<?xml version="1.0" encoding="UTF-8"?>`, `<?xml version="1.0" encoding="windows-1251"?>`}[rng.IntN(6)] + "<r>")
	b.WriteString(strings.Repeat([]string{"", "<a>слово</a>"}[rng.IntN(2)], rng.IntN(2)*rng.IntN(1200)))
	for range rng.IntN(40) {
		b.WriteString(pieces[rng.IntN(plain)])
	}
	return b.String() + "</r>"
}

// toldAs is what events tell of a document.
func toldAs(e *events) (told []xml.Token, err error) {
	for {
		token, err := e.next()
		if err != nil {
			return told, err
		}
		told = append(told, xml.CopyToken(token))
	}
}

// TestPlainEventsAreThoseOfXML: whatever stands in a document, each event is what encoding/xml says, and
// the same is refused.
func TestPlainEventsAreThoseOfXML(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		document := oddXML(rng)
		bare := newEvents(t.Context(), "part", "", strings.NewReader(document))
		bare.recoded = true // nothing is plain then
		want, wanted := toldAs(bare)
		told, err := toldAs(newEvents(t.Context(), "part", "", strings.NewReader(document)))
		if !reflect.DeepEqual(told, want) || data.CodeOf(err) != data.CodeOf(wanted) || (err == io.EOF) != (wanted == io.EOF) {
			t.Fatalf("%q: got %d events and %v, want %d and %v\n%#v\n%#v", document, len(told), err, len(want), wanted, told, want)
		}
	}
}

// TestPlainEventsAreOfUse: of a table as programs write it encoding/xml reads hardly anything.
func TestPlainEventsAreOfUse(t *testing.T) {
	document := `<?xml version="1.0"?>` + "\n<worksheet><sheetData>" + strings.Repeat(`<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>17</v></c><c r="B1" s="2"/></row>`+"\n", 5000) + "</sheetData></worksheet>"
	e := newEvents(t.Context(), "part", "worksheet", strings.NewReader(document))
	if _, err := toldAs(e); err != io.EOF {
		t.Fatal(err)
	}
	if read := e.decoder.InputOffset(); read > int64(len(document))/20 {
		t.Errorf("encoding/xml has read %d of %d bytes", read, len(document))
	}
}
