package roster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf16"

	"graduand/data"
)

// Limits of what is read. A class roster is far below all of them.
const (
	maxFile    = 20 << 20
	maxUnzip   = 64 << 20
	maxCells   = 64 << 20 // bytes of all cell texts together
	maxRows    = 20_000
	maxColumns = 64
	maxCell    = 32_767
	deadline   = 8 * time.Second
)

// Open reads a workbook (.xlsx) or a text table (.csv, .txt). What the content is
// decides, never the name, which serves for messages only. Every refusal has a
// code "roster.…".
func Open(ctx context.Context, name string, content []byte) (*Workbook, error) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	type answer struct {
		book *Workbook
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- answer{err: data.FailWith(fmt.Errorf("open workbook: panic: %v", r), "roster.damaged", nil)}
			}
		}()
		book, err := open(ctx, content)
		done <- answer{book, err}
	}()
	select {
	case a := <-done:
		return a.book, named(a.err, name)
	case <-ctx.Done():
		return nil, named(stopped(ctx), name)
	}
}

// stopped is the answer when time is over, or when the user has had enough.
func stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("read roster: %w", ctx.Err())
	}
	return data.FailWith(ctx.Err(), "roster.too_slow", nil)
}

// named adds the name of the file to what goes wrong.
func named(err error, name string) error {
	var e *data.Error
	if !errors.As(err, &e) {
		return err
	}
	args := data.Args{"file": name}
	for k, v := range e.Args {
		args[k] = v
	}
	return data.FailWith(e.Err, e.Code, args)
}

func open(ctx context.Context, content []byte) (*Workbook, error) {
	if len(content) > maxFile {
		return nil, data.Fail("roster.too_large", data.Args{"limit": maxFile >> 20})
	}
	if code := refused(content); code != "" {
		return nil, data.Fail(code, nil)
	}
	if bytes.HasPrefix(content, []byte("PK")) {
		return openXLSX(ctx, content)
	}
	return openCSV(ctx, content)
}

// signature is how files of a kind begin that are recognised and refused.
type signature struct{ begin, code string }

var signatures = []signature{
	{"%PDF-", "roster.pdf"},
	{"\xff\xd8\xff", "roster.image"}, {"\x89PNG\r\n", "roster.image"}, {"GIF8", "roster.image"},
	{"BM", "roster.image"}, {"II*\x00", "roster.image"}, {"MM\x00*", "roster.image"},
	{"{\\rtf", "roster.word"},
	{"Rar!", "roster.archive"}, {"7z\xbc\xaf\x27\x1c", "roster.archive"}, {"\x1f\x8b", "roster.archive"},
	{"\x09\x08\x10\x00", "roster.old_excel"}, {"\x09\x00\x04\x00", "roster.old_excel"},
	{"\x09\x02\x06\x00", "roster.old_excel"}, {"\x09\x04\x06\x00", "roster.old_excel"},
}

// refused returns the code for content that is known and cannot be read, or "".
func refused(content []byte) string {
	plain := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(plain) == 0 || len(bytes.Trim(content, "\x00")) == 0 {
		return "roster.empty"
	}
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return refusedOLE(content)
	}
	if len(content) > 12 && string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP" ||
		len(content) > 12 && string(content[4:8]) == "ftyp" {
		return "roster.image"
	}
	for _, s := range signatures {
		if bytes.HasPrefix(content, []byte(s.begin)) && (s.begin != "BM" || bytes.IndexByte(content[:min(64, len(content))], 0) >= 0) {
			return s.code
		}
	}
	return refusedMarkup(plain)
}

func refusedMarkup(plain []byte) string {
	head := bytes.ToLower(plain[:min(2048, len(plain))])
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "<meta", "mime-version:"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return "roster.html"
		}
	}
	if bytes.HasPrefix(head, []byte("<")) {
		if bytes.Contains(head, []byte("<html")) {
			return "roster.html"
		}
		return "roster.unknown_format"
	}
	return ""
}

// refusedOLE tells an encrypted workbook and a Word document from an old .xls.
func refusedOLE(content []byte) string {
	switch {
	case bytes.Contains(content, wide("EncryptedPackage")):
		return "roster.encrypted"
	case bytes.Contains(content, wide("WordDocument")):
		return "roster.word"
	}
	return "roster.old_excel"
}

func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// gauge counts what has been read from all sheets and refuses the rest.
type gauge struct{ rows, bytes int }

// line tidies one row and reports what it is too much of. A row without text is
// nil.
func (g *gauge) line(cells []string) ([]string, error) {
	end := 0
	for i, s := range cells {
		if s == "" {
			continue
		}
		if cells[i] = trimCell(s); cells[i] != "" {
			end = i + 1
			g.bytes += len(cells[i])
		}
	}
	if end == 0 {
		return nil, nil
	}
	if g.rows++; g.rows > maxRows {
		return nil, data.Fail("roster.too_many_rows", data.Args{"limit": maxRows})
	}
	if end > maxColumns {
		return nil, data.Fail("roster.too_many_columns", data.Args{"limit": maxColumns})
	}
	if g.bytes > maxCells {
		return nil, data.Fail("roster.suspicious", nil)
	}
	return cells[:end], nil
}
