package main

// quick are the lines of how fast it is, beside what else a user would take.
var quick = []line{}
