package imaging

import (
	"bytes"
	"encoding/binary"
	"image/jpeg"
)

// Markers of a JPEG (ITU-T T.81, table B.1; APP14 is Adobe's).
const (
	jpegSOF0, jpegSOF2    = 0xc0, 0xc2
	jpegRST0, jpegRST7    = 0xd0, 0xd7
	jpegEOI, jpegSOS      = 0xd9, 0xda
	jpegDRI, jpegAPP14    = 0xdd, 0xee
	jpegAPP2              = 0xe2
	jpegFill, jpegStuffed = 0xff, 0x00
)

// jpegFrame is what the segments of a JPEG say of the work to come.
type jpegFrame struct {
	width, height int
	// samples are those of all components, in whole blocks as they are unpacked.
	samples int
	// progressive files come in passes, between which every coefficient is kept.
	progressive bool
	// converted says that colours may be put together anew at the end: RGB and CMYK.
	converted bool
	scans     int
	// restarts says that marks stand in the data, cut that colours have fewer samples than
	// lightness.
	restarts, cut bool
	// ended says that the mark of the end was found.
	ended bool
}

// cutOff reports a picture that began and has no end.
func (f jpegFrame) cutOff() bool { return f.samples > 0 && !f.ended }

// rare reports a kind that image/jpeg refuses although it is sound: its data comes in passes
// with marks between them.
func (f jpegFrame) rare() bool { return f.progressive && f.restarts && f.cut }

// jpegHeader judges a JPEG by its segments: image/jpeg keeps an octet for each sample, four
// more for each while a progressive file is not finished, and four for each pixel where it
// converts colours. Every scan goes over all that it names.
func jpegHeader(content []byte) (header, error) {
	// Whether there is a header that can be read is the decoder's to say.
	size, err := jpeg.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return header{}, err
	}
	f := frameOf(content)
	h := header{width: f.width, height: f.height, memory: f.samples, work: f.samples * f.scans, colours: size.ColorModel}
	if f.progressive {
		h.memory += 4 * f.samples
	}
	if f.converted {
		h.memory += 4 * f.width * f.height
	}
	return h, nil
}

// frameOf walks through the segments to the end of the picture.
func frameOf(content []byte) jpegFrame {
	var f jpegFrame
	for at := 2; ; {
		marker, body, next := jpegSegment(content, at)
		switch {
		case marker == jpegEOI:
			f.ended = next < len(content) || len(content) > 1 && content[len(content)-1] == jpegEOI
			return f
		case jpegSOF0 <= marker && marker <= jpegSOF2 && len(body) > 6 && f.samples == 0:
			f.start(marker, body)
		case marker == jpegDRI:
			f.restarts = f.restarts || len(body) >= 2 && (body[0] != 0 || body[1] != 0)
		case marker == jpegSOS:
			f.scans++
		case marker == jpegAPP14 && len(body) >= 12 && string(body[:5]) == "Adobe":
			f.converted = f.converted || body[11] == 0
		}
		at = next
	}
}

// start reads the header of the frame: sides and, for each component, into how many
// samples a block of the whole is cut.
func (f *jpegFrame) start(marker byte, body []byte) {
	f.progressive = marker == jpegSOF2
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	var names []byte
	across, down, blocks := 1, 1, 0
	for c := body[6:]; len(c) >= 3; c = c[3:] {
		h, v := int(c[1]>>4), int(c[1]&0x0f)
		across, down, blocks = max(across, h), max(down, v), blocks+h*v
		names = append(names, c[0])
	}
	if len(names) == 1 {
		across, down, blocks = 1, 1, 1
	}
	f.cut = across*down > 1
	f.converted = f.converted || len(names) == 4 || string(names) == "RGB"
	f.samples = 64 * blocks * wholes(f.width, 8*across) * wholes(f.height, 8*down)
}

// wholes is how many pieces of a size cover a length.
func wholes(length, size int) int { return (length + size - 1) / size }

// jpegSegment is the next segment at a place or after it, as the decoder will find it, and
// where the search goes on. At the end of the content it is the end of the picture.
func jpegSegment(content []byte, at int) (marker byte, body []byte, next int) {
	for at+1 < len(content) {
		found := bytes.IndexByte(content[at:], jpegFill)
		if found < 0 {
			break
		}
		at += found
		for at < len(content) && content[at] == jpegFill {
			at++
		}
		if at+2 >= len(content) {
			break
		}
		marker, at = content[at], at+1
		if marker == jpegStuffed || jpegRST0 <= marker && marker <= jpegRST7 {
			continue
		}
		length := max(int(binary.BigEndian.Uint16(content[at:])), 2)
		next = min(at+length, len(content))
		return marker, content[min(at+2, next):next], next
	}
	return jpegEOI, nil, len(content)
}
