package mutatedtest

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"strings"
)

// Archive is a zip whose parts are spoilt one by one; those that are not stay packed as they are, so that many
// can be made in a second.
type Archive struct{ parts []part }

type part struct {
	name         string
	packed, body []byte
	method       uint16
}

// Open takes a zip apart; it is a sound one.
func Open(content []byte) *Archive {
	z := must(zip.NewReader(bytes.NewReader(content), int64(len(content))))
	a := &Archive{}
	for _, f := range z.File {
		a.parts = append(a.parts, part{f.Name, must(io.ReadAll(must(f.OpenRaw()))), must(io.ReadAll(must(f.Open()))), f.Method})
	}
	return a
}

// must is what cannot fail of a sound file, or in memory.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// Spoilt is a zip with one part changed by spoil, or, one time in forty, with a part lost, doubled, or under
// the name of another, or with octets spoilt of the zip itself. It says which part. Of parts whose names begin
// with one of rare few are chosen.
func (a *Archive) Spoilt(m *Mutator, rare []string, spoil func(name string, body []byte) []byte) (content []byte, name string) {
	at := m.IntN(len(a.parts))
	for beginsAny(a.parts[at].name, rare) && m.IntN(8) > 0 {
		at = m.IntN(len(a.parts))
	}
	parts := append([]part{}, a.parts...)
	p := &parts[at]
	switch m.IntN(160) {
	case 0:
		parts = append(parts[:at:at], parts[at+1:]...)
		return Zip(parts, nil), "without a part"
	case 1:
		return Zip(append(parts, *p), nil), "a part twice"
	case 2:
		p.name = One(m, a.parts).name
		return Zip(parts, nil), "a part under another name"
	case 3:
		return m.Octets(Zip(parts, nil), nil), "octets of the zip"
	}
	name = p.name
	p.body = spoil(name, p.body)
	p.packed, p.method = p.body, zip.Store
	if m.IntN(16) == 0 {
		return Zip(parts, p), name
	}
	return Zip(parts, nil), name
}

func beginsAny(name string, with []string) bool {
	for _, w := range with {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

// Zip puts parts together; of one that is deflated, nil for none, the content is packed anew.
func Zip(parts []part, deflated *part) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range parts {
		p := &parts[i]
		if p == deflated {
			must(must(w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})).Write(p.body))
			continue
		}
		header := &zip.FileHeader{Name: p.name, Method: p.method, CRC32: crc32.ChecksumIEEE(p.body),
			CompressedSize64: uint64(len(p.packed)), UncompressedSize64: uint64(len(p.body))}
		must(must(w.CreateRaw(header)).Write(p.packed))
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
