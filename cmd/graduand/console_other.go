//go:build !windows

package main

import "fmt"

// say writes for who has started the program on a command line.
func say(words string) { fmt.Println(words) }
