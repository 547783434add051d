package door

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// restoreForm makes a new registry of a backup: which copy, which new file, and a
// password that was good when the copy was made, or the paper key of that time. A
// refusal is said in its place, and nothing that was chosen or typed is lost.
type restoreForm struct {
	window   *frame.Window
	backup   *frame.PlaceField
	fresh    *frame.PlaceField
	phone    *widgets.Labelled
	phoneIn  *widgets.Entry
	password *widgets.Labelled
	secret   *widgets.Entry
	paper    *paperFields
	// byPaper says that the paper key is asked for, not the password.
	byPaper bool
	// anyway says that what is sound of a spoilt copy is to be restored.
	anyway bool
	tall   *tallForm
	box    *frame.Box
}

// AskRestore makes a registry of a backup, "" where it is still to be chosen.
func AskRestore(w *frame.Window, backup string) {
	f := newRestoreForm(w)
	f.show()
	if backup != "" {
		f.setBackup(backup)
	}
}

func newRestoreForm(w *frame.Window) *restoreForm {
	f := &restoreForm{window: w, tall: newTallForm(w), phoneIn: widgets.NewEntry(""), secret: widgets.NewPasswordEntry(""), paper: newPaperFields(w, "")}
	f.backup = frame.NewPlaceField(w, "season_screen.restore_backup", f.onBackup)
	f.fresh = frame.NewPlaceField(w, "season_screen.restore_fresh", f.onFresh)
	f.phone = widgets.NewLabelled(w.Say("signin.phone", nil), f.phoneIn)
	f.password = widgets.NewLabelled(w.Say("signin.password", nil), f.secret)
	if w.Registrar() != nil && !w.IsGraduate() && w.Me().Phone != "" {
		// Who sits here had most likely signed in when the copy was made.
		f.phoneIn.SetText(registrar.FormatPhone(w.Me().Phone))
	}
	f.phoneIn.OnChanged = func(string) { f.phone.SetFault("") }
	f.secret.OnChanged = func(string) { f.password.SetFault("") }
	return f
}

// show shows the dialog, for the password or for the paper key.
func (f *restoreForm) show() {
	w, other := f.window, "season_screen.restore_paper"
	f.tall = newTallForm(w)
	f.tall.form.Add(widgets.Wrapped(w.Say("season_screen.restore_ask", nil)))
	f.tall.form.Add(f.backup.Field.Box)
	f.tall.form.Add(f.fresh.Field.Box)
	if f.byPaper {
		other = "season_screen.restore_by_password"
		f.withPaper()
	} else {
		f.withPassword()
	}
	f.box = f.tall.show(w.Say("welcome.restore", nil),
		frame.Choice{Label: w.Say("season_screen.restore_yes", nil), Ready: f.onRestore},
		frame.Choice{Label: w.Say(other, nil), Chosen: f.onOtherWay}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	f.box.Topic = frame.Restoring
	f.focus()
}

func (f *restoreForm) withPassword() {
	w := f.window
	f.tall.form.Add(widgets.Pair(f.phone, f.password))
	f.tall.form.Add(widgets.Wrapped(w.Say("season_screen.restore_password", nil)))
}

func (f *restoreForm) withPaper() {
	f.tall.form.Add(widgets.Wrapped(f.window.Say("season_screen.restore_paper_about", nil)))
	f.tall.form.Add(f.paper.build(f.tall.scroll))
}

// onOtherWay asks for the paper key in the place of the password, or for the password
// again; the files that were chosen stay.
func (f *restoreForm) onOtherWay() {
	f.byPaper = !f.byPaper
	f.show()
}

// focus goes to what is still to be said.
func (f *restoreForm) focus() {
	canvas := f.window.Canvas()
	switch {
	case f.backup.Path == "":
		canvas.Focus(f.backup.Button)
	case f.byPaper:
		canvas.Focus(f.paper.codeIn)
	case f.phoneIn.Text != "":
		canvas.Focus(f.secret)
	default:
		canvas.Focus(f.phoneIn)
	}
}

func (f *restoreForm) onBackup() {
	w := f.window
	w.Files.Open(w.Say("season_screen.restore_backup", nil), []string{registrar.ExtensionBackup, extensionRegistry}, f.setBackup)
}

// extensionRegistry ends the name of a registry.
const extensionRegistry = ".graduand"

// setBackup proposes a new file too, where nobody has chosen one.
func (f *restoreForm) setBackup(path string) {
	f.anyway = false
	f.backup.Set(path)
	if fresh := filepath.Join(f.window.Home, f.freshName()); f.fresh.Path == "" && isFree(fresh) {
		f.fresh.Set(fresh)
	}
	f.tall.fit()
	f.focus()
}

func isFree(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist)
}

// freshName is the name of the copy with a word that tells it from the old registry.
func (f *restoreForm) freshName() string {
	name := filepath.Base(f.backup.Path)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	return data.FileName(strings.TrimPrefix(name+"-"+f.window.Say("season_screen.restore_name", nil), ".-"), extensionRegistry)
}

