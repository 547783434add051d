package table_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
)

// back is what a workbook that came back says, a line each: the proposals, then the problems.
func back(file *table.CollectedFile) []string {
	lines := told(file.Proposals)
	for _, p := range file.Problems {
		lines = append(lines, p.Place+" "+registrar.CodeOf(p.Reason))
	}
	return lines
}

// look gives a cell a look.
func look(book *excelize.File, sheet, cell string, style *excelize.Style) {
	id, err := book.NewStyle(style)
	desktest.Must(err)
	desktest.Must(book.SetCellStyle(sheet, cell, cell, id))
}

var struck = &excelize.Style{Font: &excelize.Font{Strike: true}}

// kept is a way in which a workbook comes back, and what is said of it.
type kept struct {
	name string
	work func(t *testing.T, book *excelize.File, sheet string, ids [3]string)
	want []string
}

func mustComeBack(t *testing.T, ways []kept) {
	t.Helper()
	for _, c := range ways {
		t.Run(c.name, func(t *testing.T) {
			r, ids := class11(t)
			same(t, back(readBack(t, r, filledBy(t, r, nil, func(book *excelize.File, sheet string) { c.work(t, book, sheet, ids) }))), c.want...)
		})
	}
}

// F-14 KG-041: what nobody sees, or is struck out, is taken after a look only, and a note that
// somebody has left is told.
func TestCollectionBackUnseen(t *testing.T) {
	mustComeBack(t, []kept{
		{"a hidden row", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[1]+" house=9")
			desktest.Must(book.SetRowVisible(sheet, 4, false))
		}, []string{"Нечай house: 007 → 9 doubt proposals.hidden"}},
		{"a hidden column", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[1]+" house=9", ids[1]+" flat=3")
			column, _, err := excelize.SplitCellName(cellOf(t, book, sheet, ids[1], "house"))
			desktest.Must(err)
			desktest.Must(book.SetColVisible(sheet, column, false))
		}, []string{"Нечай house: 007 → 9 doubt proposals.hidden", "Нечай flat:  → 3"}},
		{"a value struck out", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[1]+" house=9")
			look(book, sheet, cellOf(t, book, sheet, ids[1], "house"), struck)
		}, []string{"Нечай house: 007 → 9 doubt proposals.struck"}},
		{"a name struck out", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[1]+" house=9")
			look(book, sheet, "C4", struck)
		}, []string{"Нечай house: 007 → 9 doubt proposals.struck", "A4 collect.struck"}},
		{"a comment", func(_ *testing.T, book *excelize.File, sheet string, _ [3]string) {
			desktest.Must(book.AddComment(sheet, excelize.Comment{Cell: "C4", Author: "К", Text: "вибув"}))
		}, []string{"A4 collect.left"}},
		{"a column of notes", func(_ *testing.T, book *excelize.File, sheet string, _ [3]string) {
			desktest.Must(book.InsertCols(sheet, "D", 1))
			desktest.Must(book.SetCellStr(sheet, "D4", "вибула до іншої школи"))
		}, []string{"A4 collect.left"}},
	})
}

// F-14 KG-041: rows and cells that were made one, headers that come again, copies and columns
// that were deleted.
func TestCollectionBackInAnotherShape(t *testing.T) {
	mustComeBack(t, []kept{
		{"cells made one", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[0]+" house=12", ids[1]+" house=")
			desktest.Must(book.MergeCell(sheet, cellOf(t, book, sheet, ids[0], "house"), cellOf(t, book, sheet, ids[1], "house")))
		}, []string{"Лук’яненко house:  → 12", "Нечай house: 007 → 12 doubt proposals.merged"}},
		{"a class made one", func(_ *testing.T, book *excelize.File, sheet string, _ [3]string) {
			desktest.Must(book.SetCellStr(sheet, "B4", ""))
			desktest.Must(book.MergeCell(sheet, "B3", "B4"))
		}, nil},
		{"an id made one", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[0]+" house=9")
			desktest.Must(book.SetCellStr(sheet, "A4", ""))
			desktest.Must(book.MergeCell(sheet, "A3", "A4"))
		}, []string{"Лук’яненко house:  → 9", "A4 collect.no_id"}},
		{"the titles again", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[2]+" house=9")
			desktest.Must(book.DuplicateRowTo(sheet, 2, 5))
			desktest.Must(book.DuplicateRowTo(sheet, 1, 5))
		}, []string{"Ґалаґан house:  → 9"}},
		{"a title above", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[2]+" house=9")
			desktest.Must(book.InsertRows(sheet, 1, 2))
			desktest.Must(book.SetCellStr(sheet, "A1", "Список 11-А класу"))
		}, []string{"Ґалаґан house:  → 9"}},
		{"a signature below", func(_ *testing.T, book *excelize.File, sheet string, _ [3]string) {
			desktest.Must(book.SetCellStr(sheet, "A8", "Класний керівник"))
			desktest.Must(book.SetCellStr(sheet, "D8", "О. Верболоз"))
		}, []string{"A8 collect.unknown_id"}},
		{"without the names", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[0]+" house=9")
			desktest.Must(book.RemoveCol(sheet, "C"))
		}, []string{"Лук’яненко house:  → 9"}},
		{"a copy of the sheet", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[2]+" house=9")
			from, err := book.GetSheetIndex(sheet)
			desktest.Must(err)
			to, err := book.NewSheet("Копія")
			desktest.Must(err)
			desktest.Must(book.CopySheet(from, to))
		}, []string{"Ґалаґан house:  → 9"}},
		{"a copy that says something else", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			from, err := book.GetSheetIndex(sheet)
			desktest.Must(err)
			to, err := book.NewSheet("Копія")
			desktest.Must(err)
			desktest.Must(book.CopySheet(from, to))
			write(t, book, sheet, ids[2]+" house=9")
		}, []string{"Випускники!A5 collect.twice", "Копія!A5 collect.twice"}},
		{"names that changed places", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			write(t, book, sheet, ids[0]+" house=1")
			desktest.Must(book.SetCellStr(sheet, "C3", "Нечай Олег"))
			desktest.Must(book.SetCellStr(sheet, "C4", "Лук’яненко Мар’яна"))
		}, []string{"A3 collect.other_name", "A4 collect.other_name"}},
	})
}

