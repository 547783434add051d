package imaging

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"sync"

	"graduand/imaging/pixels"
)

// The fence before a picture: octets of the file, pixels of a side, pixels in all, and what
// unpacking it would cost, which the header tells: a file of 4 MB can ask for 900 MB and
// one of 25 MB for hours.
const (
	MaximumSize = 25 << 20
	maximumSide = 12_000
	maximumJPEG = 50_000_000
	maximumPNG  = 25_000_000
	// maximumMemory is in octets: beside the 190 MB of the window it stays below 400 MB.
	// An ordinary photo of 50 million pixels takes 150 MB at most.
	maximumMemory = 200_000_000
	// maximumWork is in samples, counted once for each pass over them: 10 s on a slow PC.
	maximumWork = 1_000_000_000
)

// unpacking lets one picture at a time be unpacked: a large one takes 200 MB.
var unpacking sync.Mutex

// Refusal is why a file is not opened as a picture.
type Refusal struct {
	// Rule is the one that it breaks.
	Rule Rule
	// Text is the code of the sentence that says what helps, Args what stands in it.
	Text string
	Args map[string]any
	Err  error
}

func (r *Refusal) Error() string {
	if r.Err == nil {
		return fmt.Sprintf("open picture: %s", r.Text)
	}
	return fmt.Sprintf("open picture: %s: %v", r.Text, r.Err)
}

func (r *Refusal) Unwrap() error { return r.Err }

// File is a picture that has passed the fence.
type File struct {
	*pixels.Picture
	Format Format
	About  About
	// Frames says that it holds several pictures of which the first is seen.
	Frames bool
	// Printed says that its colours are those of ink (CMYK), Transparent that it can be
	// seen through somewhere.
	Printed, Transparent bool
	// colours are the segments of a JPEG with the profile of its colours.
	colours []byte
}

// header is what a file says of itself: its sides in pixels, and what unpacking it
// takes: octets of memory, and samples that are gone over.
type header struct {
	width, height, memory, work int
	colours                     color.Model
}

// Open unpacks a photo or scan, JPEG or PNG, that is within the limits of octets, pixels,
// memory and time. The error is a [*Refusal].
func Open(content []byte) (*File, error) {
	format := FormatOf(content)
	h, err := inspect(format, content)
	if err != nil {
		return nil, err
	}
	whole, err := unpack(format, content, h.memory)
	if err != nil {
		return nil, refused(content, format, err)
	}
	about := readAbout(content, format)
	seen, tells := whole.(interface{ Opaque() bool })
	var colours []byte
	if format == JPEG {
		colours = jpegColours(content)
	}
	return &File{colours: colours, Picture: pixels.New(whole, about.Turn), Format: format, About: about,
		Frames:  format == PNG && bytes.Contains(content[:min(len(content), 4096)], []byte("acTL")),
		Printed: h.colours == color.CMYKModel, Transparent: tells && !seen.Opaque()}, nil
}

// Inspect is the format of a picture that may be unpacked; it is not unpacked. The error is a
// [*Refusal].
func Inspect(content []byte) (Format, error) {
	format := FormatOf(content)
	_, err := inspect(format, content)
	return format, err
}

func inspect(format Format, content []byte) (header, error) {
	if len(content) > MaximumSize {
		return header{}, tooLarge()
	}
	var h header
	var err error
	limit := maximumJPEG
	switch format {
	case JPEG:
		h, err = jpegHeader(content)
	case PNG:
		limit = maximumPNG
		h, err = pngHeader(content)
	default:
		return h, notOpened(format, content)
	}
	size := map[string]any{"width": h.width, "height": h.height}
	switch {
	case err != nil:
		return h, refused(content, format, err)
	case h.width > maximumSide || h.height > maximumSide || h.width*h.height > limit:
		return h, &Refusal{Rule: RuleLimits, Text: "attachment.too_many_pixels", Args: size}
	case h.memory > maximumMemory || h.work > maximumWork:
		return h, &Refusal{Rule: RuleLimits, Text: "attachment.too_heavy", Args: size}
	}
	return h, nil
}

func tooLarge() error {
	return &Refusal{Rule: RuleLimits, Text: "attachment.too_large", Args: map[string]any{"limit": MaximumSize >> 20}}
}

// What is said of a file that is of no kind that we know, also where a PDF would do.
const (
	textNoPicture = "attachment.no_picture"
	textNoScan    = "attachment.no_scan"
)

// notOpened names a format that is no picture for us, and what helps.
func notOpened(format Format, content []byte) error {
	text := textNoPicture
	switch {
	case len(content) == 0:
		text = "attachment.empty"
	case format != Unknown:
		text = "attachment.is_" + string(format)
	}
	return &Refusal{Rule: RuleReadable, Text: text}
}

// heavy is from how many octets on a picture is unpacked only after what the last one has left is
// cleared, as then what unpacking has left: two of the heaviest at a time are too much. Few photos
// are so large.
const heavy = 64_000_000

// unpack decodes a picture that takes so much memory, one at a time; a decoder that panics
// refuses it.
func unpack(format Format, content []byte, memory int) (whole image.Image, err error) {
	unpacking.Lock()
	defer unpacking.Unlock()
	if memory > heavy {
		runtime.GC()
		defer runtime.GC()
	}
	defer func() {
		if fault := recover(); fault != nil {
			whole, err = nil, fmt.Errorf("decode: panic: %v", fault)
		}
	}()
	if format == PNG {
		return png.Decode(bytes.NewReader(content))
	}
	return jpeg.Decode(bytes.NewReader(content))
}

// refused says why a decoder would not read a picture: it is cut off, or of a rare kind that
// another program can save anew, or damaged.
func refused(content []byte, format Format, err error) error {
	var rare jpeg.UnsupportedError
	var rarePNG png.UnsupportedError
	text := "attachment.damaged"
	switch {
	case format == JPEG && frameOf(content).cutOff(), format == PNG && !bytes.Contains(content, []byte("IEND")):
		text = "attachment.cut_off"
	case errors.As(err, &rare), errors.As(err, &rarePNG), format == JPEG && frameOf(content).rare():
		text = "attachment.rare"
	}
	return &Refusal{Rule: RuleReadable, Text: text, Err: err}
}

// pngInterlaced is where a PNG says that it comes in seven passes.
const pngInterlaced = 28

func pngHeader(content []byte) (header, error) {
	size, err := png.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return header{}, err
	}
	pixels := size.Width * size.Height
	h := header{width: size.Width, height: size.Height, memory: 4 * pixels, work: pixels, colours: size.ColorModel}
	switch size.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		h.memory *= 2
	}
	if content[pngInterlaced] != 0 {
		h.memory *= 2 // each pass is a picture of its own
	}
	return h, nil
}
