package registrar

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// ortSource is the file of the Kyrgyz campaign with one place altered.
func ortSource(t testing.TB, old, new string) string {
	t.Helper()
	c, err := Campaign("ort-2021", nil)
	must(err)
	source := string(c.Source())
	if !strings.Contains(source, old) {
		t.Fatalf("the campaign has no %q", old)
	}
	return strings.Replace(source, old, new, 1)
}

func pay(t testing.TB, r *Registrar, id, number, amount string) (receipt string, warnings []Finding) {
	t.Helper()
	warnings, err := r.AddPayment(ctx, id, Receipt{Number: number, Amount: amount})
	if err != nil {
		t.Fatal(err)
	}
	all := mustFind(t, r, id).Current().Payments
	return all[len(all)-1].ID, warnings
}

func TestPayments(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := completeORT(t, r)
	other := mustAdd(t, r, "surname=Бекова", "phone=0555123457")
	must(r.Finish(ctx, id))
	left := func() int { f := mustForm(t, r, id); return f.Due - f.Paid }
	t.Run("KG-064 number and amount are mandatory", func(t *testing.T) {
		for _, wrong := range []struct {
			receipt Receipt
			code    string
		}{
			{Receipt{Amount: "370"}, "payment.no_number"}, {Receipt{Number: "1"}, "payment.bad_amount"},
			{Receipt{Number: "1", Amount: "0"}, "payment.bad_amount"}, {Receipt{Number: "1", Amount: "-370"}, "payment.bad_amount"},
			{Receipt{Number: "1", Amount: "12345678"}, "payment.bad_amount"}, {Receipt{Number: "1", Amount: "370,50"}, "payment.bad_amount"},
			{Receipt{Number: "1", Amount: "370", Type: "gold"}, "payment.unknown_type"},
			{Receipt{Number: "1", Amount: "370", Picture: []byte("no picture")}, "attachment.no_picture"},
		} {
			_, err := r.AddPayment(ctx, id, wrong.receipt)
			wantCode(t, wrong.code, err, wrong.code)
		}
		if len(mustFind(t, r, id).Current().Payments) != 0 {
			t.Error("a refused receipt is there")
		}
	})
	var first string
	t.Run("KG-065 a new receipt is under consideration and counts", func(t *testing.T) {
		due := left()
		first, _ = pay(t, r, id, " 0017  234 ", "1 000,00 сом")
		p := mustFind(t, r, id).Current().Payment(first)
		if p.Number != "0017 234" || p.Amount != 1000 || p.Type != "bank" || r.PaymentStatus(p) != "В рассмотрении" || left() != due-1000 {
			t.Errorf("got %+v, left %d of %d", p, left(), due)
		}
	})
	t.Run("KG-064 what is paid is compared with what is due", func(t *testing.T) {
		found, err := r.Check(Filter{Only: []string{id}})
		must(err)
		if got := rules(found); !slices.Equal(got, []string{"payment_due "}) || found[0].Args["left"] != left() {
			t.Errorf("got %v %v", got, found[0].Args)
		}
	})
	t.Run("KG-064 the same number twice warns, here and elsewhere", func(t *testing.T) {
		if _, warnings := pay(t, r, id, "0017 234", "110"); len(warnings) != 1 || warnings[0].Rule != "payment_repeated" {
			t.Errorf("warnings %v", warnings)
		}
		if _, warnings := pay(t, r, other, "0017 234", "370"); len(warnings) != 1 || warnings[0].Args["other"] != "Асанова Айгуль Нурлановна" {
			t.Errorf("warnings %v", warnings)
		}
	})
	t.Run("KG-066 a cancelled receipt stays and counts no more", func(t *testing.T) {
		before := left()
		must(r.CancelPayment(ctx, id, first, "неверный номер"))
		p := mustFind(t, r, id).Current().Payment(first)
		if p == nil || p.Cancelled == nil || p.Cancelled.Note != "неверный номер" || left() != before+1000 {
			t.Errorf("got %+v, left %d, before %d", p, left(), before)
		}
		wantCode(t, "twice", r.CancelPayment(ctx, id, first, ""), "payment.cancelled_already")
		wantCode(t, "judged", r.JudgePayment(ctx, id, first, "accepted", "", ""), "payment.cancelled_already")
	})
	t.Run("KG-065 the verdict is the centre's, noted by hand with day and name", func(t *testing.T) {
		second, _ := pay(t, r, id, "18", "370")
		before := left()
		wantCode(t, "no such status", r.JudgePayment(ctx, id, second, "lost", "", ""), "payment.unknown_status")
		wantCode(t, "tomorrow", r.JudgePayment(ctx, id, second, "rejected", "2030-01-01", ""), "fact.future_day")
		must(r.JudgePayment(ctx, id, second, "rejected", "", "сайт"))
		p := mustFind(t, r, id).Current().Payment(second)
		if p.Verdict == nil || p.Verdict.By == "" || p.Verdict.On != r.Today() || r.PaymentStatus(p) != "Отклонено" || left() != before+370 {
			t.Errorf("got %+v", p)
		}
		wantCode(t, "judged", r.CancelPayment(ctx, id, second, ""), "payment.judged_already")
		must(r.JudgePayment(ctx, id, second, "pending", "", ""))
		if mustFind(t, r, id).Current().Payment(second).Verdict != nil {
			t.Error("a verdict is there")
		}
	})
	t.Run("KG-066 the history has every step, and an earlier state takes no receipt away", func(t *testing.T) {
		events := eventsOf(t, r, HistoryFilter{Graduate: id})
		changes := 0
		for _, e := range events {
			for _, c := range e.Changes {
				if _, is := data.PaymentOf(c.Field); is {
					changes++
				}
			}
		}
		if changes != 6 {
			t.Errorf("%d changes", changes)
		}
		n := len(mustFind(t, r, id).Current().Payments)
		set(t, r, id, "street=ул. Мира")
		must(r.BringBack(ctx, id, events[len(events)-1].Seq))
		if len(mustFind(t, r, id).Current().Payments) != n {
			t.Error("receipts are gone")
		}
	})
	t.Run("KG-061 a campaign without payments has none", func(t *testing.T) {
		zno := mustCreate(t, "zno-2020")
		_, err := zno.AddPayment(ctx, mustAdd(t, zno, "surname=Коваль"), Receipt{Number: "1", Amount: "1"})
		wantCode(t, "none", err, "payment.none")
	})
	sound(t, r)
}

