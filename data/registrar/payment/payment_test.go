package payment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
)

func TestPayments(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	left := func() int { f := desktest.MustForm(t, r, id); return f.Due - f.Paid }
	t.Run("KG-064 number and amount are mandatory", func(t *testing.T) {
		for _, wrong := range []struct {
			receipt payment.Receipt
			code    string
		}{
			{payment.Receipt{Amount: "370"}, "payment.no_number"}, {payment.Receipt{Number: "1"}, "payment.bad_amount"},
			{payment.Receipt{Number: "1", Amount: "0"}, "payment.bad_amount"}, {payment.Receipt{Number: "1", Amount: "-370"}, "payment.bad_amount"},
			{payment.Receipt{Number: "1", Amount: "12345678"}, "payment.bad_amount"}, {payment.Receipt{Number: "1", Amount: "370,50"}, "payment.bad_amount"},
			{payment.Receipt{Number: "1", Amount: "370", Type: "gold"}, "payment.unknown_type"},
			{payment.Receipt{Number: "1", Amount: "370", Picture: []byte("no picture")}, "attachment.no_scan"},
		} {
			_, err := r.Payment.Add(desktest.Ctx, id, wrong.receipt)
			desktest.WantCode(t, wrong.code, err, wrong.code)
		}
		if len(desktest.MustFind(t, r, id).Current().Payments) != 0 {
			t.Error("a refused receipt is there")
		}
	})
	var first string
	t.Run("KG-065 a new receipt is under consideration and counts", func(t *testing.T) {
		due := left()
		first, _ = desktest.Pay(t, r, id, " 0017  234 ", "1 000,00 сом")
		p := desktest.MustFind(t, r, id).Current().Payment(first)
		if p.Number != "0017 234" || p.Amount != 1000 || p.Type != "bank" || r.Campaign().PaymentStatus(p) != "В рассмотрении" || left() != due-1000 {
			t.Errorf("got %+v, left %d of %d", p, left(), due)
		}
	})
	t.Run("KG-064 what is paid is compared with what is due", func(t *testing.T) {
		found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		if got := desktest.Rules(found); !slices.Equal(got, []string{"payment_due "}) || found[0].Args["left"] != left() {
			t.Errorf("got %v %v", got, found[0].Args)
		}
	})
	t.Run("KG-064 the same number twice warns, here and elsewhere", func(t *testing.T) {
		if _, warnings := desktest.Pay(t, r, id, "0017 234", "110"); len(warnings) != 1 || warnings[0].Rule != "payment_repeated" {
			t.Errorf("warnings %v", warnings)
		}
		if _, warnings := desktest.Pay(t, r, other, "0017 234", "370"); len(warnings) != 1 || warnings[0].Args["other"] != "Асанова Айгуль Нурлановна" {
			t.Errorf("warnings %v", warnings)
		}
		third, warnings := desktest.Pay(t, r, id, "0017 234", "110")
		again := slices.DeleteFunc(warnings, func(f data.Finding) bool { return f.Rule != "payment_repeated" })
		if len(again) != 1 || again[0].Args["own"] != true || again[0].Field != data.PaymentField(third) || again[0].Args["id"] != id {
			t.Errorf("once more, and another has it: %v", again)
		}
		desktest.Must(r.Payment.Cancel(desktest.Ctx, id, third, "дважды"))
	})
	t.Run("KG-066 a cancelled receipt stays and counts no more", func(t *testing.T) {
		before := left()
		desktest.Must(r.Payment.Cancel(desktest.Ctx, id, first, "неверный номер"))
		p := desktest.MustFind(t, r, id).Current().Payment(first)
		if p == nil || p.Cancelled == nil || p.Cancelled.Note != "неверный номер" || left() != before+1000 {
			t.Errorf("got %+v, left %d, before %d", p, left(), before)
		}
		desktest.WantCode(t, "twice", r.Payment.Cancel(desktest.Ctx, id, first, ""), "payment.cancelled_already")
		desktest.WantCode(t, "judged", r.Payment.Judge(desktest.Ctx, id, first, "accepted", "", ""), "payment.cancelled_already")
	})
	t.Run("KG-065 the verdict is the centre's, noted by hand with day and name", func(t *testing.T) {
		second, _ := desktest.Pay(t, r, id, "18", "370")
		before := left()
		desktest.WantCode(t, "no such status", r.Payment.Judge(desktest.Ctx, id, second, "lost", "", ""), "payment.unknown_status")
		desktest.WantCode(t, "tomorrow", r.Payment.Judge(desktest.Ctx, id, second, "rejected", "2030-01-01", ""), "fact.future_day")
		desktest.Must(r.Payment.Judge(desktest.Ctx, id, second, "rejected", "", "сайт"))
		p := desktest.MustFind(t, r, id).Current().Payment(second)
		if p.Verdict == nil || p.Verdict.By == "" || p.Verdict.On != r.Today() || r.Campaign().PaymentStatus(p) != "Отклонено" || left() != before+370 {
			t.Errorf("got %+v", p)
		}
		desktest.WantCode(t, "judged", r.Payment.Cancel(desktest.Ctx, id, second, ""), "payment.judged_already")
		desktest.Must(r.Payment.Judge(desktest.Ctx, id, second, "pending", "", ""))
		if desktest.MustFind(t, r, id).Current().Payment(second).Verdict != nil {
			t.Error("a verdict is there")
		}
	})
	t.Run("KG-066 the history has every step, and an earlier state takes no receipt away", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		changes := 0
		for _, e := range events {
			for _, c := range e.Changes {
				if _, is := data.PaymentOf(c.Field); is {
					changes++
				}
			}
		}
		if changes != 8 {
			t.Errorf("%d changes", changes)
		}
		n := len(desktest.MustFind(t, r, id).Current().Payments)
		desktest.Set(t, r, id, "street=ул. Мира")
		desktest.Must(desktest.BringBack(r, id, events[len(events)-1].Seq+1))
		if len(desktest.MustFind(t, r, id).Current().Payments) != n {
			t.Error("receipts are gone")
		}
	})
	t.Run("KG-066 whatever of them is taken back, none goes and none gets another number or sum", func(t *testing.T) {
		type shown struct {
			id, number string
			amount     int
		}
		all := func() (receipts []shown) {
			for _, p := range desktest.MustFind(t, r, id).Current().Payments {
				receipts = append(receipts, shown{p.ID, p.Number, p.Amount})
			}
			return receipts
		}
		before := all()
		for _, e := range slices.Backward(desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})) {
			if _, is := data.PaymentOf(changedFirst(e)); is {
				_, err := r.Form.UndoAll(desktest.Ctx, e.Seq)
				desktest.Must(err)
			}
		}
		if got := all(); !slices.Equal(got, before) {
			t.Errorf("%v, want %v", got, before)
		}
		for _, p := range desktest.MustFind(t, r, id).Current().Payments {
			if p.Cancelled == nil || p.Verdict != nil {
				t.Errorf("%+v", p)
			}
		}
	})
	t.Run("KG-061 a campaign without payments has none", func(t *testing.T) {
		zno := desktest.MustCreate(t, "zno-2020")
		_, err := zno.Payment.Add(desktest.Ctx, desktest.MustAdd(t, zno, "surname=Коваль"), payment.Receipt{Number: "1", Amount: "1"})
		desktest.WantCode(t, "none", err, "payment.none")
	})
	desktest.Sound(t, r)
}

