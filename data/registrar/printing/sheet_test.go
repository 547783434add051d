package printing_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/reports"
)

// worded words entries in the campaign's language, a line each.
func worded(r *registrar.Registrar, title any, entries []reports.Entry) string {
	t := text.For(r.Campaign().Language).With(r.Campaign().Texts[r.Campaign().Language])
	words := fmt.Sprintf("# %v\n", t.Word(title))
	for _, e := range entries {
		words += fmt.Sprintf("%v:", t.Word(e.Label))
		for _, line := range e.Lines {
			words += fmt.Sprintf(" %v;", t.Word(line))
		}
		words += "\n"
	}
	return words
}

func checkSheetOf(t testing.TB, r *registrar.Registrar, id string) (reports.CheckSheet, string) {
	t.Helper()
	sheet, err := desktest.SourceOf(r).CheckSheet(desktest.PaperOf(t, r, id))
	if err != nil {
		t.Fatal(err)
	}
	words := ""
	for _, s := range sheet.Steps {
		words += worded(r, s.Title, append(slices.Clone(s.Entries), reports.Entry{Label: "EMPTY", Lines: []any{s.Empty}}))
	}
	return sheet, words
}

func mustSay(t *testing.T, words string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, words)
		}
	}
}

func TestCheckSheetOfAUkrainian(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	current := desktest.MustAdd(t, r, "surname=Лук'яненко", "given_name=Мар'яна", "patronymic=Ігорівна", "sex=ж", "birth_date=5.3.03", "class=11-А",
		"document_kind=passport_book", "document_series=КВ", "document_number=654321", "phone=0501234567", "phone2=0671234567",
		"postal_index=61000", "region=Харківська область", "settlement=Харків", "street=вул. Лісова", "house=5", "email=a@b.example", "language=hu",
		"subjects=ukrainian,mathematics,english:profile", "attestation=ukrainian,english",
		"conditions=0101,0301", "medical_number=17", "medical_date=1.2.2020")
	past := desktest.MustAdd(t, r, "surname=Їжакевич", "category=past_years", "education_document=КВ 11223344", "education_year=2018", "exam_settlement=Ґедзівка", "centre=kharkiv")
	vocational := desktest.MustAdd(t, r, "surname=Ґалаґан", "category=vocational_current", "qualification_level=кваліфікований робітник")
	_, words := checkSheetOf(t, r, current)
	_, ofPast := checkSheetOf(t, r, past)
	_, ofVocational := checkSheetOf(t, r, vocational)
	for requirement, c := range map[string]struct{ sheet, wanted string }{
		"UA-028 name":                         {words, "Прізвище: Лук’яненко;|Ім’я: Мар’яна;|По батькові: Ігорівна;"},
		"UA-029 birth date":                   {words, "Дата народження: 05.03.2003;"},
		"UA-030 document":                     {words, "Паспорт громадянина України (книжечка);|КВ;|654321;"},
		"UA-031 phones":                       {words, "Контактний телефон: +380 50 123 4567;|Додатковий телефон: +380 67 123 4567;"},
		"UA-032 address":                      {words, "61000;|Харківська область;|Населений пункт: Харків;|вул. Лісова;|Будинок: 5;"},
		"UA-033 category":                     {words, "Випускник закладу загальної середньої освіти поточного навчального року;"},
		"UA-034 institution":                  {words, "Заклад освіти: Ліцей;"},
		"UA-035 class":                        {words, "Клас (група): 11-А;"},
		"UA-036 qualification level":          {ofVocational, "Освітньо-кваліфікаційний рівень: кваліфікований робітник;"},
		"UA-037 earlier document":             {ofPast, "КВ 11223344;|: 2018;"},
		"UA-038 UA-039 subjects, levels, ДПА": {words, "Українська мова і література, ДПА, 30.06.2020;| Математика, 25.06.2020;| Англійська мова, профільний рівень, ДПА, 07.07.2020;"},
		"UA-040 place of stay":                {ofPast, "Ґедзівка;"},
		"UA-041 language of tasks":            {words, "Мова завдань: угорська;"},
		"UA-042 conditions in full":           {words, "0101 — Присутність перекладача жестової мови|30 хвилин) для виконання сертифікаційної роботи;|0301 — |Номер медичного висновку: 17;|01.02.2020;"},
		"UA-043 e-mail and centre":            {words + ofPast, "Електронна пошта: a@b.example;|Харківський регіональний центр"},
		"KG-059 the number that is not there": {ofPast, "Номер реєстраційної картки: чернетка " + r.Campaign().DraftNumber(desktest.MustFind(t, r, past))},
		"KG-059 the kit and the way":          {words, "Документи комплекту: Реєстраційна картка, Оригінал; Копія паспорта громадянина України, Засвідчена копія;|Через заклад освіти"},
		"KG-059 what is empty and may be":     {words, "EMPTY: Район, Квартира;"},
		"KG-059 a line for what must be":      {ofPast, "Дата народження:\n"},
	} {
		t.Run(requirement, func(t *testing.T) { mustSay(t, c.sheet, strings.Split(c.wanted, "|")...) })
	}
	t.Run("UA-037 nobody is shown what only others are asked", func(t *testing.T) {
		if strings.Contains(words, r.Campaign().Field("education_document").Title) {
			t.Error(words)
		}
	})
	t.Run("UA-110 the day is not known with a reason for the additional session", func(t *testing.T) {
		desktest.Set(t, r, current, "additional_reason=abroad")
		if _, words := checkSheetOf(t, r, current); strings.Contains(words, "30.06.2020") {
			t.Error(words)
		}
	})
}

