package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
)

// frontTap presses a button of the dialog in front.
func frontTap(t testing.TB, w *Window, label string) {
	t.Helper()
	b := findButton(w.boxes[len(w.boxes)-1].popup.Content, label)
	if b == nil {
		t.Fatalf("the dialog in front has no button %q:\n%s", label, visible(w))
	}
	b.Tapped(nil)
}

// dialogWords are what a person reads in the dialog in front.
func dialogWords(w *Window) string {
	var words []string
	collect(w.boxes[len(w.boxes)-1].popup.Content, &words)
	return strings.Join(words, "\n")
}

// paymentsOf are the receipts of a graduate as the registry has them.
func paymentsOf(t testing.TB, w *Window, id string) []data.Payment {
	t.Helper()
	return graduateOf(t, w, id).Current().Payments
}

// addReceipt types a receipt into the dialog «Оплаты» that is in front.
func addReceipt(t testing.TB, w *Window, number, sum string) {
	t.Helper()
	frontTap(t, w, "Добавить квитанцию об оплате")
	if sum != "" {
		fillIn(t, w, "Сумма", sum)
	}
	fillIn(t, w, "Номер квитанции", number)
	frontTap(t, w, "Добавить")
}

// paying opens a school of four; the first graduate takes two subjects.
func paying(t testing.TB) (*Window, *fakeFiles, string) {
	t.Helper()
	w, files := withDemo(t, "ort-2021", "ru", 4)
	id := firstGraduate(t, w).Graduate.ID
	changeField(t, w, id, data.FieldSubjects, "mathematics,chemistry")
	return w, files, id
}

func TestPayments(t *testing.T) {
	w, files, id := paying(t)
	t.Run("KG-061 the dialog says what is due, of what, paid and left", func(t *testing.T) {
		w.showPayments(id)
		mustSee(t, w, "Оплаты", graduateOf(t, w, id).FullName(), "К оплате 1110 сом", "регистрация 370", "Математика 370", "Химия 370",
			"Оплачено 0 сом", "Осталось 1110 сом", "Квитанций ещё нет")
	})
	t.Run("KG-063 the form asks for type, sum and number; the sum is what is left", func(t *testing.T) {
		confirm(w)
		mustSee(t, w, "Тип оплаты", "через банк", "Сумма", "Номер квитанции", "1110")
	})
	t.Run("KG-064 sum and number are demanded, and what was typed stays", func(t *testing.T) {
		frontTap(t, w, "Добавить")
		mustSee(t, w, "Не указан номер квитанции")
		fillIn(t, w, "Номер квитанции", "А-001")
		for _, sum := range []string{"", "триста", "-5", "0", "12345678"} {
			fillIn(t, w, "Сумма", sum)
			frontTap(t, w, "Добавить")
			if len(w.boxes) != 2 || len(paymentsOf(t, w, id)) != 0 {
				t.Fatalf("%q was taken for a sum", sum)
			}
			mustSee(t, w, sum, "А-001")
		}
		fillIn(t, w, "Сумма", "370 сом")
	})
	t.Run("KG-062 a photo that is none is refused under its field", func(t *testing.T) {
		files.open = writeFile(t, "чек.jpg", "не фото")
		frontTap(t, w, "Выбрать…")
		frontTap(t, w, "Добавить")
		if len(w.boxes) != 2 || len(paymentsOf(t, w, id)) != 0 {
			t.Fatal("it was taken")
		}
		mustSee(t, w, "не фотография JPEG", "370 сом", "А-001")
	})
	t.Run("KG-065 a new receipt is «В рассмотрении», with its photo", func(t *testing.T) {
		files.open = photoFile(t, 320, 240, 8)
		frontTap(t, w, "Выбрать…")
		frontTap(t, w, "Добавить")
		mustSee(t, w, "№ А-001 — 370 сом, через банк", "В рассмотрении", "Добавлено 24.02.2020", "Оплачено 370 сом", "Осталось 740 сом")
		if all := paymentsOf(t, w, id); len(w.boxes) != 1 || len(all) != 1 || all[0].File == "" || all[0].Verdict != nil {
			t.Fatalf("%d dialogs, %+v", len(w.boxes), all)
		}
		frontTap(t, w, "Посмотреть")
		mustSee(t, w, "320 × 240 px")
		esc(w)
	})
	t.Run("KG-064 the same number twice is taken with a warning", func(t *testing.T) {
		if words := dialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		addReceipt(t, w, "а-001", "370")
		if words := dialogWords(w); !strings.Contains(words, "Сверьте номер") || !strings.Contains(words, "Осталось 370 сом") {
			t.Error(words)
		}
	})
	t.Run("KG-066 «Отменить оплату» asks why; the receipt stays in the list in words", func(t *testing.T) {
		frontTap(t, w, "Отменить оплату")
		frontTap(t, w, "Отменить оплату")
		mustSee(t, w, "Впишите причину")
		fillIn(t, w, "Причина (останется в истории)", "записана дважды")
		frontTap(t, w, "Отменить оплату")
		mustSee(t, w, "№ А-001 — 370 сом", "отменена 24.02.2020", "(записана дважды)", "Осталось 740 сом")
		if words := dialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		if all := paymentsOf(t, w, id); len(all) != 2 || all[0].Cancelled == nil || all[1].Cancelled != nil {
			t.Errorf("%+v", all)
		}
	})
	t.Run("KG-065 the centre's answer is noted by hand, «В рассмотрении» is none", func(t *testing.T) {
		frontTap(t, w, "Ответ центра…")
		mustSee(t, w, "Решает только центр", "Принято")
		if verdicts := (&paymentsDialog{window: w}).verdicts(); len(verdicts) != 2 || verdicts[0].Code != "accepted" {
			t.Errorf("answers: %+v", verdicts)
		}
		fillIn(t, w, "Когда это увидено", "25.02.2020")
		frontTap(t, w, "Записать ответ")
		mustSee(t, w, "ещё не наступил")
		fillIn(t, w, "Когда это увидено", "23.02.2020")
		fillIn(t, w, "Примечание (останется в истории)", "письмо № 5")
		frontTap(t, w, "Записать ответ")
		mustSee(t, w, "Принято; увидено на сайте 23.02.2020", "(письмо № 5)")
		mustNotSee(t, w, "В рассмотрении")
		if v := paymentsOf(t, w, id)[1].Verdict; v == nil || v.Kind != "accepted" || v.On != "2020-02-23" {
			t.Errorf("%+v", v)
		}
		if findButton(w.boxes[0].popup.Content, "Отменить оплату") != nil {
			t.Error("what the centre has decided on can be cancelled")
		}
	})
	t.Run("KG-062 by the keyboard alone", func(t *testing.T) {
		confirm(w)
		typeFocused(w, "Б-777")
		enter(w.window.Canvas().Focused())
		if all := paymentsOf(t, w, id); len(all) != 3 || all[2].Number != "Б-777" || all[2].Amount != 740 {
			t.Fatalf("%+v", all)
		}
		mustSee(t, w, "Осталось 0 сом")
		enter(w.window.Canvas().Focused())
		esc(w)
		esc(w)
		if len(w.boxes) != 0 {
			t.Error("Esc does not close the dialogs")
		}
	})
	t.Run("KG-061 nobody and a campaign without payments have no dialog", func(t *testing.T) {
		w.showPayments("")
		if len(w.boxes) != 0 {
			t.Error("a dialog of nobody")
		}
		z, _ := withDemo(t, "zno-2020", "uk", 1)
		z.showPayments(firstGraduate(t, z).Graduate.ID)
		if len(z.boxes) != 0 || slices.Contains(z.workScreens(), screenPayments) {
			t.Error("payments where there are none")
		}
	})
}

