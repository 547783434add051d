// Package history tells who changed what, and when, and brings an earlier state of a form
// back.
package history
