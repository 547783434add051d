package table

import (
	"strings"
	"testing"

	"graduand/data/registrar/table"
	"graduand/ui/frame/frametest"
)

// KG-041: who is not asked for a field is named before it is changed for the others, and after.
func TestBulkNamesWhomTheFormDoesNotAsk(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)[:3]
	for _, id := range ids {
		frametest.ChangeField(t, w, id, "marks", "")
	}
	_, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids[:1], []table.Many{{Field: "category", Value: "school_current", How: table.Put}, {Field: "marks", Value: "uncontrolled_territory,extern", How: table.Put}})
	if err != nil {
		t.Fatal(err)
	}
	d := &bulkDialog{window: w, ids: ids}
	d.ask()
	frametest.Choose(d.lines[0].field, w.TitleOfField("gives_scans"))
	frametest.Choose(d.lines[0].one, "так")
	left := d.names[1] + ", " + d.names[2]
	if len(d.agreed) != 1 || !strings.Contains(d.lines[0].about.Text, "не зміниться: 2 ("+left+")") {
		t.Fatalf("%d would change: %q", len(d.agreed), d.lines[0].about.Text)
	}
	if words := d.done()(1); !strings.Contains(words, " Поля немає у формі, без змін: "+left) {
		t.Errorf("of one field it is said %q", words)
	}
	d.onMore()
	frametest.Choose(d.lines[1].field, w.TitleOfField("study_language"))
	frametest.Choose(d.lines[1].one, d.lines[1].one.Options[1])
	for _, field := range []string{"gives_scans", "study_language"} {
		if words := d.done()(1); !strings.Contains(words, "«"+w.TitleOfField(field)+"»: поля немає у формі, без змін: ") || !strings.Contains(words, left) {
			t.Errorf("of %s among two fields it is said %q", field, words)
		}
	}
	d.onDrop(d.lines[1])
	d.box.Confirm()
	frametest.MustSee(t, w, "без змін: "+left)
	if got := frametest.ValuesOf(t, w, "gives_scans"); strings.Join(got[:3], ",") != "yes,," {
		t.Errorf("they have %q", got[:3])
	}
	w.OnUndo()
	if got := frametest.Stored(t, w, ids[0], "gives_scans"); got != "" {
		t.Errorf("taken back, it is %q", got)
	}
}
