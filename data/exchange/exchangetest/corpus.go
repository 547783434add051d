package exchangetest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// Fault is one way to spoil a good message.
type Fault struct {
	Name string
	// Code is what is said of it.
	Code string
	// spoil changes the message, and its manifests with it where it is to pass them. Or file makes the
	// sealed file of the good message.
	spoil func(*bagger)
	file  func(*Good) []byte
}

// hidden is a name that some readers take for the one of an entry instead.
var hidden = []byte{0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, 'e', 'v', 'i', 'l'}

// Faults are the corpus, in the order in which a reader meets them.
func Faults() []Fault {
	return slicesOf(sealFaults, zipFaults, bombFaults, nameFaults, bagFaults, signatureFaults, envelopeFaults, tableFaults)
}

func slicesOf(all ...[]Fault) (one []Fault) {
	for _, some := range all {
		one = append(one, some...)
	}
	return one
}

var sealFaults = []Fault{
	{Name: "of 0 bytes", Code: "message.empty", file: func(*Good) []byte { return nil }},
	{Name: "a picture", Code: "message.not_a_message", file: func(g *Good) []byte { return []byte("\xff\xd8\xff photo") }},
	{Name: "the zip without its seal", Code: "message.not_a_message", file: func(g *Good) []byte { return g.Plain }},
	{Name: "sealed for another", Code: "message.not_for_us", file: func(g *Good) []byte {
		return Sealed(g.Plain, secretsOf(Identity()).age.Recipient())
	}},
	{Name: "something behind the seal", Code: "message.damaged", file: func(g *Good) []byte { return append(bytes.Clone(g.File), 0) }},
	{Name: "something before the seal", Code: "message.not_a_message", file: func(g *Good) []byte { return append([]byte{'\n'}, g.File...) }},
	{Name: "sealed by a code where nobody expects one", Code: "message.needs_code", file: func(g *Good) []byte {
		return Sealed(g.Plain, Code("told by voice", 10))
	}},
	{Name: "nothing sealed", Code: "message.not_zip", file: func(g *Good) []byte { return g.Seal(nil) }},
	{Name: "a picture sealed", Code: "message.not_zip", file: func(g *Good) []byte { return g.Seal([]byte("\xff\xd8\xff photo, and some words behind it")) }},
	{Name: "larger than any message", Code: "message.too_large", file: func(g *Good) []byte { return make([]byte, 80<<20+1) }},
}

