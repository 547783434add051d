package field

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// The places of the answers to a question.
const (
	answerYes = iota
	answerNo
)

// answerKeys give an answer at once, whichever was given before.
var answerKeys = map[fyne.KeyName]int{fyne.KeyLeft: answerYes, fyne.Key1: answerYes, fyne.KeyRight: answerNo, fyne.Key2: answerNo}

// questionLines are what a person answers about a picture, one by one; to who answers none of it,
// as a graduate, it is told with the answers of the school.
func (v *PictureView) questionLines(s photo.Shown) (lines []fyne.CanvasObject) {
	v.answers = nil
	for _, q := range s.Questions {
		if !v.may() {
			lines = append(lines, widgets.Small(v.toldWords(q)))
			continue
		}
		words := widgets.Wrapped(questionWords(v.window, q))
		words.SizeName = theme.SizeNameCaptionText
		words.TextStyle.Bold = q.Doubted && q.Answer == nil
		lines = append(lines, container.New(widgets.Snug, words, v.answer(q)))
	}
	return lines
}

// questionsTitle is what stands over the questions.
func (v *PictureView) questionsTitle() string {
	if v.may() {
		return "photo_screen.questions"
	}
	return "photo_screen.school_answers"
}

// toldWords are a question with the answer that it has, "—" for none.
func (v *PictureView) toldWords(q registrar.PictureQuestion) string {
	answer := "—"
	switch {
	case q.Answer == nil:
	case photo.Denies(q.Answer):
		answer = v.window.Say("photo.answer_denied", nil)
	default:
		answer = v.window.Say("photo.answer_confirmed", nil)
	}
	return questionWords(v.window, q) + ": " + answer
}

func (v *PictureView) answer(q registrar.PictureQuestion) fyne.CanvasObject {
	w := v.window
	o := widgets.NewOneOfRow(func(at int) { v.onAnswer(q, at == answerYes) })
	o.Keys, o.OnPage = answerKeys, v.OnPage
	o.Offer(widgets.Option{Title: w.Say("photo.answer_confirmed", nil)}, widgets.Option{Title: w.Say("photo.answer_denied", nil)})
	o.OnEnter, o.OnEscape = v.reveal, v.OnLeft
	switch {
	case q.Answer == nil:
	case photo.Denies(q.Answer):
		o.Set(answerNo)
	default:
		o.Set(answerYes)
	}
	v.answers = append(v.answers, pictureAnswer{q.Code, q.Answer == nil && v.sent[q.Code] == 0, o})
	return o
}

// pictureAnswer is the choice of one question, and whether it waits for an answer.
type pictureAnswer struct {
	code   string
	open   bool
	choice *widgets.OneOf
}

// onAnswer keeps an answer; a yes that is none in passing is asked for once more.
func (v *PictureView) onAnswer(q registrar.PictureQuestion, yes bool) {
	if yes && q.Twice && (q.Answer == nil || photo.Denies(q.Answer)) {
		v.askTwice(q)
		return
	}
	v.keepAnswer(q, yes)
}

// askTwice asks whether it is so after all; whoever stays has answered nothing.
func (v *PictureView) askTwice(q registrar.PictureQuestion) {
	w := v.window
	stay := func() {
		v.fill(v.shown.Said)
		v.focus(q.Code)
	}
	w.AskTwice(w.Say("photo_screen.faceless_title", nil), widgets.Wrapped(w.Say("photo_screen.faceless", map[string]any{"name": v.shown.Name})), 460,
		frame.Choice{Label: w.Say("ui.cancel", nil), Chosen: stay},
		frame.Choice{Label: w.Say("photo_screen.faceless_yes", nil), Chosen: func() { v.keepAnswer(q, true) }})
}

// keepAnswer keeps an answer and goes on to the next question that has none, at once: a key that is
// pressed before the answer is kept is about the next one, and never about this one again.
func (v *PictureView) keepAnswer(q registrar.PictureQuestion, yes bool) {
	r, id, place, sent := v.window.Registrar(), v.id, v.place, v.sent
	sent[q.Code]++
	v.goOn(q.Code)
	v.changeThen("photo_screen.answered", func(ctx context.Context) error { return r.Photo.Confirm(ctx, id, place, q.Code, yes) },
		func() { sent[q.Code]-- })
}

// goOn gives the keyboard to the next question without an answer; behind the last nobody has it
// until the picture is done.
func (v *PictureView) goOn(code string) {
	for i := range v.answers {
		v.answers[i].open = v.answers[i].open && v.answers[i].code != code
	}
	v.onward = !v.focusNext()
	if v.onward {
		v.window.Canvas().Unfocus()
	}
}

// underWay says that answers are on their way to the registry.
func (v *PictureView) underWay() bool {
	for _, n := range v.sent {
		if n > 0 {
			return true
		}
	}
	return false
}

