package field

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Looked is a photo or scan with what the rules and people say of it, and whose form it is in.
type Looked struct {
	File FilePicture
	Said photo.Shown
	Name string
}

// Reading is the turn of whoever reads a file. What nobody waits for any more is given up.
type Reading struct {
	frame.Turn
	stop context.CancelFunc
}

// Void gives up what is being read.
func (r *Reading) Void() {
	r.Turn.Void()
	if r.stop != nil {
		r.stop()
	}
}

// Begin gives up what was being read before, and is the context of what is read now.
func (r *Reading) Begin() (ctx context.Context) {
	r.Void()
	ctx, r.stop = context.WithCancel(context.Background())
	return ctx
}

// ReadPicture opens an attached file and scales it down, upright, off the window's goroutine. Of a
// PDF it is the first page.
func ReadPicture(w *frame.Window, t *Reading, id, place string, side int, done func(FilePicture, error)) {
	readPage(w, t, id, place, viewed{side, 0}, done)
}

// readPage is [ReadPicture] of any page.
func readPage(w *frame.Window, t *Reading, id, place string, v viewed, done func(FilePicture, error)) {
	r, wanted := w.Registrar(), t.Begin()
	frame.Run(w, &t.Turn, func(ctx context.Context) (FilePicture, error) {
		content, err := r.Form.Attachment(ctx, id, place)
		if err != nil {
			return FilePicture{}, err
		}
		turn, err := turnOf(r, id, place)
		if err != nil {
			return FilePicture{}, err
		}
		return pictureOf(wanted, content, v, turn)
	}, done)
}

// turnOf is by how many degrees people have turned a file; 0 for one that is no picture of the
// form, as a receipt is.
func turnOf(r *registrar.Registrar, id, place string) (int, error) {
	all, err := r.Photo.Of(id)
	if at := slices.IndexFunc(all, func(s photo.Shown) bool { return s.Place == place }); at >= 0 {
		return all[at].Turn, err
	}
	return 0, err
}

// readLooked is ReadPicture with what is said of the picture, which is judged where it was not
// yet. Only the words are read again where the picture itself is there already.
func readLooked(w *frame.Window, t *Reading, id, place string, v viewed, done func(Looked, error)) {
	r, wanted := w.Registrar(), t.Begin()
	frame.Run(w, &t.Turn, func(ctx context.Context) (Looked, error) {
		content, err := r.Form.Attachment(ctx, id, place)
		if err != nil {
			return Looked{}, err
		}
		said, err := r.Photo.Look(ctx, id, place)
		if err != nil {
			return Looked{}, err
		}
		file, err := pictureOf(wanted, content, v, said.Turn)
		return Looked{file, said, frame.NameOf(r, id)}, err
	}, done)
}

// remark is one sentence about a picture that somebody has to do something about.
type remark struct {
	words string
	grave bool
}

// remarks are those about a picture, the gravest first: what blocks it, what was answered with
// no, and warnings that nobody has looked at.
func remarks(w *frame.Window, s photo.Shown) []remark {
	var all []remark
	for _, f := range s.Blocked {
		all = append(all, remark{w.Say(f.Text, f.Args), true})
	}
	for _, q := range s.Questions {
		if q.Answer != nil && photo.Denies(q.Answer) {
			all = append(all, remark{w.Say("photo_screen.denied", map[string]any{"question": questionWords(w, q)}), true})
		}
	}
	if s.Judged == nil {
		return all
	}
	for _, f := range s.Judged.Told() {
		if f.Verdict == data.PictureWarn && !answered(s, f.Rule) {
			all = append(all, remark{w.Say(f.Text, f.Args), false})
		}
	}
	return all
}

// answered says that a question which covers a rule has an answer.
func answered(s photo.Shown, rule string) bool {
	return slices.ContainsFunc(s.Questions, func(q registrar.PictureQuestion) bool { return slices.Contains(q.Rules, rule) && q.Answer != nil })
}

// openQuestions is how many questions about a picture wait for an answer.
func openQuestions(s photo.Shown) (n int) {
	for _, q := range s.Questions {
		if q.Answer == nil {
			n++
		}
	}
	return n
}

func questionWords(w *frame.Window, q registrar.PictureQuestion) string {
	return w.Word(q.Title)
}

// verdict is what stands at a picture in one line: the worst sentence and how many more there
// are, else what is still to answer, else that nothing is to be said.
type verdict struct {
	words  string
	icon   fyne.Resource
	colour fyne.ThemeColorName
}

func verdictOf(w *frame.Window, s photo.Shown) verdict {
	all, open := remarks(w, s), openQuestions(s)
	v := verdict{icon: theme.WarningIcon(), colour: theme.ColorNameWarning}
	switch {
	case s.Judged == nil:
		v.words, v.icon = w.Say("photo_screen.unjudged", nil), theme.QuestionIcon()
	case len(all) > 0:
		v.words = all[0].words
		if all[0].grave {
			v.icon, v.colour = theme.ErrorIcon(), theme.ColorNameError
		}
		if more := len(all) - 1; more > 0 {
			v.words += " " + w.Say("photo_screen.more", map[string]any{"number": more})
		}
	case open > 0 && w.May(registrar.RightRegister):
		v.words, v.icon, v.colour = w.Say("photo_screen.open", map[string]any{"count": open}), theme.QuestionIcon(), theme.ColorNamePrimary
	case len(s.Overridden) > 0:
		v.words, v.icon, v.colour = w.Say("photo_screen.let_pass", nil), theme.ConfirmIcon(), theme.ColorNameSuccess
	default:
		v.words, v.icon, v.colour = w.Say("photo_screen.fine", nil), theme.ConfirmIcon(), theme.ColorNameSuccess
	}
	return v
}

// verdictLine is an icon with what is said of a picture.
type verdictLine struct {
	icon  *widget.Icon
	words *widget.Label
	whole *fyne.Container
	// there says that something is said, aside that it stands elsewhere, fine that nothing is wrong.
	there, aside, fine bool
}

func newVerdictLine() *verdictLine {
	l := &verdictLine{icon: widget.NewIcon(nil), words: widgets.Small("")}
	l.whole = container.New(&widgets.Beside{}, container.NewPadded(l.icon), l.words)
	l.whole.Hide()
	return l
}

func (l *verdictLine) show(v verdict) {
	l.icon.SetResource(theme.NewColoredResource(v.icon, v.colour))
	widgets.SetWords(l.words, v.words)
	l.there, l.fine = true, v.colour == theme.ColorNameSuccess
	widgets.SetHidden(l.whole, l.aside)
}

func (l *verdictLine) hide() {
	l.there = false
	widgets.SetHidden(l.whole, true)
}

// standAside says whether the same stands elsewhere in sight.
func (l *verdictLine) standAside(aside bool) {
	l.aside = aside
	widgets.SetHidden(l.whole, aside || !l.there)
}
