package field

import (
	"context"
	"slices"
	"sync"
	"time"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// draft counts what was typed or ticked and how much of it is saved.
type draft struct {
	// edits counts the changes by hand; sent and saved are how many of them were given to
	// the registry and are in it.
	edits, sent, saved int
	// displaying says that an input follows the registry, not a person.
	displaying bool
	lane       *lane
	// typing says that somebody is in the middle of the text: it is saved when they pause,
	// and stays as they wrote it until they leave.
	typing bool
	relief relief
	calm   func()
	// former are the values before all that was saved since the field was left last, nil
	// for nothing saved.
	former []registrar.Assign
}

// pause is how long nobody types before the text is kept against a crash (F-07).
const pause = 3 * time.Second

// forget takes everything as saved.
func (d *draft) forget() {
	d.stop()
	d.relief.drop()
	d.sent, d.saved, d.typing, d.former = d.edits, d.edits, false, nil
}

// stop calls the saving off that waits for a pause.
func (d *draft) stop() {
	if d.calm != nil {
		d.calm()
		d.calm = nil
	}
}

// lane keeps the changes of one field of one graduate in their order: an older value that
// comes to the disk late is left out.
type lane struct {
	mu   sync.Mutex
	last int
}

// do saves the value of an edit, unless a later one was there first.
func (l *lane) do(edit int, save func() ([]registrar.Finding, error)) ([]registrar.Finding, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if edit < l.last {
		return nil, nil
	}
	l.last = edit
	return save()
}

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
