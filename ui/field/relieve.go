package field

import (
	"context"
	"slices"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// relief is what is no longer said under a field whose text is being made good.
type relief struct {
	asked frame.Turn
	// gone are the doubts that the text as it stands does not deserve any more.
	gone []string
}

// drop lets everything be said again.
func (r *relief) drop() {
	r.asked.Void()
	r.gone = nil
}

// relieve takes away what is said under the field once the text that is being typed does not
// deserve it any more. What would be said of it anew waits until the field is left.
func (f *inputFrame) relieve() {
	r, id, values := f.window.Registrar(), f.host.GraduateID(), f.input.Values()
	f.draft.relief.asked.Void()
	if f.refusal.Text == "" && len(f.shown) == 0 || id == "" || !f.able() {
		return
	}
	frame.RunAside(f.window, &f.draft.relief.asked, func(context.Context) ([]registrar.Finding, error) {
		return r.Table.Weigh(id, values)
	}, f.onWeighed)
}

func (f *inputFrame) onWeighed(found []registrar.Finding, err error) {
	if err != nil || !f.draft.typing {
		return
	}
	f.refuse("")
	for _, said := range f.shown {
		doubt := said.Doubt()
		if !slices.ContainsFunc(found, func(one registrar.Finding) bool { return one.Doubt() == doubt }) {
			f.draft.relief.gone = append(f.draft.relief.gone, doubt)
		}
	}
	f.Found(f.found)
	arrange(f.host)
}

// relieved says that a finding is not said while the text is being typed.
func (f *inputFrame) relieved(finding registrar.Finding) bool {
	return slices.Contains(f.draft.relief.gone, finding.Doubt())
}
