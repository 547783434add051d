// Package printing makes any document for any graduates: the choice at the left, the very
// PDF at the right.
package printing
