package main

// survives is the heading of the lines of what survives.
const survives = "What survives"

// durable are the lines of what survives: power cuts, kills and faults.
var durable = []line{
	{
		id: "power", chapter: survives, tried: "the power cut at every write, truncation, sync, rename and unlink of graduandctl, the disk rebuilt in four ways: nothing unsynced, a part of it, torn writes, names lost",
		says:  "{states} disks of {peak_scenarios} scenarios, {distinct} of them different, {ill} with something damaged or anything acknowledged lost; where no sync reaches the disk {deaf_ill} of {deaf_disks} are, where none of a folder does {nameless_ill} of {nameless_disks}",
		holds: []string{"states >= 20000", "distinct >= 20000", "peak_scenarios >= 12", "ill = 0", "deaf_ill > 0", "nameless_ill > 0"},
		run:   run{folder: "data/powercut", name: "PowerCut$", shares: 6, times: 1},
	},
	{
		id: "power-off", chapter: survives, tried: "the same with synchronous=OFF, which must fail",
		says: "{off_ill} of {off_disks} disks have lost something", holds: []string{"off_ill > 0"},
		run: run{folder: "data/powercut", name: "WithoutSynchronising$", shares: 1, times: 1},
	},
	{
		id: "kills", chapter: survives, tried: "kill -9 of graduandctl at random moments between its first write and its end, in every scenario of the power cuts",
		says: "{kills} kills, {acknowledged} of them after it had said that all is done: {ill} with anything damaged or lost", holds: []string{"kills >= 1000", "ill = 0"},
		run: run{folder: "data/powercut", name: "TestKilled$", shares: 4, times: 250},
	},
	{
		id: "kills-memory", chapter: survives, tried: "the same with its journal in memory alone, which must fail",
		says: "{ill} of {kills} kills have damaged or lost something", holds: []string{"ill > 0"},
		run: run{folder: "data/powercut", name: "KilledWithoutAJournal$", shares: 1, times: 100},
	},
	{
		id: "kills-registry", chapter: survives, tried: "kill -9 of a program that does nothing but change a registry: graduates, imports, scans, erasures, new school keys",
		says: "{kills} kills, {acknowledged} changes acknowledged before them: {ill} runs with anything damaged or lost", holds: []string{"kills >= 1000", "ill = 0"},
		run: run{folder: "data/registry", name: "TestKilled$", within: true, shares: 4, times: 250},
	},
	{
		id: "kills-window", chapter: survives, tried: "kill -9 of the real window while it takes a class in: all of it is there or nothing, all where it had told so",
		says: "{kills} kills, {acknowledged} of them after it had told: {ill} with anything damaged or lost", holds: []string{"kills >= 100", "ill = 0"},
		run: run{folder: "cmd", name: "TestKilledWindow$", shares: 4, times: 25},
	},
	{
		id: "faults", chapter: survives, tried: "one call of graduandctl to the system fails, or all from one on, with EIO or ENOSPC: open, write, truncate, sync, rename, unlink, make a folder",
		says:  "{faults} faults, {eio} EIO and {enospc} ENOSPC, {refused} told and {done} got over: {ill} with anything damaged or lost, {unclear} without a clear sentence",
		holds: []string{"faults >= 200", "ill = 0", "unclear = 0"},
		run:   run{folder: "data/powercut", name: "TestFaults$", shares: 2, times: 100},
	},
	{
		id: "faults-unminded", chapter: survives, tried: "the same with copies that come into their places whatever the disk said, and without a sentence for a fault, which must fail",
		says: "{ill} of {faults} faults have damaged something, {unclear} have no clear sentence", holds: []string{"ill > 0", "unclear > 0"},
		run: run{folder: "data/powercut", name: "FaultsThatAreNotMinded$", shares: 1, times: 40},
	},
	{
		id: "full", chapter: survives, tried: "a disk with so much room and no more, from none to all that the work writes",
		says:  "{levels} levels, {refused} told and {done} enough: {ill} with anything damaged or lost, {unclear} without a clear sentence",
		holds: []string{"levels >= 50", "ill = 0", "unclear = 0"}, without: "root, who alone may mount a small disk",
		run: run{folder: "data/powercut", name: "TestFullDisk$", shares: 1, times: 50},
	},
	{
		id: "full-unsaid", chapter: survives, tried: "the same without a sentence for a full disk, which must fail",
		says: "{unclear} of {levels} levels have no clear sentence", holds: []string{"unclear > 0"}, without: "root, who alone may mount a small disk",
		run: run{folder: "data/powercut", name: "FullDiskWithoutWords$", shares: 1, times: 10},
	},
	{
		id: "vanishing", chapter: survives, tried: "the folder of an open registry is moved, removed or locked, or an older registry is put in its place, at random moments of graduandctl's writes",
		says:  "{vanished} times, {moved} moved, {removed} removed, {locked} locked, {replaced} replaced: {ill} with anything acknowledged lost or an older registry spoilt, {unsaid} where it says that all is well and nothing is there, {unclear} without a clear sentence",
		holds: []string{"vanished >= 100", "ill = 0", "unsaid = 0", "unclear = 0"}, without: "root, who alone may run it as another user",
		run: run{folder: "data/powercut", name: "TestVanishing$", shares: 1, times: 100},
	},
	{
		id: "vanishing-unseen", chapter: survives, tried: "the same without looking whether the registry is still in its place, which must fail",
		says: "{unsaid} of {vanished} times it says that all is well and nothing is there", holds: []string{"unsaid > 0"}, without: "root, who alone may run it as another user",
		run: run{folder: "data/powercut", name: "VanishingUnseen$", shares: 1, times: 20},
	},
	{
		id: "two", chapter: survives, tried: "two graduandctl on one registry at once, and one while another stays in it",
		says:  "{pairs} pairs, {done} changes acknowledged, {refused} refused, {kept_out} of them while another stays: {ill} with another number of changes, {unclear} without a clear sentence",
		holds: []string{"pairs >= 50", "kept_out >= 50", "ill = 0", "unclear = 0"},
		run:   run{folder: "data/powercut", name: "TestTwoAtOnce$", shares: 1, times: 50},
	},
	{
		id: "two-unsaid", chapter: survives, tried: "the same without a sentence for a registry that is open, which must fail",
		says: "{unclear} of {refused} refusals have no clear sentence", holds: []string{"unclear > 0"},
		run: run{folder: "data/powercut", name: "TwoWithoutWords$", shares: 1, times: 10},
	},
}
