package roster

import (
	"strings"
	"testing"

	"graduand/data/workbook"
)

// namesRead are the full names of one column, as [TestColumnsOfNames] writes them.
func namesRead(t *testing.T, rules Rules, header, cells string) string {
	t.Helper()
	rows := [][]string{{header, "Клас"}}
	for cell := range strings.SplitSeq(cells, "|") {
		rows = append(rows, []string{cell, "11-А"})
	}
	var all []string
	for _, r := range readRows(t, bookOf(nil, rows...), rules) {
		all = append(all, namesOf3(r))
	}
	return strings.Join(all, "|")
}

// Lists in ordinary spelling leave no doubt, however rare the given names in them and though
// one surname is a given name too.
func TestOrdinaryNamesAreInNoDoubt(t *testing.T) {
	for _, c := range []struct {
		name, cells string
		rules       Rules
		doubts      int
	}{
		{"Ukrainian", "Андрущенко Юлія Вікторівна|Бондар Назар|Данило Олег|Король Єва|Жук Аліна|Іваненко Мілана|Марко Денис Петрович|Мельник Августина|Мороз Ія|Остап Юлія Романівна|Роман Іван|Сидор Назарій Степанович|Тарас Надія|Ткач Зоряна-Марія|Хома Соломія|О’Коннор Патрік|Д’Артаньян Шарль|Аль-Масрі Омар|Васильєва-Коваль Анна-Марія Юріївна", ukraine(), 0},
		{"Kyrgyz", "Абдыкадыров Нурсултан Бакытович|Асанов Бакыт Токтогул уулу|Асан кызы Айпери|Ким Анна Сергеевна|Ли Юлия|Машанло Фатима|Ма Исхар Юсупович|Пак Алёна|Серикова Айсулу Ерлан|Таалайбек уулу Байэл|Шаршенов Эмирлан|Янчиндан Шанвар|Каримов Отабек Равшан угли|Йылмаз Мехмет", kyrgyzstan(), 0},
		{"rare given names beside a surname that is one", "Абакирова Нуриля|Акматов Сыргак|Алиева Тансулуу|Асанова Айпери|Бекмурат уулу Арстан|Давлетов Кутлук|Искендер Жоомарт|Карабаев Алибек|Касымова Умсунай|Кенжебаев Эсентур|Мамасадыков Азирет|Рахманов Шохзод|Тагаев Кайсар", kyrgyzstan(), 1},
		{"capitals", "ПЕТРЕНКО ОЛЕНА ІВАНІВНА|ДЕМ'ЯНЕНКО ЮЛІЯ|О'НІЛ ШОН|НЕЧУЙ-ЛЕВИЦЬКИЙ ІВАН СЕМЕНОВИЧ", ukraine(), 0},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			got := namesRead(t, c.rules, "ПІБ", c.cells)
			if strings.Count(got, "?") != c.doubts || strings.Contains(got, "!") || strings.Contains(got, "name_") {
				t.Error(got)
			}
		})
	}
}