// How far clockwise a picture is turned to the right, over and to the left.
const (
	turnRight = 90
	turnOver  = 180
	turnLeft  = 270
)

// turnTitles are what people call each turn: nobody thinks of 270° clockwise.
var turnTitles = map[int]string{turnRight: "photo_screen.turn_right", turnOver: "photo_screen.turn_over", turnLeft: "photo_screen.turn_left"}

func (v *PictureView) onTurnLeft() { v.turnBy(turnLeft) }

func (v *PictureView) onTurnRight() { v.turnBy(turnRight) }

// turnBy turns the picture clockwise; it is judged anew.
func (v *PictureView) turnBy(degrees int) {
	r, id, place := v.window.Registrar(), v.id, v.place
	v.change("photo_screen.was_turned", func(ctx context.Context) error { return r.Photo.Turn(ctx, id, place, degrees) })
}

// OnGuides takes the lines off the picture, or puts them back.
func (v *PictureView) OnGuides() {
	if v.place == "" {
		return
	}
	off := !v.picture.off
	v.picture.hide(off)
	id := "photo_screen.guides_off"
	if off {
		id = "photo_screen.guides_on"
	}
	v.tools.name(v.guides, v.window.Say(id, nil))
}

// OnPage turns the pages of a scan that is a PDF.
func (v *PictureView) OnPage(by int) bool { return v.pages.turn(by) }

// OnCrop puts the frame of the print over a portrait.
func (v *PictureView) OnCrop() {
	switch w := v.window; {
	case !v.may():
		w.Done(w.WhyLooking(), nil)
	case v.place == "" || !isPortrait(v.shown.Said):
		w.Done(w.Say("photo.not_cropped", nil), nil)
	default:
		askCrop(v)
	}
}

// isPortrait says that a picture is of a face.
func isPortrait(s photo.Shown) bool { return s.Judged != nil && s.Judged.Kind == photo.Face }

// onLet asks for the reason why a picture is taken in spite of what blocks it (KG-029).
func (v *PictureView) onLet(f photo.Finding) {
	w, r, id, place := v.window, v.window.Registrar(), v.id, v.place
	entry := widgets.NewEntry(w.Say("photo_screen.reason_hint", nil))
	reason := widgets.NewLabelled(w.Say("photo_screen.reason", nil), entry)
	given := func() bool {
		reason.SetFault(w.SayIf(strings.TrimSpace(entry.Text) == "", "photo.no_reason"))
		return !reason.Faulty()
	}
	entry.OnChanged = func(string) {
		if reason.Faulty() {
			given()
		}
	}
	var box *frame.Box
	let := func() bool {
		if words := entry.Text; given() {
			v.changeIn(box, "photo_screen.was_let", func(ctx context.Context) error { return r.Photo.Override(ctx, id, place, f.Rule, words) })
		}
		return false
	}
	box = w.Ask(w.Say("photo_screen.let_title", nil), container.NewVBox(widgets.Wrapped(findingWords(w, f)), reason.Box), 520,
		frame.Choice{Label: w.Say("photo_screen.let_yes", nil), Ready: let}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	w.Canvas().Focus(entry)
}

// change does something to what people say of the picture, in the background, and shows what
// came of it.
func (v *PictureView) change(message string, work func(context.Context) error) {
	v.changeThen(message, work, func() {})
}

// changeThen is change that says when it is over, whatever has come of it.
func (v *PictureView) changeThen(message string, work func(context.Context) error, over func()) {
	told := v.teller(message)
	frame.Run(v.window, &frame.Turn{}, v.numbered(work), func(c changed, err error) {
		over()
		told(c, err)
	})
}

// changeIn is change by a dialog, which stays with what it asks until that is stored.
func (v *PictureView) changeIn(box *frame.Box, message string, work func(context.Context) error) {
	told := v.teller(message)
	frame.RunIn(box, v.numbered(work), func(c changed, err error) {
		if err == nil {
			box.Close()
		}
		told(c, err)
	})
}

// numbered is work that knows afterwards whose picture it was about, and the number of the act.
func (v *PictureView) numbered(work func(context.Context) error) func(context.Context) (changed, error) {
	r, id := v.window.Registrar(), v.id
	return func(ctx context.Context) (changed, error) {
		act := int64(0)
		err := work(registrar.Numbered(ctx, &act))
		return changed{who: frame.NameOf(r, id), made: []int64{act}}, err
	}
}

// teller says what came of a change of the picture that is shown now, and shows it anew while it is
// the one.
func (v *PictureView) teller(message string) func(changed, error) {
	w, id, place := v.window, v.id, v.place
	return func(c changed, err error) {
		if err != nil {
			w.Fail(err)
		} else {
			w.DidFor(c.who, w.Say(message, nil), c.made[0])
			v.OnChanged()
		}
		if v.id == id && v.place == place {
			v.again()
		}
	}
}
