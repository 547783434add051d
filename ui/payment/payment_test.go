package payment

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/imaging/pdf/pdftest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// paymentsOf are the receipts of a graduate as the registry has them.
func paymentsOf(t testing.TB, w *frame.Window, id string) []data.Payment {
	t.Helper()
	return frametest.GraduateOf(t, w, id).Current().Payments
}

// addReceipt types a receipt into the dialog «Оплаты» that is in front.
func addReceipt(t testing.TB, w *frame.Window, number, sum string) {
	t.Helper()
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	if sum != "" {
		frametest.FillIn(t, w, "Сумма", sum)
	}
	frametest.FillIn(t, w, "Номер квитанции", number)
	frametest.FrontTap(t, w, "Добавить")
}

// paying opens a school of four; the first graduate takes two subjects.
func paying(t testing.TB) (*frame.Window, *frametest.Files, string) {
	t.Helper()
	w, files := frametest.WithDemo(t, "ort-2021", "ru", 4)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	frametest.ChangeField(t, w, id, data.FieldSubjects, "mathematics,chemistry")
	return w, files, id
}

func TestPayments(t *testing.T) {
	w, files, id := paying(t)
	t.Run("KG-061 the dialog says what is due, of what, paid and left", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
		frametest.MustSee(t, w, "Оплаты за участие в ОРТ", frametest.GraduateOf(t, w, id).FullName(), "К оплате 1110 сом", "основная оплата 370", "Математика 370", "Химия 370",
			"сумма не подтверждена", "Оплачено 0 сом", "Осталось 1110 сом", "Квитанций ещё нет")
	})
	t.Run("KG-063 the form asks for type, sum and number; the sum is what is left", func(t *testing.T) {
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Тип оплаты", "через банк", "Сумма", "Номер квитанции", "1110")
	})
	t.Run("KG-064 sum and number are demanded, and what was typed stays", func(t *testing.T) {
		frametest.FrontTap(t, w, "Добавить")
		frametest.MustSee(t, w, "Не указан номер квитанции")
		frametest.FillIn(t, w, "Номер квитанции", "А-001")
		for _, sum := range []string{"", "триста", "-5", "0", "12345678"} {
			frametest.FillIn(t, w, "Сумма", sum)
			frametest.FrontTap(t, w, "Добавить")
			if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 0 {
				t.Fatalf("%q was taken for a sum", sum)
			}
			frametest.MustSee(t, w, sum, "А-001")
		}
		frametest.FillIn(t, w, "Сумма", "370 сом")
	})
	t.Run("KG-062 a photo that is none is refused under its field", func(t *testing.T) {
		files.ToOpen = frametest.WriteFile(t, "чек.jpg", "не фото")
		frametest.FrontTap(t, w, "Выбрать…")
		frametest.FrontTap(t, w, "Добавить")
		if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 0 {
			t.Fatal("it was taken")
		}
		frametest.MustSee(t, w, "Это не JPEG, не PNG и не PDF", "370 сом", "А-001")
	})
	t.Run("KG-065 a new receipt is «В рассмотрении», with its photo", func(t *testing.T) {
		files.ToOpen = frametest.PhotoFile(t, 320, 240, 8)
		frametest.FrontTap(t, w, "Выбрать…")
		frametest.FrontTap(t, w, "Добавить")
		frametest.MustSee(t, w, "Фото квитанции № А-001", "Если центр её не прочитает")
		frametest.FrontTap(t, w, "Всё равно добавить")
		frametest.MustSee(t, w, "№ А-001 — 370 сом, через банк", "В рассмотрении", "Добавлено 24.02.2020", "Оплачено 370 сом", "Осталось 740 сом")
		if all := paymentsOf(t, w, id); len(w.Boxes()) != 1 || len(all) != 1 || all[0].File == "" || all[0].Verdict != nil {
			t.Fatalf("%d dialogs, %+v", len(w.Boxes()), all)
		}
		frametest.FrontTap(t, w, "Посмотреть")
		frametest.MustSee(t, w, "320 × 240 px")
		frametest.Esc(w)
	})
	t.Run("KG-064 the same number twice is told before it is saved, and asked once more", func(t *testing.T) {
		if words := frametest.DialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		addReceipt(t, w, "№ а-001", "370")
		warned := func() {
			t.Helper()
			words, front := frametest.DialogWords(w), w.Boxes()[len(w.Boxes())-1].Content()
			if len(w.Boxes()) != 2 || len(paymentsOf(t, w, id)) != 1 || !strings.Contains(words, "Сверьте номер") || frametest.FindButton(front, "Добавить") != nil {
				t.Fatalf("%d receipts are there, and the dialog says:\n%s", len(paymentsOf(t, w, id)), words)
			}
		}
		warned()
		frametest.Enter(w.Canvas().Focused())
		warned()
		frametest.FillIn(t, w, "Номер квитанции", "А-002")
		if words := frametest.DialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		frametest.FillIn(t, w, "Номер квитанции", "№ а-001")
		frametest.FrontTap(t, w, "Добавить")
		warned()
		frametest.Shot(t, w, "payments-again")
		frametest.FrontTap(t, w, "Всё равно добавить")
		if len(paymentsOf(t, w, id)) != 2 {
			t.Fatal("what was agreed to was not added")
		}
		if words := frametest.DialogWords(w); !strings.Contains(words, "Сверьте номер") || !strings.Contains(words, "Осталось 370 сом") {
			t.Error(words)
		}
	})
	t.Run("KG-066 «Отменить оплату» asks why; the receipt stays in the list in words", func(t *testing.T) {
		frametest.FrontTap(t, w, "Отменить оплату")
		if front := w.Boxes()[1].Content(); frametest.FindButton(front, "Отменить") != nil || frametest.FindButton(front, "Не отменять") == nil {
			t.Error("two buttons sound alike:\n" + frametest.DialogWords(w))
		}
		frametest.FrontTap(t, w, "Отменить оплату")
		frametest.MustSee(t, w, "Впишите причину")
		frametest.FillIn(t, w, "Причина (останется в истории)", "записана дважды")
		frametest.FrontTap(t, w, "Отменить оплату")
		frametest.MustSee(t, w, "№ А-001 — 370 сом", "отменена 24.02.2020", "(записана дважды)", "Осталось 740 сом")
		if words := frametest.DialogWords(w); strings.Contains(words, "Сверьте номер") {
			t.Error(words)
		}
		if all := paymentsOf(t, w, id); len(all) != 2 || all[0].Cancelled == nil || all[1].Cancelled != nil {
			t.Errorf("%+v", all)
		}
	})
	t.Run("KG-065 the centre's answer is noted by hand, «В рассмотрении» is none", func(t *testing.T) {
		frametest.FrontTap(t, w, "Ответ центра…")
		frametest.MustSee(t, w, "Решает только центр")
		if words := frametest.DialogWords(w); strings.Contains(words, "Принято") {
			t.Error("an answer is chosen before anybody chose:\n" + words)
		}
		frametest.FrontTap(t, w, "Записать ответ")
		frametest.MustSee(t, w, "Выберите, что показывает сайт центра")
		if paymentsOf(t, w, id)[1].Verdict != nil {
			t.Fatal("an answer is noted that nobody gave")
		}
		frametest.Choose(frametest.SelectIn(t, w), "Принято")
		frametest.MustNotSee(t, w, "Выберите, что показывает")
		if verdicts := (&paymentsDialog{window: w}).verdicts(); len(verdicts) != 2 || verdicts[0].Code != "accepted" {
			t.Errorf("answers: %+v", verdicts)
		}
		frametest.FillIn(t, w, "Когда это увидено", "25.02.2020")
		frametest.FrontTap(t, w, "Записать ответ")
		frametest.MustSee(t, w, "ещё не наступил")
		frametest.FillIn(t, w, "Когда это увидено", "23.02.2020")
		frametest.FillIn(t, w, "Примечание (останется в истории)", "письмо № 5")
		frametest.FrontTap(t, w, "Записать ответ")
		frametest.MustSee(t, w, "Принято; увидено на сайте 23.02.2020", "(письмо № 5)")
		frametest.MustNotSee(t, w, "В рассмотрении")
		if v := paymentsOf(t, w, id)[1].Verdict; v == nil || v.Kind != "accepted" || v.On != "2020-02-23" {
			t.Errorf("%+v", v)
		}
		if frametest.FindButton(w.Boxes()[0].Content(), "Отменить оплату") != nil {
			t.Error("what the centre has decided on can be cancelled")
		}
	})
	t.Run("KG-064 the number of another graduate's receipt is told too", func(t *testing.T) {
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		other := rows[1].Graduate
		if _, err := w.Registrar().Payment.Add(frametest.Ctx, other.ID, payment.Receipt{Amount: "370", Number: "В-9"}); err != nil {
			t.Fatal(err)
		}
		addReceipt(t, w, "В-9", "370")
		if words := frametest.DialogWords(w); !strings.Contains(words, other.FullName()) || len(paymentsOf(t, w, id)) != 2 {
			t.Error(words)
		}
		frametest.Tap(t, w, w.Say("ui.cancel", nil))
	})
	t.Run("KG-062 by the keyboard alone", func(t *testing.T) {
		frametest.Confirm(w)
		frametest.TypeFocused(w, "Б-777")
		frametest.Enter(w.Canvas().Focused())
		if all := paymentsOf(t, w, id); len(all) != 3 || all[2].Number != "Б-777" || all[2].Amount != 740 {
			t.Fatalf("%+v", all)
		}
		frametest.MustSee(t, w, "Осталось 0 сом")
		frametest.Enter(w.Canvas().Focused())
		frametest.Esc(w)
		frametest.Esc(w)
		if len(w.Boxes()) != 0 {
			t.Error("Esc does not close the dialogs")
		}
	})
	t.Run("KG-061 nobody and a campaign without payments have no dialog", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Receipts, Graduate: ""})
		if len(w.Boxes()) != 0 {
			t.Error("a dialog of nobody")
		}
		z, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
		z.Go(frame.Route{Screen: frame.Receipts, Graduate: frametest.FirstGraduate(t, z).Graduate.ID})
		if len(z.Boxes()) != 0 || strings.Contains(frametest.Visible(z), z.Say("screen.payment", nil)) {
			t.Error("payments where there are none")
		}
	})
}

