package workbook

import (
	"context"
	"errors"
	"fmt"

	"graduand/data"
)

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
