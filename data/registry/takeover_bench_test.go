package registry_test

import (
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// fullLetter is as much as one graduate may leave, a change a row, in all fields and with as
// many receipts as a registration has.
func fullLetter(n int) []registrar.FieldChange {
	fields := []string{"street", "house", "flat", "settlement", "surname", "given_name", "subjects", "language"}
	values := map[string][]string{"subjects": {"mathematics", "mathematics,english"}, "language": {"ru", "ky"}}
	last := map[string]string{"surname": "Асанова"}
	var all []registrar.FieldChange
	for i := range n {
		field := fields[i%len(fields)]
		after := strings.Repeat("Лесная ", 20) + fmt.Sprint(i)
		if values[field] != nil {
			after = values[field][i/len(fields)%2]
		}
		if i < registry.MostReceipts {
			field = data.PaymentField(fmt.Sprintf("%016x", i))
			g := &data.Graduate{}
			g.SetPayment(data.Payment{ID: fmt.Sprintf("%016x", i), Type: "bank", Amount: 370, Number: fmt.Sprint(1000 + i), Added: data.Fact{Kind: "added", On: "2020-02-10", By: "Асанова"}})
			after = g.Get(field)
		}
		all = append(all, registrar.FieldChange{Field: field, Before: last[field], After: after})
		last[field] = after
	}
	return all
}

// fillPending leaves a full letter of everybody, and says how large one is.
func fillPending(b *testing.B, r *registrar.Registrar, ids []string) (octets int) {
	b.Helper()
	letter := fullLetter(registry.MostRows)
	desktest.Must(r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error {
		for _, id := range ids {
			octets = 0
			for _, c := range letter {
				plain, err := registry.Marshal("pending change", registry.PendingBody{At: desktest.Noon, Changes: []registrar.FieldChange{c}})
				desktest.Must(err)
				p := sqlite.Pending{Graduate: id}
				p.ID, err = registry.LongID(r.Options().Rand)
				desktest.Must(err)
				p.Body, err = vault.Seal(r.Options().Rand, r.KeyOf(id), registry.PendingPlace(id, p.ID), plain)
				desktest.Must(err)
				desktest.Must(tx.AddPending(p))
				octets += len(p.Body) + len(p.ID)
			}
		}
		return nil
	}))
	return octets
}

// BenchmarkFullPending takes over, as the sign-in of an operator does, what 400 graduates
// have left who have each reached the bounds (G30).
func BenchmarkFullPending(b *testing.B) {
	r := desktest.MustCreate(b, "ort-2021")
	var ids []string
	for i := range 400 {
		ids = append(ids, desktest.MustAdd(b, r, "surname=Асанова", fmt.Sprintf("phone=055512%04d", i)))
	}
	octets := fillPending(b, r, ids)
	path := r.Path()
	mustClose(b, r)
	content := desktest.MustRead(b, path)
	for b.Loop() {
		b.StopTimer()
		path := copyIn(b, content)
		b.StartTimer()
		r := openKeyed(b, path)
		b.StopTimer()
		taken := 0
		for _, f := range r.Filled() {
			taken += len(f.Changes)
			if f.Unreadable > 0 {
				b.Fatalf("unreadable: %+v", f)
			}
		}
		if taken < 400*registry.MostReceipts {
			b.Fatalf("taken %d: %+v", taken, r.Filled()[0])
		}
		mustClose(b, r)
		b.StartTimer()
	}
	b.ReportMetric(float64(octets)/registry.MostOctets, "full")
}