// KG-064: a photo that another receipt has is told before it is saved, with the number typed.
func TestAPhotoOfAnotherReceiptIsAskedAboutBeforeItIsSaved(t *testing.T) {
	w, files, id := paying(t)
	other := frametest.IdsOf(t, w)[1]
	files.ToOpen = frametest.PhotoFile(t, 320, 240, 8)
	picture := frametest.ReadFile(t, files.ToOpen)
	if _, err := w.Registrar().Payment.Add(frametest.Ctx, other, payment.Receipt{Number: "17", Amount: "370", Picture: picture}); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	frametest.FillIn(t, w, "Номер квитанции", "18")
	frametest.FrontTap(t, w, "Выбрать…")
	frametest.FrontTap(t, w, "Добавить")
	frametest.MustSee(t, w, "Квитанция № 18: этот же файл уже у: "+frametest.GraduateOf(t, w, other).FullName())
	if len(paymentsOf(t, w, id)) > 0 {
		t.Fatal("it is saved already")
	}
	frametest.Shot(t, w, "payments-photo-again")
	frametest.FrontTap(t, w, "Всё равно добавить")
	if len(w.Boxes()) != 1 || len(paymentsOf(t, w, id)) != 1 {
		t.Fatalf("%d dialogs, %+v", len(w.Boxes()), paymentsOf(t, w, id))
	}
	frametest.MustSee(t, w, "Квитанция № 18: этот же файл уже у")
}

