package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// valuesOf are the values of a field of all who are shown, in their order.
func valuesOf(t testing.TB, w *Window, field string) []string {
	t.Helper()
	var all []string
	for _, row := range graduatesOf(w).table.Rows() {
		found, err := w.registrar.Find(row.Key)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found.Graduate.Get(field))
	}
	return all
}

// tableIn is the table of the dialog in front.
func tableIn(t testing.TB, w *Window) *widgets.Table {
	t.Helper()
	var find func(o fyne.CanvasObject) *widgets.Table
	find = func(o fyne.CanvasObject) *widgets.Table {
		var children []fyne.CanvasObject
		switch o := o.(type) {
		case *widgets.Table:
			return o
		case *fyne.Container:
			children = o.Objects
		case *container.Scroll:
			children = []fyne.CanvasObject{o.Content}
		case fyne.Widget:
			children = test.WidgetRenderer(o).Objects()
		}
		for _, child := range children {
			if found := find(child); found != nil {
				return found
			}
		}
		return nil
	}
	for _, overlay := range w.window.Canvas().Overlays().List() {
		if found := find(overlay); found != nil {
			return found
		}
	}
	t.Fatalf("there is no table in a dialog:\n%s", visible(w))
	return nil
}

// choose chooses in the select of a dialog.
func choose(d *dialogSelect, title string) { d.SetSelected(title) }

