package imaging_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"graduand/imaging"
	"graduand/imaging/pixels"
)

// entry is a value of an Exif directory.
type entry struct {
	tag, kind uint16
	count     uint32
	value     []byte
}

func text(tag uint16, s string) entry { return entry{tag, 2, uint32(len(s) + 1), append([]byte(s), 0)} }

// exif is an APP1 segment with the first directory and that of Exif.
func exif(order binary.AppendByteOrder, first, inner []entry) []byte {
	mark := "II"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		mark = "MM"
	}
	tiff := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	if inner != nil {
		first = append(slices.Clone(first), entry{0x8769, 4, 1, nil})
	}
	size := func(entries []entry) int { return 2 + 12*len(entries) + 4 }
	values := 8 + size(first) + size(inner)
	var behind []byte
	directory := func(entries []entry) {
		tiff = order.AppendUint16(tiff, uint16(len(entries)))
		for _, e := range entries {
			tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, e.tag), e.kind), e.count)
			switch {
			case e.value == nil:
				tiff = order.AppendUint32(tiff, uint32(8+size(first)))
			case len(e.value) <= 4:
				tiff = append(tiff, append(slices.Clone(e.value), make([]byte, 4-len(e.value))...)...)
			default:
				tiff = order.AppendUint32(tiff, uint32(values+len(behind)))
				behind = append(behind, e.value...)
			}
		}
		tiff = append(tiff, 0, 0, 0, 0)
	}
	directory(first)
	directory(inner)
	return append([]byte("Exif\x00\x00"), append(tiff, behind...)...)
}

func xmp(attributes string) []byte {
	return fmt.Appendf(nil, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"+
		"<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/' %s/></rdf:RDF></x:xmpmeta>", attributes)
}

// photoWith is a photo of 80 × 60 pixels with segments behind its beginning.
func photoWith(segments ...[]byte) []byte {
	photo := drawnJPEG{width: 80, height: 60, sampling: quarter}.bytes()
	b := bytes.NewBuffer(bytes.Clone(photo[:2]))
	for _, s := range segments {
		segment(b, 0xe1, s)
	}
	b.Write(photo[2:])
	return b.Bytes()
}

// Phones and programs write what a file says of itself in many ways.
func TestWhatAFileSaysOfItself(t *testing.T) {
	big, little := binary.AppendByteOrder(binary.BigEndian), binary.AppendByteOrder(binary.LittleEndian)
	short := func(o binary.AppendByteOrder, v uint16) entry { return entry{0x112, 3, 1, o.AppendUint16(nil, v)} }
	for _, c := range []struct {
		name     string
		segments [][]byte
		turn     pixels.Turn
		taken    string
		programs []string
	}{
		{name: "nothing", turn: 1},
		{"an ordinary phone", [][]byte{exif(little, []entry{short(little, 6), text(0x131, "HDR+ 1.0")}, []entry{text(0x9003, "2021:02:01 10:11:12")})}, 6, "2021-02-01", []string{"HDR+ 1.0"}},
		{"XMP stands before it", [][]byte{xmp("xmp:CreatorTool='Adobe Photoshop CC'"), exif(big, []entry{short(big, 8)}, []entry{text(0x9003, "2020:12:31 23:59:59")})}, 8, "2020-12-31", []string{"Adobe Photoshop CC"}},
		{"a turn in four octets, the great ones first", [][]byte{exif(big, []entry{{0x112, 4, 1, big.AppendUint32(nil, 3)}}, nil)}, 3, "", nil},
		{"a day in XMP without a zone", [][]byte{xmp("exif:DateTimeOriginal='2021-01-15T09:00:00'")}, 1, "2021-01-15", nil},
		{"a clock that was never set", [][]byte{exif(little, nil, []entry{text(0x9003, "0000:00:00 00:00:00")})}, 1, "", nil},
		{"a clock of the first day", [][]byte{exif(little, nil, []entry{text(0x9003, "1970:01:01 00:00:00")})}, 1, "", nil},
		{"a turn that there is not", [][]byte{exif(little, []entry{short(little, 77)}, nil)}, 1, "", nil},
		{"Exif that is none", [][]byte{[]byte("Exif\x00\x00II*\x00\xff\xff\xff\xff")}, 1, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := imaging.Open(photoWith(c.segments...))
			if err != nil {
				t.Fatal(err)
			}
			if a := f.About; a.Turn != c.turn || a.Taken != c.taken || !slices.Equal(a.Programs, c.programs) {
				t.Errorf("%+v", a)
			}
			w, h := f.Size()
			if upright := c.turn < 5; upright != (w > h) {
				t.Errorf("shown as %d × %d", w, h)
			}
		})
	}
}
