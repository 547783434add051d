package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
)

func TestPasteIntoTheTable(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 5)
	list := listIn(t, w)
	paste := func(block string) {
		w.Clipboard().SetContent(block)
		list.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.Clipboard()})
	}
	t.Run("KG-041 a bare column is asked about, shown and taken", func(t *testing.T) {
		list.MoveTo(list.Rows()[1].Key)
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
		name := graduateOf(t, w, list.Rows()[3].Key).FullName()
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

func TestCollectInTheWindow(t *testing.T) {
	w, files := withDemo(t, "zno-2020", "uk", 5)
	list := listIn(t, w)
	files.toSave = filepath.Join(t.TempDir(), "11-А")
	graduatesOf(w).onCollect()
	mustSee(t, w, "Файл для класного керівника", "персональні дані без захисту")
	shot(t, w, "collect-out")
	choose(selectIn(t, w), "Усі класи")
	confirm(w)
	path := files.toSave + ".xlsx"
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(kinds(t, w), registrar.EventCollection) {
		t.Error("KG-013 giving out is not noted")
	}
	ids := []string{list.Rows()[0].Key, list.Rows()[1].Key}
	fillCell(t, path, ids[0], "street", "вул. Заповнена")
	fillCell(t, path, ids[1], "street", "вул. Стара")
	if _, err := w.Registrar().Change(ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Нова"}}); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-041 a dropped workbook of ours is known; a conflict is not ticked", func(t *testing.T) {
		w.Go(Route{Screen: screenTable, File: path})
		mustSee(t, w, "Що змінено у файлі", "вул. Заповнена", "Буде взято: 1. Суперечать реєстру: 1. Відхилено: 0.")
		shot(t, w, "collect-in")
		table := tableIn(t, w)
		enter(table.Focusable())
		if len(w.Boxes()) > 0 {
			t.Fatal("Enter does not confirm")
		}
		tap(t, w, "Повернути")
		w.Go(Route{Screen: screenTable, File: path})
		table = tableIn(t, w)
		table.MoveTo(table.Rows()[1].Key)
		mustSee(t, w, "З’ясуйте, що правильне")
		tap(t, w, "Взяти позначене")
		if got := valuesOf(t, w, "street")[:2]; !slices.Equal(got, []string{"вул. Заповнена", "вул. Нова"}) {
			t.Errorf("streets %v", got)
		}
	})
	t.Run("KG-041 the menu takes it in too; with nothing new it says so", func(t *testing.T) {
		if _, err := w.Registrar().Change(ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Стара"}}); err != nil {
			t.Fatal(err)
		}
		files.toOpen = path
		graduatesOf(w).onCollected()
		mustSee(t, w, "Нових даних немає")
		confirm(w)
	})
	t.Run("KG-041 a cell that was erased is said to be deleted, and is not ticked", func(t *testing.T) {
		given := filepath.Join(t.TempDir(), "erased.xlsx")
		if _, err := w.Registrar().SaveCollection(ctx, registrar.Filter{}, []string{"street"}, given); err != nil {
			t.Fatal(err)
		}
		fillCell(t, given, ids[0], "street", "")
		fillCell(t, given, ids[1], "street", "вул. Третя")
		before := valuesOf(t, w, "street")[0]
		w.Go(Route{Screen: screenTable, File: given})
		mustSee(t, w, "Тут порожнє те, що є в реєстрі: 1", "Буде взято: 1.", before+"», тут порожньо")
		if cell := tableIn(t, w).Rows()[0].Cells[3]; cell.Text != "буде видалено" || cell.Icon == nil || cell.Colour != theme.ColorNameError {
			t.Errorf("what would be deleted is shown as %+v", cell)
		}
		shot(t, w, "collect-erased")
		tableIn(t, w).Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(w.Boxes()) > 0 {
			t.Fatal("Esc does not leave the dialog")
		}
		w.Go(Route{Screen: screenTable, File: given})
		enter(tableIn(t, w).Focusable())
		if got := valuesOf(t, w, "street"); got[0] != before || got[1] != "вул. Третя" {
			t.Errorf("streets %v", got)
		}
		w.Go(Route{Screen: screenTable, File: given})
		table := tableIn(t, w)
		table.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		mustSee(t, w, "Буде взято: 1.", "Буде видалено: 1.")
		enter(table.Focusable())
		if got := valuesOf(t, w, "street")[0]; got != "" {
			t.Errorf("what was ticked to be deleted is %q", got)
		}
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
		w.Go(Route{Screen: screenTable, File: other})
		if w.Current() != screenImport {
			t.Errorf("the screen is %s", w.Current())
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
