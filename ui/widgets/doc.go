// Package widgets has the few widgets that Fyne lacks for a school's office: a
// table of many rows with its own header and several rows selected, a date entry
// for dates of birth, and entries and buttons that let a dialog hear Esc and Enter.
//
// They hold no rule of the domain and no sentence: every word is given to them.
package widgets
