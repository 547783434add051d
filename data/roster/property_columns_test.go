package roster

import (
	"strings"

	"graduand/data"
)

// field is a column that writes one field as it is, with some noise.
func (l *list) field(field string, headers ...string) column {
	return column{header: pick(l.rand, headers...), write: func(p *invented) any { return l.noisy(p.fields[field]) }}
}

// chooseColumns chooses what the table has, and in which order.
func (l *list) chooseColumns(titled bool) {
	l.classed, l.once, l.missing = false, false, nil
	columns := l.nameColumns()
	columns = append(columns, column{header: pick(l.rand, l.word("Дата народження", "Дата рождения"), l.word("Дата нар.", "Дата рожд.")),
		write: func(p *invented) any { return l.dates(data.Date(p.fields[data.FieldBirthDate])) }})
	missing := l.missing
	switch {
	case titled:
	case l.chance(50):
		l.classed = true
		class := l.field(data.FieldClass, l.word("Клас", "Класс"), l.word("Клас навчання", "Класс"))
		class.merged = l.format != "csv" && l.chance(30)
		if l.once = !class.merged && l.chance(30); l.once {
			class.write = l.firstOnly(class.write)
		}
		columns = append(columns, class)
	case l.chance(50):
		l.classed = true
		columns = append(columns, l.classParts()...)
	default:
		missing = append(missing, data.FieldClass)
	}
	if l.chance(70) {
		columns = append(columns, column{header: pick(l.rand, "Телефон", l.word("Моб. телефон", "Моб. тел."), l.word("Телефон учня", "Телефон ученика")), write: l.phone})
	} else {
		missing = append(missing, data.FieldPhone)
	}
	if l.chance(60) {
		columns = append(columns, column{header: pick(l.rand, "Паспорт", "Документ", l.word("Серія та номер документа", "Серия и номер паспорта")), write: l.document})
	} else {
		missing = append(missing, data.FieldDocumentSeries, data.FieldDocumentNumber)
	}
	columns = append(columns, l.otherColumns()...)
	l.rand.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
	if l.chance(60) {
		n := 0
		columns = append([]column{{header: pick(l.rand, "№", "№ з/п", "№ п/п"), write: func(*invented) any { n++; return n }}}, columns...)
	}
	l.columns, l.missing = l.grouped(columns), missing
}

// firstOnly writes a class in the first of its rows.
func (l *list) firstOnly(write func(*invented) any) func(*invented) any {
	last := ""
	return func(p *invented) any {
		if last == p.fields[data.FieldClass] {
			return nil
		}
		last = p.fields[data.FieldClass]
		return write(p)
	}
}

// nameColumns writes the name in one column, in three, or in two.
func (l *list) nameColumns() []column {
	surname := l.field(data.FieldSurname, l.word("Прізвище", "Фамилия"))
	switch l.rand.IntN(5) {
	case 4:
		l.missing = append(l.missing, data.FieldPatronymic)
		return []column{{header: pick(l.rand, l.word("Ім’я та прізвище", "Имя и фамилия"), l.word("Ім’я, прізвище учня", "Имя, фамилия ученика")), write: func(p *invented) any {
			return l.noisy(p.fields[data.FieldGivenName] + " " + p.fields[data.FieldSurname])
		}}}
	case 0:
		return []column{surname, l.field(data.FieldGivenName, l.word("Ім’я", "Имя"), l.word("Ім'я", "Имя")), l.field(data.FieldPatronymic, l.word("По батькові", "Отчество"))}
	case 1:
		return []column{surname, {header: l.word("Ім’я, по батькові", "Имя, отчество"), write: func(p *invented) any {
			return l.noisy(p.fields[data.FieldGivenName] + " " + p.fields[data.FieldPatronymic])
		}}}
	case 2:
		return []column{{header: l.word("ПІБ", "ФИО"), write: func(p *invented) any {
			return l.noisy(strings.ToUpper(p.fields[data.FieldSurname]) + " " + p.fields[data.FieldGivenName] + " " + p.fields[data.FieldPatronymic])
		}}}
	}
	return []column{{header: pick(l.rand, l.word("ПІБ", "ФИО"), l.word("Прізвище, ім’я, по батькові", "Ф.И.О."), l.word("П.І.Б. учня", "Ф.И.О. ученика")), write: func(p *invented) any {
		return l.noisy(p.fields[data.FieldSurname] + " " + p.fields[data.FieldGivenName] + " " + p.fields[data.FieldPatronymic])
	}}}
}

// classParts writes the class in two columns.
func (l *list) classParts() []column {
	number := column{header: pick(l.rand, l.word("Клас", "Класс"), l.word("Номер класу", "Номер класса")), write: func(*invented) any { return 11 }}
	letter := column{header: pick(l.rand, l.word("Літера", "Буква"), l.word("Літера класу", "Буква класса")), write: func(p *invented) any { return strings.TrimPrefix(p.fields[data.FieldClass], "11-") }}
	if l.once = l.chance(30); l.once && l.chance(50) {
		number.write = l.firstOnly(number.write)
	}
	if l.once {
		letter.write = l.firstOnly(letter.write)
	}
	return []column{number, letter}
}

// otherColumns are those of nobody in the list: parents, teachers, notes, hobbies.
func (l *list) otherColumns() []column {
	var columns []column
	if l.chance(35) {
		columns = append(columns,
			column{header: pick(l.rand, l.word("Мати", "Мать"), l.word("ПІБ батька", "ФИО отца"), l.word("Мама", "Мама"), l.word("Батьки", "Родители")), write: l.parent},
			column{header: pick(l.rand, l.word("Телефон матері", "Телефон матери"), l.word("Тел. тата", "Тел. папы"), l.word("Телефон батьків", "Телефон родителей")), write: l.parentPhone})
	}
	if l.workbook() && l.single && l.chance(10) {
		columns = append(columns, column{header: pick(l.rand, "Телефон", l.word("ПІБ", "ФИО"), l.word("Клас", "Класс")), hidden: true, write: func(*invented) any { return pick(l.rand, "0509998877", "10-А", "Старий Запис") }})
	}
	if l.chance(20) {
		columns = append(columns, column{header: pick(l.rand, l.word("Примітка", "Примечание"), l.word("Гурток", "Кружок")), write: func(*invented) any { return pick(l.rand, "", "", l.word("староста", "староста"), "+") }})
	}
	return columns
}

func (l *list) parent(p *invented) any {
	return p.fields[data.FieldSurname] + " " + pick(l.rand, ukrainianGiven...) + " " + pick(l.rand, ukrainianFathers...)
}

func (l *list) parentPhone(*invented) any { return pick(l.rand, "0671112233", "0672223344", "") }

// grouped sometimes puts parents under a header of two rows or three behind the others.
func (l *list) grouped(columns []column) []column {
	if !l.chance(25) {
		return columns
	}
	var top []string
	if l.chance(40) {
		top = []string{pick(l.rand, l.word("Відомості про батьків", "Сведения о родителях"), l.word("Батьки", "Родители"), l.word("Контакти рідних", "Родственники"))}
	}
	for _, who := range []string{pick(l.rand, l.word("Батько", "Отец"), l.word("Тато", "Папа")), pick(l.rand, l.word("Мати", "Мать"), l.word("Опікун", "Опекун"))} {
		over := append(top[:len(top):len(top)], who)
		columns = append(columns, column{over: over, header: l.word("ПІБ", "ФИО"), write: l.parent}, column{over: over, header: "Телефон", write: l.parentPhone})
	}
	return columns
}
