package ui

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
)

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
		w.Go(Route{Screen: screenReceipts, Graduate: id})
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
			if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 0 {
				t.Fatalf("%q was taken for a sum", sum)
			}
			mustSee(t, w, sum, "А-001")
		}
		fillIn(t, w, "Сумма", "370 сом")
	})
	t.Run("KG-062 a photo that is none is refused under its field", func(t *testing.T) {
		files.toOpen = writeFile(t, "чек.jpg", "не фото")
		frontTap(t, w, "Выбрать…")
		frontTap(t, w, "Добавить")
		if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 0 {
			t.Fatal("it was taken")
		}
		mustSee(t, w, "не фотография JPEG", "370 сом", "А-001")
	})
	t.Run("KG-065 a new receipt is «В рассмотрении», with its photo", func(t *testing.T) {
		files.toOpen = photoFile(t, 320, 240, 8)
		frontTap(t, w, "Выбрать…")
		frontTap(t, w, "Добавить")
		mustSee(t, w, "№ А-001 — 370 сом, через банк", "В рассмотрении", "Добавлено 24.02.2020", "Оплачено 370 сом", "Осталось 740 сом")
		if all := paymentsOf(t, w, id); len(w.Boxes()) != 1 || len(all) != 1 || all[0].File == "" || all[0].Verdict != nil {
			t.Fatalf("%d dialogs, %+v", len(w.Boxes()), all)
		}
		frontTap(t, w, "Посмотреть")
		mustSee(t, w, "320 × 240 px")
		esc(w)
	})
	t.Run("KG-064 the same number twice is told before it is saved, and asked once more", func(t *testing.T) {
		if words := dialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		addReceipt(t, w, "№ а-001", "370")
		warned := func() {
			t.Helper()
			words, front := dialogWords(w), w.Boxes()[len(w.Boxes())-1].Content()
			if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 1 || !strings.Contains(words, "Сверьте номер") || findButton(front, "Добавить") != nil {
				t.Fatalf("%d receipts are there, and the dialog says:\n%s", len(paymentsOf(t, w, id)), words)
			}
		}
		warned()
		enter(w.Canvas().Focused())
		warned()
		fillIn(t, w, "Номер квитанции", "А-002")
		if words := dialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		fillIn(t, w, "Номер квитанции", "№ а-001")
		frontTap(t, w, "Добавить")
		warned()
		shot(t, w, "payments-again")
		frontTap(t, w, "Всё равно добавить")
		if len(paymentsOf(t, w, id)) != 2 {
			t.Fatal("what was agreed to was not added")
		}
		if words := dialogWords(w); !strings.Contains(words, "Сверьте номер") || !strings.Contains(words, "Осталось 370 сом") {
			t.Error(words)
		}
	})
	t.Run("KG-066 «Отменить оплату» asks why; the receipt stays in the list in words", func(t *testing.T) {
		frontTap(t, w, "Отменить оплату")
		if front := w.Boxes()[1].Content(); findButton(front, "Отменить") != nil || findButton(front, "Не отменять") == nil {
			t.Error("two buttons sound alike:\n" + dialogWords(w))
		}
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
		mustSee(t, w, "Решает только центр")
		if words := dialogWords(w); strings.Contains(words, "Принято") {
			t.Error("an answer is chosen before anybody chose:\n" + words)
		}
		frontTap(t, w, "Записать ответ")
		mustSee(t, w, "Выберите, что показывает сайт центра")
		if paymentsOf(t, w, id)[1].Verdict != nil {
			t.Fatal("an answer is noted that nobody gave")
		}
		choose(selectIn(t, w), "Принято")
		mustNotSee(t, w, "Выберите, что показывает")
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
		if findButton(w.Boxes()[0].Content(), "Отменить оплату") != nil {
			t.Error("what the centre has decided on can be cancelled")
		}
	})
	t.Run("KG-064 the number of another graduate's receipt is told too", func(t *testing.T) {
		rows, err := w.Registrar().List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		other := rows[1].Graduate
		if _, err := w.Registrar().AddPayment(ctx, other.ID, registrar.Receipt{Amount: "370", Number: "В-9"}); err != nil {
			t.Fatal(err)
		}
		addReceipt(t, w, "В-9", "370")
		if words := dialogWords(w); !strings.Contains(words, other.FullName()) || len(paymentsOf(t, w, id)) != 2 {
			t.Error(words)
		}
		esc(w)
	})
	t.Run("KG-062 by the keyboard alone", func(t *testing.T) {
		confirm(w)
		typeFocused(w, "Б-777")
		enter(w.Canvas().Focused())
		if all := paymentsOf(t, w, id); len(all) != 3 || all[2].Number != "Б-777" || all[2].Amount != 740 {
			t.Fatalf("%+v", all)
		}
		mustSee(t, w, "Осталось 0 сом")
		enter(w.Canvas().Focused())
		esc(w)
		esc(w)
		if len(w.Boxes()) != 0 {
			t.Error("Esc does not close the dialogs")
		}
	})
	t.Run("KG-061 nobody and a campaign without payments have no dialog", func(t *testing.T) {
		w.Go(Route{Screen: screenReceipts, Graduate: ""})
		if len(w.Boxes()) != 0 {
			t.Error("a dialog of nobody")
		}
		z, _ := withDemo(t, "zno-2020", "uk", 1)
		z.Go(Route{Screen: screenReceipts, Graduate: firstGraduate(t, z).Graduate.ID})
		if len(z.Boxes()) != 0 || strings.Contains(visible(z), z.say("screen.payments", nil)) {
			t.Error("payments where there are none")
		}
	})
}