func TestOrdersOfAColumn(t *testing.T) {
	for _, c := range []struct{ name, header, cells, want string }{
		{"one name otherwise is for a look, the others are sure", "ПІБ", "Юлія Петренко|Андрій Коваль|Олег Сидоренко|Дорота Марченко|Мельник Олег", "Петренко/Юлія/!|Коваль/Андрій/!|Сидоренко/Олег/!|Марченко/Дорота/!|Мельник/Олег/?Мельник, Олег;Олег, Мельник"},
		{"one name against the header does not turn the others", "Ім'я та прізвище", "Яролюба Верба|Мирослада Гук|Назар Сич|Ждана Лис|Світозара Рак|Коваль Назар", "Верба/Яролюба/|Гук/Мирослада/|Сич/Назар/|Лис/Ждана/|Рак/Світозара/|Коваль/Назар/?Коваль, Назар;Назар, Коваль"},
		{"a given name in capitals is no surname", "ПІБ", "Петренко ОЛЕНА|Коваль Іван", "Петренко/Олена/|Коваль/Іван/"},
		{"nor is one with a patronymic", "ПІБ", "Петренко ОЛЕНА ІВАНІВНА|Петренко Ольга ІВАНІВНА|Коваль Петро ПЕТРОВИЧ", "Петренко/Олена/Іванівна|Петренко/Ольга/Іванівна|Коваль/Петро/Петрович"},
		{"but a surname may look like one", "ПІБ", "Назар ПЕТРОВИЧ|Анна Іванівна БАБИЧ", "Петрович/Назар/|Бабич/Анна/Іванівна"},
		{"capitals beside a particle", "ФИО", "БАКЫТ уулу Нурбек|Сатылганова Айжан НУРБЕК КЫЗЫ|Бакыт УУЛУ Эмир", "Бакыт уулу/Нурбек/|Сатылганова/Айжан/Нурбек кызы|Бакыт уулу/Эмир/"},
		{"two given names are no father's", "ПІБ", "Коваль Анна Марія", "Коваль/Анна Марія/?Коваль, Анна Марія;Коваль, Анна, Марія"},
		{"names of one syllable", "ФИО", "Ким Ен Су|Ле Тхань Хай|Ким Ян Лев", "Ким/Ен Су/?Ким, Ен Су;Ким, Ен, Су|Ле/Тхань Хай/?Ле, Тхань Хай;Ле, Тхань, Хай|Ким/Ян/Лев"},
		{"surnames with an article", "ПІБ", "Ван дер Берг Йохан|Абу Салех Ахмед|Ван Сяо Іванівна", "Ван дер Берг/Йохан/?Ван дер Берг, Йохан;Ван, дер Берг, Йохан|Абу Салех/Ахмед/?Абу Салех, Ахмед;Абу, Салех, Ахмед|Ван/Сяо/Іванівна"},
		{"a given name that ends like a son", "ФИО", "Серикова Айсулу Ерлан|Нурсулу Бек", "Серикова/Айсулу/Ерлан|Нурсулу/Бек/"},
		{"no given name", "ПІБ", "Петренко Іванівна", "Петренко/Іванівна/?"},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			if got := namesRead(t, ukraine(), c.header, c.cells); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSpellingsOfNames(t *testing.T) {
	for cell, want := range map[string]string{
		"Дем,яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван", "Дем.яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван", "Дем/яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван",
		"Дем яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван", "Дем‚яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван", "Дем˙яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван",
		"Демꞌяненко Іван": "Дем’яненко/Іван/", "Дем՚яненко Іван": "Дем’яненко/Іван/?Дем’яненко, Іван",
		"Бондар,Юлія": "Бондар/Юлія/", "Бондар юлія": "Бондар/Юлія/", "Ів.анов Іван": "Ів.анов/Іван/ name_sign",
		"Петренко ОльгаІванівна": "Петренко/Ольга/Іванівна?Петренко, Ольга, Іванівна;Петренко, ОльгаІванівна", "МакДональд Іван": "Мак Дональд/Іван/?Мак Дональд, Іван;Мак, Дональд, Іван;МакДональд, Іван",
		"Петренко Ольга Іванівна - староста": "Петренко/Ольга/Іванівнастароста?Петренко, Ольга, Іванівнастароста;Петренко, Ольга, Іванівна-Староста",
		"Петренко–Сич Анна-марія":            "Петренко-Сич/Анна-Марія/", "\u202eПетренко Роман": "// value_bad_letters",
	} {
		if got := namesRead(t, ukraine(), "ПІБ", cell); got != want {
			t.Errorf("F-14 %q: %s, want %s", cell, got, want)
		}
	}
}

// A space is a space, whichever a page of the web or a text processor has put there, and no
// sign that stands for an apostrophe.
func TestSpacesOfOtherPrograms(t *testing.T) {
	for _, space := range []string{"\u00a0", "\u202f", "\u2009", "\u2007", "\u3000", "\t", "&nbsp;", "&#160;", " \u00a0 "} {
		for cell, want := range map[string]string{
			"Гук_Ян_Юрійович": "Гук/Ян/Юрійович", "Асанов_Бакыт_Эсен_уулу": "Асанов/Бакыт/Эсен уулу", "ГУК_ЯН_ЮРІЙОВИЧ": "Гук/Ян/Юрійович", "1._Гук_Ян": "Гук/Ян/",
			"Дем_яненко_Іван": "Дем’яненко/Іван/?Дем’яненко, Іван", "Г_у_к_Ян": "name_spaced",
		} {
			got := namesRead(t, ukraine(), "ПІБ", strings.ReplaceAll(cell, "_", space))
			if want == "name_spaced" && strings.HasSuffix(got, " "+want) {
				continue
			}
			if got != want {
				t.Errorf("F-14 %q with %q: %s, want %s", cell, space, got, want)
			}
		}
	}
	for cell, want := range map[string]string{
		"Лук\u00adянчук Ян": "Лукянчук/Ян/", "Лук\u200bянчук Ян": "Лукянчук/Ян/", "Лук\ufffdянчук Ян": "Лук’янчук/Ян/?Лук’янчук, Ян", "Лук\u0092янчук Ян": "Лук’янчук/Ян/?Лук’янчук, Ян",
		"ЛУК*ЯНЧУК ЯН": "Лук’янчук/Ян/?Лук’янчук, Ян", "Гук Ян*Юрійович": "Гук/Ян*Юрійович/ name_sign?", "Гук Ян_Юрійович": "Гук/Ян_Юрійович/ name_sign?",
	} {
		if got := namesRead(t, ukraine(), "ПІБ", cell); got != want {
			t.Errorf("F-14 %q: %s, want %s", cell, got, want)
		}
	}
}

// Parts that stand in each other's columns are for a look.
func TestPartsInOtherColumns(t *testing.T) {
	header := []string{"Прізвище", "Ім'я", "По батькові"}
	for _, c := range []struct{ surname, given, patronymic, want string }{
		{"Оксана", "Петренко", "Петрівна", "Оксана/Петренко/Петрівна?"}, {"Петренко Оксана", "Петрівна", "", "Петренко Оксана/Петрівна/?"}, {"Петренко", "Оксана Петрівна", "", "Петренко/Оксана Петрівна/?"},
		{"Асан", "Бакыт уулу", "", "Асан/Бакыт уулу/?"}, {"Асан", "уулу Бакыт", "", "Асан/Уулу Бакыт/?"}, {"Асан", "Бакыт", "уулу", "Асан/Бакыт/Уулу?"},
		{"Асан уулу", "Бакыт", "отч. нет", "Асан уулу/Бакыт/"}, {"Гук", "Ян", "немае", "Гук/Ян/"}, {"Гук", "Ян", "без по батькові", "Гук/Ян/"}, {"Гук", "Ян", "атасынын аты жок", "Гук/Ян/"},
		{"Коваль", "Анна марія", "", "Коваль/Анна Марія/"}, {"Марко", "Зіновія", "", "Марко/Зіновія/"}, {"Роман", "Іван", "Іванович", "Роман/Іван/Іванович"}, {"Серікова", "Айсулу", "", "Серікова/Айсулу/"},
		{"Дем яненко", "Мар яна", "", "Дем’яненко/Мар’яна/?Дем’яненко?Мар’яна"},
	} {
		if got := namesOf3(readRows(t, bookOf(nil, header, []string{c.surname, c.given, c.patronymic}), ukraine())[0]); got != c.want {
			t.Errorf("F-14 %q %q %q: %s, want %s", c.surname, c.given, c.patronymic, got, c.want)
		}
	}
}

func TestTextsTurnedIntoDaysAndNumbers(t *testing.T) {
	rules := ukraine()
	rules.Patterns = map[string]string{"postal_index": `\d{5}`}
	header := []string{"ПІБ", "Клас", "Вулиця", "Поштовий індекс"}
	said := func(marks map[int]map[int]workbook.Mark, rows ...[]string) string {
		var all []string
		for _, r := range readRows(t, bookOf(marks, append([][]string{header}, rows...)...), rules) {
			text := r.Graduate.Class + " " + r.Graduate.Fields["street"] + " " + r.Graduate.Fields["postal_index"] + " " + strings.Join(rulesOf(r), " ")
			if r.Doubtful() {
				text += "?" + strings.Join(r.Problems[0].Readings, ";")
			}
			all = append(all, text)
		}
		return strings.Join(all, "|")
	}
	for _, c := range []struct {
		name, want string
		marks      map[int]map[int]workbook.Mark
		rows       [][]string
	}{
		{"a class that has become a day", " Миру 61000 class_date", nil, [][]string{{"Гук Ян", "11.січ", "Миру", "61000"}}},
		{"a house that has become a day", "11-А 5-мар 61000 value_date", nil, [][]string{{"Гук Ян", "11-А", "5-мар", "61000"}}},
		{"and is kept as one", "11-А 44622 61000 value_date", map[int]map[int]workbook.Mark{2: {2: workbook.MarkNumber | workbook.MarkDay}}, [][]string{{"Гук Ян", "11-А", "44622", "61000"}}},
		{"a number that is none", "11-А 44622 61000 ", nil, [][]string{{"Гук Ян", "11-А", "44622", "61000"}}},
		{"one number without its zero", "11-А Миру 01001 zeros_lost?01001;1001|11-А Миру 61000 ", nil, [][]string{{"Гук Ян", "11-А", "Миру", "1001"}, {"Сич Ія", "11-А", "Миру", "61000"}}},
		{"a column without zeros", "11-А Миру 01001 zeros_lost|11-А Миру 04050 zeros_lost|11-А Миру 61000 ", nil, [][]string{{"Гук Ян", "11-А", "Миру", "1001"}, {"Сич Ія", "11-А", "Миру", "4050"}, {"Лис Ія", "11-А", "Миру", "61000"}}},
		{"a zero beside them", "11-А Миру 01001 zeros_lost?01001;1001|11-А Миру 04050 zeros_lost?04050;4050|11-А Миру 01010 ", nil, [][]string{{"Гук Ян", "11-А", "Миру", "1001"}, {"Сич Ія", "11-А", "Миру", "4050"}, {"Лис Ія", "11-А", "Миру", "01010"}}},
		{"chosen by a person", "11-А Миру 1001 ", map[int]map[int]workbook.Mark{2: {3: workbook.MarkMended}}, [][]string{{"Гук Ян", "11-А", "Миру", "1001"}}},
	} {
		if got := said(c.marks, c.rows...); got != c.want {
			t.Errorf("F-14 %s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Headers and titles are spelt for the web too; a class that no paper shows is refused.
func TestTitlesOfTheWeb(t *testing.T) {
	rows := readRows(t, bookOf(nil, []string{"Список учнів 9-&#1041; класу"}, []string{"Прізвище та ім&#39;я", "Тел&#1077;фон"}, []string{"Гук Ян", "0501234560"}), ukraine())
	if g := rows[0].Graduate; g.Surname != "Гук" || g.Phone != "+380501234560" || g.Class != "9-Б" {
		t.Errorf("F-14 %+v", g)
	}
	r, err := readBook(t.Context(), bookOf(nil, []string{"ПІБ"}, []string{"Гук Ян"}), ukraine(), Options{Class: "група 😀"})
	must(t, err)
	if !r.Rows[0].Bad() {
		t.Errorf("F-14 a class that cannot be printed: %+v", r.Rows[0])
	}
}
