package main

import "slices"

const (
	hostileFiles = "What strangers' files cannot do"
	ownParsers   = "What our own parsers cannot be brought to"
)

// unharmed must be true of all files that strangers have spoilt; said are the words for it.
var unharmed = []string{"ill = 0", "peak_mb <= 400", "peak_seconds <= 10"}

const unharmedSays = "{tried} read, {taken} of them taken as sound: {ill} ended in a panic, were refused without a clear sentence or wrote anything; {peak_mb} MB and {peak_seconds:1} s at most"

// hostile are the lines of what is refused: files made to harm, and our own parsers.
var hostile = slices.Concat([]line{
	{
		id: "workbooks", chapter: hostileFiles, tried: "class lists and lists of the centre as workbooks (XLSX, ODS), one part of the zip spoilt, through the import: sheets, columns, rows, people",
		says: unharmedSays, holds: append([]string{"tried >= 1000000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltWorkbooks$", shares: 5, times: 200_000},
	},
	{
		id: "lists", chapter: hostileFiles, tried: "spoilt CSV and other texts with cells, lists of accesses, and workbooks that teachers have filled in, each read by its desk",
		says: unharmedSays, holds: append([]string{"tried >= 200000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltLists$", shares: 2, times: 100_000},
	},
	{
		id: "pictures", chapter: hostileFiles, tried: "spoilt photos and scans (JPEG, PNG, HEIC, PDF, documents with their zone) through the whole judge",
		says: unharmedSays, holds: append([]string{"tried >= 100000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltPictures$", shares: 4, times: 25_000},
	},
	{
		id: "zones", chapter: hostileFiles, tried: "scratched, cut and inverted pictures of a machine-readable zone",
		says: "{tried} looked at, {read} read, {wrong} of them read as something else", holds: []string{"tried >= 20000", "wrong = 0"},
		run: run{folder: "imaging/mrz", name: "^TestMutatedPictures$", shares: 1, times: 20_000},
	},
	{
		id: "messages", chapter: hostileFiles, tried: "messages to the school and to the centre, spoilt before they are sealed (signed anew by who may) and after",
		says: unharmedSays, holds: append([]string{"tried >= 100000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltMessages$", shares: 2, times: 50_000},
	},
	{
		id: "campaigns", chapter: hostileFiles, tried: "campaign files with lines and values spoilt, fully checked, and what was accepted asked of a person",
		says: unharmedSays, holds: append([]string{"tried >= 10000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltCampaigns$", shares: 2, times: 5_000},
	},
	{
		id: "pages", chapter: hostileFiles, tried: "every page of the registry of a demonstration spoilt in twelve ways, opened, all of it read and examined by the doctor",
		says:  "{pages} pages, {tried} files: {opened} opened, an ill named in {named}; {ill} differ unnamed, were refused without a clear sentence, or written",
		holds: append([]string{"pages >= 100", "tried >= 1200"}, unharmed...),
		run:   run{folder: "data/registry", name: "^TestEveryPageSpoilt$", shares: 1, times: 12},
	},
	{
		id: "fields", chapter: hostileFiles, tried: "a bit flipped in every sealed column of every row of a registry, twelve times each",
		says:  "{flips} flips in {fields} fields, {unseen} not found by the doctor; {ill} differ unnamed, were refused without a clear sentence, or written",
		holds: append([]string{"flips >= 1000", "unseen = 0"}, unharmed...),
		run:   run{folder: "data/registry", name: "^TestEveryFieldFlipped$", shares: 1, times: 12},
	},
}, parsers())

// parser is a fuzz target: what it reads, and how many thousand executions it gets. What is cheap gets more.
type parser struct {
	folder, target, reads string
	thousands             int
}

// allExecutions is how many executions all parsers get together at least.
const allExecutions = 100_000_000

// parsers are their lines, in shares of a few minutes.
func parsers() (all []line) {
	return all
}
