package exchange

import (
	"regexp"
	"sync"
)

var compiled sync.Map

// whole is a pattern of ours for the whole of a text; it is compiled once.
func whole(pattern string) *regexp.Regexp {
	if re, known := compiled.Load(pattern); known {
		return re.(*regexp.Regexp)
	}
	re := regexp.MustCompile(`^(?:` + pattern + `)$`)
	compiled.Store(pattern, re)
	return re
}
