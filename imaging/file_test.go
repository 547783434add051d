package imaging_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"runtime"
	"testing"
	"time"

	"graduand/imaging"
)

// drawnJPEG describes a JPEG that is grey all over: how its header asks for memory and time
// is all that matters.
type drawnJPEG struct {
	width, height int
	progressive   bool
	// sampling is a component's share of a block, «0x22»; names are those of the components.
	sampling []byte
	names    string
	adobe    bool
	// refinements are the scans after the first one.
	refinements int
}

var (
	full    = []byte{0x11, 0x11, 0x11}
	quarter = []byte{0x22, 0x11, 0x11}
)

func (d drawnJPEG) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("\xff\xd8")
	if d.adobe {
		segment(&b, 0xee, append([]byte("Adobe"), make([]byte, 7)...))
	}
	segment(&b, 0xdb, append([]byte{0}, bytes.Repeat([]byte{1}, 64)...))
	start, zigEnd := byte(0xc0), byte(63)
	if d.progressive {
		start, zigEnd = 0xc2, 0
	}
	frame := []byte{8, byte(d.height >> 8), byte(d.height), byte(d.width >> 8), byte(d.width), byte(len(d.sampling))}
	scan := []byte{byte(len(d.sampling))}
	across, down, blocks := 0, 0, 0
	for i, s := range d.sampling {
		name := byte(i + 1)
		if d.names != "" {
			name = d.names[i]
		}
		frame, scan = append(frame, name, s, 0), append(scan, name, 0)
		across, down, blocks = max(across, int(s>>4)), max(down, int(s&15)), blocks+int(s>>4)*int(s&15)
	}
	segment(&b, start, frame)
	// One code of one bit in each table: no difference; the band ends, for 2^14 blocks and more.
	segment(&b, 0xc4, append(append([]byte{0x00, 1}, make([]byte, 15)...), 0))
	end := byte(0)
	if d.progressive {
		end = 0xe0
	}
	segment(&b, 0xc4, append(append([]byte{0x10, 1}, make([]byte, 15)...), end))
	segment(&b, 0xda, append(scan, 0, zigEnd, 0))
	// The bit of each block is 0, and of an ordinary one that of its end too.
	bits := blocks * ((d.width + 8*across - 1) / (8 * across)) * ((d.height + 8*down - 1) / (8 * down))
	if !d.progressive {
		bits *= 2
	}
	b.Write(make([]byte, bits/8+1))
	for range d.refinements {
		segment(&b, 0xda, []byte{1, scan[1], 0, 1, 63, 0})
		b.Write(bandEnds(((d.width + 7) / 8) * ((d.height + 7) / 8)))
	}
	b.WriteString("\xff\xd9")
	return b.Bytes()
}

// bandEnds are the bits that end the band of so many blocks: a 0 and 14 bits of a number.
func bandEnds(blocks int) []byte {
	var out []byte
	held, n := uint32(0), 0
	for left := blocks; left > 0; {
		run := min(left, 1<<15-1)
		if run < 1<<14 {
			run = 1 << 14 // the decoder does not mind that there are fewer
		}
		held, n = held<<15|uint32(run-1<<14), n+15
		for ; n >= 8; n -= 8 {
			octet := byte(held >> (n - 8))
			out = append(out, octet)
			if octet == 0xff {
				out = append(out, 0)
			}
		}
		left -= run
	}
	return append(out, byte(held<<(8-n)))
}

func segment(b *bytes.Buffer, marker byte, body []byte) {
	b.Write([]byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)})
	b.Write(body)
}

// drawnPNG is a black PNG of 16 bits a colour with or without its seven passes.
func drawnPNG(t *testing.T, width, height int, interlaced byte) []byte {
	t.Helper()
	raw := height * (1 + 8*width)
	if interlaced != 0 {
		raw = 0
		for _, p := range [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
			w, h := (width-p[0]+p[2]-1)/p[2], (height-p[1]+p[3]-1)/p[3]
			raw += h * (1 + 8*w)
		}
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := io.CopyN(z, zeros{}, int64(raw)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
	b := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		kind string
		body []byte
	}{{"IHDR", append(head, 16, 6, 0, 0, interlaced)}, {"IDAT", packed.Bytes()}, {"IEND", nil}} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(c.body)))
		whole := append([]byte(c.kind), c.body...)
		b = binary.BigEndian.AppendUint32(append(b, whole...), crc32.ChecksumIEEE(whole))
	}
	return b
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// unpackingTakes is what unpacking allocates in all, and how long it takes.
func unpackingTakes(content []byte) (octets uint64, took time.Duration, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	_, err = imaging.Open(content)
	took = time.Since(began)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, took, err
}

// hostileFile asks for as much as it may, or for more: code is that of the refusal.
type hostileFile struct {
	name, code string
	content    []byte
}

