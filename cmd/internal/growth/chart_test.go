package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

func told() prooftest.Figures {
	figures := prooftest.Figures{}
	for i, c := range curves() {
		for n, size := range sizes {
			figures[fmt.Sprintf("%s_%d", c.name, size)] = 0.01 * float64(n+1) * (1 + float64(i)/100)
		}
	}
	return figures
}

func TestEveryCurveIsDrawnAndNoTitleLiesOnAnother(t *testing.T) {
	var out bytes.Buffer
	if err := write(&out, told()); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\ne\n"); n != len(curves()) {
		t.Errorf("%d curves", n)
	}
	all := curves()
	for _, c := range all {
		c.seconds = []float64{1}
	}
	spread(all)
	for i, c := range all {
		for _, other := range all[i+1:] {
			if c.label < other.label*apart*0.99 && other.label < c.label*apart*0.99 {
				t.Errorf("%s at %v lies on %s at %v", c.title, c.label, other.title, other.label)
			}
		}
	}
}

func TestAFigureThatWasNotToldIsNotDrawn(t *testing.T) {
	figures := told()
	delete(figures, "open_500")
	if err := write(&bytes.Buffer{}, figures); err == nil || !strings.Contains(err.Error(), "open") {
		t.Error(err)
	}
}
