package registry

import (
	"graduand/data"
	"graduand/data/registry/ledger"
)

// notePrints keeps the prints of the files that the form of g names.
func (v *View) notePrints(g *data.Graduate, prints map[string]string) {
	for _, a := range v.Campaign().Attached(g) {
		g.NotePrint(a.ID, prints[a.ID])
	}
}

// noteRead gives a file that was attached before there were prints its own, now that it is
// open: from here on it is compared, and the next change of its graduate keeps it.
func (v *View) noteRead(graduate, file string, content []byte) {
	e := v.index.byID[graduate]
	if e == nil || e.graduate.Prints[file] != "" || !v.named(e.graduate)[file] {
		return
	}
	g := e.graduate.Clone()
	g.NotePrint(file, ledger.PrintOf(content))
	v.index.replace(g)
}

// named are the files that a graduate's form and receipts name.
func (v *View) named(g *data.Graduate) map[string]bool {
	named := map[string]bool{}
	for _, a := range v.Campaign().Attached(g) {
		named[a.ID] = true
	}
	return named
}
