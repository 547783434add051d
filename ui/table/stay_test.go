package table

import (
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// bulkStreet is the dialog of several with a street typed.
func bulkStreet(t *testing.T) (*frame.Window, *bulkDialog, []string) {
	t.Helper()
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)[:3]
	d := &bulkDialog{window: w, ids: ids, marked: true}
	d.ask()
	frametest.Choose(d.lines[0].field, "Вулиця")
	d.lines[0].entry.SetText("вул. Нова")
	return w, d, ids
}

// The dialog of several is there until the change is stored: nothing in it is done twice, nor left.
func TestBulkStaysUntilItIsStored(t *testing.T) {
	w, d, ids := bulkStreet(t)
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	d.box.Confirm()
	if len(w.Boxes()) != 1 || !d.box.Primary().Disabled() {
		t.Fatalf("%d dialogs while it is stored, the button is off: %v", len(w.Boxes()), d.box.Primary().Disabled())
	}
	d.box.Leave()
	d.box.Confirm()
	if len(w.Boxes()) != 1 {
		t.Error("Esc took away what is being stored")
	}
	loop.Rest()
	if len(w.Boxes()) != 0 {
		t.Errorf("%d dialogs are left", len(w.Boxes()))
	}
	if got := frametest.GraduateOf(t, w, ids[2]).Get("street"); got != "вул. Нова" {
		t.Errorf("the street is %q", got)
	}
	w.OnUndo()
	loop.Rest()
	if got := frametest.GraduateOf(t, w, ids[2]).Get("street"); got == "вул. Нова" {
		t.Error("it is not taken back as one")
	}
}

// What cannot be stored is told, and all that was typed stays.
func TestBulkKeepsWhatCannotBeStored(t *testing.T) {
	w, d, ids := bulkStreet(t)
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[1:2], ""); err != nil {
		t.Fatal(err)
	}
	d.box.Confirm()
	if len(w.Boxes()) != 2 {
		t.Fatalf("%d dialogs after a refusal", len(w.Boxes()))
	}
	frametest.MustSee(t, w, w.Say("ui.failed", nil))
	frametest.Esc(w)
	if len(w.Boxes()) != 1 || d.lines[0].entry.Text != "вул. Нова" || d.box.Primary().Disabled() {
		t.Errorf("%d dialogs, the street is %q, the button is off: %v", len(w.Boxes()), d.lines[0].entry.Text, d.box.Primary().Disabled())
	}
}

// So it is where a pasted block is taken: what was ticked stays.
func TestProposalsStayUntilTheyAreTaken(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)
	read, err := w.Registrar().Table.Paste("701\n702\n", ids[:2], []string{"house"})
	if err != nil {
		t.Fatal(err)
	}
	p := newProposals(w, "", read.Proposals, nil)
	p.show("x")
	if err := w.Registrar().Table.Remove(frametest.Ctx, ids[1:2], ""); err != nil {
		t.Fatal(err)
	}
	p.box.Confirm()
	frametest.MustSee(t, w, w.Say("ui.failed", nil))
	frametest.Esc(w)
	if _, chosen := p.ticked(); len(w.Boxes()) != 1 || len(chosen) != 2 {
		t.Fatalf("%d dialogs, %d ticked", len(w.Boxes()), len(chosen))
	}
	if err := w.Registrar().Table.Restore(frametest.Ctx, ids[1:2]); err != nil {
		t.Fatal(err)
	}
	p.box.Confirm()
	if got := frametest.GraduateOf(t, w, ids[1]).Get("house"); got != "702" || len(w.Boxes()) != 0 {
		t.Errorf("the house is %q, %d dialogs", got, len(w.Boxes()))
	}
}
