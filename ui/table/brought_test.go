package table

import (
	"slices"
	"strings"
	"testing"

	"graduand/ui/frame/frametest"
)

// What a value brings along is taken and left with it, and the dialog of several names it with old and new.
func TestWhatIsBroughtAlong(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)[:1]
	frametest.ChangeField(t, w, ids[0], "subjects", "ukrainian,mathematics,geography")
	frametest.ChangeField(t, w, ids[0], "attestation", "ukrainian,mathematics")
	read, err := w.Registrar().Table.Paste("ukrainian,geography\n", ids, []string{"subjects"})
	if err != nil {
		t.Fatal(err)
	}
	p := newProposals(w, "", read.Proposals, nil)
	p.show("x")
	for _, step := range []struct{ ticked, taken []string }{{[]string{"0", "1"}, []string{"0", "1"}}, {[]string{"1"}, nil}, {[]string{"0"}, []string{"0", "1"}}} {
		p.table.Select(step.ticked...)
		if keys, _ := p.ticked(); !slices.Equal(keys, step.taken) {
			t.Errorf("of the rows %v ticked %v are taken", step.ticked, keys)
		}
	}
	p.onCursor("1")
	if want := w.Say("proposals.along", map[string]any{"with": w.TitleOfField("subjects")}); !strings.Contains(p.detail.Text, want) {
		t.Errorf("of the row it is said %q", p.detail.Text)
	}
	p.box.Leave()
	d := &bulkDialog{window: w, ids: ids}
	d.ask()
	frametest.Choose(d.lines[0].field, w.TitleOfField("attestation"))
	frametest.Choose(d.lines[0].how, w.Say("bulk_screen.include", nil))
	d.lines[0].ticks[slices.Index(d.lines[0].codes, "history")].SetChecked(true)
	was, is := w.TitleOfCode("subjects", "ukrainian,mathematics,geography"), w.TitleOfCode("subjects", "ukrainian,mathematics,geography,history")
	for _, words := range []string{d.lines[0].about.Text, d.done()(1)} {
		if !strings.Contains(words, "«"+was+"» → «"+is+"»") {
			t.Errorf("it is said %q", words)
		}
	}
	d.box.Confirm()
	w.OnUndo()
	if got := frametest.GraduateOf(t, w, ids[0]).Get("subjects"); got != "ukrainian,mathematics,geography" {
		t.Errorf("taken back, the subjects are %q", got)
	}
}
