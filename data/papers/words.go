package papers

// listed are the parts that are not empty.
func listed(parts ...string) []any {
	var words []any
	for _, part := range parts {
		if part != "" {
			words = append(words, part)
		}
	}
	return words
}
