package papers

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/reports"
)

// Who has paid is a paper of its own, where the campaign has payments.
func TestListOfPayments(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	orphan := graduateOf(t, s, "a", "surname=Асанова", "given_name=Айгуль", "class=11-А", "subjects=physics,chemistry", "privileged=yes", "privileges=orphan")
	twice := graduateOf(t, s, "b", "surname=Бекова", "subjects=physics", "privileges=orphan")
	twice.Current().Payments = []data.Payment{
		{ID: "1", Type: "bank", Amount: 370, Number: "17", Verdict: &data.Fact{Kind: "rejected", On: "2021-02-10", Note: "номер не найден"}},
		{ID: "2", Type: "bank", Amount: 500, Number: "18", Cancelled: &data.Fact{}},
		{ID: "3", Type: "bank", Amount: 370, Number: "19"},
	}
	people := []Graduate{orphan, twice}
	t.Run("KG-064 KG-065 a row for each receipt that was not cancelled, one for who has none", func(t *testing.T) {
		want := []reports.PaymentRow{
			{N: 1, Name: "Асанова Айгуль", Class: "11-А", Privilege: "Сирота", Due: "1110\u00a0*", Left: "1110\u00a0*", State: data.Term("payment_screen.state.unpaid")},
			{N: 2, Name: "Бекова", Due: "740\u00a0*", Left: "370\u00a0*", Type: "через банк", Number: "17", Amount: "370", State: "Отклонено", On: "10.02.2021", Reason: "номер не найден"},
			{Type: "через банк", Number: "19", Amount: "370", State: "В рассмотрении"},
		}
		if list := s.PaymentList(people); !slices.Equal(list.Rows, want) {
			t.Errorf("%+v", list.Rows)
		}
	})
	t.Run("KG-057 the sum of all, with what no source confirms", func(t *testing.T) {
		if list := s.PaymentList(people); list.Due != "1850\u00a0*" || list.Paid != "370" || list.Left != "1480\u00a0*" || !strings.HasPrefix(list.Doubt, "сумма не подтверждена") {
			t.Errorf("%+v", list)
		}
	})
	t.Run("KG-057 where nothing is left there is nothing to doubt", func(t *testing.T) {
		paid := graduateOf(t, s, "c", "surname=Омуров", "subjects=physics")
		paid.Current().Payments = []data.Payment{{ID: "1", Type: "bank", Amount: 740, Number: "20"}}
		if list := s.PaymentList([]Graduate{paid}); list.Rows[0].Left != "0" || list.Rows[0].Due != "740\u00a0*" || list.Left != "0" {
			t.Errorf("%+v", list)
		}
	})
	t.Run("KG-064 it is drawn in each format and language", func(t *testing.T) {
		for _, language := range []string{"", "ky", "uk", "en"} {
			for _, format := range []string{FormatPDF, FormatExcel} {
				var b bytes.Buffer
				if printed, err := s.Print(&b, Job{Document: Payments, Format: format, Language: language}, people); err != nil || printed.Graduates != 2 {
					t.Errorf("%s %s: %+v, %v", language, format, printed, err)
				}
			}
		}
	})
	t.Run("KG-061 a campaign without payments has none", func(t *testing.T) {
		if d := DocumentOf(sourceOf(t, "zno-2020").Campaign, Payments); d.write != nil {
			t.Error("it has")
		}
	})
}
