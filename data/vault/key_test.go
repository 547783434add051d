package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestKG012KeyNeverShows(t *testing.T) {
	key := newKey(t)
	school := newSchool(t)
	code := must(NewPaperCode(rand.Reader))(t)
	secrets := []string{
		hex.EncodeToString(key.octets()), fmt.Sprint(key.octets()), string(key.octets()),
		hex.EncodeToString(school.key.octets()), fmt.Sprint(school.key.octets()), code.symbols,
	}
	content := SlotContent{School: school, Phone: "+996700123456"}
	values := []any{
		key, *key, school, *school, code, &code, content, &content, []*Key{key}, GraduateContent{ID: "1", Key: key},
		struct{ key *Key }{key}, struct{ key Key }{*key}, &Credential{key: key},
		struct{ s *SchoolKey }{school}, struct{ s SchoolKey }{*school},
	}
	for _, value := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%o", "%b", "%c", "%U"} {
			shown := fmt.Sprintf(verb, value)
			for _, secret := range secrets {
				if strings.Contains(strings.ToLower(shown), strings.ToLower(secret)) {
					t.Errorf("%s of %T shows a secret", verb, value)
				}
			}
		}
	}
	for _, value := range []any{key, *key, school, *school, content, GraduateContent{ID: "1", Key: key}} {
		_, err := json.Marshal(value)
		refused(t, fmt.Sprintf("JSON of %T", value), err, errInTheClear)
	}
}

func TestKG012WipedKeyDoesNothing(t *testing.T) {
	key, whole, place := newKey(t), newKey(t), Place{Table: "t"}
	sealed := must(Seal(rand.Reader, key, place, []byte("x")))(t)
	octets, twin := key.octets(), *key
	key.Wipe()
	if !bytes.Equal(octets, make([]byte, KeySize)) || twin.Usable() {
		t.Error("octets or a copy remain")
	}
	var none *Key
	none.Wipe()
	for _, unusable := range []*Key{key, none, {}} {
		_, err := Seal(rand.Reader, unusable, place, nil)
		refused(t, "seal", err, ErrNoKey)
		_, err = Open(unusable, place, sealed)
		refused(t, "open", err, ErrNoKey)
		_, err = WrapKey(rand.Reader, unusable, place, whole)
		refused(t, "wrap with", err, ErrNoKey)
		_, err = WrapKey(rand.Reader, whole, place, unusable)
		refused(t, "wrap", err, ErrNoKey)
		_, err = Fingerprint(unusable, "x")
		refused(t, "fingerprint", err, ErrNoKey)
		if unusable.Equal(unusable) || unusable.Equal(whole) {
			t.Error("an unusable key equals something")
		}
	}
}

func TestKG012WipedSchoolKeyDoesNothing(t *testing.T) {
	lowerFloor(t)
	wiped := newSchool(t)
	wiped.Wipe()
	var none *SchoolKey
	none.Wipe()
	code := must(NewPaperCode(rand.Reader))(t)
	for _, unusable := range []*SchoolKey{wiped, none, {}} {
		if unusable.Usable() || unusable.Sub(LabelRecord).Usable() || unusable.Equal(unusable) {
			t.Error("an unusable school key has sub-keys or equals itself")
		}
		_, err := NewPaperSlot(rand.Reader, unusable, newIdentity(t), code)
		refused(t, "paper", err, ErrNoKey)
		_, err = Escrow("age1", unusable, "")
		refused(t, "escrow", err, ErrNoKey)
		content := SlotContent{School: unusable, Identity: newIdentity(t), Role: KindHead, Phone: "+996700123456"}
		_, err = NewOperatorSlot(rand.Reader, cheap, content, "семь слонов идут")
		refused(t, "operator", err, ErrNoKey)
	}
}

func TestSubKeysDiffer(t *testing.T) {
	school := newSchool(t)
	labels := []Label{LabelRecord, LabelFingerprint, LabelAccounts, LabelRotation, LabelSettings, LabelEvents, LabelSigning, LabelPasswords}
	keys := []*Key{school.key, newSchool(t).Sub(LabelRecord)}
	for _, label := range labels {
		sub := school.Sub(label)
		if !sub.Equal(school.Sub(label)) {
			t.Errorf("%s: another key the second time", label)
		}
		if slices.ContainsFunc(keys, sub.Equal) {
			t.Errorf("%s: the key is in use elsewhere", label)
		}
		keys = append(keys, sub)
	}
}

// The derivations are part of the file format: these values must never change.
func TestDerivationsAreFixed(t *testing.T) {
	school := &SchoolKey{must(NewKey(bytes.NewReader(bytes.Repeat([]byte{7}, KeySize))))(t)}
	if got := hex.EncodeToString(school.Sub(LabelRecord).octets()); got != goldenRecord {
		t.Errorf("sub-key %s", got)
	}
	mark := must(Fingerprint(school.Sub(LabelFingerprint), "AB0000001"))(t)
	if got := hex.EncodeToString(mark); got != goldenFingerprint {
		t.Errorf("fingerprint %s", got)
	}
}

func TestKG033Fingerprint(t *testing.T) {
	key := newKey(t)
	a := must(Fingerprint(key, "+996700123456"))(t)
	if len(a) != FingerprintSize || !bytes.Equal(a, must(Fingerprint(key, "+996700123456"))(t)) {
		t.Error("the same phone has two fingerprints")
	}
	if bytes.Equal(a, must(Fingerprint(key, "+996700123457"))(t)) {
		t.Error("two phones have one fingerprint")
	}
	if bytes.Equal(a, must(Fingerprint(newKey(t), "+996700123456"))(t)) {
		t.Error("the fingerprint does not depend on the key")
	}
}

func TestNoRandomness(t *testing.T) {
	lowerFloor(t)
	school, key := newSchool(t), newKey(t)
	c := must(NewCredential(must(NewLogin(rand.Reader, cheap))(t), "+996700123456", "DFGJDFGJDFGJ"))(t)
	operator := SlotContent{School: school, Identity: newIdentity(t), Role: KindHead, Phone: "+996700123456"}
	for what, try := range map[string]func() error{
		"key":      func() error { _, err := NewKey(dry{}); return err },
		"school":   func() error { _, err := NewSchoolKey(dry{}); return err },
		"seal":     func() error { _, err := Seal(dry{}, key, Place{}, nil); return err },
		"password": func() error { _, err := NewPassword(dry{}); return err },
		"code":     func() error { _, err := NewPaperCode(dry{}); return err },
		"login":    func() error { _, err := NewLogin(dry{}, cheap); return err },
		"paper":    func() error { _, err := NewPaperSlot(dry{}, school, newIdentity(t), PaperCode{"D"}); return err },
		"graduate": func() error { _, err := NewGraduateSlot(dry{}, c, GraduateContent{ID: "1", Key: key}); return err },
		"operator": func() error {
			_, err := NewOperatorSlot(dry{}, cheap, operator, "семь слонов идут")
			return err
		},
	} {
		refused(t, what, try(), errDry)
	}
}
