package vault

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
)

func TestMAC_placeAndParts(t *testing.T) {
	key := must(NewKey(rand.Reader))(t)
	place := Place{Table: "event", ID: "7"}
	mac := must(MAC(key, place, []byte("ab"), []byte("c")))(t)
	if err := CheckMAC(key, mac, place, []byte("ab"), []byte("c")); err != nil {
		t.Fatal(err)
	}
	other := must(NewKey(rand.Reader))(t)
	for name, err := range map[string]error{
		"parts moved":   CheckMAC(key, mac, place, []byte("a"), []byte("bc")),
		"another place": CheckMAC(key, mac, Place{Table: "event", ID: "8"}, []byte("ab"), []byte("c")),
		"another key":   CheckMAC(other, mac, place, []byte("ab"), []byte("c")),
		"none":          CheckMAC(key, nil, place, []byte("ab"), []byte("c")),
	} {
		if !errors.Is(err, ErrTampered) {
			t.Errorf("%s: %v", name, err)
		}
	}
	key.Wipe()
	if _, err := MAC(key, place); !errors.Is(err, ErrNoKey) {
		t.Errorf("wiped key: %v", err)
	}
}

func TestSigner_sealedAndBelieved(t *testing.T) {
	school := must(NewSchoolKey(rand.Reader))(t)
	signer := must(NewSigner(rand.Reader))(t)
	place := Place{Table: "setting", ID: "signing"}
	sealed := must(signer.Seal(rand.Reader, school, place))(t)
	opened := must(OpenSigner(school, place, sealed))(t)
	if !bytes.Equal(opened.Public(), signer.Public()) || len(opened.Public()) != 32 {
		t.Fatal("another pair came out")
	}
	text := []byte("school")
	signature := must(opened.Sign(place, text))(t)
	if err := CheckSignature(signer.Public(), signature, place, text); err != nil {
		t.Error(err)
	}
	for name, err := range map[string]error{
		"another text":  CheckSignature(signer.Public(), signature, place, []byte("schooL")),
		"another place": CheckSignature(signer.Public(), signature, Place{Table: "setting"}, text),
		"no key":        CheckSignature(nil, signature, place, text),
	} {
		if !errors.Is(err, ErrTampered) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if text := fmt.Sprintf("%v %+v %#v", signer, *signer, signer); bytes.Contains([]byte(text), signer.seed.octets()) {
		t.Error("the key prints")
	}
	signer.Wipe()
	if _, err := signer.Sign(place, text); !errors.Is(err, ErrNoKey) {
		t.Errorf("wiped: %v", err)
	}
}

// Photos of before a new password stay readable for their owner.
func TestGraduateSlot_formerKeys(t *testing.T) {
	lowerFloor(t)
	login := must(NewLogin(rand.Reader, cheap))(t)
	c := must(NewCredential(login, "+996700123456", "DFGJ-LNQR-SUVW"))(t)
	first, second := must(NewKey(rand.Reader))(t), must(NewKey(rand.Reader))(t)
	slot := must(NewGraduateSlot(rand.Reader, c, GraduateContent{ID: "a1", Key: second, Former: []*Key{first}}))(t)
	got := must(OpenGraduateSlot(slot, c))(t)
	if got.ID != "a1" || !got.Key.Equal(second) || len(got.Former) != 1 || !got.Former[0].Equal(first) {
		t.Errorf("opened %+v", got)
	}
}
