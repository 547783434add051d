package main

// hostile are the lines of what is refused: files made to harm, and our own parsers.
var hostile = []line{}
