package centre_test

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data/centre"
	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// same compares lines, and says which differ.
func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("too much: %s", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("missing: %s", line)
		}
	}
	t.Errorf("%d lines, want %d", len(got), len(want))
}

func TestIngest(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		t.Run("design §9 keys are believed when their fingerprint was compared", func(t *testing.T) {
			c := newCentre(t, dsn(t), "zno-2020")
			s := c.enrol("kharkiv-7")
			c.put(s.message(exchange.TypeEntries, []exchange.Record{person("a1", "1000001")}))
			same(t, c.ingest(), "kharkiv-7 1 refused centre.unconfirmed")
			stranger := exchange.Keys{Recipient: "x", Signer: "y"}
			if err := c.Confirm(t.Context(), s.code, stranger.Fingerprint()); err != nil {
				t.Fatal(err)
			}
			same(t, c.ingest(), "kharkiv-7 1 refused centre.unconfirmed")
			if err := c.Confirm(t.Context(), s.code, strings.ToUpper(strings.ReplaceAll(s.id.Keys().Fingerprint(), "-", " "))); err != nil {
				t.Fatal(err)
			}
			same(t, c.ingest(), "kharkiv-7 1 applied")
			same(t, c.of("person", "school", "graduate", "person_key", "verdict"), "kharkiv-7 a1 1000001 held")
			same(t, c.of("key", "fingerprint"), s.id.Keys().Fingerprint())
		})
		t.Run("design §9 many schools, in any order, repeated", func(t *testing.T) { anyOrder(t, newCentre(t, dsn(t), "zno-2020")) })
		t.Run("design §9 what is wrong is told apart by code, and the rest is done", func(t *testing.T) { toldApart(t, newCentre(t, dsn(t), "zno-2020")) })
		t.Run("design §9 keys rotate by a message signed with the old ones", func(t *testing.T) { rotated(t, newCentre(t, dsn(t), "zno-2020")) })
		t.Run("design §9 a restored registry goes on: nobody is lost, nobody doubled", func(t *testing.T) { restored(t, newCentre(t, dsn(t), "zno-2020")) })
		t.Run("UA-066 records wait for the paper card", func(t *testing.T) { cards(t, newCentre(t, dsn(t), "zno-2020")) })
	})
}

func anyOrder(t *testing.T, c *trial) {
	a, b := c.enrol("a"), c.enrol("b")
	a1 := a.message(exchange.TypeEntries, []exchange.Record{photo(person("p1", "1000001"), true)})
	a2 := a.message(exchange.TypeAmendments, []exchange.Record{photo(person("p1", "1000001", as(exchange.ActionChange)), false), person("p2", "1000002")})
	a3 := a.message(exchange.TypeAmendments, []exchange.Record{person("p2", "1000002", as(exchange.ActionWithdraw))})
	b1 := b.message(exchange.TypeEntries, []exchange.Record{person("p1", "2000001"), person("p2", "1000001")})
	for _, m := range [][]byte{a3, b1, a1, a3, a2} {
		c.put(m)
	}
	same(t, c.ingest(trusting), "b 1 applied", "a 1 applied", "a 3 waiting message.gap", "a 3 applied", "a 2 applied", "a 3 repeated")
	same(t, c.of("person", "school", "graduate", "gone", "verdict", "codes"), "a p1 0 held centre.key_elsewhere", "a p2 1 accepted ", "b p1 0 held ", "b p2 0 held ")
	same(t, c.of("attachment", "school", "message"), "a "+c.of("message", "hash", "school", "sequence")[slices.IndexFunc(c.of("message", "school", "sequence"), func(l string) bool { return l == "a 1" })][:64])
	t.Run("a message read twice changes nothing and gives the same receipt", func(t *testing.T) {
		before, receipt := c.facts(), filepath.Join(c.folder, "outbox", "a", "000003-receipt.zip.age")
		content := must(os.ReadFile(receipt))
		if err := os.Remove(receipt); err != nil {
			t.Fatal(err)
		}
		same(t, c.ingest(), "a 3 repeated", "b 1 repeated", "a 1 repeated", "a 3 repeated", "a 2 repeated")
		same(t, c.facts(), before...)
		if again := must(os.ReadFile(receipt)); !slices.Equal(again, content) {
			t.Error("another receipt")
		}
	})
	t.Run("every message is answered, in one sequence", func(t *testing.T) {
		var head string
		for i, want := range []struct {
			file     string
			verdicts string
		}{{"000002", "p1 held"}, {"000003", "p1 held,p2 held"}, {"000004", "p2 accepted"}} {
			r := a.receipt(filepath.Join(c.folder, "outbox", "a", want.file+"-receipt.zip.age"))
			var said []string
			for _, row := range r.Receipts {
				said = append(said, row.Graduate+" "+row.Verdict)
			}
			if strings.Join(said, ",") != want.verdicts || r.Answers.Sequence != i+1 || r.Accepted != i+1 || r.Anchor != []string{"1:abc", "2:abc", "3:abc"}[i] || i > 0 && r.Previous != head || r.To != a.id.Keys().Fingerprint() {
				t.Errorf("%v %+v", said, r.Envelope)
			}
			head = r.Hash
		}
	})
	t.Run("the database is built anew from the store: the same facts", func(t *testing.T) {
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
		same(t, c.ingest(), "a 3 repeated", "b 1 repeated", "a 1 repeated", "a 3 repeated", "a 2 repeated")
	})
}

