package registry

import (
	"slices"

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

// printsOf are the prints of the files that the form and the receipts of g name, each once.
func (x *index) printsOf(g *data.Graduate) []string {
	if len(g.Prints) == 0 || g.Removed != nil {
		return nil
	}
	var prints []string
	for _, a := range x.campaign.Attached(g) {
		if print := g.Prints[a.ID]; print != "" && !slices.Contains(prints, print) {
			prints = append(prints, print)
		}
	}
	return prints
}

// repeatedPictures ask about each photo and scan of g that another has too: of many files
// with like names the one of the person before is soon taken.
func (x *index) repeatedPictures(g *data.Graduate) []data.Finding {
	if len(g.Prints) == 0 {
		return nil
	}
	var found []data.Finding
	for _, a := range x.campaign.Attached(g) {
		for _, e := range x.pictures[g.Prints[a.ID]] {
			if e.graduate.ID == g.ID {
				continue
			}
			found = append(found, data.Finding{Graduate: g.ID, Rule: "file_of_other", Severity: data.SeverityConfirm, Field: a.Field,
				Args: data.Args{"other": e.graduate.FullName(), "class": e.graduate.Class, "id": e.graduate.ID}})
			break
		}
	}
	return found
}
