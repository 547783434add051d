// Package cmd holds the programs, and the tests that keep the house in shape.
package cmd
