// Package frame is the one window of the program and knows no screen of it: the pages of
// the rooms above it, the ways between them ([Window.Go]), dialogs ([Window.Ask]), work in
// the background ([Run], [RunLong]), words ([Window.Say]), what was typed and is in no
// registry ([Keeper], [Holder]), and the lock. What it calls upwards is handed in when it
// is made ([House]).
//
// # The manner of a screen
//
// A screen is a struct whose fields are the widgets that it touches later and what
// it works with. New makes it, Build assembles its widgets once and reads like a table
// of contents, every callback is a named method onXxx. Shown is called whenever the
// screen comes to the front or its language changed nothing else.
//
// Rows are made off the window's goroutine as plain strings ([Run]), and put into the
// widgets by one swap. A later question makes the answer to an earlier one void
// ([Turn]). Nothing that a key or the cursor asks waits for the registry: what is
// needed at every key is known already ([Window.May]). Screens never ask again and
// again: they are told of changes by signals ([registrar.Signal]).
//
// Long work ([RunLong]) shows its progress after 300 ms and can be cancelled.
//
// Whatever comes later belongs to the sitting in which it was asked: answers of work,
// timers ([Window.After]), chosen files, commands of a menu. Behind a lock, or once somebody
// else has signed in, none of it comes. A lock empties the screen first; no dialog keeps it
// off. What is shown this once ([Once]) is made by [RunHeld], which the lock waits for.
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
package frame
