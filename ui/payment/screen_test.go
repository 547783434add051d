package payment

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/payment"
	"graduand/data/text"
	"graduand/ui/field"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func paymentsScreenOf(w *frame.Window) *Screen {
	w.Go(frame.Route{Screen: frame.Payment})
	return paymentScreenOf(w)
}

func TestPaymentsScreen(t *testing.T) {
	w, _, id := paying(t)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	pay := func(at int, number string, sum int) string {
		t.Helper()
		if _, err := w.Registrar().Payment.Add(frametest.Ctx, rows[at].Graduate.ID, payment.Receipt{Amount: fmt.Sprint(sum), Number: number}); err != nil {
			t.Fatal(err)
		}
		all := paymentsOf(t, w, rows[at].Graduate.ID)
		return all[len(all)-1].ID
	}
	due := func(at int) int {
		return w.Registrar().Campaign().AmountDue(frametest.GraduateOf(t, w, rows[at].Graduate.ID))
	}
	pay(0, "1", 370)
	pay(1, "2", due(1))
	refused := pay(2, "3", due(2))
	if err := w.Registrar().Payment.Judge(frametest.Ctx, rows[2].Graduate.ID, refused, "rejected", "", ""); err != nil {
		t.Fatal(err)
	}
	done := pay(3, "4", due(3))
	if err := w.Registrar().Payment.Judge(frametest.Ctx, rows[3].Graduate.ID, done, "accepted", "", ""); err != nil {
		t.Fatal(err)
	}
	s := paymentsScreenOf(w)
	states := func() (all []string) {
		for _, row := range s.Table.Rows() {
			all = append(all, row.Cells[len(row.Cells)-1].Text)
		}
		return all
	}
	t.Run("KG-061 everybody with what is due, paid and left, and totals", func(t *testing.T) {
		if got := strings.Join(states(), "|"); got != "оплачено не всё|в рассмотрении|отклонено|оплачено" {
			t.Errorf("states: %s", got)
		}
		if c := s.Table.Rows()[0].Cells; c[0].Text != rows[0].Graduate.FullName() || c[2].Text != "1110 *" || c[3].Text != "370" || c[4].Text != "740 *" {
			t.Errorf("cells: %+v", c)
		}
		all := due(0) + due(1) + due(2) + due(3)
		paid := 370 + due(1) + due(3)
		frametest.MustSee(t, w, fmt.Sprintf("Итого: к оплате %d *, оплачено %d, осталось %d * сом", all, paid, all-paid), "* сумма не подтверждена")
	})
	t.Run("KG-065 filters by what there is to do", func(t *testing.T) {
		for words, want := range map[string]string{"не оплачено": "оплачено не всё|отклонено", "в рассмотрении": "оплачено не всё|в рассмотрении",
			"отклонено": "отклонено", "оплачено": "оплачено"} {
			s.State.SetSelected(words)
			if got := strings.Join(states(), "|"); got != want {
				t.Errorf("%s: %s", words, got)
			}
		}
		s.State.SetSelectedIndex(0)
		s.Search.SetText(rows[3].Graduate.Surname)
		if len(s.Table.Rows()) == 0 || s.Table.Rows()[0].Key != rows[3].Graduate.ID {
			t.Error("the search does not find")
		}
		s.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	})
	t.Run("KG-061 Enter opens the payments, and a receipt changes the row at once", func(t *testing.T) {
		s.Table.MoveTo(id)
		frametest.Enter(s.Table.Focusable())
		addReceipt(t, w, "77", "")
		frametest.Esc(w)
		if got := states()[0]; got != "в рассмотрении" || s.Table.Rows()[0].Cells[4].Text != "0" {
			t.Errorf("the row says %q", got)
		}
	})
	t.Run("F-13 the words in four languages, the campaign's own too", func(t *testing.T) {
		s.Search.SetText(rows[3].Graduate.Surname)
		for language, words := range map[string][]string{"uk": {"Сплачено", "На розгляді", "сом"}, "ru": {"Оплачено", "В рассмотрении", "сом"},
			"ky": {"Төлөндү", "Каралып жатат", "сом"}, "en": {"Paid", "Under consideration", "som"}} {
			w.ChangeLanguage(language)
			s = paymentsScreenOf(w)
			if s.Search.Text != rows[3].Graduate.Surname {
				t.Error("the search is lost with the language")
			}
			frametest.MustSee(t, w, words[0])
			w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
			frametest.MustSee(t, w, words[0]+" 1110 "+words[2], words[1])
			frametest.Esc(w)
		}
	})
}

