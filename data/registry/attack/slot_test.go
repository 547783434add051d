package attack_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
	"graduand/data/vault/vaulttest"
)

// The rows S1 to S9: who may write in the file makes a password cheap to guess, or the
// opening dear.

func TestSlotParameters(t *testing.T) {
	vaulttest.FullPrice(t)
	var content []byte
	for k, c := range []struct{ what, field, value, code string }{
		{"S01 less memory than the floor", "memory", "64511", "vault.weak_parameters"},
		{"S02 one pass", "time", "1", "vault.weak_parameters"},
		{"S03 no threads", "threads", "0", "vault.weak_parameters"},
		{"S04 two gigabytes", "memory", "2097152", "vault.too_costly"},
		{"S04b a kilobyte more than the ceiling", "memory", "262145", "vault.too_costly"},
		{"S05 a million passes", "time", "1000000", "vault.too_costly"},
		{"S06 memory beyond 32 bits", "memory", "4294967297", "vault.wrong"},
		{"S07 a negative time", "time", "-1", "vault.wrong"},
		{"S08 the floor: cheaper, and so another key", "memory", "65536", "vault.wrong"},
	} {
		if k%4 == 0 { // the fifth wrong password would wait
			content = desktest.MustRead(t, newSolo(t).path)
		}
		try(t, c.what, func(t *testing.T) {
			path := copyIn(t, content)
			i := intrude(t, path)
			i.run(fmt.Sprintf("UPDATE slot SET body = CAST(json_set(CAST(body AS TEXT), '$.%s', %s) AS BLOB)", c.field, c.value))
			i.leave()
			begun := time.Now()
			refused(t, path, headIn, byPassword(), c.code)
			if spent := time.Since(begun); spent > 20*time.Second {
				t.Errorf("it took %s", spent)
			}
		})
	}
}

func TestForgedSlots(t *testing.T) {
	vaulttest.FullPrice(t)
	s := newSolo(t)
	content := desktest.MustRead(t, s.path)
	// forge puts n slots before the true one, whose number stays what it was.
	forge := func(t *testing.T, n int, more ...string) string {
		path := copyIn(t, content)
		i := intrude(t, path)
		id := read[string](i, "SELECT id FROM slot")
		for k := range n {
			i.run(`INSERT INTO slot SELECT printf('%032x', ?1), made - ?1, CAST(json_set(CAST(body AS TEXT), '$.id', printf('%032x', ?1), '$.memory', 65536) AS BLOB), account, tokens FROM slot WHERE id = ?2`, k+1, id)
		}
		for _, query := range more {
			i.run(query, id)
		}
		i.leave()
		return path
	}
	try(t, "S09 300 forged slots are refused at once", func(t *testing.T) {
		begun := time.Now()
		refused(t, forge(t, 300), headIn, byPassword(), "vault.too_costly")
		if spent := time.Since(begun); spent > 60*time.Second {
			t.Errorf("it took %s", spent)
		}
	})
	try(t, "S09b seven before the true one cost seven guesses, and are named", func(t *testing.T) {
		r, err := registrar.Open(desktest.Ctx, forge(t, 7), headIn, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		ills, err := r.Ills(desktest.Ctx)
		forged := slices.DeleteFunc(ills, func(ill registrar.Ill) bool { return ill.Code != "altered_account" })
		if err != nil || len(forged) != 7 {
			t.Errorf("%v, %v", ills, err)
		}
	})
	try(t, "S09c a true one under another number is another in its place", func(t *testing.T) {
		refused(t, forge(t, 7, "UPDATE slot SET made = made + 1000 WHERE id = ?"), headIn, byPassword(), "vault.tampered")
	})
}

// The rows C1 and C2: a mathematician without a key.

func TestPlaces(t *testing.T) {
	try(t, "C01 no two places have one text", func(t *testing.T) {
		seen := map[string]vault.Place{}
		parts := []string{"", "a", "|", "a|", "|a", "a|b", "/", "1", "0", "|0", "graduate", "body"}
		for _, table := range parts {
			for _, field := range parts {
				for _, id := range parts {
					for _, rev := range []int{0, 1, 10} {
						p := vault.Place{Table: table, Field: field, ID: id, Rev: rev}
						sealed := associated(t, p)
						if other, twice := seen[sealed]; twice {
							t.Fatalf("%+v and %+v", p, other)
						}
						seen[sealed] = p
					}
				}
			}
		}
	})
}

// associated is what a place comes to: an authenticator under one key.
func associated(t *testing.T, p vault.Place) string {
	t.Helper()
	mac, err := vault.MAC(placeKey, p)
	if err != nil {
		t.Fatal(err)
	}
	return string(mac)
}

var placeKey = func() *vault.Key {
	key, err := vault.NewKey(desktest.Options().Rand)
	desktest.Must(err)
	return key
}()

func TestEnvelopes(t *testing.T) {
	place := bodyPlace("a", 1)
	rand := desktest.Options().Rand
	nonces := map[string]bool{}
	try(t, "C02 no nonce twice", func(t *testing.T) {
		for range 20_000 {
			sealed, err := vault.Seal(rand, placeKey, place, []byte("x"))
			if err != nil {
				t.Fatal(err)
			}
			if nonce := string(sealed[1:25]); nonces[nonce] {
				t.Fatal("a nonce twice")
			} else {
				nonces[nonce] = true
			}
		}
	})
	sealed, err := vault.Seal(rand, placeKey, place, []byte("Асанова Айгуль"))
	desktest.Must(err)
	try(t, "C02 no envelope opens with one bit altered, or cut", func(t *testing.T) {
		for bit := range len(sealed) * 8 {
			altered := slices.Clone(sealed)
			altered[bit/8] ^= 1 << (bit % 8)
			if _, err := vault.Open(placeKey, place, altered); err == nil {
				t.Errorf("bit %d", bit)
			}
		}
		for n := range sealed {
			if _, err := vault.Open(placeKey, place, sealed[:n]); err == nil {
				t.Errorf("%d octets", n)
			}
		}
	})
}