func toldApart(t *testing.T, c *trial) {
	a, b := c.enrol("a"), c.enrol("b")
	other := *a
	c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
	c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "2000001")}))
	c.ingest(trusting)
	first := *a
	next := func(kind exchange.Type, records []exchange.Record, change ...func(*exchange.Message)) []byte {
		s := first
		return s.message(kind, records, change...)
	}
	in := func(what string, content []byte, want string) {
		t.Helper()
		t.Run(what, func(t *testing.T) {
			path := c.put(content)
			told := c.ingest()
			if got := told[len(told)-1]; got != want {
				t.Errorf("%q, want %q", got, want)
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		})
	}
	good := a.message(exchange.TypeAmendments, []exchange.Record{person("p2", "1000002")})
	in("damaged", append(slices.Clone(good[:len(good)-20]), make([]byte, 20)...), "0 refused message.damaged")
	in("empty", nil, "0 refused message.empty")
	in("no message", []byte("a letter"), "0 refused message.not_a_message")
	in("conflict", other.message(exchange.TypeEntries, []exchange.Record{person("p3", "1000003")}), "a 1 refused message.conflict")
	in("fork", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Previous = strings.Repeat("0", 64) }), "a 2 refused message.fork")
	in("gap", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Sequence = 7 }), "a 7 waiting message.gap")
	in("an older program than before", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Program = "0.9" }), "a 2 refused message.downgrade")
	in("wrong campaign", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Campaign = "ort-2021" }), "a 2 refused message.wrong_campaign")
	in("wrong address", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.To = a.id.Keys().Fingerprint() }), "a 2 refused message.wrong_address")
	in("unknown school", next(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.School = "c" }), "c 2 refused centre.unknown_school")
	stranger := first
	stranger.id = b.id
	in("unknown signer", stranger.message(exchange.TypeAmendments, nil), "a 2 refused message.unknown_signer")
	in("not from a school", next(exchange.TypeStatus, nil), "a 2 refused centre.not_from_school")
	in("the good one", good, "a 2 applied")
	in("a newer edition of the campaign", a.message(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Revision = 2 }), "a 3 applied")
	newer := *a
	in("an older edition of the campaign than before", newer.message(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Revision = 1 }), "a 4 refused message.downgrade")
	late := first
	late.sequence, late.head = 0, ""
	before := c.facts()
	in("an older one that never came", late.message(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Sequence = 1 }), "a 1 refused message.replay")
	c.rebuild()
	if after := c.facts(); len(after) != len(before)+1 {
		t.Errorf("%d facts, before %d", len(after), len(before))
	}
}

func rotated(t *testing.T, c *trial) {
	s := c.enrol("a")
	c.put(s.message(exchange.TypeEntries, nil))
	fresh := must(exchange.NewIdentity(rand.Reader))
	keys := fresh.Keys()
	rotation := s.message(exchange.TypeAmendments, nil, func(m *exchange.Message) { m.Next = &keys })
	old := *s
	s.id = fresh
	// The first one by the new keys lies before the one that brings them.
	c.put(s.message(exchange.TypeAmendments, nil))
	c.put(rotation)
	same(t, c.ingest(trusting), "a 1 applied", "a 2 applied", "a 3 applied")
	old.sequence, old.head = s.sequence, s.head
	c.put(old.message(exchange.TypeAmendments, nil))
	if told := c.ingest(); told[len(told)-1] != "a 4 refused message.unknown_signer" {
		t.Errorf("%q", told)
	}
	if r := s.receipt(filepath.Join(c.folder, "outbox", "a", "000003-receipt.zip.age")); r.Answers.Sequence != 2 {
		t.Errorf("%+v", r.Envelope)
	}
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
}

