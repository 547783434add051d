package printing

import (
	"context"
	"testing"
	"testing/synctest"

	"graduand/data"
	"graduand/data/printer"
)

// dumb is a job of a queue that never answers.
type dumb struct{ printer.Job }

func (dumb) Release(ctx context.Context) error { return silent(ctx) }
func (dumb) Cancel(ctx context.Context) error  { return silent(ctx) }

func silent(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}

// A queue that does not answer keeps nobody waiting for longer than that.
func TestAQueueHasToAnswerInTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for name, ask := range map[string]func(context.Context) error{"release": queued{dumb{}}.Release, "cancel": queued{dumb{}}.Cancel} {
			if err := ask(t.Context()); data.CodeOf(err) != "printer.no_answer" {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
