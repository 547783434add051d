package table_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

func TestCollectionRefused(t *testing.T) {
	t.Run("F-14 rows that are nobody's for sure are told by place", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" house=12", ids[1]+" house=8", ids[2]+" house=14")
			for cell, text := range map[string]string{"A5": ids[0], "C4": "Хтось Інший", "A7": "0123456789", "C8": "Новий Учень"} {
				if err := book.SetCellStr(sheet, cell, text); err != nil {
					t.Fatal(err)
				}
			}
		})
		file := readBack(t, r, content)
		var problems []string
		for _, p := range file.Problems {
			problems = append(problems, p.Place+" "+registrar.CodeOf(p.Reason))
		}
		same(t, problems, "A3 collect.twice", "A4 collect.other_name", "A5 collect.twice", "A7 collect.unknown_id", "A8 collect.no_id")
		same(t, told(file.Proposals))
	})
	t.Run("F-14 a changed class is told, the rest of the row is read", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" house=12")
			if err := book.SetCellStr(sheet, "B3", "11-Я"); err != nil {
				t.Fatal(err)
			}
		})
		file := readBack(t, r, content)
		same(t, told(file.Proposals), "Лук’яненко house:  → 12")
		if len(file.Problems) != 1 || file.Problems[0].Place != "B3" || registrar.CodeOf(file.Problems[0].Reason) != "collect.class_changed" {
			t.Errorf("problems %v", file.Problems)
		}
	})
	for name, alter := range map[string]struct {
		code string
		work func(*excelize.File, string) error
	}{
		"of another registry": {"collect.other_registry", func(book *excelize.File, _ string) error { return book.SetCellStr("graduand", "C1", "0000000000") }},
		"of a newer program":  {"collect.newer", func(book *excelize.File, _ string) error { return book.SetCellStr("graduand", "B1", "2") }},
		"without its mark":    {"collect.not_ours", func(book *excelize.File, _ string) error { return book.DeleteSheet("graduand") }},
		"without its table":   {"collect.no_table", func(book *excelize.File, sheet string) error { return book.DeleteSheet(sheet) }},
	} {
		t.Run("F-14 a workbook "+name+" is refused", func(t *testing.T) {
			r, _ := class11(t)
			content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
				if err := alter.work(book, sheet); err != nil {
					t.Fatal(err)
				}
			})
			if _, err := r.Table.ReadCollection(desktest.Ctx, "a.xlsx", content); registrar.CodeOf(err) != alter.code {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("F-14 what the registry says now is never overwritten unseen", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" house=12", ids[1]+" flat=1")
		})
		file := readBack(t, r, content)
		if _, err := r.Table.Change(desktest.Ctx, ids[0], desktest.Assigns("house=3")); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Table.TakeProposed(desktest.Ctx, file.Proposals, "a"); registrar.CodeOf(err) != "bulk.changed_meanwhile" {
			t.Errorf("got %v", err)
		}
		if row, err := r.Table.Find(ids[1]); err != nil || row.Graduate.Get("flat") != "" {
			t.Errorf("half of it was taken: %q, %v", row.Graduate.Get("flat"), err)
		}
	})
}

// LibreOffice is the judge: a workbook that it has written says the same.
func TestCollectionThroughLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice: see make deps")
	}
	for _, id := range []string{"zno-2020", "ort-2021"} {
		t.Run("KG-041 "+id, func(t *testing.T) {
			r := desktest.MustCreate(t, id)
			a := desktest.MustAdd(t, r, "surname=Лук’яненко", "given_name=Мар’яна", "class=11-А", "phone="+somePhone[id], "birth_date=05.03.2003", "house=007")
			b := desktest.MustAdd(t, r, "surname=Асанов", "class=11-Б", "document_kind=birth_certificate")
			content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
				write(t, book, sheet, a+" house=008", a+" birth_date=06.03.2003", a+" phone=", b+" language=ru", b+" subjects=математика, english", b+" flat==1+1")
			})
			folder := t.TempDir()
			path := filepath.Join(folder, "filled.xlsx")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(folder, "out")
			convert := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path)
			if said, err := convert.CombinedOutput(); err != nil {
				t.Fatalf("convert: %v\n%s", err, said)
			}
			converted, err := os.ReadFile(filepath.Join(out, "filled.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			before, after := readBack(t, r, content), readBack(t, r, converted)
			if len(before.Proposals) != 6 {
				t.Errorf("proposals: %v", told(before.Proposals))
			}
			same(t, told(after.Proposals), told(before.Proposals)...)
			if len(after.Problems)+len(after.Unread)+after.Missing > 0 {
				t.Errorf("problems %v, unread %v, missing %d", after.Problems, after.Unread, after.Missing)
			}
		})
	}
}

var somePhone = map[string]string{"zno-2020": "0501234567", "ort-2021": "0500000011"}

func FuzzReadCollection(f *testing.F) {
	r, ids := class11(f)
	whole := filledBy(f, r, nil, func(book *excelize.File, sheet string) { write(f, book, sheet, ids[0]+" house=12") })
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PK"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := r.Table.ReadCollection(desktest.Ctx, "a.xlsx", content)
		if err != nil {
			if registrar.CodeOf(err) == "" {
				t.Errorf("a failure without a code: %v", err)
			}
			return
		}
		for _, p := range file.Proposals {
			if p.Refused == nil && p.After == p.Before {
				t.Errorf("proposes what is there: %+v", p)
			}
		}
	})
}

func BenchmarkCollection(b *testing.B) {
	r := desktest.MustCreate(b, "zno-2020")
	var fields []string
	for _, f := range r.Campaign().AllFields() {
		if len(fields) < 20 && f.Kind != "institution" {
			fields = append(fields, f.Code)
		}
	}
	for i := range 400 {
		desktest.MustAdd(b, r, fmt.Sprintf("surname=Прізвище%d", i), "class=11-А", fmt.Sprintf("phone=050%07d", i), "street=вул. Нова", "birth_date=05.03.2003")
	}
	var ids []string
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	path := filepath.Join(b.TempDir(), "a.xlsx")
	for b.Loop() {
		if _, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{Only: ids}, fields, path); err != nil {
			b.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		if file, err := r.Table.ReadCollection(desktest.Ctx, path, content); err != nil || file.Rows != 400 {
			b.Fatal(err)
		}
	}
}
