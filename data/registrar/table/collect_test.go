package table_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
	"graduand/data/registry"
)

// peopleSheet are the sheets to fill in of the two campaigns.
var peopleSheet = map[string]string{"zno-2020": "Випускники", "ort-2021": "Выпускники"}

// filledBy writes a workbook of all graduates, lets a teacher work in it and returns it.
func filledBy(t testing.TB, r *registrar.Registrar, fields []string, work func(book *excelize.File, sheet string)) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "11-А.xlsx")
	if _, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, fields, path); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if work != nil {
		work(book, peopleSheet[r.Campaign().ID])
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBack(t testing.TB, r *registrar.Registrar, content []byte) *table.CollectedFile {
	t.Helper()
	file, err := r.Table.ReadCollection(desktest.Ctx, "/tmp/11-А.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// cellOf finds the cell of a graduate and a field in an untouched workbook.
func cellOf(t testing.TB, book *excelize.File, sheet, id, field string) string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(rows[0], "graduand:"+field)
	row := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == id })
	if column < 0 || row < 0 {
		t.Fatalf("no cell for %s of %s", field, id)
	}
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// write types into cells: "ID FIELD=TEXT".
func write(t testing.TB, book *excelize.File, sheet string, cells ...string) {
	t.Helper()
	for _, c := range cells {
		place, typed, _ := strings.Cut(c, "=")
		id, field, _ := strings.Cut(place, " ")
		if err := book.SetCellStr(sheet, cellOf(t, book, sheet, id, field), typed); err != nil {
			t.Fatal(err)
		}
	}
}

// told are proposals as short lines: «surname field: before → after», with what is wrong.
func told(proposals []table.Proposed) []string {
	var lines []string
	for _, p := range proposals {
		surname, _, _ := strings.Cut(p.Name, " ")
		line := fmt.Sprintf("%s %s: %s → %s", surname, p.Field, p.Before, p.After)
		if p.Conflict {
			line += " conflict"
		}
		if p.Doubt != nil {
			line += " doubt " + registrar.CodeOf(p.Doubt)
		}
		if p.Refused != nil {
			line += " " + registrar.CodeOf(p.Refused)
		}
		lines = append(lines, line)
	}
	return lines
}

func same(t testing.TB, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// class11 are three graduates of a registry of ЗНО.
func class11(t testing.TB) (r *registrar.Registrar, ids [3]string) {
	r = desktest.MustCreate(t, "zno-2020")
	ids[0] = desktest.MustAdd(t, r, "surname=Лук’яненко", "given_name=Мар’яна", "class=11-А", "phone=0501234567", "birth_date=05.03.2003", "street=вул. Нова", "subjects=ukrainian,mathematics")
	ids[1] = desktest.MustAdd(t, r, "surname=Нечай", "given_name=Олег", "class=11-А", "document_kind=passport_book", "document_series=КВ", "document_number=004321", "house=007")
	ids[2] = desktest.MustAdd(t, r, "surname=Ґалаґан", "given_name=Їжак", "class=11-Б", "language=uk")
	return r, ids
}

func TestCollectionOut(t *testing.T) {
	t.Run("KG-013 giving out is noted, and needs the right to print", func(t *testing.T) {
		r, ids := class11(t)
		path := filepath.Join(t.TempDir(), "11-А.xlsx")
		n, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{Class: "11-А"}, nil, path)
		if err != nil || n != 2 {
			t.Fatalf("%d graduates, %v", n, err)
		}
		events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Kind: registry.EventCollection})
		if err != nil || len(events) != 1 {
			t.Fatalf("%d events, %v", len(events), err)
		}
		if e := events[0]; e.Note != "11-А.xlsx" || !slices.Equal(e.Graduates, ids[:2]) {
			t.Errorf("noted %q for %v", e.Note, e.Graduates)
		}
		if _, err := desktest.MustCreateFor(t, "zno-2020", registrar.RoleReader).Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, path); registrar.CodeOf(err) != "account.not_allowed" {
			t.Errorf("a reader: %v", err)
		}
	})
	t.Run("F-14 the workbook is what it promises", func(t *testing.T) {
		r, ids := class11(t)
		filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			if got := book.GetSheetList(); got[0] != "Інструкція" || got[1] != sheet {
				t.Errorf("sheets %v", got)
			}
			if props, err := book.GetSheetProtection(sheet); err != nil || props.Password != "" || !props.SelectUnlockedCells {
				t.Errorf("protection %+v, %v", props, err)
			}
			for cell, locked := range map[string]bool{"A3": true, "C3": true, cellOf(t, book, sheet, ids[0], "phone"): false} {
				if got := isLocked(t, book, sheet, cell); got != locked {
					t.Errorf("cell %s locked: %v", cell, got)
				}
			}
			for field, want := range map[string]string{"house": "007", "document_number": "004321"} {
				if got, _ := book.GetCellValue(sheet, cellOf(t, book, sheet, ids[1], field)); got != want {
					t.Errorf("%s is %q", field, got)
				}
			}
			if got, _ := book.GetCellValue(sheet, cellOf(t, book, sheet, ids[0], "birth_date")); got != "05.03.2003" {
				t.Errorf("birth date is %q", got)
			}
			if visible, _ := book.GetRowVisible(sheet, 1); visible {
				t.Error("the codes are seen")
			}
			if panes, err := book.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 2 {
				t.Errorf("panes %+v, %v", panes, err)
			}
			checkLists(t, book, sheet)
		})
	})
	t.Run("F-14 the same graduates give the same bytes", func(t *testing.T) {
		r, _ := class11(t)
		first, second := filepath.Join(t.TempDir(), "a.xlsx"), filepath.Join(t.TempDir(), "b.xlsx")
		for _, path := range []string{first, second} {
			if _, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, path); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(desktest.MustRead(t, first), desktest.MustRead(t, second)) {
			t.Error("two workbooks differ")
		}
	})
	t.Run("F-14 only fields that a cell can hold", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		desktest.MustAdd(t, r, "surname=Асанов", "phone=0500000011")
		path := filepath.Join(t.TempDir(), "a.xlsx")
		if _, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, []string{"face_photo"}, path); registrar.CodeOf(err) != "collect.field" {
			t.Errorf("a photo: %v", err)
		}
		if _, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, r.Path()); registrar.CodeOf(err) != "print.over_registry" {
			t.Errorf("over the registry: %v", err)
		}
		fields, err := r.Table.CollectFields(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		usual := map[string]bool{}
		for _, f := range fields {
			usual[f.Code] = f.Usual
		}
		for code, want := range map[string]bool{"street": true, "subjects": true, "sex": true, "privileges": false, "marks": false} {
			if got, there := usual[code]; !there || got != want {
				t.Errorf("%s usual: %v, there: %v", code, got, there)
			}
		}
	})
}

func isLocked(t *testing.T, book *excelize.File, sheet, cell string) bool {
	t.Helper()
	id, err := book.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return style.Protection == nil || style.Protection.Locked
}

// checkLists wants a list for every field of one code, with its titles.
func checkLists(t *testing.T, book *excelize.File, sheet string) {
	t.Helper()
	rules, err := book.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	lists := 0
	for _, rule := range rules {
		if rule.Type == "list" {
			lists++
		}
	}
	if lists < 5 {
		t.Errorf("%d lists", lists)
	}
	words, err := book.GetRows("graduand_lists")
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(words)
	for _, title := range []string{"Паспорт громадянина України (книжечка)", "українська", "жіноча"} {
		if !strings.Contains(all, title) {
			t.Errorf("no %q in the lists", title)
		}
	}
}