func hostileFiles(t *testing.T) []hostileFile {
	cmyk := []byte{0x11, 0x11, 0x11, 0x11}
	return []hostileFile{
		{"an ordinary photo of a phone of 48 megapixels", "", drawnJPEG{width: 8064, height: 6048, sampling: quarter}.bytes()},
		{"an ordinary one with all its colours, of 49", "", drawnJPEG{width: 7000, height: 7000, sampling: full}.bytes()},
		{"a progressive photo of 26", "", drawnJPEG{width: 5100, height: 5100, sampling: quarter, progressive: true, refinements: 12}.bytes()},
		{"a progressive one with all its colours, of 13", "", drawnJPEG{width: 3600, height: 3600, sampling: full, progressive: true, refinements: 23}.bytes()},
		{"a grey progressive one of 39", "", drawnJPEG{width: 6240, height: 6240, sampling: []byte{0x11}, progressive: true, refinements: 20}.bytes()},
		{"RGB of 28", "", drawnJPEG{width: 5300, height: 5300, sampling: full, names: "RGB"}.bytes()},
		{"CMYK of 24", "", drawnJPEG{width: 4900, height: 4900, sampling: cmyk, adobe: true}.bytes()},
		{"PNG of 16 bits, of 24", "", drawnPNG(t, 4900, 4900, 0)},
		{"the same in passes, of 12", "", drawnPNG(t, 3500, 3500, 1)},
		{"the one of 897 MB", "attachment.too_heavy", drawnJPEG{width: 7000, height: 7000, sampling: full, progressive: true}.bytes()},
		{"a progressive photo of 48", "attachment.too_heavy", drawnJPEG{width: 8064, height: 6048, sampling: quarter, progressive: true}.bytes()},
		{"RGB of 49", "attachment.too_heavy", drawnJPEG{width: 7000, height: 7000, sampling: full, names: "RGB"}.bytes()},
		{"RGB by the word of Adobe, of 49", "attachment.too_heavy", drawnJPEG{width: 7000, height: 7000, sampling: full, adobe: true}.bytes()},
		{"CMYK of 49", "attachment.too_heavy", drawnJPEG{width: 7000, height: 7000, sampling: cmyk, adobe: true}.bytes()},
		{"PNG in passes of 24", "attachment.too_heavy", drawnPNG(t, 4900, 4900, 1)},
		{"one gone over 20,000 times", "attachment.too_heavy", drawnJPEG{width: 3600, height: 3600, sampling: full, progressive: true, refinements: 20_000}.bytes()},
		{"one of 51 megapixels", "attachment.too_many_pixels", drawnJPEG{width: 7200, height: 7200, sampling: quarter}.bytes()},
	}
}

// Attacks §4: «one progressive JPEG within the limits takes 611–897 MB».
func TestPicturesAreBounded(t *testing.T) {
	for _, c := range hostileFiles(t) {
		t.Run("§4 "+c.name, func(t *testing.T) {
			octets, took, err := unpackingTakes(c.content)
			if textOf(err) != c.code || err != nil && c.code == "" {
				t.Errorf("got %v, want %q", err, c.code)
			}
			if octets > 205<<20 || took > 10*time.Second {
				t.Errorf("%d MB in %s", octets>>20, took)
			}
			t.Logf("%d MB in %s, file of %d KB", octets>>20, took, len(c.content)>>10)
		})
	}
}

func TestInspect(t *testing.T) {
	for _, c := range []struct {
		name    string
		format  imaging.Format
		text    string
		content []byte
	}{
		{"G11 a JPEG", imaging.JPEG, "", drawnJPEG{width: 8, height: 8, sampling: full}.bytes()},
		{"G11 a PNG", imaging.PNG, "", drawnPNG(t, 8, 8, 0)},
		{"G11 a program", imaging.Unknown, "attachment.no_picture", []byte("MZ\x90\x00 this is a program")},
		{"G11 a page of the web", imaging.Unknown, "attachment.no_picture", []byte("<html><script>")},
		{"G11 the beginning of a JPEG before a program", imaging.JPEG, "attachment.damaged", []byte("\xff\xd8\xff\xe0MZ\x90\x00 and so on, for longer than the segment says")},
		{"nothing", imaging.Unknown, "attachment.empty", nil},
		{"a photo of a messenger", imaging.WebP, "attachment.is_webp", []byte("RIFF\x10\x00\x00\x00WEBPVP8 ")},
		{"a photo of an iPhone", imaging.HEIC, "attachment.is_heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")},
		{"a scan of several pages", imaging.PDF, "attachment.is_pdf", []byte("%PDF-1.7\n")},
	} {
		t.Run(c.name, func(t *testing.T) {
			format, err := imaging.Inspect(c.content)
			if textOf(err) != c.text || format != c.format {
				t.Errorf("got %q, %v", format, err)
			}
		})
	}
}

// What a phone puts behind the end of a picture, another picture or a film, is no matter.
func TestBytesBehindTheEnd(t *testing.T) {
	photo := drawnJPEG{width: 80, height: 60, sampling: quarter}.bytes()
	f, err := imaging.Open(append(append(bytes.Clone(photo), photo...), "MotionPhoto_Data and more"...))
	if err != nil {
		t.Fatal(err)
	}
	if w, h := f.Size(); w != 80 || h != 60 {
		t.Errorf("%d × %d", w, h)
	}
}

func TestCutOffIsNotDamaged(t *testing.T) {
	for name, photo := range map[string][]byte{"JPEG": drawnJPEG{width: 800, height: 600, sampling: quarter}.bytes(), "PNG": drawnPNG(t, 40, 40, 0)} {
		if _, err := imaging.Open(photo[:len(photo)*3/4]); textOf(err) != "attachment.cut_off" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// textOf is the code of a refusal.
func textOf(err error) string {
	var r *imaging.Refusal
	if errors.As(err, &r) {
		return r.Text
	}
	return ""
}
