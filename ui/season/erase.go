package season

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// eraseForm asks everything that must be known before personal data is destroyed: why,
// where the certificate goes, and whether it is meant (F-16).
type eraseForm struct {
	window    *frame.Window
	registrar *registrar.Registrar
	// ids are the graduates, nil for the whole campaign.
	ids []string
	// names are those of the first of them; held says what stands on signed paper of them.
	names string
	held  []string

	whose *widget.Label
	// images says that photos and scans go and the other data stay.
	images   *widgets.DialogCheck
	reason   *widgets.Labelled
	reasonIn *widgets.Entry
	place    *frame.PlaceField
	word     *widgets.Labelled
	wordIn   *widgets.Entry
	box      *frame.Box
	opening  frame.Turn
}

// erasure is what was destroyed, and where its certificate is.
type erasure struct {
	done season.Erased
	path string
}

// AskErase destroys the data of certain graduates; of nobody when none is chosen.
func AskErase(w *frame.Window, ids []string) {
	if len(ids) == 0 {
		return
	}
	eraseOf(w, ids)
}

// eraseOf destroys the data of these graduates, of the whole campaign where ids is nil.
func eraseOf(w *frame.Window, ids []string) {
	f := &eraseForm{window: w, registrar: w.Registrar(), ids: ids}
	frame.Run(w, &frame.Turn{}, func(context.Context) ([]data.Phrase, error) {
		f.names = namesOf(f.registrar, ids)
		return f.registrar.Season.Held(ids)
	}, f.ask)
}

