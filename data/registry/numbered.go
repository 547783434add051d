package registry

import "context"

// numbered is the key of where the number of an act is to stand.
type numbered struct{}

// Numbered is a context in which the number of the first event of what is written comes to
// stand in first: by it the act can be taken back, see [View.Act]. It stays 0 where no event
// is made, such as of what a graduate fills in.
func Numbered(ctx context.Context, first *int64) context.Context {
	return context.WithValue(ctx, numbered{}, first)
}

// tellNumber says by which number the act of a transaction is known.
func tellNumber(ctx context.Context, first, last int64) {
	if to, asked := ctx.Value(numbered{}).(*int64); asked && *to == 0 && last >= first {
		*to = first
	}
}
