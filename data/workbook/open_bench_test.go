package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// classes is a list of so many graduates and ten columns, as Excel writes it with its
// texts shared, or as a register writes it with each text in its cell.
func classes(t testing.TB, rows int, inline bool) []byte {
	t.Helper()
	cells := func(i int) []any {
		return []any{i, fmt.Sprintf("Петренко%d", i), "Олена", "Іванівна", "ж", 37685 + i%300, "11-А", fmt.Sprintf("+38050%07d", i), "КВ", fmt.Sprintf("%06d", 100000+i)}
	}
	if !inline {
		lines := [][]any{line("№", "Прізвище", "Ім'я", "По батькові", "Стать", "Дата народження", "Клас", "Телефон", "Серія", "Номер документа")}
		for i := range rows {
			lines = append(lines, cells(i))
		}
		return workbooktest.XLSX(t, sheet("Аркуш1", lines...))
	}
	var b strings.Builder
	b.WriteString(sheetHead)
	for i := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for column, cell := range cells(i) {
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%v</t></is></c>`, workbook.CellName(column, i+1), cell)
		}
		b.WriteString("</row>")
	}
	return withSheet(t, b.String()+sheetTail)
}

func BenchmarkOpen(b *testing.B) {
	for name, inline := range map[string]bool{"shared": false, "inline": true} {
		content := classes(b, 5000, inline)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := workbook.Open(b.Context(), "list.xlsx", content); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
