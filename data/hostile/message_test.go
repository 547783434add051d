package hostile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
	"graduand/data/mutatedtest"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// correspondents are a school and its centre, with what each writes to the other.
type correspondents struct {
	r        *registrar.Registrar
	centre   *message.Identity
	toSchool []*exchangetest.Loose
	toCentre []*exchangetest.Loose
	identity string
	path     string
	m        *mutatedtest.Mutator
	x        *mutatedtest.Trial
}

// correspond enrols a school that has sent its people, and lets both write.
func correspond(t testing.TB) *correspondents {
	t.Helper()
	r := class(t, "zno-2020")
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	first := rows[0].Graduate.ID
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		return w.ChangeAll([]string{first}, "", func(g *data.Graduate) error {
			g.SetFact(data.Fact{Kind: data.FactSent, On: "2020-02-10"})
			return nil
		})
	}))
	c := &correspondents{r: r, centre: desktest.Enrol(t, r, "kharkiv-7"), m: mutatedtest.New(prooftest.Seed(t))}
	sent, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
	desktest.Must(err)
	file := desktest.MustRead(t, sent.Paths[0])
	from, err := message.Open(bytes.NewReader(file), int64(len(file)), message.Opening{Identities: []*message.Identity{c.centre}, Signers: message.AnySigner})
	desktest.Must(err)
	c.write(from)
	folder := t.TempDir()
	c.identity, c.path = filepath.Join(folder, "identity"), filepath.Join(folder, "message.zip.age")
	secret, _, err := c.centre.Text()
	desktest.Must(err)
	desktest.Must(os.WriteFile(c.identity, []byte(secret), 0o600))
	return c
}

// write writes the messages that are spoilt: a receipt, states, and new rules to the school; entries to the centre.
func (c *correspondents) write(from *message.Opened) {
	record := from.Records[0].Graduate
	envelope := func(t message.Type) message.Envelope {
		return message.Envelope{Format: message.Format, Type: t, ID: strings.Repeat("0", 32), Created: "2020-02-10T12:00:00Z", Program: registry.Program, Campaign: "zno-2020", Revision: 1, School: "kharkiv-7",
			Sequence: 1, To: from.From.Fingerprint(), From: c.centre.Keys()}
	}
	receipt, status, rules := envelope(message.TypeReceipt), envelope(message.TypeStatus), envelope(message.TypeCampaign)
	receipt.Accepted, receipt.Branch, receipt.Answers = from.Sequence, from.Branch, &message.Reference{ID: from.ID, Sequence: from.Sequence, Hash: from.Hash}
	state := message.State{Graduate: record.ID, Key: record.Key, Attempt: record.Attempt}
	card, refused, on := state, state, "2020-02-09"
	card.About, card.State, card.On, card.Number = message.AboutReceived, "received", on, record.Key
	refused.About, refused.State, refused.On, refused.Number, refused.Reasons, refused.Tracking, refused.Note = message.AboutAnswer, "refused", on, "12", "5 2", "6102300001234", "фото"
	for _, m := range []*message.Message{
		{Envelope: receipt, Receipts: []message.Receipt{{Graduate: record.ID, Key: record.Key, Attempt: record.Attempt, Verdict: message.VerdictRejected, Codes: "centre.key_twice", Note: "двічі"}}},
		{Envelope: status, States: []message.State{card, refused}},
		{Envelope: rules, CampaignFile: c.r.Campaign().Source()},
	} {
		c.toSchool = append(c.toSchool, exchangetest.Loosen(m, nil, c.centre, from.From))
	}
	school, photo := exchangetest.Identity(), exchangetest.FileOf([]byte("\xff\xd8\xff photo"))
	c.toCentre = []*exchangetest.Loose{exchangetest.Loosen(exchangetest.Entries(school, c.centre.Keys(), photo), []message.File{photo}, school, c.centre.Keys())}
}

// look opens a spoilt file as the school does.
func (c *correspondents) look() error {
	_, err := c.r.Exchange.Look(desktest.Ctx, c.path)
	return err
}

// verify opens it as the centre does, or whoever has its key.
func (c *correspondents) verify() error {
	_, err := exchange.Verify(c.path, exchange.Check{Identity: c.identity})
	return err
}

// inMessages are what may stand in an entry of a message.
var inMessages = []string{"", "0", "-1", "1e308", "1.5", "null", "true", "{}", "[]", `""`, `"`, "\\u0000", "\x00", "\xff", "\ufeff", "\u202e", "..", "../x", "/etc/passwd", "data/message.json", "files/" + strings.Repeat("0", 64) + ".jpg", strings.Repeat("0", 64),
	"aa11", "bb22", "add", "change", "withdraw", "refused", "registered", "answer", "received", "payment", "2020-02-30", "2020-02-20", "9999999999999999999", "entries", "receipt", "status", "campaign", "enrolment", "recovery", "format = 99", "[[subjects]]",
	strings.Repeat("а", 40_000), "\r\n", "\n", ",", ";", "BagIt-Version: 1.0", "Payload-Oxum: 1.1", "untrusted comment: ", "RWQ", "age1"}

// spoilt is a message with one thing spoilt: octets of the sealed file or of the zip in it, or an entry of the
// zip, nearly always with manifests that agree and the right signature, so that it is read to its end.
func (c *correspondents) spoilt(l *exchangetest.Loose) (input, file []byte) {
	switch c.m.IntN(10) {
	case 0:
		file = c.m.Octets(l.Seal(l.Plain()), inSeals)
		return file, file
	case 1:
		input = c.m.Octets(l.Plain(), nil)
		return input, l.Seal(input)
	}
	name := mutatedtest.One(c.m, l.Names())
	for !strings.HasPrefix(name, "data/") && c.m.IntN(4) > 0 {
		name = mutatedtest.One(c.m, l.Names())
	}
	plain := l.Changed(name, c.m.IntN(20) > 0, func(content []byte) []byte {
		separators := map[bool]string{true: ",", false: `:,{}[]" =`}[strings.HasSuffix(name, ".csv")]
		input = c.m.Text(content, separators, inMessages)
		return input
	})
	return input, l.Seal(plain)
}

// inSeals are what may stand in the head of a sealed file.
var inSeals = []string{"age-encryption.org/v1\n", "-> X25519 ", "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n", "-> ssh-ed25519 ", "---", "\n", "PK\x03\x04"}

// Design §9, F-05: messages that are spoilt before they are sealed or after, to the school and to the centre.
func TestSpoiltMessages(t *testing.T) {
	c := correspond(t)
	c.x = guarded(t, c.r)
	for i := range prooftest.Times(t, 400) {
		l, read := mutatedtest.One(c.m, c.toSchool), c.look
		if i%4 == 0 {
			l, read = mutatedtest.One(c.m, c.toCentre), c.verify
		}
		input, file := c.spoilt(l)
		desktest.Must(os.WriteFile(c.path, file, 0o600))
		c.x.Read(input, read)
	}
	desktest.Must(os.Remove(c.path))
	c.x.End()
}
