package workbook

import (
	"bytes"
	"context"
	"errors"
)

// Open reads the visible sheets of a workbook (.xlsx, .ods, an XML spreadsheet of Excel
// 2003, a web page with a table) or a text table (.csv, .txt). What the content is decides,
// never the name, which serves for messages only. Every refusal has a code "roster.…".
func Open(ctx context.Context, name string, content []byte) (*Book, error) {
	return Within(ctx, name, func(ctx context.Context) (*Book, error) {
		book, err := open(ctx, content, false)
		if err != nil {
			return nil, err
		}
		for i := range book.Sheets {
			book.Sheets[i] = divided(book.Sheets[i])
		}
		return book, nil
	})
}

// ErrText is the answer of [OpenAll] to what may be a text table and is no workbook.
var ErrText = errors.New("a text table, not a workbook")

// OpenAll reads every sheet with cells of a workbook, seen or not.
func OpenAll(ctx context.Context, name string, content []byte) (*Book, error) {
	return Within(ctx, name, func(ctx context.Context) (*Book, error) { return open(ctx, content, true) })
}

// open reads a file by what it is; all says to read the hidden sheets too.
func open(ctx context.Context, content []byte, all bool) (*Book, error) {
	if err := refuse(content); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(content, []byte("PK")) {
		return openArchive(ctx, content, all)
	}
	if book, is, err := openMarkup(ctx, content, all); is {
		return book, err
	}
	if all {
		return nil, ErrText
	}
	return openCSV(ctx, content)
}

// openArchive reads a workbook that is an archive of parts.
func openArchive(ctx context.Context, content []byte, all bool) (*Book, error) {
	p, err := openParts(content)
	if err != nil {
		return nil, err
	}
	if p.files["mimetype"] != nil {
		return openODS(ctx, p, all)
	}
	return openXLSX(ctx, p, all)
}
