package vault

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// ChainHash is the hash of one event of the history (F-05), made of the hash of the
// event before it (zero for the first), its own sequence number, kind, graduate,
// revision, and the SHA-256 of the ciphertext that it left. It needs no key, so that
// the history can be checked without one, and goes on holding after a graduate's key
// is destroyed. Each part is hashed with its length: no two events share an input.
func ChainHash(prev Hash, seq int64, kind, graduate string, rev int, ciphertext Hash) Hash {
	text := addPart(make([]byte, 0, 256), "graduand/1|event")
	text = append(text, prev[:]...)
	text = addNumber(text, seq)
	text = addPart(text, kind)
	text = addPart(text, graduate)
	text = addNumber(text, int64(rev))
	return sha256.Sum256(append(text, ciphertext[:]...))
}

func addNumber(text []byte, n int64) []byte { return binary.BigEndian.AppendUint64(text, uint64(n)) }

// addPart adds a part of a text with its length.
func addPart[T string | []byte](text []byte, part T) []byte {
	return append(addNumber(text, int64(len(part))), part...)
}

// Link is one stored event as the chain sees it.
type Link struct {
	Seq        int64
	Kind       string
	Graduate   string
	Rev        int
	Ciphertext Hash
	// Hash is what was stored as the event's [ChainHash].
	Hash Hash
}

// Head is the end of a chain: it travels in every message to the centre and comes
// back in the receipt. The zero Head is that of an empty history.
type Head struct {
	Seq  int64
	Hash Hash
}

// ChainError says which event is the first that is missing, changed or out of place.
type ChainError struct{ Seq int64 }

func (e *ChainError) Error() string {
	return fmt.Sprintf("vault: history is broken at event %d", e.Seq)
}

// VerifyChain checks a whole history, sequence 1 first, and returns its head. Anchors
// are heads that somebody else has kept: without them a history that was cut at its
// end, or written anew as a whole, looks whole.
func VerifyChain(links []Link, anchors ...Head) (Head, error) {
	var head Head
	for _, link := range links {
		next := Head{head.Seq + 1, link.Hash}
		hash := ChainHash(head.Hash, next.Seq, link.Kind, link.Graduate, link.Rev, link.Ciphertext)
		if link.Seq != next.Seq || link.Hash != hash || contradicted(next, anchors) {
			return head, &ChainError{next.Seq}
		}
		head = next
	}
	for _, anchor := range anchors {
		if anchor.Seq > head.Seq {
			return head, &ChainError{head.Seq + 1}
		}
	}
	return head, nil
}

func contradicted(head Head, anchors []Head) bool {
	for _, anchor := range anchors {
		if anchor.Seq == head.Seq && anchor.Hash != head.Hash {
			return true
		}
	}
	return false
}
