package cmd

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

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

// enrolled is a school as a centre knows it: its code there, the phone of its responsible, its roster.
type enrolled struct{ campaign, code, phone, roster string }

// newCorrespondent has a centre enrol a school, and the school begin its registry with a roster; do is what
// is done there by commands before the window starts, in a language and with the page of this title.
func newCorrespondent(t *testing.T, e enrolled, language, title string, do func(*correspondent, map[string]pupil)) (*correspondent, map[string]pupil) {
	t.Helper()
	d := emptyDesk(t, language)
	c := &correspondent{desk: d, registry: filepath.Join(d.folder, "school.graduand"), centre: filepath.Join(d.folder, "centre"), code: e.code, title: title}
	letter := filepath.Join(d.folder, "letter.zip.age")
	d.control("centre", "keys", c.centre)
	d.control("centre", "enrol", c.centre, "--campaign", e.campaign, "--school", e.code, "--name", "Школа № 7", "--phone", e.phone,
		"--surname", "Коваль", "--given", "Ольга", "--code", "сім зелених яблук", "-o", letter)
	d.control("new", c.registry, "--enrolment", letter, "--code", "сім зелених яблук", "--new-password-file", d.savePicture("password.txt", []byte("graduand-demo\n")))
	d.control("import", c.registry, d.savePicture("roster.csv", []byte(e.roster)))
	who := c.people()
	do(c, who)
	d.start(c.registry, "--lang", language)
	c.until("what is said at the first start", func(now frame.Told) bool { return now.Screen == "" && now.Focus == "Button" && rests(now) })
	c.key("Return")
	c.signIn(title)
	c.write(e.phone)
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
	c.press()
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
	// By newer rules the window is made anew.
	c.until("list of who is sent", func(now frame.Told) bool { return now.Screen == "exchange" && now.Rows == everybody && rests(now) })
	time.Sleep(secondPress)
	c.rest("exchange")
}

// everybody is how many people the schools of these tests have.
const everybody = 3

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
	c.press()
	c.until(gone, func(now frame.Told) bool { return now.Text == gone && rests(now) })
	c.key("space")
	c.until("list of choices", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.key("Up")
	c.press()
	c.until("what was chosen", func(now frame.Told) bool { return now.Over == 0 && now.Text != gone && rests(now) })
}

// again begins the second attempt in the dialog of the plan, and goes on to the form.
func (c *correspondent) again(shot string) {
	c.t.Helper()
	c.until("plan", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.shot(shot)
	c.press()
	c.until("plan that has begun", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	c.press()
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
