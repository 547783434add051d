package roster

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
)

// openCSV reads a text table: any usual encoding, any usual separator.
func openCSV(ctx context.Context, content []byte) (*Workbook, error) {
	plain, err := decodeText(content)
	if err != nil {
		return nil, err
	}
	comma, skipped, body := separator(plain)
	lines, err := readRecords(ctx, body, comma, skipped)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	return &Workbook{Sheets: []Sheet{{Lines: lines}}}, nil
}

// decodeText makes UTF-8 of UTF-8 and UTF-16 (with their marks), and of
// windows-1251; what is not text at all is refused.
func decodeText(content []byte) (string, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")):
		decoded, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewDecoder().Bytes(content)
		if err != nil || !isText(string(decoded)) {
			return "", data.FailWith(err, "roster.unknown_format", nil)
		}
		return string(decoded), nil
	case utf8.Valid(content):
		plain := strings.TrimPrefix(string(content), "\ufeff")
		if !isText(plain) {
			return "", data.Fail("roster.unknown_format", nil)
		}
		return plain, nil
	}
	decoded, err := charmap.Windows1251.NewDecoder().Bytes(content)
	if err != nil || !isText(string(decoded)) || !mostlyCyrillic(string(decoded)) {
		return "", data.FailWith(err, "roster.unknown_format", nil)
	}
	return string(decoded), nil
}

// isText reports that there are no control characters but those of a table.
func isText(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// mostlyCyrillic tells windows-1251 from other eight-bit codes: in a right text
// the letters beyond ASCII are Cyrillic and small letters prevail over odd signs.
func mostlyCyrillic(s string) bool {
	letters, others := 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf || strings.ContainsRune("№«»–—’“”„\u00a0", r):
		case unicode.Is(unicode.Cyrillic, r) && (r >= 'А' && r <= 'я' || strings.ContainsRune("ІіЇїЄєҐґЁё", r)):
			letters++
		default:
			others++
		}
	}
	return letters > 4*others
}

var separators = []rune{';', '\t', ',', '|'}

// separator finds what stands between the cells. A first line «sep=;» says so
// itself and is left out; skipped counts it.
func separator(plain string) (comma rune, skipped int, body string) {
	if first, rest, _ := strings.Cut(plain, "\n"); len(first) <= 6 && strings.HasPrefix(strings.ToLower(first), "sep=") {
		if r, _ := utf8.DecodeRuneInString(strings.TrimRight(first[4:], "\r")); strings.ContainsRune(string(separators), r) {
			return r, 1, rest
		}
	}
	best, comma := 0, ';'
	sample := plain[:min(len(plain), 32<<10)]
	for _, candidate := range separators {
		if s := separatorScore(sample, candidate); s > best {
			best, comma = s, candidate
		}
	}
	return comma, 0, plain
}

// separatorScore is the number of the first lines that agree on a width above one.
func separatorScore(sample string, comma rune) int {
	reader := csvReader(sample, comma)
	widths := map[int]int{}
	for range 30 {
		record, err := reader.Read()
		if err != nil {
			break
		}
		widths[len(record)]++
	}
	best := 0
	for width, lines := range widths {
		if width > 1 && lines*4+min(width, 3) > best {
			best = lines*4 + min(width, 3)
		}
	}
	return best
}

func csvReader(body string, comma rune) *csv.Reader {
	reader := csv.NewReader(strings.NewReader(body))
	reader.Comma = comma
	reader.LazyQuotes = true
	reader.FieldsPerRecord = -1
	return reader
}

// readRecords numbers the records as a spreadsheet program numbers its rows: a
// blank line counts, a line break inside quotes does not.
func readRecords(ctx context.Context, body string, comma rune, skipped int) ([]Line, error) {
	reader := csvReader(strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n"), comma)
	total := &gauge{}
	var lines []Line
	number, lastEnd := skipped, 0
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, data.FailWith(err, "roster.damaged", nil)
		}
		start, _ := reader.FieldPos(0)
		number += start - lastEnd
		lastEnd = start
		for _, cell := range record {
			lastEnd += strings.Count(cell, "\n")
		}
		cells, err := total.line(record)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{number, cells})
		}
		if number%256 == 0 && ctx.Err() != nil {
			return nil, stopped(ctx)
		}
	}
}
