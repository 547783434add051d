package roster

import (
	"strings"
	"testing"

	"graduand/data"
)

// TestTheSamePersonInTwoLanguages: forms of one given name beside the same surname are a doubt
// where birth date or class say that they are one person's; other names are not (F-18, F-14).
func TestTheSamePersonInTwoLanguages(t *testing.T) {
	for _, c := range []struct{ name, known, again, want string }{
		{"Nicholas", "Бондар Микола Сергійович;11-А;14.01.2003", "Бондарь Николай Сергеевич;11-А;14.01.2003", "maybe_same"},
		{"Nicetas", "Бондар Никита;11-А;14.01.2003", "Бондар Микита;11-А;14.01.2003", "maybe_same"},
		{"Anne", "Соловйова Ганна Юріївна;11-А;14.01.2003", "Соловьёва Анна Юрьевна;11-А;14.01.2003", "maybe_same"},
		{"Helen", "Вербицька Олена;11-А;14.01.2003", "Вербицкая Елена;11-А;14.01.2003", "maybe_same"},
		{"Sergius", "Гук Сергій;11-А;14.01.2003", "Гук Сергей;11-А;14.01.2003", "maybe_same"},
		{"Natalia", "Гук Наталія;11-А;14.01.2003", "Гук Наталья;11-А;14.01.2003", "maybe_same"},
		{"Theodore", "Гук Федір;11-А;14.01.2003", "Гук Фёдор;11-А;14.01.2003", "maybe_same"},
		{"in another class", "Гук Петро;11-А;14.01.2003", "Гук Пётр;11-Б;14.01.2003", "maybe_same"},
		{"the patronymic alone", "Гук Артем Сергійович;11-А;", "Гук Артём Сергеевич;11-А;14.01.2003", "maybe_same"},
		{"without birth dates", "Гук Олександра Юріївна;11-А;", "Гук Александра Юрьевна;11-А;", "maybe_same"},
		{"one birth date", "Гук Михайло;11-А;14.01.2003", "Гук Михаил Юрьевич;11-А;", "maybe_same"},
		{"a father's name in two ways", "Асанов Бакыт Эрмекович;11-А;", "Асанов Бакыт Эрмек уулу;11-А;", "maybe_same"},
		{"other birth dates", "Гук Михайло;11-А;14.01.2003", "Гук Михаил;11-А;15.01.2003", ""},
		{"no birth dates, another class", "Гук Михайло;11-А;", "Гук Михаил;11-Б;", ""},
		{"no birth dates, another father", "Гук Михайло Юрійович;11-А;", "Гук Михаил Ильич;11-А;", ""},
		{"no birth dates, the same name, another father", "Гук Михайло Ігорович;11-А;", "Гук Михайло Іванович;11-А;", ""},
		{"twins", "Гук Марія;11-А;14.01.2003", "Гук Марина;11-А;14.01.2003", ""},
		{"twins, a boy and a girl", "Гук Олександр Юрійович;11-А;14.01.2003", "Гук Олександра Юріївна;11-А;14.01.2003", ""},
		{"twins with like names", "Гук Дарина;11-А;14.01.2003", "Гук Карина;11-А;14.01.2003", ""},
	} {
		rows := readRows(t, bookOf(nil, []string{"ПІБ", "Клас", "Дата народження"}, strings.Split(c.known, ";"), strings.Split(c.again, ";")), ukraine())
		Duplicates(rows, ukraine())
		got := ""
		if rules := rulesOf(rows[1]); len(rules) > 0 {
			got = rules[0]
		}
		if got != c.want || rows[1].Doubtful() != (c.want != "") {
			t.Errorf("%s: %q, want %q, doubtful %v", c.name, got, c.want, rows[1].Doubtful())
		}
	}
}

// TestFathersInTwoLanguages: patronymics of one name (F-18).
func TestFathersInTwoLanguages(t *testing.T) {
	for _, c := range [][2]string{{"Миколайович", "Николаевич"}, {"Миколаївна", "Николаевна"}, {"Сергіївна", "Сергеевна"}, {"Дмитрович", "Дмитриевич"}, {"Васильович", "Васильевич"}, {"Олексійович", "Алексеевич"},
		{"Володимирівна", "Владимировна"}, {"Ілліч", "Ильич"}, {"Григорович", "Григорьевич"}, {"Євгенівна", "Евгеньевна"}, {"Костянтинович", "Константинович"}, {"Бакыт уулу", "Бакытович"}} {
		if !fathersAlike(c[0], c[1]) {
			t.Errorf("%s is %q, %s is %q", c[0], fatherOf(c[0]), c[1], fatherOf(c[1]))
		}
	}
	for _, c := range [][2]string{{"Іванович", "Ігорович"}, {"Петрівна", "Павлівна"}, {"Андрійович", "Антонович"}} {
		if fathersAlike(c[0], c[1]) {
			t.Errorf("%s and %s are one: %q", c[0], c[1], fatherOf(c[0]))
		}
	}
	if formOf("Сергій") != formOf("Сергей") || foldLanguages("") != "" || otherForm(&data.Graduate{}, &data.Graduate{}) {
		t.Error("forms")
	}
}
