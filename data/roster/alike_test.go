package roster

import (
	"strings"
	"testing"

	"graduand/data"
)

// Who is remembered is Петренко Назар Богданович of 11-А, born 15.05.2003, with a passport.
func TestAlike(t *testing.T) {
	person := func(surname, given, patronymic, class string, birth data.Date, number string) *data.Graduate {
		return &data.Graduate{Surname: surname, GivenName: given, Patronymic: patronymic, Class: class, BirthDate: birth, Document: data.Document{Kind: "passport", Number: number}}
	}
	known := person("Петренко", "Назар", "Богданович", "11-А", "2003-05-15", "123456")
	for _, c := range []struct {
		name string
		who  *data.Graduate
		want string
	}{
		{"another birth date", person("Петренко", "Назар", "Богданович", "11-А", "2003-06-15", ""), "name confirm"},
		{"another class, no birth date", person("Петренко", "Назар", "Богданович", "11-Б", "", ""), "name confirm"},
		{"the patronymic left out", person("Петренко", "Назар", "", "11-А", "", ""), "name confirm"},
		{"the patronymic left out, another birth date and document", person("Петренко", "Назар", "", "11-А", "2003-06-15", "654321"), "name warning"},
		{"another patronymic", person("Петренко", "Назар", "Ігорович", "11-А", "2003-06-15", ""), ""},
		{"spelt otherwise", person("ПЕТРЕНКО", "назар", "Богданович", "11-А", "2003-06-15", ""), "name confirm"},
		{"a changed surname", person("Коваль", "Назар", "Богданович", "11-А", "2003-05-15", "654321"), "part confirm"},
		{"a changed surname without the patronymic", person("Коваль", "Назар", "", "11-А", "2003-05-15", ""), "part confirm"},
		{"in another class", person("Коваль", "Назар", "", "11-Б", "2003-05-15", ""), ""},
		{"with another document", person("Коваль", "Назар", "", "11-А", "2003-05-15", "654321"), ""},
		{"a mended surname", person("Петренка", "Назар", "Богданович", "11-А", "", ""), "part confirm"},
		{"a second surname", person("Петренко-Сич", "Назар", "Богданович", "11-А", "", ""), "part confirm"},
		{"another surname of the class", person("Коваль", "Назар", "Богданович", "11-А", "", ""), ""},
		{"a mended given name", person("Петренко", "Назаp", "Богданович", "11-А", "2003-05-15", ""), "part confirm"},
		{"a twin", person("Петренко", "Макар", "Богданович", "11-А", "2003-05-15", ""), ""},
		{"a twin with a like name", person("Петренко", "Захар", "Богданович", "11-А", "2003-05-15", ""), ""},
		{"nobody", person("", "", "", "11-А", "", ""), ""},
	} {
		alike := NewAlike[*data.Graduate]()
		alike.Add(known, known)
		of, sameName, severity, found := alike.Find(c.who)
		got := ""
		if found {
			got = "part " + string(severity)
			if sameName {
				got = "name " + string(severity)
			}
		}
		if got != c.want || found != (of == known) {
			t.Errorf("F-18 %s: %q, want %q", c.name, got, c.want)
		}
	}
}

// In one list a name of which a part differs is another person's, and is only said.
func TestAlikeInOneList(t *testing.T) {
	rows := readRows(t, bookOf(nil, []string{"ПІБ", "Клас", "Дата народження"}, []string{"Ставна Злата Юріївна", "11-А", "14.05.2003"}, []string{"Ставна Злата", "11-А", "15.05.2003"}, []string{"Коваль Злата Юріївна", "11-А", "14.05.2003"}), ukraine())
	Duplicates(rows, ukraine())
	if !rows[1].Doubtful() || rulesOf(rows[1])[0] != "namesake" || rows[2].Doubtful() || len(rows[2].Problems) != 1 || rulesOf(rows[2])[0] != "maybe_same" {
		t.Errorf("F-18 %v %v", rows[1].Problems, rows[2].Problems)
	}
}

// A name typed on the keyboard of another language is the same person's (KG-031).
func TestAlikeInOtherLetters(t *testing.T) {
	for _, c := range []struct{ known, again, want string }{
		{"Өмүрбекова Айпери Чыңгызовна;11-А;14.01.2003", "Омурбекова Айпери Чынгызовна;11-А;14.01.2003", "maybe_same"},
		{"Өмүрбекова Айпери Чыңгызовна;11-А;14.01.2003", "Омурбекова Айпери Чыңгызовна;11-А;15.01.2003", "maybe_same"},
		{"Өмүрбекова Үмүт Чыңгызовна;11-А;", "Омурбекова Умут;11-Б;", "maybe_same"},
		{"Өмүрбекова Айпери Чыңгызовна;11-А;14.01.2003", "Омурбекова Айпери Бектуровна;11-А;15.01.2003", ""},
		{"Өмүрбекова Айпери Чыңгызовна;11-А;14.01.2003", "Өмүрбекова Айпери Чыңгызовна;11-А;15.01.2003", "namesake"},
	} {
		rows := readRows(t, bookOf(nil, []string{"ФИО", "Класс", "Дата рождения"}, strings.Split(c.known, ";"), strings.Split(c.again, ";")), kyrgyzstan())
		Duplicates(rows, kyrgyzstan())
		if got := strings.Join(rulesOf(rows[1]), " "); got != c.want {
			t.Errorf("F-18 %s: %q, want %q", c.again, got, c.want)
		}
	}
}
