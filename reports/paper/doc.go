// Package paper is the common kit of printed documents: the PDF under way and what is
// drawn on it ([Document]), how text is set and broken into lines ([Type], [Block]), and
// three ways to lay things out: [Flow] tries denser and denser settings of what must fit
// one page, [Pile] shares strips out among pages, and [Table] is rows of columns on a
// pile. On these stand [Official], a document that somebody signs, and [PersonPaper] with
// its [Entries], a working paper about one person.
//
// Measures are millimetres from the top left corner of an A4 sheet, sizes of letters are
// points. The fonts are Liberation Sans, Serif and Mono, embedded, so that nothing
// depends on the fonts of a PC. What does not fit is an error (report.no_room), as is a
// character that the fonts do not have (report.no_glyph): nothing is cut or lost
// silently.
package paper
