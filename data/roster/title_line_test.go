package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data/workbook/workbooktest"
)

// aboutTeacher says in several ways, in the four languages, who teaches the class %s.
var aboutTeacher = []string{
	"%s класс. Кл. рук. Сатыбалдиева Г. К., 0772 31-41-51", "%s класс. Кл. рук. Сатыбалдиева Г. К.", "%s класс. Кл. рук. Сатыбалдиева",
	"%s класс, классный руководитель Сатыбалдиева Г. К.", "%s класс, кл. руководитель Сатыбалдиева", "Класс: %s. Классный руководитель: Сатыбалдиева Г. К.",
	"%s класс, куратор Сатыбалдиева Г. К.", "%s класс. СШ № 14, приказ № 12 от 01.02.2021", "%s класс. Жетекчиси Сатыбалдиева Г. К., 0772 31-41-51", "%s класс. Класс жетекчиси Сатыбалдиева Гульнара",
	"%s клас, кл. кер. Гук О.І., тел. 0501234567", "%s клас. Класний керівник: Верболоз Оксана Іванівна", "%s клас, класний керівник Верболоз О. І.", "ЛІЦЕЙ № 3, %s КЛАС, КЛАСНИЙ КЕРІВНИК ВЕРБОЛОЗ О. І.",
	"Grade %s. Class teacher Verboloz O. I.", "%s class, teacher: Oksana Verboloz",
	"%s класс|Кл. рук.|Сатыбалдиева Г. К.|0772 31-41-51", "%s|Классный руководитель:|Сатыбалдиева Гульнара Кубанычевна", "%s клас|Класний керівник|Верболоз Оксана|тел.|050 123 45 67",
}

// besidesClass are lines between that of the class and the header that say nothing of it.
var besidesClass = []string{"Кл. рук. Сатыбалдиева Г. К.", "Класний керівник: Верболоз О. І.", "Класний керівник Верболоз Оксана Іванівна", "Класс жетекчиси Бекова А. Т., 0772 31-41-51", "Жетекчиси Бекова Айгүл",
	"СШ № 14 им. Т. Сатылганова", "Приказ № 12 от 01.02.2021", "Ответственный: Сатыбалдиева Г. К., 0772 31-41-51", "01.02.2021", "Class teacher: O. Verboloz"}

// TestTitleOfTeacher: a line over a table that says who teaches its class is no upper row of a
// header, over the first table and over the next, and the class is that which it names (F-14).
func TestTitleOfTeacher(t *testing.T) {
	for i, c := range twoCampaigns() {
		for k, title := range aboutTeacher {
			for form := range 16 {
				c.list(form, title, besidesClass[(i+k+form)%len(besidesClass)]).check(t)
			}
		}
	}
}

// titledList is a list of two classes, one table below the other.
type titledList struct {
	name    string
	rules   Rules
	content func(*testing.T) []byte
	want    []string
}

type titledCampaign struct {
	rules          Rules
	header, people [3][]any
	want           [3]string
}

func twoCampaigns() []titledCampaign {
	return []titledCampaign{
		{kyrgyzstan(), [3][]any{line("№", "ФИО", "Дата рождения", "Телефон", "Паспорт"), line("№", "Фамилия", "Имя", "Телефон", "Дата рождения")},
			[3][]any{line(1, "Асанов Бакыт", "12.03.2003", "0555123401", "AN1234567"), line(1, "Садыров", "Канат", "0555123403", "13.04.2003"), line(1, "Садыров Канат", "13.04.2003", "0555123403", "AN1234569")},
			[3]string{"Асанов Бакыт", "Садыров Канат"}},
		{ukraine(), [3][]any{line("№", "ПІБ", "Дата народження", "Телефон", "Паспорт"), line("№", "Прізвище", "Ім’я", "Телефон", "Дата народження")},
			[3][]any{line(1, "Гук Ян", "12.03.2003", "0501234560", "КВ 123456"), line(1, "Сич", "Іван", "0501234561", "13.04.2003"), line(1, "Сич Іван", "13.04.2003", "0501234561", "КВ 123457")},
			[3]string{"Гук Ян", "Сич Іван"}},
	}
}

// list is one of sixteen: the second header like the first or another one, an empty row before
// the headers, a further line between, and a title of all over the first.
func (c titledCampaign) list(form int, title, between string) titledList {
	like, gap, further, general := form&1 != 0, form&2 != 0, form&4 != 0, form&8 != 0
	var lines [][]any
	if general {
		lines = append(lines, line("СПИСОК выпускников 11-х классов"))
	}
	for k, class := range []string{"11 «А»", "11 «Б»"} {
		var cells []any
		for cell := range strings.SplitSeq(strings.ReplaceAll(title, "%s", class), "|") {
			cells = append(cells, cell)
		}
		lines = append(lines, cells)
		if further {
			lines = append(lines, line(between))
		}
		if gap {
			lines = append(lines, line())
		}
		header, person := c.header[k], c.people[k]
		if like {
			header, person = c.header[0], c.people[2*k]
		}
		lines = append(lines, header, person, line())
	}
	name := fmt.Sprintf("%s %q, %d, between %q", c.rules.PhoneRegion, title, form, between)
	return titledList{name, c.rules, func(t *testing.T) []byte {
		content := workbooktest.XLSX(t, sheet("Лист1", lines...))
		if form%3 == 0 && !strings.Contains(title, "|") && !general {
			content = merged(t, content, "A1:E1")
		}
		return content
	}, []string{c.want[0] + " 11-А", c.want[1] + " 11-Б"}}
}

func (l titledList) check(t *testing.T) {
	t.Helper()
	r, err := Read(t.Context(), "list", l.content(t), l.rules, Options{})
	if err != nil {
		t.Errorf("%s: %v", l.name, err)
		return
	}
	var got []string
	for _, row := range r.Rows {
		got = append(got, row.Graduate.FullName()+" "+row.Graduate.Class)
	}
	if !slices.Equal(got, l.want) {
		t.Errorf("%s: %q", l.name, got)
	}
}

// TestHeaderBelowParentsStaysTheirs: what groups columns is no title, whatever else it is like
// (F-14).
func TestHeaderBelowParentsStaysTheirs(t *testing.T) {
	u := ukraine()
	header, person := line("№", "ПІБ", "Телефон", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560", "Верболоз Ганна", "0671112233")
	for _, group := range []string{"Мати", "Класний керівник", "Опікун", "Дані класного керівника"} {
		mustRead(t, []laidOut{{group, u, [][]any{line("", "Учень", "", group), header, person}, nil, []string{"Гук Ян +380501234560"}}})
	}
}
