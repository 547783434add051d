package paper

import (
	"strings"
	"testing"
)

func TestAnAddressIsNotBrokenAtItsSlashes(t *testing.T) {
	as := Sans.Sized(10)
	for width := 46.0; width < 90; width++ {
		lines := as.Wrap("Сервіс «Стан документів»: https://testportal.gov.ua/stan", width).Lines
		for i, line := range lines[1:] {
			if strings.HasPrefix(line, "/") || strings.HasSuffix(lines[i], "//") {
				t.Fatalf("%.0f mm: %q", width, lines)
			}
		}
	}
}
