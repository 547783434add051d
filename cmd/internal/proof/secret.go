package main

const (
	secrets = "What stays secret"
	chain   = "What the program is made of"
	room    = "data/registry/attack"
	supply  = "cmd/internal/supply"
)

// secret are the lines of what stays secret, and of what the program is made of.
var secret = []line{
	{
		id: "records", chapter: secrets, tried: "every graduate's password at everything of all the others: the program, the slots with every phone, each sealed column of the registry, its backup and take-home files, the messages, the free pages",
		says: "{tries} tries with {records} passwords: {own} open their own record, {foreign} anything of anybody else; {free_octets} octets are left in free pages", holds: []string{"records >= 300", "own >= 300", "foreign = 0", "free_octets = 0"},
		run: run{folder: room, name: "APasswordOpensOneRecord$", within: true, shares: 1, times: 300},
	},
	{
		id: "attacks", chapter: secrets, tried: "every row of the threat model with which the lock was attacked, and those found since",
		says: "{held} of {rows} rows hold, or are as declared", holds: []string{"rows >= 160", "lacking = 0"},
		run: run{folder: room, name: ".", within: true, shares: 1},
	},
	{
		id: "window", chapter: secrets, tried: "a day at the real window: signed in, somebody added, a form filled with photos and finished, printed, backed up, locked, unlocked, crashed on purpose; all that lies there then searched for every word, and the memory behind the lock, as a core of it, for the password and every key",
		says:  "{seen} of {words} words stand in a file, a log, a setting, a crash report or what other programs see; of {secrets} keys and passwords, {found_open} are found in memory while it is open, {found_locked} behind the lock",
		holds: []string{"words >= 15", "seen = 0", "secrets >= 30", "found_open >= 2", "found_locked = 0"},
		run:   run{folder: "cmd", name: "RealSecrets$", shares: 1},
	},
	{
		id: "desk", chapter: secrets, tried: "the same search in the memory of a process that has opened a registry, worked, and closed it",
		says: "{found_open} keys are found while it is open, {found_closed} when it is closed", holds: []string{"found_open >= 2", "found_closed = 0"},
		run: run{folder: "data/registry", name: "MemoryOfAClosedRegistry$", within: true, shares: 1},
	},
	{
		id: "signin", chapter: secrets, tried: "signing in to a registry of 400 graduates, at the price that a password has",
		says: "of {sign_ins} sign-ins all but a twentieth take at most {peak_head_ms} ms (an operator) and {peak_graduate_ms} ms (a graduate)", holds: []string{"sign_ins >= 200", "peak_head_ms <= 1000", "peak_graduate_ms <= 1000"},
		run: run{folder: "data/registrar", name: "SignInTakesASecond$", within: true, shares: 1, times: 100, alone: true},
	},
	{
		id: "vulnerable", chapter: chain, tried: "govulncheck 1.9.0 over both programs for Linux and Windows",
		says: "{imported} vulnerabilities are known against packages that the programs are made of, {called} of them against a function that is seen to be called", holds: []string{"imported = 0", "called = 0"}, without: "a vulnerability database (GOVULNDB)",
		run: run{folder: supply, name: "NothingIsKnownAgainstWhatIsThere$", shares: 1, times: 1},
	},
	{
		id: "modules", chapter: chain, tried: "the modules in the cache held against go.sum, octet for octet",
		says: "{altered} of {modules} are others", holds: []string{"modules >= 50", "altered = 0"},
		run: run{folder: supply, name: "ModulesAreThoseOfGoSum$", shares: 1, times: 1},
	},
	{
		id: "reasons", chapter: chain, tried: "go.mod read for why each module was taken and not another",
		says: "{unexplained} of {direct} modules do not say", holds: []string{"direct >= 20", "unexplained = 0"},
		run: run{folder: supply, name: "EveryModuleSaysWhy$", shares: 1},
	},
	{
		id: "licences", chapter: chain, tried: "all that both programs are linked from, on both systems, looked for on the page of licences",
		says: "{lacking} of {parts} parts have no licence there", holds: []string{"parts >= 70", "lacking = 0"},
		run: run{folder: "cmd/internal/notices", name: "EveryLinkedModuleHasItsNotice$", shares: 1},
	},
	{
		id: "reproduced", chapter: chain, tried: "both programs built twice for both systems, in two folders, all of ours compiled anew",
		says: "{differing} of {programs} programs differ by an octet", holds: []string{"programs = 4", "differing = 0"},
		run: run{folder: supply, name: "TwoBuildsAreTheSame$", shares: 1, times: 1},
	},
}
