package desktest

import (
	"bytes"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// LettersOf draws a paper of the kit.
func LettersOf(t testing.TB, r *registrar.Registrar, document string, ids ...string) (printing.Printed, error) {
	t.Helper()
	var b bytes.Buffer
	return r.Printing.Draw(&b, ".pdf", printing.Job{Document: document, Only: ids})
}

// SourceOf is what papers are made from.
func SourceOf(r *registrar.Registrar) *papers.Source {
	return &papers.Source{Campaign: r.Campaign(), School: r.School(), Today: r.Today()}
}

// FindingsOf are what the check finds with a graduate.
func FindingsOf(r *registrar.Registrar, id string) ([]data.Finding, error) {
	return registry.Read(r.Registry, registry.RightLook, func(v *registry.View) ([]data.Finding, error) {
		return v.Findings(v.Lookup(id))
	})
}

// PaperOf is a graduate as papers see one.
func PaperOf(t testing.TB, r *registrar.Registrar, id string) papers.Graduate {
	t.Helper()
	found, err := FindingsOf(r, id)
	if err != nil {
		t.Fatal(err)
	}
	return papers.Graduate{Graduate: MustFind(t, r, id), Findings: found}
}

// PapersOf are all graduates as papers see them.
func PapersOf(t testing.TB, r *registrar.Registrar) []papers.Graduate {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var all []papers.Graduate
	for _, row := range rows {
		all = append(all, PaperOf(t, r, row.Graduate.ID))
	}
	return all
}
