package mutatedtest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// spoilers are the ways of a mutator, each with a content that it is made for.
var spoilers = map[string]struct {
	content string
	spoil   func(m *Mutator, content []byte) []byte
}{
	"octets": {"\x00\x01graduand\xff", func(m *Mutator, b []byte) []byte { return m.Octets(b, []string{"PK"}) }},
	"text":   {"a;b\nc;\"d\"\n\n;e", func(m *Mutator, b []byte) []byte { return m.Text(b, ";\"", []string{"NaN", ""}) }},
	"xml":    {`<a b="c" d="e"><f>g</f><h/></a>`, func(m *Mutator, b []byte) []byte { return m.XML(b, []string{"<v>1</v>", `r=""`, ""}) }},
}

// The same seed spoils in the same way, what is given stays as it was, and nothing grows without bounds; also
// of a content that has hardly anything to spoil.
func TestSpoilersAreTame(t *testing.T) {
	for name, s := range spoilers {
		for _, content := range []string{s.content, "", "<", "\n", "x"} {
			one, again, other, changed := New(7), New(7), New(8), 0
			for range 3000 {
				given := []byte(content)
				spoilt := s.spoil(one, given)
				if string(given) != content || !bytes.Equal(spoilt, s.spoil(again, given)) || len(spoilt) > 6*most {
					t.Fatalf("%s of %q: %d octets, given %q", name, content, len(spoilt), given)
				}
				if !bytes.Equal(spoilt, s.spoil(other, given)) {
					changed++
				}
			}
			if content == s.content && changed < 2000 {
				t.Errorf("%s: %d of 3000 are others with another seed", name, changed)
			}
		}
	}
}

// An archive is put together as it was, but for one part, and stays sound as a zip nearly always.
func TestArchiveOfSpoiltParts(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, name := range []string{"a", "b", "rare/c"} {
		must(must(w.Create(name)).Write(bytes.Repeat([]byte(name), 100)))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	a, m, sound, rare := Open(packed.Bytes()), New(1), 0, 0
	for range 2000 {
		content, name := a.Spoilt(m, []string{"rare"}, func(string, []byte) []byte { return []byte("spoilt") })
		z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil || len(z.File) != 3 || a.parts[0].name != name && name != "b" && name != "rare/c" {
			continue
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(r)
			if is := string(body) == "spoilt"; err != nil || is != (f.Name == name) {
				t.Fatalf("%s of %s spoilt holds %q, %v", f.Name, name, body, err)
			}
		}
		if sound++; name == "rare/c" {
			rare++
		}
	}
	if sound < 1900 || rare == 0 || rare > 200 {
		t.Errorf("%d of 2000 are zips, of %d of them the rare part is spoilt", sound, rare)
	}
}
