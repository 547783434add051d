package roster

import (
	"testing"

	"graduand/data"
)

// TestSexByTheName: the sex is proposed by what only one of the two is called, in whatever part of
// the name that stands; where it is not sure nothing is proposed (F-14, KG-002).
func TestSexByTheName(t *testing.T) {
	for _, c := range []struct {
		surname, given, patronymic string
		want                       data.Sex
	}{
		{"Нурбек уулу", "Азамат", "", data.Male},
		{"Өмүрбек уулу", "Эмил", "", data.Male},
		{"Жеңишбек кызы", "Айпери", "", data.Female},
		{"Асанов", "Бакыт", "Нурбек уулу", data.Male},
		{"Маматова", "Айзада Нурбек кызы", "", data.Female},
		{"Талантбек-кызы", "Нуриза", "", data.Female},
		{"Усупова", "Айгүл", "", data.Female},
		{"Асанбаева", "Бегимай", "", data.Female},
		{"Ковальова", "Олена", "", data.Female},
		{"Петренко-Іванова", "Олена", "", data.Female},
		{"Усупова", "Айгүл", "Бакытович", data.Male}, // the patronymic is surer
		{"Айсулуу", "Жылдыз", "", ""},
		{"Голова", "Марія", "", ""},
		{"Діброва", "Назар", "", ""},
		{"Ковальова", "Назар", "", ""},
		{"Сова", "Олена", "", ""},
		{"Петренко", "Олена", "", ""},
		{"Нурбек уулу", "Айпери Асан кызы", "", ""},
		{"Усупова", "", "", ""},
	} {
		g := data.Graduate{Surname: c.surname, GivenName: c.given, Patronymic: c.patronymic}
		if got := SexOf(&g); got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.surname, c.given, c.patronymic, got, c.want)
		}
	}
	r := read(t, []byte("Фамилия;Имя;Пол\nНурбек уулу;Азамат;\nЖеңишбек кызы;Айпери;м\nУсупова;Айгүл;\n"), kyrgyzstan(), Options{}).Rows
	if r[0].Graduate.Sex != data.Male || r[1].Graduate.Sex != data.Male || rulesOf(r[1])[0] != "sex_patronymic" || r[2].Graduate.Sex != data.Female {
		t.Errorf("%v %v %v %v", r[0].Graduate.Sex, r[1].Graduate.Sex, rulesOf(r[1]), r[2].Graduate.Sex)
	}
}
