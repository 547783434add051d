package registrar_test

import (
	"bytes"
	"testing"

	"graduand/data/registrar/printing"
)

// BenchmarkList300 draws the list of 300 graduates from the registry, as PDF and as a workbook.
func BenchmarkList300(b *testing.B) {
	r := withGraduates(b, 300)
	for _, format := range []string{".pdf", ".xlsx"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				var content bytes.Buffer
				if _, err := r.Printing.Draw(&content, format, printing.Job{Document: printing.List}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
