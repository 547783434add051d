package workbook

import (
	"context"
	"errors"
	"fmt"
	"time"

	"graduand/data"
)

// Deadline is how long reading a file may take. It is long for a list of a class, as a busy
// old computer needs many times what an idle one does; whoever waits can cancel.
const Deadline = 20 * time.Second

// MaxColumns is how many columns a table may have.
const MaxColumns = 64

// Limits of what is read. A class list is far below all of them.
const (
	maxFile  = 20 << 20
	maxUnzip = 64 << 20
	maxCells = 64 << 20 // bytes of all cell texts together
	maxRows  = 20_000
	maxCell  = 32_767
)

// Limits of the parts of a workbook.
const (
	maxEntries    = 2000
	maxRatio      = 200
	ratioFrom     = 1 << 20 // a ratio says nothing about small parts
	maxStrings    = 32 << 20
	maxOtherPart  = 4 << 20
	maxDepth      = 100
	maxGap        = 1 << 20 // bytes of one piece of XML
	maxStringTags = 600_000
	maxRowTags    = 100_000
	maxRunTags    = 20_000  // within one shared string
	maxString     = 1 << 20 // bytes of one shared string with its tags
	maxMerged     = 20_000  // also ranges of hidden columns
	maxStyles     = 50_000
	maxColumnRuns = 2_000
	maxSpaces     = 1_000 // that one element of OpenDocument stands for

	lastExcelRow    = 1 << 20
	lastExcelColumn = 1 << 14

	maxSpan   = 65_534 // columns or rows of one cell of a page, as in browsers
	maxTables = 20     // of a page, each in a cell of the one before
	maxOpen   = 200    // elements of a page that change how a text looks
)

// gauge counts what has been read from all sheets and refuses the rest.
type gauge struct{ rows, bytes int }

// line tidies one row of a text table and reports what it is too much of. A row without
// text is nil.
func (g *gauge) line(cells []string) ([]string, error) {
	end := 0
	for i, s := range cells {
		if s == "" {
			continue
		}
		if cells[i] = trimCell(s); cells[i] != "" {
			end = i + 1
		}
	}
	if end == 0 {
		return nil, nil
	}
	return cells[:end], g.add(cells[:end], end > MaxColumns)
}

// add counts one row with something in it; beyond says that it is too wide.
func (g *gauge) add(cells []string, beyond bool) error {
	for _, s := range cells {
		g.bytes += len(s)
	}
	g.rows++
	if beyond && g.rows <= maxRows {
		return data.Fail("roster.too_many_columns", data.Args{"limit": MaxColumns})
	}
	return g.bounded()
}

// join counts what was read elsewhere.
func (g *gauge) join(other *gauge) error {
	g.rows, g.bytes = g.rows+other.rows, g.bytes+other.bytes
	return g.bounded()
}

func (g *gauge) bounded() error {
	if g.rows > maxRows {
		return data.Fail("roster.too_many_rows", data.Args{"limit": maxRows})
	}
	if g.bytes > maxCells {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}

// Within works on a file with this name no longer than [Deadline]; a panic is damage. The
// name is added to what goes wrong. It may be nested: the first limit holds.
func Within[T any](ctx context.Context, name string, read func(context.Context) (*T, error)) (*T, error) {
	ctx, cancel := context.WithTimeout(ctx, Deadline)
	defer cancel()
	type answer struct {
		read *T
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- answer{err: data.FailWith(fmt.Errorf("read file: panic: %v", r), "roster.damaged", nil)}
			}
		}()
		result, err := read(ctx)
		done <- answer{result, err}
	}()
	select {
	case a := <-done:
		return a.read, named(a.err, name)
	case <-ctx.Done():
		return nil, named(Stopped(ctx), name)
	}
}

// Stopped is the answer when time is over, or when the user has had enough.
func Stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("read file: %w", ctx.Err())
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
