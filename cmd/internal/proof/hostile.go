package main

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

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
		run: run{folder: "data/hostile", name: "^TestSpoiltWorkbooks$", within: true, shares: 5, times: 200_000},
	},
	{
		id: "lists", chapter: hostileFiles, tried: "spoilt CSV and other texts with cells, lists of accesses, and workbooks that teachers have filled in, each read by its desk",
		says: unharmedSays, holds: append([]string{"tried >= 200000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltLists$", within: true, shares: 2, times: 100_000},
	},
	{
		id: "pictures", chapter: hostileFiles, tried: "spoilt photos and scans (JPEG, PNG, HEIC, PDF, documents with their zone) through the whole judge",
		says: unharmedSays, holds: append([]string{"tried >= 100000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltPictures$", within: true, shares: 4, times: 25_000},
	},
	{
		id: "zones", chapter: hostileFiles, tried: "scratched, cut and inverted pictures of a machine-readable zone",
		says: "{tried} looked at, {read} read, {wrong} of them read as something else", holds: []string{"tried >= 20000", "wrong = 0"},
		run: run{folder: "imaging/mrz", name: "^TestMutatedPictures$", within: true, shares: 1, times: 20_000},
	},
	{
		id: "messages", chapter: hostileFiles, tried: "messages to the school and to the centre, spoilt before they are sealed (signed anew by who may) and after",
		says: unharmedSays, holds: append([]string{"tried >= 100000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltMessages$", within: true, shares: 2, times: 50_000},
	},
	{
		id: "campaigns", chapter: hostileFiles, tried: "campaign files with lines and values spoilt, fully checked, and what was accepted asked of a person",
		says: unharmedSays, holds: append([]string{"tried >= 10000"}, unharmed...),
		run: run{folder: "data/hostile", name: "^TestSpoiltCampaigns$", within: true, shares: 2, times: 5_000},
	},
	{
		id: "pages", chapter: hostileFiles, tried: "every page of the registries of two demonstrations, one of a whole season, spoilt in twelve ways, opened, all of it read and examined by the doctor",
		says:  "{pages} pages, {tried} files: {opened} opened, an ill named in {named}; {ill} differ unnamed, were refused without a clear sentence, or written",
		holds: append([]string{"pages >= 200", "tried >= 2400"}, unharmed...),
		run:   run{folder: "data/registry", name: "^TestEveryPageSpoilt$", within: true, shares: 1, times: 12},
	},
	{
		id: "fields", chapter: hostileFiles, tried: "a bit flipped in every sealed column of every row of a registry, twelve times each",
		says:  "{flips} flips in {fields} fields, {unseen} not found by the doctor; {ill} differ unnamed, were refused without a clear sentence, or written",
		holds: append([]string{"flips >= 1000", "unseen = 0"}, unharmed...),
		run:   run{folder: "data/registry", name: "^TestEveryFieldFlipped$", within: true, shares: 1, times: 12},
	},
}, parsers())

// parser is a fuzz target: what it reads, and how many thousand executions it gets; those that cost little get
// more.
type parser struct {
	folder, target, reads string
	thousands             int
}

// allExecutions is how many executions all parsers get together at least.
const allExecutions = 100_000_000

// everyParser are all fuzz targets that there are; a test misses none.
var everyParser = []parser{
	{"data", "FuzzCleanText", "what is typed into a field", 9000},
	{"data", "FuzzOneLine", "a text as one line", 9000},
	{"data", "FuzzCleanName", "a name", 8000},
	{"data", "FuzzSearchKey", "a name that is searched for", 6000},
	{"data", "FuzzParseDate", "a day", 8000},
	{"data/latin", "FuzzCan", "a name beside its spelling in a passport", 6000},
	{"data/genitive", "FuzzGenitive", "a name to be declined", 1000},
	{"data/readback", "FuzzRead", "a record that was written", 1000},
	{"data/zone", "FuzzDifferences", "a zone beside a record", 3000},
	{"data/phone", "FuzzParse", "telephone numbers", 1000},
	{"data/vault", "FuzzOpen", "what is sealed", 6000},
	{"data/vault", "FuzzPrepare", "a password", 8000},
	{"data/vault", "FuzzNormalisePassword", "a password of a graduate", 4000},
	{"data/vault", "FuzzParsePaperCode", "a code from paper", 4000},
	{"data/vault", "FuzzSlot", "a slot of a key", 6000},
	{"data/vault", "FuzzOpenEscrow", "a key for the centre", 100},
	{"data/exchange", "FuzzSeal", "the sealed file of a message", 3000},
	{"data/exchange", "FuzzZip", "the zip of a message", 2000},
	{"data/exchange", "FuzzManifest", "a manifest", 5000},
	{"data/exchange", "FuzzEnvelope", "an envelope", 2000},
	{"data/exchange", "FuzzTable", "the tables of a message", 2000},
	{"data/exchange", "FuzzKeys", "files of keys", 1000},
	{"data/exchange", "FuzzRecord", "a record that was sent", 1000},
	{"data/workbook", "FuzzDecode", "a text in an unknown code", 8000},
	{"data/workbook", "FuzzOpen", "tables of every form", 500},
	{"data/roster", "FuzzCSV", "class lists", 300},
	{"data/roster", "FuzzAccesses", "lists of accesses", 300},
	{"data/roster", "FuzzBlock", "pasted blocks, days and documents", 50},
	{"data/roster", "FuzzName", "a full name in one cell", 2000},
	{"data/roster", "FuzzClass", "a class", 1000},
	{"data/roster", "FuzzSex", "a sex", 6000},
	{"data/campaign", "FuzzLoad", "campaign files", 100},
	{"data/campaign", "FuzzTracking", "numbers of letters and of cards", 2000},
	{"data/registrar/centrelist", "FuzzCellOfSubjects", "a cell of subjects in the centre's list", 300},
	{"data/registrar/table", "FuzzPasteBlock", "a block pasted into the table", 20},
	{"data/registrar/table", "FuzzReadCollection", "workbooks that teachers have filled in", 20},
	{"imaging", "FuzzOpen", "pictures, and what they say of themselves", 200},
	{"imaging", "FuzzJudge", "photos through the whole judge", 2},
	{"imaging/mrz", "FuzzRead", "the lines of a zone", 6000},
}

// parsers are their lines: a share that is guided, and one that goes on with what it has found.
func parsers() (all []line) {
	for _, p := range everyParser {
		times := 1000 * p.thousands
		all = append(all, line{id: "parser-" + strings.ToLower(path.Base(p.folder)+"-"+strings.TrimPrefix(p.target, "Fuzz")), chapter: ownParsers, tried: p.reads,
			joined: "each of our own parsers, given what strangers may write, for a start guided by what it covers", says: "{execs} executions of {lines} parsers", holds: []string{fmt.Sprintf("execs >= %d", times)}, run: run{folder: p.folder, name: p.target, within: true, kind: fuzz, shares: 2, times: times}})
	}
	return all
}
