package exchange_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io/fs"
	"strings"

	"aead.dev/minisign"
	"filippo.io/age"
)

// fault is one way to spoil a good message, and the code of what is said of it.
type fault struct {
	name string
	code string
	// spoil changes the message, and its manifests with it where it is to pass them. Or file makes the
	// sealed file of the good message.
	spoil func(*bagger)
	file  func(*good) []byte
}

// hidden is a name that some readers take for the one of an entry instead.
var hidden = []byte{0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, 'e', 'v', 'i', 'l'}

// faults are the corpus, in the order in which the reader meets them.
func faults() []fault {
	return slicesOf(sealFaults, zipFaults, bombFaults, nameFaults, bagFaults, signatureFaults, envelopeFaults, tableFaults)
}

func slicesOf(all ...[]fault) (one []fault) {
	for _, some := range all {
		one = append(one, some...)
	}
	return one
}

var sealFaults = []fault{
	{name: "of 0 bytes", code: "message.empty", file: func(*good) []byte { return nil }},
	{name: "a picture", code: "message.not_a_message", file: func(g *good) []byte { return []byte("\xff\xd8\xff photo") }},
	{name: "the zip without its seal", code: "message.not_a_message", file: func(g *good) []byte { return decrypted(g.file, g.centre) }},
	{name: "sealed for another", code: "message.not_for_us", file: func(g *good) []byte {
		return sealed(decrypted(g.file, g.centre), secretsOf(g.stranger).age.Recipient())
	}},
	{name: "something behind the seal", code: "message.damaged", file: func(g *good) []byte { return append(bytes.Clone(g.file), 0) }},
	{name: "something before the seal", code: "message.not_a_message", file: func(g *good) []byte { return append([]byte{'\n'}, g.file...) }},
	{name: "sealed by a code where nobody expects one", code: "message.needs_code", file: func(g *good) []byte {
		return sealed(decrypted(g.file, g.centre), scryptOf("told by voice", 10))
	}},
	{name: "nothing sealed", code: "message.not_zip", file: func(g *good) []byte { return g.seal(nil) }},
	{name: "a picture sealed", code: "message.not_zip", file: func(g *good) []byte { return g.seal([]byte("\xff\xd8\xff photo, and some words behind it")) }},
	{name: "larger than any message", code: "message.too_large", file: func(g *good) []byte { return make([]byte, 80<<20+1) }},
}

var zipFaults = []fault{
	{name: "without an end", code: "message.outside", file: func(g *good) []byte { p := g.bagger().plain(); return g.seal(p[:len(p)-22]) }},
	{name: "without a beginning", code: "message.outside", file: func(g *good) []byte { return g.seal(g.bagger().plain()[1:]) }},
	{name: "something before it", code: "message.outside", spoil: func(b *bagger) { b.before = []byte("#!/bin/sh\n") }},
	{name: "something behind it", code: "message.not_zip", file: func(g *good) []byte { return g.seal(append([]byte("x"), append(g.bagger().plain(), 'x')...)) }},
	{name: "a line feed behind it", code: "message.outside", spoil: func(b *bagger) { b.after = []byte("\n") }},
	{name: "a comment", code: "message.outside", spoil: func(b *bagger) { b.comment = "yours" }},
	{name: "something between two entries", code: "message.outside", file: func(g *good) []byte { return g.seal(parted(g.bagger().plain(), "PK\x03\x04data/files")) }},
	{name: "something before the directory", code: "message.outside", file: func(g *good) []byte { return g.seal(parted(g.bagger().plain(), "PK\x01\x02")) }},
	{name: "an entry that the directory does not have", code: "message.outside", file: func(g *good) []byte { return g.seal(unlistedEntry(g.bagger().plain())) }},
	{name: "another name in the directory", code: "message.outside", file: func(g *good) []byte {
		p := g.bagger().plain()
		at := bytes.LastIndex(p, []byte("data/payments.csv"))
		return g.seal(append(append(bytes.Clone(p[:at]), "data/moneyyyy.csv"...), p[at+len("data/payments.csv"):]...))
	}},
	{name: "another size in the local header", code: "message.outside", file: func(g *good) []byte { return g.seal(localSizes(g.bagger())) }},
	{name: "an entry twice", code: "message.twice", spoil: func(b *bagger) { b.entries = append(b.entries, b.entries[0]) }},
	{name: "names that differ by case", code: "message.twice", spoil: func(b *bagger) { b.put("data/Message.json", []byte("{}")) }},
	{name: "encrypted by the zip", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0] = lying(b.entries[0], func(e *entry) { e.Flags = 1 }) }},
	{name: "a method of compression that is not ours", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0] = lying(b.entries[0], func(e *entry) { e.Method = 12 }) }},
	{name: "stored, with two sizes", code: "message.bad_entry", spoil: func(b *bagger) {
		b.entries[0] = lying(b.entries[0], func(e *entry) { e.UncompressedSize64++ })
	}},
	{name: "a second name of Info-ZIP", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].Extra = hidden }},
	{name: "sizes of zip64", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].Extra = []byte{1, 0, 0, 0} }},
	{name: "another checksum", code: "message.damaged", spoil: func(b *bagger) {
		at := b.find("data/subjects.csv")
		b.entries[at] = lying(b.entries[at], func(e *entry) { e.CRC32++ })
	}},
	{name: "a link", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].SetMode(fs.ModeSymlink | 0o777) }},
	{name: "a pipe", code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].SetMode(fs.ModeNamedPipe | 0o600) }},
}

