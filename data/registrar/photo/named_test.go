package photo

import (
	"testing"

	"graduand/data"
)

// KG-055, F-12: no file has the apostrophe that a name has, so each program puts something else in
// its place, or nothing.
func TestApostrophesInNamesOfFiles(t *testing.T) {
	g := &data.Graduate{Surname: "О’Хара-Д’яченко", GivenName: "Мар’яна"}
	for _, name := range []string{
		"О’Хара-Д’яченко Мар’яна.jpg", "ОʼХара-Дʼяченко Марʼяна.jpg", "О'Хара Д'яченко Мар'яна.jpg", "О`Хара_Д`яченко_Мар`яна.jpg", "О´Хара-Д´яченко Мар´яна.jpg",
		"О_Хара-Д_яченко Мар_яна.jpg", "О_Хара_Д_яченко_Мар_яна.png", "О Хара Д яченко Мар яна.jpg", "О-Хара-Д-яченко-Мар-яна.jpg", "О.Хара Д.яченко Мар.яна.jpg",
		"ОХара-Дяченко Маряна.jpg", "Маряна Охара Дяченко.jpg", "О\"Хара Д\"яченко Мар\"яна.jpg", "О*Хара Д*яченко Мар*яна.jpg", "О~Хара Д^яченко Мар=яна.jpg",
		"О%27Хара-Д%27яченко Мар%27яна.jpg", "О%E2%80%99Хара-Д%E2%80%99яченко Мар%E2%80%99яна.jpg", "О&#39;Хара-Д&#39;яченко Мар&#39;яна.jpg",
		"ОъХара-Дъяченко Маръяна.jpg", "ОХара-Дьяченко Марьяна.jpg", "OHara-Diachenko Mariana.jpg", "O_Hara-D_iachenko Mar_iana.jpg", "O'Hara-D'yachenko Mar'yana.jpg",
		"O Hara Dyachenko Maryana.jpg",
	} {
		l := read(File{Name: name}, "uk")
		if m := l.match(g); m.weight != 3 {
			t.Errorf("%s: weight %d", name, m.weight)
		}
	}
	for _, name := range []string{"О_Хара-Д_яченко Марина.jpg", "О_Хара Мар_яна.jpg", "Мар_О_Хара-Д_яченко_яна.jpg"} {
		l := read(File{Name: name}, "uk")
		if m := l.match(g); m.weight >= 3 {
			t.Errorf("%s: weight %d", name, m.weight)
		}
	}
}

// KG-055: the half of a name with an apostrophe is not the name of somebody else.
func TestAnApostropheThatCutsANameTellsItFromAShorterOne(t *testing.T) {
	whole, half := &data.Graduate{ID: "1", Surname: "Петренко", GivenName: "Мар’яна"}, &data.Graduate{ID: "2", Surname: "Петренко", GivenName: "Яна"}
	for name, want := range map[string]string{"Петренко Мар_яна.jpg": "1", "Петренко Яна.jpg": "2", "Маряна Петренко.jpg": "1"} {
		p := Proposal{Outcome: Unmatched}
		p.find(read(File{Name: name}, "uk"), []*data.Graduate{half, whole}, nil)
		if p.Outcome != Sure || p.Graduate != want {
			t.Errorf("%s is that of %s, %s", name, p.Graduate, p.Outcome)
		}
	}
}

// KG-055: passports write a name in Latin letters in more than one way, each state by rules of its
// own, and the surname stands where it stands.
func TestLatinNamesOfFiles(t *testing.T) {
	for _, c := range []struct {
		surname, given string
		names          []string
	}{
		{"Згурська", "Єлизавета", []string{"Zghurska Yelyzaveta", "yelyzaveta_zghurska", "ZGURSKA-ELIZAVETA"}},
		{"Щербак", "Юлія", []string{"Shcherbak Yuliia", "Yuliya Scherbak", "Shcherbak_Iuliia"}},
		{"Гнатюк", "Ґалаґан", []string{"Hnatiuk Galagan", "Gnatyuk Galagan"}},
		{"Юсупова", "Ксения", []string{"Iusupova Kseniia", "Yusupova Ksenia", "Kseniya.Yusupova"}},
		{"Подъячев", "Алексей", []string{"Podieiachev Aleksei", "Aleksey Podyachev"}},
		{"Жумабаева", "Өмүргүл", []string{"Zhumabaeva Omurgul", "Jumabaeva Omurgul", "omurgul-jumabaeva"}},
		{"Турсунбек кызы", "Жаңылай", []string{"Tursunbek kyzy Zhanylai", "Janylay Tursunbek kyzy", "TURSUNBEK_KYZY_JANYLAI"}},
	} {
		g := &data.Graduate{Surname: c.surname, GivenName: c.given}
		for _, name := range c.names {
			l := read(File{Name: name + ".jpeg"}, "uk")
			if m := l.match(g); m.weight != 3 {
				t.Errorf("%s %s is not found in %s: weight %d", c.surname, c.given, name, m.weight)
			}
		}
	}
}
