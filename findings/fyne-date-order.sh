#!/bin/sh
# Fyne's date field refuses 05.03.2008 in Ukraine and means another day on an English PC.
#
# One would expect: DateEntry writes dates as the country does, which for Ukraine, Russia
# and Kyrgyzstan is dd.mm.yyyy; as a German system gets its dots.
# Seen (Fyne 2.7.1): uk, ru and ky get slashes and 05.03.2008 is an error. The same typed
# 05/03/2008 is 5 March there and 3 May where the system is en-US, whatever language the
# program speaks.
# Why a secretary cares: on a PC with an English system a birth date is silently another
# day, and on all others the way in which she writes dates is refused.
#
# Needs go (no C compiler, no display).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"fmt"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func read(typed string) string {
	entry := widget.NewDateEntry()
	test.NewWindow(entry)
	entry.SetText(typed)
	if entry.Validate() != nil {
		return "refused"
	}
	return entry.Date.Format("2 January")
}

func main() {
	test.NewApp()
	fmt.Printf("%s: 05.03.2008 %s, 05/03/2008 %s\n",
		lang.SystemLocale(), read("05.03.2008"), read("05/03/2008"))
}
GO
go mod init probe
go get fyne.io/fyne/v2/lang@v2.7.1 fyne.io/fyne/v2/test@v2.7.1 fyne.io/fyne/v2/widget@v2.7.1 || exit 2
export CGO_ENABLED=0
go build -o probe .
for locale in uk_UA ru_RU ky_KG de_DE en_US; do
	LC_ALL=$locale.UTF-8 LANG=$locale.UTF-8 ./probe
done | tee seen
diff - seen <<'SEEN'
uk-UA: 05.03.2008 refused, 05/03/2008 5 March
ru-RU: 05.03.2008 refused, 05/03/2008 5 March
ky-KG: 05.03.2008 refused, 05/03/2008 5 March
de-DE: 05.03.2008 5 March, 05/03/2008 refused
en-US: 05.03.2008 refused, 05/03/2008 3 May
SEEN
