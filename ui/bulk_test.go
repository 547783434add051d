package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

func TestBulkDialog(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 6)
	ids := idsOf(t, w)[:3]
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
			before[f.Code] = valuesOf(t, w, f.Code)
		}
		for _, f := range d.fields {
			choose(d.field, w.titleOfField(f.Code))
			for _, how := range hows {
				if f.Several {
					choose(d.how, w.say("bulk_screen."+string(how), nil))
				}
				mustNotSee(t, w, "Зміниться", "порожнім")
				d.box.confirm()
				if len(w.Boxes()) != 1 || len(d.agreed) > 0 || d.missing() == "" || d.about.Text != d.missing() || d.about.Importance != widget.DangerImportance {
					t.Fatalf("%s %s: %d would change, %q", f.Code, how, len(d.agreed), d.about.Text)
				}
				if !f.Several {
					break
				}
			}
		}
		d.box.leave()
		for _, f := range d.fields {
			if got := valuesOf(t, w, f.Code); !slices.Equal(got, before[f.Code]) {
				t.Errorf("%s was %v and is %v", f.Code, before[f.Code], got)
			}
		}
	})
	t.Run("KG-041 a text that is taken away again, or of which nothing is left, is no value", func(t *testing.T) {
		d := opened(t)
		defer d.box.leave()
		choose(d.field, "Вулиця")
		d.entry.SetText("вул. Спільна")
		for _, nothing := range []string{"", "  ", "—"} {
			if nothing == "—" {
				choose(d.field, "Дата народження")
			}
			d.entry.SetText(nothing)
			if len(d.agreed) > 0 {
				t.Errorf("%q would empty %d", nothing, len(d.agreed))
			}
			d.box.confirm()
			mustSee(t, w, "Впишіть нове значення")
		}
	})
	t.Run("KG-041 to empty a field is ticked, said and undone", func(t *testing.T) {
		if _, err := w.Registrar().ChangeMany(ctx, ids, []registrar.Many{{Field: "street", Value: "вул. Стара", How: registrar.Put}}); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		choose(d.field, "Вулиця")
		d.entry.SetText("вул. Інша")
		d.clear.SetChecked(true)
		if !d.entry.Disabled() {
			t.Error("a text and its emptying are both open")
		}
		mustSee(t, w, "Очистити поле в усіх", "Поле стане порожнім: 3")
		shot(t, w, "bulk-clear")
		d.clear.SetChecked(false)
		mustNotSee(t, w, "Поле стане порожнім")
		mustSee(t, w, "вул. Інша", "буде затерто")
		d.clear.SetChecked(true)
		confirm(w)
		if got := valuesOf(t, w, "street")[:3]; strings.Join(got, "") != "" {
			t.Errorf("streets %v", got)
		}
		tap(t, w, "Повернути")
		if got := valuesOf(t, w, "street")[0]; got != "вул. Стара" {
			t.Errorf("street %q", got)
		}
	})
	t.Run("KG-041 a field of one code is emptied by a choice, one of several by its tick", func(t *testing.T) {
		many := []registrar.Many{{Field: "language", Value: "crh", How: registrar.Put}, {Field: "subjects", Value: "ukrainian", How: registrar.Put}}
		if _, err := w.Registrar().ChangeMany(ctx, ids, many); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		choose(d.field, "Мова завдань")
		if d.one.Selected != "" {
			t.Errorf("%q is chosen", d.one.Selected)
		}
		choose(d.one, "(очистити)")
		mustSee(t, w, "Поле стане порожнім: 3")
		confirm(w)
		d = opened(t)
		choose(d.field, w.titleOfField("subjects"))
		choose(d.how, w.say("bulk_screen.put", nil))
		d.clear.SetChecked(true)
		choose(d.how, w.say("bulk_screen.include", nil))
		if d.clear.Visible() || d.emptying() || d.ticks[0].Disabled() {
			t.Error("what is added can be empty")
		}
		choose(d.how, w.say("bulk_screen.put", nil))
		d.clear.SetChecked(true)
		mustSee(t, w, "Поле стане порожнім: 3")
		confirm(w)
		if got := slices.Concat(valuesOf(t, w, "language")[:3], valuesOf(t, w, "subjects")[:3]); strings.Join(got, "") != "" {
			t.Errorf("left: %q", got)
		}
	})
	t.Run("KG-041 a text for all who are ticked, after saying what it overwrites", func(t *testing.T) {
		if _, err := w.Registrar().ChangeMany(ctx, ids[:1], []registrar.Many{{Field: "street", Value: "вул. Стара", How: registrar.Put}}); err != nil {
			t.Fatal(err)
		}
		before := valuesOf(t, w, "street")
		d := opened(t)
		choose(d.field, "Вулиця")
		d.entry.SetText("вул. Спільна")
		mustSee(t, w, "Змінити 3 випускників", "Зміниться в 3 із 3.", "буде затерто:")
		shot(t, w, "bulk-text")
		confirm(w)
		want := append([]string{"вул. Спільна", "вул. Спільна", "вул. Спільна"}, before[3:]...)
		if got := valuesOf(t, w, "street"); !slices.Equal(got, want) {
			t.Errorf("streets %v, want %v", got, want)
		}
		mustSee(t, w, "Повернути попереднє можна в історії")
		tap(t, w, "Повернути")
		if got := valuesOf(t, w, "street"); !slices.Equal(got, before) {
			t.Errorf("undone, and streets are %v, not %v", got, before)
		}
		mustSee(t, w, "Повернуто попередніх значень: 3")
	})
	t.Run("KG-041 what somebody has changed meanwhile is not undone", func(t *testing.T) {
		d := opened(t)
		choose(d.field, "Вулиця")
		d.entry.SetText("вул. Спільна")
		confirm(w)
		changeField(t, w, ids[1], "street", "вул. Інша")
		tap(t, w, "Повернути")
		if got := valuesOf(t, w, "street"); got[0] != "вул. Спільна" || got[1] != "вул. Інша" {
			t.Errorf("streets %v", got)
		}
		tap(t, w, "Закрити")
	})
	t.Run("UA-038 subjects are ticked and added", func(t *testing.T) {
		if _, err := w.Registrar().ChangeMany(ctx, ids, []registrar.Many{{Field: "subjects", Value: "ukrainian", How: registrar.Put}}); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		choose(d.field, w.titleOfField("subjects"))
		if len(d.agreed) > 0 {
			t.Errorf("nothing is ticked, and %d would change", len(d.agreed))
		}
		for _, tick := range d.ticks {
			if tick.Text == "Хімія" {
				tick.SetChecked(true)
			}
		}
		mustSee(t, w, "Зміниться в 3 із 3.")
		shot(t, w, "bulk-subjects")
		confirm(w)
		if got := valuesOf(t, w, "subjects")[:3]; !slices.Equal(got, []string{"ukrainian,chemistry", "ukrainian,chemistry", "ukrainian,chemistry"}) {
			t.Errorf("subjects %v", got)
		}
	})
	t.Run("UA-039 a subject with levels is added with one of them", func(t *testing.T) {
		d := opened(t)
		choose(d.field, w.titleOfField("subjects"))
		var levels []*dialogCheck
		for _, tick := range d.ticks {
			if strings.HasPrefix(tick.Text, "Німецька") {
				levels = append(levels, tick)
				tick.SetChecked(true)
			}
		}
		if len(levels) != 2 || levels[0].Checked || !levels[1].Checked {
			t.Fatalf("%d levels", len(levels))
		}
		confirm(w)
		if got := valuesOf(t, w, "subjects")[0]; got != "ukrainian,chemistry,german:profile" {
			t.Errorf("subjects %v", got)
		}
	})
	t.Run("KG-041 a choice by its title; a bad value changes nobody", func(t *testing.T) {
		d := opened(t)
		choose(d.field, "Мова завдань")
		choose(d.one, "кримськотатарська")
		confirm(w)
		if got := valuesOf(t, w, "language")[:3]; !slices.Equal(got, []string{"crh", "crh", "crh"}) {
			t.Errorf("languages %v", got)
		}
		d = opened(t)
		choose(d.field, "Дата народження")
		d.entry.SetText("колись")
		confirm(w)
		mustSee(t, w, "колись")
		if len(w.Boxes()) != 1 {
			t.Errorf("%d dialogs are open", len(w.Boxes()))
		}
		d.box.leave()
	})
	t.Run("KG-041 names and numbers are nobody's in common", func(t *testing.T) {
		d := opened(t)
		defer d.box.leave()
		for _, f := range d.fields {
			if slices.Contains([]string{"surname", "phone", "card_number", "document_number"}, f.Code) {
				t.Errorf("%s is offered", f.Code)
			}
		}
	})
}
