package table_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

func TestCollectionBack(t *testing.T) {
	t.Run("KG-041 only changed cells are proposed, with place, old and new", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" phone=067 765-43-21", ids[0]+" birth_date=2003-03-06", ids[1]+" document_kind=паспорт громадянина україни (ID-картка)",
				ids[1]+" document_series=", ids[1]+" house=", ids[2]+" language=Кримськотатарська", ids[2]+" given_name=Їжак'ян")
		})
		file := readBack(t, r, content)
		same(t, told(file.Proposals),
			"Лук’яненко birth_date: 2003-03-05 → 2003-03-06", "Лук’яненко phone: +380501234567 → +380677654321",
			"Нечай document_kind: passport_book → id_card", "Нечай document_series: КВ → ", "Нечай house: 007 → ",
			"Ґалаґан given_name: Їжак → Їжак’ян", "Ґалаґан language: uk → crh")
		if p := file.Proposals[0]; p.Place == "" || !strings.HasSuffix(p.Place, "3") {
			t.Errorf("place %q", p.Place)
		}
		if len(file.Problems) > 0 || len(file.Unread) > 0 || file.Missing > 0 || file.Rows != 3 {
			t.Errorf("problems %v, unread %v, missing %d, rows %d", file.Problems, file.Unread, file.Missing, file.Rows)
		}
		if n, err := r.Table.TakeProposed(desktest.Ctx, file.Proposals, file.Name); err != nil || n != 7 {
			t.Fatalf("took %d, %v", n, err)
		}
		row, err := r.Table.Find(ids[1])
		if err != nil || row.Graduate.Document.Kind != "id_card" || row.Graduate.Get("house") != "" {
			t.Errorf("%+v, %v", row.Graduate.Document, err)
		}
		same(t, told(readBack(t, r, content).Proposals))
		events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: ids[1], Kind: registry.EventChanged})
		if err != nil || len(events) != 1 || events[0].Note != "11-А.xlsx" {
			t.Errorf("history %v, %v", events, err)
		}
	})
	t.Run("KG-041 an untouched workbook proposes nothing, whatever the registry says now", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, nil)
		if _, err := r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("street=вул. Стара", "phone=0671111111")); err != nil {
			t.Fatal(err)
		}
		same(t, told(readBack(t, r, content).Proposals))
	})
	t.Run("KG-041 a conflict is told", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" street=вул. Довга", ids[0]+" house=5")
		})
		if _, err := r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("street=вул. Стара")); err != nil {
			t.Fatal(err)
		}
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко street: вул. Стара → вул. Довга conflict", "Лук’яненко house:  → 5")
	})
	t.Run("UA-038 subjects by titles, codes and abbreviations, with a level", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, []string{"subjects"}, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" subjects=УКР МОВА, Англійська мова (профільний рівень); фізика", ids[1]+" subjects=ukrainian,history", ids[2]+" subjects=Алхімія")
		})
		same(t, told(readBack(t, r, content).Proposals),
			"Лук’яненко subjects: ukrainian,mathematics → ukrainian,english:profile,physics",
			"Нечай subjects:  → ukrainian,history", "Ґалаґан subjects:  →  value.unknown_code")
	})
	t.Run("F-07 ids and values survive rows that were sorted and deleted, and columns put in", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" house=12", ids[2]+" house=14")
			for _, err := range []error{book.DuplicateRowTo(sheet, 5, 3), book.RemoveRow(sheet, 6), book.RemoveRow(sheet, 5),
				book.InsertRows(sheet, 4, 2), book.InsertCols(sheet, "D", 1), book.SetCellStr(sheet, "D2", "Нотатки"), book.SetCellStr(sheet, "D3", "спитати маму")} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		file := readBack(t, r, content)
		same(t, told(file.Proposals), "Ґалаґан house:  → 14", "Лук’яненко house:  → 12")
		if len(file.Unread) != 1 || file.Unread[0].Header != "Нотатки" || file.Missing != 1 || len(file.Problems) > 0 {
			t.Errorf("unread %v, missing %d, problems %v", file.Unread, file.Missing, file.Problems)
		}
	})
	t.Run("F-07 without the hidden row the titles tell", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[1]+" flat=3")
			if err := book.RemoveRow(sheet, 1); err != nil {
				t.Fatal(err)
			}
		})
		same(t, told(readBack(t, r, content).Proposals), "Нечай flat:  → 3")
	})
	t.Run("F-07 rows that were sorted with their header are read", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" flat=1", ids[1]+" flat=2", ids[2]+" flat=3")
			for _, err := range []error{book.DuplicateRowTo(sheet, 1, 5), book.RemoveRow(sheet, 1)} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		file := readBack(t, r, content)
		same(t, told(file.Proposals), "Лук’яненко flat:  → 1", "Нечай flat:  → 2", "Ґалаґан flat:  → 3")
		if len(file.Problems) > 0 || file.Missing > 0 {
			t.Errorf("problems %v, missing %d", file.Problems, file.Missing)
		}
	})
	t.Run("F-14 numbers that Excel has changed get their digits back", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			for field, value := range map[string]any{"birth_date": 37686, "phone": "3.80671234567E+11", "house": "12.0"} {
				if err := book.SetCellValue(sheet, cellOf(t, book, sheet, ids[0], field), value); err != nil {
					t.Fatal(err)
				}
			}
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко birth_date: 2003-03-05 → 2003-03-06",
			"Лук’яненко phone: +380501234567 → +380671234567", "Лук’яненко house:  → 12")
	})
	t.Run("F-18 a number that two would have is refused", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, []string{"card_number"}, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" card_number=1234567", ids[1]+" card_number=1234567")
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко card_number:  → 1234567", "Нечай card_number:  →  rule.duplicate_card")
	})
}