// ask shows the question, with what is known of the papers of those whom it is about.
func (f *eraseForm) ask(held []data.Phrase, err error) {
	w := f.window
	if err != nil {
		w.Fail(err)
		return
	}
	for _, sentence := range held {
		f.held = append(f.held, w.Say(sentence.ID, sentence.Args))
	}
	f.reasonIn, f.wordIn = widgets.NewEntry(w.Say("season_screen.erase_reason_example", nil)), widgets.NewEntry("")
	f.reason = widgets.NewLabelled(w.Say("season_screen.erase_reason", nil), f.reasonIn)
	f.place = frame.NewPlaceField(w, "season_screen.erase_place", f.onPlace)
	f.word = widgets.NewLabelled(w.Say("season_screen.erase_type", map[string]any{"word": w.Say("season_screen.erase_word", nil)}), f.wordIn)
	f.reasonIn.OnChanged = func(string) { f.reason.SetFault("") }
	f.wordIn.OnChanged = func(string) { f.word.SetFault("") }
	f.reasonIn.OnSubmitted = func(string) { w.Canvas().FocusNext() }
	f.whose = widgets.Wrapped("")
	f.whose.Importance = widget.DangerImportance
	f.images = widgets.NewDialogCheck(w.Say("season_screen.erase_images", nil), false, func() { f.box.Leave() })
	f.images.OnChanged = func(bool) { f.showWhose() }
	f.images.Hidden = !f.hasImages()
	f.showWhose()
	content := container.NewVBox(f.whose, f.images, widgets.Wrapped(w.Say("season_screen.erase_remains", nil)), f.reason.Box, f.place.Field.Box, f.word.Box)
	f.box = w.Ask(w.Say("season_screen.erase_ask", nil), content, 600,
		frame.Choice{Label: w.Say("season_screen.erase_yes", nil), Danger: true, Ready: f.onErase}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	f.box.Topic = frame.Erasing
	w.Canvas().Focus(f.reasonIn)
}

// namedErased is how many names the question lists.
const namedErased = 6

// hasImages says that the forms of the campaign take photos or scans.
func (f *eraseForm) hasImages() bool {
	for _, field := range f.registrar.Campaign().AllFields() {
		if field.Kind == "file" {
			return true
		}
	}
	return false
}

// showWhose says what goes, and whose it is, and what stays of them on paper.
func (f *eraseForm) showWhose() {
	w := f.window
	if f.images.Checked {
		f.whose.SetText(w.Say("season_screen.erase_images_follows", nil))
		return
	}
	words := w.Say("season_screen.erase_all", nil)
	if f.ids != nil {
		words = w.Say("season_screen.erase_some", map[string]any{"count": len(f.ids), "names": f.names})
	}
	f.whose.SetText(strings.Join(append([]string{words}, f.held...), "\n"))
}

// namesOf are the names that the question lists.
func namesOf(r *registrar.Registrar, ids []string) string {
	var names []string
	for _, id := range ids[:min(len(ids), namedErased)] {
		row, err := r.Table.Find(id)
		if err != nil {
			names = append(names, id)
			continue
		}
		names = append(names, row.Graduate.FullName())
	}
	if len(ids) > namedErased {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func (f *eraseForm) onPlace() {
	w := f.window
	name := data.FileName(w.Say("season_screen.erase_file", nil)+"-"+string(f.registrar.Today()), registrar.FormatPDF)
	w.SaveAs(w.Say("season_screen.erase_place", nil), name, f.place.Set)
}

func (f *eraseForm) valid() bool {
	w := f.window
	meant := strings.EqualFold(strings.TrimSpace(f.wordIn.Text), w.Say("season_screen.erase_word", nil))
	return w.SayLacks(frame.Lack{Field: f.reason, Words: w.SayIf(strings.TrimSpace(f.reasonIn.Text) == "", "erase.no_reason")},
		frame.Lack{Field: f.place.Field, Words: w.SayIf(f.place.Path == "", "season_screen.no_place")},
		frame.Lack{Field: f.word, Words: w.SayIf(!meant, "season_screen.erase_not_typed")})
}

func (f *eraseForm) onErase() bool {
	if !f.valid() {
		return false
	}
	w, r, ids, reason, path := f.window, f.registrar, f.ids, f.reasonIn.Text, f.place.Path
	destroy := r.Season.EraseWithCertificate
	if f.images.Checked {
		destroy = r.Season.EraseImagesWithCertificate
	}
	frame.RunLongIn(f.box, w.Say("season_screen.erasing", nil), func(ctx context.Context, _ frame.Progress) (erasure, error) {
		done, err := destroy(ctx, ids, reason, path)
		return erasure{done, path}, err
	}, f.onErased)
	return false
}

// onErased builds the window anew without anything kept: no screen may go on showing
// what is destroyed.
func (f *eraseForm) onErased(e erasure, err error) {
	w := f.window
	if err != nil && e.done.Head == "" {
		w.Fail(err)
		return
	}
	if w.Registrar() != f.registrar {
		return
	}
	f.box.Close()
	w.Forget()
	if err != nil {
		f.lacksCertificate(e, err)
		return
	}
	f.tell(e)
}

// tell offers the certificate, which is printed and signed.
func (f *eraseForm) tell(e erasure) {
	w := f.window
	message := w.Say("erase.done", map[string]any{"count": e.done.Persons, "file": e.path})
	w.DoneForGood(w.Say("season_screen.erased", nil))
	said := widget.NewLabel(message)
	said.Wrapping = fyne.TextWrapBreak
	w.Ask(w.Say("season_screen.erased", nil), container.NewVBox(said, widgets.Wrapped(w.Say("season_screen.erase_print", nil))), 560,
		frame.Choice{Label: w.Say("season_screen.erase_open", nil), Chosen: func() { w.OpenOutside(&f.opening, e.path) }}, frame.Choice{Label: w.Say("ui.close", nil)})
}

// lacksCertificate says that the data is gone but something after it failed, and offers
// to write the certificate elsewhere.
func (f *eraseForm) lacksCertificate(e erasure, err error) {
	w := f.window
	w.Log.Error("certificate not written", "code", frame.Logged(err))
	w.Ask(w.Say("season_screen.erased", nil), container.NewVBox(widgets.Wrapped(w.Say("season_screen.erase_unwritten", nil)), widgets.Wrapped(w.Explain(err))), 560,
		frame.Choice{Label: w.Say("season_screen.erase_elsewhere", nil), Chosen: func() { f.writeElsewhere(e) }}, frame.Choice{Label: w.Say("ui.close", nil)})
}

func (f *eraseForm) writeElsewhere(e erasure) {
	w, r := f.window, f.registrar
	name := data.FileName(w.Say("season_screen.erase_file", nil)+"-"+string(r.Today()), registrar.FormatPDF)
	w.SaveAs(w.Say("season_screen.erase_place", nil), name, func(path string) {
		frame.RunLong(w, w.Say("printing_screen.saving", nil), func(context.Context, frame.Progress) (erasure, error) {
			return erasure{e.done, path}, r.Season.WriteCertificate(path, e.done)
		}, f.onWritten)
	})
}

func (f *eraseForm) onWritten(e erasure, err error) {
	if err != nil {
		f.lacksCertificate(e, err)
		return
	}
	f.tell(e)
}
