package roster

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// onLatinKeys is what comes of a name while the keyboard is set to Latin letters.
func onLatinKeys(name, keys string) string {
	latin, own := []rune(latinKeys), []rune(keys)
	return strings.Map(func(r rune) rune {
		if at := slices.Index(own, r); at >= 0 {
			return latin[at]
		}
		return r
	}, name)
}

// inCyrillic are the rules of a campaign whose names stand in Cyrillic.
func inCyrillic(language string) Rules { return Rules{NameScript: "cyrillic", Language: language} }

// Names that were typed with the keyboard set to Latin letters are read as they were meant.
func TestNamesOfAnotherKeyboardLayout(t *testing.T) {
	for _, c := range []struct{ language, keys, surname, given, patronymic string }{
		{"ru", russianKeys, "Иванова", "Анна", "Петровна"},
		{"ru", russianKeys, "Жумабаев", "Эльдар", "Бакытович"},
		{"ru", russianKeys, "Хомяков", "Юрий", ""},
		{"ru", russianKeys, "Асанов", "Токтогул", ""},
		{"ru", russianKeys, "Мороз", "Алёна", ""},
		{"uk", ukrainianKeys, "Бондаренко", "Ірина", "Іванівна"},
		{"uk", ukrainianKeys, "Їжакевич", "Юлія", "Євгенівна"},
		{"uk", ukrainianKeys, "Лук’янченко", "Жанна", "Хомівна"},
		{"uk", russianKeys, "Кузьмин", "Сергей", "Борисович"},
		{"ru", ukrainianKeys, "Шевчук", "Сергій", "Олексійович"},
		{"ru", russianKeys, "ИВАНОВА", "АННА", "ПЕТРОВНА"},
		{"ru", russianKeys, "петров", "борис", ""},
	} {
		want := []string{data.CleanName(c.surname), data.CleanName(c.given), data.CleanName(c.patronymic)}
		typed := []string{onLatinKeys(c.surname, c.keys), onLatinKeys(c.given, c.keys), onLatinKeys(c.patronymic, c.keys)}
		if got, is := OtherLayout(typed, inCyrillic(c.language)); !is || !slices.Equal(got, want) {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
		whole := strings.TrimSpace(strings.Join(typed, " "))
		if got, is := OtherLayout([]string{whole}, inCyrillic(c.language)); !is || got[0] != strings.TrimSpace(strings.Join(want, " ")) {
			t.Errorf("%q is %q", whole, got)
		}
	}
	if got, is := OtherLayout([]string{"Bdfyjdf", "Анна"}, inCyrillic("ru")); !is || got[0] != "Иванова" || got[1] != "Анна" {
		t.Errorf("beside a name in Cyrillic: %q", got)
	}
	for _, script := range []string{"", "latin"} {
		if got, is := OtherLayout([]string{"Bdfyjdf"}, Rules{NameScript: script, Language: "ru"}); is {
			t.Errorf("where names need not stand in Cyrillic: %q", got)
		}
	}
}

// A word is one that somebody may be called by as far as its sounds stand together in names.
func TestWhatCanBeSaid(t *testing.T) {
	for word, want := range map[string]bool{
		"Ландграф": true, "Вайнштрам": false, // four consonants, five
		"Маиашвили": true, "Маиаешвили": false, // three vowels, four
		"Эрнст": true, "Вайн-штрам": true, "Маиа’ешвили": true, // a hyphen and an apostrophe part them
		"Кузьма": true, "Кузоьма": false, "ьКузма": false, "Кузььма": false, // a soft sign stands behind a consonant
		"Щчерба": false, "Брг": false, "Bан": false,
	} {
		if got := canBeSaid(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}

// foreigners are names in Latin letters, which stay so.
const foreigners = `Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis
	Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards
	Collins Stewart Morris Murphy Cook Rogers Webster Fisher Hunter Foster Kirby Crosby Derby Boxer Baxter Dexter Schneider Müller Schmidt Weber Becker
	Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Werner Krause Lehmann Köhler
	García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco
	Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Nguyen Tran Pham Huynh Phan Vu Dang Bui Wang Li Zhang Liu Chen Yang
	Huang Zhao Wu Zhou Kim Park Choi Jung Kang Cho Yoon Jang Lim Singh Kumar Sharma Patel Khan Ahmed Ali Hussain Hassan Ibrahim Abdullah Mohamed
	James John Robert Michael William David Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Sandra Ashley
	Emily Kimberly Margaret Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley
	Anna Brenda Emma Nicole Helen Samantha Katherine Christine Rachel Fyodor Ivanov Petrenko Shevchenko Asanov Toktogulov Kyzy Aigul Bakyt Nurlan
	O'Brien O'Connor D'Angelo Jean-Pierre Van der Berg de la Cruz Mac Donald`

func TestForeignersKeepTheirNames(t *testing.T) {
	all := strings.Fields(foreigners)
	for i, name := range all {
		for _, parts := range [][]string{{name}, {name, all[(i*7+3)%len(all)]}, {name + " " + all[(i*11+5)%len(all)]}} {
			for _, language := range []string{"uk", "ru"} {
				if turned, is := OtherLayout(parts, inCyrillic(language)); is {
					t.Errorf("%q became %q", parts, turned)
				}
			}
		}
	}
}

// A class list that was typed so is refused with what was meant, which one button puts in, for one
// row and for all (F-14).
func TestAListOfAnotherLayoutIsOfferedAsItWasMeant(t *testing.T) {
	kyrgyz := kyrgyzstan()
	kyrgyz.Language = "ru"
	read := func(rows ...[]string) []Row { return readRows(t, bookOf(nil, rows...), kyrgyz) }
	rows := read([]string{"ФИО", "Класс", "Дата рождения"}, []string{"Bdfyjdf Fyyf Gtnhjdyf", "11-А", "05.03.2004"}, []string{"Smith John", "11-А", "06.03.2004"}, []string{"Асанов Бакыт", "11-А", "07.03.2004"})
	if got := rulesOf(rows[0]); !slices.Equal(got, []string{"name_layout"}) || rows[0].Graduate.FullName() != "Иванова Анна Петровна" {
		t.Errorf("%v %s", got, rows[0].Graduate.FullName())
	}
	if cell, text, mends := Mending(&rows[0], rows[0].Problems[0]); !mends || text != "Иванова Анна Петровна" || cell.Column != 0 {
		t.Errorf("%v %q %v", cell, text, mends)
	}
	if got := rulesOf(rows[1]); !slices.Contains(got, "name_script_cyrillic") || slices.Contains(got, "name_layout") {
		t.Errorf("a foreigner: %v", got)
	}
	rows = read([]string{"Фамилия", "Имя", "Отчество", "Класс"}, []string{"[jvzrjd", ".hbq", "", "11-А"}, []string{";evf,ftd", "'kmlfh", "<frsnjdbx", "11-А"})
	for i, want := range []string{"Хомяков Юрий", "Жумабаев Эльдар Бакытович"} {
		if g := rows[i].Graduate; g.FullName() != want || slices.ContainsFunc(rulesOf(rows[i]), func(rule string) bool { return rule != "name_layout" }) {
			t.Errorf("%s: %v", g.FullName(), rulesOf(rows[i]))
		}
	}
}
