package account

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// opens tells whether a password opens the registry of the window, as it is now.
func opens(t testing.TB, w *frame.Window, phone, password string) bool {
	t.Helper()
	now := filepath.Join(t.TempDir(), "now.graduand")
	if _, err := w.Registrar().Backup(frametest.Ctx, now); err != nil {
		t.Fatal(err)
	}
	r, err := registrar.Open(frametest.Ctx, now, registrar.SignIn{Phone: phone, Password: password}, registrar.Options{Now: w.Now})
	if err != nil {
		return false
	}
	return r.Close() == nil
}

func accountsOf(t testing.TB, w *frame.Window) []registrar.Account {
	t.Helper()
	all, err := w.Registrar().Accounts(frametest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAccounts(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	w.Go(frame.Route{Screen: frame.Account})
	s := accountScreenOf(w)
	t.Run("KG-003 KG-005 who may sign in, and as what", func(t *testing.T) {
		frametest.MustSee(t, w, "Верболоз Олександр", "+380 50 000 0004", "це ви", "відповідальна особа", "Випускники, друк", "нічого не змінює")
	})
	t.Run("the own account is not changed here", func(t *testing.T) {
		s.table.MoveTo(w.Registrar().Me().ID)
		frametest.MustSee(t, w, "Це ви.")
		s.onRemove()
		if !s.replace.Disabled() || !s.remove.Disabled() || len(w.Boxes()) > 0 {
			t.Error("the head can remove herself")
		}
	})
	t.Run("what is lacking is said under its field, nothing is added", func(t *testing.T) {
		frametest.Tap(t, w, "Додати…")
		frametest.Tap(t, w, "Додати")
		frametest.MustSee(t, w, "замінить на свій", "Впишіть прізвище та ім’я.", "Пароль закороткий")
		if len(accountsOf(t, w)) != 1 {
			t.Error("somebody without a name was added")
		}
	})
	t.Run("KG-014 nobody shares a login", func(t *testing.T) {
		frametest.FillIn(t, w, "Прізвище, ім’я, по батькові", "Коваленко Марія")
		frametest.FillIn(t, w, "Телефон (логін)", "050 000 00 04")
		frametest.FillIn(t, w, "Новий пароль", frametest.FirstPassword)
		frametest.FillIn(t, w, "Новий пароль ще раз", frametest.FirstPassword)
		frametest.Tap(t, w, "Додати")
		frametest.MustSee(t, w, "Цей телефон уже має Верболоз")
	})
	t.Run("KG-006 whom the head adds must replace the password", func(t *testing.T) {
		frametest.FillIn(t, w, "Телефон (логін)", "0671112233")
		frametest.Tap(t, w, "Додати")
		all := accountsOf(t, w)
		if len(all) != 2 || all[1].Name != "Коваленко Марія" || all[1].Role != registrar.RoleResponsible || !all[1].MustChange {
			t.Fatalf("accounts %+v", all)
		}
		if len(w.Boxes()) > 0 || len(s.table.Rows()) != 2 {
			t.Error("the list does not follow")
		}
		frametest.MustSee(t, w, "має змінити пароль", "Додано: Коваленко Марія")
	})
	t.Run("KG-007 the head gives a new password, and another role", func(t *testing.T) {
		s.table.MoveTo(accountsOf(t, w)[1].ID)
		frametest.Tap(t, w, "Новий пароль або роль…")
		frametest.MustSee(t, w, "Новий пароль або роль: Коваленко Марія")
		frametest.FillIn(t, w, "Новий пароль", frametest.OwnPassword)
		frametest.FillIn(t, w, "Новий пароль ще раз", frametest.OwnPassword)
		chooseRole(t, w.Boxes()[0], "перегляд")
		frametest.Confirm(w)
		if all := accountsOf(t, w); all[1].Role != registrar.RoleReader || all[1].Phone != "+380671112233" {
			t.Errorf("accounts %+v", all)
		}
		if opens(t, w, "0671112233", frametest.FirstPassword) || !opens(t, w, "0671112233", frametest.OwnPassword) {
			t.Error("the forgotten password still opens, or the new one does not")
		}
	})
	t.Run("KG-007 who is removed signs in no more, and what follows is said first", func(t *testing.T) {
		s.table.MoveTo(accountsOf(t, w)[1].ID)
		frametest.Tap(t, w, "Вилучити…")
		frametest.MustSee(t, w, "Коваленко Марія більше не ввійде", "Ключ закладу зміниться", "Давні копії")
		frametest.Tap(t, w, "Вилучити")
		if len(accountsOf(t, w)) != 1 || opens(t, w, "0671112233", frametest.OwnPassword) {
			t.Error("the removed one signs in")
		}
		if left := accountsOf(t, w); s.table.Cursor() != left[0].ID {
			t.Errorf("the keyboard is at %q, not beside who was removed", s.table.Cursor())
		}
		frametest.MustSee(t, w, "Це ви.")
	})
}

// Where graduates get accesses the two functions of the responsible person can be parted.
func TestPartedRights(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "+996500000004", registrar.DemoPassword)
	w.Go(frame.Route{Screen: frame.Account})
	t.Run("KG-008 KG-009 the head lets somebody register and create no accesses", func(t *testing.T) {
		frametest.MustSee(t, w, "Выпускники, доступы, печать")
		frametest.MustSee(t, w, "Доступов не создаёт", "Бланков не заполняет")
		frametest.Tap(t, w, "Добавить…")
		frametest.FillIn(t, w, "Фамилия, имя, отчество", "Бакиров Бакыт")
		frametest.FillIn(t, w, "Телефон (логин)", "0555000009")
		frametest.FillIn(t, w, "Новый пароль", frametest.FirstPassword)
		frametest.FillIn(t, w, "Новый пароль ещё раз", frametest.FirstPassword)
		chooseRole(t, w.Boxes()[0], "регистрация")
		frametest.Confirm(w)
		all := accountsOf(t, w)
		if last := all[len(all)-1]; last.Name != "Бакиров Бакыт" || last.Role != registrar.RoleRegistering {
			t.Errorf("accounts %+v", all)
		}
	})
	t.Run("KG-009 a campaign without accesses has nothing to part", func(t *testing.T) {
		w, _ := frametest.WithHead(t, "uk")
		w.Go(frame.Route{Screen: frame.Account})
		frametest.MustNotSee(t, w, "Доступів не створює", "видає доступи")
		frametest.Tap(t, w, "Додати…")
		frametest.MustNotSee(t, w, w.Say("role.accesses", nil))
	})
}

// chooseRole chooses a role in a dialog.
func chooseRole(t testing.TB, b *frame.Box, name string) {
	t.Helper()
	choice, is := frametest.FieldBelow(b.Content(), "Роль").(*widgets.OneOf)
	if !is {
		t.Fatal("no roles to choose from")
	}
	var titles []string
	frametest.Collect(choice, &titles)
	frametest.ChooseAt(choice, slices.Index(titles, name))
}

func TestAccountKeys(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	w.Go(frame.Route{Screen: frame.Account})
	t.Run("KG-007 the first paper key is made at once and shown", func(t *testing.T) {
		frametest.MustSee(t, w, "Ключа ще немає")
		frametest.Tap(t, w, "Новий паперовий ключ…")
		frametest.MustSee(t, w, "Цей код відкриє реєстр")
		frametest.Tap(t, w, "Ключ збережено")
		frametest.MustSee(t, w, "Аркуш не збережено!", "Цей код відкриє реєстр")
		frametest.Tap(t, w, "Ключ збережено")
		frametest.MustSee(t, w, "Ключ є.")
	})
	t.Run("KG-007 the next one asks first: the old sheet dies", func(t *testing.T) {
		frametest.Tap(t, w, "Новий паперовий ключ…")
		frametest.MustSee(t, w, "Старий аркуш одразу перестане відкривати")
		frametest.MustNotSee(t, w, "Цей код відкриє реєстр")
		frametest.Tap(t, w, "Створити новий ключ")
		frametest.MustSee(t, w, "Цей код відкриє реєстр")
		frametest.Tap(t, w, "Ключ збережено")
		frametest.Tap(t, w, "Ключ збережено")
	})
	t.Run("KG-007 what is no key of a centre is refused under its field", func(t *testing.T) {
		s := accountScreenOf(w)
		s.centre.typed.SetText("AGE-SECRET-KEY-1")
		s.centre.onSave()
		frametest.MustSee(t, w, "Це не ключ відновлення центру")
		s.centre.typed.SetText("age1xyz")
		s.centre.onSave()
		frametest.Tap(t, w, "Дати центру ключ")
		frametest.MustSee(t, w, "Це не ключ відновлення центру", "Центр не має ключа")
	})
	t.Run("F-07 a typed key that nobody was given outlives another language, and closing asks about it", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.ChangeLanguage("en")
		w.Quit()
		frametest.MustSee(t, w, w.Say("ui.unsaved_title", nil), w.Say("screen.account", nil))
		frametest.Tap(t, w, w.Say("ui.stay", nil))
		w.ChangeLanguage("uk")
		w.Go(frame.Route{Screen: frame.Account})
	})
	t.Run("KG-007 what the centre gets is said before it is given", func(t *testing.T) {
		s := accountScreenOf(w)
		s.centre.typed.SetText(" age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p ")
		s.centre.onSave()
		frametest.MustSee(t, w, "прочитає все")
		frametest.MustNotSee(t, w, "Центр має ключ:")
		frametest.Tap(t, w, "Дати центру ключ")
		frametest.MustSee(t, w, "Центр має ключ: age1ql3z7hjy…mcac8p")
		w.ChangeLanguage("en")
		frametest.MustSee(t, w, "The centre has a key: age1ql3z7hjy…mcac8p")
	})
}

