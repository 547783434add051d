package registrar

import (
	"bytes"
	"testing"

	"graduand/data/papers"
)

// paperOf is a graduate as papers see one.
func paperOf(t testing.TB, r *Registrar, id string) papers.Graduate {
	t.Helper()
	found, err := r.findings(r.index.byID[id], r.Today())
	if err != nil {
		t.Fatal(err)
	}
	return papers.Graduate{Graduate: r.index.byID[id].graduate, Findings: found}
}

// papersOf are all graduates as papers see them.
func papersOf(t testing.TB, r *Registrar) []papers.Graduate {
	t.Helper()
	var all []papers.Graduate
	for _, e := range r.index.ordered {
		all = append(all, paperOf(t, r, e.graduate.ID))
	}
	return all
}

// accessesOf is the workbook of the accesses of the chosen graduates.
func accessesOf(t testing.TB, r *Registrar, only []string) []byte {
	t.Helper()
	issued, err := r.issue(ctx, only)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeAccesses(&b, r.source(), issued); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
