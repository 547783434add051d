package exchange_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
)

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// good is that of the package beside, and who opens it.
type good struct {
	*exchangetest.Good
	centre *exchange.Identity
}

func newGood() *good {
	centre := identity()
	return &good{exchangetest.New(identity(), centre.Keys()), centre}
}

func identity() *exchange.Identity { return exchangetest.Identity() }

func signedBy(all ...*exchange.Identity) func(*exchange.Envelope) ([]exchange.Keys, error) {
	return func(*exchange.Envelope) (keys []exchange.Keys, err error) {
		for _, id := range all {
			keys = append(keys, id.Keys())
		}
		return keys, nil
	}
}

func (g *good) opening() exchange.Opening {
	return exchange.Opening{Identities: []*exchange.Identity{g.centre}, Signers: signedBy(g.School)}
}

// open opens as the centre does, openPlain what the centre finds in the seal.
func (g *good) open(file []byte) (*exchange.Opened, error) {
	return exchange.Open(bytes.NewReader(file), int64(len(file)), g.opening())
}

func (g *good) openPlain(plain []byte) (*exchange.Opened, error) {
	return exchange.OpenPlain(plain, g.opening())
}

func TestMessage(t *testing.T) {
	g := newGood()
	t.Run("design §9 what was written is read", func(t *testing.T) {
		got, err := g.open(g.File)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&got.Message, g.Message) || got.Hash != g.Hash || got.Size != int64(len(g.File)) || got.Files != 9 {
			t.Errorf("%+v", got.Message)
		}
		if content := must(got.File(g.Photo.Path())); string(content) != "\xff\xd8\xff photo" {
			t.Errorf("%q", content)
		}
	})
	t.Run("design §9 the sender can read it where it was sealed for both", func(t *testing.T) {
		var file bytes.Buffer
		both := exchange.Seal{Recipients: []string{g.centre.Keys().Recipient, g.School.Keys().Recipient}}
		must(exchange.Write(&file, g.Message, []exchange.File{g.Photo}, g.School, both))
		o := exchange.Opening{Identities: []*exchange.Identity{g.School}, Signers: signedBy(g.School)}
		if _, err := exchange.Open(bytes.NewReader(file.Bytes()), int64(file.Len()), o); err != nil {
			t.Error(err)
		}
	})
}

// everyType are messages of each type, as small as they may be.
func everyType(g *good) (all []*exchange.Message) {
	for _, kind := range exchange.Types() {
		m := &exchange.Message{Envelope: exchange.Envelope{Format: exchange.Format, Type: kind, ID: strings.Repeat("1", 32), Created: "2020-02-20T10:00:00Z", Program: "1.0",
			Campaign: "zno-2020", School: "kharkiv-7", Branch: "b1", Sequence: 2, Previous: strings.Repeat("a", 64), To: g.centre.Keys().Fingerprint(), From: g.School.Keys()}}
		answered := &exchange.Reference{ID: strings.Repeat("2", 32), Sequence: 7, Hash: strings.Repeat("b", 64)}
		states := []exchange.State{{Graduate: "aa11", Key: "1234567", Attempt: "1", About: exchange.AboutCard, Number: "1234567", Note: "рядок\nдругий"}}
		switch kind {
		case exchange.TypeEntries, exchange.TypeAmendments:
			m.Records = []exchange.Record{{Graduate: exchange.Graduate{ID: "aa11", Key: "1234567", Action: exchange.ActionWithdraw, Reason: "own_wish", Before: strings.Repeat("c", 64), Attempt: "1", Kind: "first", Surname: "Ґудзь"}}}
		case exchange.TypeReceipt:
			m.Answers, m.Accepted = answered, 7
			m.Receipts = []exchange.Receipt{{Graduate: "aa11", Key: "1234567", Attempt: "1", Verdict: exchange.VerdictHeld, Codes: "no_card"}}
		case exchange.TypeStatus, exchange.TypeNote:
			m.States = states
		case exchange.TypeCampaign:
			m.CampaignFile = []byte("format = 1\n")
		case exchange.TypeEnrolment:
			m.Enrolment = &exchange.Enrolment{School: data.School{Name: "Гімназія"}, Phone: "+380501234567", Surname: "Іваненко", GivenName: "Ольга", Password: "перший", Site: "https://example.org", Centre: g.centre.Keys(),
				Recovery: g.centre.Keys().Recipient}
		case exchange.TypeRecoveryRequest:
			m.Sequence, m.Previous = 0, ""
			m.Request = &exchange.Request{Registry: "r1", Phone: "+380501234567", Escrow: "AAAA", Reply: g.School.Keys().Recipient}
		case exchange.TypeRecovery:
			m.Sequence, m.Previous, m.Answers = 0, "", answered
			m.Recovery = &exchange.Recovery{Registry: "r1", Key: "AAAA"}
		}
		all = append(all, m)
	}
	return all
}

