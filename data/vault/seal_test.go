package vault

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"slices"
	"testing"
)

func TestKG012SealAndOpen(t *testing.T) {
	key, place := newKey(t), Place{"graduate", "body", "0190", 3}
	for _, n := range []int{0, 1, 63, 64, 65, 4096, 1 << 20} {
		plain := must(randomOctets(rand.Reader, n))(t)
		sealed := must(Seal(rand.Reader, key, place, plain))(t)
		if len(sealed) != n+Overhead || sealed[0] != envelope {
			t.Errorf("%d octets became %d", n, len(sealed))
		}
		kept := slices.Clone(sealed)
		if got := must(Open(key, place, sealed))(t); !bytes.Equal(got, plain) || !bytes.Equal(kept, sealed) {
			t.Errorf("%d octets: another content came back, or the sealed one changed", n)
		}
		if again := must(Seal(rand.Reader, key, place, plain))(t); bytes.Equal(again, sealed) {
			t.Error("sealed twice alike")
		}
	}
}

func TestKG012EveryFlipIsRefused(t *testing.T) {
	key, place := newKey(t), Place{"graduate", "body", "0190", 3}
	sealed := must(Seal(rand.Reader, key, place, bytes.Repeat([]byte("Айжан "), 40)))(t)
	for i := range sealed {
		for bit := range 8 {
			sealed[i] ^= 1 << bit
			if _, err := Open(key, place, sealed); err == nil {
				t.Fatalf("bit %d of octet %d flipped: opened", bit, i)
			}
			sealed[i] ^= 1 << bit
		}
	}
	for n := range sealed {
		_, err := Open(key, place, sealed[:n])
		refused(t, fmt.Sprintf("cut to %d", n), err, ErrTampered)
	}
	_, err := Open(key, place, append(slices.Clone(sealed), 0))
	refused(t, "lengthened", err, ErrTampered)
	_, err = Open(newKey(t), place, sealed)
	refused(t, "another key", err, ErrTampered)
}

func TestKG012SwapAndRollbackAreRefused(t *testing.T) {
	key, own := newKey(t), Place{"graduate", "body", "0190", 3}
	sealed := must(Seal(rand.Reader, key, own, []byte("x")))(t)
	for what, place := range map[string]Place{
		"table":        {"attachment", "body", "0190", 3},
		"field":        {"graduate", "photo", "0190", 3},
		"row":          {"graduate", "body", "0191", 3},
		"rolled back":  {"graduate", "body", "0190", 2},
		"rolled on":    {"graduate", "body", "0190", 4},
		"word shifted": {"graduate", "bod", "y|0190", 3},
	} {
		_, err := Open(key, place, sealed)
		refused(t, what, err, ErrTampered)
	}
}

// No two places share their associated data, whatever their words are.
func TestPlacesAreUnambiguous(t *testing.T) {
	words := []string{"", "a", "|", `\`, `\|`, `|\`, "a|", "|a", `\\`, "a|b", "0"}
	seen := map[string]Place{}
	for _, table := range words {
		for _, field := range words {
			for _, id := range words {
				for _, rev := range []int{0, 1, -1} {
					place := Place{table, field, id, rev}
					if other, twice := seen[place.String()]; twice {
						t.Fatalf("%+v and %+v are both %s", place, other, place)
					}
					seen[place.String()] = place
				}
			}
		}
	}
	if got := (Place{"graduate", "body", "0190", 3}).String(); got != "graduand/1|graduate|body|0190|3" {
		t.Errorf("got %s", got)
	}
}

func TestWrapKey(t *testing.T) {
	wrapping, key, place := newSchool(t).Sub(LabelRecord), newKey(t), Place{"graduate", "key", "0190", 1}
	wrapped := must(WrapKey(rand.Reader, wrapping, place, key))(t)
	if !must(UnwrapKey(wrapping, place, wrapped))(t).Equal(key) {
		t.Error("another key came back")
	}
	_, err := UnwrapKey(wrapping, Place{"graduate", "key", "0191", 1}, wrapped)
	refused(t, "another row", err, ErrTampered)
	short := must(Seal(rand.Reader, wrapping, place, make([]byte, KeySize-1)))(t)
	_, err = UnwrapKey(wrapping, place, short)
	refused(t, "a key of 31 octets", err, ErrTampered)
}

func FuzzOpen(f *testing.F) {
	key, place := newKey(f), Place{"graduate", "body", "0190", 3}
	f.Add([]byte(nil))
	f.Add([]byte{envelope})
	f.Add(make([]byte, Overhead))
	f.Add(append([]byte{envelope}, make([]byte, 100)...))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		if _, err := Open(key, place, sealed); err == nil {
			t.Error("opened what was never sealed")
		}
	})
}
