package roster

import (
	"slices"
	"testing"

	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// laidOut is a class list as it was laid out, and who is read of it.
type laidOut struct {
	name   string
	rules  Rules
	lines  [][]any
	merged []string
	want   []string
}

func mustRead(t *testing.T, lists []laidOut) {
	t.Helper()
	for _, c := range lists {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			r := read(t, merged(t, workbooktest.XLSX(t, sheet("Аркуш1", c.lines...)), c.merged...), c.rules, Options{})
			if got := toldRows(r.Rows); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestHeadersOfThreeRows: groups of groups over the columns (F-14).
func TestHeadersOfThreeRows(t *testing.T) {
	deep := [][]any{line("№", "Відомості про учня", "", "", "Відомості про батьків"), line("", "ПІБ", "Дата народження", "Телефон", "Батько", "", "Мати"), line("", "", "", "", "ПІБ", "Телефон", "ПІБ", "Телефон"),
		line(1, "Гук Ян Юрійович", "05.03.2003", "0501234560", "Гук Юрій Ілліч", "0671112233", "Гук Ганна Львівна", "0672223344")}
	mustRead(t, []laidOut{
		{"not merged", ukraine(), deep, nil, []string{"Гук Ян Юрійович +380501234560"}},
		{"merged", ukraine(), deep, []string{"A1:A3", "B1:D1", "E1:H1", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2"}, []string{"Гук Ян Юрійович +380501234560"}},
		{"a title of parents alone in its row", ukraine(), [][]any{line("", "", "", "Батьки"), line("№", "ПІБ", "Телефон", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560", "Лис Юрій", "0671112233")}, nil, []string{"Гук Ян +380501234560"}},
		{"in Russian", kyrgyzstan(), [][]any{line("№", "Сведения об ученике", "", "Сведения о родителях"), line("", "ФИО", "Класс", "Отец", "", "Мать"), line("", "", "", "ФИО", "Тел.", "ФИО", "Тел."),
			line(1, "Асанов Бакыт", "11-А", "Асанов Эрмек", "0555112233", "Асанова Гүлнара", "0555223344")}, []string{"B1:C1", "D1:G1", "D2:E2", "F2:G2"}, []string{"Асанов Бакыт 11-А +996555112233"}},
		{"a signature and a title below it", ukraine(), [][]any{line("ПІБ", "Клас", "Тато"), line("", "", "ПІБ"), line("Гук Ян", "11-Б", "Лис Лев"), line("ПІБ", "Клас", "Тато"), line("", "", "ПІБ"), line("", "Класний керівник", "О. І. Верболоз"), line("Список учнів 11-А класу"), line("№", "ПІБ", "Телефон"), line(1, "Крук Ія", "0501234560")}, nil,
			[]string{"Гук Ян 11-Б", "Крук Ія 11-А +380501234560"}},
		{"repeated among persons", ukraine(), [][]any{line("Прізвище", "Ім’я", "Телефон", "Папа", "", "Мама", ""), line("", "", "", "ПІБ", "Телефон", "ПІБ", "Телефон"), line("Гук", "Ян", "0501234560", "Лис Лев", "", "Лис Ія", ""), line("Прізвище", "Ім’я", "Телефон", "Папа", "", "Мама", ""), line("", "", "", "ПІБ", "Телефон", "ПІБ", "Телефон"), line("Крук", "Ія", "0501234561", "Сич Лев", "", "Сич Ія", "")}, nil,
			[]string{"Гук Ян +380501234560", "Крук Ія +380501234561"}},
		{"repeated otherwise, beside columns that are not known", ukraine(), [][]any{line("ПІБ", "Гурток", "Секція", "Телефон", "Батько", "", "Мати", ""), line("", "", "", "", "ПІБ", "Телефон", "ПІБ", "Телефон"), line("Гук Ян", "", "", "0501234560", "Гук Лев", "0671112233", "Гук Ія", ""),
			line("", "", "", "", "Батько", "", "Мати", ""), line("ПІБ", "Гурток", "Секція", "Телефон", "ПІБ", "Телефон", "ПІБ", "Телефон"), line("Сич Ян", "", "", "0501234561", "Сич Лев", "0671112234", "Сич Ія", "")}, nil,
			[]string{"Гук Ян +380501234560", "Сич Ян +380501234561"}},
		{"a document of a document", ukraine(), [][]any{line("ПІБ", "Дані", "", ""), line("", "Документ", "", "Клас"), line("", "серія", "номер", ""), line("Гук Ян", "КВ", "123456", "11-А")}, nil, []string{"Гук Ян 11-А"}},
	})
}

// TestWhoseColumn: of several columns of names and telephones the graduate's own is read
// (F-14, KG-033).
func TestWhoseColumn(t *testing.T) {
	login := kyrgyzstan()
	login.PhoneIsLogin = true
	mustRead(t, []laidOut{
		{"an aunt first", kyrgyzstan(), [][]any{line("ФИО тёти", "Телефон тёти", "ФИО ученика", "Класс"), line("Асанова Гульнара", "0555223344", "Асанов Бакыт", "11-А")}, nil, []string{"Асанов Бакыт 11-А +996555223344"}},
		{"who applies", login, [][]any{line("ФИО заявителя", "ФИО учащегося", "Телефон заявителя"), line("Асанова Гульнара", "Асанов Бакыт", "0555223344")}, nil, []string{"Асанов Бакыт"}},
		{"who is responsible", ukraine(), [][]any{line("ПІБ відповідального", "ПІБ", "Клас"), line("Сич Ольга", "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"who comes along", ukraine(), [][]any{line("Хто супроводжує (ПІБ)", "ПІБ", "Клас"), line("Гук Ганна", "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"who is not known", ukraine(), [][]any{line("ПІБ бухгалтера", "ПІБ", "Клас"), line("Сич Ольга", "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"who fills in the form", ukraine(), [][]any{line("Прізвище", "Ім’я", "По батькові", "ПІБ того, хто заповнює", "Телефон того, хто заповнює", "Телефон"), line("Гук", "Ян", "Юрійович", "Гук Ганна", "0672223344", "0501234560")}, nil, []string{"Гук Ян Юрійович +380501234560"}},
		{"a full name and a given name", ukraine(), [][]any{line("Ім’я", "ПІБ", "Клас"), line("", "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"a full name and its parts", ukraine(), [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Гук Я.", "Гук", "Ян")}, nil, []string{"Гук Ян"}},
		{"the maiden name of nobody", ukraine(), [][]any{line("Попереднє прізвище", "Прізвище", "Ім’я"), line("Сич", "Гук", "Ян")}, nil, []string{"Гук Ян"}},
		{"telephones by persons", ukraine(), [][]any{line("ПІБ", "Мама", "Тато", "Дитина"), line("Гук Ян", "0672223344", "0671112233", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"a telephone in brackets", ukraine(), [][]any{line("ПІБ", "Тел. Тато", "Учень (тел.)"), line("Гук Ян", "0671112233", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"the child", ukraine(), [][]any{line("Дитина", "Мама", "Моб. мами", "Моб. дитини"), line("Гук Ян", "Гук Ганна", "0672223344", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"the second number before the own one", ukraine(), [][]any{line("ПІБ", "Телефон бухгалтера", "Телефон"), line("Гук Ян", "0672223344", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"next of kin", login, [][]any{line("Surname", "Name", "Next of kin", "Kin phone"), line("Асанов", "Бакыт", "Асанов Эрмек", "0555112233")}, nil, []string{"Асанов Бакыт"}},
		{"in an emergency", login, [][]any{line("Last name", "First name", "Emergency contact", "Emergency phone"), line("Асанов", "Бакыт", "Асанов Эрмек", "0555112233")}, nil, []string{"Асанов Бакыт"}},
		{"the name of a pupil", kyrgyzstan(), [][]any{line("Name of pupil", "Class", "Parent/Guardian name"), line("Асанов Бакыт", "11-А", "Асанов Эрмек")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"a telephone behind a parent", login, [][]any{line("ФИО", "Класс", "Родители", "Телефон"), line("Асанов Бакыт", "11-А", "Асанов Эрмек", "0555112233")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"a telephone behind a parent and the own", ukraine(), [][]any{line("Мати", "Телефон", "ПІБ учня", "Телефон"), line("Гук Ганна", "0672223344", "Гук Ян", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"a number", login, [][]any{line("ФИО", "Номер"), line("Асанов Бакыт", "0555123401")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"two scripts in one header", login, [][]any{line("ФИО", "WhatsApp родителя", "WhatsApp"), line("Асанов Бакыт", "0555112233", "0555123401")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"another script", ukraine(), [][]any{line("ПІБ латиницею", "ПІБ українською", "Клас"), line("Huk Yan", "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"another case", ukraine(), [][]any{line("ПІБ (родовий відмінок)", "ПІБ у давальному відмінку", "ПІБ"), line("Гука Яна", "Гуку Яну", "Гук Ян")}, nil, []string{"Гук Ян"}},
		{"a given name and one with a father's name", ukraine(), [][]any{line("Прізвище", "Ім’я", "Ім’я по батькові"), line("Гук", "Ян", "Юрійович")}, nil, []string{"Гук Ян Юрійович"}},
		{"contacts of Google", ukraine(), [][]any{line("Name", "Given Name", "Family Name", "Phone 1 - Type", "Phone 1 - Value"), line("Ян Гук", "Ян", "Гук", "Mobile", "+380501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"pupils of both sexes", ukraine(), [][]any{line("Учень/Учениця", "Мати/Опікун", "Клас"), line("Гук Ян", "Гук Ганна", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"persons under telephones", kyrgyzstan(), [][]any{line("ФИО", "Телефоны", "", ""), line("", "отец", "мать", "ученик"), line("Асанов Бакыт", "0555112233", "0555223344", "0555123401")}, []string{"B1:D1"}, []string{"Асанов Бакыт +996555123401"}},
		{"persons under names", kyrgyzstan(), [][]any{line("Фамилия, имя, отчество", "", ""), line("ребёнка", "матери", "отца"), line("Асанов Бакыт", "Асанова Гульнара", "Асанов Эрмек")}, []string{"A1:C1"}, []string{"Асанов Бакыт"}},
		{"the number of a card in a register", ukraine(), [][]any{line("ID картки", "ПІБ", "Серія", "Номер"), line("5566778", "Гук Ян", "КВ", "123456")}, nil, []string{"Гук Ян"}},
		{"a class teacher's telephone", ukraine(), [][]any{line("ПІБ", "Клас", "Кл. рук.", "Тел. кл. рук."), line("Гук Ян", "11-А", "Сич Ольга", "0671112233")}, nil, []string{"Гук Ян 11-А"}},
	})
}

// TestSameHeaderAgain: whether a second column of names is a second table or parents, its
// cells tell, or the person (F-14).
func TestSameHeaderAgain(t *testing.T) {
	mustRead(t, []laidOut{
		{"fathers", ukraine(), [][]any{line("ПІБ", "Телефон", "ПІБ", "Телефон"), line("Вербицька Ія", "0501234560", "Вербицький Петро", "0671112233"), line("Гук Ян", "0501234561", "Гук Юрій", "0671112235")}, nil,
			[]string{"Вербицька Ія +380501234560", "Гук Ян +380501234561"}},
		{"both parents", ukraine(), [][]any{line("ПІБ", "Дата народження", "ПІБ", "ПІБ"), line("Гук Ян", "05.03.2003", "Гук Юрій", "Гук Ганна"), line("Сич Ян", "05.04.2003", "Сич Лев", "Лис Олена")}, nil, []string{"Гук Ян", "Сич Ян"}},
		{"in three columns", kyrgyzstan(), [][]any{line("Фамилия", "Имя", "Отчество", "Фамилия", "Имя", "Отчество", "Телефон"), line("Асанов", "Бакыт", "Эрмекович", "Асанов", "Эрмек", "Бектурович", "0555112233")}, nil, []string{"Асанов Бакыт Эрмекович +996555112233"}},
		{"fathers of another surname", kyrgyzstan(), [][]any{line("ФИО", "ФИО"), line("Асанов Бакыт Эрмекович", "Токтоев Эрмек Асанович"), line("Ким Азамат Нурланович", "Мамытов Нурлан Асанович")}, nil, []string{"Асанов Бакыт Эрмекович", "Ким Азамат Нурланович"}},
		{"namesakes side by side", ukraine(), [][]any{line("11-А", "", "11-Б"), line("ПІБ", "Телефон", "ПІБ", "Телефон"), line("Гук Ян", "0501234560", "Сич Ян", "0501234561"), line("Крук Ія", "0501234562", "Сич Ян", "0501234563")}, nil,
			[]string{"Гук Ян 11-А +380501234560", "Крук Ія 11-А +380501234562", "Сич Ян 11-Б +380501234561", "Сич Ян 11-Б +380501234563"}},
		{"a title over the parents' columns", ukraine(), [][]any{line("", "", "11-А клас"), line("ПІБ", "Телефон", "ПІБ", "Телефон"), line("Гук Ян", "0501234560", "Гук Лев", "0671112233")}, nil, []string{"Гук Ян 11-А +380501234560"}},
		{"siblings in two classes", kyrgyzstan(), [][]any{line("ФИО", "Класс", "ФИО", "Класс"), line("Асанов Бакыт", "11-А", "Асанов Эрмек", "11-Б")}, nil, []string{"Асанов Бакыт 11-А", "Асанов Эрмек 11-Б"}},
		{"one teacher for all", ukraine(), [][]any{line("ПІБ", "Клас", "ПІБ"), line("Гук Ян", "11-А", "Сич Ольга"), line("Крук Ія", "11-А", "Сич Ольга")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-А"}},
		{"strangers in other columns", ukraine(), [][]any{line("ПІБ", "Дата народження", "ПІБ", "Телефон"), line("Гук Ян", "05.03.2003", "Сич Ольга", "0671112233"), line("Крук Ія", "05.04.2003", "Лис Олена", "0671112234")}, nil,
			[]string{"Гук Ян", "Крук Ія", "Сич Ольга +380671112233 maybe_parent", "Лис Олена +380671112234 maybe_parent"}},
		{"a stranger in the only row", ukraine(), [][]any{line("ПІБ", "Клас", "ПІБ"), line("Гук Ян", "11-А", "Сич Ольга")}, nil, []string{"Гук Ян 11-А", "Сич Ольга maybe_parent"}},
		{"strangers and one namesake", ukraine(), [][]any{line("ПІБ", "ПІБ"), line("Гук Ян", "Сич Ольга"), line("Крук Ія", "Крук Олена"), line("Лис Лев", "Журба Остап")}, nil,
			[]string{"Гук Ян", "Крук Ія", "Лис Лев", "Сич Ольга maybe_parent", "Крук Олена maybe_parent", "Журба Остап maybe_parent"}},
		{"tables side by side", ukraine(), [][]any{line("№", "ПІБ", "№", "ПІБ"), line(1, "Гук Ян", 1, "Гук Олена"), line(2, "Крук Ія", 2, "Лис Олена")}, nil, []string{"Гук Ян", "Крук Ія", "Гук Олена", "Лис Олена"}},
		{"mothers behind a gap, without the numbers that the graduates have", ukraine(), [][]any{line("№", "ПІБ", "Телефон", "", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560", "", "Сич Ольга", "0671112233"), line(2, "Крук Ія", "0501234562", "", "Лис Олена", "0671112234")}, nil,
			[]string{"Гук Ян +380501234560", "Крук Ія +380501234562", "Сич Ольга +380671112233 maybe_parent", "Лис Олена +380671112234 maybe_parent"}},
		{"mothers right behind the numbered graduates", ukraine(), [][]any{line("№", "ПІБ", "Телефон", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560", "Сич Ольга", "0671112233"), line(2, "Крук Ія", "0501234562", "Лис Олена", "0671112234")}, nil,
			[]string{"Гук Ян +380501234560", "Крук Ія +380501234562", "Сич Ольга +380671112233 maybe_parent", "Лис Олена +380671112234 maybe_parent"}},
		{"numbers without a title", ukraine(), [][]any{line("№", "ПІБ", "", "ПІБ"), line("1.", "Гук Ян", "1.", "Сич Ольга"), line("2.", "Крук Ія", "2.", "Лис Олена")}, nil, []string{"Гук Ян", "Крук Ія", "Сич Ольга", "Лис Олена"}},
		{"tables side by side in another order", ukraine(), [][]any{line("№", "ПІБ", "Клас", "", "№", "Клас", "ПІБ"), line(1, "Гук Ян", "11-А", "", 1, "11-Б", "Крук Ія")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"a table beside that begins lower", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line(1, "Гук Ян", "11-А", "", "№", "ПІБ", "Клас"), line(2, "Сич Ян", "11-А", "", 1, "Крук Ія", "11-Б"), line("", "", "", "", 2, "Лис Лев", "11-Б")}, nil,
			[]string{"Гук Ян 11-А", "Сич Ян 11-А", "Крук Ія 11-Б", "Лис Лев 11-Б"}},
		{"a wider table beside that begins in the line of the first person", ukraine(), [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003", "", "№", "ПІБ", "Клас"), line("", "", "", 1, "Крук Ія", "11-Б")}, nil, []string{"Гук Ян", "Крук Ія 11-Б"}},
		{"a table beside one of many other columns", ukraine(), [][]any{line("ПІБ", "Гурток", "Секція", "Дата народження", "Хист"), line("Гук Ян", "", "", "05.03.2003", "", "", "№", "ПІБ", "Клас"), line("", "", "", "", "", "", 1, "Крук Ія", "11-Б")}, nil, []string{"Гук Ян", "Крук Ія 11-Б"}},
		{"a table beside that begins lower, with a title", ukraine(), [][]any{line("11-А клас"), line("№", "ПІБ"), line(1, "Гук Ян", "", "", "11-Б клас"), line(2, "Сич Ян", "", "", "ПІБ", "Телефон"), line(3, "Лис Ян", "", "", "Крук Ія", "0501234560")}, nil,
			[]string{"Гук Ян 11-А", "Сич Ян 11-А", "Лис Ян 11-А", "Крук Ія 11-Б +380501234560"}},
	})
}

// TestBetweenPersons: sections, totals and tables of other things are nobody (F-14).
func TestBetweenPersons(t *testing.T) {
	header := line("№", "ПІБ", "Дата народження", "Телефон")
	first, second := line(1, "Гук Ян", "05.03.2003", "0501234560"), line(1, "Крук Ія", "06.03.2003", "0501234561")
	mustRead(t, []laidOut{
		{"sections with the number of people", ukraine(), [][]any{header, line("11-А клас", "", "", "24 учні"), first, line("11-Б клас", "Всього: 22"), second}, nil, []string{"Гук Ян 11-А +380501234560", "Крук Ія 11-Б +380501234561"}},
		{"sections with a teacher", ukraine(), [][]any{header, line("11-А", "Класний керівник Сич О. І."), first, line("11-Б", "Кл. керівник: Лис О."), second}, nil, []string{"Гук Ян 11-А +380501234560", "Крук Ія 11-Б +380501234561"}},
		{"sections of those who have left", ukraine(), [][]any{header, line("11-А клас"), first, line("Вибули:"), second}, nil, []string{"Гук Ян 11-А +380501234560", "Крук Ія 11-А +380501234561 left_note"}},
		{"who has left, beside the name and in the class", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян - вибув", "11-А"), line("ВИБУЛА Крук Ія", "11-А"), line("Лис Лев", "Вибув"), line("Умеров Ян", "11-А")}, nil,
			[]string{"Гук Ян 11-А left_note", "Крук Ія 11-А left_note", "Лис Лев Вибув left_note", "Умеров Ян 11-А"}},
		{"who has gone to another school", kyrgyzstan(), [][]any{line("ФИО", "Класс", "Эскертүү"), line("Асанов Бакыт", "11-А", "перешла в другую школу"), line("Ким Азамат", "11-А", "башка мектепке кетти")}, nil,
			[]string{"Асанов Бакыт 11-А left_note", "Ким Азамат 11-А left_note"}},
		{"a total of groups", kyrgyzstan(), [][]any{line("Фамилия", "Имя", "Класс"), line("Асанов", "Бакыт", "11-А"), line("11-А Итог", "", 1), line("Ким", "Азамат", "11-Б"), line("11-Б Итог", "", 1), line("Общий итог", "", 2)}, nil, []string{"Асанов Бакыт 11-А", "Ким Азамат 11-Б"}},
		{"a grand total", kyrgyzstan(), [][]any{line("Surname", "Name", "Class"), line("Асанов", "Бакыт", "11-А"), line("Grand Total", "", 1)}, nil, []string{"Асанов Бакыт 11-А"}},
		{"counts by classes", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("Кількість — 11-А", 1), line("Загальний підсумок", 1)}, nil, []string{"Гук Ян 11-А"}},
		{"means", kyrgyzstan(), [][]any{line("ФИО", "Класс"), line("Асанов Бакыт", "11-А"), line("Среднее", 4), line("ИТОГО ПО КЛАССУ", 1), line("Бардыгы болуп", 1)}, nil, []string{"Асанов Бакыт 11-А"}},
		{"people with names of totals", ukraine(), [][]any{line("ПІБ", "Клас"), line("Разом Ія", "11-А"), line("Сума О. Р.", "11-А"), line("Баарыев Ян", "11-А")}, nil, []string{"Разом Ія 11-А", "Сума О. Р. 11-А name_initial name_initial", "Баарыев Ян 11-А"}},
		{"a table of subjects below", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line(1, "Гук Ян", "11-А"), line("Предмет", "Вчитель", "Кількість"), line("Фізика", "Лис Марія", 3)}, nil, []string{"Гук Ян 11-А", "Лис Марія 3 maybe_nobody"}},
		{"a table of employees below", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("ПІБ", "Посада"), line("Сич Ольга", "секретар")}, nil, []string{"Гук Ян 11-А", "Сич Ольга maybe_nobody"}},
		{"a table of parents below", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line(), line("Батьки"), line("ПІБ", "Телефон"), line("Сич Ольга", "0671112233")}, nil, []string{"Гук Ян 11-А", "Сич Ольга +380671112233 other_people"}},
		{"a class in single quotes", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "''11-А'"), line("Крук Ія", "(11-Б)")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"parents' columns of a second table", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("", "", "Контакти рідних"), line("", "", "Тато", "", "Мати"), line("ПІБ", "Клас", "ПІБ", "Телефон", "ПІБ", "Телефон"), line("Крук Ія", "11-Б", "Сич Лев", "", "Лис Ольга", "")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"a person of such a surname", ukraine(), [][]any{line("ПІБ", "Клас"), line("Батько Іван", ""), line("Мати й тато", "")}, nil, []string{"Батько Іван"}},
		{"people with names of totals and titles alone", ukraine(), [][]any{line("ПІБ"), line("Сума Ольга"), line("Кадри Ірма"), line("Гук Ян")}, nil, []string{"Сума Ольга maybe_nobody", "Кадри Ірма", "Гук Ян"}},
		{"the own telephone below the parents'", kyrgyzstan(), [][]any{line("ФИО", "Телефон матери"), line("Асанов Бакыт", ""), line(), line("ФИО", "Телефон"), line("Ким Азамат", "0555123401")}, nil, []string{"Асанов Бакыт", "Ким Азамат +996555123401"}},
		{"a table of names only", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line(), line("Прізвище, ім’я"), line("Крук Ія")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-А class_above"}},
		{"a signature with a number that is none of the list", ukraine(), [][]any{line("№", "ПІБ"), line(1, "Гук Ян"), line(2, "Крук Ія"), line(2020, "Директор")}, nil, []string{"Гук Ян", "Крук Ія"}},
		{"a graduate with the next number and the name of a signature", ukraine(), [][]any{line("№", "ПІБ"), line(1, "Гук Ян"), line(2, "Директор")}, nil, []string{"Гук Ян", "Директор given_name_empty"}},
		{"the teacher of a class alone", ukraine(), [][]any{line("Прізвище", "Ім’я"), line("Учитель", "Ян"), line("Предмет", "Ія")}, nil, []string{"Учитель Ян maybe_nobody", "Предмет Ія"}},
	})
}

// TestTablesUnlikeTheFirst: people of a further table who have neither the numbers nor the classes
// of the first are asked about, unless something else says that they are graduates (F-14).
func TestTablesUnlikeTheFirst(t *testing.T) {
	first, numbered := []any{"№", "ПІБ", "Клас"}, []any{"№", "ПІБ", "Дата народження"}
	person, born := line(1, "Гук Ян", "11-А"), line(1, "Гук Ян", "05.03.2003")
	mustRead(t, []laidOut{
		{"below, with telephones", ukraine(), [][]any{first, person, line(), line("ПІБ", "Телефон"), line("Сич Ольга", "0671112233"), line("Лис Олена", "0671112234")}, nil,
			[]string{"Гук Ян 11-А", "Сич Ольга +380671112233 other_table", "Лис Олена +380671112234 other_table"}},
		{"below numbers alone", kyrgyzstan(), [][]any{numbered, born, line("ФИО", "Телефон"), line("Ким Ольга", "0555112233")}, nil, []string{"Гук Ян", "Ким Ольга +996555112233 other_table"}},
		{"in three columns", ukraine(), [][]any{first, person, line("Прізвище", "Ім’я", "По батькові"), line("Сич", "Ольга", "Львівна")}, nil, []string{"Гук Ян 11-А", "Сич Ольга Львівна other_table"}},
		{"beside", ukraine(), [][]any{first, append(line(1, "Гук Ян", "11-А"), "", "ПІБ", "Телефон"), append(line(2, "Жук Ія", "11-А"), "", "Сич Ольга", "0671112233")}, nil,
			[]string{"Гук Ян 11-А", "Жук Ія 11-А", "Сич Ольга +380671112233 other_table"}},
		{"with numbers too", ukraine(), [][]any{first, person, line("№", "Прізвище", "Ім’я"), line(1, "Сич", "Ольга")}, nil, []string{"Гук Ян 11-А", "Сич Ольга"}},
		{"with classes too", ukraine(), [][]any{first, person, line("Прізвище", "Ім’я", "", "Клас"), line("Сич", "Ольга", "", "11-Б")}, nil, []string{"Гук Ян 11-А", "Сич Ольга 11-Б"}},
		{"with birth dates", ukraine(), [][]any{first, person, line("Прізвище", "Ім’я", "", "Дата народження"), line("Сич", "Ольга", "", "05.03.2003")}, nil, []string{"Гук Ян 11-А", "Сич Ольга"}},
		{"under a class", ukraine(), [][]any{first, person, line("11-Б клас"), line("ПІБ", "Телефон"), line("Сич Ольга", "0671112233")}, nil, []string{"Гук Ян 11-А", "Сич Ольга 11-Б +380671112233"}},
		{"under the word for graduates", ukraine(), [][]any{first, person, line("ПІБ учня", "Телефон"), line("Сич Ольга", "0671112233")}, nil, []string{"Гук Ян 11-А", "Сич Ольга +380671112233"}},
		{"below a first that has neither", ukraine(), [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003"), line("Прізвище", "Ім’я", "Телефон"), line("Сич", "Ольга", "0671112233")}, nil, []string{"Гук Ян", "Сич Ольга +380671112233"}},
	})
}

// TestPartsOfClasses: a class in two columns whatever they are called (F-14).
func TestPartsOfClasses(t *testing.T) {
	mustRead(t, []laidOut{
		{"parallel and class", ukraine(), [][]any{line("ПІБ", "Паралель", "Клас"), line("Гук Ян", 11, "А"), line("Крук Ія", 11, "Б")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"parallel and the class in full", ukraine(), [][]any{line("ПІБ", "Паралель", "Клас"), line("Гук Ян", 11, "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"a letter in other words", kyrgyzstan(), [][]any{line("ФИО", "Класс", "Литер класса"), line("Асанов Бакыт", 11, "А")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"a section", kyrgyzstan(), [][]any{line("Full name", "Grade", "Section"), line("Асанов Бакыт", 11, "А")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"a letter in Kyrgyz", kyrgyzstan(), [][]any{line("Аты-жөнү", "Классы", "Тамгасы"), line("Асанов Бакыт", 11, "А")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"under one merged header", ukraine(), [][]any{line("ПІБ", "Клас", ""), line("Гук Ян", 11, "А")}, []string{"B1:C1"}, []string{"Гук Ян 11-А"}},
		{"Roman numbers and brackets", ukraine(), [][]any{line("ПІБ", "Номер класу", "Літера"), line("Гук Ян", "XI", "В"), line("Крук Ія", "11", "(А)"), line("Сич Ян", "11", "„Б“")}, nil, []string{"Гук Ян 11-В", "Крук Ія 11-А", "Сич Ян 11-Б"}},
		{"numbered questions", ukraine(), [][]any{line("1. ПІБ", "2. Клас", "3) Телефон"), line("Гук Ян", "11-А", "0501234560")}, nil, []string{"Гук Ян 11-А +380501234560"}},
		{"letters of another meaning", ukraine(), [][]any{line("ПІБ", "Клас", "Мова"), line("Гук Ян", 11, "У")}, nil, []string{"Гук Ян 11"}},
	})
}

// TestOtherSheets: lists of employees and parents are read only when they are chosen, those
// of people who have left are in doubt (F-14).
func TestOtherSheets(t *testing.T) {
	people, others := sheet("11-А", line("ПІБ", "Телефон"), line("Гук Ян", "0501234560")), [][]any{line("ПІБ", "Телефон"), line("Сич Ольга", "0671112233")}
	for name, want := range map[string][]string{
		"Вчителі": {"Гук Ян 11-А +380501234560"}, "Педпрацівники": {"Гук Ян 11-А +380501234560"}, "Родители": {"Гук Ян 11-А +380501234560"}, "Мугалимдер": {"Гук Ян 11-А +380501234560"}, "Staff": {"Гук Ян 11-А +380501234560"},
		"Учні вчительської гімназії": {"Гук Ян 11-А +380501234560", "Сич Ольга +380671112233"},
		"Вибули": {"Гук Ян 11-А +380501234560", "Сич Ольга +380671112233 left_note"}, "Отчисленные": {"Гук Ян 11-А +380501234560", "Сич Ольга +380671112233 left_note"},
	} {
		r := read(t, workbooktest.XLSX(t, people, sheet(name, others...)), ukraine(), Options{})
		if got := toldRows(r.Rows); !slices.Equal(got, want) {
			t.Errorf("F-14 %s: %q, want %q", name, got, want)
		}
	}
	titled := workbooktest.XLSX(t, sheet("Аркуш1", append([][]any{line("Список вчителів ліцею")}, others...)...))
	if got := refusal(t, titled, ukraine(), Options{}); got != "roster.only_staff" {
		t.Errorf("F-14 teachers alone: %q", got)
	}
	if got := toldRows(read(t, titled, ukraine(), Options{Sheet: "Аркуш1"}).Rows); len(got) != 1 {
		t.Errorf("F-14 teachers who are chosen: %q", got)
	}
}

// TestNotesOnCells: a comment that somebody has left is said (F-14).
func TestNotesOnCells(t *testing.T) {
	book := unseen(workbook.Line{Cells: []string{"ПІБ", "Клас"}}, workbook.Line{Cells: []string{"Гук Ян", "11-А"}, Notes: []string{"староста", "вибув 12.01.2020"}}, workbook.Line{Cells: []string{"Крук Ія", "11-А"}, Notes: []string{"староста"}})
	r, err := readBook(t.Context(), book, ukraine(), Options{})
	must(t, err)
	if got := toldRows(r.Rows); !slices.Equal(got, []string{"Гук Ян 11-А left_note", "Крук Ія 11-А"}) {
		t.Errorf("F-14 %q", got)
	}
}
