// Package help tells the rules of the open campaign and how the program is worked.
package help
