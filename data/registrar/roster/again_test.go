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

// A number that somebody else of the list has is wrong, and both are named; only the same person
// repeats the row above (F-18).
func TestNumberOfSomebodyElse(t *testing.T) {
	for campaign, number := range map[string]string{"ort-2021": "AN1234567", "zno-2020": "КВ 123456"} {
		first := "ПІБ;Клас;Дата народження;Документ\nНазарова Айнура;11-А;15.03.2003;" + number + "\n"
		for _, c := range []struct {
			row     string
			outcome roster.Outcome
		}{
			{"Садыкова Мээрим;11-А;16.04.2003;" + number, roster.Rejected},
			{"Садыкова Айнура;11-Б;15.03.2003;" + number, roster.Rejected},
			{"Назарова Мээрим;11-А;15.03.2003;" + number, roster.Rejected},
			{"Назарова Айнура;11-А;15.03.2003;" + number, roster.Repeated},
			{"Назарова Айнура;11-Б;15.03.2003;" + number, roster.Repeated},
			{"Назарова Айнура;11-А;15.03.2003;", roster.Repeated},
		} {
			read, err := desktest.MustCreate(t, campaign).Roster.Read(desktest.Ctx, "11.csv", []byte(first+c.row+"\n"), roster.Options{})
			if err != nil {
				t.Fatal(err)
			}
			row := read.Rows[1]
			if row.Outcome != c.outcome {
				t.Errorf("%s %s: %s %v", campaign, c.row, row.Outcome, row.Problems)
			}
			for _, language := range text.Languages() {
				if said := row.WorstFirst()[0].Sentence(text.For(language)); c.outcome == roster.Rejected && !strings.Contains(said, "Назарова Айнура") {
					t.Errorf("%s %s: %s", campaign, language, said)
				}
			}
		}
	}
}

// Lines in which nobody was recognised wait for a person, who can leave them out; they are never
// taken (F-14).
func TestUnreadLinesAreNobody(t *testing.T) {
	list := "ПІБ;Клас;Дата народження;Телефон\nНазарова Айнура;11-А;15.03.2003;\n;;;\nТелефон учителя;Паспорт;Дата рождения;Класс\n;;;11-Б\n;;;11-В\n"
	for _, campaign := range []string{"ort-2021", "zno-2020"} {
		r := desktest.MustCreate(t, campaign)
		file, err := r.Roster.Preview(desktest.Ctx, "11.csv", []byte(strings.ReplaceAll(list, ";11-Б", ";11-Б;так")))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			decided map[roster.RowPlace]roster.Decision
			want    roster.Outcome
		}{
			{nil, roster.Doubtful},
			{map[roster.RowPlace]roster.Decision{{Row: 5}: roster.Leave}, roster.LeftOut},
			{map[roster.RowPlace]roster.Decision{{Row: 5}: roster.Take}, roster.Rejected},
		} {
			read, err := r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{Decided: c.decided})
			if err != nil {
				t.Fatal(err)
			}
			if len(read.Rows) < 2 || read.Rows[0].Outcome != roster.Accepted || read.Rows[1].Outcome != c.want {
				t.Errorf("%s %v: %v", campaign, c.want, read.Rows)
			}
		}
	}
}
