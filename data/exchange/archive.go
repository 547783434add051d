package exchange

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"graduand/data"
)

// What a message of a stranger may cost, in octets: texts such as manifests, a table, the signature.
// maximumEntries bounds their number.
const (
	maximumText      = 4 << 20
	maximumTable     = 32 << 20
	maximumSignature = 4 << 10
	maximumEntries   = 20_000
)

// archive is a zip of which nothing is believed: it has exactly the entries that a message may have,
// each once, one behind the other, and nothing before, between or after them. Entries are read from
// where they lie; none is ever written to a disk.
type archive struct {
	entries []*zip.File
	byName  map[string]*zip.File
}

// names are what the entries of a message may be called.
var names = whole(`bagit\.txt|bag-info\.txt|manifest-sha256\.txt|tagmanifest-sha256\.txt(\.minisig)?|data/[a-z]+\.(csv|json|toml)|data/` + patternFile)

func openArchive(plain io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(plain, size)
	if err != nil {
		return nil, data.FailWith(err, "message.not_zip", nil)
	}
	if len(z.File) > maximumEntries {
		return nil, data.Fail("message.too_many", data.Args{"number": maximumEntries})
	}
	a := &archive{entries: z.File, byName: map[string]*zip.File{}}
	for _, e := range z.File {
		if err := a.admit(e); err != nil {
			return nil, err
		}
	}
	return a, a.refuseGaps(plain, size)
}

// admit refuses an entry that no message has.
func (a *archive) admit(e *zip.File) error {
	refuse := func(code string) error { return data.Fail(code, data.Args{"file": cutCell(e.Name)}) }
	folded := strings.ToLower(e.Name)
	switch {
	case a.byName[folded] != nil:
		return refuse("message.twice")
	case !names.MatchString(e.Name):
		return refuse("message.bad_name")
	case e.Mode()&fs.ModeType != 0 || e.Flags&1 != 0 || e.Method != zip.Store && e.Method != zip.Deflate:
		return refuse("message.bad_entry")
	case e.UncompressedSize64 > MaximumFiles || e.Method == zip.Store && e.CompressedSize64 != e.UncompressedSize64:
		return refuse("message.bad_entry")
	}
	a.byName[folded] = e
	return nil
}

const (
	localHeader   = 0x04034b50
	descriptor    = 0x08074b50
	endOfDir      = 0x06054b50
	localSize     = 30
	descriptors   = 16
	endSize       = 22
	hasDescriptor = 8
)

// refuseGaps walks the local headers: each stands where the one before has ended, the last one where
// the directory begins, and the end of the directory is the end of the file. So the directory tells
// of all there is, whichever program reads it.
func (a *archive) refuseGaps(plain io.ReaderAt, size int64) error {
	refuse := data.Fail("message.outside", nil)
	at, err := int64(0), error(nil)
	order := slices.SortedFunc(slices.Values(a.entries), func(x, y *zip.File) int { return cmp.Compare(offsetOf(x), offsetOf(y)) })
	for _, e := range order {
		if at, err = walk(plain, at, e); err != nil {
			return data.FailWith(err, "message.outside", nil)
		}
	}
	end := make([]byte, endSize)
	if size < endSize {
		return refuse
	}
	if _, err := plain.ReadAt(end, size-endSize); err != nil && !errors.Is(err, io.EOF) {
		return data.FailWith(err, "message.damaged", nil)
	}
	length, begin := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
	if binary.LittleEndian.Uint32(end) != endOfDir || begin != at || begin+length+endSize != size {
		return refuse
	}
	return nil
}

func offsetOf(e *zip.File) int64 {
	at, err := e.DataOffset()
	if err != nil {
		return -1 // the walk finds no header there
	}
	return at
}

// walk gives where the entry that begins at a place ends.
func walk(plain io.ReaderAt, at int64, e *zip.File) (int64, error) {
	head := make([]byte, localSize)
	if _, err := plain.ReadAt(head, at); err != nil {
		return 0, err
	}
	begin := at + localSize + int64(binary.LittleEndian.Uint16(head[26:])) + int64(binary.LittleEndian.Uint16(head[28:]))
	if binary.LittleEndian.Uint32(head) != localHeader || begin != offsetOf(e) {
		return 0, fmt.Errorf("no local header of %q at %d", e.Name, at)
	}
	end := begin + int64(e.CompressedSize64)
	if e.Flags&hasDescriptor == 0 {
		return end, nil
	}
	tail := make([]byte, 4)
	if _, err := plain.ReadAt(tail, end); err != nil {
		return 0, err
	}
	if binary.LittleEndian.Uint32(tail) != descriptor {
		return 0, fmt.Errorf("no descriptor of %q", e.Name)
	}
	return end + descriptors, nil
}

