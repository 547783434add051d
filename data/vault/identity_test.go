package vault

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
)

// A removed operator knows the old school key and can read every token; one who stays
// was not there when the key changed.
func TestF06TokensLeadToThePresentKey(t *testing.T) {
	first, second, third := newSchool(t), newSchool(t), newSchool(t)
	mine := newIdentity(t)
	tokens := [][]byte{
		must(NewToken(rand.Reader, first, "slot", mine.Recipient(), second))(t),
		must(NewToken(rand.Reader, second, "slot", mine.Recipient(), third))(t),
	}
	copyOf := func(k *SchoolKey) *SchoolKey {
		octets := *k.key.secret.octets
		return &SchoolKey{&Key{&secret{&octets}}}
	}

	found := must(Follow(copyOf(first), "slot", mine, tokens))(t)
	if !found.Equal(third) {
		t.Error("the tokens lead to another key")
	}
	if same := must(Follow(copyOf(first), "slot", nil, nil))(t); !same.Equal(first) {
		t.Error("without tokens the key is another")
	}
	for what, try := range map[string]func() (*SchoolKey, error){
		"another's identity": func() (*SchoolKey, error) { return Follow(copyOf(first), "slot", newIdentity(t), tokens) },
		"no identity":        func() (*SchoolKey, error) { return Follow(copyOf(first), "slot", &Identity{}, tokens) },
		"another slot":       func() (*SchoolKey, error) { return Follow(copyOf(first), "other", mine, tokens) },
		"another key":        func() (*SchoolKey, error) { return Follow(newSchool(t), "slot", mine, tokens) },
		"a token left out":   func() (*SchoolKey, error) { return Follow(copyOf(first), "slot", mine, tokens[1:]) },
	} {
		if _, err := try(); err == nil {
			t.Errorf("%s opened the tokens", what)
		}
	}
	_, err := NewToken(rand.Reader, first, "slot", "none", second)
	refused(t, "no recipient", err, ErrRecipient)
}

func TestIdentityDoesNotPrint(t *testing.T) {
	mine := newIdentity(t)
	holder := struct{ Identity *Identity }{mine}
	for _, text := range []string{fmt.Sprint(mine), fmt.Sprintf("%+v", holder), fmt.Sprintf("%#v", holder), fmt.Sprintf("%d", *mine)} {
		if !strings.Contains(text, "[identity]") || len(text) > 200 {
			t.Errorf("the identity prints: %s", text)
		}
	}
	if _, err := mine.MarshalText(); err == nil {
		t.Error("the identity is written down")
	}
}
