package roster

import (
	"strings"
	"testing"
	"unicode/utf8"

	"graduand/data"
)

func TestSplitName(t *testing.T) {
	for _, c := range []struct {
		s    string
		want Names
		sure bool
	}{
		{"Петренко Олена Іванівна", Names{"Петренко", "Олена", "Іванівна"}, true},
		{"ПЕТРЕНКО Олена  Іванівна", Names{"Петренко", "Олена", "Іванівна"}, true},
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
		"11-й класс": "11", "13-А": "", "2020": "", "КІ-41": "", "": "", "А": "",
	} {
		if class, _ := ParseClass(s, "cyrillic"); class != want {
			t.Errorf("F-14 class %q: %q, want %q", s, class, want)
		}
	}
	for s, want := range map[string]string{
		"Список учнів 11-А класу на 2019/2020": "11-А", "Випускники 11 «Б» класу": "11-Б", "Список 11 класу": "11", "11-Б класс": "11-Б",
		"СШ № 5, 11-В класс": "11-В", "Ліцей № 11": "", "11-класстын окуучулары": "11", "Клас: 11-А": "11-А", "2020": "",
	} {
		if class, _ := classInTitle(s, "cyrillic"); class != want {
			t.Errorf("F-14 title %q: %q, want %q", s, class, want)
		}
	}
}

func TestPhone(t *testing.T) {
	for _, c := range []struct{ s, region, want, code string }{
		{"050 123-45-67", "UA", "+380501234567", ""}, {"(050)1234567", "UA", "+380501234567", ""}, {"501234567", "UA", "+380501234567", ""},
		{"380501234567", "UA", "+380501234567", ""}, {"+38 050 123 45 67", "UA", "+380501234567", ""}, {"8-050-123-45-67", "UA", "+380501234567", ""},
		{"80501234567", "UA", "+380501234567", ""}, {"00380501234567", "UA", "+380501234567", ""}, {"тел. 0501234567", "UA", "+380501234567", ""},
		{"0555123456", "KG", "+996555123456", ""}, {"996555123456", "KG", "+996555123456", ""}, {"555123456", "KG", "+996555123456", ""}, {"+996 (555) 12-34-56", "KG", "+996555123456", ""},
		{"+7 912 345-67-89", "UA", "+79123456789", ""}, {"+44 7400 123456", "KG", "+447400123456", ""},
		{"050 12", "UA", "", "roster.phone_short"}, {"050123456", "UA", "", "roster.phone_short"}, {"", "UA", "", "roster.phone_short"},
		{"0111234567", "UA", "", "roster.phone_invalid"}, {"05012345678999", "UA", "", "roster.phone_invalid"},
	} {
		t.Run("F-14 phone "+c.s, func(t *testing.T) {
			e164, err := Phone(c.s, c.region)
			if e164 != c.want || data.CodeOf(err) != c.code {
				t.Errorf("%q %v, want %q %q", e164, err, c.want, c.code)
			}
		})
	}
	if s := FormatPhone("+380501234567"); s != "+380 50 123 4567" {
		t.Errorf("formatted %q", s)
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
		"№ реєстраційної картки": data.FieldCardNumber, "Номер картки": data.FieldCardNumber, "№ з/п": columnOrdinal, "Вулиця": "street", "Хобі": "", "Свідоцтво про народження (серія, №)": FieldDocument,
	} {
		if field := words.field(header); field != want {
			t.Errorf("F-14 header %q: %q, want %q", header, field, want)
		}
	}
}

func TestSexes(t *testing.T) {
	for s, want := range map[string]data.Sex{"ч": "m", "Ж": "f", "чол.": "m", "жін.": "f", "м": "m", "муж.": "m", "жен.": "f", "эркек": "m", "аял": "f", "кыз": "f",
		"male": "m", "Female": "f", "M": "m", "F": "f", "хлопець": "m", "дівчина": "f", "1": "", "2": "", "?": ""} {
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

func FuzzPhone(f *testing.F) {
	for _, s := range []string{"050 123-45-67", "+996555123456", "8 (050) 1234567, 0671112233", "3.80501234567E+11"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e164, err := Phone(s, "UA")
		if err == nil {
			if again, err := Phone(e164, "KG"); err != nil || again != e164 {
				t.Fatalf("%q is %q, which is %q %v", s, e164, again, err)
			}
		}
		_, _ = cellPhones(s, "KG")
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
