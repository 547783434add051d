package graduates

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
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestPasteIntoTheTable(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	list := frametest.ListIn(t, w)
	paste := func(block string) {
		w.Clipboard().SetContent(block)
		list.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: w.Clipboard()})
	}
	t.Run("KG-041 a bare column is asked about, shown and taken", func(t *testing.T) {
		list.MoveTo(list.Rows()[1].Key)
		before := frametest.ValuesOf(t, w, "house")
		paste("101\n102\n")
		frametest.MustSee(t, w, "немає заголовків", "Стовпець 1")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Виберіть поле хоча б для одного стовпця")
		frametest.Choose(frametest.SelectIn(t, w), "Будинок")
		frametest.Confirm(w)
		if got := frametest.ValuesOf(t, w, "house"); !slices.Equal(got, before) {
			t.Errorf("changed before anybody agreed: %v", got)
		}
		frametest.MustSee(t, w, "Буде взято: 2.", "101", "102")
		frametest.Shot(t, w, "paste-proposals")
		frametest.Tap(t, w, "Взяти позначене")
		want := slices.Clone(before)
		want[1], want[2] = "101", "102"
		if got := frametest.ValuesOf(t, w, "house"); !slices.Equal(got, want) {
			t.Errorf("houses %v, want %v", got, want)
		}
	})
	t.Run("F-14 a table with headers finds its people; what is refused cannot be ticked", func(t *testing.T) {
		name := frametest.GraduateOf(t, w, list.Rows()[3].Key).FullName()
		paste("ПІБ\tКвартира\tДата народження\n" + name + "\t77\tколись\nНіхто Такий\t5\t\n")
		frametest.MustSee(t, w, "Буде взято: 1. Суперечать реєстру: 0. Відхилено: 2.", "Ніхто Такий")
		table := frametest.TableIn(t, w)
		table.SelectAll()
		if table.Marked() != 1 {
			t.Errorf("%d rows are ticked", table.Marked())
		}
		frametest.Shot(t, w, "paste-refused")
		table.Select()
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Нічого не позначено")
		table.SelectAll()
		frametest.Tap(t, w, "Взяти позначене")
		if got := frametest.ValuesOf(t, w, "flat")[3]; got != "77" {
			t.Errorf("flat %q", got)
		}
	})
	t.Run("F-14 a number without its zeros is said to be doubtful, and not ticked", func(t *testing.T) {
		g := frametest.GraduateOf(t, w, list.Rows()[2].Key)
		frametest.ChangeField(t, w, g.ID, "flat", "0012")
		paste("ПІБ\tКвартира\n" + g.FullName() + "\t12\n")
		frametest.MustSee(t, w, "Під сумнівом значень: 1", "Буде взято: 0.", "загубила нулі на початку: 0012")
		frametest.Shot(t, w, "paste-doubtful")
		frametest.TableIn(t, w).SelectAll()
		frametest.Tap(t, w, "Взяти позначене")
		if got := frametest.ValuesOf(t, w, "flat")[2]; got != "12" {
			t.Errorf("flat %q", got)
		}
	})
	t.Run("KG-041 nothing on the clipboard is said", func(t *testing.T) {
		paste("")
		frametest.MustSee(t, w, "У буфері немає таблиці")
		frametest.Confirm(w)
	})
}