func TestReceiptPicture(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := completeORT(t, r)
	if _, err := r.AddPayment(ctx, id, Receipt{Number: "1", Amount: "370", Picture: picture(t, 19)}); err != nil {
		t.Fatal(err)
	}
	p := mustFind(t, r, id).Current().Payments[0]
	t.Run("KG-063 the picture of a receipt is sealed with the others", func(t *testing.T) {
		content, err := r.Attachment(ctx, id, data.PaymentField(p.ID))
		if err != nil || string(content) != string(picture(t, 19)) {
			t.Errorf("other bytes: %v", err)
		}
		sound(t, r)
	})
	t.Run("KG-027 originals are written untouched, and noted", func(t *testing.T) {
		folder := t.TempDir()
		n, err := r.SaveOriginals(ctx, []string{id}, folder, nil)
		if err != nil || n != 4 {
			t.Fatalf("%d, %v", n, err)
		}
		read := map[string]bool{}
		for _, name := range listFiles(t, folder) {
			read[string(mustRead(t, name))] = true
		}
		for _, seed := range []byte{3, 5, 7, 19} {
			if !read[string(picture(t, seed))] {
				t.Errorf("picture %d is not there", seed)
			}
		}
		if events := eventsOf(t, r, HistoryFilter{Kind: EventOriginals}); len(events) != 1 || !slices.Equal(events[0].Graduates, []string{id}) {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("F-16 erased images take it along", func(t *testing.T) {
		if _, err := r.EraseImages(ctx, []string{id}, "конец"); err != nil {
			t.Fatal(err)
		}
		if p := mustFind(t, r, id).Current().Payments[0]; p.File != "" || p.Number != "1" {
			t.Errorf("got %+v", p)
		}
		sound(t, r)
	})
}
