package table_test

import (
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
)

// bishkek is a class of the other campaign, where the phone is the login.
func bishkek(t testing.TB) (r *registrar.Registrar, ids [3]string) {
	r = desktest.MustCreate(t, "ort-2021")
	for i, name := range []string{"Асанова", "Бекова", "Жээнбекова"} {
		n := string(rune('1' + i))
		ids[i] = desktest.MustAdd(t, r, "surname="+name, "given_name=Айгүл", "class=11-А", "phone=055512345"+n, "birth_date=0"+n+".03.2004",
			"document_kind=passport", "document_series=ID", "document_number=012345"+n)
	}
	return r, ids
}

func change(t testing.TB, r *registrar.Registrar, id string, values ...string) {
	t.Helper()
	if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(values...)); err != nil {
		t.Fatal(err)
	}
}

// F-14 KG-041: digits and zeros that a spreadsheet has lost, in what is pasted.
func TestPastedNumbersThatASpreadsheetHasTurned(t *testing.T) {
	for _, c := range []struct {
		name, text string
		fields     []string
		want       []string
	}{
		{"digits lost", "6,8E+08\t1,2E+05", []string{"phone", "document_number"},
			[]string{"Лук’яненко phone: +380501234567 →  proposals.digits_lost", "Лук’яненко document_number:  →  proposals.digits_lost"}},
		{"digits lost with a point, in any number", "1.2E+05\t3E+04", []string{"house", "postal_index"},
			[]string{"Лук’яненко house:  →  proposals.digits_lost", "Лук’яненко postal_index:  →  proposals.digits_lost"}},
		{"all digits there", "3.80671234567E+11", []string{"phone"}, []string{"Лук’яненко phone: +380501234567 → +380671234567"}},
		{"zeros of the number that stands", "\n004321\n", []string{"document_number"}, nil},
		{"zeros lost", "\n4321\n", []string{"document_number"}, []string{"Нечай document_number: 004321 → 4321 doubt proposals.zeros_lost"}},
		{"one zero lost of two", "\n04321\n", []string{"document_number"}, []string{"Нечай document_number: 004321 → 04321 doubt proposals.zeros_lost"}},
		{"another number", "\n654321\n", []string{"document_number"}, []string{"Нечай document_number: 004321 → 654321"}},
		{"zeros of a house", "\n7\n", []string{"house"}, []string{"Нечай house: 007 → 7 doubt proposals.zeros_lost"}},
		{"a house and a class that became days", "5-мар\t11.січ", []string{"house", "class"}, []string{"Лук’яненко house:  →  proposals.made_a_day", "Лук’яненко class: 11-А →  proposals.made_a_day"}},
		{"an index without its zero", "1001\n01001\n61000", []string{"postal_index"}, []string{"Лук’яненко postal_index:  → 1001 doubt proposals.zeros_lost", "Нечай postal_index:  → 01001", "Ґалаґан postal_index:  → 61000"}},
		{"birth dates of nobody", "05.03.2030\n05.03.1903\n06.03.2003", []string{"birth_date"}, []string{"Лук’яненко birth_date: 2003-03-05 → 2030-03-05 doubt roster.rule.birth_future", "Нечай birth_date:  → 1903-03-05 doubt roster.rule.birth_age", "Ґалаґан birth_date:  → 2003-03-06"}},
		{"other signs for an apostrophe", "Дем*яненко\nДем яненко\nДЕМ'ЯНЕНКО", []string{"surname"}, []string{"Лук’яненко surname: Лук’яненко → Дем*яненко doubt roster.rule.name_apostrophe", "Нечай surname: Нечай → Дем яненко doubt roster.rule.name_apostrophe", "Ґалаґан surname: Ґалаґан → Дем’яненко"}},
		{"signs of the web", "Юл&#39;я\n&#1040;нна", []string{"given_name"}, []string{"Лук’яненко given_name: Мар’яна → Юл’я", "Нечай given_name: Олег → Анна"}},
		{"a subject is no number", "фізика", []string{"subjects"}, []string{"Лук’яненко subjects: ukrainian,mathematics → physics"}},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			r, ids := class11(t)
			p := pasted(t, r, c.text, ids[:], c.fields...)
			same(t, told(p.Proposals), c.want...)
		})
	}
	t.Run("F-14 a document that has no number yet", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.MustAdd(t, r, "surname=Ким", "given_name=Елена", "document_kind=passport", "document_series=ID")
		same(t, told(pasted(t, r, "123456", []string{id}, "document_number").Proposals), "Ким document_number:  → 123456 doubt proposals.zeros_lost")
		same(t, told(pasted(t, r, "1234567", []string{id}, "document_number").Proposals), "Ким document_number:  → 1234567")
	})
}

// F-14 KG-041: in which order days are written, the whole column tells.
func TestPastedDaysOfAColumn(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the day first", "15/05/2003\n07/04/2003\n30/06/2003", []string{"Лук’яненко birth_date: 2003-03-05 → 2003-05-15", "Нечай birth_date:  → 2003-04-07", "Ґалаґан birth_date:  → 2003-06-30"}},
		{"the month first, but for one line", "5/15/2003\n4/7/2003\n", []string{"Лук’яненко birth_date: 2003-03-05 → 2003-05-15 doubt roster.rule.date_month_first", "Нечай birth_date:  →  proposals.two_days"}},
		{"dots are no slashes", "05.04.2003\n07.04.2003", []string{"Лук’яненко birth_date: 2003-03-05 → 2003-04-05", "Нечай birth_date:  → 2003-04-07"}},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			r, ids := class11(t)
			same(t, told(pasted(t, r, c.text, ids[:], "birth_date").Proposals), c.want...)
		})
	}
}

