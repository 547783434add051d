package roster

import "testing"

// TestSecondLines: a line that goes on with the person above is no person without a name, and is
// told to be what it is (F-14).
func TestSecondLines(t *testing.T) {
	mustRead(t, []laidOut{
		{"a second telephone, the name merged", ukraine(), [][]any{line("ПІБ", "Телефон", "Клас"), line("Гук Ян", "0501234560", "11-А"), line("", "0671112233"), line("Крук Ія", "0501234561", "11-А")}, []string{"A2:A3", "C2:C3"},
			[]string{"Гук Ян 11-А +380501234560", "11-А +380671112233 second_line", "Крук Ія 11-А +380501234561"}},
		{"two more, numbered", kyrgyzstan(), [][]any{line("№", "ФИО", "Телефон"), line(1, "Асанов Бакыт", "0555123401"), line("", "", "0555123402"), line("", "", "0555123403"), line(2, "Ким Лев", "0555123404")}, nil,
			[]string{"Асанов Бакыт +996555123401", "+996555123402 second_line", "+996555123403 second_line", "Ким Лев +996555123404"}},
		{"an address where the name stands", ukraine(), [][]any{line("№", "ПІБ", "Дата народження"), line(1, "Гук Ян", "14.05.2003"), line("", "вул. Лісова, 3", ""), line(2, "Крук Ія", "15.05.2003"), line("", "м. Суми, тел. 0671112233", "")}, nil,
			[]string{"Гук Ян", "Вул Лісова 3 second_line", "Крук Ія", "М. Суми Тел 0671112233 second_line"}},
		{"an address beside a telephone", ukraine(), [][]any{line("ПІБ", "Вулиця", "Телефон"), line("Гук Ян", "Лісова", "0501234560"), line("", "Нова", "0671112233")}, nil, []string{"Гук Ян +380501234560", "+380671112233 second_line"}},
		{"somebody whose name was forgotten", ukraine(), [][]any{line("№", "ПІБ", "Телефон", "Клас"), line(1, "Гук Ян", "0501234560", "11-А"), line(2, "", "0671112233", ""), line("", "", "0671112234", "11-Б")}, nil,
			[]string{"Гук Ян 11-А +380501234560", "11-А +380671112233 surname_empty given_name_empty class_above", "11-Б +380671112234 surname_empty given_name_empty"}},
		{"behind a gap", ukraine(), [][]any{line("ПІБ", "Телефон"), line("Гук Ян", "0501234560"), line(), line("", "0671112233")}, nil, []string{"Гук Ян +380501234560", "+380671112233 surname_empty given_name_empty"}},
	})
}
