package table

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/table"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Nothing of the dialogs for many at once is cut: in any language, in both sizes of the
// window, and with large letters in the larger one.
func TestBulkFit(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 5)
	ids := frametest.IdsOf(t, w)[:3]
	if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids, []table.Many{{Field: "street", Value: "вул. Стара", How: table.Put}}); err != nil {
		t.Fatal(err)
	}
	for _, language := range text.Languages() {
		for _, scale := range []int{100, 130} {
			w.Settings.Language, w.Settings.Scale = language, scale
			w.Forget()
			w.Go(frame.Route{Screen: frame.Graduates})
			for _, size := range frametest.WindowSizes[:2-scale/130] {
				w.Fyne().Resize(size)
				bulkFits(t, w, ids, fmt.Sprintf("%s-%d-%.0f", language, scale, size.Width))
			}
		}
	}
}

// bulkFits opens every dialog for many at once and looks at it.
func bulkFits(t *testing.T, w *frame.Window, ids []string, look string) {
	t.Helper()
	bulk := func(field string, give func(d *bulkDialog)) func() {
		return func() {
			d := &bulkDialog{window: w, ids: ids}
			d.ask()
			frametest.Choose(d.lines[0].field, w.TitleOfField(field))
			give(d)
		}
	}
	erased := table.Proposed{Graduate: ids[0], Name: "Ґалаґан Мар’яна Олександрівна", Place: "C7", Field: "street", Before: "вул. Стара"}
	for name, open := range map[string]func(){
		"text":    bulk("street", func(d *bulkDialog) { d.box.Confirm() }),
		"clear":   bulk("street", func(d *bulkDialog) { d.lines[0].clear.SetChecked(true) }),
		"one":     bulk("language", func(d *bulkDialog) { d.box.Confirm() }),
		"several": bulk("subjects", func(d *bulkDialog) { frametest.Choose(d.lines[0].how, d.lines[0].how.Options[2]); d.box.Confirm() }),
		"collect": func() { AskCollect(w, nil, "") },
		"doubt": func() {
			doubted := erased
			doubted.After, doubted.Doubt = "вул. Лісова", &data.Error{Code: "proposals.moved", Args: data.Args{"value": "вул. Лісова", "other": "Євтушенко-Гриценко Владислав"}}
			newProposals(w, "file", []table.Proposed{doubted}, nil).show("file")
		},
		"erased": func() { newProposals(w, "file", []table.Proposed{erased}, nil).show("file") },
	} {
		open()
		frametest.Shot(t, w, "bulk-"+name+"-"+look)
		if leaving := w.Boxes()[0].Buttons()[0].Text; name != "collect" && leaving == w.Say("ui.cancel", nil) {
			t.Errorf("%s-%s: %q sounds like the other button", name, look, leaving)
		}
		for _, overlay := range w.Canvas().Overlays().List() {
			frametest.Fits(t, name+"-"+look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		for len(w.Boxes()) > 0 {
			frametest.Esc(w)
		}
	}
}