func TestBulkDialog(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	var ids []string
	for _, row := range s.table.Rows()[:3] {
		ids = append(ids, row.Key)
	}
	opened := func(t *testing.T) *bulkDialog {
		t.Helper()
		d, err := newBulkDialog(w, ids)
		if err != nil {
			t.Fatal(err)
		}
		d.show()
		return d
	}
	t.Run("KG-041 a text for all who are ticked, after saying what it overwrites", func(t *testing.T) {
		if _, err := w.registrar.ChangeMany(ctx, ids[:1], []registrar.Many{{Field: "street", Value: "вул. Стара", How: registrar.Put}}); err != nil {
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
		if _, err := w.registrar.ChangeMany(ctx, ids, []registrar.Many{{Field: "subjects", Value: "ukrainian", How: registrar.Put}}); err != nil {
			t.Fatal(err)
		}
		d := opened(t)
		choose(d.field, "Предмети")
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
		choose(d.field, "Предмети")
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
		if len(w.boxes) != 1 {
			t.Errorf("%d dialogs are open", len(w.boxes))
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

func TestPasteIntoTheTable(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	s := graduatesOf(w)
	paste := func(block string) {
		w.app.Clipboard().SetContent(block)
		s.table.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()})
	}
	t.Run("KG-041 a bare column is asked about, shown and taken", func(t *testing.T) {
		s.table.MoveTo(s.table.Rows()[1].Key)
		before := valuesOf(t, w, "house")
		paste("101\n102\n")
		mustSee(t, w, "немає заголовків", "Стовпець 1")
		confirm(w)
		mustSee(t, w, "Виберіть поле хоча б для одного стовпця")
		choose(selectIn(t, w), "Будинок")
		confirm(w)
		if got := valuesOf(t, w, "house"); !slices.Equal(got, before) {
			t.Errorf("changed before anybody agreed: %v", got)
		}
		mustSee(t, w, "Буде взято: 2.", "101", "102")
		shot(t, w, "paste-proposals")
		tap(t, w, "Взяти позначене")
		want := slices.Clone(before)
		want[1], want[2] = "101", "102"
		if got := valuesOf(t, w, "house"); !slices.Equal(got, want) {
			t.Errorf("houses %v, want %v", got, want)
		}
	})
	t.Run("F-14 a table with headers finds its people; what is refused cannot be ticked", func(t *testing.T) {
		name := s.rows[s.table.Rows()[3].Key].Graduate.FullName()
		paste("ПІБ\tКвартира\tДата народження\n" + name + "\t77\tколись\nНіхто Такий\t5\t\n")
		mustSee(t, w, "Буде взято: 1. Суперечать реєстру: 0. Відхилено: 2.", "Ніхто Такий")
		table := tableIn(t, w)
		table.SelectAll()
		if table.Marked() != 1 {
			t.Errorf("%d rows are ticked", table.Marked())
		}
		shot(t, w, "paste-refused")
		table.Select()
		confirm(w)
		mustSee(t, w, "Нічого не позначено")
		table.SelectAll()
		tap(t, w, "Взяти позначене")
		if got := valuesOf(t, w, "flat")[3]; got != "77" {
			t.Errorf("flat %q", got)
		}
	})
	t.Run("KG-041 nothing on the clipboard is said", func(t *testing.T) {
		paste("")
		mustSee(t, w, "У буфері немає таблиці")
		confirm(w)
	})
}

// selectIn is the first select of the dialog in front.
func selectIn(t testing.TB, w *Window) *dialogSelect {
	t.Helper()
	focused, is := w.window.Canvas().Focused().(*dialogSelect)
	if !is {
		t.Fatalf("the focus is on %T", w.window.Canvas().Focused())
	}
	return focused
}

func TestCollectInTheWindow(t *testing.T) {
	w, files := withDemo(t, "zno-2020", "uk", 5)
	s := graduatesOf(w)
	files.save = filepath.Join(t.TempDir(), "11-А")
	s.onCollect()
	mustSee(t, w, "Файл для класного керівника", "персональні дані без захисту")
	shot(t, w, "collect-out")
	choose(selectIn(t, w), "Усі класи")
	confirm(w)
	path := files.save + ".xlsx"
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(kinds(t, w), registrar.EventCollection) {
		t.Error("KG-013 giving out is not noted")
	}
	ids := []string{s.table.Rows()[0].Key, s.table.Rows()[1].Key}
	fillCell(t, path, ids[0], "street", "вул. Заповнена")
	fillCell(t, path, ids[1], "street", "вул. Стара")
	if _, err := w.registrar.Change(ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Нова"}}); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-041 a dropped workbook of ours is known; a conflict is not ticked", func(t *testing.T) {
		w.takeTable(path)
		mustSee(t, w, "Що змінено у файлі", "вул. Заповнена", "Буде взято: 1. Суперечать реєстру: 1. Відхилено: 0.")
		shot(t, w, "collect-in")
		table := tableIn(t, w)
		table.MoveTo(table.Rows()[1].Key)
		mustSee(t, w, "З’ясуйте, що правильне")
		tap(t, w, "Взяти позначене")
		if got := valuesOf(t, w, "street")[:2]; !slices.Equal(got, []string{"вул. Заповнена", "вул. Нова"}) {
			t.Errorf("streets %v", got)
		}
	})
	t.Run("KG-041 the menu takes it in too; with nothing new it says so", func(t *testing.T) {
		if _, err := w.registrar.Change(ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Стара"}}); err != nil {
			t.Fatal(err)
		}
		files.open = path
		s.onCollected()
		mustSee(t, w, "Нових даних немає")
		confirm(w)
	})
	t.Run("F-14 another workbook that is dropped is a roster", func(t *testing.T) {
		other := filepath.Join(t.TempDir(), "roster.xlsx")
		book := excelize.NewFile()
		if err := book.SetSheetRow("Sheet1", "A1", &[]string{"Прізвище", "Ім'я", "Клас"}); err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow("Sheet1", "A2", &[]string{"Новенький", "Іван", "11-А"}); err != nil {
			t.Fatal(err)
		}
		if err := book.SaveAs(other); err != nil {
			t.Fatal(err)
		}
		w.takeTable(other)
		if w.current != screenImport {
			t.Errorf("the screen is %s", w.current)
		}
		mustSee(t, w, "Новенький")
	})
}

// fillCell fills a cell of a workbook as a class teacher does.
func fillCell(t testing.TB, path, id, field, text string) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet := book.GetSheetList()[1]
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	row := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == id })
	column := slices.IndexFunc(rows[0], func(cell string) bool { return strings.HasSuffix(cell, ":"+field) })
	cell, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStr(sheet, cell, text); err != nil {
		t.Fatal(err)
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}
