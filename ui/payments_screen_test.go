package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
)

func paymentsScreenOf(w *Window) *paymentsScreen {
	w.Go(Route{Screen: screenPayments})
	return paymentScreenOf(w)
}

func TestPaymentsScreen(t *testing.T) {
	w, _, id := paying(t)
	rows, err := w.Registrar().List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	pay := func(at int, number string, sum int) string {
		t.Helper()
		if _, err := w.Registrar().AddPayment(ctx, rows[at].Graduate.ID, registrar.Receipt{Amount: fmt.Sprint(sum), Number: number}); err != nil {
			t.Fatal(err)
		}
		all := paymentsOf(t, w, rows[at].Graduate.ID)
		return all[len(all)-1].ID
	}
	due := func(at int) int { return w.Registrar().Campaign().AmountDue(graduateOf(t, w, rows[at].Graduate.ID)) }
	pay(0, "1", 370)
	pay(1, "2", due(1))
	refused := pay(2, "3", due(2))
	if err := w.Registrar().JudgePayment(ctx, rows[2].Graduate.ID, refused, "rejected", "", ""); err != nil {
		t.Fatal(err)
	}
	done := pay(3, "4", due(3))
	if err := w.Registrar().JudgePayment(ctx, rows[3].Graduate.ID, done, "accepted", "", ""); err != nil {
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
		s.state.SetSelectedIndex(0)
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
			w.ChangeLanguage(language)
			s = paymentsScreenOf(w)
			if s.search.Text != rows[3].Graduate.Surname {
				t.Error("the search is lost with the language")
			}
			mustSee(t, w, words)
			w.Go(Route{Screen: screenReceipts, Graduate: id})
			mustSee(t, w, words+" 1110 сом", "через банк", "В рассмотрении")
			esc(w)
		}
	})
}

// When the work is over, payments and calls are looked at and nothing is changed.
func TestPaymentsOfAClosedCampaign(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.Registrar().AddPayment(ctx, id, registrar.Receipt{Amount: "370", Number: "77"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Registrar().CloseCampaign(ctx); err != nil {
		t.Fatal(err)
	}
	w.Go(Route{Screen: screenReceipts, Graduate: id})
	mustSee(t, w, "№ 77", "Закрыть")
	mustNotSee(t, w, "Добавить квитанцию", "Отменить оплату", "Ответ центра")
	esc(w)
	askCall(w, []string{id}, "")
	mustSee(t, w, "Звонок в центр", "Закрыть")
	mustNotSee(t, w, "Записать звонок")
}

// Nothing of the screen and its dialogs is cut: in any language, in both sizes of the
// window, and with large letters in the larger one.
func TestPaymentsFit(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.Registrar().AddPayment(ctx, id, registrar.Receipt{Amount: "370", Number: "77", Picture: readFile(t, photoFile(t, 300, 200, 9))}); err != nil {
		t.Fatal(err)
	}
	for _, language := range text.Languages() {
		for _, scale := range []int{100, 130} {
			w.Settings.Language, w.Settings.Scale = language, scale
			w.Forget()
			w.Go(Route{Screen: screenPayments})
			for _, size := range windowSizes[:2-scale/130] {
				w.Fyne().Resize(size)
				paymentsFit(t, w, id, fmt.Sprintf("%s-%d-%.0f", language, scale, size.Width))
			}
		}
	}
}

// paymentsFit opens every dialog of payments and calls and looks at it.
func paymentsFit(t *testing.T, w *Window, id, look string) {
	t.Helper()
	d, payment := &paymentsDialog{window: w, id: id}, paymentsOf(t, w, id)[0]
	again := func() {
		w.Go(Route{Screen: screenReceipts, Graduate: id})
		w.Boxes()[0].confirm()
		typeFocused(w, payment.Number)
		w.Boxes()[1].confirm()
		if w.Boxes()[1].Buttons()[1].Text != w.say("payments.add_anyway", nil) {
			t.Error("nobody is warned")
		}
	}
	for name, open := range map[string]func(){
		"again":  again,
		"screen": func() {},
		"list":   func() { w.Go(Route{Screen: screenReceipts, Graduate: id}) },
		"add":    func() { w.Go(Route{Screen: screenReceipts, Graduate: id}); w.Boxes()[0].confirm() },
		"cancel": func() { d.onCancel(payment) },
		"judge":  func() { d.onJudge(payment) },
		"call":   func() { askCall(w, []string{id}, w.say("call.no_contact", nil)) },
		"view":   func() { viewFile(w, id, data.PaymentField(payment.ID), w.say("payments.photo", nil)) },
	} {
		open()
		shot(t, w, "payments-"+name+"-"+look)
		fits(t, name+"-"+look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		for _, overlay := range w.Canvas().Overlays().List() {
			fits(t, name+"-"+look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		for len(w.Boxes()) > 0 {
			esc(w)
		}
	}
}
