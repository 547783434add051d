package roster

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

// TestColumnsOfNames reads the full names of one column: the parts, «!» behind a warning, and
// for a doubt «?» with the readings.
func TestColumnsOfNames(t *testing.T) {
	for _, c := range []struct{ name, header, cells, want string }{
		{"the usual order", "ПІБ", "Вербицька Соломія Остапівна|Гриценко Назар", "Вербицька/Соломія/Остапівна|Гриценко/Назар/"},
		{"the header says that the given name is first", "Ім'я та прізвище", "Соломія Вербицька|Яролюба Гриценко|Назар Дем'яненко", "Вербицька/Соломія/|Гриценко/Яролюба/|Дем’яненко/Назар/"},
		{"in Russian", "Имя и фамилия", "Айпери Асанова|Незнаемый Бакытов", "Асанова/Айпери/|Бакытов/Незнаемый/"},
		{"as a form asks", "Ваше ім'я, прізвище", "Соломія Вербицька", "Вербицька/Соломія/"},
		{"with a comma between", "Ім'я, прізвище", "Соломія, Вербицька|Назар, Гриценко", "Вербицька/Соломія/|Гриценко/Назар/"},
		{"the header is not obeyed", "Ім'я та прізвище", "Вербицька Соломія|Гриценко Назар", "Вербицька/Соломія/|Гриценко/Назар/"},
		{"the names say it themselves", "ПІБ", "Соломія Вербицька|Назар Гриценко|Яролюба Лис", "Вербицька/Соломія/!|Гриценко/Назар/!|Лис/Яролюба/!"},
		{"with patronymics between", "ПІБ", "Соломія Остапівна Вербицька|Назар Богданович Гриценко", "Вербицька/Соломія/Остапівна!|Гриценко/Назар/Богданович!"},
		{"with patronymics behind", "Ім'я, прізвище, по батькові", "Соломія Вербицька Остапівна|Назар Гриценко Богданович", "Вербицька/Соломія/Остапівна|Гриценко/Назар/Богданович"},
		{"one name says nothing", "ПІБ", "Соломія Вербицька", "Соломія/Вербицька/?Соломія, Вербицька;Вербицька, Соломія"},
		{"some so, some so", "ПІБ", "Соломія Вербицька|Гриценко Назар|Яролюба Лис", "Соломія/Вербицька/?Соломія, Вербицька;Вербицька, Соломія|Гриценко/Назар/|Яролюба/Лис/?Яролюба, Лис;Лис, Яролюба"},
		{"two known names", "ПІБ", "Богдан Назар|Гриценко Назар", "Богдан/Назар/|Гриценко/Назар/"},
		{"capitals at the end", "ПІБ", "Соломія ВЕРБИЦЬКА|Яролюба ДЕМ'ЯНЕНКО|Назар Богданович ГРИЦЕНКО", "Вербицька/Соломія/|Дем’яненко/Яролюба/|Гриценко/Назар/Богданович"},
		{"capitals at the beginning", "Ім'я та прізвище", "ВЕРБИЦЬКА Соломія|НЕЧУЙ ЛЕВИЦЬКИЙ Іван Семенович|КВІТКА-ОСНОВ’ЯНЕНКО Григорій", "Вербицька/Соломія/|Нечуй Левицький/Іван/Семенович|Квітка-Основ’яненко/Григорій/"},
		{"capitals everywhere say nothing", "ПІБ", "СОЛОМІЯ ВЕРБИЦЬКА", "Соломія/Вербицька/?Соломія, Вербицька;Вербицька, Соломія"},
		{"two given names beside capitals", "ПІБ", "Анна Марія КОВАЛЬ", "Коваль/Анна Марія/"},
		{"a surname of two words", "ПІБ", "Нечуй Левицький Іван Семенович|Аль Масрі Омар Халедович", "Нечуй Левицький/Іван/Семенович?Нечуй Левицький, Іван, Семенович;Нечуй, Левицький Іван, Семенович|Аль Масрі/Омар/Халедович?Аль Масрі, Омар, Халедович;Аль, Масрі Омар, Халедович"},
		{"four words without a known name", "ПІБ", "Коваль Ярола Мирола Петрівна", "Коваль/Ярола Мирола/Петрівна?Коваль, Ярола Мирола, Петрівна;Коваль Ярола, Мирола, Петрівна"},
		{"a surname of two words without a patronymic", "ПІБ", "Нечуй Левицький Іван", "Нечуй Левицький/Іван/?Нечуй Левицький, Іван;Нечуй, Левицький, Іван"},
		{"a father's name without an ending", "ФИО", "Асанов Бакыт Токтогул|Асанова Айпери Нурлан", "Асанов/Бакыт/Токтогул|Асанова/Айпери/Нурлан"},
		{"two given names", "ПІБ", "Коваль Анна Марія Петрівна|Коваль Анна-Марія", "Коваль/Анна Марія/Петрівна|Коваль/Анна-Марія/"},
		{"five words", "ПІБ", "Де Сільва Перейра Анна Петрівна", "Де Сільва Перейра/Анна/Петрівна?Де Сільва Перейра, Анна, Петрівна;Де, Сільва Перейра Анна, Петрівна"},
		{"sons and daughters of many peoples", "ФИО", "Қодиров Ўткир Ғайрат ўғли|Ҳакимова Дилноза Рустам ҚИЗИ|Сериков Әділ Ерлан ұлы|Серикова Аяжан Ерлан Қызы|Алиев Эльдар Расим оглу|Каримов Умид Равшан угли", "Қодиров/Ўткир/Ғайрат ўғли|Ҳакимова/Дилноза/Рустам қизи|Сериков/Әділ/Ерлан ұлы|Серикова/Аяжан/Ерлан қызы|Алиев/Эльдар/Расим оглу|Каримов/Умид/Равшан угли"},
		{"in capitals", "ФИО", "АСАНОВ БАКЫТ ТОКТОГУЛ УУЛУ|СЕРИКОВА АЯЖАН ЕРЛАН ҚЫЗЫ", "Асанов/Бакыт/Токтогул уулу|Серикова/Аяжан/Ерлан қызы"},
		{"a word broken at the end of a line", "ПІБ", "Верби-\nцька Соломія Остапівна|Нечуй-\nЛевицький Іван|Верби\u00ad\nцька Олена", "Вербицька/Соломія/Остапівна|Нечуй-Левицький/Іван/|Вербицька/Олена/"},
		{"a word with a hyphen and a small letter", "ПІБ", "Верби-цька Соломія|Грице- нко Назар", "Вербицька/Соломія/?Вербицька, Соломія;Верби-Цька, Соломія|Гриценко/Назар/?Гриценко, Назар;Грице-Нко, Назар"},
		{"a broken word in capitals", "ПІБ", "ВЕРБИ-\nЦЬКА СОЛОМІЯ", "Вербицька/Соломія/?Вербицька, Соломія;Верби-Цька, Соломія"},
		{"a word broken without a hyphen", "ПІБ", "Вербиць\nка Соломія|Гриценко\nназар", "Вербицька/Соломія/?Вербицька, Соломія;Вербиць Ка, Соломія|Гриценко/Назар/"},
		{"hyphens that belong there", "ПІБ", "Аль-хадід Омар|Коваль анна-марія|Ибн-Сина Тимур|Асанов Токтогул-уулу", "Аль-хадід/Омар/|Коваль/Анна-Марія/|Ибн-Сина/Тимур/|Асанов/Токтогул-уулу/?"},
		{"other signs for an apostrophe", "ПІБ", "Дем*яненко Назар|Дем\"яненко Назар|Солов?їненко Назар|Дем°яненко Назар|Назар Дем*яненко", "Дем’яненко/Назар/?Дем’яненко, Назар|Дем’яненко/Назар/?Дем’яненко, Назар|Солов’їненко/Назар/?Солов’їненко, Назар|Дем’яненко/Назар/?Дем’яненко, Назар|Назар/Дем’яненко/?Назар, Дем’яненко;Дем’яненко, Назар"},
		{"a mark of stress beside its letter", "ПІБ", "Верби´цька Соломія|Дем`яненко Назар", "Вербицька/Соломія/?Вербицька, Соломія;Верби’цька, Соломія|Дем’яненко/Назар/"},
		{"signs of the web", "ПІБ", "Дем&#39;яненко Назар|Лук&rsquo;янчук&nbsp;Ігор", "Дем’яненко/Назар/|Лук’янчук/Ігор/"},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			rows := [][]string{{c.header, "Клас"}}
			for cell := range strings.SplitSeq(c.cells, "|") {
				rows = append(rows, []string{cell, "11-А"})
			}
			var all []string
			for _, r := range readRows(t, bookOf(nil, rows...), ukraine()) {
				all = append(all, namesOf3(r))
			}
			if got := strings.Join(all, "|"); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

func namesOf3(r Row) string {
	got := r.Graduate.Surname + "/" + r.Graduate.GivenName + "/" + r.Graduate.Patronymic
	for _, p := range r.Problems {
		switch p.Severity {
		case data.SeverityConfirm:
			got += "?" + strings.Join(p.Readings, ";")
		case data.SeverityWarning:
			got += "!"
		default:
			got += " " + p.Rule
		}
	}
	return got
}

// Each reading of a doubt, put in the place of the cell, settles it, and is what it says.
func TestReadingsSettleDoubts(t *testing.T) {
	for _, cells := range [][]string{
		{"Нечуй Левицький Іван Семенович"}, {"Коваль Ярола Мирола Петрівна"}, {"Соломія Вербицька"}, {"Нечуй Левицький Іван"}, {"Верби-цька Соломія Остапівна"}, {"Назар Дем*яненко"},
		{"Соломія Вербицька", "Гриценко Назар"}, {"Вербиць\nка Соломія"}, {"Анна Яромила Коваль", "Соломія Вербицька", "Назар Гриценко"},
	} {
		rows := [][]string{{"ПІБ", "Клас"}}
		for _, cell := range cells {
			rows = append(rows, []string{cell, "11-А"})
		}
		first := readRows(t, bookOf(nil, rows...), ukraine())[0]
		if len(first.Problems) != 1 || !first.Doubtful() || len(first.Problems[0].Readings) == 0 {
			t.Errorf("F-14 %q is in no doubt: %+v", cells[0], first)
			continue
		}
		for i, reading := range first.Problems[0].Readings {
			rows[1][0] = reading
			r := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {0: workbook.MarkMended}}, rows...), ukraine())[0]
			said := Names{r.Graduate.Surname, r.Graduate.GivenName, r.Graduate.Patronymic}
			if len(r.Problems) > 0 || said.text() != reading || i == 0 && namesOf3(r) != strings.Split(namesOf3(first), "?")[0] {
				t.Errorf("F-14 %q, chosen %q: %+v %+v", cells[0], reading, said, r.Problems)
			}
		}
	}
}