func restored(t *testing.T, c *trial) {
	s := c.enrol("a")
	var backup school
	c.put(s.message(exchange.TypeEntries, []exchange.Record{photo(person("p1", "1000001"), true), person("p2", "1000002")}))
	backup = *s
	c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("p3", "1000003"), person("p4", "1000004")}))
	c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("p2", "1000002", as(exchange.ActionWithdraw))}))
	c.ingest(trusting)
	// The backup knows p1 and p2; p3 was entered again and has another id, p4 not yet.
	backup.branch = "branch-2"
	c.put(backup.message(exchange.TypeEntries, []exchange.Record{photo(person("p1", "1000001"), false), person("p2", "1000002"), person("q3", "1000003")}))
	outcomes := c.outcomes()
	last := outcomes[len(outcomes)-1]
	if last.State != centre.Applied || !last.NewBranch {
		t.Fatalf("%+v", last)
	}
	same(t, c.of("person", "graduate", "person_key", "gone", "branch", "codes"), "p1 1000001 0 branch-2 ", "p2 1000002 0 branch-2 ", "p4 1000004 0 branch-1 ", "q3 1000003 0 branch-2 ")
	if r := backup.receipt(last.Receipt); r.Accepted != 3 || r.Answers.Sequence != 2 {
		t.Errorf("%+v", r.Envelope)
	}
	t.Run("the school goes on from its own number or from the one in the receipt", func(t *testing.T) {
		other := backup
		c.put(backup.message(exchange.TypeAmendments, nil))
		other.sequence, other.head = 3, backup.head
		c.put(other.message(exchange.TypeAmendments, nil))
		told := c.ingest()
		same(t, told[len(told)-2:], "a 3 applied", "a 4 applied")
	})
	t.Run("the registry before the restore is not heard any more", func(t *testing.T) {
		c.put(s.message(exchange.TypeAmendments, []exchange.Record{person("p9", "1000009")}))
		told := c.ingest()
		same(t, told[len(told)-1:], "a 4 refused message.fork")
	})
	t.Run("what was decided of a person follows the new id, and the database built anew says the same", func(t *testing.T) {
		if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: exchange.State{Graduate: "p3", Key: "1000003", Attempt: "1", About: exchange.AboutAnswer, State: "registered", On: "2020-03-01"}}}); err != nil {
			t.Fatal(err)
		}
		same(t, c.of("decision", "graduate", "about"), "q3 answer")
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
	t.Run("a registry may come back that has the old ids", func(t *testing.T) {
		backup.branch = "branch-3"
		backup.sequence = 3
		c.put(backup.message(exchange.TypeEntries, []exchange.Record{person("p3", "1000003")}))
		c.ingest()
		if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: exchange.State{Graduate: "q3", Key: "1000003", Attempt: "1", About: exchange.AboutState, State: "seen"}}}); err != nil {
			t.Fatal(err)
		}
		same(t, c.of("decision", "graduate", "about"), "p3 answer", "p3 state")
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

