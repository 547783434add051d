package registrar

import (
	"reflect"
	"testing"
)

func TestCompareReceipt(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := mustAdd(t, r, "surname=Асанова", "phone=0555123456")
	other := mustAdd(t, r, "surname=Бекова", "phone=0555123457")
	first, _ := pay(t, r, id, "0017 а", "370")
	again := Receipt{Number: "№ 0017 А", Amount: "370"}
	t.Run("KG-064 it says what adding would warn of, and adds nothing", func(t *testing.T) {
		for _, whose := range []string{id, other} {
			head := r.head
			said, err := r.CompareReceipt(whose, again)
			must(err)
			if r.head != head {
				t.Error("it is in the history")
			}
			warned, err := r.AddPayment(ctx, whose, again)
			must(err)
			if len(said) != 1 || said[0].Args["other"] != "Асанова" || !reflect.DeepEqual(said, warned) {
				t.Errorf("it says %v, adding warns of %v", said, warned)
			}
			payments := mustFind(t, r, whose).Current().Payments
			must(r.CancelPayment(ctx, whose, payments[len(payments)-1].ID, "дважды"))
		}
	})
	t.Run("KG-066 a cancelled receipt does not count, another number is free", func(t *testing.T) {
		free, err := r.CompareReceipt(id, Receipt{Number: "0018", Amount: "370"})
		must(err)
		must(r.CancelPayment(ctx, id, first, "неверный номер"))
		cancelled, err := r.CompareReceipt(other, again)
		must(err)
		if len(free)+len(cancelled) > 0 {
			t.Errorf("warned of %v and %v", free, cancelled)
		}
	})
	t.Run("KG-064 what could not be added is refused as there", func(t *testing.T) {
		_, err := r.CompareReceipt(id, Receipt{Number: "1", Amount: "триста"})
		wantCode(t, "no sum", err, "payment.bad_amount")
		_, err = r.CompareReceipt(id, Receipt{Amount: "370"})
		wantCode(t, "no number", err, "payment.no_number")
		_, err = r.CompareReceipt("nobody", again)
		wantCode(t, "nobody", err, "graduate.unknown")
	})
}