func (f *restoreForm) onFresh() {
	w := f.window
	w.Files.Save(w.Say("season_screen.restore_fresh", nil), f.freshName(), func(path string) {
		if !strings.EqualFold(filepath.Ext(path), extensionRegistry) {
			path += extensionRegistry
		}
		f.fresh.Set(path)
	})
}

func (f *restoreForm) valid() bool {
	w := f.window
	lacks := []frame.Lack{{Field: f.backup.Field, Words: w.SayIf(f.backup.Path == "", "season_screen.no_backup")}, {Field: f.fresh.Field, Words: f.noPlace()}}
	if f.byPaper {
		return w.SayLacks(append(lacks, f.paper.lacks()...)...)
	}
	return w.SayLacks(append(lacks, frame.Lack{Field: f.password, Words: w.SayIf(f.secret.Text == "", "signin.no_password")})...)
}

// noPlace is why no registry can be made at the chosen place, "" where one can.
func (f *restoreForm) noPlace() string {
	if f.fresh.Path == "" {
		return f.window.Say("season_screen.no_place", nil)
	}
	return refusal(f.window, registrar.CheckPlace(f.fresh.Path))
}

func (f *restoreForm) onRestore() bool {
	defer f.tall.fit()
	f.phone.SetFault("")
	if !f.valid() {
		return false
	}
	title := f.window.Say("season_screen.restoring", nil)
	if f.byPaper {
		frame.RunHeld(f.window, title, f.paperWork(), f.onRestored)
		return false
	}
	frame.RunLongIn(f.box, title, f.passwordWork(), f.onRestored)
	return false
}

// passwordWork and paperWork restore by what was typed until now.
func (f *restoreForm) passwordWork() func(context.Context, frame.Progress) (recovered, error) {
	w, backup, fresh, anyway := f.window, f.backup.Path, f.fresh.Path, f.anyway
	sign := registrar.SignIn{Phone: f.phoneIn.Text, Password: f.secret.Text}
	options := registrar.Options{Now: w.Now, Key: w.Key, Sitting: true}
	return func(ctx context.Context, _ frame.Progress) (recovered, error) {
		r, err := registrar.Restore(ctx, backup, fresh, sign, anyway, options)
		return recovered{registrar: r}, err
	}
}

func (f *restoreForm) paperWork() func(context.Context, frame.Progress) (recovered, error) {
	backup, fresh, anyway := f.backup.Path, f.fresh.Path, f.anyway
	typed, a, password := f.paper.codeIn.Text, f.paper.person.Account(), f.paper.person.Password()
	options := registrar.Options{Now: f.window.Now, Sitting: true}
	return func(ctx context.Context, _ frame.Progress) (recovered, error) {
		r, code, err := registrar.RestoreByPaper(ctx, backup, fresh, registrar.Holder{Code: typed, Name: a.Name, Phone: a.Phone, Password: password}, anyway, options)
		return recovered{r, code}, err
	}
}

// onRestored opens the new registry.
func (f *restoreForm) onRestored(done recovered, err error) {
	w := f.window
	if err != nil {
		f.refuse(err)
		return
	}
	f.box.Close()
	w.OnOpened(done.registrar, nil)
	w.Done(w.Say("season_screen.restored", map[string]any{"file": filepath.Base(f.fresh.Path)}), nil)
	if done.code != "" {
		ShowPaperCode(w, done.code)
	}
}

// askAnyway asks whether what is sound of a spoilt copy is to be restored.
func (f *restoreForm) askAnyway(words string) {
	w := f.window
	w.Ask(w.Say("season_screen.restore_anyway_title", nil),
		container.NewVBox(widgets.Wrapped(words), widgets.Wrapped(w.Say("season_screen.restore_anyway_about", nil))), 520,
		frame.Choice{Label: w.Say("season_screen.restore_anyway", nil), Chosen: func() {
			f.anyway = true
			f.onRestore()
		}},
		frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// refuse says what was wrong, at its place.
func (f *restoreForm) refuse(err error) {
	defer f.tall.fit()
	if f.byPaper && f.paper.refuse(err) {
		return
	}
	w := f.window
	field := f.backup.Field
	words := explained(w, err, "season_screen.restore_paper")
	switch code := registrar.CodeOf(err); code {
	case "vault.wrong", "vault.wait", "vault.weak_parameters", "vault.too_costly":
		f.secret.SetText("")
		field = f.password
	case "vault.phone":
		field = f.phone
	case "registry.exists", "file.cannot_write", "registry.no_room":
		field = f.fresh.Field
	case "registry.not_a_registry", "registry.too_new", "registry.damaged":
		// The failure names the copy under way; the person knows the backup.
		words = w.Say(code, map[string]any{"file": filepath.Base(f.backup.Path)})
	case "backup.unsound":
		if !f.anyway {
			f.askAnyway(words)
			return
		}
	case "vault.tampered", "file.cannot_read", "file.is_folder", "file.too_large":
	default:
		w.Fail(err)
		return
	}
	field.SetFault(words)
	w.Canvas().Focus(field.Input)
}
