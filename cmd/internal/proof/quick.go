package main

// quick are the lines of how fast it is, beside what else a user would take.
var quick = []line{
	{
		id: "import", chapter: "How fast it is", tried: "the import of 5,000 rows from .xlsx, every cell checked and every row sealed, in turn with the program before the lock (b60c542) and with openpyxl and sqlite3, which check and seal nothing",
		says:  "{import_seconds:2} s: {former_times:2} times as fast as before, {openpyxl_times:2} times as fast as openpyxl",
		holds: []string{"former_times >= 2", "openpyxl_times >= 1"},
		run:   run{folder: "data/registrar", name: "^BenchmarkAgainstImport$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "office", chapter: "How fast it is", tried: "500 cards with two photos each, and the list of 300 people, to PDF, in turn with LibreOffice, which has both finished beforehand; in brackets without its start",
		says:  "cards {cards_seconds:2} s, {cards_times:0} times as fast ({cards_started_times:0}); list {list_seconds:3} s, {list_times:0} times as fast ({list_started_times:0})",
		holds: []string{"cards_times >= 10", "list_times >= 10"},
		run:   run{folder: "reports", name: "^BenchmarkAgainstOffice$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "search", chapter: "How fast it is", tried: "a letter in the search of a list of 10,000 people, from the key, over the search in the background, to the rows in the table",
		says:  "{letters} letters: in the middle {search_ms:1} ms, the ninety-fifth of a hundred {search_p95_ms:1} ms",
		holds: []string{"search_p95_ms <= 8"},
		run:   run{folder: "ui", name: "^BenchmarkSearchTyped10000$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "frames", chapter: "How fast it is", tried: "a turn of the wheel, Page Down, an arrow and a letter in the search, in the list of 10,000 people, until all that is drawn of it stands: the processor's time of the window's thread, of which a frame has 16 ms",
		says:  "all but a twentieth take at most: the wheel {wheel_ms:2} ms, a page {page_ms:1} ms, an arrow {down_ms:1} ms, a letter with its search {letter_ms:1} ms",
		holds: []string{"peak_frame_ms <= 16"},
		run:   run{folder: "ui", name: "^BenchmarkFrames10000$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "opening", chapter: "How fast it is", tried: "the opening of a registry of 5,000 people with photos by a password, every record opened and held against its history, in turn with the bare derivation of the key",
		says:  "{open_seconds:2} s, {open_times:2} times the derivation of the key ({key_seconds:2} s)",
		holds: []string{"open_times <= 1.3"},
		run:   run{folder: "data/registrar", name: "^BenchmarkAgainstKey$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "backup", chapter: "How fast it is", tried: "a backup of a registry of 1 GB, which is examined whole before it gets its name, in turn with cp and sync of the same file, which look at nothing",
		says:  "{backup_mb} MB in {backup_seconds:1} s, {backup_times:2} times cp and sync ({copy_seconds:1} s)",
		holds: []string{"backup_times <= 1.5"},
		run:   run{folder: "data/registrar", name: "^BenchmarkAgainstCopy$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "growth", chapter: "How fast it is", tried: "each work with 50, 500 and 5,000 people, and the exponent by which the last step grows: 1 is in proportion",
		says: "import {import_50:2}, {import_500:2}, {import_5000:2} s; cards {cards_50:2}, {cards_500:2}, {cards_5000:2} s; list {list_50:3}, {list_500:3}, {list_5000:2} s; " +
			"opening {open_50:2}, {open_500:2}, {open_5000:2} s; backup with a photo each {backup_50:2}, {backup_500:2}, {backup_5000:1} s; the worst exponent {peak_exponent:2}",
		holds: []string{"peak_exponent <= 1.15"},
		run:   run{folder: "data/registrar", name: "^BenchmarkGrowth$", within: true, kind: benchmark, shares: 1, alone: true},
	},
	{
		id: "growth-search", chapter: "How fast it is", tried: "the same of a letter in the search",
		says:  "{search_50:5}, {search_500:5}, {search_5000:5} s; the exponent {peak_exponent:2}",
		holds: []string{"peak_exponent <= 1.15"},
		run:   run{folder: "ui", name: "^BenchmarkGrowthOfSearch$", within: true, kind: benchmark, shares: 1, alone: true},
	},
}