var bombFaults = []fault{
	{name: "more entries than any message", code: "message.too_many", spoil: func(b *bagger) {
		for i := range 20_000 {
			b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: fmt.Sprintf("%05d", i)}})
		}
	}},
	{name: "a directory larger than any", code: "message.too_many", spoil: func(b *bagger) {
		for i := range 80 {
			b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: strings.Repeat("x", 60_000) + fmt.Sprint(i)}})
		}
	}},
	{name: "zeros that unpack to more than any message has", code: "message.too_large", spoil: func(b *bagger) {
		b.entries = append(b.entries, zeros("1", 50<<20), zeros("2", 50<<20))
	}},
	{name: "zeros that unpack to more photos than a message has", code: "message.too_large", spoil: func(b *bagger) {
		b.entries = append(b.entries, zeros("0", 64<<20))
		b.swap("manifest-sha256.txt", b.text("manifest-sha256.txt"), b.text("manifest-sha256.txt")+"b"+strings.Repeat("0", 63)+"  "+zeros("0", 0).Name+"\n")
		b.tag()
	}},
	{name: "more in an entry than it says", code: "message.damaged", spoil: func(b *bagger) {
		e := zeros("1", 1<<20)
		e.UncompressedSize64 = 10
		b.entries = append(b.entries, e)
		b.listRaw(e)
	}},
	{name: "less in an entry than it says", code: "message.damaged", spoil: func(b *bagger) {
		e := zeros("1", 10)
		e.UncompressedSize64 = 1 << 20
		b.entries = append(b.entries, e)
		b.listRaw(e)
	}},
	{name: "an envelope larger than any", code: "message.too_large", spoil: func(b *bagger) { b.put("data/message.json", make([]byte, 128<<10+1)); b.list() }},
	{name: "a table larger than any", code: "message.too_large", spoil: func(b *bagger) { b.put("data/subjects.csv", make([]byte, 8<<20+1)); b.list() }},
	{name: "a manifest larger than any", code: "message.too_large", spoil: func(b *bagger) { b.put("manifest-sha256.txt", make([]byte, 4<<20+1)); b.tag() }},
	{name: "a signature larger than any", code: "message.too_large", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", make([]byte, 4<<10+1)) }},
	{name: "more rows than any table", code: "message.bad_table", spoil: func(b *bagger) { b.put("data/conditions.csv", conditions(50_001)); b.list() }},
	{name: "more columns than any table", code: "message.bad_table", spoil: func(b *bagger) {
		header, rest, _ := strings.Cut(b.text("data/graduates.csv"), "\n")
		for i := range 501 {
			header += fmt.Sprintf(",field_f%d", i)
		}
		b.put("data/graduates.csv", []byte(header+"\n"+rest))
		b.list()
	}},
	{name: "a cell larger than any", code: "message.bad_table", spoil: func(b *bagger) { b.swap("data/graduates.csv", "Бондар", strings.Repeat("Б", 5_000)); b.list() }},
	{name: "an envelope nested deeply", code: "message.bad_envelope", spoil: func(b *bagger) {
		b.swap("data/message.json", `"anchor": "12:abc"`, `"anchor": `+strings.Repeat("[", 60_000)+strings.Repeat("]", 60_000))
		b.list()
	}},
	{name: "an envelope nested within what JSON takes", code: "message.bad_envelope", spoil: func(b *bagger) {
		b.swap("data/message.json", `"anchor": "12:abc"`, `"anchor": `+strings.Repeat("[", 9_000)+strings.Repeat("]", 9_000))
		b.list()
	}},
}

var nameFaults = named("../evil", "/etc/passwd", "data/../../evil.csv", `C:\evil`, `..\evil`, `data\message.json`, "data/", "data/files/", "data/files/1.jpg", "data/files/"+strings.Repeat("a", 64)+".exe",
	"con", "NUL", "data/payments.csv\x00.csv", "data/payments.csv ", "data/платежі.csv", "data/pаyments.csv", "evil.txt", "tagmanifest-sha512.txt", "data/graduates.csv:stream", "data//graduates.csv", "./data/graduates.csv", "")