// F-14: a block from a file is read in the letters in which it was saved.
func TestBlockOfAFile(t *testing.T) {
	const block = "ПІБ\tТелефон\nНечай Олег\t0679998877\n"
	wide := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(block)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for name, content := range map[string][]byte{"UTF-8": []byte(block), "with a mark": []byte("\ufeff" + block), "UTF-16": wide} {
		text, err := table.BlockOf(content)
		if err != nil || text != block {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

// F-14 KG-041: what a spreadsheet does to a workbook that comes back.
func TestCollectionTurnedByASpreadsheet(t *testing.T) {
	t.Run("F-14 a formula without a value is neither empty nor erases", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			for _, at := range []string{ids[0] + " phone", ids[1] + " document_number", ids[2] + " street"} {
				id, field := at[:len(ids[0])], at[len(ids[0])+1:]
				place := cellOf(t, book, sheet, id, field)
				desktest.Must(book.SetCellValue(sheet, place, nil))
				desktest.Must(book.SetCellFormula(sheet, place, "1+1"))
			}
		})
		file := readBack(t, r, content)
		same(t, told(file.Proposals), "Лук’яненко phone: +380501234567 →  proposals.formula",
			"Нечай document_number: 004321 →  proposals.formula", "Ґалаґан street:  →  proposals.formula")
		if n, err := r.Table.TakeProposed(desktest.Ctx, file.Proposals, file.Name); err != nil || n != 0 {
			t.Errorf("took %d, %v", n, err)
		}
	})
	t.Run("F-14 lost digits and zeros", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" phone=6,8E+08", ids[2]+" document_number=1,2E+05")
			desktest.Must(book.SetCellInt(sheet, cellOf(t, book, sheet, ids[1], "document_number"), 4321))
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко phone: +380501234567 →  proposals.digits_lost",
			"Нечай document_number: 004321 → 4321 doubt proposals.zeros_lost", "Ґалаґан document_number:  →  proposals.digits_lost")
	})
	t.Run("F-14 a house that became a day", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			place := cellOf(t, book, sheet, ids[0], "street")
			desktest.Must(book.SetCellInt(sheet, place, 44622))
			style, err := book.NewStyle(&excelize.Style{NumFmt: 16})
			desktest.Must(err)
			desktest.Must(book.SetCellStyle(sheet, place, place, style))
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко street: вул. Нова →  proposals.made_a_day")
	})
	t.Run("F-14 days with the month first", func(t *testing.T) {
		r, ids := class11(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" birth_date=5/15/2003", ids[1]+" birth_date=4/7/2003")
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко birth_date: 2003-03-05 → 2003-05-15 doubt roster.rule.date_month_first", "Нечай birth_date:  →  proposals.two_days")
	})
}

// F-07 F-18: values that changed places between people are said before anything is taken.
func TestValuesThatChangedPlaces(t *testing.T) {
	t.Run("F-18 a column that was sorted by itself", func(t *testing.T) {
		r, ids := bishkek(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" birth_date=03.03.2004", ids[1]+" birth_date=01.03.2004", ids[2]+" birth_date=02.03.2004")
		})
		same(t, told(readBack(t, r, content).Proposals), "Асанова birth_date: 2004-03-01 → 2004-03-03 doubt proposals.moved",
			"Бекова birth_date: 2004-03-02 → 2004-03-01 doubt proposals.moved", "Жээнбекова birth_date: 2004-03-03 → 2004-03-02 doubt proposals.moved")
	})
	t.Run("F-18 two exchanged what only one may have", func(t *testing.T) {
		r, ids := bishkek(t)
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" phone=0555123452", ids[1]+" phone=0555123451", ids[0]+" document_number=0123452", ids[1]+" document_number=0123451")
		})
		for _, p := range readBack(t, r, content).Proposals {
			if registrar.CodeOf(p.Refused) != "proposals.moved" && registrar.CodeOf(p.Doubt) != "proposals.moved" {
				t.Errorf("%s %s: %v %v", p.Name, p.Field, p.Doubt, p.Refused)
			}
		}
	})
	t.Run("F-18 moved down by one", func(t *testing.T) {
		r, ids := class11(t)
		change(t, r, ids[1], "street=вул. Стара")
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[0]+" street=", ids[1]+" street=вул. Нова", ids[2]+" street=вул. Стара")
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко street: вул. Нова → ",
			"Нечай street: вул. Стара → вул. Нова doubt proposals.moved", "Ґалаґан street:  → вул. Стара doubt proposals.moved")
	})
	t.Run("F-18 lines pasted in another order", func(t *testing.T) {
		r, ids := bishkek(t)
		same(t, told(pasted(t, r, "02.03.2004\n01.03.2004\n05.03.2004", ids[:], "birth_date").Proposals), "Асанова birth_date: 2004-03-01 → 2004-03-02 doubt proposals.moved",
			"Бекова birth_date: 2004-03-02 → 2004-03-01 doubt proposals.moved", "Жээнбекова birth_date: 2004-03-03 → 2004-03-05")
	})
	t.Run("F-18 what several have, or is one of a list, tells nothing", func(t *testing.T) {
		r, ids := class11(t)
		change(t, r, ids[1], "phone=0501234567", "language=ru", "street=вул. Стара")
		content := filledBy(t, r, nil, func(book *excelize.File, sheet string) {
			write(t, book, sheet, ids[2]+" phone=0501234567", ids[0]+" phone=0671111111", ids[2]+" street=вул. Стара")
		})
		same(t, told(readBack(t, r, content).Proposals), "Лук’яненко phone: +380501234567 → +380671111111", "Ґалаґан phone:  → +380501234567", "Ґалаґан street:  → вул. Стара")
	})
}