func TestEveryTypeOfMessage(t *testing.T) {
	g := newGood()
	for _, m := range everyType(g) {
		t.Run("design §9 "+string(m.Type), func(t *testing.T) {
			var file bytes.Buffer
			hash := must(exchange.Write(&file, m, nil, g.School, exchange.Seal{Recipients: []string{g.centre.Keys().Recipient}}))
			got, err := g.open(file.Bytes())
			if err != nil || got.Hash != hash || !reflect.DeepEqual(&got.Message, m) {
				t.Errorf("%v, %+v", err, got)
			}
			bag := unpackedFile(t, g, file.Bytes())
			done(t, bag, judges["jsonschema"][0], judges["jsonschema"][1:]...)
			if _, err := os.Stat(filepath.Join(bag, "data", "datapackage.json")); err == nil {
				done(t, bag, "node", judges["datapackage"][1:]...)
			}
		})
	}
}

// What the reader would refuse is not written.
func TestNothingIsWrittenThatNobodyWouldRead(t *testing.T) {
	for _, c := range []struct {
		name, code string
		change     func(*exchange.Message, *[]exchange.File)
	}{
		{"a sign that turns the writing about", "message.bad_table", func(m *exchange.Message, _ *[]exchange.File) { m.Records[0].Graduate.Surname = "Бон\u202eдар" }},
		{"a graduate twice", "message.bad_table", func(m *exchange.Message, _ *[]exchange.File) { m.Records[1].Graduate.ID = m.Records[0].Graduate.ID }},
		{"a row of nobody", "message.bad_table", func(m *exchange.Message, _ *[]exchange.File) { m.Records[0].Subjects[0].Graduate = "cc33" }},
		{"a field called as none", "message.bad_table", func(m *exchange.Message, _ *[]exchange.File) {
			m.Records[0].Graduate.Fields = map[string]string{"Street": "x"}
		}},
		{"a photo that no document names", "message.unlisted", func(m *exchange.Message, _ *[]exchange.File) { m.Records[0].Documents = nil }},
		{"a photo that is absent", "message.absent", func(_ *exchange.Message, files *[]exchange.File) { *files = nil }},
		{"a photo with another content", "message.changed", func(_ *exchange.Message, files *[]exchange.File) {
			(*files)[0].Open = func() ([]byte, error) { return []byte("other"), nil }
		}},
		{"more photos than a message has", "message.too_large", func(_ *exchange.Message, files *[]exchange.File) {
			(*files)[0].Open = func() ([]byte, error) { return make([]byte, exchange.MaximumFiles+1), nil }
		}},
		{"no sequence", "message.bad_envelope", func(m *exchange.Message, _ *[]exchange.File) { m.Sequence = 0 }},
		{"a campaign file", "message.unlisted", func(m *exchange.Message, _ *[]exchange.File) { m.CampaignFile = []byte("x") }},
		{"rules without a campaign file", "message.absent", func(m *exchange.Message, files *[]exchange.File) {
			m.Type, m.Records, m.Packages, *files = exchange.TypeCampaign, nil, nil, nil
		}},
	} {
		t.Run("design §9 "+c.name, func(t *testing.T) {
			g := newGood()
			files := []exchange.File{g.Photo}
			c.change(g.Message, &files)
			if _, err := exchange.Write(io.Discard, g.Message, files, g.School, exchange.Seal{Recipients: []string{g.centre.Keys().Recipient}}); data.CodeOf(err) != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
		})
	}
}

func TestRowsThatItsTypeHasNotAreNotLost(t *testing.T) {
	g := newGood()
	g.Message.States = []exchange.State{{Graduate: "aa11", Key: "1234567", Attempt: "1", About: exchange.AboutCard}}
	if _, err := exchange.Write(io.Discard, g.Message, []exchange.File{g.Photo}, g.School, exchange.Seal{Recipients: []string{g.centre.Keys().Recipient}}); err == nil {
		t.Error("states in entries were passed over")
	}
}
