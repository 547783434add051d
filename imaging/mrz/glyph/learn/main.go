// Learn finds the numbers of the network that tells the signs of a zone apart, from lines that
// it draws itself in faces whose files are named, in all sizes, weights, lights and grains:
//
//	go run ./imaging/mrz/glyph/learn WEIGHTS SAMPLES FACE…
//
// make zones-learn does it with the faces that the program has. One that is named several times
// is drawn so much more often. The same faces and number of samples give the same numbers on one
// system.
package main

import (
	"fmt"
	"log"
	"os"
	"strconv"

	"graduand/imaging/drawing"
)

func main() {
	log.SetFlags(log.Ltime)
	if len(os.Args) < 4 {
		log.Fatal("learn: name the file of weights, the number of samples and faces")
	}
	samples, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	var faces []*drawing.Face
	for _, name := range os.Args[3:] {
		content, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		face, err := drawing.Open(content)
		if err != nil {
			log.Fatal(fmt.Errorf("read face %s: %w", name, err))
		}
		faces = append(faces, face)
	}
	n := begun(drawing.Seeded(1))
	n.learn(faces, samples)
	if err := os.WriteFile(os.Args[1], n.written(), 0o644); err != nil {
		log.Fatal(err)
	}
}
