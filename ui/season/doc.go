// Package season is the copies of a registry and the end of the work in it: a backup, the
// move to another computer, closing, and destroying personal data.
package season
