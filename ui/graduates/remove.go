package graduates

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/ui/frame"
)

// onUndoAdd takes a new graduate out again.
func (s *Screen) onUndoAdd(id string) {
	r := s.window.Registrar()
	frame.Run(s.window, &s.adding.asked, func(ctx context.Context) (int, error) {
		return 1, r.Table.Remove(ctx, []string{id}, "")
	}, func(n int, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		s.window.Done(s.window.Say("ui.removed", map[string]any{"count": n}), nil)
	})
}

// OnRemove takes the selected ones out; it can be taken back at once.
func (s *Screen) OnRemove() {
	ids := slices.Clone(s.table.Selected())
	if len(ids) == 0 {
		return
	}
	if s.status.Chosen() == string(data.StatusRemoved) {
		s.onRestore(ids)
		return
	}
	r := s.window.Registrar()
	frame.RunLong(s.window, s.window.Say("ui.remove_button", nil), func(ctx context.Context, _ frame.Progress) (int, error) {
		return len(ids), r.Table.Remove(ctx, ids, "")
	}, func(n int, err error) { s.onRemoved(ids, n, err) })
}

func (s *Screen) onRemoved(ids []string, n int, err error) {
	if err != nil {
		s.window.Fail(err)
		return
	}
	s.window.Done(s.window.Say("ui.removed", map[string]any{"count": n}), func() { s.onRestore(ids) })
}

func (s *Screen) onRestore(ids []string) {
	r := s.window.Registrar()
	frame.RunLong(s.window, s.window.Say("ui.undo", nil), func(ctx context.Context, _ frame.Progress) (int, error) {
		return len(ids), r.Table.Restore(ctx, ids)
	}, func(_ int, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		s.window.Done(s.window.Say("ui.restored", nil), nil)
	})
}

// OnErase destroys the data of those who are marked, for good, after asking.
func (s *Screen) OnErase() {
	s.window.Go(frame.Route{Screen: frame.Erasing, Only: slices.Clone(s.table.Selected())})
}
