package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"testing"
)

func newChain(n int) []Link {
	var links []Link
	var prev Hash
	for i := range n {
		link := Link{Seq: int64(i + 1), Kind: "graduate.changed", Graduate: fmt.Sprint(i % 7), Rev: i/7 + 1, Ciphertext: sha256.Sum256(fmt.Append(nil, i))}
		link.Hash = ChainHash(prev, link.Seq, link.Kind, link.Graduate, link.Rev, link.Ciphertext)
		links, prev = append(links, link), link.Hash
	}
	return links
}

func headOf(links []Link) Head {
	last := links[len(links)-1]
	return Head{last.Seq, last.Hash}
}

// rehash makes a forged history consistent again, as anybody with the file can.
func rehash(links []Link) []Link {
	var prev Hash
	for i := range links {
		l := &links[i]
		l.Seq = int64(i + 1)
		l.Hash = ChainHash(prev, l.Seq, l.Kind, l.Graduate, l.Rev, l.Ciphertext)
		prev = l.Hash
	}
	return links
}

func TestF05WholeChain(t *testing.T) {
	links := newChain(100)
	if head := must(VerifyChain(links, Head{}, headOf(links[:40]), headOf(links)))(t); head != headOf(links) {
		t.Errorf("head %v", head)
	}
	if head := must(VerifyChain(nil))(t); head != (Head{}) {
		t.Errorf("head of nothing %v", head)
	}
}

func TestF05FirstBrokenEventIsNamed(t *testing.T) {
	const n = 100
	whole := newChain(n)
	for at := range n {
		for what, forge := range map[string]func([]Link) []Link{
			"kind":       func(l []Link) []Link { l[at].Kind = "graduate.added"; return l },
			"graduate":   func(l []Link) []Link { l[at].Graduate += "0"; return l },
			"revision":   func(l []Link) []Link { l[at].Rev--; return l },
			"ciphertext": func(l []Link) []Link { l[at].Ciphertext[31] ^= 1; return l },
			"hash":       func(l []Link) []Link { l[at].Hash[0] ^= 1; return l },
			"number":     func(l []Link) []Link { l[at].Seq++; return l },
			"twice":      func(l []Link) []Link { return slices.Insert(l, at, Link{Seq: int64(at) + 1}) },
			"deleted":    func(l []Link) []Link { return slices.Delete(l, at, at+1) },
			"cut":        func(l []Link) []Link { return l[:at] },
			"swapped": func(l []Link) []Link {
				other := (at + 1) % n
				l[at], l[other] = l[other], l[at]
				return l
			},
			"written anew": func(l []Link) []Link { l[at].Graduate = "x"; return rehash(l) },
		} {
			want := int64(at + 1)
			if what == "swapped" && at == n-1 {
				want = 1
			}
			if what == "written anew" {
				want = n // The forged chain holds up to the anchor.
			}
			_, err := VerifyChain(forge(slices.Clone(whole)), headOf(whole))
			var broken *ChainError
			if !errors.As(err, &broken) || broken.Seq != want {
				t.Errorf("%s at %d: got %v, want %d", what, at+1, err, want)
			}
		}
	}
}

// Without an anchor a cut tail and a history written anew cannot be seen: the doc
// comment says so, and this holds it to it.
func TestF05WithoutAnAnchor(t *testing.T) {
	links := newChain(10)
	if _, err := VerifyChain(links[:5]); err != nil {
		t.Errorf("cut: %v", err)
	}
	if _, err := VerifyChain(links[:5], headOf(links)); err == nil {
		t.Error("cut before the anchor: whole")
	}
}

func TestF05ChainHashIsFixedAndUnambiguous(t *testing.T) {
	got := ChainHash(Hash{}, 1, "graduate.added", "0190", 1, Hash{})
	if hex.EncodeToString(got[:]) != goldenChain {
		t.Errorf("got %x", got)
	}
	if ChainHash(Hash{}, 1, "ab", "c", 1, Hash{}) == ChainHash(Hash{}, 1, "a", "bc", 1, Hash{}) {
		t.Error("kind and graduate run together")
	}
	if got := (&ChainError{7}).Error(); got != "vault: history is broken at event 7" {
		t.Errorf("got %q", got)
	}
}
