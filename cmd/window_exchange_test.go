package cmd

import (
	"strings"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
)

// TestRealExchange is the season of a school with its centre through the real window, files passed
// through folders: entries, two rejected for reasons of their own, what was mended, the cards that have
// come, a refusal, the second attempt, registered (design §9, UA-066, UA-104).
func TestRealExchange(t *testing.T) {
	t.Parallel()
	toPost := func(c *correspondent, p pupil) {
		c.control("do", c.registry, "kit-receive", p.ID, "--day", "10.02.2020", "--everything")
		c.control("package", c.registry, "send-own", p.ID, "--operator", "ukrposhta", "--item", "registered_notice", "--postmark", "20.02.2020")
	}
	c, who := newCorrespondent(t, enrolled{"zno-2020", "kharkiv-7", "0501234567", `ПІБ,Клас,Стать,Дата народження,Телефон,Паспорт,Номер картки
Бондар Олена Іванівна,11-А,ж,05.03.2003,067 123 45 01,200000001,041235
Верба Ганна Петрівна,11-А,ж,06.03.2003,067 123 45 02,200000002,0412352
Сорока Іван Іванович,11-А,ч,07.03.2003,067 123 45 03,200000003,0412353
`}, "uk", "Увійти", func(c *correspondent, who map[string]pupil) {
		for _, p := range who {
			c.control("set", c.registry, p.ID, "postal_index=61000", "region=Харківська", "settlement=Харків", "street=вул. Вигадана", "house=5",
				"subjects=ukrainian,mathematics,english:standard", "marks=exempt")
			toPost(c, p)
		}
		c.control("set", c.registry, who["Верба"].ID, "language=pl")
		c.newer("zno-2020", goneBlock("language_of_tasks", "pl", "language_of_tasks.")...)
	})
	c.send("ctrl+8", "real-exchange", 3)
	c.told("campaign", "real-exchange-rules", 0)

	c.key("ctrl+2")
	c.rest("graduates")
	c.find(who["Бондар"])
	c.tabTo("the number of the card", func(now frame.Told) bool { return now.Text == "041235" }) // a table has eaten a digit
	c.key("ctrl+a")
	c.write("0412351")
	c.key("Tab")
	c.shot("real-exchange-mended")
	c.mendChoice(who["Верба"], "pl")
	c.send("ctrl+8", "real-exchange-amended", 2)
	c.control("centre", "card", c.centre, "0412351", "0412352", "0412353", "--on", "24.02.2020")
	c.told("status", "real-exchange-cards", 3)
	c.control("centre", "decide", c.centre, "0412351", "refused", "--minutes", "12", "--reasons", "5", "--on", "28.02.2020")
	c.control("centre", "decide", c.centre, "0412352", "registered", "--certificate", "0123452", "--on", "28.02.2020")
	c.told("status", "real-exchange-refused", 2)

	c.key("ctrl+6")
	c.rest("answer")
	c.find(who["Бондар"])
	c.key("ctrl+s")
	c.again("real-exchange-again")
	c.x("type", "--delay", "0", "0412399") // as the new card is scanned
	c.until("whose card it is", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.shot("real-exchange-scanned")
	c.key("shift+Tab")
	c.press()
	c.until("end of the dialog", func(now frame.Told) bool { return now.Over == 0 && rests(now) })
	c.locked("form", func() { toPost(c, who["Бондар"]) })
	c.send("ctrl+8", "real-exchange-second", 1)
	c.control("centre", "card", c.centre, "0412399", "--on", "05.03.2020")
	c.control("centre", "decide", c.centre, "0412399", "registered", "--certificate", "0123451", "--on", "06.03.2020")
	c.told("status", "real-exchange-registered", 2)
	c.shot("real-exchange-end")
	c.quit()
	c.ended(3, 8, "Бондар", "0123451")
}

// TestRealExchangeOfFiles is that of the campaign where files are what counts, with the verdict on a receipt
// of the fee (KG-065).
func TestRealExchangeOfFiles(t *testing.T) {
	t.Parallel()
	c, who := newCorrespondent(t, enrolled{"ort-2021", "bishkek-7", "0555000007", `ФИО,Пол,Дата рождения,Телефон,Паспорт
Асанова Айгуль Нурлановна,ж,05.03.2003,0555 000 101,ID1234567
Бекова Айпери Нурлановна,ж,29.02.2004,0555 000 102,ID1234562
Исаков Нурлан Асанович,м,01.12.2003,0555 000 103,ID1234563
`}, "ru", "Войти", func(c *correspondent, who map[string]pupil) {
		pictures := []string{"passport_front=" + c.savePicture("front.jpg", desktest.CardFront()), "passport_back=" + c.savePicture("back.jpg", desktest.CardBack()),
			"face_photo=" + c.savePicture("face.jpg", desktest.GoodPortrait())}
		for _, p := range who {
			c.control("set", c.registry, p.ID, "settlement=село Жаңы-Үмүт", "street=ул. Манаса", "house=5", "language=ru", "subjects=mathematics")
			for _, picture := range pictures {
				c.control("do", c.registry, "attach", p.ID, picture)
			}
			c.control("form", c.registry, "finish", p.ID)
		}
		c.control("set", c.registry, who["Асанова"].ID, "region=osh_city")
		c.control("set", c.registry, who["Бекова"].ID, "language=uz")
		c.control("payment", c.registry, "add", who["Асанова"].ID, "--amount", "740", "--number", "0017")
		c.newer("ort-2021", append(goneBlock("language_of_tasks", "uz", "language_of_tasks."), goneBlock("step.field.choice", "osh_city", "choice.region.")...)...)
	})
	c.send("ctrl+7", "real-files", 3)
	c.told("campaign", "real-files-rules", 0)
	c.mendChoice(who["Асанова"], "osh_city")
	c.mendChoice(who["Бекова"], "uz")
	c.send("ctrl+7", "real-files-amended", 2)
	c.control("centre", "decide", c.centre, "0555000101", "payment-rejected", "--note", "номер не найден", "--on", "28.02.2021")
	c.control("centre", "decide", c.centre, "0555000101", "refused", "--note", "оплата не подтверждена", "--on", "28.02.2021")
	c.told("status", "real-files-refused", 2)

	c.key("ctrl+2")
	c.rest("graduates")
	c.find(who["Асанова"])
	c.tabTo("what is found", func(now frame.Told) bool { return now.Focus == "TabbedButton" })
	c.key("shift+Tab") // what is next stands before it
	c.press()
	c.rest("answer")
	c.key("ctrl+s")
	c.again("real-files-again")
	for range 4 { // from the step where it was mended to the review
		c.forth()
	}
	c.pressUntil("finished form", func(now frame.Told) bool {
		return strings.Contains(now.Status, "Бланк завершён — ") && rests(now)
	})
	c.send("ctrl+7", "real-files-second", 1)
	c.control("centre", "decide", c.centre, "0555000101", "registered", "--certificate", "0123451", "--on", "06.03.2021")
	c.told("status", "real-files-registered", 1)
	c.quit()
	c.ended(3, 7, "Асанова", "0123451")
}
