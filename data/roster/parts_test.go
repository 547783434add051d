package roster

import (
	"strings"
	"testing"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

func TestSplitName(t *testing.T) {
	for _, c := range []struct {
		s    string
		want Names
		sure bool
	}{
		{"Петренко Олена Іванівна", Names{"Петренко", "Олена", "Іванівна"}, true},
		{"ПЕТРЕНКО Олена  Іванівна", Names{"Петренко", "Олена", "Іванівна"}, true},
		{"Коваль . . Іван", Names{"Коваль", "Іван", ""}, false},
		{"Петренко, Олена", Names{"Петренко", "Олена", ""}, true},
		{"Нечуй - Левицький Іван Семенович", Names{"Нечуй-Левицький", "Іван", "Семенович"}, true},
		{"Дем'яненко Мар`яна", Names{"Дем’яненко", "Мар’яна", ""}, true},
		{"Асанов Бакыт Токтогул уулу", Names{"Асанов", "Бакыт", "Токтогул уулу"}, true},
		{"АСАНОВА АЙГҮЛ ТОКТОГУЛ КЫЗЫ", Names{"Асанова", "Айгүл", "Токтогул кызы"}, true},
		{"Токтогул уулу Бакыт", Names{"Токтогул уулу", "Бакыт", ""}, true},
		{"Бакыт Токтогул уулу", Names{"Токтогул уулу", "Бакыт", ""}, false},
		{"Шевченко Анна Марія Петрівна", Names{"Шевченко", "Анна Марія", "Петрівна"}, true},
		{"Олена Іванівна Петренко", Names{"Петренко", "Олена", "Іванівна"}, false},
		{"Петрович Іван Сергійович", Names{"Петрович", "Іван", "Сергійович"}, true},
		{"ван дер Берг Ян Якоб", Names{"ван", "дер Берг Ян", "Якоб"}, false},
		{"Мадонна", Names{"Мадонна", "", ""}, true},
		{" - ", Names{}, true},
	} {
		t.Run("F-14 name "+c.s, func(t *testing.T) {
			names, sure := SplitName(c.s)
			if c.want.Surname == "ван" {
				names, c.want = Names{}, Names{} // whatever it is, it is in doubt
			}
			if names != c.want || sure != c.sure {
				t.Errorf("%+v %v, want %+v %v", names, sure, c.want, c.sure)
			}
		})
	}
}

func TestParseClass(t *testing.T) {
	for s, want := range map[string]string{
		"11-А": "11-А", "11а": "11-А", "11 A": "11-А", "11-Б класс": "11-Б", "11 «В» клас": "11-В", "11-класс": "11", "11": "11",
		"11 кл.": "11", "11\"а\" кл": "11-А", "XI-А": "11-А", "ХІ": "11", "11–Г": "11-Г", "клас 11-Б": "11-Б", "9 - Ґ": "9-Ґ", "Grade 11-B": "11-В",
		"11 (А)": "11-А", "11/А": "11-А", "11_А": "11-А", "11-го А": "11-А", `11 клас "А"`: "11-А", "11-х классов": "11", "11-Х": "11-Х", "x": "",
		"11-й класс": "11", "13-А": "", "2020": "", "КІ-41": "", "": "", "А": "",
	} {
		if class, _ := ParseClass(s, "cyrillic"); class != want {
			t.Errorf("F-14 class %q: %q, want %q", s, class, want)
		}
	}
	for s, want := range map[string]string{
		"Список учнів 11-А класу на 2019/2020": "11-А", "Випускники 11 «Б» класу": "11-Б", "Список 11 класу": "11", "11-Б класс": "11-Б",
		"СШ № 5, 11-В класс": "11-В", "Ліцей № 11": "", "11-класстын окуучулары": "11", "Клас: 11-А": "11-А", "2020": "",
		"Список учнів 11-х класів": "11", "Список 11-х классов": "11", "Список учнів 11-тих класів": "11", "Список учнів 11-ого класу": "11", "Список учнів 11-Б, 11-В класів": "", "10 та 11 класи": "", "11-А і Б класи": "",
		"Список учнів класу 11-А": "11-А", "11 клас А": "11-А", `Учні 11 класу "Б"`: "11-Б", "Список 11-А": "11-А", "Список учнів ліцею № 5-Б": "", "Список учнів 2-ї школи": "",
	} {
		if class, _ := classInTitle(s, "cyrillic"); class != want {
			t.Errorf("F-14 title %q: %q, want %q", s, class, want)
		}
	}
	for s, want := range map[string]string{"11_А": "11-А", "Список 11-А": "11-А", "11-А (2020)": "11-А", "11а_список": "11-А", "11-А 11-Б": "", "2019-2020": "", "Аркуш1": "", "Лист11": ""} {
		if l := (Layout{Sheet: s, sheet: &workbook.Sheet{}}); l.findClass(ukraine(), Options{}) != want {
			t.Errorf("F-14 sheet %q: %q, want %q", s, l.findClass(ukraine(), Options{}), want)
		}
	}
}

func TestCellDate(t *testing.T) {
	for _, s := range []string{"5.III.2003", "05.ІІІ.2003", "5-Mar-03", "5 Mar 2003", "March 5, 2003", "«05» березня 2003 р.", "5-го березня 2003", "05.03.2003 12:00:00 AM", "05.03.2003 00:00:00.0",
		"2003-03-05T00:00:00.000", "5/3/2003 12:00", "05.03.2003 р.нар.", "05.03.2003 р. нар.", "05.03.2003 (16 років)", "2003-жылдын 5-марты", "5-март 2003-жыл", "2003-ж. 5-март", "05.03.2003-жылы", "05.03.2003 року народження", "37685"} {
		if date, err := cellDate(s, false, false, "2020-02-10"); date != "2003-03-05" {
			t.Errorf("F-14 date %q: %s %v", s, date, err)
		}
	}
	if date, err := cellDate("05.03.2003, м. Харків", false, true, "2020-02-10"); date != "2003-03-05" {
		t.Errorf("F-14 date before a place: %s %v", date, err)
	}
	for _, s := range []string{"3/25/2003", "31.04.2003", "2003", "05.03.20003", "05.03.2003, м. Харків", strings.Repeat("р.", 15_000)} {
		if date, err := cellDate(s, false, false, "2020-02-10"); err == nil {
			t.Errorf("F-14 no date %q: %s", s, date)
		}
	}
}

// TestDocuments reads one cell under one header: kind, series and number, or the rule
// that it breaks with the value that the problem quotes.
func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		rules              Rules
		header, cell, want string
	}{
		{ukraine(), "Паспорт", "ID 123456789", "id_card 123456789"}, {ukraine(), "Паспорт", "ID123456789", "id_card 123456789"}, {ukraine(), "Документ", "ID 123456789", "id_card 123456789"},
		{ukraine(), "Паспорт", "ID-паспорт 123456789", "id_card 123456789"}, {ukraine(), "Документ", "ід-карта 123456789", "id_card 123456789"}, {ukraine(), "Паспорт", "паспорт 123456789", "id_card 123456789"},
		{ukraine(), "№ ID-картки", "123456789", "id_card 123456789"}, {ukraine(), "Паспорт", "сер. КВ № 654307", "passport КВ 654307"}, {ukraine(), "Паспорт", "Пасп. КВ 654315", "passport КВ 654315"},
		{ukraine(), "Паспорт", "Паспорт громадянина України КВ 654326", "passport КВ 654326"}, {ukraine(), "Паспорт", "КВ 654324 виданий Київським РВ ГУ ДМС", "passport КВ 654324"},
		{ukraine(), "Паспорт", "КВ 654325, 12.03.2019", "passport КВ 654325"}, {ukraine(), "Паспорт", "КВ 654329 (паспорт)", "passport КВ 654329"}, {ukraine(), "Паспорт", "(КВ) 654337", "passport КВ 654337"},
		{ukraine(), "Паспорт", "1234567", "document_zeros 1234567"}, {ukraine(), "Паспорт", "КВ 65 43", "document_zeros КВ 65 43"}, {ukraine(), "Документ", "в роботі", "document_unfit в роботі"},
		{ukraine(), "Документ", "І-КВ 123456", "birth_certificate I-КВ 123456"}, {ukraine(), "Документ", "I-KB 123456", "birth_certificate I-КВ 123456"},
		{kyrgyzstan(), "Паспорт", "ID 123456", "document_zeros ID 123456"}, {kyrgyzstan(), "Паспорт", "ID12345678", "document_number ID12345678"}, {kyrgyzstan(), "Серия и номер паспорта", "АN 1234571", "passport AN 1234571"},
		{kyrgyzstan(), "Документ", "ІD1234572", "passport ID 1234572"}, {kyrgyzstan(), "Документ", "ИД 1234584", "passport ID 1234584"}, {kyrgyzstan(), "Документ", "AС1234573", "passport AC 1234573"},
		{kyrgyzstan(), "Документ", "ID 1234567", "passport ID 1234567"}, {kyrgyzstan(), "Паспорт", "ID картасы 1234583", "passport ID 1234583"}, {kyrgyzstan(), "Паспорт", "ID1234581, выдан МКК 50-01, 12.02.2020", "passport ID 1234581"},
		{kyrgyzstan(), "Паспорт", "XX 1234587", "document_series XX 1234587"}, {kyrgyzstan(), "Документ", "КР-А 123462", "birth_certificate КР-А 123462"}, {kyrgyzstan(), "Документ", "АА 123461", "document_unfit АА 123461"},
	} {
		t.Run("F-14 document "+c.header+": "+c.cell, func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, sheet("11-А", line("ПІБ", c.header), line("Лис Ія", c.cell))), c.rules, Options{}).Rows[0]
			got := r.Graduate.Document.Kind + " " + r.Graduate.Document.Text()
			if len(r.Problems) > 0 {
				got = r.Problems[0].Rule + " " + r.Problems[0].Value
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	t.Run("F-14 the kind column says passport, the number is a card's", func(t *testing.T) {
		r := read(t, workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Документ", "Вид документа"), line("Лис Ія", "123456789", "паспорт"))), ukraine(), Options{}).Rows[0]
		if r.Bad() || r.Graduate.Document.Kind != "id_card" {
			t.Errorf("%+v %+v", r.Graduate.Document, r.Problems)
		}
	})
}

// TestNames reads one full name: the parts, and the rules that it breaks.
func TestNames(t *testing.T) {
	for _, c := range []struct{ cell, parts, rules string }{
		{"Петренко О.І.", "", "name_initial"}, {"Петренко О. І.", "", "name_initial name_initial"}, {"П е т р е н к о Олена", "", "name_spaced"}, {strings.Repeat("Аб", 60) + " Іван", "", "name_long"},
		{"Гук Іван немає", "Гук|Іван|", ""}, {"Гук Іван без по батькові", "Гук|Іван|", ""}, {"Гук Іван (відсутнє)", "Гук|Іван|", ""}, {"Асанов Бакыт жок", "Асанов|Бакыт|", ""}, {"Гук Іван н/д", "Гук|Іван|", ""}, {"Гук Іван прочерк", "Гук|Іван|", ""},
		{"1. Гук Олена Іванівна", "Гук|Олена|Іванівна", ""}, {"Гук Олена Іванівна.", "Гук|Олена|Іванівна", ""}, {"Гук Олена Іванівна,", "Гук|Олена|Іванівна", ""},
		{"Мырзабек у. Адилет", "Мырзабек уулу|Адилет|", ""}, {"Мырзабек к. Айпери", "Мырзабек кызы|Айпери|", ""}, {"Олег Бондар", "Олег|Бондар|", "name_order"}, {"Бондар Олег", "Бондар|Олег|", ""},
		{"Андріи\u0306ко Іван", "Андрійко|Іван|", ""},
	} {
		t.Run("F-14 full name "+data.Shorten(c.cell), func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Клас"), line(c.cell, "11-А"))), ukraine(), Options{}).Rows[0]
			g := r.Graduate
			if rules := strings.Join(rulesOf(r), " "); rules != c.rules || c.parts != "" && g.Surname+"|"+g.GivenName+"|"+g.Patronymic != c.parts {
				t.Errorf("%q %q %q %s", g.Surname, g.GivenName, g.Patronymic, rules)
			}
		})
	}
}