// Parts in columns of their own are spelt as carefully.
func TestPartsOfNames(t *testing.T) {
	header := []string{"Прізвище", "Ім'я", "По батькові", "Клас"}
	for _, c := range []struct{ surname, given, patronymic, want string }{
		{"'Вербицька", "'Соломія", "'Остапівна", "Вербицька/Соломія/Остапівна"},
		{"Дем''яненко", "В ’ячеслав", "Ілліч", "Дем’яненко/В’ячеслав/Ілліч"},
		{"Верби-цька", "Соломія", "Остапівна", "Вербицька/Соломія/Остапівна?Вербицька;Верби-Цька"},
		{"Верби-\nцька", "Соло-\nмія", "Остап-\nівна", "Вербицька/Соломія/Остапівна"},
		{"Дем*яненко", "Злата", "", "Дем’яненко/Злата/?Дем’яненко"},
		{"Вербицька*", "Злата", "", "Вербицька*/Злата/ name_sign"},
		{"Верби\u0301цька", "Соломі\u0301я", "Оста\u0301півна", "Вербицька/Соломія/Остапівна"},
		{"Серикова", "Аяжан", "Ерлан ҚЫЗЫ", "Серикова/Аяжан/Ерлан қызы"},
		{"Вербицька", "Соломія\ufe0f", "Остапівна\u2066", "Вербицька/Соломія/Остапівна"},
		{"Қодиров", "Ян", "", "Қодиров/Ян/"},
		{"Ԧодиров", "Ян", "", "Ԧодиров/Ян/ name_sign"},
	} {
		if got := namesOf3(readRows(t, bookOf(nil, header, []string{c.surname, c.given, c.patronymic, "11-А"}), ukraine())[0]); got != c.want {
			t.Errorf("F-14 %q %q %q: %s, want %s", c.surname, c.given, c.patronymic, got, c.want)
		}
	}
	for patronymic, want := range map[string]data.Sex{"Ғайрат ўғли": "m", "Рустам қизи": "f", "Ерлан ұлы": "m", "Ерлан қызы": "f", "Токтогул уулу": "m", "Расим оглу": "m", "Rustam qizi": "f", "G’ayrat o’g’li": "m", "Ерланұлы": "m"} {
		if got := SexOfPatronymic(patronymic); got != want {
			t.Errorf("F-14 %s: %q", patronymic, got)
		}
	}
}

