package workbook

import (
	"bytes"
	"io"

	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
)

// source hands the bytes of a part to its decoder. A piece of XML that is too long for any
// honest one ends it: the decoder would gather it in memory first.
type source struct {
	from     io.Reader
	chunk    [16 << 10]byte
	at, end  int
	earlier  int  // bytes of the chunks before this one
	last     int  // where the last event ended
	recoded  bool // the bytes are not those of the part
	refusing error
}

// newSource reads UTF-8, or UTF-16 by its mark or by the zero beside the first «<».
func newSource(from io.Reader) *source {
	s := &source{from: from}
	s.end, s.refusing = io.ReadFull(from, s.chunk[:4])
	if s.refusing == io.ErrUnexpectedEOF || s.refusing == io.EOF {
		s.refusing = nil
	}
	head := s.chunk[:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		s.at = 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		s.wide(head, uni.LittleEndian)
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		s.wide(head, uni.BigEndian)
	}
	return s
}

func (s *source) wide(head []byte, order uni.Endianness) {
	s.recoded = true
	whole := io.MultiReader(bytes.NewReader(bytes.Clone(head)), s.from)
	s.from, s.end = uni.UTF16(order, uni.UseBOM).NewDecoder().Reader(whole), 0
}

// ReadByte is what encoding/xml reads by.
func (s *source) ReadByte() (byte, error) {
	if s.at == s.end {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	b := s.chunk[s.at]
	s.at++
	return b, nil
}

// Read serves the decoders of other encodings.
func (s *source) Read(p []byte) (int, error) {
	if s.at == s.end {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, s.chunk[s.at:s.end])
	s.at += n
	return n, nil
}

func (s *source) fill() error {
	if s.refusing == nil && s.earlier+s.end-s.last > maxGap {
		s.refusing = data.Fail("roster.suspicious", nil)
	}
	if s.refusing != nil {
		return s.refusing
	}
	s.earlier += s.end
	s.at, s.end = 0, 0
	for s.end == 0 {
		n, err := s.from.Read(s.chunk[:])
		if s.end = n; n == 0 && err != nil {
			s.refusing = err
			return err
		}
	}
	return nil
}

// told says that an event has been read up to here.
func (s *source) told() { s.last = s.earlier + s.at }
