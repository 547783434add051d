package workbook

import "time"

// Deadline is how long reading a file may take. It is long for a list of a class, as a busy
// old computer needs many times what an idle one does; whoever waits can cancel.
const Deadline = 20 * time.Second

// MaxColumns is how many columns a table may have.
const MaxColumns = 64

// Limits of what is read. A class list is far below all of them.
const (
	maxFile  = 20 << 20
	maxUnzip = 64 << 20
	maxCells = 64 << 20 // bytes of all cell texts together
	maxRows  = 20_000
	maxCell  = 32_767
)

// Limits of the parts of a workbook.
const (
	maxEntries    = 2000
	maxRatio      = 200
	ratioFrom     = 1 << 20 // a ratio says nothing about small parts
	maxStrings    = 32 << 20
	maxOtherPart  = 4 << 20
	maxDepth      = 100
	maxGap        = 1 << 20 // bytes of one piece of XML
	maxStringTags = 600_000
	maxRowTags    = 100_000
	maxRunTags    = 20_000  // within one shared string
	maxString     = 1 << 20 // bytes of one shared string with its tags
	maxMerged     = 20_000  // also ranges of hidden columns
	maxStyles     = 50_000
	maxColumnRuns = 2_000
	maxSpaces     = 1_000 // that one element of OpenDocument stands for

	lastExcelRow    = 1 << 20
	lastExcelColumn = 1 << 14

	maxSpan   = 65_534 // columns or rows of one cell of a page, as in browsers
	maxTables = 20     // of a page, each in a cell of the one before
	maxOpen   = 200    // elements of a page that change how a text looks
)