func cards(t *testing.T, c *trial) {
	s := c.enrol("a")
	c.put(s.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002")}))
	if err := c.Cards(t.Context(), []string{"1000002"}, "2020-02-24"); err != nil {
		t.Fatal(err)
	}
	c.ingest(trusting)
	same(t, c.of("person", "graduate", "verdict"), "p1 held", "p2 accepted")
	if err := c.Cards(t.Context(), []string{"1000001", "1000001", "12"}, ""); err == nil {
		t.Error("a number that no card has was noted")
	}
	if err := c.Cards(t.Context(), []string{"1000001", "1000001"}, ""); err != nil {
		t.Fatal(err)
	}
	same(t, c.of("card", "number", "day"), "1000001 2020-02-24", "1000002 2020-02-24")
	before := c.facts()
	c.rebuild()
	same(t, c.facts(), before...)
}

func TestPromisedMessagesAreWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		a := c.enrol("a")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002")}))
		last := c.outcomes(trusting)[0]
		if err := c.Decide(t.Context(), []centre.Decision{{School: "a", State: exchange.State{Graduate: "p1", Key: "1000001", Attempt: "1", About: exchange.AboutAnswer, State: "registered"}}}); err != nil {
			t.Fatal(err)
		}
		status := must(c.Status(t.Context()))[0]
		want := []string{a.receipt(last.Receipt).Hash, a.receipt(status).Hash}
		// A program has committed and died before it wrote the files.
		db := must(database.Open(t.Context(), filepath.Join(c.folder, "centre.sqlite"), c.dsn))
		for i, path := range []string{last.Receipt, status} {
			content := base64.StdEncoding.EncodeToString(must(os.ReadFile(path)))
			if err := errors.Join(os.Remove(path), db.Write(t.Context(), func(tx *database.Tx) error {
				return errors.Join(tx.Exec("UPDATE message SET file = '' WHERE hash = ?", want[i]), tx.Exec("INSERT INTO draft (message, content) VALUES (?, ?)", want[i], content))
			})); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		c.Close()
		c.open()
		same(t, []string{a.receipt(last.Receipt).Hash, a.receipt(status).Hash}, want...)
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

func TestRebuiltFromADamagedStore(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	a, b := c.enrol("a"), c.enrol("b")
	c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
	c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "2000001")}))
	c.ingest(trusting)
	c.Close()
	rebuilt := func(spoil string) (told []string) {
		t.Helper()
		other := &trial{t: t, folder: filepath.Join(t.TempDir(), "centre"), inbox: c.inbox}
		if err := os.CopyFS(other.folder, os.DirFS(c.folder)); err != nil {
			t.Fatal(err)
		}
		path := must(filepath.Glob(filepath.Join(other.folder, "store", "*", "*", spoil+"*")))[0]
		if err := os.WriteFile(path, []byte("spoilt"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := centre.Rebuild(t.Context(), other.folder, options(""), func(o *centre.Outcome) error { told = append(told, o.Code); return nil }); err != nil {
			t.Fatal(err)
		}
		other.open()
		same(t, other.of("person", "school", "graduate"), "b p1")
		return told
	}
	files := map[string]string{}
	db := must(database.Open(t.Context(), filepath.Join(c.folder, "centre.sqlite"), ""))
	if err := db.Read(t.Context(), func(tx *database.Tx) error {
		return tx.Each("SELECT type, file FROM message WHERE school = 'a'", nil, func(scan func(...any) error) error {
			var kind, file string
			err := scan(&kind, &file)
			files[kind] = file
			return err
		})
	}); err != nil {
		t.Fatal(err)
	}
	db.Close()
	t.Run("issue 18 a spoilt message is named, and the rest is done", func(t *testing.T) {
		same(t, rebuilt(files["entries"]), "message.not_a_message")
	})
	t.Run("issue 18 what hangs on a spoilt enrolment is named, and the rest is done", func(t *testing.T) {
		told := rebuilt(files["enrolment"])
		if told[0] != "message.not_a_message" || !slices.Contains(told, "centre.unknown_school") {
			t.Errorf("%q", told)
		}
	})
}

func TestHalfWrittenFilesAreSwept(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		c.put(c.enrol("a").message(exchange.TypeEntries, nil))
		c.ingest(trusting)
		for _, path := range []string{"store/.graduand-999999999-1", "outbox/a/.graduand-999999999-1", "store/.graduand-999999999-old"} {
			if err := os.WriteFile(filepath.Join(c.folder, path), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		old := filepath.Join(c.folder, "store", ".graduand-999999999-2")
		if err := errors.Join(os.WriteFile(old, nil, 0o600), os.Chtimes(old, now, now.Add(-2*time.Hour))); err != nil {
			t.Fatal(err)
		}
		c.ingest()
		var left []string
		for _, path := range leftOver(t, c.folder) {
			left = append(left, strings.TrimPrefix(path, c.folder))
		}
		if c.dsn == "" {
			same(t, left, "/store/.graduand-999999999-old")
			return
		}
		t.Log("a program on another machine may be at work on what is young")
		same(t, left, "/outbox/a/.graduand-999999999-1", "/store/.graduand-999999999-1", "/store/.graduand-999999999-old")
	})
}