// F-14 KG-041: what cells hold that came back.
func TestCollectionBackCells(t *testing.T) {
	typed := func(cells ...string) func(*testing.T, *excelize.File, string, [3]string) {
		return func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			for i, cell := range cells {
				write(t, book, sheet, ids[i%len(ids)]+" "+cell)
			}
		}
	}
	mustComeBack(t, []kept{
		{"errors of Excel", typed("street=#N/A", "house=#REF!", "birth_date=#VALUE!"), []string{"Лук’яненко street: вул. Нова →  roster.rule.cell_error", "Нечай house: 007 →  roster.rule.cell_error", "Ґалаґан birth_date:  →  roster.rule.cell_error"}},
		{"that there is nothing", typed("street=-", "document_number=немає", "flat=нет"), []string{"Лук’яненко street: вул. Нова → ", "Нечай document_number: 004321 → "}},
		{"another alphabet", typed("given_name=Mariana", "surname=Нeчай", "given_name=Їжак7"), []string{"Лук’яненко given_name: Мар’яна → Mariana doubt roster.rule.name_script_cyrillic", "Нечай surname: Нечай → Нeчай doubt roster.rule.name_mixed", "Ґалаґан given_name: Їжак → Їжак7 doubt roster.rule.name_digit"}},
		{"entities", typed("street=вул. Об&#39;їзна", "given_name=Олег&quot;"), []string{"Лук’яненко street: вул. Нова → вул. Об'їзна", "Нечай given_name: Олег → Олег\" doubt roster.rule.name_sign"}},
		{"the same with other signs", typed("given_name=Мар'яна", "given_name=\ufeffОлег ", "given_name=Їжа\u0301к", "street=вул.\u00a0Нова\u200b", "document_series=KB"), nil},
		{"a line break and a mark of a line", typed("street=вул. Нова\nбуд. 5", "street=вул. Стара_x000D_"), []string{"Лук’яненко street: вул. Нова → вул. Нова буд. 5", "Нечай street:  → вул. Стара"}},
		{"days", typed("birth_date=3/6/2003", "birth_date=2003-03-06", "birth_date=06.03.03"), []string{"Лук’яненко birth_date: 2003-03-05 →  proposals.two_days", "Нечай birth_date:  → 2003-03-06", "Ґалаґан birth_date:  → 2003-03-06"}},
		{"telephones", typed("phone=067 765-43-21; 050 123 45 99", "phone=О67 765 43 22", "phone=067\u202f765\u00a043\u201121"), []string{"Лук’яненко phone: +380501234567 →  value.bad_phone", "Нечай phone:  →  value.bad_phone", "Ґалаґан phone:  → +380677654321"}},
		{"numbers", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			desktest.Must(book.SetCellInt(sheet, cellOf(t, book, sheet, ids[1], "phone"), 380671234567))
			desktest.Must(book.SetCellInt(sheet, cellOf(t, book, sheet, ids[2], "phone"), 671234568))
			desktest.Must(book.SetCellInt(sheet, cellOf(t, book, sheet, ids[1], "house"), 7))
			format, number := "000000", cellOf(t, book, sheet, ids[1], "document_number")
			desktest.Must(book.SetCellInt(sheet, number, 4321))
			look(book, sheet, number, &excelize.Style{CustomNumFmt: &format})
		}, []string{"Нечай phone:  → +380671234567", "Нечай house: 007 → 7 doubt proposals.zeros_lost", "Ґалаґан phone:  → +380671234568"}},
		{"a day of the calendar", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			day := cellOf(t, book, sheet, ids[0], "birth_date")
			desktest.Must(book.SetCellInt(sheet, day, 37685))
			look(book, sheet, day, &excelize.Style{NumFmt: 14})
		}, nil},
		{"a day before midnight", func(t *testing.T, book *excelize.File, sheet string, ids [3]string) {
			day := cellOf(t, book, sheet, ids[0], "birth_date")
			desktest.Must(book.SetCellFloat(sheet, day, 37686.95, -1, 64))
			look(book, sheet, day, &excelize.Style{NumFmt: 22})
		}, []string{"Лук’яненко birth_date: 2003-03-05 →  proposals.two_days"}},
	})
}
