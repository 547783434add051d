package exchange_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"testing"

	"graduand/data"
	"graduand/data/exchange"
)

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

func identity() *exchange.Identity { return must(exchange.NewIdentity(rand.Reader)) }

func fileOf(content []byte) exchange.File {
	sum := sha256.Sum256(content)
	return exchange.File{SHA256: hex.EncodeToString(sum[:]), Ending: "jpg", Open: func() ([]byte, error) { return content, nil }}
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
	school, centre, stranger := identity(), identity(), identity()
	photo := fileOf([]byte("\xff\xd8\xff photo"))
	m := entries(school, centre.Keys(), photo)
	var file bytes.Buffer
	hash := must(exchange.Write(&file, m, []exchange.File{photo}, school, exchange.Seal{Recipients: []string{centre.Keys().Recipient}}))
	open := func(o exchange.Opening) (*exchange.Opened, error) {
		return exchange.Open(bytes.NewReader(file.Bytes()), int64(file.Len()), o)
	}
	by := func(of *exchange.Identity) func(*exchange.Envelope) ([]exchange.Keys, error) {
		return func(*exchange.Envelope) ([]exchange.Keys, error) { return []exchange.Keys{of.Keys()}, nil }
	}
	t.Run("design §9 what was written is read", func(t *testing.T) {
		got, err := open(exchange.Opening{Identities: []*exchange.Identity{centre}, Signers: by(school)})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&got.Message, m) || got.Hash != hash {
			t.Errorf("%+v", got.Message)
		}
		if content := must(got.File(photo.Path())); string(content) != "\xff\xd8\xff photo" {
			t.Errorf("%q", content)
		}
	})
	t.Run("KG-013 nobody else opens it", func(t *testing.T) {
		if _, err := open(exchange.Opening{Identities: []*exchange.Identity{stranger}, Signers: by(school)}); data.CodeOf(err) != "message.not_for_us" {
			t.Error(err)
		}
	})
	t.Run("design §9 another signer is not believed", func(t *testing.T) {
		if _, err := open(exchange.Opening{Identities: []*exchange.Identity{centre}, Signers: by(stranger)}); data.CodeOf(err) != "message.unknown_signer" {
			t.Error(err)
		}
	})
}
