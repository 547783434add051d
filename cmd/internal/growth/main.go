// Growth reads the figures that the benchmarks of growth have told, from the file of its only argument, and
// writes what gnuplot draws the chart of the README of: make growth does it.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"graduand/data/prooftest"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "growth: name the file of figures")
		os.Exit(2)
	}
	figures, err := read(os.Args[1])
	if err == nil {
		err = write(os.Stdout, figures)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(3)
	}
}

// read gathers the figures of all lines of a file.
func read(path string) (prooftest.Figures, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read figures: %w", err)
	}
	defer f.Close()
	figures := prooftest.Figures{}
	for lines := json.NewDecoder(f); ; {
		told := prooftest.Figures{}
		err := lines.Decode(&told)
		if errors.Is(err, io.EOF) {
			return figures, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read figures: %w", err)
		}
		figures.Add(told)
	}
}
