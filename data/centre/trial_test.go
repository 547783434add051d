package centre_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data/campaign"
	"graduand/data/centre"
	"graduand/data/centre/centretest"
	"graduand/data/exchange"
)

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

var now = time.Date(2020, 2, 24, 9, 0, 0, 0, time.UTC)

// options are those of every centre of the tests.
func options(dsn string) centre.Options {
	return centre.Options{DSN: dsn, Program: "1.0", Now: func() time.Time { return now }, Random: rand.Reader}
}

// onBoth runs a test on both databases.
func onBoth(t *testing.T, test func(t *testing.T, dsn func(testing.TB) string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, func(testing.TB) string { return "" }) })
	t.Run("postgresql", func(t *testing.T) { test(t, centretest.Postgres(t)) })
}

// trial is a centre and its inbox.
type trial struct {
	*centre.Centre
	t                  testing.TB
	folder, inbox, dsn string
	keys               exchange.Keys
	files              int
}

// newCentre makes a centre of a campaign.
func newCentre(t testing.TB, dsn, id string) *trial {
	t.Helper()
	c := &trial{t: t, folder: filepath.Join(t.TempDir(), "centre"), inbox: t.TempDir(), dsn: dsn}
	c.keys = must(centre.MakeKeys(c.folder, false, rand.Reader))
	c.open()
	if err := c.SetCampaign(t.Context(), must(campaign.Builtin(id, "1.0")).Source()); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *trial) open() {
	c.t.Helper()
	c.Centre = must(centre.Open(context.Background(), c.folder, options(c.dsn)))
	c.t.Cleanup(func() { c.Close() })
}

// enrol enrols a school and gives what stands for it in the tests.
func (c *trial) enrol(code string) *school {
	c.t.Helper()
	phone := "+380501112233"
	if must(c.Campaign(c.t.Context())).PhoneRegion == "KG" {
		phone = "+996555112233"
	}
	letter, err := c.Enrol(c.t.Context(), centre.Enrolling{School: code, Name: "Ліцей " + code, District: "Північний", Phone: phone, Surname: "Коваль", GivenName: "Ольга"}, "")
	if err != nil {
		c.t.Fatal(err)
	}
	return &school{t: c.t, code: code, centre: c.keys, id: must(exchange.NewIdentity(rand.Reader)), branch: "branch-1", letter: letter, campaign: must(c.Campaign(c.t.Context())).ID}
}