func TestCheckSheetOfAKyrgyz(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.Set(t, r, id, "privileged=1", "privileges=orphan,no_parental_care")
	desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Picture(t, 9))
	desktest.Pay(t, r, id, "КВ-7", "370")
	if _, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: "8", Amount: "100", Picture: desktest.Picture(t, 19)}); err != nil {
		t.Fatal(err)
	}
	sheet, words := checkSheetOf(t, r, id)
	for requirement, wanted := range map[string]string{
		"KG-041 personal data":         "Имя: Айгуль;|Пол: женский;|Дата рождения: 05.03.2003;|Номер паспорта: 1234567;",
		"KG-044 address":               "Город или село: село Жаңы-Үмүт;|Улица: ул. Манаса;",
		"KG-046 tests":                 "Предметы: Основной тест; Математика; Английский язык;|Язык тестирования: русский;",
		"KG-051 files, yes or no":      "Паспорт, лицевая сторона: приложено;|Документы, подтверждающие льготу: Сирота: 1, приложено; Оставшийся (оставшаяся) без попечения родителей, нет;|Я льготник: да;",
		"KG-057 the sum by its parts":  "К оплате: Основная оплата, 370\u00a0сом (сумма не подтверждена, сверьте с центром); Математика, 370\u00a0сом (сумма не подтверждена, сверьте с центром); Английский язык, 370\u00a0сом (сумма не подтверждена, сверьте с центром); всего 1110\u00a0сом (сумма не подтверждена, сверьте с центром);|Оплачено: 470\u00a0сом;",
		"KG-063 KG-065 every receipt":  "№ КВ-7, 370 сом, В рассмотрении, без фото;|№ 8, 100 сом, В рассмотрении, фото приложено;",
		"KG-059 all steps of the form": "# Личная информация|# Адрес проживания|# Предметы и язык тестирования|# Паспорт и льготы|# Фотография лица|# Оплата",
	} {
		t.Run(requirement, func(t *testing.T) { mustSay(t, words, strings.Split(wanted, "|")...) })
	}
	t.Run("KG-059 what is missing, errors first", func(t *testing.T) {
		form := desktest.MustForm(t, r, id)
		// What the school alone answers is no task of the pupil's.
		count := len(slices.DeleteFunc(form.Findings(), campaign.Unanswered))
		if len(sheet.Lacks) != count || count < 1 || sheet.Lacks[0].Severity != data.SeverityError {
			t.Errorf("%d lacks of %d findings: %+v", len(sheet.Lacks), count, sheet.Lacks)
		}
	})
	t.Run("no other graduate is named on it", func(t *testing.T) {
		other := desktest.MustAdd(t, r, "surname=Өмүрбекова", "phone=0555999999")
		desktest.Pay(t, r, other, "КВ-7", "370")
		for _, who := range []string{other, id} {
			desktest.Attach(t, r, who, "passport_back", desktest.Picture(t, 77))
		}
		sheet, _ := checkSheetOf(t, r, id)
		for _, l := range sheet.Lacks {
			if strings.Contains(fmt.Sprint(l), "Өмүрбекова") {
				t.Errorf("the sheet says %+v", l)
			}
		}
		found, _ := desktest.FindingsOf(r, id)
		for _, rule := range []string{"payment_repeated", "file_of_other"} {
			if !slices.ContainsFunc(found, func(f data.Finding) bool {
				return f.Rule == rule && f.Args["other"] == "Өмүрбекова" && f.NamesAnother()
			}) {
				t.Errorf("the school is not told by %s: %+v", rule, found)
			}
		}
	})
}