var zipFaults = []Fault{
	{Name: "without an end", Code: "message.outside", file: func(g *Good) []byte { p := g.bagger().plain(); return g.Seal(p[:len(p)-22]) }},
	{Name: "without a beginning", Code: "message.outside", file: func(g *Good) []byte { return g.Seal(g.bagger().plain()[1:]) }},
	{Name: "something before it", Code: "message.outside", spoil: func(b *bagger) { b.before = []byte("#!/bin/sh\n") }},
	{Name: "something behind it", Code: "message.not_zip", file: func(g *Good) []byte { return g.Seal(append([]byte("x"), append(g.bagger().plain(), 'x')...)) }},
	{Name: "a line feed behind it", Code: "message.outside", spoil: func(b *bagger) { b.after = []byte("\n") }},
	{Name: "a comment", Code: "message.outside", spoil: func(b *bagger) { b.comment = "yours" }},
	{Name: "something between two entries", Code: "message.outside", file: func(g *Good) []byte { return g.Seal(parted(g.bagger().plain(), "PK\x03\x04data/files")) }},
	{Name: "something before the directory", Code: "message.outside", file: func(g *Good) []byte { return g.Seal(parted(g.bagger().plain(), "PK\x01\x02")) }},
	{Name: "an entry that the directory does not have", Code: "message.outside", file: func(g *Good) []byte { return g.Seal(unlistedEntry(g.bagger().plain())) }},
	{Name: "another name in the directory", Code: "message.outside", file: func(g *Good) []byte {
		p := g.bagger().plain()
		at := bytes.LastIndex(p, []byte("data/payments.csv"))
		return g.Seal(append(append(bytes.Clone(p[:at]), "data/moneyyyy.csv"...), p[at+len("data/payments.csv"):]...))
	}},
	{Name: "another size in the local header", Code: "message.outside", file: func(g *Good) []byte { return g.Seal(localSizes(g.bagger())) }},
	{Name: "an entry twice", Code: "message.twice", spoil: func(b *bagger) { b.entries = append(b.entries, b.entries[0]) }},
	{Name: "names that differ by case", Code: "message.twice", spoil: func(b *bagger) { b.put("data/Message.json", []byte("{}")) }},
	{Name: "encrypted by the zip", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0] = lying(b.entries[0], func(e *entry) { e.Flags = 1 }) }},
	{Name: "a method of compression that is not ours", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0] = lying(b.entries[0], func(e *entry) { e.Method = 12 }) }},
	{Name: "stored, with two sizes", Code: "message.bad_entry", spoil: func(b *bagger) {
		b.entries[0] = lying(b.entries[0], func(e *entry) { e.UncompressedSize64++ })
	}},
	{Name: "a second name of Info-ZIP", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].Extra = hidden }},
	{Name: "sizes of zip64", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].Extra = []byte{1, 0, 0, 0} }},
	{Name: "another checksum", Code: "message.damaged", spoil: func(b *bagger) {
		at := b.find("data/subjects.csv")
		b.entries[at] = lying(b.entries[at], func(e *entry) { e.CRC32++ })
	}},
	{Name: "a link", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].SetMode(fs.ModeSymlink | 0o777) }},
	{Name: "a pipe", Code: "message.bad_entry", spoil: func(b *bagger) { b.entries[0].SetMode(fs.ModeNamedPipe | 0o600) }},
}

var bombFaults = []Fault{
	{Name: "more entries than any message", Code: "message.too_many", spoil: func(b *bagger) {
		for i := range 20_000 {
			b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: fmt.Sprintf("%05d", i)}})
		}
	}},
	{Name: "so many entries that only zip64 counts them", Code: "message.outside", spoil: func(b *bagger) {
		for i := range 66_000 {
			b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: fmt.Sprintf("%05d", i)}})
		}
	}},
	{Name: "a directory larger than any", Code: "message.too_many", spoil: func(b *bagger) {
		for i := range 80 {
			b.entries = append(b.entries, entry{FileHeader: zip.FileHeader{Name: strings.Repeat("x", 60_000) + fmt.Sprint(i)}})
		}
	}},
	{Name: "zeros that unpack to more than any message has", Code: "message.too_large", spoil: func(b *bagger) {
		b.entries = append(b.entries, zeros("1", 50<<20), zeros("2", 50<<20))
	}},
	{Name: "zeros that unpack to more photos than a message has", Code: "message.too_large", spoil: func(b *bagger) {
		b.entries = append(b.entries, zeros("0", 64<<20))
		b.swap("manifest-sha256.txt", b.text("manifest-sha256.txt"), b.text("manifest-sha256.txt")+"b"+strings.Repeat("0", 63)+"  "+zeros("0", 0).Name+"\n")
		b.tag()
	}},
	{Name: "more in an entry than it says", Code: "message.damaged", spoil: func(b *bagger) {
		e := zeros("1", 1<<20)
		e.UncompressedSize64 = 10
		b.entries = append(b.entries, e)
		b.listRaw(e)
	}},
	{Name: "less in an entry than it says", Code: "message.damaged", spoil: func(b *bagger) {
		e := zeros("1", 10)
		e.UncompressedSize64 = 1 << 20
		b.entries = append(b.entries, e)
		b.listRaw(e)
	}},
	{Name: "an envelope larger than any", Code: "message.too_large", spoil: func(b *bagger) { b.put("data/message.json", make([]byte, 128<<10+1)); b.list() }},
	{Name: "a table larger than any", Code: "message.too_large", spoil: func(b *bagger) { b.put("data/subjects.csv", make([]byte, 8<<20+1)); b.list() }},
	{Name: "a manifest larger than any", Code: "message.too_large", spoil: func(b *bagger) { b.put("manifest-sha256.txt", make([]byte, 4<<20+1)); b.tag() }},
	{Name: "a signature larger than any", Code: "message.too_large", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", make([]byte, 4<<10+1)) }},
	{Name: "more rows than any table", Code: "message.bad_table", spoil: func(b *bagger) { b.put("data/conditions.csv", conditions(50_001)); b.list() }},
	{Name: "more columns than any table", Code: "message.bad_table", spoil: func(b *bagger) {
		header, rest, _ := strings.Cut(b.text("data/graduates.csv"), "\n")
		for i := range 501 {
			header += fmt.Sprintf(",field_f%d", i)
		}
		b.put("data/graduates.csv", []byte(header+"\n"+rest))
		b.list()
	}},
	{Name: "a cell larger than any", Code: "message.bad_table", spoil: func(b *bagger) { b.swap("data/graduates.csv", "Бондар", strings.Repeat("Б", 5_000)); b.list() }},
	{Name: "an envelope nested deeply", Code: "message.bad_envelope", spoil: func(b *bagger) {
		b.swap("data/message.json", `"anchor": "12:abc"`, `"anchor": `+strings.Repeat("[", 60_000)+strings.Repeat("]", 60_000))
		b.list()
	}},
	{Name: "an envelope nested within what JSON takes", Code: "message.bad_envelope", spoil: func(b *bagger) {
		b.swap("data/message.json", `"anchor": "12:abc"`, `"anchor": `+strings.Repeat("[", 9_000)+strings.Repeat("]", 9_000))
		b.list()
	}},
}

