#!/bin/sh
# Excel's long Ukrainian and Russian dates are a bare number to excelize.
#
# One would expect: a library that knows the months of [$-422] (Ukrainian) and [$-419]
# (Russian) reads the formats of long dates that Excel itself offers in these languages.
# Seen (excelize 2.11.0): Excel marks a date with the month in the genitive by
# [$-FC22] and [$-FC19]. Of such a cell GetCellValue gives the count of days since
# 1900, without an error, while the nominative of [$-422] and [$-419] is read.
# Why a secretary cares: a birth date formatted as «31 травня 2008 р.» arrives as 39599.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"fmt"
	"log"

	"github.com/xuri/excelize/v2"
)

func main() {
	for _, format := range []string{
		`[$-422]d mmmm yyyy" р.";@`, `[$-FC22]d mmmm yyyy" р.";@`,
		`[$-419]d mmmm yyyy" г.";@`, `[$-FC19]d mmmm yyyy" г.";@`,
	} {
		f := excelize.NewFile()
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			log.Fatal(err)
		}
		f.SetCellInt("Sheet1", "A1", 39599)
		f.SetCellStyle("Sheet1", "A1", "A1", style)
		shown, err := f.GetCellValue("Sheet1", "A1")
		fmt.Println(format, "->", shown, err)
	}
}
GO
go mod init probe
go get github.com/xuri/excelize/v2@v2.11.0 || exit 2
go run . | tee seen
diff - seen <<'SEEN'
[$-422]d mmmm yyyy" р.";@ -> 31 травень 2008 р. <nil>
[$-FC22]d mmmm yyyy" р.";@ -> 39599 <nil>
[$-419]d mmmm yyyy" г.";@ -> 31 май 2008 г. <nil>
[$-FC19]d mmmm yyyy" г.";@ -> 39599 <nil>
SEEN
