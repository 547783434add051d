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
