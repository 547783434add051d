package exchangetest

import (
	"bytes"
	"strings"

	"filippo.io/age"

	"graduand/data/exchange"
)

// Loose is a message whose entries can be changed one by one, signed and sealed anew.
type Loose struct {
	plain []byte
	by    *exchange.Identity
	to    age.Recipient
	names []string
}

// Loosen writes a message of by, to those keys.
func Loosen(m *exchange.Message, files []exchange.File, by *exchange.Identity, to exchange.Keys) *Loose {
	scratch := Identity()
	var file bytes.Buffer
	must(exchange.Write(&file, m, files, by, exchange.Seal{Recipients: []string{scratch.Keys().Recipient}}))
	l := &Loose{plain: Decrypted(file.Bytes(), scratch), by: by, to: must(age.ParseX25519Recipient(to.Recipient))}
	for _, e := range newBagger(l.plain, by).entries {
		l.names = append(l.names, e.Name)
	}
	return l
}

// Names are those of the entries.
func (l *Loose) Names() []string { return l.names }

// Plain is the zip as it was written.
func (l *Loose) Plain() []byte { return l.plain }

// Changed is the zip with an entry changed. What is said of it in the manifests is true again where it is told,
// and the signature is then the sender's.
func (l *Loose) Changed(name string, told bool, change func([]byte) []byte) []byte {
	b := newBagger(l.plain, l.by)
	b.put(name, change([]byte(b.text(name))))
	switch {
	case !told:
	case strings.HasPrefix(name, "data/"):
		b.list()
	case name == "tagmanifest-sha256.txt":
		b.sign()
	case !strings.HasPrefix(name, "tagmanifest"):
		b.tag()
	}
	return b.plain()
}

// Seal encrypts whatever it is given for the receiver.
func (l *Loose) Seal(plain []byte) []byte { return Sealed(plain, l.to) }