var nameFaults = named("../evil", "/etc/passwd", "data/../../evil.csv", `C:\evil`, `..\evil`, `data\message.json`, "data/", "data/files/", "data/files/1.jpg", "data/files/"+strings.Repeat("a", 64)+".exe",
	"con", "NUL", "data/payments.csv\x00.csv", "data/payments.csv ", "data/платежі.csv", "data/pаyments.csv", "evil.txt", "tagmanifest-sha512.txt", "data/graduates.csv:stream", "data//graduates.csv", "./data/graduates.csv", "")

// named are entries by names that no entry has.
func named(names ...string) (all []Fault) {
	for _, name := range names {
		all = append(all, Fault{Name: fmt.Sprintf("an entry called %q", name), Code: "message.bad_name", spoil: func(b *bagger) { b.put(name, []byte("evil")); b.list() }})
	}
	return all
}

var bagFaults = []Fault{
	{Name: "a photo that is absent", Code: "message.absent", spoil: func(b *bagger) { b.drop(photoPath(b)) }},
	{Name: "a photo that no manifest has", Code: "message.unlisted", spoil: func(b *bagger) { b.put("data/files/"+strings.Repeat("0", 64)+".jpg", []byte("x")) }},
	{Name: "a photo that no document names", Code: "message.unlisted", spoil: func(b *bagger) { b.put("data/files/"+strings.Repeat("0", 64)+".jpg", []byte("x")); b.list() }},
	{Name: "a document whose photo is in no manifest", Code: "message.absent", spoil: func(b *bagger) { b.drop(photoPath(b)); b.list() }},
	{Name: "a photo that was changed", Code: "message.changed", spoil: func(b *bagger) { b.put(photoPath(b), []byte("another")) }},
	{Name: "a table that was changed", Code: "message.changed", spoil: func(b *bagger) { b.swap("data/payments.csv", "370", "0") }},
	{Name: "an envelope that was changed", Code: "message.changed", spoil: func(b *bagger) { b.swap("data/message.json", "kharkiv-7", "kharkiv-8") }},
	{Name: "a manifest that was changed", Code: "message.changed", spoil: func(b *bagger) {
		b.swap("manifest-sha256.txt", SumOf([]byte(b.text("data/payments.csv"))), SumOf([]byte(b.text("data/subjects.csv"))))
	}},
	{Name: "a description that was changed", Code: "message.changed", spoil: func(b *bagger) { b.swap("bag-info.txt", "Graduand", "Graduate") }},
	{Name: "no manifest", Code: "message.absent", spoil: func(b *bagger) { b.drop("manifest-sha256.txt") }},
	{Name: "no manifest of the tags", Code: "message.absent", spoil: func(b *bagger) { b.drop("tagmanifest-sha256.txt") }},
	{Name: "a manifest that is not listed", Code: "message.unlisted", spoil: func(b *bagger) {
		b.put("tagmanifest-sha256.txt", b.sums(func(name string) bool { return name == "bagit.txt" }))
		b.sign()
	}},
	{Name: "no declaration", Code: "message.absent", spoil: func(b *bagger) { b.drop("bagit.txt"); b.list() }},
	{Name: "another declaration", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("bagit.txt", "1.0", "0.97"); b.list() }},
	{Name: "an empty manifest", Code: "message.bad_bag", spoil: func(b *bagger) { b.put("manifest-sha256.txt", nil); b.tag() }},
	{Name: "a manifest cut off", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", ".csv\n", ".csv"); b.tag() }},
	{Name: "a manifest with a name twice", Code: "message.bad_bag", spoil: func(b *bagger) {
		b.put("manifest-sha256.txt", []byte(b.text("manifest-sha256.txt")+b.text("manifest-sha256.txt")))
		b.tag()
	}},
	{Name: "a manifest in capitals", Code: "message.bad_bag", spoil: func(b *bagger) {
		b.put("manifest-sha256.txt", []byte(strings.ToUpper(b.text("manifest-sha256.txt"))))
		b.tag()
	}},
	{Name: "a manifest with one blank", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "  ", " *"); b.tag() }},
	{Name: "a manifest with lines of Windows", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "\n", "\r\n"); b.tag() }},
	{Name: "a manifest that leads out", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "data/payments.csv", "../payments.csv"); b.tag() }},
	{Name: "a manifest with a tag", Code: "message.bad_bag", spoil: func(b *bagger) { b.swap("manifest-sha256.txt", "data/payments.csv", "bagit.txt"); b.tag() }},
	{Name: "no table of payments", Code: "message.absent", spoil: func(b *bagger) { b.drop("data/payments.csv"); b.list() }},
	{Name: "a table of another type of message", Code: "message.unlisted", spoil: func(b *bagger) { b.put("data/receipts.csv", []byte("graduate\n")); b.list() }},
	{Name: "a campaign file in entries", Code: "message.unlisted", spoil: func(b *bagger) { b.put("data/campaign.toml", []byte("format = 1\n")); b.list() }},
	{Name: "no envelope", Code: "message.absent", spoil: func(b *bagger) { b.drop("data/message.json"); b.list() }},
}

