package registrar_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/text"
)

func TestSortByAlphabet(t *testing.T) {
	for _, c := range []struct {
		name, campaign string
		sorted         []string
	}{
		{"F-12 Ukrainian", "zno-2020", []string{"Андрієнко", "Василенко", "Гнатюк", "Ґалаґан", "Дзюба", "Ельба", "Єрмоленко", "Жук", "Зуб",
			"Ильченко", "Іваненко", "Їжакевич", "Йосипенко", "Коваль", "Лук", "Лукомський", "Лук’яненко", "Марченко", "Щербина", "Юрченко", "Яценко"}},
		{"F-12 Kyrgyz and Russian", "ort-2021", []string{"Асанов", "Елкин", "Ёлкина", "Жумабаев", "Наумов", "Ңурматов", "Осмонов", "Өмүрбеков",
			"Тойчуев", "Усупов", "Үсөнов", "Чыныбаев", "Ысыков", "Эсенов", "Юсупов", "Яшин"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := desktest.MustCreate(t, c.campaign)
			mixed := slices.Clone(c.sorted)
			rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			for _, surname := range mixed {
				desktest.MustAdd(t, r, "surname="+surname, "class=11-А")
			}
			if got := desktest.Names(t, r, registrar.Filter{}); !slices.Equal(got, c.sorted) {
				t.Errorf("got  %v\nwant %v", got, c.sorted)
			}
		})
	}
	t.Run("F-12 class before surname, 9 before 11", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		for _, v := range []string{"11-Б Аа", "11-А Яя", "9-Я Бб", "11-Ґ Вв", "11-Г Дд"} {
			class, surname, _ := strings.Cut(v, " ")
			desktest.MustAdd(t, r, "surname="+surname, "class="+class)
		}
		if got, want := desktest.Names(t, r, registrar.Filter{}), []string{"Бб", "Яя", "Аа", "Дд", "Вв"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestSearch(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Лук’яненко", "given_name=Мар’яна", "class=11-А", "phone=0501234567", "card_number=7654321")
	desktest.MustAdd(t, r, "surname=Нечай-Задорожна", "given_name=Алёна", "class=11-Б", "document_kind=passport_book", "document_series=КВ", "document_number=654321")
	desktest.MustAdd(t, r, "surname=Ґалаґан", "given_name=Їжак", "class=11-Б")
	for query, want := range map[string][]string{
		"лук":         {"Лук’яненко"},
		"ЛУК'ЯН":      {"Лук’яненко"},
		"лукʼян мар`": {"Лук’яненко"},
		"мар лук":     {"Лук’яненко"},
		"алена":       {"Нечай-Задорожна"},
		"задорожна":   {"Нечай-Задорожна"},
		"нечай-задор": {"Нечай-Задорожна"},
		"їж":          {"Ґалаґан"},
		"ґа":          {"Ґалаґан"},
		"га":          {"Ґалаґан"},
		"галаган":     {"Ґалаґан"},
		"янеко":       nil,
		"123":         {"Лук’яненко"},
		"050 123":     {"Лук’яненко"},
		"+380 50":     {"Лук’яненко"},
		"7654":        {"Лук’яненко"},
		"кв654":       {"Нечай-Задорожна"},
		"КВ 654321":   {"Нечай-Задорожна"},
		"11-б":        {"Ґалаґан", "Нечай-Задорожна"},
		"  ":          {"Лук’яненко", "Ґалаґан", "Нечай-Задорожна"},
	} {
		if got := desktest.Names(t, r, registrar.Filter{Query: query}); !slices.Equal(got, want) {
			t.Errorf("F-11 %q: got %v, want %v", query, got, want)
		}
	}
	kg := desktest.MustCreate(t, "ort-2021")
	desktest.MustAdd(t, kg, "surname=Өмүрбек кызы", "given_name=Жаңыл", "phone=0777121205")
	desktest.MustAdd(t, kg, "surname=Омурбеков", "given_name=Жаныбек", "phone=0555000101")
	for query, want := range map[string][]string{
		"омур":          {"Омурбеков", "Өмүрбек кызы"},
		"өмүр":          {"Омурбеков", "Өмүрбек кызы"},
		"жаныл":         {"Өмүрбек кызы"},
		"0777121205":    {"Өмүрбек кызы"},
		"0777 12 12 05": {"Өмүрбек кызы"},
		"0777 12-12-0":  {"Өмүрбек кызы"},
		"0777 12 05 12": nil,
		"+996 777 12-1": {"Өмүрбек кызы"},
		"+996 777 05 1": nil,
		"777121205":     {"Өмүрбек кызы"},
		"+996777121205": {"Өмүрбек кызы"},
		"09967":         nil,
	} {
		got := desktest.Names(t, kg, registrar.Filter{Query: query})
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("F-11 %q: got %v, want %v", query, got, want)
		}
	}
	if got := desktest.Names(t, r, registrar.Filter{Class: "11-б"}); len(got) != 2 {
		t.Errorf("class filter: %v", got)
	}
	desktest.MustAdd(t, r, "surname=Дуб")
	if got := desktest.Names(t, r, registrar.Filter{Class: registrar.NoClass}); !slices.Equal(got, []string{"Дуб"}) {
		t.Errorf("F-12 without a class: %v", got)
	}
	if got := r.Table.Classes(); len(got) != 3 || !slices.Contains(got, registrar.NoClass) {
		t.Errorf("F-12 classes: %v", got)
	}
	if got := desktest.Names(t, r, registrar.Filter{Lacks: "phone"}); !slices.Equal(got, []string{"Дуб", "Ґалаґан", "Нечай-Задорожна"}) {
		t.Errorf("F-12 who lacks a phone: %v", got)
	}
	if got, err := r.Table.Lacking(); err != nil || slices.Index(got, "surname") >= 0 || slices.Index(got, "birth_date") < 0 || slices.Index(got, "phone") < slices.Index(got, "birth_date") {
		t.Errorf("F-12 what is lacking: %v, %v", got, err)
	}
	alone := desktest.MustAdd(t, r, "surname=Вовк", "email=пошта")
	if got, _ := r.Table.Lacking(); !slices.Contains(got, "email") {
		t.Errorf("F-12 with an odd address too: %v", got)
	}
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{alone}, ""))
	if got, _ := r.Table.Lacking(); slices.Contains(got, "email") {
		t.Errorf("F-12 the only one was removed: %v", got)
	}
	if _, err := r.Table.List(registrar.Filter{Only: []string{"nobody"}}); data.CodeOf(err) != "graduate.unknown" {
		t.Errorf("an unknown id: %v", err)
	}
}

