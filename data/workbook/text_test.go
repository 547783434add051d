package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// F-14: a text table is read whatever way its quotes are written.
func TestQuotesOfTextTables(t *testing.T) {
	const plain = "1 Прізвище|Ім'я|Клас\n2 Вербицька|Соломія|11-А\n3 Гриценко|Назар|11-А\n"
	for name, c := range map[string]struct{ content, want string }{
		"no quotes":                            {"Прізвище;Ім'я;Клас\nВербицька;Соломія;11-А\nГриценко;Назар;11-А\n", plain},
		"a space before a quote":               {`"Прізвище", "Ім'я", "Клас"` + "\n" + `"Вербицька",  "Соломія" , "11-А"` + "\n" + `"Гриценко", "Назар", "11-А"`, plain},
		"a space before a quote, semicolons":   {`"Прізвище"; "Ім'я"; "Клас"` + "\n" + `"Вербицька"; "Соломія"; "11-А" ` + "\n" + `"Гриценко" ;"Назар";"11-А"`, plain},
		"separators in spaced quotes":          {`"ПІБ", "Школа"` + "\n" + `"Лис Ія", "Ліцей, гімназія"`, "1 ПІБ|Школа\n2 Лис Ія|Ліцей, гімназія\n"},
		"a spaced quote that is none":          {"ПІБ;Школа;Клас\nЛис Ія; \"Мрія\" ліцей;11\nКоваль Іван;Ліцей;11\n", "1 ПІБ|Школа|Клас\n2 Лис Ія|\"Мрія\" ліцей|11\n3 Коваль Іван|Ліцей|11\n"},
		"strokes before quotes":                {`"ПІБ";"Школа"` + "\n" + `"Лис Ія";"Ліцей \"Мрія; світло\""` + "\n" + `"Коваль Іван";"\"Надія\" ліцей"`, "1 ПІБ|Школа\n2 Лис Ія|Ліцей \"Мрія; світло\"\n3 Коваль Іван|\"Надія\" ліцей\n"},
		"strokes before quotes, commas":        {`"ПІБ","Школа","Клас"` + "\n" + `"Лис Ія","\"Мрія\"","11"`, "1 ПІБ|Школа|Клас\n2 Лис Ія|\"Мрія\"|11\n"},
		"a stroke at the end of a cell":        {`"ПІБ";"Тека"` + "\n" + `"Лис Ія";"C:\"` + "\n" + `"Коваль Іван";"D:\"`, "1 ПІБ|Тека\n2 Лис Ія|C:\\\n3 Коваль Іван|D:\\\n"},
		"whole lines in quotes":                {"\"Прізвище;Ім'я;Клас\"\n\"Вербицька;Соломія;11-А\"\n\"Гриценко;Назар;11-А\"\n", plain},
		"whole lines in quotes with commas":    {"\"Прізвище,Ім'я,Клас\"\n\"Вербицька,Соломія,11-А\"\n\"Гриценко,Назар,11-А\"\n", plain},
		"whole lines with quotes within":       {`"Прізвище,""Ім'я"",Клас"` + "\n" + `"Вербицька,""Соломія"",11-А"` + "\n" + `"Гриценко,""Назар"",""11-А"""`, plain},
		"whole lines in quotes but the header": {"Прізвище;Ім'я;Клас\n\"Вербицька;Соломія;11-А\"\n\"Гриценко;Назар;11-А\"\n", plain},
		"columns set with spaces":              {"Прізвище      Ім'я      Клас\nВербицька     Соломія   11-А\nГриценко      Назар     11-А\n", plain},
		"the end of a text of DOS":             {"Прізвище;Ім'я;Клас\nВербицька;Соломія;11-А\nГриценко;Назар;11-А\n\x1a", plain},
		"two spaces in a name":                 {"ПІБ\nЛис  Ія\nКоваль  Іван\n", "1 ПІБ\n2 Лис  Ія\n3 Коваль  Іван\n"},
		"whole lines and empty columns":        {"\"Прізвище,Ім'я,Клас\";;;\n\"Вербицька,Соломія,11-А\";;;\n\"Гриценко,Назар,11-А\";;;\n", plain},
	} {
		book := opened(t, []byte(c.content))
		if got := written(book.Sheets[0]); got != c.want {
			t.Errorf("%s:\n%s", name, got)
		}
		if slices.ContainsFunc(book.Sheets[0].Lines, func(l workbook.Line) bool { return l.Broken }) {
			t.Errorf("%s: a quote is said not to be closed", name)
		}
		held := strings.Count(c.want, "|") + strings.Count(c.want, "\n")
		if want := (workbook.Count{Rows: strings.Count(c.want, "\n"), Cells: held}); book.Sheets[0].Held != want {
			t.Errorf("%s holds %+v", name, book.Sheets[0].Held)
		}
	}
}

