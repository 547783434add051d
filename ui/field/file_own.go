package field

import (
	"context"
	"strings"

	"graduand/ui/frame"
)

// changed is whose files were changed, and by which acts.
type changed struct {
	who  string
	made []int64
	// own takes back what a graduate did to the own file, nil for others.
	own *exchange
}

// exchange takes back what a graduate has done to a file of the own form: the history, by which
// the school goes back, has it only once the school takes it over. It holds what stood there, nil
// for nothing, and after each turn what stood there then.
type exchange struct {
	window          *frame.Window
	id, place, said string
	content         []byte
	turn            frame.Turn
}

// offer says what was done, which can be taken back from then on.
func (x *exchange) offer(who string) {
	x.said = strings.TrimSuffix(x.said, ".") + " — " + who
	x.window.Done(x.said, x.undo)
}

func (x *exchange) undo() {
	w := x.window
	x.swap(func() { w.Undone(w.Say("ui.taken_back", map[string]any{"act": x.said}), x.redo) })
}

func (x *exchange) redo() { x.swap(func() { x.window.Redone(x.said, x.undo) }) }

// swap puts back what is held, and holds what it takes the place of.
func (x *exchange) swap(then func()) {
	w, r := x.window, x.window.Registrar()
	frame.Run(w, &x.turn, func(ctx context.Context) ([]byte, error) {
		now, err := r.Form.Attachment(ctx, x.id, x.place)
		if err != nil {
			return nil, err
		}
		if x.content == nil {
			return now, r.Form.Detach(ctx, x.id, x.place)
		}
		return now, r.Form.Attach(ctx, x.id, x.place, "", x.content)
	}, func(now []byte, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		x.content = now
		then()
	})
}
