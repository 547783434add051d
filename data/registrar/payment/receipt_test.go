package payment_test

import (
	"reflect"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
)

func TestCompareReceipt(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	first, _ := desktest.Pay(t, r, id, "0017 а", "370")
	again := payment.Receipt{Number: "№ 0017 А", Amount: "370"}
	t.Run("KG-064 it says what adding would warn of, and adds nothing", func(t *testing.T) {
		for _, whose := range []string{id, other} {
			before := desktest.Events(t, r)
			said, err := r.Payment.Compare(whose, again)
			desktest.Must(err)
			if desktest.Events(t, r) != before {
				t.Error("it is in the history")
			}
			warned, err := r.Payment.Add(desktest.Ctx, whose, again)
			desktest.Must(err)
			if len(said) != 1 || said[0].Args["other"] != "Асанова" || !reflect.DeepEqual(said, warned) {
				t.Errorf("it says %v, adding warns of %v", said, warned)
			}
			payments := desktest.MustFind(t, r, whose).Current().Payments
			desktest.Must(r.Payment.Cancel(desktest.Ctx, whose, payments[len(payments)-1].ID, "дважды"))
		}
	})
	t.Run("KG-066 a cancelled receipt does not count, another number is free", func(t *testing.T) {
		free, err := r.Payment.Compare(id, payment.Receipt{Number: "0018", Amount: "370"})
		desktest.Must(err)
		desktest.Must(r.Payment.Cancel(desktest.Ctx, id, first, "неверный номер"))
		cancelled, err := r.Payment.Compare(other, again)
		desktest.Must(err)
		if len(free)+len(cancelled) > 0 {
			t.Errorf("warned of %v and %v", free, cancelled)
		}
	})
	t.Run("KG-064 what could not be added is refused as there", func(t *testing.T) {
		_, err := r.Payment.Compare(id, payment.Receipt{Number: "1", Amount: "триста"})
		desktest.WantCode(t, "no sum", err, "payment.bad_amount")
		_, err = r.Payment.Compare(id, payment.Receipt{Amount: "370"})
		desktest.WantCode(t, "no number", err, "payment.no_number")
		_, err = r.Payment.Compare("nobody", again)
		desktest.WantCode(t, "nobody", err, "graduate.unknown")
	})
}
