package table_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
)

func pasted(t testing.TB, r *registrar.Registrar, text string, rows []string, fields ...string) *table.Pasted {
	t.Helper()
	p, err := r.Table.Paste(text, rows, fields)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// misplacedCodes are the problems of a pasted block as «line code».
func misplacedCodes(p *table.Pasted) []string {
	var codes []string
	for _, m := range p.Problems {
		codes = append(codes, m.Place+" "+registrar.CodeOf(m.Reason))
	}
	return codes
}

func TestPasteBlock(t *testing.T) {
	t.Run("KG-041 a column goes to the rows of the screen, from the current one on", func(t *testing.T) {
		r, ids := class11(t)
		p := pasted(t, r, "067 1111111\r\n\r\n0672222222\r\n0673333333\r\n", ids[:], "phone")
		same(t, told(p.Proposals), "Лук’яненко phone: +380501234567 → +380671111111", "Ґалаґан phone:  → +380672222222")
		same(t, misplacedCodes(p), "4 paste.beyond")
		if p.Headed || p.Named {
			t.Errorf("headed %v, named %v", p.Headed, p.Named)
		}
	})
	t.Run("KG-041 several columns go to the fields in their order; an empty cell changes nothing", func(t *testing.T) {
		r, ids := class11(t)
		p := pasted(t, r, "вул. Довга\t1\n\t2", ids[:], "street", "house")
		same(t, told(p.Proposals), "Лук’яненко street: вул. Нова → вул. Довга", "Лук’яненко house:  → 1", "Нечай house: 007 → 2")
		same(t, told(pasted(t, r, "борщ\t9", ids[:], "", "house").Proposals), "Лук’яненко house:  → 9")
		if _, err := r.Table.Paste("1\t2\t3", ids[:], []string{"street", "house"}); registrar.CodeOf(err) != "paste.more_columns" {
			t.Errorf("three columns for two fields: %v", err)
		}
		if _, err := r.Table.Paste(" \n\t\n", ids[:], []string{"street"}); registrar.CodeOf(err) != "paste.empty" {
			t.Errorf("nothing: %v", err)
		}
		if _, err := r.Table.Paste("1", ids[:], []string{"shoe_size"}); registrar.CodeOf(err) != "value.unknown_field" {
			t.Errorf("a field that is none: %v", err)
		}
	})
	t.Run("KG-041 quotes and line breaks in cells as Excel copies them", func(t *testing.T) {
		r, ids := class11(t)
		p := pasted(t, r, "\"вул. \"\"Нова\"\"\nбуд. 5\"\nвул. Стара\n", ids[:], "street")
		same(t, told(p.Proposals), "Лук’яненко street: вул. Нова → вул. \"Нова\" буд. 5", "Нечай street:  → вул. Стара")
	})
	t.Run("F-14 a header says the columns, a name says whose a line is", func(t *testing.T) {
		r, _ := class11(t)
		p := pasted(t, r, "№\tПІБ\tСтать\tМоб. тел.\tВулиця\tУлюблена страва\n1\tґалаґан їжак\tч\t0671112233\tвул. Лугова\tборщ\n2\tНечай\tх\t\t\tвареники\n3\tНіхто Такий\tж\t\t\t\n", nil)
		same(t, told(p.Proposals), "Ґалаґан sex:  → m", "Ґалаґан phone:  → +380671112233", "Ґалаґан street:  → вул. Лугова", "Нечай sex:  → m")
		same(t, misplacedCodes(p), "4 paste.unknown")
		same(t, p.Unread, "Улюблена страва")
		same(t, p.Fields, "sex", "phone", "street")
		if p.Proposals[0].Place != "2" {
			t.Errorf("place %q", p.Proposals[0].Place)
		}
	})
	t.Run("F-14 columns of parents and of notes are named as not read", func(t *testing.T) {
		r, _ := class11(t)
		p := pasted(t, r, "№\tПІБ\tСтать\tМати\tПримітка\n1\tНечай\tх\tНечай Олена\tпереїхала\n", nil)
		same(t, told(p.Proposals), "Нечай sex:  → m")
		same(t, p.Unread, "Мати", "Примітка")
	})
	t.Run("F-14 a document that stands in one cell is taken apart", func(t *testing.T) {
		r, _ := class11(t)
		p := pasted(t, r, "ПІБ\tДокумент\nҐалаґан Їжак\tКВ 123456\nНечай\tID-картка 123456789\nЛук’яненко\tяка є\n", nil)
		same(t, told(p.Proposals), "Ґалаґан document_kind:  → passport_book", "Ґалаґан document_series:  → КВ", "Ґалаґан document_number:  → 123456",
			"Нечай document_kind: passport_book → id_card", "Нечай document_series: КВ → ", "Нечай document_number: 004321 → 123456789")
		same(t, misplacedCodes(p), "4 paste.document")
		same(t, p.Fields, "document_number")
	})
	t.Run("F-14 numbers of the centre come by names, and identify by themselves", func(t *testing.T) {
		r, ids := class11(t)
		p := pasted(t, r, "Прізвище\tІм'я\tНомер реєстраційної картки\nЛук'яненко\tМар'яна\t1234567\nҐалаґан\tЇжак\t1234567\n", nil)
		same(t, told(p.Proposals), "Лук’яненко card_number:  → 1234567", "Ґалаґан card_number:  →  rule.duplicate_card")
		if n, err := r.Table.TakeProposed(desktest.Ctx, p.Proposals, ""); err != nil || n != 1 {
			t.Fatalf("took %d, %v", n, err)
		}
		p = pasted(t, r, "№ РК\tВулиця\n1234567\tвул. Тиха\n7654321\tвул. Гучна\n", ids[:])
		same(t, told(p.Proposals), "Лук’яненко street: вул. Нова → вул. Тиха")
		same(t, misplacedCodes(p), "3 paste.unknown")
	})
	t.Run("UA-027 rows that were copied from the list of graduates come back, draft numbers as none", func(t *testing.T) {
		for header, born := range map[string]string{"Клас\tПрізвище, ім’я, по батькові\tНародж.\tКартка\tПредм.": "01.02.2003", "Class\tSurname, given name, patronymic\tBorn\tCard\tSubj.": "02.03.2003"} {
			r, ids := class11(t)
			row, err := r.Table.Find(ids[2])
			if err != nil {
				t.Fatal(err)
			}
			p := pasted(t, r, header+"\n11-А\tЛук’яненко Мар’яна\t"+born+"\t1234567\t4\n11-Б\tҐалаґан Їжак\t\t"+row.DraftNumber+"\t4\n", nil)
			iso := born[6:] + "-" + born[3:5] + "-" + born[:2]
			same(t, told(p.Proposals), "Лук’яненко birth_date: 2003-03-05 → "+iso, "Лук’яненко card_number:  → 1234567")
			same(t, misplacedCodes(p))
		}
	})
	t.Run("F-18 of two with one name the class or the birth date tells", func(t *testing.T) {
		r, _ := class11(t)
		desktest.MustAdd(t, r, "surname=Нечай", "given_name=Олег", "class=11-В", "birth_date=01.02.2003")
		p := pasted(t, r, "ПІБ\tКлас\tКвартира\nНечай Олег\t11 В\t5\n", nil)
		same(t, told(p.Proposals), "Нечай flat:  → 5")
		p = pasted(t, r, "ПІБ\tКвартира\nНечай Олег\t5\nҐалаґан\t6\nҐалаґан Їжак\t7\n", nil)
		same(t, told(p.Proposals))
		same(t, misplacedCodes(p), "2 paste.several", "3 paste.twice", "4 paste.twice")
	})
	t.Run("F-14 words that are values and headers both are values when all are", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		ids := []string{desktest.MustAdd(t, r, "surname=Асанов", "phone=0500000011"), desktest.MustAdd(t, r, "surname=Осмонов", "phone=0500000012")}
		p := pasted(t, r, "Паспорт\nпаспорт\n", ids, "document_kind")
		same(t, told(p.Proposals), "Асанов document_kind:  → passport", "Осмонов document_kind:  → passport")
	})
}

func FuzzPasteBlock(f *testing.F) {
	r, ids := class11(f)
	f.Add("ПІБ\tТелефон\nНечай Олег\t0671112233\n")
	f.Add("\"a\nb\"\tc")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := r.Table.Paste(text, ids[:], []string{"street", "phone"})
		if err != nil {
			if registrar.CodeOf(err) == "" {
				t.Errorf("a failure without a code: %v", err)
			}
			return
		}
		for _, proposal := range p.Proposals {
			if proposal.Refused == nil && proposal.After == proposal.Before {
				t.Errorf("proposes what is there: %+v", proposal)
			}
		}
	})
}
