package roster

import "testing"

// TestLinesOfParents: a parent in a line of his own is no graduate (F-14, KG-033).
func TestLinesOfParents(t *testing.T) {
	mustRead(t, []laidOut{
		{"below each graduate, by a word before the name", ukraine(), [][]any{line("№", "ПІБ", "Телефон"), line(1, "Гук Ян Юрійович", "0501234560"), line("", "Тато - Крук Лев Ілліч", "0671112233"), line("", "мама Лис Ганна", "0671112234")}, nil,
			[]string{"Гук Ян Юрійович +380501234560", "Тато-Крук Лев Ілліч +380671112233 parent_line", "Мама Лис Ганна +380671112234 name_order parent_line"}},
		{"below each graduate, by a note", ukraine(), [][]any{line("№", "ПІБ", "Телефон", "Примітка"), line(1, "Гук Ян", "0501234560", ""), line("", "Гук Ганна", "0671112233", "мати")}, nil,
			[]string{"Гук Ян +380501234560", "Гук Ганна +380671112233 parent_line"}},
		{"in Kyrgyz, without a number", kyrgyzstan(), [][]any{line("№", "ФИО", "Класс", "Ким"), line(1, "Асанов Бакыт", "11-А", ""), line("", "Асанова Гүлнара", "", "апасы")}, nil,
			[]string{"Асанов Бакыт 11-А", "Асанова Гүлнара 11-А parent_line class_above"}},
		{"who is whose contact", ukraine(), [][]any{line("№", "ПІБ", "Контактна особа", "Ким доводиться"), line(1, "Гук Ян", "Гук Ганна", "мати"), line(2, "Батько Іван Ілліч", "Батько Ілля", "батько")}, nil,
			[]string{"Гук Ян", "Батько Іван Ілліч"}},
		{"a contact's telephone", kyrgyzstan(), [][]any{line("ФИО", "Контактное лицо", "Телефон контактного лица", "Телефон"), line("Асанов Бакыт", "Асанов Эрмек", "0555112233", "0555123401")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"a telephone under a group of parents", kyrgyzstan(), [][]any{line("ФИО", "Сведения о родителях", "", "Телефон ученика"), line("", "ФИО отца", "Телефон", ""), line("Асанов Бакыт", "Асанов Эрмек", "0555112233", "0555123401")}, []string{"B1:C1"}, []string{"Асанов Бакыт +996555123401"}},
	})
	login := kyrgyzstan()
	login.PhoneIsLogin = true
	mustRead(t, []laidOut{{"a contact's telephone alone", login, [][]any{line("ФИО", "Контактное лицо", "Телефон контактного лица"), line("Асанов Бакыт", "Асанов Эрмек", "0555112233")}, nil, []string{"Асанов Бакыт"}}})
}

// TestColumnsOfLeaving: what only those have who have left is asked about (F-14).
func TestColumnsOfLeaving(t *testing.T) {
	left := func(header, cell string) [][]any {
		return [][]any{line("ПІБ", "Клас", header), line("Гук Ян", "11-А", cell), line("Крук Ія", "11-А", "-")}
	}
	mustRead(t, []laidOut{
		{"a day", ukraine(), left("Дата вибуття", "12.01.2020"), nil, []string{"Гук Ян 11-А left_note", "Крук Ія 11-А"}},
		{"an order", kyrgyzstan(), left("Приказ об отчислении", "№ 14"), nil, []string{"Гук Ян 11-А left_note", "Крук Ія 11-А"}},
		{"a box", ukraine(), left("Вибув(ла)", "ні"), nil, []string{"Гук Ян 11-А", "Крук Ія 11-А"}},
		{"of those who came too", ukraine(), left("Дата прибуття / вибуття", "01.09.2019"), nil, []string{"Гук Ян 11-А", "Крук Ія 11-А"}},
		{"a leave in one word", ukraine(), left("Рух", "академвідпустка"), nil, []string{"Гук Ян 11-А left_note", "Крук Ія 11-А"}},
		{"in Kyrgyz", kyrgyzstan(), left("Эскертүү", "мектептен чыккан"), nil, []string{"Гук Ян 11-А left_note", "Крук Ія 11-А"}},
		{"in brackets behind the name", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян Юрійович (вибув 01.09, наказ 7)", "11-А"), line("Вибулко Ян", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А left_note", "Вибулко Ян 11-А left_note"}},
	})
}

