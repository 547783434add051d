package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"runtime"
	"slices"

	"graduand/data"
)

// longSheet is from how many bytes on a sheet is read in two halves; one above shortEnough
// is not held in memory.
var longSheet uint64 = 128 << 10

const shortEnough = 16 << 20

// half is the second one of a long sheet, read ahead on another processor. It begins where
// a row seems to end, and it counts only where the reader of the first half arrives at that
// very byte between two rows: whatever stands before, a comment or a text with a tag in it,
// the sheet is read as one reader would read it.
type half struct {
	from   int // byte of the part
	reader *sheetReader
	err    error
	read   chan struct{}
}

// between are the elements under way between two rows.
var between = []xml.Name{{Local: "worksheet"}, {Local: "sheetData"}}

// errMet says that the first reader has arrived where the second began.
var errMet = errors.New("the second half has been read")

// readRows reads the part of a sheet.
func (x *xlsx) readRows(name string, r *sheetReader) error {
	if size := x.parts.size(name); size < longSheet || size > shortEnough || r.counting || runtime.GOMAXPROCS(0) == 1 {
		return x.parts.each(x.ctx, name, "worksheet", maxUnzip, r.event)
	}
	unpacked, err := x.parts.open(name, maxUnzip)
	if err != nil {
		return err
	}
	defer unpacked.Close()
	content, err := io.ReadAll(unpacked)
	if err != nil {
		content = nil // the reader of the whole tells how far it comes
		if unpacked, err = x.parts.files[name].Open(); err != nil {
			return data.FailWith(err, "roster.damaged", data.Args{"part": name})
		}
		defer unpacked.Close()
		return newEvents(x.ctx, name, "worksheet", unpacked).each(r.event)
	}
	return r.readHalves(newEvents(x.ctx, name, "worksheet", bytes.NewReader(content)), content)
}

// readHalves reads a sheet with a second reader, if that is of use.
func (r *sheetReader) readHalves(e *events, content []byte) error {
	ctx, cancel := context.WithCancel(e.ctx)
	second := r.readAhead(ctx, e.part, content)
	defer func() {
		cancel()
		<-second.read
	}()
	err := e.each(func(e *events, token xml.Token) error {
		if err := r.event(e, token); err != nil {
			return err
		}
		if second.follows(e, r) {
			return errMet
		}
		return nil
	})
	if err == errMet {
		return r.join(second.reader)
	}
	return err
}

// readAhead begins with the second half.
func (r *sheetReader) readAhead(ctx context.Context, part string, content []byte) *half {
	const end = "</row>"
	middle := len(content) / 2
	h := &half{from: middle + bytes.Index(content[middle:], []byte(end)) + len(end), read: make(chan struct{})}
	h.reader = &sheetReader{book: r.book, section: "sheetData", draft: draft{name: r.name, gatherer: gatherer{total: &gauge{}}}}
	e := newEvents(ctx, part, "worksheet", bytes.NewReader(content[h.from:]))
	e.open, e.depth = slices.Clone(between), len(between)
	go func() {
		defer close(h.read)
		defer func() {
			if recover() != nil {
				h.err = errPlace // the first reader meets the same and says it
			}
		}()
		h.err = e.each(h.reader.event)
	}()
	return h
}

// follows reports that the first reader stands where the second began, and that what that
// one read is sound: it has closed the elements that it took to be open, and no other. What
// is not sound, the first reader reads and judges itself.
func (h *half) follows(e *events, first *sheetReader) bool {
	if e.source.last != h.from || e.recoded || e.source.recoded {
		return false
	}
	<-h.read
	return h.err == nil && h.reader.gatherer.first > first.gatherer.last
}

// join adds what the reader of the second half has read.
func (r *sheetReader) join(second *sheetReader) error {
	r.arrays, r.spread = append(r.arrays, second.arrays...), r.spread+second.spread
	r.merged, r.hidden = append(r.merged, second.merged...), append(r.hidden, second.hidden...)
	r.held.Rows, r.held.Cells = r.held.Rows+second.held.Rows, r.held.Cells+second.held.Cells
	r.gatherer.lines = append(r.gatherer.lines, second.gatherer.lines...)
	if r.spread > maxRows {
		return data.Fail("roster.suspicious", nil)
	}
	if err := r.bounded(); err != nil {
		return err
	}
	return r.gatherer.total.join(second.gatherer.total)
}
