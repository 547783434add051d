package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  Date
		code  string
	}{
		{"05.03.2003", "2003-03-05", ""},
		{"5/3/03", "2003-03-05", ""},
		{"2003-03-05", "2003-03-05", ""},
		{"2003-03-05 00:00:00", "2003-03-05", ""},
		{" 05. 03. 2003 р.", "2003-03-05", ""},
		{"5-3-2003", "2003-03-05", ""},
		{"05 03 2003", "2003-03-05", ""},
		{"05032003", "2003-03-05", ""},
		{"20030305", "2003-03-05", ""},
		{"5 березня 2003 року", "2003-03-05", ""},
		{"5 марта 2003 г.", "2003-03-05", ""},
		{"29.02.2004", "2004-02-29", ""},
		{"1.1.99", "1999-01-01", ""},
		{"31.02.2003", "", "date.no_such_day"},
		{"29.02.2003", "", "date.no_such_day"},
		{"05.13.2003", "", "date.no_such_day"},
		{"5.3", "", "date.unreadable"},
		{"відсутня", "", "date.unreadable"},
		{"", "", "date.unreadable"},
		{"5.3.203", "", "date.unreadable"},
	} {
		got, err := ParseDate(c.typed, "2020-02-10")
		if got != c.want || CodeOf(err) != c.code {
			t.Errorf("F-14 %q: got %q, %v; want %q, %q", c.typed, got, err, c.want, c.code)
		}
	}
}

func TestDateYears(t *testing.T) {
	for _, c := range []struct {
		born, on Date
		want     int
	}{
		{"2003-03-05", "2020-03-04", 16}, {"2003-03-05", "2020-03-05", 17}, {"2004-02-29", "2021-02-28", 16},
	} {
		if got := c.born.Years(c.on); got != c.want {
			t.Errorf("%s on %s: got %d, want %d", c.born, c.on, got, c.want)
		}
	}
	if got := Date("2003-03-05").Dotted(); got != "05.03.2003" {
		t.Errorf("dotted: %s", got)
	}
}

func TestCleanName(t *testing.T) {
	for typed, want := range map[string]string{
		"О'НІЛ": "О’Ніл", "д’артаньян": "Д’Артаньян", "Д'ЯЧЕНКО": "Д’яченко", "В’ЯЧЕСЛАВ": "В’ячеслав", "ДЕМ'ЯНЕНКО-О'НІЛ": "Дем’яненко-О’Ніл", "О.І.": "О.І.", "о.і. петренко": "О.І. Петренко", "Демꞌяненко": "Дем’яненко", "Дем՚яненко": "Дем’яненко",
		"  Лук'яненко ":    "Лук’яненко",
		"ЛУК`ЯНЕНКО":       "Лук’яненко",
		"Гаи\u200b\u0306":  "Гай",
		"нечуй - левицька": "Нечуй-Левицька",
		"Мар ʼ яна":        "Мар’яна",
		"Олена\u00a0Анна":  "Олена Анна",
		"Аль–Хадід":        "Аль-Хадід",
		"-":                "",
		"Ївга -":           "Ївга",
		" — ":              "",
		"деЛука":           "деЛука",
		"Є":                "Є",
	} {
		if got := CleanName(typed); got != want {
			t.Errorf("F-11 %q: got %q, want %q", typed, got, want)
		}
	}
}

func TestSearchKey(t *testing.T) {
	for _, same := range [][]string{
		{"Лук'яненко", "ЛУК’ЯНЕНКО", "лукʼяненко", "Лук`яненко"},
		{"Нечуй-Левицький", "нечуй левицький", "Нечуй  Левицький"},
		{"Соловьёв", "Соловьев"},
	} {
		for _, s := range same[1:] {
			if SearchKey(s) != SearchKey(same[0]) {
				t.Errorf("F-11 %q and %q differ: %q, %q", s, same[0], SearchKey(s), SearchKey(same[0]))
			}
		}
	}
	if SearchKey("Гнат") == SearchKey("Ґнат") {
		t.Error("F-11 г and ґ are different letters")
	}
}

// TestFindKey: what a keyboard lacks is found by its stand-in, and tells people apart still.
func TestFindKey(t *testing.T) {
	for typed, name := range map[string]string{"гудзь": "Ґудзь", "омурбек": "Өмүрбек", "жаныл": "Жаңыл", "демян": "Дем’ян", "елкина": "Ёлкина"} {
		if FindKey(typed) != FindKey(name) {
			t.Errorf("F-11 %q does not find %q", typed, name)
		}
	}
	if SearchKey("Жаныл") == SearchKey("Жаңыл") {
		t.Error("F-11 two names are one person's")
	}
}

// TestKeysOfAPerson: the keys are made of the parts of a name as of the whole of it.
func TestKeysOfAPerson(t *testing.T) {
	for _, g := range []Graduate{{Surname: "Нечуй-Левицька", GivenName: "  Ольга ", Patronymic: "Ю’ріївна"}, {Surname: "’", GivenName: "Ёлка"}, {GivenName: "О\u0301льга", Patronymic: "-"}, {Surname: "І", Patronymic: "\u0301а"}, {}} {
		if whole := SearchKey(g.Surname + " " + g.GivenName + " " + g.Patronymic); g.NameKey() != whole {
			t.Errorf("F-18 %+v: %q, want %q", g, g.NameKey(), whole)
		}
		if g.BirthDate = "2003-04-05"; g.Surname != "" && g.PersonKey() != SearchKey(g.Surname+" "+g.GivenName)+"|2003-04-05" {
			t.Errorf("F-18 %+v: %q", g, g.PersonKey())
		}
	}
}