// KG-062, KG-065: a receipt that is a PDF is chosen where a photo is, stands small beside the receipt,
// and is seen large page by page, as every scan is.
func TestAReceiptAsPDFIsSeenPageByPage(t *testing.T) {
	pdftest.KeepCompiled()
	w, files, id := paying(t)
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	frametest.MustSee(t, w, "Фотография или скан квитанции")
	frametest.FillIn(t, w, "Номер квитанции", "17")
	files.ToOpen = frametest.WriteFile(t, "заперт.pdf", string(pdftest.Locked()))
	frametest.FrontTap(t, w, "Выбрать…")
	frametest.FrontTap(t, w, "Добавить")
	frametest.MustSee(t, w, "PDF защищён паролем")
	red := pdftest.Page{Width: 300, Height: 200, Draws: "1 0 0 rg 0 0 300 200 re f"}
	files.ToOpen = frametest.WriteFile(t, "чек.pdf", string(pdftest.Written(pdftest.Sheet, red)))
	frametest.FrontTap(t, w, "Выбрать…")
	frametest.FrontTap(t, w, "Добавить")
	if all := paymentsOf(t, w, id); len(all) != 1 || all[0].File == "" || !slices.Contains(files.Endings, ".pdf") {
		t.Fatalf("%+v, offered were %v\n%s", all, files.Endings, frametest.DialogWords(w))
	}
	frametest.FrontTap(t, w, "Посмотреть")
	frametest.MustSee(t, w, "PDF, страниц: 2", "Страница 1 из 2")
	w.Canvas().Unfocus()
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	frametest.MustSee(t, w, "Страница 2 из 2")
	frametest.Shot(t, w, "receipt-pdf")
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	frametest.MustSee(t, w, "Страница 1 из 2")
	if frametest.Esc(w); len(w.Boxes()) != 1 {
		t.Errorf("%d dialogs", len(w.Boxes()))
	}
}

// KG-062: Enter goes on from the sum to the number.
func TestEnterGoesOnThroughAReceipt(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: frametest.IdsOf(t, w)[0]})
	frametest.FrontTap(t, w, "Добавить квитанцию об оплате")
	front := w.Boxes()[1].Content()
	sum, number := frametest.FieldBelow(front, w.Say("payment_screen.amount", nil)), frametest.FieldBelow(front, w.Say("payment_screen.number", nil))
	w.Canvas().Focus(sum.(fyne.Focusable))
	if frametest.Enter(w.Canvas().Focused()); w.Canvas().Focused() != number.(fyne.Focusable) || len(w.Boxes()) != 2 {
		t.Errorf("behind the sum the keyboard is at %T", w.Canvas().Focused())
	}
}
