// Package workbooktest takes spreadsheets apart and puts them together again, so that tests
// can hand in what no honest program writes. Only tests import it.
package workbooktest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// Parts unpacks a workbook: the names of its parts in their order, and the parts.
func Parts(t testing.TB, content []byte) (names []string, bodies map[string][]byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	bodies = map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		must(t, err)
		body, err := io.ReadAll(r)
		must(t, err)
		names, bodies[f.Name] = append(names, f.Name), body
	}
	return names, bodies
}

// Pack makes a workbook of parts.
func Pack(t testing.TB, names []string, bodies map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		part, err := w.Create(name)
		must(t, err)
		_, err = part.Write(bodies[name])
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

// Replace rebuilds a workbook with one part changed, or added.
func Replace(t testing.TB, content []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	names, bodies := Parts(t, content)
	if _, found := bodies[name]; !found {
		names = append(names, name)
	}
	bodies[name] = change(bodies[name])
	return Pack(t, names, bodies)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