func paymentsScreenOf(w *Window) *paymentsScreen {
	w.show(screenPayments)
	return w.screens[screenPayments].(*paymentsScreen)
}

func TestPaymentsScreen(t *testing.T) {
	w, _, id := paying(t)
	rows, err := w.registrar.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	pay := func(at int, number string, sum int) string {
		t.Helper()
		if _, err := w.registrar.AddPayment(ctx, rows[at].Graduate.ID, registrar.Receipt{Amount: fmt.Sprint(sum), Number: number}); err != nil {
			t.Fatal(err)
		}
		all := paymentsOf(t, w, rows[at].Graduate.ID)
		return all[len(all)-1].ID
	}
	due := func(at int) int { return w.registrar.Campaign().AmountDue(graduateOf(t, w, rows[at].Graduate.ID)) }
	pay(0, "1", 370)
	pay(1, "2", due(1))
	refused := pay(2, "3", due(2))
	if err := w.registrar.JudgePayment(ctx, rows[2].Graduate.ID, refused, "rejected", "", ""); err != nil {
		t.Fatal(err)
	}
	done := pay(3, "4", due(3))
	if err := w.registrar.JudgePayment(ctx, rows[3].Graduate.ID, done, "accepted", "", ""); err != nil {
		t.Fatal(err)
	}
	s := paymentsScreenOf(w)
	states := func() (all []string) {
		for _, row := range s.table.Rows() {
			all = append(all, row.Cells[len(row.Cells)-1].Text)
		}
		return all
	}
	t.Run("KG-061 everybody with what is due, paid and left, and totals", func(t *testing.T) {
		if got := strings.Join(states(), "|"); got != "оплачено не всё|в рассмотрении|отклонено|оплачено" {
			t.Errorf("states: %s", got)
		}
		if c := s.table.Rows()[0].Cells; c[0].Text != rows[0].Graduate.FullName() || c[2].Text != "1110" || c[3].Text != "370" || c[4].Text != "740" {
			t.Errorf("cells: %+v", c)
		}
		all := due(0) + due(1) + due(2) + due(3)
		paid := 370 + due(1) + due(3)
		mustSee(t, w, fmt.Sprintf("Итого: к оплате %d, оплачено %d, осталось %d сом", all, paid, all-paid))
	})
	t.Run("KG-065 filters by what there is to do", func(t *testing.T) {
		for words, want := range map[string]string{"не оплачено": "оплачено не всё|отклонено", "в рассмотрении": "оплачено не всё|в рассмотрении",
			"отклонено": "отклонено", "оплачено": "оплачено"} {
			s.state.SetSelected(words)
			if got := strings.Join(states(), "|"); got != want {
				t.Errorf("%s: %s", words, got)
			}
		}
		s.state.SetSelected(s.state.all)
		s.search.SetText(rows[3].Graduate.Surname)
		if len(s.table.Rows()) == 0 || s.table.Rows()[0].Key != rows[3].Graduate.ID {
			t.Error("the search does not find")
		}
		s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	})
	t.Run("KG-061 Enter opens the payments, and a receipt changes the row at once", func(t *testing.T) {
		s.table.MoveTo(id)
		enter(s.table.Focusable())
		addReceipt(t, w, "77", "")
		esc(w)
		if got := states()[0]; got != "в рассмотрении" || s.table.Rows()[0].Cells[4].Text != "0" {
			t.Errorf("the row says %q", got)
		}
	})
	t.Run("F-13 the words in four languages, the campaign's own in the campaign's", func(t *testing.T) {
		s.search.SetText(rows[3].Graduate.Surname)
		for language, words := range map[string]string{"uk": "Сплачено", "ru": "Оплачено", "ky": "Төлөндү", "en": "Paid"} {
			w.changeLanguage(language)
			s = paymentsScreenOf(w)
			if s.search.Text != rows[3].Graduate.Surname {
				t.Error("the search is lost with the language")
			}
			mustSee(t, w, words)
			w.showPayments(id)
			mustSee(t, w, words+" 1110 сом", "через банк", "В рассмотрении")
			esc(w)
		}
	})
}

