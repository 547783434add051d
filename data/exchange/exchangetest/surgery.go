package exchangetest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"strings"

	"aead.dev/minisign"
	"filippo.io/age"
)

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

// Code is a receiver who opens a file by a code, at a price as age counts it.
func Code(code string, factor int) *age.ScryptRecipient {
	to := must(age.NewScryptRecipient(code))
	to.SetWorkFactor(factor)
	return to
}

func signedOldWay(by minisign.PrivateKey, text string) []byte { return minisign.Sign(by, []byte(text)) }
