// Package drawing draws people and identity cards in code, for the demonstration and for tests:
// nobody in it is real. The same numbers make the same bytes on every processor.
package drawing
