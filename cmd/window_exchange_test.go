package cmd

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/ui/frame"
)

// numbered are ids of graduates who have the number of a card, with the numbers.
func (d *desk) numbered(registry string, n int) (ids, cards []string) {
	d.t.Helper()
	for line := range strings.Lines(d.control("list", registry, "--json")) {
		var g struct {
			ID         string
			CardNumber string `json:"card_number"`
		}
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			d.t.Fatalf("%v: %s", err, line)
		}
		if g.CardNumber != "" && len(ids) < n {
			ids, cards = append(ids, g.ID), append(cards, g.CardNumber)
		}
	}
	if len(ids) < n {
		d.t.Fatalf("only %d have a number", len(ids))
	}
	return ids, cards
}

// answered is the only message of a type in the outbox of the centre.
func (d *desk) answered(centre, of string) string {
	d.t.Helper()
	paths, err := filepath.Glob(filepath.Join(centre, "outbox", "kharkiv-7", "*-"+of+".zip.age"))
	if err != nil || len(paths) != 1 {
		d.t.Fatalf("%v %v", paths, err)
	}
	return paths[0]
}

// locked does something with the registry while the window is locked, and signs in again.
func (d *desk) locked(screen string, do func()) {
	d.t.Helper()
	d.key("ctrl+l")
	d.signIn("Увійти")
	do()
	d.key("Return")
	d.rest(screen)
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

// TestRealExchange is the round trip of a school with its centre through the real window, files passed
// through a folder: entries, the receipt, the card that has come, the status (design §9, UA-066).
func TestRealExchange(t *testing.T) {
	t.Parallel()
	d := newDesk(t, "zno-2020", "uk")
	d.signIn("Увійти")
	d.key("Return")
	d.rest("graduates")
	registry := filepath.Join(d.folder, "demo", "zno-2020", "school.graduand")
	stick, centre := filepath.Join(d.folder, "stick"), filepath.Join(d.folder, "centre")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	letter := filepath.Join(d.folder, "letter.zip.age")
	var ids, cards []string
	d.locked("graduates", func() {
		ids, cards = d.numbered(registry, 2)
		d.control("centre", "keys", centre)
		d.control("centre", "enrol", centre, "--campaign", "zno-2020", "--school", "kharkiv-7", "--name", "Тихоозерський ліцей", "--phone", "0500000001", "--surname", "Коваль", "--given", "Ольга",
			"--code", "сім зелених яблук", "-o", letter)
		d.control("receive", registry, letter, "--code", "сім зелених яблук", "--user", "+380500000004")
		for _, id := range ids {
			d.control("set", registry, id, "marks=exempt", "attestation=") // goes past the lists
			d.control("do", registry, "kit-receive", id, "--day", "10.02.2020", "--everything")
			d.control("package", registry, "send-own", id, "--operator", "ukrposhta", "--item", "registered_notice", "--postmark", "20.02.2020")
		}
	})
	d.key("ctrl+8")
	d.rest("exchange")
	d.shot("real-exchange")
	d.key("ctrl+s")
	d.toFolder(stick)
	d.shot("real-exchange-written")
	d.key("Escape") // an Enter so soon after the last one is taken for its echo
	d.until("end of the dialog", func(now frame.Told) bool { return now.Over == 0 && rests(now) })
	d.control("centre", "ingest", centre, stick, "--trust-first")
	d.take(d.answered(centre, "receipt"), "real-exchange-receipt")
	for _, card := range cards {
		d.control("centre", "card", centre, card, "--on", "24.02.2020")
	}
	d.control("centre", "status", centre)
	d.take(d.answered(centre, "status"), "real-exchange-status")
	d.shot("real-exchange-end")
	d.quit()
	if passed := d.control("do", registry, "messages", "--json"); strings.Count(passed, `"sent":true`) != 1 || strings.Count(passed, `"sent":false`) != 3 {
		t.Errorf("the messages are\n%s", passed)
	}
	if own := d.control("package", registry, "own", "--json"); strings.Count(own, `"received":"2020-02-24"`) != 2 {
		t.Errorf("UA-152 the papers have not come:\n%s", own)
	}
}

// take opens a file of the centre, and takes it over.
func (d *desk) take(path, shot string) {
	d.t.Helper()
	d.key("ctrl+s")
	d.answer(path)
	d.until("rows of the file", func(now frame.Told) bool { return now.Rows == 2 && rests(now) })
	d.shot(shot)
	d.key("ctrl+s")
	d.rest("exchange")
}
