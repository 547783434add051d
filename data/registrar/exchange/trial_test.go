package exchange_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

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