// named are entries by names that no entry has.
func named(names ...string) (all []fault) {
	for _, name := range names {
		all = append(all, fault{name: fmt.Sprintf("an entry called %q", name), code: "message.bad_name", spoil: func(b *bagger) { b.put(name, []byte("evil")); b.list() }})
	}
	return all
}

var bagFaults = []fault{
	{name: "a photo that is absent", code: "message.absent", spoil: func(b *bagger) { b.drop(photoPath(b)) }},
	{name: "a photo that no manifest has", code: "message.unlisted", spoil: func(b *bagger) { b.put("data/files/"+strings.Repeat("0", 64)+".jpg", []byte("x")) }},
	{name: "a photo that no document names", code: "message.unlisted", spoil: func(b *bagger) { b.put("data/files/"+strings.Repeat("0", 64)+".jpg", []byte("x")); b.list() }},
	{name: "a document whose photo is in no manifest", code: "message.absent", spoil: func(b *bagger) { b.drop(photoPath(b)); b.list() }},
	{name: "a photo that was changed", code: "message.changed", spoil: func(b *bagger) { b.put(photoPath(b), []byte("another")) }},
	{name: "a table that was changed", code: "message.changed", spoil: func(b *bagger) { b.swap("data/payments.csv", "370", "0") }},
	{name: "an envelope that was changed", code: "message.changed", spoil: func(b *bagger) { b.swap("data/message.json", "kharkiv-7", "kharkiv-8") }},
	{name: "a manifest that was changed", code: "message.changed", spoil: func(b *bagger) {
		b.swap("manifest-sha256.txt", sumOf([]byte(b.text("data/payments.csv"))), sumOf([]byte(b.text("data/subjects.csv"))))
	}},
	{name: "a description that was changed", code: "message.changed", spoil: func(b *bagger) { b.swap("bag-info.txt", "Graduand", "Graduate") }},
	{name: "no manifest", code: "message.absent", spoil: func(b *bagger) { b.drop("manifest-sha256.txt") }},
	{name: "no manifest of the tags", code: "message.absent", spoil: func(b *bagger) { b.drop("tagmanifest-sha256.txt") }},
	{name: "a manifest that is not listed", code: "message.unlisted", spoil: func(b *bagger) {
		b.put("tagmanifest-sha256.txt", b.sums(func(name string) bool { return name == "bagit.txt" }))
		b.sign()
	}},
	{name: "no declaration", code: "message.absent", spoil: func(b *bagger) { b.drop("bagit.txt"); b.list() }},
	{name: "another declaration", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("bagit.txt", "1.0", "0.97"); b.list() }},
	{name: "an empty manifest", code: "message.bad_bag", spoil: func(b *bagger) { b.put("manifest-sha256.txt", nil); b.tag() }},
	{name: "a manifest cut off", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", ".csv\n", ".csv"); b.tag() }},
	{name: "a manifest with a name twice", code: "message.bad_bag", spoil: func(b *bagger) {
		b.put("manifest-sha256.txt", []byte(b.text("manifest-sha256.txt")+b.text("manifest-sha256.txt")))
		b.tag()
	}},
	{name: "a manifest in capitals", code: "message.bad_bag", spoil: func(b *bagger) {
		b.put("manifest-sha256.txt", []byte(strings.ToUpper(b.text("manifest-sha256.txt"))))
		b.tag()
	}},
	{name: "a manifest with one blank", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "  ", " *"); b.tag() }},
	{name: "a manifest with lines of Windows", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "\n", "\r\n"); b.tag() }},
	{name: "a manifest that leads out", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "data/payments.csv", "../payments.csv"); b.tag() }},
	{name: "a manifest with a tag", code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "data/payments.csv", "bagit.txt"); b.tag() }},
	{name: "no table of payments", code: "message.absent", spoil: func(b *bagger) { b.drop("data/payments.csv"); b.list() }},
	{name: "a table of another type of message", code: "message.unlisted", spoil: func(b *bagger) { b.put("data/receipts.csv", []byte("graduate\n")); b.list() }},
	{name: "a campaign file in entries", code: "message.unlisted", spoil: func(b *bagger) { b.put("data/campaign.toml", []byte("format = 1\n")); b.list() }},
	{name: "no envelope", code: "message.absent", spoil: func(b *bagger) { b.drop("data/message.json"); b.list() }},
}

