package payment_test

import (
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
)

// told by surname, in the order of the list.
func surnames(rows []payment.Row) []string {
	var names []string
	for _, row := range rows {
		names = append(names, row.Graduate.Surname)
	}
	return names
}

func TestPaymentRows(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	people := map[string]string{}
	for i, surname := range []string{"Нетов", "Частев", "Ждунов", "Отказов", "Полнов", "Снятов"} {
		people[surname] = desktest.MustAdd(t, r, "surname="+surname, "subjects=physics", "phone=055500020"+string(rune('0'+i)))
	}
	verdict := func(surname, number, amount, status string) {
		receipt, _ := desktest.Pay(t, r, people[surname], number, amount)
		if status != "" {
			desktest.Must(r.Payment.Judge(desktest.Ctx, people[surname], receipt, status, "", ""))
		}
	}
	verdict("Частев", "1", "370", "accepted")
	verdict("Ждунов", "2", "740", "")
	verdict("Отказов", "3", "740", "rejected")
	verdict("Полнов", "4", "740", "accepted")
	taken, _ := desktest.Pay(t, r, people["Снятов"], "5", "740")
	desktest.Must(r.Payment.Cancel(desktest.Ctx, people["Снятов"], taken, ""))
	all, err := r.Payment.Rows(registrar.Filter{}, "")
	desktest.Must(err)
	for _, test := range []struct {
		name, surname string
		state         payment.State
		left          int
	}{
		{"KG-064 nothing is paid", "Нетов", payment.Unpaid, 740},
		{"KG-064 a part is paid", "Частев", payment.Part, 370},
		{"KG-065 a receipt under consideration counts", "Ждунов", payment.Pending, 0},
		{"KG-065 a refused one does not", "Отказов", payment.Refused, 740},
		{"KG-065 an accepted one does", "Полнов", payment.Done, 0},
		{"KG-066 a cancelled one is none", "Снятов", payment.Unpaid, 740},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := slices.Index(surnames(all), test.surname)
			if at < 0 || all[at].State() != test.state || all[at].Left != test.left || all[at].Due != 740 {
				t.Errorf("%+v", all)
			}
		})
	}
	for state, want := range map[payment.State][]string{
		payment.Unpaid: {"Нетов", "Отказов", "Снятов", "Частев"}, payment.Pending: {"Ждунов"},
		payment.Refused: {"Отказов"}, payment.Done: {"Полнов"}, payment.Part: {"Частев"}, payment.Free: nil,
	} {
		t.Run("KG-064 who is found as "+string(state), func(t *testing.T) {
			rows, err := r.Payment.Rows(registrar.Filter{}, state)
			if got := surnames(rows); err != nil || !slices.Equal(got, want) {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
}

func TestAttestedIsAnswered(t *testing.T) {
	zno, ort := desktest.MustCreate(t, "zno-2020"), desktest.MustCreate(t, "ort-2021")
	pupil := desktest.MustAdd(t, zno, "surname=Верболоз", "subjects=ukrainian", "category=school_current")
	past := desktest.MustAdd(t, zno, "surname=Нечай", "subjects=ukrainian", "category=past_years")
	for _, test := range []struct {
		name     string
		r        *registrar.Registrar
		id       string
		attested bool
	}{
		{"UA-039 who leaves school this year says which subjects count", zno, pupil, true},
		{"UA-039 who left in past years does not", zno, past, false},
		{"UA-039 nor does anybody where none count", ort, desktest.CompleteORT(t, ort), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, step := range desktest.MustForm(t, test.r, test.id).Steps {
				for _, f := range step.Fields {
					if want := f.Code == "subjects" && test.attested; f.Attested != want {
						t.Errorf("%s: %v", f.Code, f.Attested)
					}
				}
			}
		})
	}
}