func TestAccountsOfAResponsible(t *testing.T) {
	w := frametest.WithRole(t, "uk", registrar.RoleResponsible)
	t.Run("F-06 who is not the head sees the list and changes the own password only", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Account})
		frametest.MustSee(t, w, "Верболоз Олександр", "Коваленко Марія", "це ви", "Додає, змінює й вилучає облікові записи керівник", "Змінити мій пароль")
		frametest.MustNotSee(t, w, "Додати…", "Вилучити…", "Новий пароль або роль…", "Новий паперовий ключ…", "age1")
		s := accountScreenOf(w)
		s.table.MoveTo(s.table.Rows()[0].Key)
		s.MainAction()
		if s.table.OnOpened != nil || s.table.OnRemove != nil || len(w.Boxes()) > 0 {
			t.Error("the keyboard gives what the buttons do not")
		}
	})
	t.Run("F-06 who is responsible makes and restores copies, and ends nothing", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Season})
		frametest.MustSee(t, w, "1. Резервна копія", "2. Відновлення з копії", "Переносить роботу, завершує кампанію і знищує дані керівник")
		frametest.MustNotSee(t, w, "3.", "Перенести…", "Завершити кампанію…", "Знищити дані кампанії…")
	})
	t.Run("KG-006 the own password is changed from here", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Account})
		frametest.Tap(t, w, "Змінити мій пароль")
		frametest.MustSee(t, w, "Теперішній пароль")
	})
}

