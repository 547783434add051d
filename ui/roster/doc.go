// Package roster takes class lists in: a file, what its columns are taken for, the rows to
// mend, and what became of them.
package roster