// When the work is over, payments and calls are looked at and nothing is changed.
func TestPaymentsOfAClosedCampaign(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.registrar.AddPayment(ctx, id, registrar.Receipt{Amount: "370", Number: "77"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.registrar.CloseCampaign(ctx); err != nil {
		t.Fatal(err)
	}
	w.showPayments(id)
	mustSee(t, w, "№ 77", "Закрыть")
	mustNotSee(t, w, "Добавить квитанцию", "Отменить оплату", "Ответ центра")
	esc(w)
	w.askCall([]string{id}, "")
	mustSee(t, w, "Звонок в центр", "Закрыть")
	mustNotSee(t, w, "Записать звонок")
}

// Nothing of the screen and its dialogs is cut: in any language, in both sizes of the
// window, and with large letters in the larger one.
func TestPaymentsFit(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.registrar.AddPayment(ctx, id, registrar.Receipt{Amount: "370", Number: "77", Picture: readFile(t, photoFile(t, 300, 200, 9))}); err != nil {
		t.Fatal(err)
	}
	for _, language := range text.Languages() {
		for _, scale := range []int{100, 130} {
			w.settings.Language, w.settings.Scale = language, scale
			w.rebuild()
			w.show(screenPayments)
			for _, size := range windowSizes[:2-scale/130] {
				w.window.Resize(size)
				paymentsFit(t, w, id, fmt.Sprintf("%s-%d-%.0f", language, scale, size.Width))
			}
		}
	}
}

// paymentsFit opens every dialog of payments and calls and looks at it.
func paymentsFit(t *testing.T, w *Window, id, look string) {
	t.Helper()
	d, payment := &paymentsDialog{window: w, id: id}, paymentsOf(t, w, id)[0]
	for name, open := range map[string]func(){
		"screen": func() {},
		"list":   func() { w.showPayments(id) },
		"add":    func() { w.showPayments(id); w.boxes[0].confirm() },
		"cancel": func() { d.onCancel(payment) },
		"judge":  func() { d.onJudge(payment) },
		"call":   func() { w.askCall([]string{id}, w.say("call.no_contact", nil)) },
		"view":   func() { w.viewFile(id, data.PaymentField(payment.ID), w.say("payments.photo", nil)) },
	} {
		open()
		shot(t, w, "payments-"+name+"-"+look)
		fits(t, name+"-"+look, w.window.Content(), w.window.Canvas().Size(), fyne.NewPos(0, 0), false)
		for _, overlay := range w.window.Canvas().Overlays().List() {
			fits(t, name+"-"+look, overlay, w.window.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		for len(w.boxes) > 0 {
			esc(w)
		}
	}
}