func TestSiteSheetOf(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	empty := desktest.MustAdd(t, r, "surname=Ким", "phone=0555000111")
	words := func(id string) string {
		sheet, err := desktest.SourceOf(r).SiteSheet(desktest.PaperOf(t, r, id), desktest.SourceOf(r))
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, p := range sheet.Pages {
			all += worded(r, p.Title, p.Entries)
		}
		return all
	}
	t.Run("KG-013 in the order of the site, with the titles of its pages", func(t *testing.T) {
		rest := words(id)
		for _, want := range []string{"# Первичные данные", "Номер телефона: +996 555 123 456;", "Фамилия: Асанова;", "# Личная информация", "Пол: женский;", "Номер паспорта: 1234567;",
			"# Адрес проживания", "Район:\n", "Улица: ул. Манаса;", "# Предметы", "Предметы: Математика, Английский язык;", "Паспорт, лицевая сторона: файл Асанова_Айгуль_Паспорт_лицевая_сторона_", "# Фотография лица"} {
			_, after, found := strings.Cut(rest, want)
			if !found {
				t.Fatalf("%q is not there, or not in its order:\n%s", want, words(id))
			}
			rest = after
		}
	})
	t.Run("KG-013 what must not stay empty says so", func(t *testing.T) {
		mustSay(t, words(empty), "Имя: ! не заполнено;", "Фотография лица: ! не заполнено;", "Район:\n")
	})
	t.Run("KG-042 nobody with «кызы» in the name lacks a patronymic there", func(t *testing.T) {
		for surname, want := range map[string]string{"Өмүрбек кызы": "Отчество:\n", "Өмүрбекова": "Отчество: ! не заполнено;"} {
			desktest.Set(t, r, empty, "surname="+surname)
			mustSay(t, words(empty), want)
		}
	})
	t.Run("KG-048 KG-062 the line of privileges stands before them, and the receipts are entered too", func(t *testing.T) {
		mustSay(t, words(id), "Я льготник:\n")
		desktest.Set(t, r, id, "privileged=1", "privileges=orphan")
		desktest.Pay(t, r, id, "КВ-7", "370")
		mustSay(t, words(id), "Я льготник: да;\nЛьготы: Сирота;", "# Оплата\nВид оплаты: через банк;\nСумма: 370;\nНомер квитанции: КВ-7;")
	})
	t.Run("KG-013 only where the campaign has such a site", func(t *testing.T) {
		pages := r.Campaign().SitePages
		r.Campaign().SitePages = nil
		defer func() { r.Campaign().SitePages = pages }()
		if slices.Contains(r.Printing.Documents(), printing.Site) {
			t.Error("it is offered")
		}
		_, err := r.Printing.Draw(&bytes.Buffer{}, ".pdf", printing.Job{Document: printing.Site})
		desktest.WantCode(t, "no site", err, "print.unknown_document")
	})
}

func TestPrivacyNote(t *testing.T) {
	for _, campaign := range registrar.Campaigns() {
		t.Run("UA-066 KG-012 the sheet says who has the data: "+campaign, func(t *testing.T) {
			r := desktest.MustCreate(t, campaign)
			id := desktest.MustAdd(t, r, "surname=Асанова", "phone=")
			sheet, err := desktest.SourceOf(r).CheckSheet(desktest.PaperOf(t, r, id))
			desktest.Must(err)
			if sheet.Privacy == "" || sheet.Privacy != r.Campaign().PrivacyNote {
				t.Errorf("got %q", sheet.Privacy)
			}
		})
	}
}
