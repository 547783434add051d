package main

// durable are the lines of what survives: power cuts, kills and faults.
var durable = []line{
	{
		id: "power", chapter: "What survives", tried: "the power cut at every write, truncation, sync, rename and unlink of graduandctl, the disk rebuilt in four ways",
		says: "{states} disks of {scenarios} scenarios: {ill} with something damaged or anything acknowledged lost", holds: []string{"states >= 20000", "scenarios >= 12", "ill = 0"},
		run: run{folder: "data/powercut", name: "PowerCut$", shares: 4, times: 4},
	},
}