// put lays a message into the inbox.
func (c *trial) put(content []byte) string {
	c.files++
	path := filepath.Join(c.inbox, fmt.Sprintf("%04d.zip.age", c.files))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// ingest takes over the inbox and says what has become of each message: «school sequence state code».
func (c *trial) ingest(how ...func(*centre.Ingesting)) (told []string) {
	c.t.Helper()
	for _, o := range c.outcomes(how...) {
		line := fmt.Sprintf("%s %d %s %s", o.School, o.Sequence, o.State, o.Code)
		told = append(told, strings.TrimSpace(line))
	}
	return told
}

func (c *trial) outcomes(how ...func(*centre.Ingesting)) (all []*centre.Outcome) {
	c.t.Helper()
	o := centre.Ingesting{Tell: func(o *centre.Outcome) error { all = append(all, o); return nil }}
	for _, set := range how {
		set(&o)
	}
	if err := c.Ingest(context.Background(), c.inbox, o); err != nil {
		c.t.Fatal(err)
	}
	return all
}

func trusting(o *centre.Ingesting) { o.TrustFirst = true }

// facts is everything that a centre knows.
func (c *trial) facts() (lines []string) {
	c.t.Helper()
	if err := c.Facts(context.Background(), func(f *centre.Fact) error {
		lines = append(lines, must(f.Line()))
		return nil
	}); err != nil {
		c.t.Fatal(err)
	}
	return lines
}

// of are the facts of one kind, by a few of their values.
func (c *trial) of(kind string, values ...string) (lines []string) {
	c.t.Helper()
	if err := c.Facts(context.Background(), func(f *centre.Fact) error {
		if f.Kind == kind {
			var line []string
			for _, v := range values {
				line = append(line, f.Values[v])
			}
			lines = append(lines, strings.Join(line, " "))
		}
		return nil
	}); err != nil {
		c.t.Fatal(err)
	}
	return lines
}

// rebuild builds the database anew and opens it.
func (c *trial) rebuild() {
	c.t.Helper()
	c.Close()
	if err := centre.Rebuild(context.Background(), c.folder, options(c.dsn), func(o *centre.Outcome) error {
		if o.Hash == "" {
			c.t.Errorf("not read: %+v", o)
		}
		return nil
	}); err != nil {
		c.t.Fatal(err)
	}
	c.open()
}

// school is a school that speaks for itself, without its program.
type school struct {
	t                      testing.TB
	code, branch, campaign string
	centre                 exchange.Keys
	id                     *exchange.Identity
	letter                 *centre.Letter
	sequence               int
	head                   string
}

// message is the next one of the school; change alters it before it is written.
func (s *school) message(kind exchange.Type, records []exchange.Record, change ...func(*exchange.Message)) []byte {
	s.t.Helper()
	return s.messageWith(filesIn(records), kind, records, change...)
}

// messageWith is the next message with these photos.
func (s *school) messageWith(files []exchange.File, kind exchange.Type, records []exchange.Record, change ...func(*exchange.Message)) []byte {
	s.t.Helper()
	s.sequence++
	id := make([]byte, 16)
	rand.Read(id)
	m := &exchange.Message{Envelope: exchange.Envelope{Format: exchange.Format, Type: kind, ID: hex.EncodeToString(id), Created: "2020-02-20T10:00:00Z", Program: "1.0",
		Campaign: s.campaign, Revision: 1, School: s.code, Branch: s.branch, Sequence: s.sequence, Previous: s.head, To: s.centre.Fingerprint(), From: s.id.Keys(), Anchor: fmt.Sprintf("%d:abc", s.sequence)},
		Records: records}
	for _, f := range change {
		f(m)
	}
	var b bytes.Buffer
	hash, err := exchange.Write(&b, m, files, s.id, exchange.Seal{Recipients: []string{s.centre.Recipient}})
	if err != nil {
		s.t.Fatal(err)
	}
	s.head = hash
	return b.Bytes()
}

// filesIn are the photos that the records name, as [photo] makes them.
func filesIn(records []exchange.Record) (all []exchange.File) {
	for _, r := range records {
		for _, d := range r.Documents {
			if d.File != "" && !slices.ContainsFunc(all, func(f exchange.File) bool { return f.SHA256 == d.SHA256 }) {
				all = append(all, exchange.File{SHA256: d.SHA256, Ending: "jpg", Open: func() ([]byte, error) { return picture(r.Graduate.ID), nil }})
			}
		}
	}
	return all
}

func picture(of string) []byte { return []byte("\xff\xd8\xff photo of " + of) }

// photo gives a record a photo, in the message or sent before.
func photo(r exchange.Record, goes bool) exchange.Record {
	sum := sha256.Sum256(picture(r.Graduate.ID))
	d := exchange.Document{Graduate: r.Graduate.ID, Place: "photo", SHA256: hex.EncodeToString(sum[:]), Bytes: fmt.Sprint(len(picture(r.Graduate.ID)))}
	if goes {
		d.File = exchange.FilePath(d.SHA256, "jpg")
	}
	r.Documents = []exchange.Document{d}
	return r
}

// person is a record of the campaign zno-2020.
func person(id, card string, change ...func(*exchange.Record)) exchange.Record {
	r := exchange.Record{
		Graduate: exchange.Graduate{ID: id, Key: card, Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Бондар", GivenName: "Іван " + id, CardNumber: card},
		Subjects: []exchange.Subject{{Graduate: id, Subject: "ukrainian", Attestation: "true"}},
	}
	for _, f := range change {
		f(&r)
	}
	return r
}

func as(action string) func(*exchange.Record) {
	return func(r *exchange.Record) { r.Graduate.Action = action }
}

// receipt opens an answer in the outbox with the keys of the school.
func (s *school) receipt(path string) *exchange.Opened {
	s.t.Helper()
	content := must(os.ReadFile(path))
	m, err := exchange.Open(bytes.NewReader(content), int64(len(content)), exchange.Opening{Identities: []*exchange.Identity{s.id},
		Signers: func(*exchange.Envelope) ([]exchange.Keys, error) { return []exchange.Keys{s.centre}, nil }})
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}
