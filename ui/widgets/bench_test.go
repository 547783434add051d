package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Rows of 10,000 graduates: what a frame costs under the test driver.
func BenchmarkTableScroll10000(b *testing.B) {
	test.NewTempApp(b)
	rows := make([]Row, 10000)
	for i := range rows {
		rows[i].Key = fmt.Sprint(i)
		for range 7 {
			rows[i].Cells = append(rows[i].Cells, Cell{Text: fmt.Sprintf("Лук’яненко Мар’яна %d", i)})
		}
	}
	var columns []Column
	for range 7 {
		columns = append(columns, Column{Title: "Прізвище", Width: 140})
	}
	table := NewTable(columns)
	window := test.NewTempWindow(b, table)
	window.Resize(fyne.NewSize(1366, 768))
	table.SetRows(rows)
	i := 0
	for b.Loop() {
		i = (i + 137) % len(rows)
		table.MoveTo(fmt.Sprint(i))
	}
}
