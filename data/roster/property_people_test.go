package roster

import (
	"fmt"
	"strings"

	"graduand/data"
)

var (
	ukrainianSurnames = strings.Fields("Вербицький Гриценко Дем’яненко Журба Кравчук Лисак Лук’янчук Нечуй-Левицький Олійник Сич Тихоновод Чумак Щербань Яременко")
	ukrainianGiven    = strings.Fields("Назар Матвій Тимур Остап Богдан В’ячеслав Марко Лев Захар Данило")
	ukrainianFathers  = strings.Fields("Богданович Олегович Ігорович Юрійович Петрович Львович Ілліч")
	kyrgyzSurnames    = strings.Fields("Асанов Токтоев Үсөнов Бейшеналиев Ким Сыдыков Жумабаев Мамытов")
	kyrgyzGiven       = strings.Fields("Бакыт Азамат Эрмек Нурлан Тилек Өмүрбек Чыңгыз")
	kyrgyzFathers     = []string{"Эрмекович", "Бектурович", "Токтогул уулу", "Асан уулу", "Сергеевич"}
)

// newPerson invents a person whom nobody else of the list is.
func (l *list) newPerson() *invented {
	r, n := l.rand, len(l.people)
	p := &invented{fields: map[string]string{
		data.FieldSurname: pick(r, ukrainianSurnames...), data.FieldGivenName: pick(r, ukrainianGiven...), data.FieldPatronymic: pick(r, ukrainianFathers...),
		data.FieldPhone: fmt.Sprintf("+38050%07d", 1234500+n*7+r.IntN(7)), data.FieldDocumentSeries: "КВ", data.FieldDocumentNumber: fmt.Sprintf("%06d", 123400+n*9+r.IntN(9)),
	}}
	if l.kyrgyz {
		p.fields[data.FieldSurname], p.fields[data.FieldGivenName], p.fields[data.FieldPatronymic] = pick(r, kyrgyzSurnames...), pick(r, kyrgyzGiven...), pick(r, kyrgyzFathers...)
		p.fields[data.FieldPhone], p.fields[data.FieldDocumentSeries] = fmt.Sprintf("+996555%06d", 123400+n*7+r.IntN(7)), "AN"
		p.fields[data.FieldDocumentNumber] = fmt.Sprintf("%07d", 1234500+n*9+r.IntN(9))
	}
	p.fields[data.FieldBirthDate] = fmt.Sprintf("2003-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
	p.fields[data.FieldClass] = l.class
	return p
}

// noisy writes a text as people and programs do: with other spaces, signs that nobody sees,
// another apostrophe, a sign of a spreadsheet in front.
func (l *list) noisy(s string) string {
	switch l.rand.IntN(24) {
	case 0:
		return strings.ReplaceAll(s, " ", "\u00a0")
	case 1:
		return strings.ReplaceAll(s, " ", "  ")
	case 2:
		return s + "\u200b"
	case 3:
		return "\u202a" + s + "\u202c"
	case 4:
		return strings.ReplaceAll(s, "’", "'")
	case 5:
		return strings.ReplaceAll(s, "’", "ʼ")
	case 6:
		return " " + s + " "
	case 7:
		return "'" + s
	case 8:
		return strings.ReplaceAll(s, "й", "и\u0306")
	}
	return s
}

// dateStyle is how the birth dates of a table are written.
func (l *list) dateStyle() func(data.Date) any {
	parts := func(d data.Date) (y, m, day int) { t := d.Time(); return t.Year(), int(t.Month()), t.Day() }
	months := strings.Fields("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
	return pick(l.rand,
		func(d data.Date) any { return l.noisy(d.Dotted()) },
		func(d data.Date) any { return string(d) },
		func(d data.Date) any { y, m, day := parts(d); return fmt.Sprintf("%d.%d.%d р.", day, m, y) },
		func(d data.Date) any { y, m, day := parts(d); return fmt.Sprintf("%02d/%02d/%d", day, m, y) },
		func(d data.Date) any { y, m, day := parts(d); return fmt.Sprintf("%d/%d/%d", m, day, y) },
		func(d data.Date) any { y, m, day := parts(d); return fmt.Sprintf("%d %s %d", day, months[m-1], y) },
		func(d data.Date) any { return asSerial(d) },
		func(d data.Date) any { return string(d) + "T00:00:00" })
}

// serialDate is a day as spreadsheets keep it.
type serialDate int

func (s serialDate) date() data.Date {
	first, _ := data.MakeDate(1899, 12, 30)
	return data.DateOf(first.Time().AddDate(0, 0, int(s)))
}

func asSerial(d data.Date) any {
	first, _ := data.MakeDate(1899, 12, 30)
	return serialDate(d.Time().Sub(first.Time()).Hours() / 24)
}

func (l *list) phone(p *invented) any {
	e164 := p.fields[data.FieldPhone]
	national := strings.TrimPrefix(strings.TrimPrefix(e164, "+38"), "+996")
	if l.kyrgyz {
		national = "0" + national
	}
	switch l.rand.IntN(7) {
	case 0:
		return e164
	case 1:
		return e164[1:]
	case 2:
		return l.noisy(national[:3] + " " + national[3:6] + " " + national[6:8] + " " + national[8:])
	case 3:
		return "(" + national[:3] + ") " + national[3:6] + "-" + national[6:8] + "-" + national[8:]
	case 4:
		return national[:3] + "\u202f" + national[3:]
	}
	return national
}

func (l *list) document(p *invented) any {
	series, number := p.fields[data.FieldDocumentSeries], p.fields[data.FieldDocumentNumber]
	return l.noisy(pick(l.rand, series+" "+number, series+number, series+"№"+number, strings.ToLower(series)+" "+number))
}
