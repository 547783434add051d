// Package face finds faces in a small grey picture, the pupils, the mouth and the nose of
// one, and shows it upright at a fixed size.
//
// Faces are found by the cascade of github.com/esimov/pigo, of which only what is the same at
// every run is used. Its search for pupils draws lots, and at some numbers of them breaks: the
// cascades for pupils and landmarks are read and walked here, with perturbations that are the
// same everywhere.
package face
