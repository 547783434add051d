package exchange_test

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
)

const exampleFolder = "schema/example"

// same compares a file beside the schema with what it should hold, or writes it with -update.
func same(t *testing.T, path string, want []byte) {
	t.Helper()
	path = filepath.Join("schema", filepath.FromSlash(path))
	if *exchange.Update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, want, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale (%v): go test ./data/exchange -run Shipped -update", path, err)
	}
}

func TestShippedSchemasOfTheTables(t *testing.T) {
	for _, kind := range []exchange.Type{exchange.TypeEntries, exchange.TypeReceipt, exchange.TypeStatus} {
		same(t, string(kind)+".datapackage.json", must(exchange.TablesOf(kind)))
	}
}

// exampleKeys are those of an invented school and an invented centre, which everybody knows.
func exampleKeys(t *testing.T, whose string) *exchange.Identity {
	t.Helper()
	secret, sign := filepath.Join(exampleFolder, whose+".agekey"), filepath.Join(exampleFolder, whose+".minisign.key")
	if _, err := os.Stat(secret); errors.Is(err, fs.ErrNotExist) && *exchange.Update {
		a, b, err := must(exchange.NewIdentity(rand.Reader)).Text()
		if err := errors.Join(err, os.MkdirAll(exampleFolder, 0o755), os.WriteFile(secret, []byte(a), 0o644), os.WriteFile(sign, []byte(b), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	id := must(exchange.ParseIdentity(string(must(os.ReadFile(secret))), string(must(os.ReadFile(sign)))))
	same(t, "example/"+whose+".minisign.pub", must(id.Keys().PublicFile()))
	return id
}

// examplePhoto is a picture of one grey dot.
var examplePhoto = must(base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCA0tcX3gAAAABJRU5ErkJggg=="))

func exampleEntries(school, centre exchange.Keys, photo exchange.File) *exchange.Message {
	return &exchange.Message{
		Envelope: exchange.Envelope{Format: exchange.Format, Type: exchange.TypeEntries, ID: "5d41402abc4b2a76b9719d911017c592", Created: "2020-02-20T10:00:00Z", Program: "1.0",
			Campaign: "zno-2020", Revision: 1, School: "kharkiv-7", Branch: "f3c1a2", Sequence: 1, To: centre.Fingerprint(), From: school, Anchor: "41:9f86d081884c7d65",
			Sender: &data.School{Name: "Харківська гімназія № 7", Phone: "+380571234567", HeadName: "Іваненко Ольга Петрівна"}},
		Records: []exchange.Record{{
			Graduate: exchange.Graduate{ID: "k3v9", Key: "0012345", Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Ґудзь", GivenName: "Олена", Patronymic: "Іванівна", Sex: "f",
				BirthDate: "2003-03-05", Class: "11-А", Phone: "+380501234567", DocumentKind: "id_card", DocumentNumber: "001234567", Category: "current", CardNumber: "0012345", Package: "1", List: "1",
				Fields: map[string]string{"street": "вул. Бузкова, 5"}},
			Subjects:   []exchange.Subject{{Graduate: "k3v9", Subject: "ukrainian", Attestation: "true"}, {Graduate: "k3v9", Subject: "math", Level: "standard", Attestation: "true"}},
			Conditions: []exchange.Condition{{Graduate: "k3v9", Kind: exchange.KindCondition, Code: "0102"}},
			Documents:  []exchange.Document{{Graduate: "k3v9", Place: "photo", SHA256: photo.SHA256, Bytes: "67", File: photo.Path()}},
		}, {
			Graduate: exchange.Graduate{ID: "m7q2", Key: "0012346", Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Бондар", GivenName: "Артем", Sex: "m", BirthDate: "2002-11-30",
				Class: "11-А", CardNumber: "0012346", Package: "1", List: "1"},
			Subjects: []exchange.Subject{{Graduate: "m7q2", Subject: "ukrainian", Attestation: "true"}},
		}},
		Packages: []exchange.Package{{Package: "1", List: "1", Date: "2020-02-18", Number: "01-15/42", Rows: "2", Operator: "ukrposhta", Item: "parcel", Tracking: "0500412345678", Postmark: "2020-02-19"}},
	}
}

func exampleReceipt(school, centre exchange.Keys, answered *exchange.Message, hash string) *exchange.Message {
	return &exchange.Message{
		Envelope: exchange.Envelope{Format: exchange.Format, Type: exchange.TypeReceipt, ID: "7d793037a0760186574b0282f2f435e7", Created: "2020-02-21T08:30:00Z", Program: "1.0",
			Campaign: "zno-2020", School: "kharkiv-7", Sequence: 1, To: school.Fingerprint(), From: centre, Anchor: answered.Anchor,
			Answers: &exchange.Reference{ID: answered.ID, Sequence: answered.Sequence, Hash: hash}, Accepted: 1},
		Receipts: []exchange.Receipt{
			{Graduate: "k3v9", Key: "0012345", Attempt: "1", Verdict: exchange.VerdictAccepted},
			{Graduate: "m7q2", Key: "0012346", Attempt: "1", Verdict: exchange.VerdictRejected, Codes: "empty_field", Note: "немає документа"},
		},
	}
}

// example is a message in the folder of the example, sealed and unpacked.
type example struct {
	name     string
	by, to   *exchange.Identity
	message  *exchange.Message
	files    []exchange.File
	hash     string
	unpacked map[string][]byte
}

func (e *example) write(t *testing.T) {
	t.Helper()
	var file bytes.Buffer
	e.hash = must(exchange.Write(&file, e.message, e.files, e.by, exchange.Seal{Recipients: []string{e.to.Keys().Recipient}}))
	plain := exchangetest.Decrypted(file.Bytes(), e.to)
	e.unpacked = map[string][]byte{}
	for _, entry := range must(zip.NewReader(bytes.NewReader(plain), int64(len(plain)))).File {
		e.unpacked[entry.Name] = must(io.ReadAll(must(entry.Open())))
	}
	if *exchange.Update {
		same(t, "example/"+e.name+".zip.age", file.Bytes())
	}
}

func TestShippedExample(t *testing.T) {
	school, centre := exampleKeys(t, "school"), exampleKeys(t, "centre")
	photo := exchangetest.FileOf(examplePhoto)
	photo.Ending = "png"
	entries := &example{name: "entries", by: school, to: centre, message: exampleEntries(school.Keys(), centre.Keys(), photo), files: []exchange.File{photo}}
	entries.write(t)
	receipt := &example{name: "receipt", by: centre, to: school, message: exampleReceipt(school.Keys(), centre.Keys(), entries.message, entries.hash)}
	receipt.write(t)
	for _, e := range []*example{entries, receipt} {
		t.Run("design §9 "+e.name+" as it is written now", func(t *testing.T) { e.compare(t) })
		t.Run("design §9 "+e.name+" is whole and genuine", func(t *testing.T) { e.open(t) })
	}
	t.Run("design §9 the description quotes it", func(t *testing.T) {
		said := string(must(os.ReadFile("schema/README.md")))
		for _, quoted := range []string{entries.hash, school.Keys().Fingerprint(), centre.Keys().Fingerprint(), school.Keys().Signer} {
			if !strings.Contains(said, quoted) {
				t.Errorf("schema/README.md has no %s", quoted)
			}
		}
	})
}

// compare holds the folder of a bag against what is written now: no file more, and none less.
func (e *example) compare(t *testing.T) {
	for name, content := range e.unpacked {
		same(t, "example/"+e.name+"/"+name, content)
	}
	root := filepath.Join(exampleFolder, e.name)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(root, path)
		if err == nil && !entry.IsDir() && e.unpacked[filepath.ToSlash(name)] == nil {
			t.Errorf("%s is no longer in the message", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func (e *example) open(t *testing.T) {
	file := must(os.ReadFile(filepath.Join(exampleFolder, e.name+exchange.Ending)))
	m, err := exchange.Open(bytes.NewReader(file), int64(len(file)), exchange.Opening{Identities: []*exchange.Identity{e.to}, Signers: signedBy(e.by)})
	if err != nil || m.Hash != e.hash || !reflect.DeepEqual(&m.Message, e.message) {
		t.Errorf("%s%s is stale (%v): go test ./data/exchange -run Shipped -update", e.name, exchange.Ending, err)
	}
}
