package ui

import (
	"bytes"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// eraseForm asks everything that must be known before personal data is destroyed: why,
// where the certificate goes, and whether it is meant (F-16).
type eraseForm struct {
	window    *Window
	registrar *registrar.Registrar
	// ids are the graduates, nil for the whole campaign.
	ids []string

	whose *widget.Label
	// images says that photos and scans go and the other data stay.
	images   *widget.Check
	reason   *labelled
	reasonIn *widgets.Entry
	place    *placeField
	word     *labelled
	wordIn   *widgets.Entry
	box      *box
	opening  turn
}

// erasure is what was destroyed, and where its certificate is.
type erasure struct {
	done registrar.Erased
	path string
}

// askErase destroys the data of certain graduates; of nobody when none is chosen.
func askErase(w *Window, ids []string) {
	if len(ids) > 0 {
		eraseOf(w, ids)
	}
}

// eraseOf destroys the data of these graduates, of the whole campaign where ids is nil.
func eraseOf(w *Window, ids []string) {
	f := &eraseForm{window: w, registrar: w.Registrar(), ids: ids, reasonIn: widgets.NewEntry(w.say("copies.erase_reason_example", nil)), wordIn: widgets.NewEntry("")}
	f.reason = newLabelled(w.say("copies.erase_reason", nil), f.reasonIn)
	f.place = newPlaceField(w, "copies.erase_place", f.onPlace)
	f.word = newLabelled(w.say("copies.erase_type", map[string]any{"word": w.say("copies.erase_word", nil)}), f.wordIn)
	f.reasonIn.OnChanged = func(string) { f.reason.setFault("") }
	f.wordIn.OnChanged = func(string) { f.word.setFault("") }
	f.reasonIn.OnSubmitted = func(string) { w.Canvas().FocusNext() }
	f.whose = wrapped("")
	f.whose.Importance = widget.DangerImportance
	f.images = widget.NewCheck(w.say("copies.erase_images", nil), func(bool) { f.showWhose() })
	f.images.Hidden = !f.hasImages()
	f.showWhose()
	content := container.NewVBox(f.whose, f.images, wrapped(w.say("copies.erase_remains", nil)), f.reason.box, f.place.field.box, f.word.box)
	f.box = w.ask(w.say("copies.erase_ask", nil), content, 600,
		choice{label: w.say("copies.erase_yes", nil), danger: true, ready: f.onErase}, choice{label: w.say("ui.cancel", nil)})
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

// showWhose says what goes, and whose it is.
func (f *eraseForm) showWhose() {
	w := f.window
	switch {
	case f.images.Checked:
		f.whose.SetText(w.say("copies.erase_images_follows", nil))
	case f.ids == nil:
		f.whose.SetText(w.say("copies.erase_all", nil))
	default:
		f.whose.SetText(w.say("copies.erase_some", map[string]any{"count": len(f.ids), "names": f.names()}))
	}
}

func (f *eraseForm) names() string {
	var names []string
	for _, id := range f.ids[:min(len(f.ids), namedErased)] {
		row, err := f.registrar.Find(id)
		if err != nil {
			names = append(names, id)
			continue
		}
		names = append(names, row.Graduate.FullName())
	}
	if len(f.ids) > namedErased {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func (f *eraseForm) onPlace() {
	w := f.window
	name := safeName(w.say("copies.erase_file", nil)+"-"+string(f.registrar.Today()), formatPDF)
	w.askPlace(w.say("copies.erase_place", nil), name, f.place.set)
}

func (f *eraseForm) valid() bool {
	w := f.window
	meant := strings.EqualFold(strings.TrimSpace(f.wordIn.Text), w.say("copies.erase_word", nil))
	return w.sayLacks(lack{f.reason, w.sayIf(strings.TrimSpace(f.reasonIn.Text) == "", "erase.no_reason")},
		lack{f.place.field, w.sayIf(f.place.path == "", "copies.no_place")},
		lack{f.word, w.sayIf(!meant, "copies.erase_not_typed")})
}

func (f *eraseForm) onErase() bool {
	if !f.valid() {
		return false
	}
	w, r, ids, reason, path := f.window, f.registrar, f.ids, f.reasonIn.Text, f.place.path
	destroy := r.EraseWithCertificate
	if f.images.Checked {
		destroy = r.EraseImagesWithCertificate
	}
	runLong(w, w.say("copies.erasing", nil), func(ctx context.Context, _ Progress) (erasure, error) {
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
		w.fail(err)
		return
	}
	if w.Registrar() != f.registrar {
		return
	}
	f.box.close()
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
	message := w.say("erase.done", map[string]any{"count": e.done.Persons, "file": e.path})
	w.done(w.say("copies.erased", nil), nil)
	said := widget.NewLabel(message)
	said.Wrapping = fyne.TextWrapBreak
	w.ask(w.say("copies.erased", nil), container.NewVBox(said, wrapped(w.say("copies.erase_print", nil))), 560,
		choice{label: w.say("copies.erase_open", nil), chosen: func() { w.openOutside(&f.opening, e.path) }}, choice{label: w.say("ui.close", nil)})
}

// lacksCertificate says that the data is gone but something after it failed, and offers
// to write the certificate elsewhere.
func (f *eraseForm) lacksCertificate(e erasure, err error) {
	w := f.window
	w.Log.Error("certificate not written", "code", logged(err))
	w.ask(w.say("copies.erased", nil), container.NewVBox(wrapped(w.say("copies.erase_unwritten", nil)), wrapped(w.explain(err))), 560,
		choice{label: w.say("copies.erase_elsewhere", nil), chosen: func() { f.writeElsewhere(e) }}, choice{label: w.say("ui.close", nil)})
}

func (f *eraseForm) writeElsewhere(e erasure) {
	w, r := f.window, f.registrar
	name := safeName(w.say("copies.erase_file", nil)+"-"+string(r.Today()), formatPDF)
	w.askPlace(w.say("copies.erase_place", nil), name, func(path string) {
		runLong(w, w.say("print_screen.saving", nil), func(context.Context, Progress) (erasure, error) {
			var b bytes.Buffer
			if err := r.WriteCertificate(&b, e.done); err != nil {
				return erasure{e.done, path}, err
			}
			return erasure{e.done, path}, registrar.SaveFile(path, b.Bytes())
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
