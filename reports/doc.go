// Package reports draws every printed document: pure functions from plain data to
// PDF or XLSX on an [io.Writer], a file and an exported function each. It knows no
// registry and no campaign; every word comes with the data, or from data/text in the
// document's language. The same data gives the same bytes: there is no clock and no
// chance in here.
//
// How paper is set is the matter of reports/paper, with its measures and its errors
// report.no_room and report.no_glyph; how a spreadsheet is written, of data/workbook.
package reports
