package exchange

import (
	"archive/zip"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"graduand/data"
)

// Signs and sizes of the parts of a zip (APPNOTE 4.3), and the flag of an entry whose sizes follow it.
const (
	localHeader   = 0x04034b50
	descriptor    = 0x08074b50
	endOfDir      = 0x06054b50
	localSize     = 30
	descriptors   = 16
	endSize       = 22
	hasDescriptor = 8
)

// findDirectory gives where the directory of a zip begins that has nothing before its first entry and
// nothing, be it a comment, behind its end. It is message.not_zip where neither is so, and
// message.outside where one of them is not. What the directory may cost is bounded before it is read.
func findDirectory(plain io.ReaderAt, size int64) (begin int64, err error) {
	head, tail := make([]byte, 4), make([]byte, endSize)
	if size < endSize {
		return 0, data.Fail("message.not_zip", nil)
	}
	if err := readAll(plain, head, 0); err != nil {
		return 0, err
	}
	if err := readAll(plain, tail, size-endSize); err != nil {
		return 0, err
	}
	begins, ends := u32(head) == localHeader, u32(tail) == endOfDir
	length, begin := int64(u32(tail[12:])), int64(u32(tail[16:]))
	switch {
	case !begins && !ends:
		return 0, data.Fail("message.not_zip", nil)
	case !begins || !ends || begin+length+endSize != size:
		return 0, data.Fail("message.outside", nil)
	case length > maximumDirectory || u16(tail[10:]) > maximumEntries:
		return 0, data.Fail("message.too_many", data.Args{"number": maximumEntries})
	}
	return begin, nil
}

// refuseGaps walks the local headers: each stands where the one before has ended and says what the
// directory says, and the last entry ends where the directory begins. So the directory tells of all
// there is, whichever program reads it.
func refuseGaps(plain io.ReaderAt, entries []*zip.File, end int64) error {
	// Nearly always the directory has them in the order in which they lie, and then nothing is
	// decrypted twice.
	if walkAll(plain, entries, end) == nil {
		return nil
	}
	content := map[*zip.File]int64{}
	for _, e := range entries {
		var err error
		if content[e], err = e.DataOffset(); err != nil {
			return data.FailWith(err, "message.outside", nil)
		}
	}
	ordered := slices.SortedFunc(slices.Values(entries), func(a, b *zip.File) int { return cmp.Compare(content[a], content[b]) })
	if err := walkAll(plain, ordered, end); err != nil {
		return data.FailWith(err, "message.outside", nil)
	}
	return nil
}

func walkAll(plain io.ReaderAt, entries []*zip.File, end int64) error {
	at := int64(0)
	for _, e := range entries {
		content, err := e.DataOffset()
		if err != nil {
			return err
		}
		if at, err = walk(plain, at, e, content); err != nil {
			return err
		}
	}
	if at != end {
		return fmt.Errorf("entries end at %d, not at %d", at, end)
	}
	return nil
}

// walk gives where an entry ends whose local header must stand at a place and its content at another.
func walk(plain io.ReaderAt, at int64, e *zip.File, content int64) (end int64, err error) {
	head := make([]byte, localSize+len(e.Name))
	if err := readAll(plain, head, at); err != nil {
		return 0, err
	}
	end = content + int64(e.CompressedSize64)
	switch {
	case u32(head) != localHeader || content != at+localSize+int64(u16(head[26:]))+int64(u16(head[28:])):
		return 0, fmt.Errorf("no local header of %q at %d", e.Name, at)
	case int(u16(head[26:])) != len(e.Name) || string(head[localSize:]) != e.Name || u16(head[6:]) != e.Flags || u16(head[8:]) != e.Method:
		return 0, fmt.Errorf("another local header of %q", e.Name)
	case e.Flags&hasDescriptor != 0:
		tail := make([]byte, descriptors)
		if err := readAll(plain, tail, end); err != nil {
			return 0, err
		}
		if u32(tail) != descriptor || !sizesAre(tail[4:], e) {
			return 0, fmt.Errorf("another descriptor of %q", e.Name)
		}
		return end + descriptors, nil
	case !sizesAre(head[14:], e):
		return 0, fmt.Errorf("other sizes of %q", e.Name)
	}
	return end, nil
}

// sizesAre compares checksum and sizes, as they stand in local headers and descriptors, with the
// directory.
func sizesAre(in []byte, e *zip.File) bool {
	return u32(in) == e.CRC32 && uint64(u32(in[4:])) == e.CompressedSize64 && uint64(u32(in[8:])) == e.UncompressedSize64
}

func readAll(from io.ReaderAt, into []byte, at int64) error {
	_, err := io.ReadFull(io.NewSectionReader(from, at, int64(len(into))), into)
	return err
}

func u16(b []byte) uint16 { return binary.LittleEndian.Uint16(b) }

func u32(b []byte) uint32 { return binary.LittleEndian.Uint32(b) }
