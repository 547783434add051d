// Package workbook reads spreadsheets and writes them: Excel workbooks, those of
// OpenDocument, XML spreadsheets of Excel 2003, web pages with tables and text tables in
// ([Open], [OpenAll], [Paste], [Decode]), Excel workbooks out ([NewWriter]). All cells are
// text both ways, with what they are besides as a [Mark]; what a text means is asked of
// [ExactDigits], [DayNumber] and [IsError].
//
// Every sheet says how many rows and cells its file holds ([Sheet.Held]), counted from the
// events of the file before a value is looked up or placed; one of which less was read is
// refused.
//
// What is read is hostile until proved otherwise: sizes, depth and time are bounded, what
// would cost the decoder far more than its size is refused before it is decoded, and no
// panic leaves the package. A refusal has a code "roster.…" and names the file.
package workbook
