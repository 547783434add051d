// Package exchangetest has a small good message, and a corpus of ways to spoil it with the verdict on each,
// for tests of whoever reads messages. The octets are made anew each time, as keys are.
package exchangetest

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"

	"aead.dev/minisign"
	"filippo.io/age"

	"graduand/data/exchange"
)

// bagger makes a message of a good one that is spoilt in one respect. It knows the form of messages
// by itself, from the tools of others, and none of the checks of the package.
type bagger struct {
	entries []entry
	// before, between and after are octets beside the entries, comment that of the zip.
	before, after []byte
	comment       string
	signer        minisign.PrivateKey
}

// entry is one of the zip. With raw its header says what it says, and content is what lies there.
type entry struct {
	zip.FileHeader
	content []byte
	raw     bool
}

// newBagger unpacks a zip.
func newBagger(plain []byte, by *exchange.Identity) *bagger {
	z := must(zip.NewReader(bytes.NewReader(plain), int64(len(plain))))
	b := &bagger{signer: secretsOf(by).sign}
	for _, e := range z.File {
		r := must(e.Open())
		b.put(e.Name, must(io.ReadAll(r)))
	}
	return b
}

type secrets struct {
	age  *age.X25519Identity
	sign minisign.PrivateKey
}

func secretsOf(id *exchange.Identity) (s secrets) {
	secret, sign, err := id.Text()
	if err == nil {
		err = s.sign.UnmarshalText([]byte(sign))
	}
	if err != nil {
		panic(err)
	}
	s.age = must(age.ParseX25519Identity(strings.TrimSpace(secret)))
	return s
}

// Decrypted is what was sealed.
func Decrypted(file []byte, to *exchange.Identity) []byte {
	r := must(age.Decrypt(bytes.NewReader(file), secretsOf(to).age))
	return must(io.ReadAll(r))
}

// Sealed encrypts whatever it is given, for one receiver.
func Sealed(plain []byte, to age.Recipient) []byte {
	var file bytes.Buffer
	w := must(age.Encrypt(&file, to))
	must(w.Write(plain))
	if err := w.Close(); err != nil {
		panic(err)
	}
	return file.Bytes()
}

func (b *bagger) find(name string) int {
	return slices.IndexFunc(b.entries, func(e entry) bool { return e.Name == name })
}

// put adds an entry or gives it another content.
func (b *bagger) put(name string, content []byte) {
	if at := b.find(name); at >= 0 {
		b.entries[at].content = content
		return
	}
	b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: name, Method: zip.Store}, content: content})
}

func (b *bagger) text(name string) string { return string(b.entries[b.find(name)].content) }

// swap writes other words into a text that has the old ones.
func (b *bagger) swap(name, old, with string) {
	text := b.text(name)
	if !strings.Contains(text, old) {
		panic(name + " has no " + old)
	}
	b.put(name, []byte(strings.ReplaceAll(text, old, with)))
}

func (b *bagger) drop(name string) {
	b.entries = slices.Delete(b.entries, b.find(name), b.find(name)+1)
}

// list writes the manifests anew, so that they agree with the entries, and signs them.
func (b *bagger) list() {
	b.put("manifest-sha256.txt", b.sums(func(name string) bool { return strings.HasPrefix(name, "data/") }))
	b.tag()
}

// tag writes the manifest of the tags anew, and signs it.
func (b *bagger) tag() {
	b.put("tagmanifest-sha256.txt", b.sums(func(name string) bool { return !strings.Contains(name, "/") && !strings.HasPrefix(name, "tagmanifest") }))
	b.sign()
}

func (b *bagger) sign() {
	r := minisign.NewReader(strings.NewReader(b.text("tagmanifest-sha256.txt")))
	must(io.Copy(io.Discard, r))
	b.put("tagmanifest-sha256.txt.minisig", r.Sign(b.signer))
}

func (b *bagger) sums(of func(name string) bool) []byte {
	var lines []string
	for _, e := range b.entries {
		if of(e.Name) {
			lines = append(lines, SumOf(e.content)+"  "+e.Name+"\n")
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// plain is the zip.
func (b *bagger) plain() []byte {
	var file bytes.Buffer
	file.Write(b.before)
	w := zip.NewWriter(&file)
	w.SetOffset(int64(len(b.before)))
	for _, e := range b.entries {
		create := w.CreateHeader
		if e.raw {
			create = w.CreateRaw
		}
		header := e.FileHeader
		to := must(create(&header))
		if !strings.HasSuffix(e.Name, "/") {
			must(to.Write(e.content))
		}
	}
	if err := w.SetComment(b.comment); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return append(file.Bytes(), b.after...)
}