func TestCollectInTheWindow(t *testing.T) {
	w, files := frametest.WithDemo(t, "zno-2020", "uk", 5)
	list := frametest.ListIn(t, w)
	files.ToSave = filepath.Join(t.TempDir(), "11-А")
	graduatesOf(w).OnCollect()
	frametest.MustSee(t, w, "Файл для класного керівника", "персональні дані без захисту")
	frametest.Shot(t, w, "collect-out")
	frametest.FillIn(t, w, w.Say("recipient.field", nil), "Іванова")
	frametest.Choose(frametest.SelectIn(t, w), "Усі класи")
	frametest.FillIn(t, w, w.Say("recipient.field", nil), "завуч")
	frametest.Confirm(w)
	path := files.ToSave + ".xlsx"
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if got := frametest.ToWhom(t, w, registrar.EventCollection); got != "завуч" {
		t.Errorf("KG-013 it is noted as given to %q", got)
	}
	ids := []string{list.Rows()[0].Key, list.Rows()[1].Key}
	fillCell(t, path, ids[0], "street", "вул. Заповнена")
	fillCell(t, path, ids[1], "street", "вул. Стара")
	if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Нова"}}); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-041 a dropped workbook of ours is known; a conflict is not ticked", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Table, File: path})
		frametest.MustSee(t, w, "Що змінено у файлі", "вул. Заповнена", "Буде взято: 1. Суперечать реєстру: 1. Відхилено: 0.")
		frametest.Shot(t, w, "collect-in")
		table := frametest.TableIn(t, w)
		frametest.Enter(table.Focusable())
		if len(w.Boxes()) > 0 {
			t.Fatal("Enter does not confirm")
		}
		frametest.Tap(t, w, "Повернути")
		w.Go(frame.Route{Screen: frame.Table, File: path})
		table = frametest.TableIn(t, w)
		table.MoveTo(table.Rows()[1].Key)
		frametest.MustSee(t, w, "позначте, щоб узяти з файла.")
		frametest.Tap(t, w, "Взяти позначене")
		if got := frametest.ValuesOf(t, w, "street")[:2]; !slices.Equal(got, []string{"вул. Заповнена", "вул. Нова"}) {
			t.Errorf("streets %v", got)
		}
	})
	t.Run("KG-041 the menu takes it in too; with nothing new it says so", func(t *testing.T) {
		if _, err := w.Registrar().Table.Change(frametest.Ctx, ids[1], []registrar.Assign{{Field: "street", Value: "вул. Стара"}}); err != nil {
			t.Fatal(err)
		}
		files.ToOpen = path
		graduatesOf(w).OnCollected()
		frametest.MustSee(t, w, "Нових даних немає")
		frametest.Confirm(w)
	})
	t.Run("KG-041 a cell that was erased is said to be deleted, and is not ticked", func(t *testing.T) {
		given := filepath.Join(t.TempDir(), "erased.xlsx")
		if _, err := w.Registrar().Table.SaveCollection(frametest.Ctx, registrar.Filter{}, []string{"street"}, given); err != nil {
			t.Fatal(err)
		}
		fillCell(t, given, ids[0], "street", "")
		fillCell(t, given, ids[1], "street", "вул. Третя")
		before := frametest.ValuesOf(t, w, "street")[0]
		w.Go(frame.Route{Screen: frame.Table, File: given})
		frametest.MustSee(t, w, "Тут порожнє те, що є в реєстрі: 1", "Буде взято: 1.", before+"», тут порожньо")
		if cell := frametest.TableIn(t, w).Rows()[0].Cells[3]; cell.Text != "буде видалено" || cell.Icon == nil || cell.Colour != theme.ColorNameError {
			t.Errorf("what would be deleted is shown as %+v", cell)
		}
		frametest.Shot(t, w, "collect-erased")
		frametest.TableIn(t, w).Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if len(w.Boxes()) > 0 {
			t.Fatal("Esc does not leave the dialog")
		}
		w.Go(frame.Route{Screen: frame.Table, File: given})
		frametest.Enter(frametest.TableIn(t, w).Focusable())
		if got := frametest.ValuesOf(t, w, "street"); got[0] != before || got[1] != "вул. Третя" {
			t.Errorf("streets %v", got)
		}
		w.Go(frame.Route{Screen: frame.Table, File: given})
		table := frametest.TableIn(t, w)
		table.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		frametest.MustSee(t, w, "Буде взято: 1.", "Буде видалено: 1.")
		frametest.Enter(table.Focusable())
		if got := frametest.ValuesOf(t, w, "street")[0]; got != "" {
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
		w.Go(frame.Route{Screen: frame.Table, File: other})
		if w.Current() != frame.Roster {
			t.Errorf("the screen is %s", w.Current())
		}
		frametest.MustSee(t, w, "Новенький")
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
