package reports

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
)

func kgPayments(graduates int) Payments {
	p := Payments{School: "СОШ № 5 села Жаңы-Үмүт", Campaign: "Общереспубликанское тестирование 2021 года", Made: "10.02.2021",
		Due: "1850\u00a0*", Paid: "370", Left: "1480\u00a0*", Currency: "сом", Doubt: "сумма не подтверждена, сверьте с центром"}
	for i := range graduates {
		p.Rows = append(p.Rows,
			PaymentRow{N: i + 1, Name: fmt.Sprintf("Өмүрбекова Чолпон Бакытовна-%03d", i), Class: "11-А", Privilege: "Сирота", Due: "740\u00a0*", Left: "370\u00a0*",
				Type: "через банк", Number: "0017234", Amount: "370", State: "Отклонено", On: "10.02.2021", Reason: "номер не найден"},
			PaymentRow{Type: "через банк", Number: "0017253", Amount: "370", State: data.Term("payment_screen.state.unpaid")})
	}
	return p
}

func TestPayments(t *testing.T) {
	pdf := func(p Payments, language string) []byte {
		return made(t, func(b *bytes.Buffer) error { return PaymentsPDF(b, p, language, nil) })
	}
	t.Run("KG-064 KG-065 who, privilege, due, receipt, sum, state with its reason, what is left, and the sum of all", func(t *testing.T) {
		drawn := pdf(kgPayments(2), "ru")
		pages := pageWords(t, drawn)
		if len(pages) != 1 {
			t.Fatalf("%d pages", len(pages))
		}
		mustHave(t, "payments", pages[0], "Список оплат", "Сирота", "№ 0017234", "Отклонено 10.02.2021: номер не найден", "Не оплачено",
			"Итого: к оплате 1850 *, оплачено 370, осталось 1480 * сом", "* сумма не подтверждена, сверьте с центром")
		checkOverlap(t, "payments", drawn)
	})
	t.Run("KG-064 the longest number and reason have room", func(t *testing.T) {
		p := kgPayments(1)
		p.Rows[0].Number, p.Rows[0].Reason = strings.Repeat("0017234/", 5), strings.Repeat("номер не найден ", 20)
		checkOverlap(t, "payments", pdf(p, "ru"))
	})
	t.Run("KG-064 on each page the headings, in each language", func(t *testing.T) {
		for language, heading := range map[string]string{"uk": "Квитанція", "ru": "Квитанция", "en": "Receipt", "ky": "Дүмүрчөк"} {
			pages := pageWords(t, pdf(kgPayments(40), language))
			for n, words := range pages {
				mustHave(t, fmt.Sprintf("%s, page %d", language, n+1), words, heading)
			}
			if len(pages) < 3 {
				t.Errorf("%s: %d pages", language, len(pages))
			}
		}
	})
	t.Run("KG-064 a further receipt stands on the page of its name", func(t *testing.T) {
		for people := 10; people < 26; people++ {
			for n, words := range pageWords(t, pdf(kgPayments(people), "ru")) {
				if names, further := strings.Count(words, "Чолпон"), strings.Count(words, "0017253"); names != further {
					t.Errorf("%d people, page %d: %d names, %d further receipts", people, n+1, names, further)
				}
			}
		}
	})
	t.Run("KG-064 sums stand below each other by their last figures", func(t *testing.T) {
		p := kgPayments(1)
		for _, c := range p.table(text.For("ru")).Columns {
			if sum := slices.Contains([]string{"К оплате", "Сумма", "Осталось"}, c.Title); sum && !c.Right {
				t.Errorf("%q stands at the left", c.Title)
			}
		}
	})
	t.Run("the headings have letters of one size, in each language", func(t *testing.T) {
		for _, language := range text.Languages() {
			p := kgPayments(1)
			table := p.table(text.For(language))
			for i, heading := range table.Header().Cells {
				if heading.Size != table.Head.Size {
					t.Errorf("%s: %q has letters of %v points, not %v", language, table.Columns[i].Title, heading.Size, table.Head.Size)
				}
			}
		}
	})
	t.Run("KG-064 as a workbook each row has its name", func(t *testing.T) {
		var b bytes.Buffer
		if err := PaymentsXLSX(&b, kgPayments(2), "ru", nil); err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := file.GetRows(file.GetSheetName(0))
		all := fmt.Sprint(rows)
		if n := strings.Count(all, "Чолпон Бакытовна-001"); err != nil || n != 2 || !strings.Contains(all, "0017253") || !strings.Contains(all, "Итого: к оплате 1850") {
			t.Errorf("%d names in %s, %v", n, all, err)
		}
	})
	t.Run("KG-064 nobody is no list", func(t *testing.T) {
		for _, write := range []func() error{
			func() error { return PaymentsPDF(&bytes.Buffer{}, kgPayments(0), "ru", nil) },
			func() error { return PaymentsXLSX(&bytes.Buffer{}, kgPayments(0), "ru", nil) },
		} {
			if err := write(); data.CodeOf(err) != "report.empty" {
				t.Error(err)
			}
		}
	})
}

func TestGoldenPayments(t *testing.T) {
	checkSound(t, "payments", func() []byte {
		return made(t, func(b *bytes.Buffer) error { return PaymentsPDF(b, kgPayments(4), "ru", nil) })
	})
}