func (a *archive) has(name string) bool { return a.byName[name] != nil }

// text reads an entry that has at most limit octets. Whatever it says of its size, no more is read.
func (a *archive) text(name string, limit int64) ([]byte, error) {
	e := a.byName[name]
	if e == nil {
		return nil, data.Fail("message.absent", data.Args{"file": name})
	}
	if e.UncompressedSize64 > uint64(limit) {
		return nil, data.Fail("message.too_large", data.Args{"megabytes": max(limit>>20, 1)})
	}
	r, err := e.Open()
	if err != nil {
		return nil, data.FailWith(err, "message.damaged", nil)
	}
	defer r.Close()
	content := make([]byte, e.UncompressedSize64)
	if _, err := io.ReadFull(r, content); err != nil {
		return nil, data.FailWith(err, "message.damaged", nil)
	}
	if n, err := r.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
		return nil, data.Fail("message.damaged", nil)
	}
	return content, nil
}

// declares refuses an entry that says anything else.
func (a *archive) declares(name, wanted string) error {
	text, err := a.text(name, maximumSignature)
	if err == nil && string(text) != wanted {
		return data.Fail("message.bad_bag", data.Args{"file": name})
	}
	return err
}

// compare holds every entry against the manifests, and the manifests against the entries; files are
// the octets of photos and scans.
func (a *archive) compare(tags, payload map[string]string) (files int64, err error) {
	for _, of := range []map[string]string{tags, payload} {
		for _, name := range slices.Sorted(maps.Keys(of)) {
			if !a.has(name) {
				return 0, data.Fail("message.absent", data.Args{"file": name})
			}
		}
	}
	for _, e := range a.entries {
		wanted, listed := payload[e.Name], true
		if isTag.MatchString(e.Name) {
			wanted = tags[e.Name]
		}
		if listed = wanted != ""; !listed && !strings.HasPrefix(e.Name, "tagmanifest") {
			return 0, data.Fail("message.unlisted", data.Args{"file": e.Name})
		}
		sum, octets, err := sumOf(e)
		if err != nil {
			return 0, err
		}
		if listed && sum != wanted {
			return 0, data.Fail("message.changed", data.Args{"file": e.Name})
		}
		if strings.HasPrefix(e.Name, "data/files/") {
			files += octets
		}
	}
	if files > MaximumFiles {
		return 0, data.Fail("message.too_large", data.Args{"megabytes": MaximumFiles >> 20})
	}
	return files, nil
}

func sumOf(e *zip.File) (sum string, octets int64, err error) {
	r, err := e.Open()
	if err != nil {
		return "", 0, data.FailWith(err, "message.damaged", nil)
	}
	defer r.Close()
	h := sha256.New()
	octets, err = io.Copy(h, io.LimitReader(r, int64(e.UncompressedSize64)+1))
	if err != nil || octets != int64(e.UncompressedSize64) {
		return "", 0, data.FailWith(err, "message.damaged", nil)
	}
	return hex.EncodeToString(h.Sum(nil)), octets, nil
}

var (
	isTag     = whole(`bagit\.txt|bag-info\.txt|manifest-sha256\.txt`)
	isPayload = whole(`data/.*`)
)

// readManifest reads lines «SHA-256, two blanks, name», as sha256sum writes them; every name is one
// that this manifest may have, and stands once.
func readManifest(of string, text []byte, may *regexp.Regexp) (map[string]string, error) {
	sums := map[string]string{}
	refuse := data.Fail("message.bad_bag", data.Args{"file": of})
	if len(text) == 0 || text[len(text)-1] != '\n' {
		return nil, refuse
	}
	for line := range strings.Lines(string(text)) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || !whole(patternSHA256).MatchString(sum) || !names.MatchString(name) || !may.MatchString(name) || sums[name] != "" {
			return nil, refuse
		}
		sums[name] = sum
	}
	return sums, nil
}
