package exchange_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
)

// hub is the simplest centre that there can be: it takes every message in its order, by the rule of both
// sides, and keeps of everybody the last record.
type hub struct {
	*office
	chain   message.Chain
	taken   map[string]bool
	records map[string]*message.Record
	// answers are the receipts that were written, read or not, in their order.
	answers []string
}

func (h *hub) take(t *testing.T, path string) {
	t.Helper()
	m := opened(t, path, h.Identity)
	at, err := h.chain.Place(&m.Envelope, m.Hash, func(hash string) bool { return h.taken[hash] })
	if err != nil {
		t.Fatalf("%s %d on %s: %v", m.Type, m.Sequence, m.Branch, err)
	}
	if at == message.PlaceAgain {
		return
	}
	h.chain, h.taken[m.Hash], h.to = h.chain.Advance(&m.Envelope, m.Hash), true, m.From
	for i := range m.Records {
		r := &m.Records[i]
		if r.Graduate.Action == message.ActionWithdraw {
			delete(h.records, r.Graduate.ID)
		} else {
			h.records[r.Graduate.ID] = r
		}
	}
	h.answers = append(h.answers, h.receipt(t, m, nil))
}

// trial is a school, its backups, and its centre.
type trial struct {
	*testing.T
	*registrar.Registrar
	random  *rand.Rand
	hub     *hub
	ids     []string
	read    int
	backups []string
	made    int
}

func (s *trial) add() {
	s.made++
	values := []string{fmt.Sprintf("card_number=%07d", 1000000+s.made), fmt.Sprintf("document_number=%09d", 200000000+s.made), fmt.Sprintf("phone=+38050%07d", s.made), fmt.Sprintf("surname=Особа%c", 'а'+rune(s.made%25))}
	id := desktest.MustAdd(s.T, s.Registrar, append(slices.Clone(desktest.ZnoValues), values...)...)
	note(s.T, s.Registrar, id, data.Fact{Kind: data.FactSent, On: "2020-02-10"})
	s.ids = append(s.ids, id)
}

func (s *trial) edit() {
	if len(s.ids) > 0 {
		id := s.ids[s.random.IntN(len(s.ids))]
		if desktest.MustFind(s.T, s.Registrar, id).Removed == nil {
			desktest.Set(s.T, s.Registrar, id, fmt.Sprintf("house=%d", s.random.IntN(1000)))
		}
	}
}

func (s *trial) remove() {
	if len(s.ids) > 0 {
		id := s.ids[s.random.IntN(len(s.ids))]
		if desktest.MustFind(s.T, s.Registrar, id).Removed == nil {
			desktest.Must(s.Table.Remove(desktest.Ctx, []string{id}, "вибула"))
		} else {
			desktest.Must(s.Table.Restore(desktest.Ctx, []string{id}))
		}
	}
}

// send exports what there is; the centre gets it at once, or twice.
func (s *trial) send() {
	sent, err := s.Exchange.Export(desktest.Ctx, exchange.Order{To: s.TempDir()}, nil)
	if data.CodeOf(err) == "exchange.nothing_new" {
		return
	}
	desktest.Must(err)
	for range 1 + s.random.IntN(2) {
		for _, path := range sent.Paths {
			s.hub.take(s.T, path)
		}
	}
}

// hear reads the next receipt, where it was not lost; one after it waits for it.
func (s *trial) hear() {
	for s.read < len(s.hub.answers) {
		in, err := s.Exchange.Look(desktest.Ctx, s.hub.answers[s.read])
		if err != nil {
			s.Fatalf("receipt %d: %v", s.read, err)
		}
		_, err = s.Exchange.Receive(desktest.Ctx, in)
		desktest.Must(err)
		s.read++
	}
}

func (s *trial) backup() {
	path := filepath.Join(s.TempDir(), "copy.graduand")
	_, err := s.Backup(desktest.Ctx, path)
	desktest.Must(err)
	s.backups = append(s.backups, path)
}

// restore goes on with an earlier copy: whatever came after it is forgotten.
func (s *trial) restore() {
	if len(s.backups) == 0 {
		return
	}
	backup := s.backups[s.random.IntN(len(s.backups))]
	s.made += 100 // nobody gets the number of somebody who was forgotten
	o := desktest.Options()
	o.Rand = rand.NewChaCha8([32]byte{byte(s.random.IntN(250)), byte(s.random.IntN(250)), 7})
	desktest.Must(s.Close())
	r, err := registrar.Restore(desktest.Ctx, backup, filepath.Join(s.TempDir(), "again.graduand"), registrar.SignIn{}, false, o)
	desktest.Must(err)
	s.Cleanup(func() { r.Close() })
	s.Registrar, s.read = r, 0
	s.ids = s.ids[:0]
	for _, removed := range []bool{false, true} {
		rows, err := r.Table.List(registrar.Filter{Removed: removed})
		desktest.Must(err)
		for _, row := range rows {
			s.ids = append(s.ids, row.Graduate.ID)
		}
	}
}

// agree wants the centre to have of everybody at work here what stands here, and of who was withdrawn
// nothing. Who was forgotten here by a restore stays at the centre: nothing is lost there.
func (s *trial) agree() {
	s.Helper()
	s.send()
	o, err := s.Exchange.Outgoing(desktest.Ctx)
	desktest.Must(err)
	for _, row := range o.Rows {
		there := s.hub.records[row.Graduate.ID]
		switch {
		case row.Action != "" || row.Why != nil:
			s.Errorf("%s: %s %+v left", row.Graduate.FullName(), row.Action, row.Why)
		case row.Graduate.Removed != nil && there != nil && row.Sent != nil:
			s.Errorf("%s is removed here, and at the centre", row.Graduate.FullName())
		case row.Graduate.Removed == nil && there == nil:
			s.Errorf("%s is lost", row.Graduate.FullName())
		case row.Graduate.Removed == nil && there.Text() != row.Sent.Paper:
			s.Errorf("%s differs", row.Graduate.FullName())
		case row.Graduate.Removed == nil && there.Graduate.Fields["house"] != row.Graduate.Fields["house"]:
			s.Errorf("%s: house %s, there %s", row.Graduate.FullName(), row.Graduate.Fields["house"], there.Graduate.Fields["house"])
		}
	}
	keys := map[string]string{}
	for id, r := range s.hub.records {
		if other := keys[r.Graduate.Key]; other != "" {
			s.Errorf("%s and %s are one", id, other)
		}
		keys[r.Graduate.Key] = id
	}
}

func TestNobodyIsLostNorDoubled(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprintf("KG-013 UA-066 seed %d", seed), func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			s := &trial{T: t, Registrar: r, random: rand.New(rand.NewPCG(seed, 1))}
			s.hub = &hub{office: &office{Identity: desktest.Enrol(t, r, "school-7"), campaign: "zno-2020", school: "school-7"}, taken: map[string]bool{}, records: map[string]*message.Record{}}
			acts := []func(){s.add, s.add, s.edit, s.edit, s.remove, s.send, s.send, s.hear, s.backup, s.restore}
			for range 40 {
				acts[s.random.IntN(len(acts))]()
			}
			s.agree()
			s.hear()
			s.agree()
			desktest.Sound(t, s.Registrar)
			if left, err := os.ReadDir(filepath.Dir(s.Path())); err != nil || len(left) > 3 {
				t.Errorf("%d files beside it, %v", len(left), err)
			}
		})
	}
}
