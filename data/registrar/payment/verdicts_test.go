package payment_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
)

func TestPastedVerdicts(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	one, two := desktest.MustAdd(t, r, "surname=Первый", "phone=0555000201", "subjects=physics"), desktest.MustAdd(t, r, "surname=Второй", "phone=0555000202", "subjects=physics")
	desktest.Pay(t, r, one, "A-1", "370")
	desktest.Pay(t, r, one, "A-2", "370")
	desktest.Pay(t, r, two, "B-1", "370")
	desktest.Pay(t, r, two, "A-2", "370")
	lines, err := r.Payment.ReadVerdicts("a-1\tПринято\nA-2\tПринято\nB-1\tЧетке кагылды\nB-1\tПринято\nC-9\tПринято\nB-1\tутеряно")
	desktest.Must(err)
	for i, want := range []struct{ name, code string }{{"KG-065 by the title", ""}, {"KG-064 a number of two", "payment.line_several"},
		{"KG-065 in the other language", ""}, {"KG-065 twice", "payment.line_twice"}, {"KG-065 nobody's", "payment.line_nobody"}, {"KG-065 no such state", "payment.unknown_status"}} {
		t.Run(want.name, func(t *testing.T) {
			if got := data.CodeOf(lines[i].Why); got != want.code {
				t.Error(got)
			}
		})
	}
	t.Run("KG-065 what was understood is noted as one act", func(t *testing.T) {
		n, err := r.Payment.JudgeAll(desktest.Ctx, lines, "2020-02-09")
		if err != nil || n != 2 {
			t.Fatal(n, err)
		}
		if v := desktest.MustFind(t, r, one).Current().Payments[0].Verdict; v.Kind != "accepted" || v.On != "2020-02-09" || v.By == "" {
			t.Errorf("%+v", v)
		}
		if v := desktest.MustFind(t, r, two).Current().Payments[0].Verdict; v.Kind != "rejected" {
			t.Errorf("%+v", v)
		}
		_, err = r.Payment.JudgeAll(desktest.Ctx, []payment.Verdict{lines[4]}, "")
		desktest.WantCode(t, "nothing", err, "payment.no_verdicts")
	})
}