// When the work is over, payments and calls are looked at and nothing is changed.
func TestPaymentsOfAClosedCampaign(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.Registrar().Payment.Add(frametest.Ctx, id, payment.Receipt{Amount: "370", Number: "77"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Registrar().Season.Close(frametest.Ctx); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
	frametest.MustSee(t, w, "№ 77", "Закрыть")
	frametest.MustNotSee(t, w, "Добавить квитанцию", "Отменить оплату", "Ответ центра")
	frametest.Esc(w)
	field.AskCall(w, []string{id}, "")
	frametest.MustSee(t, w, "Звонок в центр", "Закрыть")
	frametest.MustNotSee(t, w, "Записать звонок")
}

// Nothing of the screen and its dialogs is cut: in any language, in both sizes of the
// window, and with large letters in the larger one.
func TestPaymentsFit(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.Registrar().Payment.Add(frametest.Ctx, id, payment.Receipt{Amount: "370", Number: "77", Picture: frametest.ReadFile(t, frametest.PhotoFile(t, 300, 200, 9))}); err != nil {
		t.Fatal(err)
	}
	for _, language := range text.Languages() {
		for _, scale := range []int{100, 130} {
			w.Settings.Language, w.Settings.Scale = language, scale
			w.Forget()
			w.Go(frame.Route{Screen: frame.Payment})
			for _, size := range frametest.WindowSizes[:2-scale/130] {
				w.Fyne().Resize(size)
				paymentsFit(t, w, id, fmt.Sprintf("%s-%d-%.0f", language, scale, size.Width))
			}
		}
	}
}

// paymentsFit opens every dialog of payments and calls and looks at it.
func paymentsFit(t *testing.T, w *frame.Window, id, look string) {
	t.Helper()
	d, payment := &paymentsDialog{window: w, id: id}, paymentsOf(t, w, id)[0]
	again := func() {
		w.Go(frame.Route{Screen: frame.Receipts, Graduate: id})
		w.Boxes()[0].Confirm()
		frametest.TypeFocused(w, payment.Number)
		w.Boxes()[1].Confirm()
		if w.Boxes()[1].Buttons()[1].Text != w.Say("payment_screen.add_anyway", nil) {
			t.Error("nobody is warned")
		}
	}
	for name, open := range map[string]func(){
		"again":  again,
		"screen": func() {},
		"list":   func() { w.Go(frame.Route{Screen: frame.Receipts, Graduate: id}) },
		"add":    func() { w.Go(frame.Route{Screen: frame.Receipts, Graduate: id}); w.Boxes()[0].Confirm() },
		"cancel": func() { d.onCancel(payment) },
		"judge":  func() { d.onJudge(payment) },
		"call":   func() { field.AskCall(w, []string{id}, w.Say("call.no_contact", nil)) },
		"view":   func() { field.ViewFile(w, id, data.PaymentField(payment.ID), w.Say("payment_screen.photo", nil)) },
	} {
		open()
		frametest.Shot(t, w, "payments-"+name+"-"+look)
		frametest.Fits(t, name+"-"+look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		for _, overlay := range w.Canvas().Overlays().List() {
			frametest.Fits(t, name+"-"+look, overlay, w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
		for len(w.Boxes()) > 0 {
			frametest.Esc(w)
		}
	}
}

// Enter in the search shows the receipts of the only one found, and goes to the rows of several.
func TestSearchOpensTheOnlyOne(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 8)
	w.Go(frame.Route{Screen: frame.Payment})
	s := paymentScreenOf(w)
	enter := func() { s.Search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	w.Canvas().Focus(s.Search)
	enter()
	if len(w.Boxes()) > 0 || w.Canvas().Focused() != s.Table.Focusable() {
		t.Fatalf("of all Enter opens %d, the keyboard is in %T", len(w.Boxes()), w.Canvas().Focused())
	}
	g, err := w.Registrar().Table.Find(s.Table.Keys()[3])
	if err != nil {
		t.Fatal(err)
	}
	s.Search.SetText(g.Graduate.FullName())
	enter()
	if len(w.Boxes()) != 1 || s.Table.Cursor() != g.Graduate.ID {
		t.Errorf("Enter opens %d, the current row is %q", len(w.Boxes()), s.Table.Cursor())
	}
	t.Run("who has gone elsewhere before the rows are there is not led away", func(t *testing.T) {
		frametest.Esc(w)
		s.Search.SetText("")
		later := frametest.Delay(t, w)
		s.Search.SetText(g.Graduate.FullName())
		enter()
		w.Go(frame.Route{Screen: frame.Help})
		if later.DoAll(); !w.InFront(frame.Help) || len(w.Boxes()) > 0 {
			t.Errorf("%d dialogs are over the help", len(w.Boxes()))
		}
	})
}

func TestPastedAnswers(t *testing.T) {
	w, _, id := paying(t)
	if _, err := w.Registrar().Payment.Add(frametest.Ctx, id, payment.Receipt{Amount: "1110", Number: "А-7"}); err != nil {
		t.Fatal(err)
	}
	s := paymentsScreenOf(w)
	t.Run("KG-065 a preview names what was not understood, and the rest is noted", func(t *testing.T) {
		w.Clipboard().SetContent("А-7\tПринято\nБ-1\tПринято")
		s.OnPaste()
		frametest.MustSee(t, w, "Понято строк: 1 из 2", "Квитанции № Б-1 ни у кого нет")
		frametest.Confirm(w)
		if v := paymentsOf(t, w, id)[0].Verdict; v == nil || v.Kind != "accepted" {
			t.Errorf("%+v", v)
		}
		w.OnUndo()
		if v := paymentsOf(t, w, id)[0].Verdict; v != nil {
			t.Errorf("%+v", v)
		}
	})
}
