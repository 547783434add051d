// Package graduates is the list of graduates: who is there, and what is missing for each.
// Beside the table stands a panel with the basic fields of one of them, below it the row for
// a new one.
package graduates
