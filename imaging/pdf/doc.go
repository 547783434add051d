// Package pdf shows the pages of a PDF that a stranger has made, as pictures.
//
// A PDF is opened in PDFium's WebAssembly build alone, which sees no file, no network and no
// clock of this computer, has a memory of its own of [MaximumMemory], and is stopped when it
// takes too long: whatever a file does to it, this program goes on. Each file has a sandbox
// of its own, so that none can spoil the next. No other program code reads a PDF from outside.
//
// It is started by the first file that is looked at, which takes two or three seconds and some
// 60 MB once; another sandbox after that takes 3 ms. One file is looked at at a time.
package pdf
