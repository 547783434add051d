package main

// secret are the lines of what stays secret, and of what the program is made of.
var secret = []line{}