func TestChangeKeepsHistory(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна")
	if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("birth_date=5.3.03", "street=вул. Лісова", "phone=050 123 45 67", "sex=Жін.")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("birth_date=5.3.03")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("surname=Дзюба", "birth_date=31.02.2003")); data.CodeOf(err) != "value.no_such_day" {
		t.Errorf("a wrong date: %v", err)
	}
	row, err := r.Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	g := row.Graduate
	if g.Surname != "Сорока" || g.BirthDate != "2003-03-05" || g.Phone != "+380501234567" || g.Sex != data.Female || g.Fields["street"] != "вул. Лісова" {
		t.Errorf("got %+v", g)
	}
	events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: id})
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 2 || events[1].By != "Tester" || !events[1].At.Equal(desktest.Noon) {
		t.Fatalf("events %+v", events)
	}
	want := registrar.FieldChange{Field: data.FieldBirthDate, Before: "", After: "2003-03-05"}
	if !slices.Contains(events[1].Changes, want) || len(events[1].Changes) != 4 {
		t.Errorf("changes %+v", events[1].Changes)
	}
}

func TestReopen(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "subjects=ukrainian,english:profile", "attestation=ukrainian")
	if err := r.Table.Remove(desktest.Ctx, []string{desktest.MustAdd(t, r, "surname=Дзюба")}, "вибув"); err != nil {
		t.Fatal(err)
	}
	before, _ := r.Table.Find(id)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := registrar.Open(desktest.Ctx, r.Path(), registrar.SignIn{}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	after, err := again.Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprintf("%+v", *after.Graduate) != fmt.Sprintf("%+v", *before.Graduate) {
		t.Errorf("before %+v\nafter %+v", before.Graduate, after.Graduate)
	}
	if got := desktest.Names(t, again, registrar.Filter{Removed: true}); !slices.Equal(got, []string{"Дзюба"}) {
		t.Errorf("removed: %v", got)
	}
	third := desktest.MustAdd(t, again, "surname=Заєць")
	if row, _ := again.Table.Find(third); row.DraftNumber != data.DraftNumber("Ч", 2020, 3) {
		t.Errorf("draft numbers go on: %s", row.DraftNumber)
	}
}

func TestValuesAreRefused(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока")
	for value, code := range map[string]string{
		"sex=так":                  "value.bad_sex",
		"phone=12345":              "value.bad_phone",
		"birth_date=вчора":         "value.bad_date",
		"category=none":            "value.unknown_code",
		"subjects=ukrainian,magic": "value.unknown_code",
		"marks=none":               "value.unknown_code",
		"study_language=klingon":   "value.unknown_code",
		"medical_date=32.01.2020":  "value.no_such_day",
		"colour=blue":              "value.unknown_field",
		"card_number=ч-2020-1":     "value.draft_card_number",
	} {
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(value)); data.CodeOf(err) != code {
			t.Errorf("%s: got %v, want %s", value, err, code)
		}
	}
	if events, _ := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: id}); len(events) != 1 {
		t.Errorf("a refused value left events: %d", len(events))
	}
	kg := desktest.MustCreate(t, "ort-2021")
	if _, err := kg.Table.Add(desktest.Ctx, desktest.Assigns("surname=Асанов", "card_number=1"), false); data.CodeOf(err) != "value.no_card_number" {
		t.Errorf("a card number where there is none: %v", err)
	}
}