// F-14: a table that stands in one column is divided as its lines agree, each line in its
// row.
func TestTablesInOneColumn(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  string
	}{
		"semicolons": {[]string{"Прізвище;Ім’я;Клас", "Вербицька;Соломія;11-А", "", "Гриценко;Назар;11-А"}, "1 Прізвище|Ім’я|Клас\n2 Вербицька|Соломія|11-А\n4 Гриценко|Назар|11-А\n"},
		"commas":     {[]string{"Прізвище,Ім’я,Клас", "Вербицька,Соломія,11-А"}, "1 Прізвище|Ім’я|Клас\n2 Вербицька|Соломія|11-А\n"},
		"tabs":       {[]string{"Прізвище\tІм’я\tКлас", "Вербицька\tСоломія\t"}, "1 Прізвище|Ім’я|Клас\n2 Вербицька|Соломія\n"},
		"quotes":     {[]string{`"Прізвище","Ім’я","Школа"`, `"Вербицька","Соломія","Ліцей ""Мрія"", 2"`}, "1 Прізвище|Ім’я|Школа\n2 Вербицька|Соломія|Ліцей \"Мрія\", 2\n"},
		"a title":    {[]string{"Список, 11-А", "Прізвище;Ім’я;Клас", "Вербицька;Соломія;11-А", "Гриценко;Назар;11-А", "Лис;Ія;11-А"}, "1 Список, 11-А\n2 Прізвище|Ім’я|Клас\n3 Вербицька|Соломія|11-А\n4 Гриценко|Назар|11-А\n5 Лис|Ія|11-А\n"},
		"names only": {[]string{"ПІБ", "Вербицька Соломія", "Гриценко, Назар"}, "1 ПІБ\n2 Вербицька Соломія\n3 Гриценко, Назар\n"},
		"two parts":  {[]string{"ПІБ; клас", "Вербицька Соломія; 11-А"}, "1 ПІБ|клас\n2 Вербицька Соломія|11-А\n"},
	} {
		var lines [][]any
		for _, l := range c.lines {
			if lines = append(lines, nil); l != "" {
				lines[len(lines)-1] = line(l)
			}
		}
		s := opened(t, workbooktest.XLSX(t, sheet("11-А", lines...))).Sheets[0]
		if got := written(s); got != c.want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// A returned workbook is ours: its texts are never divided.
func TestAllSheetsStayAsTheyAre(t *testing.T) {
	book, err := workbook.OpenAll(t.Context(), "file", workbooktest.XLSX(t, sheet("11-А", line("a;b;c"), line("d;e;f"))))
	must(t, err)
	if got := written(book.Sheets[0]); got != "1 a;b;c\n2 d;e;f\n" {
		t.Errorf("%s", got)
	}
	if _, err := workbook.Paste(strings.Repeat("a", 21<<20)); data.CodeOf(err) != "roster.too_large" {
		t.Errorf("%v", err)
	}
}

// TestEntitiesBetweenSemicolons: the semicolon of a sign spelt for the web parts no cells.
func TestEntitiesBetweenSemicolons(t *testing.T) {
	book, err := workbook.Open(t.Context(), "list.csv", []byte("Прізвище;Ім’я\nДем&#039;яненко;Ян\nГук;В&rsquo;ячеслав\n\"Лук&apos;янчук\";AT&TT;так\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range book.Sheets[0].Lines {
		got = append(got, strings.Join(line.Cells, "|"))
	}
	if want := []string{"Прізвище|Ім’я", "Дем&#039;яненко|Ян", "Гук|В&rsquo;ячеслав", "Лук&apos;янчук|AT&TT|так"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestLostLetters: a letter that another program has lost is told as such.
func TestLostLetters(t *testing.T) {
	for content, code := range map[string]string{"ПІБ;Клас\nГ\ufffdк Ян;11-А\n": "roster.letters_lost", "ПІБ\x01\ufffd;Клас\n": "roster.unknown_format"} {
		if _, err := workbook.Open(t.Context(), "list.csv", []byte(content)); data.CodeOf(err) != code {
			t.Errorf("%q: %v, want %s", content, err, code)
		}
	}
}
