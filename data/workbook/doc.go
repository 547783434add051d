// Package workbook reads spreadsheets and writes them: Excel workbooks and text tables
// in ([Open], [OpenAll], [Paste]), Excel workbooks out ([NewWriter]). All cells are text
// both ways; what a text means is asked of [ExactDigits], [DayNumber] and [IsError].
//
// What is read is hostile until proved otherwise: sizes, depth and time are bounded, what
// would cost the decoder far more than its size is refused before it is decoded, and no
// panic leaves the package. A refusal has a code "roster.…" and names the file.
package workbook