// TestAccountBesideForm: whose account a form of the network was filled in from is not who
// filled it in (F-14).
func TestAccountBesideForm(t *testing.T) {
	header := line("ID", "Completion time", "Email", "Name", "Прізвище ім'я по батькові", "Клас")
	mustRead(t, []laidOut{
		{"nobody signed in", ukraine(), [][]any{header, line(1, "2/3/20 10:15:22", "anonymous", "", "Гук Ян Юрійович", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А"}},
		{"a parent did", ukraine(), [][]any{header, line(1, "2/3/20 10:15:22", "h@a.example", "Ганна Гук", "Гук Ян Юрійович", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А"}},
	})
}

// TestNamePartsOutOfPlace: a word behind the patronymic, and a name with уулу behind a surname,
// are for a person to decide (F-14).
func TestNamePartsOutOfPlace(t *testing.T) {
	mustRead(t, []laidOut{
		{"the given name last", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян Юрійович", "11-А"), line("Крук Львівна Ія", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А", "Крук Ія Львівна 11-А name_order"}},
		{"a word that is no name", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян Юрійович молодший", "11-А")}, nil, []string{"Гук Ян Юрійович Молодший 11-А name_order"}},
		{"a father's name without a given name", kyrgyzstan(), [][]any{line("ФИО", "Класс"), line("Мамытов Эрмек уулу", "11-А"), line("Бакыт Эрмек уулу", "11-А"), line("Эрмек уулу Бакыт", "11-А"), line("Асанова Нурлан кызы Айпери", "11-А")}, nil,
			[]string{"Эрмек уулу Мамытов 11-А name_order", "Эрмек уулу Бакыт 11-А name_order", "Эрмек уулу Бакыт 11-А", "Асанова Айпери Нурлан кызы 11-А name_order"}},
	})
}

// TestFootsOfPages: the number of a page and a signature with a telephone are nobody (F-14).
func TestFootsOfPages(t *testing.T) {
	mustRead(t, []laidOut{
		{"numbers of pages", ukraine(), [][]any{line("ПІБ", "Телефон"), line("Гук Ян", "0501234560"), line("Сторінка 1 з 2"), line("ПІБ", "Телефон"), line("Крук Ія", ""), line("", "Стор. 2")}, nil, []string{"Гук Ян +380501234560", "Крук Ія"}},
		{"who made the list", ukraine(), [][]any{line("ПІБ", "Телефон"), line("Гук Ян", "0501234560"), line("Виконавець: Сич О. І.", "0671112233"), line("Директор ____________", "0671112234")}, nil, []string{"Гук Ян +380501234560"}},
		{"in Russian", kyrgyzstan(), [][]any{line("ФИО", "Телефон"), line("Асанов Бакыт", "0555123401"), line("Классный руководитель: Ким А. Н.", "0555112233"), line("стр. 1/3")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"a surname", ukraine(), [][]any{line("ПІБ", "Телефон"), line("Директор Ян", "0501234560"), line("Сторінка Ія", "")}, nil, []string{"Директор Ян +380501234560", "Сторінка Ія"}},
	})
}

// TestNotOfTheList: who stands under another title, past the numbers or in a row for a mean is
// no graduate (F-14, KG-033).
func TestNotOfTheList(t *testing.T) {
	mustRead(t, []laidOut{
		{"parents below, by the same header", ukraine(), [][]any{line("Список учнів 11-А"), line("№", "ПІБ"), line(1, "Гук Ян"), line(2, "Крук Ія"), line("Список батьків 11-А"), line("№", "ПІБ"), line(1, "Гук Ганна"), line("11-Б"), line(1, "Лис Лев")}, nil,
			[]string{"Гук Ян 11-А", "Крук Ія 11-А", "Гук Ганна 11-А other_people", "Лис Лев 11-Б"}},
		{"parents below, by another header", ukraine(), [][]any{line("№", "ПІБ"), line(1, "Гук Ян"), line("Список батьків"), line("№", "ПІБ", "Місце роботи", "Телефон"), line(1, "Гук Ганна", "завод", "0671112233")}, nil,
			[]string{"Гук Ян"}},
		{"a committee", ukraine(), [][]any{line("№", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560"), line("", "Батьківський комітет:", ""), line(1, "Гук Ганна", "0671112233")}, nil,
			[]string{"Гук Ян +380501234560", "Гук Ганна +380671112233 other_people"}},
		{"parents of pupils, by the same header", ukraine(), [][]any{line("№", "ПІБ", "Телефон", "Клас"), line(1, "Гук Ян", "0501234560", "11-А"), line("Батьки учнів"), line("№", "ПІБ", "Телефон"), line(1, "Гук Ганна", "0671112233")}, nil,
			[]string{"Гук Ян 11-А +380501234560", "Гук Ганна 11-А +380671112233 other_people class_above"}},
		{"mothers, by the same header", ukraine(), [][]any{line("№", "ПІБ"), line(1, "Гук Ян"), line("", "Матері:"), line("№", "ПІБ"), line(1, "Гук Ганна"), line("11-Б"), line(1, "Лис Лев")}, nil, []string{"Гук Ян", "Гук Ганна other_people", "Лис Лев 11-Б"}},
		{"mother and father", ukraine(), [][]any{line("ПІБ"), line("Гук Ян"), line("Мати та батько"), line("Гук Ганна"), line("Гук Лев")}, nil, []string{"Гук Ян", "Гук Ганна other_people", "Гук Лев other_people"}},
		{"guardians in Russian", kyrgyzstan(), [][]any{line("№", "ФИО", "Телефон"), line(1, "Асанов Бакыт", ""), line("Опекуны"), line("№", "ФИО", "Телефон"), line(1, "Асанова Гүлнара", "0555222001")}, nil, []string{"Асанов Бакыт", "Асанова Гүлнара +996555222001 other_people"}},
		{"representatives of a class alone", ukraine(), [][]any{line("ПІБ"), line("Гук Ян"), line("Законні представники учнів 11-А"), line("Гук Ганна")}, nil, []string{"Гук Ян", "Гук Ганна other_people"}},
		{"a note about a mother", ukraine(), [][]any{line("ПІБ", "Клас", "Примітка"), line("Гук Ян", "11-А"), line("", "", "мати на обліку"), line("мама працює за кордоном"), line("Крук Ія", "11-А")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-А"}},
		{"in Russian", kyrgyzstan(), [][]any{line("№", "ФИО"), line(1, "Асанов Бакыт"), line("Родители учащихся 11-А класса"), line("№", "ФИО"), line(1, "Асанова Гүлнара")}, nil, []string{"Асанов Бакыт", "Асанова Гүлнара other_people"}},
		{"in Kyrgyz", kyrgyzstan(), [][]any{line("№", "Аты-жөнү"), line(1, "Асанов Бакыт"), line("Окуучулардын ата-энелери"), line("№", "Аты-жөнү"), line(1, "Асанова Гүлнара")}, nil, []string{"Асанов Бакыт", "Асанова Гүлнара other_people"}},
		{"under a header of parents with an employer where telephones are", ukraine(), [][]any{line("№", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560"), line("№", "ПІБ батьків", "Місце роботи", "Телефон"), line(1, "Гук Ганна", "завод", "0671112233")}, nil, []string{"Гук Ян +380501234560", "Гук Ганна other_people"}},
		{"pupils and their parents in one table", ukraine(), [][]any{line("Відомості про батьків учнів 11-А класу"), line("ПІБ", "ПІБ батька"), line("Гук Ян", "Гук Лев")}, nil, []string{"Гук Ян 11-А"}},
		{"whom the numbers pass over", ukraine(), [][]any{line("№", "ПІБ", "Дата народження"), line(1, "Гук Ян", "14.05.2003"), line("", "Гук Ганна", "12.03.1980"), line(2, "Крук Ія", "15.05.2003"), line("", "Крук Лев", "13.04.1978")}, nil,
			[]string{"Гук Ян", "Гук Ганна unnumbered", "Крук Ія", "Крук Лев unnumbered"}},
		{"a number forgotten at the end", ukraine(), [][]any{line("№", "ПІБ"), line(1, "Гук Ян"), line(2, "Крук Ія"), line("", "Лис Лев")}, nil, []string{"Гук Ян", "Крук Ія", "Лис Лев"}},
		{"who is who in a column", ukraine(), [][]any{line("ПІБ", "Хто", "Телефон"), line("Гук Ян", "учень", "0501234560"), line("Гук Ганна", "мама", "0671112233")}, nil, []string{"Гук Ян +380501234560", "Гук Ганна +380671112233 parent_line"}},
		{"a mean", ukraine(), [][]any{line("№", "ПІБ", "Клас", "Бал"), line(1, "Гук Ян", "11-А", 10), line("", "Середній бал", "", "9,5"), line("", "Сер. бал", "", "9,5"), line("", "Якість знань", "", "100%")}, nil, []string{"Гук Ян 11-А"}},
		{"a mean in Russian", kyrgyzstan(), [][]any{line("№", "ФИО", "Класс", "Балл"), line(1, "Асанов Бакыт", "11-А", 10), line("", "Средний балл", "", "9,5")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"without a column of names", ukraine(), [][]any{line("№", "Клас", "Дата народження", "Телефон", "Документ"), line(1, "11-А", "14.05.2003", "0501234560", "КВ 123450")}, nil, []string{"11-А +380501234560 surname_empty given_name_empty"}},
		{"girls and boys", ukraine(), [][]any{line("№", "ПІБ"), line("", "Хлопці"), line(1, "Гук Ян"), line("", "Дівчата:"), line(1, "Крук Ія")}, nil, []string{"Гук Ян", "Крук Ія"}},
		{"who has moved", ukraine(), [][]any{line("ПІБ", "Клас", "Рух", "Телефон"), line("Гук Ян", "11-А", "переїхав до Польщі", ""), line("Крук Ія", "11-А", "архівна", ""), line("Лис Лев", "11-А", "живе в архітектора", "0501234560"), line("Сич Ян", "11-А", "", "0501234561 вибув")}, nil,
			[]string{"Гук Ян 11-А left_note", "Крук Ія 11-А left_note", "Лис Лев 11-А +380501234560", "Сич Ян 11-А +380501234561 phone_note left_note"}},
	})
}

// TestWholeColumnOfNames: a rare surname does not hide that two columns are exchanged.
func TestWholeColumnOfNames(t *testing.T) {
	mustRead(t, []laidOut{
		{"exchanged", ukraine(), [][]any{line("Прізвище", "Ім’я"), line("Соломія", "Вербицька"), line("Назар", "Гриценко"), line("Марко", "Журба"), line("Сич", "Лев")}, nil,
			[]string{"Соломія Вербицька name_order", "Назар Гриценко name_order", "Марко Журба name_order", "Сич Лев"}},
		{"as the headers say", kyrgyzstan(), [][]any{line("Фамилия", "Имя"), line("Асанов", "Бакыт"), line("Токтоева", "Айпери"), line("Нурлан", "Сыдык")}, nil, []string{"Асанов Бакыт", "Токтоева Айпери", "Нурлан Сыдык"}},
	})
}

// TestClassInAWayOfItsOwn: the letter first, or a remark, and said.
func TestClassInAWayOfItsOwn(t *testing.T) {
	for cell, want := range map[string]string{"А-11": "11-А", "11-А (мат.)": "11-А", "11-А математичний": "11-А", "11-А, фіз-мат": "11-А", "11 (гуманітарний)": "11"} {
		mustRead(t, []laidOut{{cell, ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", cell)}, nil, []string{"Гук Ян " + want + " class_read"}}})
	}
	for _, group := range []string{"ЕК-21", "3 курс", "група 11", "ПІ-1-20", "11 А і"} {
		mustRead(t, []laidOut{{group, ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", group)}, nil, []string{"Гук Ян " + group}}})
	}
}

// TestWhoseDataAFormDoesNotAskFor: «(не батьків!)» names whose it is not.
func TestWhoseDataAFormDoesNotAskFor(t *testing.T) {
	login := kyrgyzstan()
	login.PhoneIsLogin = true
	mustRead(t, []laidOut{
		{"in Russian", login, [][]any{line("ФИО", "Ваш личный номер телефона (не родителей!)"), line("Асанов Бакыт", "0555123401")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"beside the parents'", ukraine(), [][]any{line("ПІБ", "Телефон батьків", "Телефон учня (не батьків)"), line("Гук Ян", "0671112233", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"a remark on a day", ukraine(), [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", "14.05.2003 (уточнити)")}, nil, []string{"Гук Ян date_remark"}},
	})
}

// TestLetterAgainstClass: a letter that says another class than the column beside it.
func TestLetterAgainstClass(t *testing.T) {
	mustRead(t, []laidOut{{"in two columns", ukraine(), [][]any{line("ПІБ", "Клас", "Літера"), line("Гук Ян", "11", "А"), line("Крук Ія", "11-А", "а"), line("Лис Лев", "11-А", "Б")}, nil,
		[]string{"Гук Ян 11-А", "Крук Ія 11-А", "Лис Лев 11-А class_several"}}})
}