func TestNumberOfAReceiptFromAFile(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	for number, code := range map[string]string{"1\u202e\aevil": "value.bad_letters",
		strings.Repeat("1", 41): "value.too_long", strings.Repeat("1", 60<<20): "value.too_long", "": "payment.no_number"} {
		t.Run(fmt.Sprintf("G17 %.8q", number), func(t *testing.T) {
			_, err := registry.Read(r.Registry, registrar.RightLook, func(v *registry.View) (bool, error) {
				_, err := v.NewReceipt(registry.Receipt{Amount: "1", Number: number}, "Асанов")
				return true, err
			})
			desktest.WantCode(t, "number", err, code)
		})
	}
}

func TestReceiptPicture(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	if _, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: "1", Amount: "370", Picture: desktest.Picture(t, 19)}); err != nil {
		t.Fatal(err)
	}
	p := desktest.MustFind(t, r, id).Current().Payments[0]
	t.Run("KG-063 the picture of a receipt is sealed with the others", func(t *testing.T) {
		content, err := r.Form.Attachment(desktest.Ctx, id, data.PaymentField(p.ID))
		if err != nil || string(content) != string(desktest.Picture(t, 19)) {
			t.Errorf("other bytes: %v", err)
		}
		desktest.Sound(t, r)
	})
	t.Run("KG-027 originals are written untouched, and noted", func(t *testing.T) {
		folder := t.TempDir()
		n, err := r.Printing.SaveOriginals(desktest.Ctx, []string{id}, folder, nil)
		if err != nil || n != 4 {
			t.Fatalf("%d, %v", n, err)
		}
		read := map[string]bool{}
		for _, name := range desktest.ListFiles(t, folder) {
			read[string(desktest.MustRead(t, name))] = true
		}
		for _, seed := range []byte{3, 5, 7, 19} {
			if !read[string(desktest.Picture(t, seed))] {
				t.Errorf("picture %d is not there", seed)
			}
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventOriginals}); len(events) != 1 || !slices.Equal(events[0].Graduates, []string{id}) {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("F-16 erased images take it along", func(t *testing.T) {
		if _, err := r.Season.EraseImages(desktest.Ctx, []string{id}, "конец"); err != nil {
			t.Fatal(err)
		}
		if p := desktest.MustFind(t, r, id).Current().Payments[0]; p.File != "" || p.Number != "1" {
			t.Errorf("got %+v", p)
		}
		desktest.Sound(t, r)
	})
}

// changedFirst is the first field that an event changed, "" for none.
func changedFirst(e registrar.Event) string {
	if len(e.Changes) == 0 {
		return ""
	}
	return e.Changes[0].Field
}
