package field

import (
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
)

// findingWords are the sentence of a finding. Where a rule finds nothing they are what it asks
// about, and where it could not see that, both.
func findingWords(w *frame.Window, f photo.Finding) string {
	switch {
	case f.Text == "":
		return w.Say(registrar.PictureRule(f.Rule), nil)
	case found(f):
		return w.Say(f.Text, f.Args)
	}
	return w.Say(registrar.PictureRule(f.Rule), nil) + ". " + w.Say(f.Text, f.Args)
}