var signatureFaults = []Fault{
	{Name: "no signature", Code: "message.unsigned", spoil: func(b *bagger) { b.drop("tagmanifest-sha256.txt.minisig") }},
	{Name: "a signature that is none", Code: "message.bad_signature", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", []byte("signed by me")) }},
	{Name: "an empty signature", Code: "message.bad_signature", spoil: func(b *bagger) { b.put("tagmanifest-sha256.txt.minisig", nil) }},
	{Name: "signed by another", Code: "message.unknown_signer", spoil: func(b *bagger) { b.signer = secretsOf(Identity()).sign; b.list() }},
	{Name: "another comment in the signature", Code: "message.bad_signature", spoil: func(b *bagger) { b.swap("tagmanifest-sha256.txt.minisig", "graduand entries", "graduand receipt") }},
	{Name: "a manifest that was changed after it was signed", Code: "message.bad_signature", spoil: func(b *bagger) {
		b.put("tagmanifest-sha256.txt", append([]byte(b.text("tagmanifest-sha256.txt")), '\n'))
	}},
	{Name: "the signature of another file", Code: "message.bad_signature", spoil: func(b *bagger) {
		was := b.text("tagmanifest-sha256.txt")
		b.put("tagmanifest-sha256.txt", []byte(b.text("manifest-sha256.txt")))
		b.sign()
		b.put("tagmanifest-sha256.txt", []byte(was))
	}},
	{Name: "a signature of the older kind", Code: "message.bad_signature", spoil: func(b *bagger) {
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