// What is wrong of a value and what to write instead, of the field that it is of.
func TestRefusalsSayWhatToWrite(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока")
	for value, want := range map[string]string{
		"birth_date=31.11.2003":   "«Дата народження»: «31.11.2003» — такого дня немає: у цьому місяці днів — 30. Напишіть день, місяць і рік: 05.03.2003.",
		"medical_date=29.02.2019": "у цьому місяці днів — 28.",
		"birth_date=05.13.2003":   "місяців усього 12.",
		"birth_date=вчора":        "«вчора» — не дата. Напишіть",
		"sex=так":                 "«так» — не зрозуміло, яка це стать. Напишіть «ч» або «ж».",
		"study_language=klingon":  "«klingon» — такого значення в цій кампанії немає. Можна: ",
		"subjects=magic":          "«Предмети»: «magic» — такого значення в цій кампанії немає. Можна: ukrainian — ",
	} {
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(value))
		var refused *data.Error
		if !errors.As(err, &refused) {
			t.Errorf("%s is taken: %v", value, err)
		} else if said := text.For("uk").Say(refused.Code, refused.Args); !strings.Contains(said, want) {
			t.Errorf("%s: %s", value, said)
		}
	}
}

func TestDuplicatesByHand(t *testing.T) {
	uk, kg := desktest.MustCreate(t, "zno-2020"), desktest.MustCreate(t, "ort-2021")
	desktest.MustAdd(t, uk, "surname=Сорока", "given_name=Яна", "phone=0501234567", "birth_date=05.03.2003")
	desktest.MustAdd(t, kg, "surname=Асанов", "phone=0555000101")
	twin := desktest.MustAdd(t, uk, "surname=Сорока", "given_name=Ія", "phone=0501234567", "birth_date=05.03.2003")
	if warnings, err := uk.Table.Change(desktest.Ctx, twin, desktest.Assigns("class=11-А")); err != nil || len(warnings) != 1 || warnings[0].Rule != "duplicate_phone" {
		t.Errorf("F-18 twins share a phone: %v, %v", warnings, err)
	}
	if _, err := kg.Table.Add(desktest.Ctx, desktest.Assigns("surname=Усупов", "phone=+996 555 000 101"), true); data.CodeOf(err) != "rule.duplicate_phone" {
		t.Errorf("KG-033 the phone is the login: %v", err)
	}
	if _, err := uk.Table.Add(desktest.Ctx, desktest.Assigns("surname=сорока", "given_name=яна", "birth_date=2003-03-05"), false); data.CodeOf(err) != "rule.duplicate_person" {
		t.Errorf("F-18 the same person: %v", err)
	}
}

func TestDoctorFindsWhatIsWrong(t *testing.T) {
	fresh := func(t *testing.T) *registrar.Registrar {
		r := desktest.MustCreate(t, "zno-2020")
		id := desktest.MustAdd(t, r, "surname=Сорока", "document_kind=id_card", "document_number=123456789")
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("class=11-А", "street=вул. Лісова", "subjects=ukrainian,history", "attestation=history")); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("subjects=history,physics", "street=")); err != nil {
			t.Fatal(err)
		}
		if err := r.Table.Remove(desktest.Ctx, []string{id}, "вибула"); err != nil {
			t.Fatal(err)
		}
		if err := r.Table.Restore(desktest.Ctx, []string{id}); err != nil {
			t.Fatal(err)
		}
		return r
	}
	codes := func(t *testing.T, r *registrar.Registrar) []string {
		ills, err := r.Doctor(desktest.Ctx)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, ill := range ills {
			all = append(all, ill.Code)
		}
		return all
	}
	t.Run("a sound registry", func(t *testing.T) {
		if got := codes(t, fresh(t)); len(got) != 0 {
			t.Errorf("found %v", got)
		}
	})
}

func TestSaveFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.pdf")
	for _, content := range []string{"first", "second"} {
		if err := registrar.SaveFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("got %q", got)
		}
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	if err := registrar.SaveFile(filepath.Join(folder, "absent", "x"), nil); data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("no folder: %v", err)
	}
	if err := registrar.SaveFile(folder, nil); data.CodeOf(err) != "file.cannot_write" {
		t.Errorf("over a folder: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".graduand-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestPrintIsRepeatable(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "subjects=ukrainian", "attestation=ukrainian")
	for _, job := range []struct{ document, format string }{{"card", ".pdf"}, {"list", ".pdf"}, {"list", ".xlsx"}} {
		var one, two bytes.Buffer
		for _, b := range []*bytes.Buffer{&one, &two} {
			if _, err := r.Printing.Draw(b, job.format, printing.Job{Document: job.document}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("F-20 %v differs when printed again", job)
		}
	}
}

func TestListLeavesOutTheExempt(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока", "marks=exempt")
	desktest.MustAdd(t, r, "surname=Дзюба", "marks=exempt,last_year_retaker")
	desktest.MustAdd(t, r, "surname=Заєць")
	var b bytes.Buffer
	printed, err := r.Printing.Draw(&b, ".pdf", printing.Job{Document: "list"})
	if err != nil {
		t.Fatal(err)
	}
	if printed.Graduates != 2 || len(printed.Left) != 1 || printed.Left[0].Name != "Сорока" {
		t.Errorf("UA-133 UA-134: %+v", printed)
	}
}
