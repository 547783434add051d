package cmd

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
)

// pupil is somebody of the school.
type pupil struct{ ID, Surname, Phone, Status string }

// correspondent is a school at its window, and its centre, whose clerk types commands; files pass
// between them through folders.
type correspondent struct {
	*desk
	registry, centre, code string
	// title is that of the page on which one signs in.
	title string
	// sent counts the files that were carried to the centre.
	sent int
}

// newCorrespondent has a centre enrol a school, and the school begin its registry with a roster; do what
// is to be done there by commands before the window starts.
func newCorrespondent(t *testing.T, campaign, language, title, code, phone, roster string, do func(*correspondent, map[string]pupil)) (*correspondent, map[string]pupil) {
	d := emptyDesk(t, language)
	c := &correspondent{desk: d, registry: filepath.Join(d.folder, "school.graduand"), centre: filepath.Join(d.folder, "centre"), code: code, title: title}
	letter := filepath.Join(d.folder, "letter.zip.age")
	d.control("centre", "keys", c.centre)
	d.control("centre", "enrol", c.centre, "--campaign", campaign, "--school", code, "--name", "Школа № 7", "--phone", phone, "--surname", "Коваль", "--given", "Ольга", "--code", "сім зелених яблук", "-o", letter)
	d.control("new", c.registry, "--enrolment", letter, "--code", "сім зелених яблук", "--new-password-file", d.savePicture("password.txt", []byte("graduand-demo\n")))
	d.control("import", c.registry, d.savePicture("roster.csv", []byte(roster)))
	who := c.people()
	do(c, who)
	d.start(c.registry, "--lang", language)
	c.until("what is said at the first start", func(now frame.Told) bool { return now.Screen == "" && now.Focus == "Button" && rests(now) })
	c.key("Return")
	c.signIn(title)
	c.write(phone)
	c.key("Tab")
	c.enter("graduates")
	return c, who
}

// people are those of the registry, which is closed, by their surnames.
func (c *correspondent) people() map[string]pupil {
	c.t.Helper()
	all := map[string]pupil{}
	for line := range strings.Lines(c.control("list", c.registry, "--json")) {
		var p pupil
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			c.t.Fatalf("%v: %s", err, line)
		}
		all[p.Surname] = p
	}
	return all
}

// enter types the password, whose letters nobody sees, and waits for a screen.
func (c *correspondent) enter(screen string) {
	c.t.Helper()
	c.signIn(c.title)
	c.x("type", "--delay", "0", "graduand-demo")
	time.Sleep(secondPress)
	c.key("Return")
	c.rest(screen)
}

// locked does something with the registry while the window is locked, and signs in again.
func (c *correspondent) locked(screen string, do func()) {
	c.t.Helper()
	c.key("ctrl+l")
	c.signIn(c.title)
	do()
	c.enter(screen)
}

// send writes what there is to be sent into a folder of its own; the centre takes it over, and the school
// its receipt, which has so many rows.
func (c *correspondent) send(page, shot string, rows int) {
	c.t.Helper()
	c.sent++
	stick := filepath.Join(c.folder, "stick", string(rune('0'+c.sent)))
	if err := os.MkdirAll(stick, 0o700); err != nil {
		c.t.Fatal(err)
	}
	c.key(page)
	c.rest("exchange")
	c.shot(shot)
	c.key("ctrl+s")
	c.toFolder(stick)
	c.shot(shot + "-written")
	c.key("Escape") // an Enter so soon after the last one is taken for its echo
	c.until("end of the dialog", func(now frame.Told) bool { return now.Over == 0 && rests(now) })
	c.control("centre", "ingest", c.centre, stick, "--trust-first")
	c.take("receipt", shot+"-receipt", rows)
}

// toFolder chooses an empty folder in the dialog in front, and waits for the one that tells what was
// written there: the first looks alike to the test, but while it stands there is no file.
func (d *desk) toFolder(path string) {
	d.t.Helper()
	d.until("dialog for a folder", func(now frame.Told) bool { return now.Over == 1 && now.Focus == "Entry" && rests(now) })
	d.key("ctrl+a")
	d.write(path)
	d.key("Return") // shows the folder, and the next one chooses it
	d.x("key", "Return")
	d.until("what was written", func(now frame.Told) bool {
		written, err := filepath.Glob(filepath.Join(path, "*.zip.age"))
		return err == nil && len(written) > 0 && now.Over == 1 && now.Focus == "Button" && rests(now)
	})
}