func TestDraftNumber(t *testing.T) {
	if got := DraftNumber("Ч", 2020, 1); got != "Ч-2020-000010" {
		t.Errorf("draft number: %s", got)
	}
	seen := map[string]bool{}
	for serial := range 2000 {
		number := DraftNumber("Ч", 2020, serial)
		if seen[number] {
			t.Fatalf("%s stands twice", number)
		}
		seen[number] = true
	}
	for place := range 5 {
		right, wrong := []byte("202000317"), []byte("202000317")
		wrong[4+place] = '0' + (wrong[4+place]-'0'+3)%10
		if luhn(string(right)) == luhn(string(wrong)) {
			t.Errorf("a wrong digit at place %d is not seen", place)
		}
	}
}

func TestGetSet(t *testing.T) {
	values := map[string]string{}
	for _, field := range append(TypedFields(), "street") {
		values[field] = field
	}
	values[FieldSubjects] = "ukr,eng:profile,math"
	values[FieldAttestation] = "ukr,math"
	values[FieldMarks] = "exempt,extern"
	g := &Graduate{}
	for _, field := range append(TypedFields(), "street") {
		g.Set(field, values[field])
	}
	for field, want := range values {
		if got := g.Get(field); got != want {
			t.Errorf("%s: set %q, got %q", field, want, got)
		}
	}
	g.Set(FieldSubjects, "math,phys")
	if got := g.Get(FieldAttestation); got != "math" {
		t.Errorf("a subject that stays keeps its mark: %q", got)
	}
	g.Set("street", "")
	if _, there := g.Fields["street"]; there {
		t.Error("an emptied field must vanish")
	}
}

func TestDocumentKey(t *testing.T) {
	key := func(series, number string) string {
		return (&Graduate{Document: Document{Kind: "k", Series: series, Number: number}}).DocumentKey()
	}
	for _, same := range [][4]string{{"КВ", "123456", "KB", "123456"}, {"І-КВ", "123 456", "i-кв", "123456"}} {
		if key(same[0], same[1]) != key(same[2], same[3]) {
			t.Errorf("F-18 %v are one document", same)
		}
	}
	if key("КВ", "123456") == key("КБ", "123456") || key("КВ", "") != "" {
		t.Error("other documents must stay apart, and none is none")
	}
}

func TestCloneSharesNothing(t *testing.T) {
	g := &Graduate{ID: "1", Marks: []string{"a"}, Fields: map[string]string{"x": "1"}, Removed: &Fact{Note: "n"},
		Accesses: []Access{{Door: DoorOwn, HandedOver: &Fact{Note: "h"}}}}
	g.Set(FieldSubjects, "ukr")
	g.Set(FieldConditions, "0101")
	g.Set(FieldPrivileges, "p")
	g.Current().Facts = []Fact{{Kind: "k"}}
	before, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	c := g.Clone()
	if !reflect.DeepEqual(c, g) {
		t.Fatal("the clone differs")
	}
	c.Marks[0], c.Fields["x"], c.Removed.Note = "b", "2", "m"
	c.Accesses[0].Door, c.Accesses[0].HandedOver.Note = DoorPlatform, "m"
	r := c.Current()
	r.Subjects[0].Subject, r.Conditions[0], r.Privileges[0], r.Facts[0].Kind = "b", "b", "b", "b"
	if after, _ := json.Marshal(g); string(after) != string(before) {
		t.Errorf("changing the clone changed the graduate: %s", after)
	}
}

func TestStatusOf(t *testing.T) {
	g := &Graduate{}
	if got := FormStatus(g, false); got != StatusDraft {
		t.Error(got)
	}
	if got := FormStatus(g, true); got != StatusComplete {
		t.Error(got)
	}
	g.Current().CardNumber = "1"
	if got := FormStatus(g, true); got != StatusNumbered {
		t.Error(got)
	}
	g.Removed = &Fact{}
	if got := FormStatus(g, true); got != StatusRemoved {
		t.Error(got)
	}
}

func TestErrorKeepsItsCause(t *testing.T) {
	cause := errors.New("cause")
	err := fmt.Errorf("do work: %w", FailWith(cause, "a.code", Args{"n": 1}))
	if CodeOf(err) != "a.code" || !errors.Is(err, cause) {
		t.Errorf("got %v", err)
	}
	if CodeOf(cause) != "" {
		t.Error("a plain error has no code")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"05.03.2003", "5/3/03", "2003-03-05", "31.02.2003", "5 березня 2003 р.", "٣.٣.٢٠٠٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s, "2020-02-10")
		if err != nil {
			return
		}
		if again, err := ParseDate(string(d), "2020-02-10"); err != nil || again != d {
			t.Errorf("%q gave %q, which reads as %q, %v", s, d, again, err)
		}
	})
}

func FuzzCleanName(f *testing.F) {
	for _, s := range []string{"ЛУК`ЯНЕНКО", "нечуй - левицька", "-", " Ї "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := CleanName(s)
		if twice := CleanName(once); twice != once {
			t.Errorf("%q cleans to %q and then to %q", s, once, twice)
		}
	})
}
