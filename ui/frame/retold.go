package frame

import (
	"strings"
	"sync"
)

// retold remembers how the last sentences of the window were put together, so that what was said in
// one language can be said in another: who says something has its words alone. It is forgotten with
// the sitting. Background work puts sentences together too.
type retold struct {
	mu sync.Mutex
	// late are the last mostRetold sentences at most, early at most as many before them.
	late, early map[string]sentence
	// words are those of the campaign, as the titles of fields and codes: there are so many and no
	// more, and a page holds them for as long as it lasts.
	words map[string]sentence
}

// sentence is a sentence of the catalogue with its arguments, or how else it is put.
type sentence struct {
	id   string
	args map[string]any
	how  func() string
}

// mostRetold is how many sentences are said between one and what is done with it, at most: those of a
// page that is built anew are among them.
const mostRetold = 512

func (r *retold) note(words string, s sentence) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.late) >= mostRetold {
		r.late, r.early = nil, r.late
	}
	if r.late == nil {
		r.late = map[string]sentence{}
	}
	r.late[words] = s
}

// noteWord is note for a word of the campaign.
func (r *retold) noteWord(word string, how func() string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.words == nil {
		r.words = map[string]sentence{}
	}
	r.words[word] = sentence{how: how}
}

func (r *retold) find(words string) (s sentence, is bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s, is = r.late[words]; !is {
		s, is = r.early[words]
	}
	if !is {
		s, is = r.words[words]
	}
	return s, is && words != ""
}

func (r *retold) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.late, r.early, r.words = nil, nil, nil
}

// joints are what stands between sentences that were put together to one, and between words of a list.
var joints = []string{" — ", ". ", ", "}

// again says words anew whenever it is called: those of the catalogue in the language that say has by
// then, alone or put together, and within each other; others as they were.
func (r *retold) again(words string, say func(string, map[string]any) string) func() string {
	if s, is := r.find(words); is {
		return r.saying(s, say)
	}
	if s, is := r.find(words + "."); is {
		whole := r.saying(s, say)
		return func() string { return strings.TrimSuffix(whole(), ".") }
	}
	for _, joint := range joints {
		if at := strings.LastIndex(words, joint); at >= 0 {
			before, after := r.again(words[:at], say), r.again(words[at+len(joint):], say)
			return func() string { return before() + joint + after() }
		}
	}
	return func() string { return words }
}

// saying says a sentence, and in its arguments what was said too.
func (r *retold) saying(s sentence, say func(string, map[string]any) string) func() string {
	if s.how != nil {
		return s.how
	}
	within := map[string]func() string{}
	for name, arg := range s.args {
		if words, is := arg.(string); is {
			within[name] = r.again(words, say)
		}
	}
	return func() string {
		args := make(map[string]any, len(s.args))
		for name, arg := range s.args {
			args[name] = arg
			if words, is := within[name]; is {
				args[name] = words()
			}
		}
		return say(s.id, args)
	}
}
