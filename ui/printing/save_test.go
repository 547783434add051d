package printing

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// UA-132: whoever is not ready is named before any document that leaves the school is saved; Enter and
// Esc write nothing, what was answered is not asked again, and of what stays nothing is asked.
func TestEveryDocumentThatLeavesAsksAboutWhoIsNotReady(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	there := func() bool { _, err := os.Stat(files.ToSave); return err == nil }
	for _, leaves := range []string{printing.Card, printing.List} {
		s.chooseDocument(t, leaves)
		if len(s.named.Unready) == 0 {
			t.Fatalf("%s: everybody is ready", leaves)
		}
		for _, stay := range []func(*frame.Window){func(w *frame.Window) { press(w.Canvas().Focused(), fyne.KeyReturn) }, frametest.Esc} {
			s.onSave(registrar.FormatPDF)
			if words := frametest.DialogWords(w); !strings.Contains(words, s.named.Unready[0].Name) {
				t.Fatalf("%s: nobody is named:\n%s", leaves, words)
			}
			if stay(w); there() || len(w.Boxes()) != 0 {
				t.Errorf("%s: written, or asked still, though nobody agreed", leaves)
			}
		}
		s.onSave(registrar.FormatPDF)
		if frametest.FrontTap(t, w, "Усе одно друкувати"); !there() {
			t.Errorf("%s is not written", leaves)
		}
		files.ToSave = filepath.Join(t.TempDir(), "again.pdf")
		if s.onSave(registrar.FormatPDF); !there() {
			t.Errorf("%s: what was answered is asked again", leaves)
		}
		files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	}
	s.chooseDocument(t, printing.Sheet)
	if s.onSave(registrar.FormatPDF); !there() {
		t.Error("of a paper that stays it is asked")
	}
}

// The question is about the document that is chosen, also while the preview still shows the one before.
func TestTheQuestionWaitsForItsDocument(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 6, printing.Sheet)
	files.ToSave = filepath.Join(t.TempDir(), "a.pdf")
	loop := new(frametest.Loop)
	w.Runner = loop.Runner()
	s.chooseDocument(t, printing.Card)
	s.onSave(registrar.FormatPDF)
	loop.Rest()
	if len(w.Boxes()) != 1 || !strings.Contains(frametest.DialogWords(w), "Друкувати й тих, хто ще не готовий?") {
		t.Errorf("nobody is asked: %s", frametest.DialogWords(w))
	}
}

// UA-050: before photos are printed in which something is found it is asked, with their names; all may
// be printed.
func TestPhotosWithARemarkAreAskedAbout(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 3)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	desktest.Attach(t, w.Registrar(), id, "face_photo", desktest.Picture(t, 3))
	s.chooseDocument(t, printing.Photos)
	name := frametest.GraduateOf(t, w, id).FullName()
	frametest.MustSee(t, w, "Зображень із зауваженням: 1", name)
	files.ToSave = filepath.Join(t.TempDir(), "фото.pdf")
	s.onSave(registrar.FormatPDF)
	if words := frametest.DialogWords(w); !strings.Contains(words, "Друкувати ці зображення?") || !strings.Contains(words, name) {
		t.Fatalf("nobody is asked:\n%s", words)
	}
	frametest.Esc(w)
	if _, err := os.Stat(files.ToSave); err == nil {
		t.Error("it was written though nobody agreed")
	}
	s.onSave(registrar.FormatPDF)
	frametest.FrontTap(t, w, "Усе одно друкувати")
	if _, err := os.Stat(files.ToSave); err != nil {
		t.Error(err)
	}
}

func TestPrintSaves(t *testing.T) {
	type saved struct{ document, format, begin string }
	for campaign, all := range map[string][]saved{
		"zno-2020": {
			{printing.Card, registrar.FormatPDF, "%PDF"},
			{printing.List, registrar.FormatPDF, "%PDF"},
			{printing.List, registrar.FormatExcel, "PK"},
			{printing.Missing, registrar.FormatExcel, "PK"},
			{printing.Site, registrar.FormatPDF, "%PDF"},
		},
		"ort-2021": {
			{printing.Card, registrar.FormatPDF, "%PDF"},
			{printing.Missing, registrar.FormatPDF, "%PDF"},
			{printing.Sheet, registrar.FormatPDF, "%PDF"},
		},
	} {
		w, files, s, _ := printScreenOf(t, campaign, "uk", 6)
		for _, c := range all {
			t.Run(campaign+" "+c.document+c.format, func(t *testing.T) {
				s.chooseDocument(t, c.document)
				s.audience.SetSelectedIndex(1)
				var want bytes.Buffer
				if _, err := w.Registrar().Printing.Draw(&want, c.format, s.job()); err != nil {
					t.Fatal(err)
				}
				files.ToSave = filepath.Join(t.TempDir(), s.fileName(c.format))
				label := map[string]string{registrar.FormatPDF: "Зберегти PDF…", registrar.FormatExcel: "Зберегти Excel…"}[c.format]
				tapSave(t, w, label)
				got, err := os.ReadFile(files.ToSave)
				if err != nil || !bytes.Equal(got, want.Bytes()) || !strings.HasPrefix(string(got), c.begin) {
					t.Fatalf("wrote %d bytes, want %d: %v", len(got), want.Len(), err)
				}
				frametest.MustSee(t, w, ":00  ", "Записано «"+filepath.Base(files.ToSave)+"»")
				events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{})
				if err != nil {
					t.Fatal(err)
				}
				if e := events[len(events)-1]; e.Kind != registrar.EventPrinted || e.Note != c.document || e.By != "Key" {
					t.Errorf("the history ends with %+v", e)
				}
			})
		}
	}
}