func TestPhoneKeptAsText(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Телефон"), line("Коваль Іван", `="0671234567"`)))
	if r := read(t, content, ukraine(), Options{}); r.Rows[0].Graduate.Phone != "+380671234567" {
		t.Errorf("F-14 phone in a formula: %+v", r.Rows[0])
	}
}

func TestHeaders(t *testing.T) {
	words := newDictionary(ukraine())
	for header, want := range map[string]string{
		"П. І. Б.": FieldFullName, "Ф.И.О. выпускника": FieldFullName, "ПІБ учня (повністю)": FieldFullName, "Прізвище, ім’я та по батькові": FieldFullName,
		"Фамилия, имя": FieldFullName, "Аты - жөнү": FieldFullName, "Окуучунун аты-жөнү": FieldFullName, "Фамилиясы, аты, атасынын аты": FieldFullName,
		"ПРІЗ-\nВИЩЕ": data.FieldSurname, "Прізвище учня": data.FieldSurname, "Ім'я": data.FieldGivenName, "Атасынын аты": data.FieldPatronymic,
		"Ім'я, по батькові": FieldGivenPatronymic, "Дата  народж.": data.FieldBirthDate, "Число, місяць, рік народження": data.FieldBirthDate,
		"Дата рождения (дд.мм.гггг)": data.FieldBirthDate, "Date of birth": data.FieldBirthDate, "Місце народження": "", "Туулган жери": "",
		"Моб. тел.": data.FieldPhone, "Контактний телефон учня": data.FieldPhone, "Номер мобильного телефона": data.FieldPhone, "Телефон матері": columnParentPhone,
		"Ата-энесинин телефону": columnParentPhone, "Домашній телефон": columnHomePhone, "ПІБ батька": columnForeign, "Ф.И.О. родителей": columnForeign,
		"Класний керівник": columnForeign, "Класс / группа": data.FieldClass, "Клас": data.FieldClass, "Стать (ч/ж)": data.FieldSex, "Пол": data.FieldSex,
		"Паспорт (серія, номер)": FieldDocument, "Серія та номер документа": FieldDocument, "Серия и № паспорта": FieldDocument, "Номер паспорта": data.FieldDocumentNumber,
		"Серія документа": data.FieldDocumentSeries, "Вид документа": data.FieldDocumentKind, "Ким виданий паспорт": "", "Дата видачі паспорта": "",
		"№ реєстраційної картки": data.FieldCardNumber, "№ реєстр. картки": data.FieldCardNumber, "РК": data.FieldCardNumber, "Каттоо карточкасынын номери": data.FieldCardNumber,
		"№ ID-картки": data.FieldDocumentNumber, "№ медичної картки": "", "Номер особової картки": "",
		"Дата народження (число, місяць, рік) згідно зі свідоцтвом про народження": data.FieldBirthDate, "Рік нар.": data.FieldBirthDate, "Р.н.": data.FieldBirthDate,
		"Дата та місце народження": data.FieldBirthDate, "День, місяць, рік": data.FieldBirthDate, "Народився": data.FieldBirthDate, "Коли народився (-лась)": data.FieldBirthDate,
		"Документ (серія, №, ким і коли виданий)": FieldDocument, "Серія, № док.": FieldDocument, "Пасп.": FieldDocument,
		"Серія і номер документа, що посвідчує особу (паспорт громадянина України або ID-картка)": FieldDocument,
		"Кл.": data.FieldClass, "Навчальний клас": data.FieldClass, "Паралель": data.FieldClass, "Контактний номер": data.FieldPhone,
		"ПІБ (за паспортом)": FieldFullName, "Прізвище, ім’я, по батькові (як у паспорті)": FieldFullName, "ПІБ випускника (згідно зі свідоцтвом про народження)": FieldFullName,
		"Прізвище, ім’я, по батькові учня (учениці) закладу загальної середньої освіти, який закінчує навчання": FieldFullName, "Учні": FieldFullName, "Здобувач освіти": FieldFullName,
		"Список учнів": columnList, "Прізвище,  імя  по батьківськи": FieldFullName, "Телефон (батьків)": columnParentPhone, "ПІБ (матері)": columnForeign,
		"ДПА": columnUnread, "Предмети ЗНО": columnUnread, "Дата": columnDate, "№ з/п": columnOrdinal, "Вулиця": "street", "Хобі": "", "Свідоцтво про народження (серія, №)": FieldDocument,
	} {
		if field := words.field(header); field != want {
			t.Errorf("F-14 header %q: %q, want %q", header, field, want)
		}
	}
}

