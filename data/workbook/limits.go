package workbook

import "time"

// Deadline is how long reading a file may take.
const Deadline = 8 * time.Second

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
	maxMerged     = 20_000

	lastExcelRow    = 1 << 20
	lastExcelColumn = 1 << 14
)