// TestTelephonesOfARoster writes both telephones of a cell, and the rules.
func TestTelephonesOfARoster(t *testing.T) {
	for cell, want := range map[string]string{
		"050 123 45 60; 067 111 45 63": "+380501234560 +380671114563 phone_second", "0501234560, 0671114563, 0931114564": "+380501234560 +380671114563, +380931114564 phone_second phone_second",
		"0501234560 дод. 0671114563": "+380501234560 +380671114563 phone_second", "0501234560\n0671114563": "+380501234560 +380671114563 phone_second", "0442345560 дод. 12": "+380442345560  phone_part",
		"050 123 45 60 (мама)": " +380501234560 phone_other?+380501234560 (мама),+380501234560", "мама 0671114563, 0501234560": "+380501234560 +380671114563 ",
		"0501234560, мама 0671114563": "+380501234560 +380671114563 phone_note", "0501234560 (Катя)": "+380501234560  phone_note", "тато: 0671114563; мама: 0501114563": " +380671114563, +380501114563 phone_other?+380671114563 (тато), +380501114563 (мама),+380671114563, +380501114563 (мама),+380501114563, +380671114563 (тато)",
		"0671114563 мама 0501234560": " +380671114563, +380501234560 phone_other?+380671114563 (мама), +380501234560 (мама),+380671114563, +380501234560 (мама),+380501234560, +380671114563 (мама)",
		"0501234560 (м)":             " +380501234560 phone_other?+380501234560 (м),+380501234560", "немає телефону": "  ", "не вказано": "  ", "0": "  ", "н/д": "  ", "https://wa.me/380501234560": "+380501234560  ", "0501234560; 0501234560": "+380501234560  ",
		"050 ANNA 567": "  phone_short", "0501234560; 067 ANNA 63": "+380501234560  phone_part", "050\u202f123\u202f45\u202f60": "+380501234560  ", "\u202a+380501234560\u202c": "+380501234560  ", "’+380501234560": "+380501234560  ",
		"3,8E+11": "  number_rounded", "моб. 050-123-45-60": "+380501234560  ", "+38(050)1234560": "+380501234560  ",
	} {
		r := readRows(t, bookOf(nil, []string{"ПІБ", "Телефон"}, []string{"Лис Ія", cell}), ukraine())[0]
		got := r.Graduate.Phone + " " + r.Graduate.Fields[FieldPhone2] + " " + strings.Join(rulesOf(r), " ")
		if r.Doubtful() {
			got += "?" + strings.Join(r.Problems[0].Readings, ",")
		}
		if got != want {
			t.Errorf("F-14 %q: %q, want %q", cell, got, want)
		}
	}
	for chosen, want := range map[string]string{"+380501234560 (мама)": " +380501234560", "+380501234560, +380671114563 (мама)": "+380501234560 +380671114563", "+380501234560": "+380501234560 "} {
		r := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {1: workbook.MarkMended}}, []string{"ПІБ", "Телефон"}, []string{"Лис Ія", chosen}), ukraine())[0]
		if got := r.Graduate.Phone + " " + r.Graduate.Fields[FieldPhone2]; got != want || len(r.Problems) > 0 {
			t.Errorf("F-14 chosen %q: %q %v", chosen, got, r.Problems)
		}
	}
}

// Classes with unseen signs are the class that they look like.
func TestUnseenSignsOfAClass(t *testing.T) {
	for _, class := range []string{"11-А\u200e", "\u200f11-А", "11-А\u2060", "\u202a11-А\u202c", "11-А\u2066", "'11-А", "11\u2011А", "11\u00a0-\u202fА", "11\ufeff-А", "11-А\ufe0f"} {
		r := readRows(t, bookOf(nil, []string{"ПІБ", "Клас"}, []string{"Лис Ія", class}), ukraine())[0]
		if r.Graduate.Class != "11-А" || len(r.Problems) > 0 {
			t.Errorf("F-14 %q: %q %v", class, r.Graduate.Class, r.Problems)
		}
	}
	r := readRows(t, bookOf(nil, []string{"ПІБ", "Вулиця"}, []string{"Лис Ія", "Івано\u2011Франківська, 5"}, []string{"Гук Ян", "Миру 😀"}), ukraine())
	if r[0].Graduate.Fields["street"] != "Івано-Франківська, 5" || !r[1].Bad() {
		t.Errorf("F-14 what no paper shows: %+v", r)
	}
}
