package exchange_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"testing"

	"graduand/data/exchange"
)

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func fileOf(content []byte) exchange.File {
	return exchange.File{SHA256: sumOf(content), Ending: "jpg", Open: func() ([]byte, error) { return content, nil }}
}

// entries is a small message of two people with a photo.
func entries(by *exchange.Identity, to exchange.Keys, photo exchange.File) *exchange.Message {
	return &exchange.Message{
		Envelope: exchange.Envelope{Format: exchange.Format, Type: exchange.TypeEntries, ID: "00112233445566778899aabbccddeeff", Created: "2020-02-20T10:00:00Z", Program: "1.0",
			Campaign: "zno-2020", Revision: 3, School: "kharkiv-7", Branch: "branch-1", Sequence: 1, To: to.Fingerprint(), From: by.Keys(), Anchor: "12:abc"},
		Records: []exchange.Record{{
			Graduate: exchange.Graduate{ID: "aa11", Key: "1234567", Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Ґудзь, «Їжак»", GivenName: "Олена", Sex: "f",
				BirthDate: "2003-03-05", CardNumber: "1234567", Fields: map[string]string{"street": "вул. Бузкова, 5"}},
			Subjects:   []exchange.Subject{{Graduate: "aa11", Subject: "math", Attestation: "true"}},
			Conditions: []exchange.Condition{{Graduate: "aa11", Kind: exchange.KindCondition, Code: "0102"}},
			Documents:  []exchange.Document{{Graduate: "aa11", Place: "photo", SHA256: photo.SHA256, Bytes: "9", File: photo.Path()}},
			Payments:   []exchange.Payment{{Graduate: "aa11", ID: "p1", Type: "bank", Amount: "370", Number: "77", Added: "2020-02-19"}},
		}, {Graduate: exchange.Graduate{ID: "bb22", Key: "1234568", Action: exchange.ActionAdd, Attempt: "1", Kind: "first", Surname: "Бондар"}}},
		Packages: []exchange.Package{{Package: "1", List: "1", Date: "2020-02-20", Number: "01-15/42", Rows: "2"}},
	}
}

func TestMessage(t *testing.T) {
	g := newGood(t)
	t.Run("design §9 what was written is read", func(t *testing.T) {
		got, err := g.open(g.file)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&got.Message, g.message) || got.Hash != g.hash || got.Size != int64(len(g.file)) || got.Files != 9 {
			t.Errorf("%+v", got.Message)
		}
		if content := must(got.File(g.photo.Path())); string(content) != "\xff\xd8\xff photo" {
			t.Errorf("%q", content)
		}
	})
	t.Run("design §9 the sender can read it where it was sealed for both", func(t *testing.T) {
		var file bytes.Buffer
		both := exchange.Seal{Recipients: []string{g.centre.Keys().Recipient, g.school.Keys().Recipient}}
		must(exchange.Write(&file, g.message, []exchange.File{g.photo}, g.school, both))
		o := exchange.Opening{Identities: []*exchange.Identity{g.school}, Signers: signedBy(g.school)}
		if _, err := exchange.Open(bytes.NewReader(file.Bytes()), int64(file.Len()), o); err != nil {
			t.Error(err)
		}
	})
}
