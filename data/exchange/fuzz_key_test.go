package exchange

import (
	"crypto/rand"
	"testing"
)

// FuzzKeys gives any text for a file of keys; what is read says the same when it is written.
func FuzzKeys(f *testing.F) {
	id, err := NewIdentity(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	public, err := id.keys.PublicText()
	if err != nil {
		f.Fatal(err)
	}
	signer, err := id.keys.PublicFile()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(public))
	f.Add(string(signer))
	f.Add("# created: 2020\nAGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ\n")
	f.Fuzz(func(t *testing.T, text string) {
		if k, err := ParseKeys([]byte(text)); judged(t, err) {
			written, err := k.PublicText()
			if again, wrong := ParseKeys(written); err != nil || wrong != nil || again != k || k.Fingerprint() == "" {
				t.Errorf("%+v is read again as %+v, %v, %v", k, again, err, wrong)
			}
		}
		if k, err := ParseSigner(text); judged(t, err) {
			if again, err := ParseSigner(k.Signer); err != nil || again != k {
				t.Errorf("%+v is read again as %+v, %v", k, again, err)
			}
		}
		_, err := ParseReader(text)
		judged(t, err)
		_, err = ParseIdentity(text, text)
		judged(t, err)
	})
}

// FuzzRecord gives any text for a record that the other side has kept.
func FuzzRecord(f *testing.F) {
	f.Add((&Record{Graduate: Graduate{ID: "aa11", Key: "1234567", Attempt: "1", Surname: "Ґудзь", Fields: map[string]string{"street": "Бузкова, 5"}}, Subjects: []Subject{{Graduate: "aa11", Subject: "math"}}}).Text())
	f.Add(`{"Graduate":{"Fields":null},"Payments":[{}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ParseRecord(text)
		if err != nil {
			return
		}
		again, err := ParseRecord(r.Text())
		if err != nil || again.Text() != r.Text() || again.Hash() != r.Hash() {
			t.Errorf("%s is read again as %s, %v", r.Text(), again.Text(), err)
		}
	})
}
