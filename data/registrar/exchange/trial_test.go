package exchange_test

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// note writes facts that other desks have entered.
func note(t testing.TB, r *registrar.Registrar, id string, facts ...data.Fact) {
	t.Helper()
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error {
			for _, f := range facts {
				g.SetFact(f)
			}
			return nil
		})
	}))
}

// pupil is a graduate of zno-2020 whose papers were sent on their own way.
func pupil(t testing.TB, r *registrar.Registrar, card string, values ...string) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(append([]string{}, desktest.ZnoValues...), append([]string{"card_number=" + card, "document_number=1" + card + "0", "phone=+38050000" + card[len(card)-4:]}, values...)...)...)
	note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-02-10"})
	return id
}

// applicant is a graduate of ort-2021 whose form is finished; pictures of different seeds are different.
func applicant(t testing.TB, r *registrar.Registrar, seed int) string {
	t.Helper()
	id := desktest.MustAdd(t, r, append(append([]string{}, desktest.OrtValues...), fmt.Sprintf("surname=Асанова%c", 'а'+seed), fmt.Sprintf("phone=+9965551%05d", seed),
		fmt.Sprintf("document_number=%07d", 1234500+seed))...)
	desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, byte(3*seed+10)))
	desktest.Attach(t, r, id, "passport_back", desktest.Picture(t, byte(3*seed+11)))
	desktest.Attach(t, r, id, "face_photo", desktest.Picture(t, byte(3*seed+12)))
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	return id
}

// export writes what there is into a folder, and gives the files.
func export(t testing.TB, r *registrar.Registrar, only ...string) exchange.Sent {
	t.Helper()
	sent, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir(), Only: only}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sent
}

// opened is a message as its centre opens it.
func opened(t testing.TB, path string, centre *message.Identity) *message.Opened {
	t.Helper()
	content := desktest.MustRead(t, path)
	m, err := message.Open(bytes.NewReader(content), int64(len(content)), message.Opening{Identities: []*message.Identity{centre}, Signers: message.AnySigner})
	if err != nil {
		t.Fatalf("open %s: %v", path, err)
	}
	return m
}

// rowOf is what would be sent of somebody, a row without an action for nobody.
func rowOf(t testing.TB, r *registrar.Registrar, id string) exchange.Row {
	t.Helper()
	o, err := r.Exchange.Outgoing(desktest.Ctx)
	desktest.Must(err)
	for _, row := range o.Rows {
		if row.Graduate.ID == id {
			return row
		}
	}
	return exchange.Row{}
}

// why is the id of why somebody does not go.
func why(row exchange.Row) string {
	if row.Why == nil {
		return ""
	}
	return row.Why.ID
}

// listed are the names of the files in a folder.
func listed(t testing.TB, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	desktest.Must(err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// refusal is what the centre writes of who is refused.
func refusal(reasons ...string) answer.Refusal {
	return answer.Refusal{Minutes: "12", On: "2020-02-10", Reasons: reasons}
}

// office is a centre that answers one school.
type office struct {
	*message.Identity
	campaign, school string
	// to are the keys of the school, as its first message has told them.
	to       message.Keys
	sequence int
	hash     string
}

// write writes the next message of the centre.
func (o *office) write(t testing.TB, m message.Message) (path string) {
	t.Helper()
	o.sequence++
	path, o.hash = o.writeAs(t, m, o.sequence, o.hash)
	return path
}

// writeAs writes a message of any number, behind any other.
func (o *office) writeAs(t testing.TB, m message.Message, sequence int, previous string) (path, hash string) {
	t.Helper()
	id := make([]byte, 16)
	_, err := rand.Read(id)
	desktest.Must(err)
	e := m.Envelope
	e.Format, e.ID, e.Created, e.Program = message.Format, hex.EncodeToString(id), "2020-02-10T12:00:00Z", cmp.Or(e.Program, registry.Program)
	e.Campaign, e.School, e.Sequence, e.Previous, e.To, e.From = cmp.Or(e.Campaign, o.campaign), cmp.Or(e.School, o.school), sequence, previous, o.to.Fingerprint(), o.Keys()
	m.Envelope = e
	var content bytes.Buffer
	hash, err = message.Write(&content, &m, nil, o.Identity, message.Seal{Recipients: []string{o.to.Recipient}})
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), fmt.Sprintf("%s (%d).zip.age", m.Type, sequence))
	desktest.Must(os.WriteFile(path, content.Bytes(), 0o600))
	return path, hash
}

// receipt answers a message of the school with a verdict on everybody, by their ids; "" is accepted.
func (o *office) receipt(t testing.TB, of *message.Opened, verdicts map[string]string) string {
	t.Helper()
	m := message.Message{Envelope: message.Envelope{Type: message.TypeReceipt, Accepted: of.Sequence, Branch: of.Branch, Answers: &message.Reference{ID: of.ID, Sequence: of.Sequence, Hash: of.Hash}}}
	for _, r := range of.Records {
		g := r.Graduate
		row := message.Receipt{Graduate: g.ID, Key: g.Key, Attempt: g.Attempt, Verdict: cmp.Or(verdicts[g.ID], message.VerdictAccepted)}
		if row.Verdict == message.VerdictRejected {
			row.Codes, row.Note = "centre.key_twice", "двічі"
		}
		m.Receipts = append(m.Receipts, row)
	}
	return o.write(t, m)
}

// status tells states.
func (o *office) status(t testing.TB, states ...message.State) string {
	t.Helper()
	return o.write(t, message.Message{Envelope: message.Envelope{Type: message.TypeStatus}, States: states})
}

// enrolled is a school that has sent everybody, with its centre.
func enrolled(t testing.TB, r *registrar.Registrar) (*office, *message.Opened) {
	t.Helper()
	o := &office{Identity: desktest.Enrol(t, r, "school-7"), campaign: r.Campaign().ID, school: "school-7"}
	m := opened(t, export(t, r).Paths[0], o.Identity)
	o.to = m.From
	return o, m
}

// take looks at a message and takes it in.
func take(t testing.TB, r *registrar.Registrar, path string) (exchange.Incoming, exchange.Received) {
	t.Helper()
	in, err := r.Exchange.Look(desktest.Ctx, path)
	if err != nil {
		t.Fatalf("look at %s: %v", path, err)
	}
	done, err := r.Exchange.Receive(desktest.Ctx, in)
	if err != nil {
		t.Fatalf("receive %s: %v", path, err)
	}
	return in, done
}

// season is a registry on a day that the test sets.
func season(t testing.TB, campaign string, day data.Date) (r *registrar.Registrar, setDay func(data.Date)) {
	t.Helper()
	now := day.Time().Add(12 * time.Hour)
	o := desktest.Options()
	o.Now = func() time.Time { return now }
	return desktest.MustCreateWith(t, campaign, o), func(day data.Date) { now = day.Time().Add(12 * time.Hour) }
}