// Nobody is there, and the code of a new paper key lies open: the dialog counts down, then
// the window locks all the same. What that costs is told before and afterwards.
func TestThePaperKeyIsNoWayRoundTheLock(t *testing.T) {
	w, _ := frametest.WithHead(t, "uk")
	loop, now := &frametest.Loop{}, frametest.Noon
	w.Runner, w.Now = loop.Runner(), func() time.Time { return now }
	w.Lock()
	loop.Rest()
	frametest.SignInAs(t, w, "0500000004", frametest.HeadPassword)
	loop.Rest()
	w.Go(frame.Route{Screen: frame.Account})
	loop.Rest()
	frametest.Tap(t, w, "Новий паперовий ключ…")
	loop.Rest()
	frametest.MustSee(t, w, "Цей код відкриє реєстр")
	pass := func(d time.Duration) {
		now = now.Add(d)
		loop.Ring()
		loop.Rest()
	}
	pass(5*time.Minute + 15*time.Second)
	if seen := strings.Join(strings.Fields(frametest.Visible(w)), " "); !strings.Contains(seen, "через 45 с вікно заблокується, і код зникне") {
		t.Errorf("attack 20: nobody is warned in:\n%s", seen)
	}
	pass(45 * time.Second)
	frametest.MustNotSee(t, w, "Цей код відкриє реєстр")
	if w.Registrar() != nil {
		t.Fatal("attack 20: the code keeps the window open")
	}
	frametest.SignInAs(t, w, "0500000004", frametest.HeadPassword)
	loop.Rest()
	if seen := strings.Join(strings.Fields(frametest.Visible(w)), " "); !strings.Contains(seen, "Цього коду більше ніхто не побачить") {
		t.Errorf("attack 20: nobody learns that the key is lost in:\n%s", seen)
	}
}

// What fills several fields is not thrown away by one key: Esc asks, wherever the keyboard is.
// One field is typed again at once, and what nobody has typed is nothing.
func TestEscAsksBeforeItThrowsAwayWhatWasTyped(t *testing.T) {
	for language, caption := range map[string]string{"uk": "Закрити без збереження?", "ky": "Сактабай жабуу?"} {
		w, _ := frametest.WithHead(t, language)
		w.Go(frame.Route{Screen: frame.Account})
		d := newAccountDialog(w, registrar.Account{Name: "Коваленко Марія", Role: registrar.RoleReader})
		d.add()
		d.form.FirstIn.SetText("довгий пароль")
		frametest.KeyEscape(d.form.FirstIn)
		if len(w.Boxes()) > 0 {
			t.Fatal("one field is asked about")
		}
		d = newAccountDialog(w, registrar.Account{Role: registrar.RoleReader})
		d.add()
		d.form.NameIn.SetText("Коваленко Марія")
		d.form.PhoneIn.SetText("067 111 22 33")
		for _, at := range []fyne.Focusable{d.form.PhoneIn, d.box.Buttons()[0], d.box.Primary()} {
			frametest.KeyEscape(at)
			frametest.MustSee(t, w, caption)
			frametest.Esc(w)
			if len(w.Boxes()) != 1 || d.form.NameIn.Text == "" {
				t.Fatalf("Esc and Esc again leave %d dialogs", len(w.Boxes()))
			}
		}
		frametest.Esc(w)
		frametest.Confirm(w)
		if len(w.Boxes()) != 1 {
			t.Fatal("Enter closes it")
		}
		frametest.Esc(w)
		frametest.Tap(t, w, w.Say("ui.close", nil))
		if len(w.Boxes()) > 0 {
			t.Error("it does not close")
		}
		d = newAccountDialog(w, registrar.Account{Role: registrar.RoleReader})
		d.add()
		d.form.NameIn.SetText("Коваленко Марія")
		d.form.PhoneIn.SetText("067 111 22 33")
		frametest.Tap(t, w, w.Say("ui.cancel", nil))
		if len(w.Boxes()) > 0 {
			t.Error("who presses «Cancel» is asked too")
		}
	}
}
