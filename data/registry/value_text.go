package registry

import "graduand/data"

// CleanText is [data.CleanText]: what is typed at a desk passes it, and what a file brings.
func CleanText(title any, typed string) (string, error) { return data.CleanText(title, typed) }

// yes and no are the words by which a tick is typed, in the languages of the program.
var (
	yes = []string{"yes", "true", "1", "+", "так", "да", "ооба", "y", "x"}
	no  = []string{"no", "false", "0", "-", "ні", "нет", "жок", "n"}
)
