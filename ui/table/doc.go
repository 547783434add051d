// Package table is what is done to many graduates at once: one value for all, a workbook
// for a class teacher and back, a block of a spreadsheet. What a table from outside would
// change is shown cell by cell before anything is taken.
package table