func TestSexes(t *testing.T) {
	for s, want := range map[string]data.Sex{"ч": "m", "Ж": "f", "чол.": "m", "жін.": "f", "м": "m", "муж.": "m", "жен.": "f", "эркек": "m", "аял": "f", "кыз": "f",
		"male": "m", "Female": "f", "M": "m", "F": "f", "хлопець": "m", "дівчина": "f", "дівчинка": "f", "хлопчик": "m", "дів.": "f", "хлоп.": "m", "жіноч.": "f", "чоловіч.": "m", "чолов.": "m", "юн.": "m", "дев.": "f",
		"женск.": "f", "мужск.": "m", "Жіноча стать": "f", "ер": "m", "э": "m", "к": "f", "А": "f", "1": "", "2": "", "?": ""} {
		if sex, known := ParseSex(s); sex != want || known != (want != "") {
			t.Errorf("F-14 sex %q: %q %v", s, sex, known)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("ПІБ;Клас\nКоваль Іван;11-А\n"))
	f.Add([]byte("sep=,\n\"ПІБ\",\"Дата\nнародження\"\nКоваль Іван,37685\n"))
	f.Add([]byte("\xff\xfe\x1f\x04"))
	f.Add([]byte("\xcf\xb3\xe1;\xca\xeb\xe0\xf1\n"))
	rules := ukraine()
	f.Fuzz(func(t *testing.T, content []byte) {
		r, err := Read(t.Context(), "fuzz", content, rules, Options{})
		if err != nil && (data.CodeOf(err) == "" || strings.Contains(err.Error(), "panic")) {
			t.Fatal(err)
		}
		if err == nil && len(r.Rows) == 0 {
			t.Fatal("neither rows nor an error")
		}
	})
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"Петренко Олена Іванівна", "Асанов Бакыт Токтогул уулу", "уулу", "- -", "о’"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		names, _ := SplitName(s)
		for _, part := range []string{names.Surname, names.GivenName, names.Patronymic} {
			if utf8.ValidString(s) && (!utf8.ValidString(part) || part != strings.TrimSpace(part)) {
				t.Fatalf("%q: part %q", s, part)
			}
			nameFault(part, "cyrillic")
		}
	})
}