func TestPrintAddsTheEnding(t *testing.T) {
	w, files, _, _ := printScreenOf(t, "zno-2020", "uk", 4)
	files.ToSave = filepath.Join(t.TempDir(), "cards.v2")
	written := files.ToSave + registrar.FormatPDF
	tapSave(t, w, "Зберегти PDF…")
	first, err := os.ReadFile(written)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(written, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	tapSave(t, w, "Зберегти PDF…")
	frametest.MustSee(t, w, "«cards.v2.pdf» уже є")
	frametest.Tap(t, w, "Не замінювати")
	if kept, _ := os.ReadFile(written); string(kept) != "mine" {
		t.Error("a file was overwritten without consent")
	}
	tapSave(t, w, "Зберегти PDF…")
	frametest.Tap(t, w, "Замінити")
	if again, _ := os.ReadFile(written); !bytes.Equal(again, first) {
		t.Error("the file was not replaced")
	}
}

func TestPrintOpens(t *testing.T) {
	w, files, s, _ := printScreenOf(t, "zno-2020", "uk", 6)
	var opened []string
	var fault error
	w.OpenFile = func(path string) error {
		opened = append(opened, path)
		return fault
	}
	printed := func() (n int) {
		events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if e.Kind == registrar.EventPrinted {
				n++
			}
		}
		return n
	}
	before := printed()
	files.ToSave = filepath.Join(t.TempDir(), "asked.pdf")
	tapSave(t, w, "Відкрити для друку")
	frametest.MustSee(t, w, "Відкрито «картки-усі.pdf»")
	if info, err := os.Stat(opened[0]); err != nil || info.Mode().Perm() != 0o600 || frametest.IsThere(files.ToSave) {
		t.Errorf("opened %v, %v; a name was asked for: %v", opened, err, frametest.IsThere(files.ToSave))
	}
	tapSave(t, w, "Відкрити для друку")
	if got := printed() - before; got != 1 {
		t.Errorf("one file lies there, the history has %d", got)
	}
	s.audience.SetSelectedIndex(1)
	tapSave(t, w, "Відкрити для друку")
	if len(opened) != 3 || opened[0] != opened[1] || opened[1] == opened[2] {
		t.Errorf("opened %v", opened)
	}
	fault = errors.New("no such program")
	tapSave(t, w, "Відкрити для друку")
	frametest.MustSee(t, w, "комп’ютер не має програми для PDF")
	w.CloseRegistry()
	for _, path := range opened {
		if frametest.IsThere(path) {
			t.Errorf("%s stays when the registry is closed", path)
		}
	}
}

func TestPrintSaysWhyAFileCannotBeWritten(t *testing.T) {
	w, files, _, _ := printScreenOf(t, "zno-2020", "uk", 4)
	files.ToSave = filepath.Join(t.TempDir(), "absent", "cards.pdf")
	tapSave(t, w, "Зберегти PDF…")
	frametest.MustSee(t, w, w.Say("ui.failed", nil), "Не вдалося записати")
}

func TestPrintFileNames(t *testing.T) {
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4, printing.List)
	if got := s.fileName(registrar.FormatExcel); got != "список-усі.xlsx" {
		t.Errorf("proposed %q", got)
	}
	s.audience.SetSelectedIndex(1)
	if got := s.fileName(registrar.FormatExcel); got != "список-"+s.chosen.class+".xlsx" {
		t.Errorf("proposed %q", got)
	}
	w.Go(frame.Route{Screen: frame.Printing, Only: frametest.IdsOf(t, w)[:2]})
	if got := s.fileName(registrar.FormatPDF); got != "список-позначені.pdf" {
		t.Errorf("proposed %q", got)
	}
	for document, want := range map[string]string{printing.Missing: "що-ще-потрібно-позначені.xlsx",
		printing.Sheet: "перевірка-позначені.xlsx", printing.Site: "дані-для-сайту-позначені.xlsx"} {
		s.chooseDocument(t, document)
		if got := s.fileName(registrar.FormatExcel); got != want {
			t.Errorf("proposed %q, want %q", got, want)
		}
	}
	one := frametest.FirstGraduate(t, w).Graduate
	w.Go(frame.Route{Screen: frame.Printing, Only: []string{one.ID}})
	s.chooseDocument(t, printing.List)
	if got, want := s.fileName(registrar.FormatPDF), "список-"+one.Surname+"-"+one.Class+".pdf"; got != want {
		t.Errorf("of one person proposed %q, want %q", got, want)
	}
}

// A file is named in the window's language, whatever the document.
func TestFilesOfDocumentsAreNamed(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		w, _, s, _ := printScreenOf(t, campaign, language, 2)
		for _, document := range s.documents {
			word := w.Registrar().Printing.Document(document).Word // none for a paper of the kit, named by its title
			if id := "printing_screen.file." + word; word != "" && !w.Text().Has(id) {
				t.Errorf("the file of %s has no name in %s", document, language)
			}
		}
	}
}
