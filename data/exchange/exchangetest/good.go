package exchangetest

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	"filippo.io/age"

	"graduand/data/exchange"
)

// must is what a call has made; in tests it does not fail.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// Identity makes keys.
func Identity() *exchange.Identity { return must(exchange.NewIdentity(rand.Reader)) }

// SumOf is the SHA-256 of a content, in hexadecimal.
func SumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// FileOf is a photo with a content.
func FileOf(content []byte) exchange.File {
	return exchange.File{SHA256: SumOf(content), Ending: "jpg", Open: func() ([]byte, error) { return content, nil }}
}

// Entries is a small message of two people with a photo, the first of a school.
func Entries(by *exchange.Identity, to exchange.Keys, photo exchange.File) *exchange.Message {
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

// Good is a small message of a school to its centre that is whole and genuine.
type Good struct {
	School  *exchange.Identity
	Centre  exchange.Keys
	Message *exchange.Message
	Photo   exchange.File
	// File is the sealed file, Plain the zip in it, Hash that of the message.
	File, Plain []byte
	Hash        string
}

// New makes the message.
func New(school *exchange.Identity, centre exchange.Keys) *Good {
	g := &Good{School: school, Centre: centre, Photo: FileOf([]byte("\xff\xd8\xff photo"))}
	g.Message = Entries(school, centre, g.Photo)
	scratch := Identity()
	var file bytes.Buffer
	g.Hash = must(exchange.Write(&file, g.Message, []exchange.File{g.Photo}, school, exchange.Seal{Recipients: []string{scratch.Keys().Recipient}}))
	g.Plain = Decrypted(file.Bytes(), scratch)
	g.File = g.Seal(g.Plain)
	return g
}

// Seal encrypts whatever it is given for the centre.
func (g *Good) Seal(plain []byte) []byte {
	return Sealed(plain, must(age.ParseX25519Recipient(g.Centre.Recipient)))
}

// bagger gives the message to be spoilt.
func (g *Good) bagger() *bagger { return newBagger(g.Plain, g.School) }

// Spoilt is the file of the message with a fault.
func (g *Good) Spoilt(f *Fault) []byte {
	if f.file != nil {
		return f.file(g)
	}
	b := g.bagger()
	f.spoil(b)
	return g.Seal(b.plain())
}

// Remade is the file of the message when its zip was made anew without a fault.
func (g *Good) Remade() []byte { return g.Seal(g.bagger().plain()) }
