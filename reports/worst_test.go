package reports

import (
	"bytes"
	"fmt"
	"testing"

	"graduand/data"
)

// longForm is a form of somebody with the longest names, no patronymic, and all files and privileges.
func longForm() Card {
	c := ruForm()
	c.School = longSchool
	c.Groups[0].Rows[0].Value, c.Groups[0].Rows[1].Value, c.Groups[0].Rows[2].Value = "Өмүрзаковаңыз-Үсөнбаеваңгүл-Жээнбекова-Токтогулова", "Гүлнараңыз-Айгүлзада-Ңургүл", ""
	c.Groups[1].Rows = []Row{{"Город, село", "с. Жаңы-Үмүт, Ысык-Көл району"}, {"Улица", longAddressWords}, {"Дополнительный телефон", "+996 700 123 456"}}
	for i := range 6 {
		c.Enclosures.Files = append(c.Enclosures.Files, Mark{fmt.Sprintf("документ, подтверждающий льготу, страница %d", i+1), i%2 == 0})
		c.Enclosures.Privileges = append(c.Enclosures.Privileges, "дети из семей, потерявших кормильца, с инвалидностью, из многодетных семей с четырьмя и более детьми")
	}
	c.Enclosures.Payment, c.Enclosures.Responsible = "1 480 сом (сумма не подтверждена)", "Ө. Ү. Жээнбекова-Токтогулова-Сатылганова"
	return c
}

// longRows are a list with the longest names and most subjects; every third has no patronymic.
func longRows(rows int) List {
	l := list(rows)
	l.Institution, l.HeadName = longSchool, "О. І. Нечипоренко-Христофоровська-Ґалаґанівна"
	for i := range l.Rows {
		r := &l.Rows[i]
		r.Surname, r.GivenName, r.Patronymic = longName, "Марія-Магдалина-Анастасія-Єлизавета", []string{"Костянтинопольщенківна-Всеволодівна", "", "Олексіївна"}[i%3]
		r.CardNumber = "2020-0104735-6"
		r.Subjects = append(r.Subjects, "математика (рівень стандарту)", "історія України (період ХХ – початок ХХІ ст.)", "англійська мова (профільний рівень)")
	}
	return l
}

func longRegister(rows int) Register {
	r := ukRegister(rows)
	r.School, r.Address = longSchool, longAddressWords
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Surname, row.GivenName, row.Patronymic, row.Class, row.Word = longName, "Марія-Магдалина-Анастасія", []string{"Костянтинопольщенківна-Всеволодівна", ""}[i%2], "11-Академічна", "кримськотатарська"
	}
	return r
}

func longSite() SiteSheet {
	c := siteSheet()
	c.School, c.Name = longSchool, longKyrgyz
	for p := range 4 {
		page := SitePage{Title: fmt.Sprintf("Страница %d: документы, подтверждающие льготу", p+1)}
		for i := range 9 {
			lines := [][]any{{"Өмүрзаковаңыз-Үсөнбаеваңгүл_Гүлнараңыз_справка_0123ab.jpg"}, nil, {longAddressWords}}[i%3]
			page.Entries = append(page.Entries, Entry{fmt.Sprintf("Документ, подтверждающий льготу, файл %d", i+1), lines})
		}
		c.Pages = append(c.Pages, page)
	}
	return c
}

func onSite(rows int, worst bool) SiteList {
	l := SiteList{School: "СОШ № 5 села Жаңы-Үмүт", Campaign: "Общереспубликанское тестирование 2021 года", Made: "10.02.2021"}
	states := []data.SiteState{data.SiteEntered, data.SiteChanged, data.SiteMissing}
	for i := range rows {
		row := SiteRow{Name: people(i), Class: "11-А", State: states[i%3]}
		if row.State != data.SiteMissing {
			row.On, row.By = "10.02.2021", "Үмүтова Айгүл Бакытовна"
		}
		if worst {
			row.Name, row.By = longKyrgyz, longKyrgyz
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

func longPayments(rows int) Payments {
	p := kgPayments(rows)
	p.School = longSchool
	for i := 0; i < len(p.Rows); i += 2 {
		p.Rows[i].Name, p.Rows[i].Privilege = longKyrgyz, "дети из семей, потерявших кормильца, и из многодетных семей с четырьмя и более детьми"
		p.Rows[i].Number, p.Rows[i].Reason = "0017234/0017235/0017236", "номер не найден, сумма не сходится с квитанцией, напишите центру"
	}
	return p
}

func longTrackings() []Tracking {
	all := trackings(6)
	for i := range all {
		all[i].Name, all[i].School, all[i].Class, all[i].Posted = []string{longUkrainian, longKyrgyz}[i%2], longSchool, "Клас 11-Академічна, учениця", "6102900012345"
	}
	return all
}

func longSlips() []Slip {
	people := slips(4)
	for i := range people {
		people[i].FullName, people[i].School, people[i].Address = []string{longUkrainian, longKyrgyz}[i%2], longSchool, longAddress
	}
	return people
}

// The worst case of each document that has no picture of its own beside its test.
func TestGoldenWorst(t *testing.T) {
	checkSound(t, "form-long", func() []byte { return formsPDF(t, longForm()) })
	checkSound(t, "list-long", func() []byte { return listPDF(t, longRows(9)) })
	checkSound(t, "list-300", func() []byte { return listPDF(t, list(300)) })
	checkSound(t, "register-long", func() []byte { return registerPDF(t, longRegister(14)) })
	checkSound(t, "site-long", func() []byte { return siteSheetsPDF(t, "ru", longSite()) })
	for name, l := range map[string]SiteList{"onsite": onSite(7, false), "onsite-long": onSite(30, true)} {
		checkSound(t, name, func() []byte {
			return made(t, func(b *bytes.Buffer) error { return SiteListPDF(b, l, "ru", nil) })
		})
	}
	checkSound(t, "payments-long", func() []byte {
		return made(t, func(b *bytes.Buffer) error { return PaymentsPDF(b, longPayments(9), "ru", nil) })
	})
	checkSound(t, "tracking-long", func() []byte { return trackingsPDF(t, "uk", longTrackings()...) })
	checkSound(t, "slip-long", func() []byte { return slipsPDF(t, "ru", longSlips()...) })
	checkSound(t, "recovery-long", func() []byte { return recoveryPDF(t, "uk", longRecoverySheet()) })
}
