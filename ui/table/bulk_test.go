package table

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar/table"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestBulkDialog(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)[:3]
	opened := func(t *testing.T) *bulkDialog {
		t.Helper()
		d := &bulkDialog{window: w, ids: ids}
		d.ask()
		return d
	}
	t.Run("KG-041 nothing is proposed and nothing done before there is a value", func(t *testing.T) {
		before := map[string][]string{}
		d := opened(t)
		for _, f := range d.fields {
			before[f.Code] = frametest.ValuesOf(t, w, f.Code)
		}
		for _, f := range d.fields {
			frametest.Choose(d.lines[0].field, w.TitleOfField(f.Code))
			for _, how := range hows {
				if f.Several {
					frametest.Choose(d.lines[0].how, w.Say("bulk_screen."+string(how), nil))
				}
				frametest.MustNotSee(t, w, "Зміниться", "порожнім")
				d.box.Confirm()
				if len(w.Boxes()) != 1 || len(d.agreed) > 0 || d.lines[0].missing() == "" || d.lines[0].about.Text != d.lines[0].missing() || d.lines[0].about.Importance != widget.DangerImportance {
					t.Fatalf("%s %s: %d would change, %q", f.Code, how, len(d.agreed), d.lines[0].about.Text)
				}
				if !f.Several {
					break
				}
			}
		}
		d.box.Leave()
		for _, f := range d.fields {
			if got := frametest.ValuesOf(t, w, f.Code); !slices.Equal(got, before[f.Code]) {
				t.Errorf("%s was %v and is %v", f.Code, before[f.Code], got)
			}
		}
	})
	t.Run("KG-041 a text that is taken away again, or of which nothing is left, is no value", func(t *testing.T) {
		d := opened(t)
		defer d.box.Leave()
		frametest.Choose(d.lines[0].field, "Вулиця")
		d.lines[0].entry.SetText("вул. Спільна")
		for _, nothing := range []string{"", "  ", "—"} {
			if nothing == "—" {
				frametest.Choose(d.lines[0].field, "Дата народження")
			}
			d.lines[0].entry.SetText(nothing)
			if len(d.agreed) > 0 {
				t.Errorf("%q would empty %d", nothing, len(d.agreed))
			}
			d.box.Confirm()
			frametest.MustSee(t, w, "Впишіть нове значення")
		}
	})
	t.Run("KG-041 to empty a field is ticked, said and undone", func(t *testing.T) {
		if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids, []table.Many{{Field: "street", Value: "вул. Стара", How: table.Put}}); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		frametest.Choose(d.lines[0].field, "Вулиця")
		d.lines[0].entry.SetText("вул. Інша")
		d.lines[0].clear.SetChecked(true)
		if !d.lines[0].entry.Disabled() {
			t.Error("a text and its emptying are both open")
		}
		frametest.MustSee(t, w, "Очистити поле в усіх", "Поле стане порожнім: 3")
		frametest.Shot(t, w, "bulk-clear")
		d.lines[0].clear.SetChecked(false)
		frametest.MustNotSee(t, w, "Поле стане порожнім")
		frametest.MustSee(t, w, "вул. Інша", "буде затерто")
		d.lines[0].clear.SetChecked(true)
		frametest.Confirm(w)
		if got := frametest.ValuesOf(t, w, "street")[:3]; strings.Join(got, "") != "" {
			t.Errorf("streets %v", got)
		}
		frametest.Tap(t, w, "Повернути")
		if got := frametest.ValuesOf(t, w, "street")[0]; got != "вул. Стара" {
			t.Errorf("street %q", got)
		}
	})
	t.Run("KG-041 a field of one code is emptied by a choice, one of several by its tick", func(t *testing.T) {
		many := []table.Many{{Field: "language", Value: "crh", How: table.Put}, {Field: "subjects", Value: "ukrainian", How: table.Put}}
		if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids, many); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		frametest.Choose(d.lines[0].field, "Мова завдань")
		if d.lines[0].one.Selected != "" {
			t.Errorf("%q is chosen", d.lines[0].one.Selected)
		}
		frametest.Choose(d.lines[0].one, "(очистити)")
		frametest.MustSee(t, w, "Поле стане порожнім: 3")
		frametest.Confirm(w)
		d = opened(t)
		frametest.Choose(d.lines[0].field, w.TitleOfField("subjects"))
		frametest.Choose(d.lines[0].how, w.Say("bulk_screen.put", nil))
		d.lines[0].clear.SetChecked(true)
		frametest.Choose(d.lines[0].how, w.Say("bulk_screen.include", nil))
		if d.lines[0].clear.Visible() || d.lines[0].emptying() || d.lines[0].ticks[0].Disabled() {
			t.Error("what is added can be empty")
		}
		frametest.Choose(d.lines[0].how, w.Say("bulk_screen.put", nil))
		d.lines[0].clear.SetChecked(true)
		frametest.MustSee(t, w, "Поле стане порожнім: 3")
		frametest.Confirm(w)
		if got := slices.Concat(frametest.ValuesOf(t, w, "language")[:3], frametest.ValuesOf(t, w, "subjects")[:3]); strings.Join(got, "") != "" {
			t.Errorf("left: %q", got)
		}
	})
	t.Run("KG-041 a text for all who are ticked, after saying what it overwrites", func(t *testing.T) {
		if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids[:1], []table.Many{{Field: "street", Value: "вул. Стара", How: table.Put}}); err != nil {
			t.Fatal(err)
		}
		before := frametest.ValuesOf(t, w, "street")
		d := opened(t)
		frametest.Choose(d.lines[0].field, "Вулиця")
		d.lines[0].entry.SetText("вул. Спільна")
		frametest.MustSee(t, w, "Змінити 3 випускників", "Зміниться в 3 із 3.", "буде затерто:")
		frametest.Shot(t, w, "bulk-text")
		frametest.Confirm(w)
		want := append([]string{"вул. Спільна", "вул. Спільна", "вул. Спільна"}, before[3:]...)
		if got := frametest.ValuesOf(t, w, "street"); !slices.Equal(got, want) {
			t.Errorf("streets %v, want %v", got, want)
		}
		people := about(w, d.changes)["names"].(string)
		frametest.MustSee(t, w, "Змінено: 3, «Вулиця»: "+people)
		frametest.Tap(t, w, "Повернути")
		if got := frametest.ValuesOf(t, w, "street"); !slices.Equal(got, before) {
			t.Errorf("undone, and streets are %v, not %v", got, before)
		}
		frametest.MustSee(t, w, "Повернуто")
		w.OnRedo()
		if got := frametest.ValuesOf(t, w, "street"); !slices.Equal(got, want) {
			t.Errorf("done again, and streets are %v", got)
		}
		w.OnUndo()
	})
	t.Run("KG-041 who is meant is named before", func(t *testing.T) {
		names := []string(nil)
		for _, id := range ids {
			names = append(names, frametest.GraduateOf(t, w, id).FullName())
		}
		for words, ticked := range map[string]bool{"Позначено: " + w.Named(names): true, "лише поточний рядок: " + w.Named(names): false} {
			AskBulk(w, ids, ticked)
			if said := strings.Join(strings.Fields(frametest.DialogWords(w)), " "); !strings.Contains(said, words) {
				t.Errorf("%q is not said in %q", words, said)
			}
			w.Boxes()[0].Leave()
		}
	})
	t.Run("KG-041 what somebody has changed meanwhile is not undone", func(t *testing.T) {
		d := opened(t)
		frametest.Choose(d.lines[0].field, "Вулиця")
		d.lines[0].entry.SetText("вул. Спільна")
		frametest.Confirm(w)
		frametest.ChangeField(t, w, ids[1], "street", "вул. Інша")
		frametest.Tap(t, w, "Повернути")
		if got := frametest.ValuesOf(t, w, "street"); got[0] != "вул. Спільна" || got[1] != "вул. Інша" {
			t.Errorf("streets %v", got)
		}
		frametest.Tap(t, w, "Закрити")
	})
	t.Run("UA-038 subjects are ticked and added", func(t *testing.T) {
		if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids, []table.Many{{Field: "subjects", Value: "ukrainian", How: table.Put}}); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		frametest.Choose(d.lines[0].field, w.TitleOfField("subjects"))
		if len(d.agreed) > 0 {
			t.Errorf("nothing is ticked, and %d would change", len(d.agreed))
		}
		for _, tick := range d.lines[0].ticks {
			if tick.Text == "Хімія" {
				tick.SetChecked(true)
			}
		}
		frametest.MustSee(t, w, "Зміниться в 3 із 3.")
		frametest.Shot(t, w, "bulk-subjects")
		frametest.Confirm(w)
		if got := frametest.ValuesOf(t, w, "subjects")[:3]; !slices.Equal(got, []string{"ukrainian,chemistry", "ukrainian,chemistry", "ukrainian,chemistry"}) {
			t.Errorf("subjects %v", got)
		}
	})
	t.Run("UA-039 a subject with levels is added with one of them", func(t *testing.T) {
		d := opened(t)
		frametest.Choose(d.lines[0].field, w.TitleOfField("subjects"))
		var levels []*widgets.DialogCheck
		for _, tick := range d.lines[0].ticks {
			if strings.HasPrefix(tick.Text, "Німецька") {
				levels = append(levels, tick)
				tick.SetChecked(true)
			}
		}
		if len(levels) != 2 || levels[0].Checked || !levels[1].Checked {
			t.Fatalf("%d levels", len(levels))
		}
		frametest.Confirm(w)
		if got := frametest.ValuesOf(t, w, "subjects")[0]; got != "ukrainian,chemistry,german:profile" {
			t.Errorf("subjects %v", got)
		}
	})
	t.Run("KG-041 a choice by its title; a bad value changes nobody", func(t *testing.T) {
		d := opened(t)
		frametest.Choose(d.lines[0].field, "Мова завдань")
		frametest.Choose(d.lines[0].one, "кримськотатарська")
		frametest.Confirm(w)
		if got := frametest.ValuesOf(t, w, "language")[:3]; !slices.Equal(got, []string{"crh", "crh", "crh"}) {
			t.Errorf("languages %v", got)
		}
		d = opened(t)
		frametest.Choose(d.lines[0].field, "Дата народження")
		d.lines[0].entry.SetText("колись")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "колись")
		if len(w.Boxes()) != 1 {
			t.Errorf("%d dialogs are open", len(w.Boxes()))
		}
		d.box.Leave()
	})
	t.Run("KG-041 names and numbers are nobody's in common", func(t *testing.T) {
		d := opened(t)
		defer d.box.Leave()
		for _, f := range d.fields {
			if slices.Contains([]string{"surname", "phone", "card_number", "document_number"}, f.Code) {
				t.Errorf("%s is offered", f.Code)
			}
		}
	})
}
