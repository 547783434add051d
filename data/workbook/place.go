package workbook

import (
	"strconv"
	"strings"
)

// ColumnName names a column as spreadsheets do: 0 is A, 26 is AA.
func ColumnName(index int) string {
	name := ""
	for index++; index > 0; index = (index - 1) / 26 {
		name = string(rune('A'+(index-1)%26)) + name
	}
	return name
}

// CellName is the place of a cell: 0, 7 is A7.
func CellName(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// placeOf reads «A7» or «$A$7»: column 0, row 7.
func placeOf(ref string) (column, row int, ok bool) {
	if strings.IndexByte(ref, '$') >= 0 {
		ref = strings.ReplaceAll(ref, "$", "")
	}
	at := 0
	for ; at < len(ref) && at < 4; at++ {
		c := ref[at] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		column = column*26 + int(c-'a') + 1
	}
	if at == 0 || at == len(ref) || len(ref) > at+7 {
		return 0, 0, false
	}
	for _, c := range []byte(ref[at:]) {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column - 1, row, row > 0
}

// areaOf reads «A2:A5»; a single cell is no area.
func areaOf(ref string) (Area, bool) {
	from, to, _ := strings.Cut(ref, ":")
	left, top, ok := placeOf(from)
	right, bottom, ends := placeOf(to)
	return Area{top, left, bottom, right}, ok && ends && bottom >= top && right >= left && (bottom > top || right > left)
}
