package roster

import (
	"strings"

	"graduand/data"
)

// field is a column that writes one field as it is, with some noise.
func (l *list) field(field string, headers ...string) column {
	return column{header: pick(l.rand, headers...), write: func(p *invented) any { return l.noisy(p.fields[field]) }}
}

// without takes a field away from all that must be read: the table does not have it.
func (l *list) without(columns []column, fields ...string) []column {
	return append(columns, column{write: func(p *invented) any {
		for _, field := range fields {
			delete(p.fields, field)
		}
		return nil
	}})
}

// chooseColumns chooses what the table has, and in which order.
func (l *list) chooseColumns(titled bool) {
	columns := l.nameColumns()
	columns = append(columns, column{header: pick(l.rand, l.word("Дата народження", "Дата рождения"), l.word("Дата нар.", "Дата рожд.")),
		write: func(p *invented) any { return l.dates(data.Date(p.fields[data.FieldBirthDate])) }})
	var missing []string
	switch {
	case titled:
	case l.chance(50):
		columns = append(columns, l.field(data.FieldClass, l.word("Клас", "Класс"), l.word("Клас навчання", "Класс")))
	case l.chance(50):
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
	l.columns = l.grouped(columns)
	l.columns = l.dropUnheaded(l.without(l.columns, missing...))
}

// dropUnheaded folds the columns that only take fields away into the first one.
func (l *list) dropUnheaded(columns []column) []column {
	first, last := columns[0], columns[len(columns)-1]
	columns = append([]column{{first.over, first.header, func(p *invented) any { last.write(p); return first.write(p) }}}, columns[1:len(columns)-1]...)
	return columns
}

// nameColumns writes the name in one column, in three, or in two.
func (l *list) nameColumns() []column {
	surname := l.field(data.FieldSurname, l.word("Прізвище", "Фамилия"))
	switch l.rand.IntN(4) {
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
	return []column{
		{header: pick(l.rand, l.word("Клас", "Класс"), l.word("Номер класу", "Номер класса")), write: func(*invented) any { return 11 }},
		{header: pick(l.rand, l.word("Літера", "Буква"), l.word("Літера класу", "Буква класса")), write: func(p *invented) any { return strings.TrimPrefix(p.fields[data.FieldClass], "11-") }},
	}
}

// otherColumns are those of nobody in the list: parents, teachers, notes, hobbies.
func (l *list) otherColumns() []column {
	var columns []column
	if l.chance(35) {
		columns = append(columns,
			column{header: pick(l.rand, l.word("Мати", "Мать"), l.word("ПІБ батька", "ФИО отца"), l.word("Мама", "Мама"), l.word("Батьки", "Родители")), write: l.parent},
			column{header: pick(l.rand, l.word("Телефон матері", "Телефон матери"), l.word("Тел. тата", "Тел. папы"), l.word("Телефон батьків", "Телефон родителей")), write: l.parentPhone})
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

// grouped sometimes puts parents under a header of two rows behind the others.
func (l *list) grouped(columns []column) []column {
	if !l.chance(25) {
		return columns
	}
	for _, who := range []string{l.word("Батько", "Отец"), l.word("Мати", "Мать")} {
		columns = append(columns, column{who, l.word("ПІБ", "ФИО"), l.parent}, column{who, "Телефон", l.parentPhone})
	}
	return columns
}