var signatureFaults = []fault{
	{name: "no signature", code: "message.unsigned", spoil: func(b *bagger) { b.drop("tagmanifest-sha256.txt.minisig") }},
	{name: "a signature that is none", code: "message.bad_signature", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", []byte("signed by me")) }},
	{name: "an empty signature", code: "message.bad_signature", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", nil) }},
	{name: "signed by another", code: "message.unknown_signer", spoil: func(b *bagger) { b.signer = secretsOf(identity()).sign; b.list() }},
	{name: "another comment in the signature", code: "message.bad_signature", spoil: func(b *bagger) { b.swap("tagmanifest-sha256.txt.minisig", "graduand entries", "graduand receipt") }},
	{name: "a manifest that was changed after it was signed", code: "message.bad_signature", spoil: func(b *bagger) {
		b.put("tagmanifest-sha256.txt", append([]byte(b.text("tagmanifest-sha256.txt")), '\n'))
	}},
	{name: "the signature of another file", code: "message.bad_signature", spoil: func(b *bagger) {
		was := b.text("tagmanifest-sha256.txt")
		b.put("tagmanifest-sha256.txt", []byte(b.text("manifest-sha256.txt")))
		b.sign()
		b.put("tagmanifest-sha256.txt", []byte(was))
	}},
	{name: "a signature of the older kind", code: "message.bad_signature", spoil: func(b *bagger) {
		b.put("tagmanifest-sha256.txt.minisig", signedOldWay(b.signer, b.text("tagmanifest-sha256.txt")))
	}},
}

func photoPath(b *bagger) string {
	for _, e := range b.entries {
		if strings.HasPrefix(e.Name, "data/files/") {
			return e.Name
		}
	}
	panic("no photo")
}

// lying is an entry whose header says what the test wants.
func lying(e entry, change func(*entry)) entry {
	e.raw, e.CRC32 = true, crc32.ChecksumIEEE(e.content)
	e.CompressedSize64, e.UncompressedSize64 = uint64(len(e.content)), uint64(len(e.content))
	change(&e)
	return e
}

// zeros is a photo of so many zeros, deflated, which then are few octets.
func zeros(digit string, octets int) entry {
	plain := make([]byte, octets)
	var packed bytes.Buffer
	w := must(flate.NewWriter(&packed, flate.BestCompression))
	must(w.Write(plain))
	if err := w.Close(); err != nil {
		panic(err)
	}
	e := entry{FileHeader: zip.FileHeader{Name: "data/files/" + strings.Repeat(digit, 64) + ".jpg", Method: zip.Deflate}, content: packed.Bytes()}
	return lying(e, func(e *entry) { e.CRC32, e.UncompressedSize64 = crc32.ChecksumIEEE(plain), uint64(octets) })
}

// listRaw puts an entry into the manifest under a checksum that nobody will come to compare.
func (b *bagger) listRaw(e entry) {
	b.put("manifest-sha256.txt", []byte(b.text("manifest-sha256.txt")+strings.Repeat("0", 64)+"  "+e.Name+"\n"))
	b.tag()
}

func conditions(rows int) []byte {
	var text bytes.Buffer
	text.WriteString("graduate,kind,code\n")
	for i := range rows {
		fmt.Fprintf(&text, "aa11,condition,%d\n", i)
	}
	return text.Bytes()
}

// parted is a zip with a few octets put in where something begins for the last time, and a directory
// that knows of them.
func parted(plain []byte, begin string) []byte {
	at := bytes.Index(plain, []byte("PK\x01\x02"))
	if i := bytes.LastIndex(plain[:at], []byte(begin[:4])); begin[:4] == "PK\x03\x04" {
		at = i
	}
	directory := bytes.Index(plain, []byte("PK\x01\x02"))
	out := append(append(bytes.Clone(plain[:at]), "between"...), plain[at:]...)
	// The last entry and the directory begin seven octets later now.
	end := len(out) - 22
	put32(out[end+16:], uint32(directory+7))
	if at < directory {
		last := bytes.LastIndex(out[:end], []byte("PK\x01\x02"))
		put32(out[last+42:], uint32(at+7))
	}
	return out
}

func put32(into []byte, n uint32) {
	into[0], into[1], into[2], into[3] = byte(n), byte(n>>8), byte(n>>16), byte(n>>24)
}

// unlistedEntry is a zip whose directory does not have its last entry.
func unlistedEntry(plain []byte) []byte {
	end := len(plain) - 22
	last := bytes.LastIndex(plain[:end], []byte("PK\x01\x02"))
	out := append(bytes.Clone(plain[:last]), plain[end:]...)
	tail := out[len(out)-22:]
	tail[8]--
	tail[10]--
	put32(tail[12:], uint32(last-bytes.Index(plain, []byte("PK\x01\x02"))))
	return out
}

// localSizes is a zip whose first entry has another checksum in its local header than in the directory.
func localSizes(b *bagger) []byte {
	b.entries[0] = lying(b.entries[0], func(*entry) {})
	plain := b.plain()
	plain[14]++
	return plain
}

func scryptOf(code string, factor int) *age.ScryptRecipient {
	to := must(age.NewScryptRecipient(code))
	to.SetWorkFactor(factor)
	return to
}

func signedOldWay(by minisign.PrivateKey, text string) []byte { return minisign.Sign(by, []byte(text)) }