// take takes over the next file of the centre, whose type is known: what it says of people are so many rows.
func (c *correspondent) take(of, shot string, rows int) {
	c.t.Helper()
	paths, err := filepath.Glob(filepath.Join(c.centre, "outbox", c.code, "*-"+of+".zip.age"))
	if err != nil || len(paths) == 0 {
		c.t.Fatalf("%v %v", paths, err)
	}
	c.key("ctrl+s")
	c.answer(paths[len(paths)-1])
	c.until("file of the centre", func(now frame.Told) bool { return now.Rows == rows && now.Over == 0 && rests(now) })
	c.shot(shot)
	c.key("ctrl+s")
	c.rest("exchange")
}

// told has the centre tell what is new, a message of a type, which the school takes over.
func (c *correspondent) told(of, shot string, rows int) {
	c.t.Helper()
	c.control("centre", "status", c.centre)
	c.take(of, shot, rows)
}

// find makes somebody the only row of the page in front, and the current one.
func (c *correspondent) find(p pupil) {
	c.t.Helper()
	c.key("ctrl+f")
	if c.last().Text != "" {
		c.key("ctrl+a")
	}
	c.write(p.Surname)
	c.until("row of "+p.Surname, func(now frame.Told) bool { return now.Rows == 1 && rests(now) })
	c.key("Down")
}

// tabTo presses Tab until what it looks for has the focus.
func (c *correspondent) tabTo(what string, is func(frame.Told) bool) {
	c.t.Helper()
	for range 60 {
		if c.key("Tab"); is(c.last()) {
			return
		}
	}
	c.t.Fatalf("Tab does not lead to %s; last told: %+v", what, c.last())
}

// newer makes a newer edition of a campaign's file the rules of the centre: without what the patterns
// find, and with numbers of cards that have seven digits.
func (c *correspondent) newer(campaign string, without ...string) {
	c.t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "assets", "campaigns", campaign+".toml"))
	if err != nil {
		c.t.Fatal(err)
	}
	text := strings.NewReplacer("\nrevision = 1\n", "\nrevision = 2\n", `'\d{5,12}'`, `'\d{7}'`).Replace(string(content))
	for _, pattern := range without {
		text = regexp.MustCompile("(?m)^"+pattern).ReplaceAllString(text, "")
	}
	path := filepath.Join(c.folder, "newer.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
	c.control("centre", "campaign", c.centre, path)
}

// goneBlock is the pattern of a block of a campaign's file, and of its words in the other languages.
func goneBlock(block, code, words string) (patterns []string) {
	return []string{`\[\[` + block + `\]\]\ncode = "` + code + `"\n(.+\n)*`, `"` + words + code + `".*\n`}
}

