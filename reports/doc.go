// Package reports draws every printed document: pure functions from plain data to
// PDF or XLSX on an [io.Writer]. It knows no registry and no campaign; every word
// comes with the data, or from data/text in the document's language.
//
// Measures are millimetres from the top left corner of an A4 sheet, sizes of
// letters are points. The fonts are Liberation Sans (cards) and Liberation Serif
// (letters), embedded, so that nothing depends on the fonts of a PC. The same data
// gives the same bytes: there is no clock and no chance in here.
//
// What does not fit is an error (report.no_room), as is a character that the fonts
// do not have (report.no_glyph): nothing is cut or lost silently.
package reports