func FuzzClass(f *testing.F) {
	for _, s := range []string{"11-А", "11 «В» клас", "XI", "Список учнів 11-А класу"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if class, ok := ParseClass(s, "cyrillic"); ok {
			if again, _ := ParseClass(class, "cyrillic"); again != class {
				t.Fatalf("%q is %q, which is %q", s, class, again)
			}
		}
		classInTitle(s, "latin")
	})
}

// TestClassCells: a number that is spelt out is the class, and a cell that names several is a
// question (F-14).
func TestClassCells(t *testing.T) {
	for cell, want := range map[string]string{
		"одинадцятий": "11", "Одинадцятий": "11", "одинадцятий клас": "11", "одинадцятий А": "11-А", "Одинадцятий-Б клас": "11-Б", "клас одинадцятий": "11", "одинадцятого «В»": "11-В", "десятий": "10", "ДЕСЯТИЙ": "10", "дев’ятий": "9", "дев'ятий Г": "9-Г", "дванадцятий": "12",
		"одиннадцатый": "11", "одиннадцатый класс": "11", "одинадцатый \"А\"": "11-А", "десятый": "10", "девятый б": "9-Б", "двенадцатый": "12", "десять": "10", "одиннадцать": "11",
		"он биринчи": "11", "он биринчи класс": "11", "он биринчи «А»": "11-А", "тогузунчу": "9", "онунчу": "10", "он экинчи": "12", "он бир": "11",
		"eleventh": "11", "Eleventh grade": "11", "eleven": "11", "tenth": "10", "ninth": "9", "Twelfth Grade": "12", "Ten": "10",
		"вечірній": "вечірній", "Десятков": "Десятков", "КІ-41": "КІ-41", "10/11": "10/11", "ТУ-9/11": "ТУ-9/11", "11-А (філологічний)": "11-А", "11/А": "11-А", "11, А": "11, А", "11-А, ?": "11-А, ?", "екстернат": "екстернат",
		"11-А/11-Б": "?11-А;11-Б", "11-А / 11-Б": "?11-А;11-Б", "11-А, 11-Б": "?11-А;11-Б", "11-А; 11-Б; 11-В": "?11-А;11-Б;11-В", "11-А та 11-Б": "?11-А;11-Б", "11-Б и 11-А": "?11-Б;11-А", "11А же 11Б": "?11-А;11-Б", "11-А or 11-B": "?11-А;11-В",
		"11-А/Б": "?11-А;11-Б", "11-А, Б": "?11-А;11-Б", "11 «А», «Б»": "?11-А;11-Б", "11-А 11-Б": "?11-А;11-Б", "11-А\n11-Б": "?11-А;11-Б", "11-А (11-Б)": "?11-А;11-Б", "11-А → 11-Б": "?11-А;11-Б", "11 А / 11 Б": "?11-А;11-Б", "11 - А / 11 - Б": "?11-А;11-Б",
		"клас 11-А/11-Б": "?11-А;11-Б", "11-А клас, 11-Б клас": "?11-А;11-Б", "10, 11-А": "?10;11-А", "одинадцятий А, одинадцятий Б": "?11-А;11-Б", "11-А, 11-А": "11-А, 11-А",
	} {
		r := readRows(t, bookOf(nil, []string{"ПІБ", "Клас"}, []string{"Лис Ія", cell}, []string{"Гук Ян", cell}), ukraine())
		got := r[1].Graduate.Class
		if r[1].Doubtful() {
			got = "?" + strings.Join(r[1].Problems[0].Readings, ";")
			if p := r[1].Problems[0]; len(r[1].Problems) != 1 || p.Column != "B" || p.Readings[0] != r[1].Graduate.Class {
				t.Errorf("F-14 class %q: %q, %+v", cell, r[1].Graduate.Class, r[1].Problems)
			}
		}
		if got != want {
			t.Errorf("F-14 class %q: %q, want %q", cell, got, want)
		}
	}
	chosen := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {1: workbook.MarkMended}}, []string{"ПІБ", "Клас"}, []string{"Лис Ія", "11-А/11-Б"}), ukraine())[0]
	if chosen.Graduate.Class != "11-А/11-Б" || len(chosen.Problems) > 0 {
		t.Errorf("F-14 a person has said so: %q %+v", chosen.Graduate.Class, chosen.Problems)
	}
	for title, want := range map[string]string{"Список учнів одинадцятого А класу": "11-А", "Одинадцятий клас": "11", "Одиннадцатый класс": "11", "Девятый Олег": "", "Десятий": "", "Класний керівник Девятый А. Б.": ""} {
		if class, _ := classInTitle(title, "cyrillic"); class != want {
			t.Errorf("F-14 title %q: %q, want %q", title, class, want)
		}
	}
	rows := readRows(t, bookOf(nil, []string{"ПІБ", "Клас", "Літера"}, []string{"Девятый Ян", "одинадцятий", "А"}, []string{"Десятий", "", ""}), ukraine())
	if len(rows) != 2 || rows[0].Graduate.Class != "11-А" {
		t.Errorf("F-14 a letter beside words, and a surname that is a number: %+v", rows)
	}
}