// mendChoice goes from what is found in the form of somebody to the field that the newer rules do not
// like, and takes the choice before it: what the rules do not know stands behind the others.
func (c *correspondent) mendChoice(p pupil, gone string) {
	c.t.Helper()
	c.key("ctrl+2")
	c.rest("graduates")
	c.find(p)
	c.tabTo("what is found", func(now frame.Told) bool { return now.Focus == "TabbedButton" })
	c.key("Return")
	c.until(gone, func(now frame.Told) bool { return now.Text == gone && rests(now) })
	c.key("space")
	c.until("list of choices", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.key("Up", "Return")
	c.until("what was chosen", func(now frame.Told) bool { return now.Over == 0 && now.Text != gone && rests(now) })
}

// TestRealExchange is the season of a school with its centre through the real window, files passed
// through folders: entries, two rejected for reasons of their own, what was mended, the cards that have
// come, a refusal, the second attempt, registered (design §9, UA-066, UA-104).
func TestRealExchange(t *testing.T) {
	t.Parallel()
	toPost := func(c *correspondent, p pupil) {
		c.control("do", c.registry, "kit-receive", p.ID, "--day", "10.02.2020", "--everything")
		c.control("package", c.registry, "send-own", p.ID, "--operator", "ukrposhta", "--item", "registered_notice", "--postmark", "20.02.2020")
	}
	c, who := newCorrespondent(t, "zno-2020", "uk", "Увійти", "kharkiv-7", "0501234567", `ПІБ,Клас,Стать,Дата народження,Телефон,Паспорт,Номер картки
Бондар Олена Іванівна,11-А,ж,05.03.2003,067 123 45 01,200000001,041235
Верба Ганна Петрівна,11-А,ж,06.03.2003,067 123 45 02,200000002,0412352
Сорока Іван Іванович,11-А,ч,07.03.2003,067 123 45 03,200000003,0412353
`, func(c *correspondent, who map[string]pupil) {
		for _, p := range who {
			c.control("set", c.registry, p.ID, "postal_index=61000", "region=Харківська", "settlement=Харків", "street=вул. Вигадана", "house=5", "subjects=ukrainian,mathematics,english:standard", "marks=exempt")
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
	c.key("shift+Tab", "Return")
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

// again begins the second attempt in the dialog of the plan, and goes on to the form.
func (c *correspondent) again(shot string) {
	c.t.Helper()
	c.until("plan", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.shot(shot)
	c.key("Return")
	c.until("plan that has begun", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	time.Sleep(secondPress)
	c.key("Return")
	c.rest("form")
	c.shot(shot + "-form")
}

// ended compares what both sides know in the end.
func (c *correspondent) ended(sent, heard int, surname, certificate string) {
	c.t.Helper()
	if passed := c.control("do", c.registry, "messages", "--json"); strings.Count(passed, `"sent":true`) != sent || strings.Count(passed, `"sent":false`) != heard {
		c.t.Errorf("the messages are\n%s", passed)
	}
	of := c.people()[surname]
	if history := c.control("do", c.registry, "history", of.ID); of.Status != "registered" || !strings.Contains(history, certificate) {
		c.t.Errorf("%+v\n%s", of, history)
	}
	if list := c.control("centre", "list", c.centre, "--json"); strings.Count(list, `"school"`) != 3 || strings.Count(list, `"verdict":"accepted"`) != 3 || strings.Count(list, `"attempt":2`) != 1 {
		c.t.Errorf("the centre has\n%s", list)
	}
}

// TestRealExchangeOfFiles is that of the campaign where files are what counts, with the verdict on a receipt
// of the fee (KG-065).
func TestRealExchangeOfFiles(t *testing.T) {
	t.Parallel()
	c, who := newCorrespondent(t, "ort-2021", "ru", "Войти", "bishkek-7", "0555000007", `ФИО,Пол,Дата рождения,Телефон,Паспорт
Асанова Айгуль Нурлановна,ж,05.03.2003,0555 000 101,ID1234567
Бекова Айпери Нурлановна,ж,29.02.2004,0555 000 102,ID1234562
Исаков Нурлан Асанович,м,01.12.2003,0555 000 103,ID1234563
`, func(c *correspondent, who map[string]pupil) {
		pictures := []string{"passport_front=" + c.savePicture("front.jpg", desktest.CardFront()), "passport_back=" + c.savePicture("back.jpg", desktest.CardBack()), "face_photo=" + c.savePicture("face.jpg", desktest.GoodPortrait())}
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
	c.key("shift+Tab", "Return") // what is next stands before it
	c.rest("answer")
	c.key("ctrl+s")
	c.again("real-files-again")
	for range 4 { // from the step where it was mended to the review
		c.forth()
	}
	time.Sleep(secondPress)
	c.key("Return")
	c.until("finished form", func(now frame.Told) bool {
		return strings.Contains(now.Status, "Бланк завершён — ") && rests(now)
	})
	c.send("ctrl+7", "real-files-second", 1)
	c.control("centre", "decide", c.centre, "0555000101", "registered", "--certificate", "0123451", "--on", "06.03.2021")
	c.told("status", "real-files-registered", 1)
	c.quit()
	c.ended(3, 7, "Асанова", "0123451")
}
