package roster_test

import (
	"strings"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/text"
)

// A second list says of people of the first one something else about their names.
func TestTheSamePersonUnderAnotherName(t *testing.T) {
	first := "ПІБ;Клас;Дата народження\nПетренко Уляна Богданівна;11-А;15.05.2003\nКоваль Назар;11-А;\nСич Ярема Ігорович;11-А;17.05.2003\n"
	for _, c := range []struct{ name, row, outcome, rule string }{
		{"the same", "Петренко Уляна Богданівна;11-А;15.05.2003", "duplicate", ""},
		{"a surname changed by marriage", "Гриценко Уляна Богданівна;11-А;15.05.2003", "doubtful", "registry_maybe_same"},
		{"a double surname", "Петренко-Гриценко Уляна Богданівна;11-А;", "doubtful", "registry_maybe_same"},
		{"a patronymic that was left out", "Коваль Назар Іванович;11-А;18.05.2003", "doubtful", "registry_namesake"},
		{"a patronymic left out now", "Петренко Уляна;11-А;", "doubtful", "registry_namesake"},
		{"a name in another language", "Петренко Ульяна Богдановна;11-А;15.05.2003", "doubtful", "registry_maybe_same"},
		{"a twin", "Петренко Марко Богданович;11-А;15.05.2003", "accepted", ""},
		{"another patronymic", "Сич Ярема Петрович;11-А;18.05.2003", "accepted", ""},
		{"the same given name", "Гук Назар;11-А;", "accepted", ""},
	} {
		t.Run("F-18 "+c.name, func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			for i, rows := range []string{first, "ПІБ;Клас;Дата народження\n" + c.row + "\n"} {
				read, err := r.Roster.Read(desktest.Ctx, "11.csv", []byte(rows), roster.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if i == 1 {
					checkAgain(t, read.Rows[0], c.outcome, c.rule)
				}
				if _, err := r.Roster.Import(desktest.Ctx, read); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func checkAgain(t *testing.T, row roster.Row, outcome, rule string) {
	t.Helper()
	if string(row.Outcome) != outcome || rule == "" && len(row.Problems) > 0 || rule != "" && row.Problems[0].Rule != rule {
		t.Errorf("%s %v", row.Outcome, row.Problems)
	}
	for _, language := range text.Languages() {
		for _, p := range row.Problems {
			if said := p.Sentence(text.For(language)); strings.Contains(said, "roster.rule") || strings.Contains(said, "{{") {
				t.Errorf("%s: %s", language, said)
			}
		}
	}
}
