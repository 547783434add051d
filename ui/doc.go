// Package ui is the window. It reaches the registry through data/registrar only,
// says every sentence through data/text, and builds and tests without cgo: only
// cmd/graduand imports Fyne's app.
//
// # The manner of a screen
//
// A screen is a struct whose fields are the widgets that it touches later and what
// it works with. newXxx makes it, build() assembles its widgets once and reads like
// a table of contents, every callback is a named method onXxx. shown() is called
// whenever the screen comes to the front or its language changed nothing else.
//
// Rows are made off the window's goroutine as plain strings ([frame.Run]), and put into
// the widgets by one swap. A later question makes the answer to an earlier one
// void ([frame.Turn]). Screens never ask again and again: they are told of changes by
// signals ([registrar.Signal]).
//
// Long work ([frame.RunLong]) shows its progress after 300 ms and can be cancelled.
//
// # What goes where
//
//   - A field error stands under its field, in the colour of errors, at once.
//   - The status line says what was done («Saved at 10:42») and what cannot be done
//     here and now without harm. It never asks.
//   - A dialog asks before something that cannot be undone, or shows a failure with
//     what to do next. It lies inside the window; Enter confirms, Esc leaves.
//   - What can be undone is done at once, with «Undo» in the status line.
//
// Words are kept as keys and shown by the catalogue: nothing that was translated is
// ever stored or compared.
package ui
