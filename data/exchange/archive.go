package exchange

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"graduand/data"
)

// archive is a zip of which nothing is believed: it has exactly the entries that a message may have,
// each once, one behind the other, and nothing before, between or after them. Entries are read from
// where they lie; none is ever written to a disk.
type archive struct {
	entries []*zip.File
	byName  map[string]*zip.File
	// octets are those of what was admitted, unpacked.
	octets uint64
	// sums are those of the manifests, as soon as they have been read: what is read then is held
	// against them each time.
	sums map[string]string
}

func openArchive(plain io.ReaderAt, size int64) (*archive, error) {
	directory, err := findDirectory(plain, size)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(plain, size)
	if err != nil {
		return nil, data.FailWith(err, "message.not_zip", nil)
	}
	a := &archive{entries: z.File, byName: map[string]*zip.File{}}
	for _, e := range z.File {
		if err := a.admit(e); err != nil {
			return nil, err
		}
	}
	return a, refuseGaps(plain, z.File, directory)
}

// flags are those that an entry may have: how well it was compressed, a descriptor behind it, and a
// name in UTF-8. None of them means encryption, a patch or a name that is hidden.
const flags = 1<<1 | 1<<2 | hasDescriptor | 1<<11

// admit refuses an entry that no message has.
func (a *archive) admit(e *zip.File) error {
	refuse := func(code string) error { return data.Fail(code, data.Args{"file": cutCell(e.Name)}) }
	folded := strings.ToLower(e.Name)
	a.octets += e.UncompressedSize64
	switch {
	case a.byName[folded] != nil:
		return refuse("message.twice")
	case !names.MatchString(e.Name):
		return refuse("message.bad_name")
	case e.Mode()&fs.ModeType != 0 || e.Flags&^flags != 0 || e.Method != zip.Store && e.Method != zip.Deflate || saysAgain(e.Extra):
		return refuse("message.bad_entry")
	case e.Method == zip.Store && e.CompressedSize64 != e.UncompressedSize64:
		return refuse("message.bad_entry")
	case e.UncompressedSize64 > maximumContent || a.octets > maximumContent:
		return tooLarge(maximumContent)
	}
	a.byName[folded] = e
	return nil
}

// saysAgain says that an entry has an extra field with other sizes (zip64) or another name (the one of
// Info-ZIP in Unicode): readers differ in which they believe.
func saysAgain(extra []byte) bool {
	const zip64, unicodeName, head = 0x0001, 0x7075, 4
	for len(extra) >= head {
		if id := u16(extra); id == zip64 || id == unicodeName {
			return true
		}
		extra = extra[min(head+int(u16(extra[2:])), len(extra)):]
	}
	return false
}

func tooLarge(limit int64) error {
	return data.Fail("message.too_large", data.Args{"megabytes": max(limit>>20, 1)})
}

func (a *archive) has(name string) bool { return a.byName[name] != nil }

// text reads an entry that has at most limit octets. Whatever it says of its size, no more is read.
func (a *archive) text(name string, limit int64) ([]byte, error) {
	e := a.byName[name]
	if e == nil {
		return nil, data.Fail("message.absent", data.Args{"file": name})
	}
	if e.UncompressedSize64 > uint64(limit) {
		return nil, tooLarge(limit)
	}
	content := make([]byte, 0, e.UncompressedSize64)
	err := unpack(e, nil, func(piece []byte) { content = append(content, piece...) })
	if err == nil && a.sums[name] != "" && a.sums[name] != sumOf(content) {
		err = data.Fail("message.changed", data.Args{"file": name})
	}
	return content, err
}

// unpack gives the octets of an entry piece by piece, in the room if there is one. One that has more or fewer than it says, or
// another checksum, is message.damaged.
func unpack(e *zip.File, room []byte, give func([]byte)) error {
	r, err := e.Open()
	if err != nil {
		return data.FailWith(err, "message.damaged", nil)
	}
	defer r.Close()
	left := e.UncompressedSize64
	piece := room
	if piece == nil {
		piece = make([]byte, min(pieceSize, left+1))
	}
	for {
		n, err := r.Read(piece)
		if uint64(n) > left {
			return data.Fail("message.damaged", nil)
		}
		give(piece[:n])
		left -= uint64(n)
		switch {
		case errors.Is(err, io.EOF) && left == 0:
			return nil
		case err != nil:
			return data.FailWith(err, "message.damaged", nil)
		}
	}
}

// compare holds every entry against the manifests, and the manifests against the entries; files are
// the octets of photos and scans.
func (a *archive) compare(tags, payload map[string]string) (files int64, err error) {
	a.sums = maps.Clone(payload)
	maps.Copy(a.sums, tags)
	for _, name := range slices.Sorted(maps.Keys(a.sums)) {
		if !a.has(name) {
			return 0, data.Fail("message.absent", data.Args{"file": name})
		}
	}
	if files = a.files(); files > MaximumFiles {
		return 0, tooLarge(MaximumFiles)
	}
	room := make([]byte, pieceSize)
	for _, e := range a.entries {
		if e.Name == tagmanifestPath || e.Name == signaturePath {
			continue // the signature vouches for the one, and is the other
		}
		if err := a.compareOne(e, room); err != nil {
			return 0, err
		}
	}
	return files, nil
}

// files are the octets of photos and scans, as they are declared; [unpack] takes no others.
func (a *archive) files() (octets int64) {
	for _, e := range a.entries {
		if strings.HasPrefix(e.Name, filesPrefix) {
			octets += int64(e.UncompressedSize64)
		}
	}
	return octets
}

func (a *archive) compareOne(e *zip.File, room []byte) error {
	if a.sums[e.Name] == "" {
		return data.Fail("message.unlisted", data.Args{"file": e.Name})
	}
	h := sha256.New()
	err := unpack(e, nil, func(piece []byte) { h.Write(piece) })
	if err == nil && hex.EncodeToString(h.Sum(nil)) != a.sums[e.Name] {
		err = data.Fail("message.changed", data.Args{"file": e.Name})
	}
	return err
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
