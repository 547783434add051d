package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// droppable writes a file of each kind, and tells by its kind where it is.
func droppable(t *testing.T) map[string]string {
	t.Helper()
	folder := t.TempDir()
	files := map[string]string{}
	for kind, name := range map[string]string{"table": "11-А.csv", "picture": "Петренко.jpg", "strange": "IMG_1.heic", "message": "answer.zip.age", "campaign": "next.toml",
		"registry": "other.graduand", "backup": "copy" + registrar.ExtensionBackup, "unknown": "notes.zip"} {
		files[kind] = filepath.Join(folder, name)
		content := "nothing of use"
		if kind == "table" {
			content = "Прізвище;Ім’я;Дата народження\nНовенька;Олена;01.02.2003\n"
		}
		if err := os.WriteFile(files[kind], []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files["folder"] = filepath.Join(folder, "photos")
	if err := os.Mkdir(files["folder"], 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(files["folder"], "a.jpg"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return files
}

// saidOver are the words of the dialog in front, "" where there is none.
func saidOver(w *frame.Window) string {
	if len(w.Boxes()) == 0 {
		return ""
	}
	return frametest.DialogWords(w)
}

// whither is where a kind of file leads from any page that does not want it itself.
var whither = map[string]string{"table": frame.Roster, "picture": frame.PhotoFolder, "strange": frame.PhotoFolder, "folder": frame.PhotoFolder, "message": frame.Exchange, "campaign": frame.SettingsPage}

// wanted is where it stays, or leads, by the page.
var wanted = map[string]map[string]string{
	frame.CentreList: {"table": frame.CentreList},
	frame.Access:     {"table": frame.Access},
	frame.Photo:      {"picture": frame.Form, "strange": frame.Form},
	frame.Form:       {"picture": frame.Form, "strange": frame.Form},
}

// Every kind of file that is dropped on any page goes where it belongs, or it is said why it does not.
func TestEveryKindOfFileDroppedOnEveryPage(t *testing.T) {
	files := droppable(t)
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 2)
		id := frametest.IdsOf(t, w)[0]
		for _, page := range append(append(w.Listed(false), w.Listed(true)...), frame.CentreList, frame.PhotoFolder, frame.Form) {
			if !w.HasPage(page) {
				continue
			}
			for kind, path := range files {
				clearBoxes(w)
				w.Forget()
				clearBoxes(w)
				w.Go(frame.Route{Screen: page, Graduate: id})
				if page == frame.Photo {
					frametest.ListIn(t, w).MoveTo(id)
				}
				frametest.Drop(w, path)
				want, is := wanted[page][kind]
				if !is {
					want = whither[kind]
				}
				said := saidOver(w)
				switch {
				case want != "" && !w.InFront(want):
					t.Errorf("%s, %s on %s leads to %s: %s", campaign, kind, page, w.Current(), said)
				case want == "" && len(w.Boxes()) == 0:
					t.Errorf("%s, %s on %s: nothing is said", campaign, kind, page)
				case kind == "unknown" && !strings.Contains(said, "notes.zip"):
					t.Errorf("%s: %s", page, said)
				}
				if strings.Contains(said, w.Say("ui.fault", nil)) || strings.Contains(said, "ui.drop") {
					t.Errorf("%s, %s on %s: %s", campaign, kind, page, said)
				}
			}
		}
	}
}

// While a question is open nothing happens to it but a calm word, once.
func TestWhatIsDroppedOnADialogIsLeftAlone(t *testing.T) {
	files := droppable(t)
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	clearBoxes(w)
	w.Go(frame.Route{Screen: frame.Account})
	frametest.Tap(t, w, w.Say("account_screen.add", nil))
	for _, path := range files {
		frametest.Drop(w, path)
	}
	if len(w.Boxes()) != 2 || !strings.Contains(saidOver(w), "Спершу закрийте") {
		t.Errorf("%d dialogs: %s", len(w.Boxes()), saidOver(w))
	}
	frametest.Esc(w)
	if len(w.Boxes()) != 1 || !w.InFront(frame.Account) {
		t.Error("the dialog has gone")
	}
}

// Before the sign-in a registry and a backup are taken, and of the rest it is said to sign in first.
func TestWhatIsDroppedBeforeTheSignIn(t *testing.T) {
	files := droppable(t)
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	for kind, file := range files {
		clearBoxes(w)
		frametest.Drop(w, file)
		said := saidOver(w)
		closed := strings.Contains(said, "Спершу увійдіть")
		if opens := kind == "registry" || kind == "backup"; opens == closed || said == "" {
			t.Errorf("%s: %q", kind, said)
		}
	}
	clearBoxes(w)
	w.OnNew()
	frametest.Drop(w, files["message"])
	frametest.MustSee(t, w, files["message"])
	frametest.Drop(w, files["campaign"])
	if topic := w.Alone().(frame.Topical).HelpTopic(); topic != frame.NewSchool {
		t.Errorf("the file of a campaign leads to %s", topic)
	}
	frametest.Drop(w, path)
	if _, is := w.Alone().(frame.Topical); !is || w.Alone().(frame.Topical).HelpTopic() != frame.SignIn {
		t.Errorf("a registry leads to %T", w.Alone())
	}
}

// Of files of several kinds one kind is taken, and the others are named.
func TestSeveralKindsDroppedAtOnce(t *testing.T) {
	files := droppable(t)
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	clearBoxes(w)
	frametest.Drop(w, files["picture"], files["unknown"], files["table"], files["folder"])
	for _, name := range []string{"Зараз: Петренко.jpg, photos.", "одне за одним: 11-А.csv", "notes.zip"} {
		frametest.MustSee(t, w, name)
	}
	frametest.Confirm(w)
	if !w.InFront(frame.PhotoFolder) {
		t.Errorf("they lead to %s", w.Current())
	}
}

// A graduate's own form takes pictures and nothing else.
func TestWhatAGraduateDrops(t *testing.T) {
	files := droppable(t)
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	for kind, file := range files {
		clearBoxes(w)
		frametest.Drop(w, file)
		refused := strings.Contains(saidOver(w), "для вашего бланка")
		if want := !slices.Contains([]string{"picture", "strange"}, kind); refused != want || !w.InFront(frame.Own) {
			t.Errorf("%s: refused %v, at %s: %s", kind, refused, w.Current(), saidOver(w))
		}
	}
}

// One picture dropped beside the list of photos becomes that of the one who is shown there, and one
// dropped on a form that of its person, whatever it is called, at whatever step.
func TestAPictureDroppedIsOfTheOneShown(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	ids := frametest.IdsOf(t, w)
	path := frametest.PhotoFile(t, 600, 800, 90)
	pictures := func(id string) (n int) {
		for _, f := range w.Registrar().Campaign().AllFields() {
			if f.Kind == registrar.KindFile && frametest.GraduateOf(t, w, id).Get(f.Code) != "" {
				n++
			}
		}
		return n
	}
	clearBoxes(w)
	w.Go(frame.Route{Screen: frame.Photo})
	frametest.ListIn(t, w).MoveTo(ids[1])
	frametest.Drop(w, path)
	if who, _ := w.Whose(); !w.InFront(frame.Form) || who != ids[1] || pictures(ids[1]) != 1 {
		t.Errorf("at %s of %s are %d pictures: %s", w.Current(), who, pictures(ids[1]), frametest.Visible(w))
	}
	clearBoxes(w)
	w.Go(frame.Route{Screen: frame.Form, Graduate: ids[2], Field: "surname"})
	w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if pictures(ids[2]) != 1 {
		t.Errorf("there are %d pictures: %s", pictures(ids[2]), saidOver(w))
	}
}

// A table that nobody dropped on the page it is for is told by what stands in it.
func TestADroppedTableGoesToWhomItIsFor(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	clearBoxes(w)
	g := frametest.FirstGraduate(t, w).Graduate
	frametest.Drop(w, frametest.WriteFile(t, "доступы.csv", "Логин;ФИО;Пароль\n"+g.Phone+";"+g.FullName()+";sEcret12\n"))
	if !w.InFront(frame.Access) || !strings.Contains(saidOver(w), "Можно взять доступов: 1") {
		t.Errorf("accesses lead to %s: %s", w.Current(), saidOver(w))
	}
	w, _ = frametest.WithDemo(t, "zno-2020", "uk", 2)
	list := frametest.WriteFile(t, "центр.csv", "Номер картки;Прізвище;Ім’я\n1234567;Новенька;Олена\n")
	for button, page := range map[string]string{"Звірити": frame.CentreList, "Додати випускників": frame.Roster} {
		clearBoxes(w)
		w.Go(frame.Route{Screen: frame.Overview})
		frametest.Drop(w, list)
		frametest.Tap(t, w, button)
		if !w.InFront(page) {
			t.Errorf("%s leads to %s", button, w.Current())
		}
	}
}
