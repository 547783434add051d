package exchange

import (
	"bytes"
	"crypto/rand"
	"reflect"
	"strings"
	"testing"

	"filippo.io/age"

	"graduand/data"
)

// fuzzed is a small message and its zip.
func fuzzed(f *testing.F, kind Type) (plain []byte, by *Identity) {
	by, err := NewIdentity(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	m := &Message{Envelope: Envelope{Format: Format, Type: kind, ID: strings.Repeat("0", 32), Created: "2020-02-20T10:00:00Z", Program: "1.0", Campaign: "zno-2020",
		School: "kharkiv-7", Branch: "b1", Sequence: 1, From: by.keys, To: by.keys.Fingerprint()},
		States: []State{{Graduate: "aa11", Key: "1234567", Attempt: "1", About: AboutAnswer, State: "registered", On: "2020-02-27", Note: "«так»,\nі далі"}}}
	if kind == TypeEntries {
		m.States, m.Records = nil, []Record{{Graduate: Graduate{ID: "aa11", Key: "1234567", Action: ActionAdd, Attempt: "1", Kind: "first", Surname: "Ґудзь", Fields: map[string]string{"street": "Бузкова, 5"}}}}
	}
	var file bytes.Buffer
	if _, err := Write(&file, m, nil, by, Seal{Recipients: []string{by.keys.Recipient}}); err != nil {
		f.Fatal(err)
	}
	r, length, err := age.DecryptReaderAt(bytes.NewReader(file.Bytes()), int64(file.Len()), by.age)
	if err != nil {
		f.Fatal(err)
	}
	plain = make([]byte, length)
	if err := readAll(r, plain, 0); err != nil {
		f.Fatal(err)
	}
	return plain, by
}

// judged fails where something was neither taken nor refused by a code.
func judged(t *testing.T, err error) bool {
	if err != nil && !strings.HasPrefix(data.CodeOf(err), "message.") {
		t.Errorf("refused without a code: %v", err)
	}
	return err == nil
}

// FuzzZip gives any octets for the zip of a message.
func FuzzZip(f *testing.F) {
	for _, kind := range []Type{TypeEntries, TypeStatus} {
		plain, _ := fuzzed(f, kind)
		f.Add(plain)
		f.Add(plain[:len(plain)-endSize])
	}
	f.Fuzz(func(t *testing.T, plain []byte) {
		m, err := openPlain(bytes.NewReader(plain), int64(len(plain)), Opening{Signers: AnySigner})
		if !judged(t, err) {
			return
		}
		for path := range m.filesNamed() {
			if _, err := m.File(path); err != nil {
				t.Errorf("%s was there: %v", path, err)
			}
		}
	})
}

// FuzzSeal gives any octets for the file of a message.
func FuzzSeal(f *testing.F) {
	id, err := NewIdentity(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, id.age.Recipient())
	if err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte("age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		_, err := Open(bytes.NewReader(file), int64(len(file)), Opening{Identities: []*Identity{id}, Signers: AnySigner})
		judged(t, err)
	})
}

// FuzzManifest gives any text for a manifest; what is read says the same when it is written.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(strings.Repeat("0", 64) + "  data/message.json\n" + strings.Repeat("a", 64) + "  data/files/" + strings.Repeat("b", 64) + ".jpg\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		sums, err := readManifest(manifestPath, text, whole(patternPayload))
		if !judged(t, err) {
			return
		}
		octets := 0
		for name, sum := range sums {
			octets += len(sum + "  " + name + "\n")
			if !bytes.Contains(text, []byte(sum+"  "+name+"\n")) {
				t.Errorf("%s was not said of %s", sum, name)
			}
		}
		if octets != len(text) {
			t.Errorf("%d octets of %d were read", octets, len(text))
		}
	})
}

// FuzzTable gives any text for tables, one with the campaign's own columns among them.
func FuzzTable(f *testing.F) {
	var graduates, states bytes.Buffer
	rows := []Graduate{{ID: "aa11", Key: "1234567", Action: ActionAdd, Attempt: "1", Kind: "first", Surname: "Ґудзь, «Їжак»", BirthDate: "2003-03-05", Fields: map[string]string{"street": "Бузкова,\n5"}}}
	if err := graduateTable.write(&graduates, rows, []string{"street"}); err != nil {
		f.Fatal(err)
	}
	if err := stateTable.write(&states, []State{{Graduate: "aa11", Key: "1", Attempt: "1", About: AboutCard, On: "2020-02-27"}}, nil); err != nil {
		f.Fatal(err)
	}
	f.Add(graduates.Bytes())
	f.Add(states.Bytes())
	f.Fuzz(func(t *testing.T, text []byte) {
		readAgain(t, &graduateTable, text)
		readAgain(t, &stateTable, text)
	})
}

// readAgain reads a table that may be none; what is read is the same when it was written.
func readAgain[R any](t *testing.T, table *table[R], text []byte) {
	rows, err := table.read(bytes.NewReader(text))
	if !judged(t, err) {
		return
	}
	var written bytes.Buffer
	if err := table.write(&written, rows, table.fieldsOf(rows)); err != nil {
		t.Fatalf("written: %v", err)
	}
	again, err := table.read(&written)
	if err != nil || !reflect.DeepEqual(rows, again) {
		t.Errorf("%v, %v, were %v", err, again, rows)
	}
}

// FuzzEnvelope gives any text for message.json.
func FuzzEnvelope(f *testing.F) {
	_, by := fuzzed(f, TypeStatus)
	for _, e := range []Envelope{
		{Format: Format, Type: TypeStatus, ID: strings.Repeat("0", 32), Created: "2020-02-20T10:00:00Z", Program: "1.0", Campaign: "zno-2020", School: "kharkiv-7", Sequence: 1, From: by.keys},
		{Format: Format, Type: TypeEnrolment, ID: strings.Repeat("0", 32), Created: "2020-02-20T10:00:00Z", Program: "1.0", Campaign: "ort-2021", School: "osh-1", Sequence: 1, From: by.keys, Next: &by.keys,
			Enrolment: &Enrolment{School: data.School{Name: "Мектеп"}, Phone: "+996500000001", Surname: "А", GivenName: "Б", Password: "в", Centre: by.keys, Recovery: by.keys.Recipient}},
	} {
		text, err := encodeEnvelope(&e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var e, again Envelope
		if !judged(t, decodeEnvelope(text, &e)) {
			return
		}
		text, err := encodeEnvelope(&e)
		if err != nil {
			t.Fatalf("written: %v", err)
		}
		if err := decodeEnvelope(text, &again); err != nil || !reflect.DeepEqual(e, again) {
			t.Errorf("%v, %+v, was %+v", err, again, e)
		}
	})
}
