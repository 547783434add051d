package printing

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// everyLook is how often a queue is asked what has become of a document.
const everyLook = time.Second

// sentJob is a document on its way to the paper, with the line that says how far it is.
type sentJob struct {
	screen *Screen
	// document is its code.
	document string
	sent     printing.Sent
	state    printing.State
	asked    frame.Turn
	// callOff calls the next look off, nil where none is to come.
	callOff func()

	row   *fyne.Container
	words *widget.Label
	stop  *widgets.Button
}

// watch follows a document until it has left the queue; those that have are no longer shown.
func (s *Screen) watch(document string, sent printing.Sent) {
	s.queue = slices.DeleteFunc(s.queue, func(j *sentJob) bool { return j.state.Phase.Over() })
	s.queue = append(s.queue, &sentJob{screen: s, document: document, sent: sent})
	s.showQueue()
	s.queue[len(s.queue)-1].look()
}

// showQueue gives each document its line.
func (s *Screen) showQueue() {
	s.queued.RemoveAll()
	for _, j := range s.queue {
		j.screen = s
		j.build()
		s.queued.Add(j.row)
	}
	s.arrange()
}

// followQueue takes the documents over that another page has followed, or that were sent before
// the window was locked.
func (s *Screen) followQueue(queue []*sentJob) {
	s.queue = queue
	s.showQueue()
	for _, j := range queue {
		if !j.state.Phase.Over() {
			j.look()
		}
	}
}

func (j *sentJob) build() {
	j.words = widgets.Small("")
	j.stop = widgets.NewButton("", theme.CancelIcon(), j.onStop)
	j.stop.SetText(j.screen.say("printing_screen.stop"))
	j.row = container.NewVBox(j.words, j.stop)
	j.tell()
}

// title is what the document is called.
func (j *sentJob) title() string {
	s := j.screen
	return s.window.Wording(func() any { return s.registrar.Printing.Document(j.document).Title })
}

// tell says how far it is.
func (j *sentJob) tell() {
	s := j.screen
	phase := j.state.Phase
	if phase == "" {
		phase = printing.Waiting
	}
	words := s.say("printer.phase." + string(phase))
	if reasons := s.reasons(j.state.Reasons); reasons != "" {
		words += " (" + reasons + ")"
	}
	j.words.Importance = widget.MediumImportance
	if phase == printing.Stopped {
		j.words.Importance = widget.WarningImportance
	}
	j.words.SetText(s.window.Say("printing_screen.queued", map[string]any{"printer": j.sent.Printer, "document": j.title(), "state": words}))
	j.stop.Hidden = phase.Over()
	s.arrange()
}

// fail tells that it was not printed, at the bottom of the window where somebody is busy elsewhere: a
// dialog would take the keyboard away.
func (j *sentJob) fail(err error) {
	w := j.screen.window
	if w.InFront(frame.Printing) && len(w.Boxes()) == 0 {
		w.Fail(err)
		return
	}
	w.Log.Error("failure shown", "code", frame.Logged(err))
	w.Done(w.Say("printing_screen.not_printed", map[string]any{"document": j.title(), "why": w.Explain(err)}), nil)
}

// look asks the queue, and again after a while unless it is over.
func (j *sentJob) look() {
	j.rest()
	frame.RunAside(j.screen.window, &j.asked, j.sent.Job.State, j.onState)
}

// rest calls the next look off.
func (j *sentJob) rest() {
	if j.callOff != nil {
		j.callOff()
		j.callOff = nil
	}
}

func (j *sentJob) onState(state printing.State, err error) {
	w := j.screen.window
	if err != nil {
		// The document may be printed all the same: who cannot ask does not know.
		w.LogFailure("ask for a print job", err)
		j.callOff = w.After(everyLook, j.look)
		return
	}
	j.state = state
	j.tell()
	switch {
	case state.Phase == printing.Failed:
		j.fail(data.Fail("printer.failed", data.Args{"words": state.Message}))
	case !state.Phase.Over():
		j.callOff = w.After(everyLook, j.look)
	}
}

// onStop takes the document out of the queue, as far as it is not on paper.
func (j *sentJob) onStop() {
	w := j.screen.window
	// A look would be in the way of the answer.
	j.rest()
	widgets.Enable(j.stop, false)
	frame.RunAside(w, &j.asked, func(ctx context.Context) (struct{}, error) { return struct{}{}, j.sent.Job.Cancel(ctx) }, func(_ struct{}, err error) {
		widgets.Enable(j.stop, true)
		if err != nil {
			w.Fail(err)
		}
		j.look()
	})
}
